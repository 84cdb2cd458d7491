import { describe, expect, it } from 'vitest';
import { newsAddresses } from '../../../src/views/machines/sitemap.ts';
import { article, edition } from '../articles.ts';

describe('the sitemap of news', () => {
  const asOf = '2019-03-10T12:00:00Z';
  const story = (slug: string, published: string, until?: string) =>
    article({
      path: `2019/03/0${published.slice(9, 10)}/${slug}`,
      id: slug,
      published,
      ...(until ? { status: { state: 'embargoed', until } } : {}),
    });
  const listed = (...stories: ReturnType<typeof story>[]) =>
    newsAddresses(edition(stories, asOf)).map(({ url, published }) => [url.split('/').at(-2), published]);

  it('counts two days from the end of an embargo', () => {
    const late = story('late', '2019-03-01T05:00:00Z', '2019-03-09T06:00:00Z');
    const past = story('past', '2019-03-01T05:00:00Z', '2019-03-08T06:00:00Z');
    expect(listed(late, past)).toEqual([['late', '2019-03-09T06:00:00Z']]);
  });

  it('counts them from the publication where the embargo ended before it', () =>
    expect(listed(story('early', '2019-03-09T05:00:00Z', '2019-03-01T06:00:00Z'))).toEqual([
      ['early', '2019-03-09T05:00:00Z'],
    ]));

  it('has the story first that could be read last', () => {
    const late = story('late', '2019-03-01T05:00:00Z', '2019-03-10T06:00:00Z');
    const plain = [story('one', '2019-03-09T05:00:00Z'), story('two', '2019-03-09T07:00:00Z')];
    expect(listed(...plain, late).map(([slug]) => slug)).toEqual(['late', 'two', 'one']);
  });
});
