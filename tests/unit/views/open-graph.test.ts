import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/newsroom/article.ts';
import { articleGraph, pageGraph } from '../../../src/views/machines/open-graph.ts';
import { articleView } from '../../../src/views/pages/article.ts';
import { siteView } from '../../../src/views/site.ts';
import { article, edition } from '../articles.ts';

function graphOf(facts: Partial<Article>) {
  const made = article(facts);
  return articleGraph(articleView({ article: made, edition: edition([made]) }));
}
const said = (facts: Partial<Article>, wanted: string) =>
  graphOf(facts)?.tags.flatMap(([name, value]) => (name === wanted ? [value] : []));

const file = { path: 'content/a/quay.jpg', width: 9, height: 9, format: 'jpg', hash: 'a' };
const person = (id: string) => ({ id, name: id, kind: 'person' as const, links: [] });

describe('What an article says of itself where its link is shown', () => {
  it('is what it is, where and when it came out', () =>
    expect(graphOf({})?.tags).toEqual([
      ['og:type', 'article'],
      ['og:title', 'Harbour votes for ferries'],
      ['og:url', 'https://paper.example/2019/03/01/harbour-vote/'],
      ['og:site_name', 'The Paper'],
      ['og:locale', 'en_GB'],
      ['article:published_time', '2019-03-01T05:00:00+08:00'],
      ['article:section', 'World'],
    ]));

  it('is a time of its last change where there was one', () => {
    const correction = { at: '2019-03-02T00:00:00Z', kind: 'correction' as const, text: 'Four.' };
    expect(said({}, 'article:modified_time')).toEqual([]);
    expect(said({ updated: '2019-03-01T09:30:00+08:00' }, 'article:modified_time')).toEqual([
      '2019-03-01T09:30:00+08:00',
    ]);
    expect(said({ corrections: [correction] }, 'article:modified_time')).toEqual(['2019-03-02T00:00:00Z']);
  });

  it('is its description where it has one', () =>
    expect([said({}, 'og:description'), said({ standfirst: 'Why.' }, 'og:description')]).toEqual([[], ['Why.']]));

  it('is the page of each who wrote it, and each of its topics', () => {
    const contributors = [
      { contributor: person('wren'), role: 'writer' as const },
      { contributor: person('pia'), role: 'photographer' as const },
      { contributor: person('otto'), role: 'writer' as const },
    ];
    expect(said({ contributors }, 'article:author')).toEqual([
      'https://paper.example/contributors/wren/',
      'https://paper.example/contributors/otto/',
    ]);
    const topics = ['Tides', 'Boats'].map((name) => ({ id: name.toLowerCase(), name }));
    expect(said({ topics }, 'article:tag')).toEqual(['Tides', 'Boats']);
  });

  it.each([
    ['pt-BR', 'pt_BR'],
    ['ar', 'ar_EG'],
    ['ja', 'ja_JP'],
    ['zh-Hant', 'zh_TW'],
    ['en', 'en_US'],
  ])('is its language with a country: %s, %s', (language, locale) =>
    expect(said({ language }, 'og:locale')).toEqual([locale]),
  );

  it('is a card, with the words of its picture, else its headline', () => {
    const image = (facts: Partial<Article>) => graphOf(facts)?.image;
    expect(image({ picture: { file, alt: 'A quay' } })).toMatchObject({
      alt: 'A quay',
      picture: { file },
      origin: 'https://paper.example',
      card: { address: '/2019/03/01/harbour-vote/card.jpg' },
    });
    expect(image({ picture: { file, alt: '' } })?.alt).toBe('Harbour votes for ferries');
    expect(image({})).toMatchObject({ alt: 'Harbour votes for ferries', picture: undefined });
  });

  it('is nothing where it was withdrawn', () =>
    expect(graphOf({ status: { state: 'withdrawn', at: '2019-03-02T00:00:00Z', reason: 'No.' } })).toBeUndefined());
});

describe('What another page says of itself where its link is shown', () => {
  const of = (more: { description?: string; language?: string } = {}) =>
    pageGraph({
      site: siteView(edition([])),
      heading: 'World',
      canonical: 'https://paper.example/sections/world/',
      ...more,
    });

  it('is what it is, and where', () =>
    expect(of().tags).toEqual([
      ['og:type', 'website'],
      ['og:title', 'World'],
      ['og:url', 'https://paper.example/sections/world/'],
      ['og:site_name', 'The Paper'],
      ['og:locale', 'en_GB'],
    ]));

  it('is its description, and its own language', () => {
    const { tags } = of({ description: 'Afar.', language: 'de' });
    expect(tags).toContainEqual(['og:description', 'Afar.']);
    expect(tags).toContainEqual(['og:locale', 'de_DE']);
  });

  it('is the card of the paper', () =>
    expect(of().image).toMatchObject({ alt: 'The Paper', card: { address: '/card.jpg' } }));
});
