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
  const [form] = articleForms(made);
  return {
    names: view.facts.signatories.map(({ name }) => name),
    data,
    feed: feedDocuments(made).find(({ address }) => address === '/atom.xml')?.entries[0],
    embed: oEmbed(form!.view, () => ({ src: '', width: 0, height: 0 })),
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
