import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/newsroom/article.ts';
import { articleView } from '../../../src/views/pages/article.ts';
import { feedDocuments } from '../../../src/views/feeds/feed.ts';
import { articleForms } from '../../../src/views/machines/forms.ts';
import { oEmbed } from '../../../src/views/machines/oembed.ts';
import { articleData } from '../../../src/views/machines/structured-data.ts';
import { article, edition } from '../articles.ts';

const contributor = (id: string, kind: 'person' | 'organisation' = 'person') => ({ id, name: id, kind, links: [] });

/** Who signs an article, as each form that programs read tells it. */
function signed(facts: Partial<Article>) {
  const made = edition([article(facts)]);
  const [story] = made.articles.values();
  const view = articleView({ article: story!, edition: made });
  const data = articleData({ view, shapes: [] })['@graph'][0] as unknown as Record<string, unknown>;
  return {
    names: view.facts.signatories.map(({ name }) => name),
    data,
    feed: feedDocuments(made)
      .find(({ address }) => address === '/atom.xml')
      ?.view().entries[0],
    embed: oEmbed(articleForms(story!, made).view(), () => ({ src: '', width: 0, height: 0 })),
  };
}

describe('An article is signed', () => {
  it('by its writers', () => {
    const contributors = [
      { contributor: contributor('wren'), role: 'writer' as const },
      { contributor: contributor('otto'), role: 'editor' as const },
    ];
    const { names, data, feed, embed } = signed({ contributors, agencies: ['The Wire'] });
    expect(names).toEqual(['wren']);
    expect(data).toMatchObject({ author: { '@type': 'Person', name: 'wren' }, editor: { name: 'otto' } });
    expect(feed?.authors.map(({ name }) => name)).toEqual(['wren']);
    expect(feed?.contributors.map(({ name }) => name)).toEqual(['otto', 'The Wire']);
    expect(embed).toMatchObject({ author_name: 'wren', author_url: 'https://paper.example/contributors/wren/' });
  });

  it('by those whom the first line of its byline names, where nobody wrote it', () => {
    const contributors = [
      { contributor: contributor('otto'), role: 'editor' as const },
      { contributor: contributor('pia'), role: 'photographer' as const },
    ];
    const { names, data, feed, embed } = signed({ contributors, agencies: ['The Wire'] });
    expect(names).toEqual(['otto']);
    expect(data).toMatchObject({ author: { name: 'otto' }, contributor: [{ name: 'pia' }, { name: 'The Wire' }] });
    // A feed has no other name for them.
    expect(feed?.authors).toEqual([
      { name: 'otto', url: 'https://paper.example/contributors/otto/' },
      { name: 'pia', url: 'https://paper.example/contributors/pia/' },
    ]);
    expect(feed?.contributors).toEqual([{ name: 'The Wire' }]);
    expect(embed.author_name).toBe('otto');
  });

  it('by several of its writers in one sentence, which leads to none of them', () => {
    const writers = ['wren', 'otto'].map((id) => ({ contributor: contributor(id), role: 'writer' as const }));
    const { data, embed } = signed({ contributors: writers });
    expect(data['author']).toMatchObject([{ name: 'wren' }, { name: 'otto' }]);
    expect(embed.author_name).toBe('By wren and otto');
    expect(embed.author_url).toBeUndefined();
  });

  it('by its agencies where it names nobody', () => {
    const { names, data, feed, embed } = signed({ agencies: ['The Wire', 'The Telegraph'] });
    expect(names).toEqual(['The Wire', 'The Telegraph']);
    expect(data['author']).toEqual([
      { '@type': 'Organization', name: 'The Wire' },
      { '@type': 'Organization', name: 'The Telegraph' },
    ]);
    expect(data['contributor']).toBeUndefined();
    expect(feed).toMatchObject({ authors: [{ name: 'The Wire' }, { name: 'The Telegraph' }], contributors: [] });
    expect(embed.author_name).toBe('The Wire, The Telegraph');
    expect(embed.author_url).toBeUndefined();
  });

  it('by the publisher where it names no agency either', () => {
    const { names, data, feed, embed } = signed({});
    const publisher = { name: 'The Press', url: 'https://paper.example/' };
    expect(names).toEqual(['The Press']);
    expect(data['author']).toEqual({ '@type': 'Organization', ...publisher });
    expect(feed?.authors).toEqual([publisher]);
    expect(embed).toMatchObject({ author_name: publisher.name, author_url: publisher.url });
  });

  it('by no organisation as its editor', () => {
    const editors = [contributor('wren'), contributor('desk', 'organisation')];
    const { data } = signed({
      contributors: [
        { contributor: contributor('otto'), role: 'writer' },
        ...editors.map((each) => ({ contributor: each, role: 'editor' as const })),
      ],
    });
    expect(data).toMatchObject({
      editor: { '@type': 'Person', name: 'wren' },
      contributor: { '@type': 'Organization', name: 'desk' },
    });
  });
});

describe('The byline of an article', () => {
  const bylineOf = (facts: Partial<Article>) => {
    const made = article(facts);
    return articleView({ article: made, edition: edition([made]) });
  };
  const contributors = [
    { contributor: contributor('pia'), role: 'photographer' as const },
    { contributor: contributor('wren'), role: 'writer' as const },
  ];

  it('has authors in its first line alone, each with a page, and words that are none', () => {
    expect(bylineOf({ contributors, agencies: ['The Wire'] }).byline).toEqual([
      [{ text: 'By ' }, { text: 'wren', href: '/contributors/wren/', author: true }],
      [{ text: 'Photographs by ' }, { text: 'pia', href: '/contributors/pia/' }],
      [{ text: 'With reporting by ' }, { text: 'The Wire' }],
    ]);
  });

  it('has no author where agencies alone are named', () =>
    expect(bylineOf({ agencies: ['The Wire'] }).byline).toEqual([
      [{ text: 'With reporting by ' }, { text: 'The Wire' }],
    ]));

  it('names for search engines those who wrote it, and nobody else', () =>
    expect(bylineOf({ contributors }).facts.authors.map(({ name }) => name)).toEqual(['wren']));
});

describe('An article is described', () => {
  it.each<[string, Partial<Article>, string | undefined]>([
    ['by its standfirst', { standfirst: '"Ships" came in.' }, '“Ships” came in.'],
    ['by its first sentence where it has none', { opening: 'Ships came in.' }, 'Ships came in.'],
    [
      'by nothing where it was withdrawn',
      {
        standfirst: 'Ships.',
        opening: 'Ships.',
        status: { state: 'withdrawn', at: '2019-03-01T10:00:00Z', reason: 'No.' },
      },
      undefined,
    ],
    ['by nothing where it has no words', {}, undefined],
  ])('%s', (_, facts, description) => {
    const made = article(facts);
    expect(articleView({ article: made, edition: edition([made]) }).description).toBe(description);
  });
});
