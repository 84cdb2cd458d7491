import { describe, expect, it } from 'vitest';
import { printedOrder } from '../../../src/newsroom/print.ts';
import { article, edition } from '../articles.ts';

/** Slugs in the printed order of 1 March 2019. */
function orderOf(facts: Record<string, { publication?: string; section?: string; page?: string; at?: string }>) {
  const stories = Object.entries(facts).map(([slug, { publication = 'The Paper', section, page, at = '05:00' }]) =>
    article({
      path: `2019/03/01/${slug}`,
      published: `2019-03-01T${at}:00+08:00`,
      print: { publication, edition: '2019-03-01', section, page },
    }),
  );
  return printedOrder(edition(stories), '2019-03-01').map(({ path }) => path.slice(11));
}

describe('the printed order', () => {
  it('is that of the pages, their numbers read as numbers', () =>
    expect(orderOf({ a: { page: 'B1' }, b: { page: 'A10' }, c: { page: 'A2' }, d: { page: 'A1' } })).toEqual([
      'd',
      'c',
      'b',
      'a',
    ]));

  it('is that of the sections on one page', () =>
    expect(orderOf({ a: { page: '1', section: 'World' }, b: { page: '1', section: 'Home' } })).toEqual(['b', 'a']));

  it('is that of the front in one section of a page', () =>
    expect(orderOf({ a: { page: '1' }, b: { page: '1', at: '06:00' } })).toEqual(['b', 'a']));

  it('ends with the stories without a page', () => expect(orderOf({ a: {}, b: { page: 'Z9' } })).toEqual(['b', 'a']));

  it('keeps the pages of a publication together, its own first', () =>
    expect(
      orderOf({
        a: { page: '1', publication: 'Another' },
        b: { page: '2', publication: 'Another' },
        c: { page: '9' },
      }),
    ).toEqual(['c', 'a', 'b']));

  it('leaves out a story that was withdrawn', () => {
    const print = { publication: 'The Paper', edition: '2019-03-01' };
    const withdrawn = article({ print, status: { state: 'withdrawn', at: '2019-03-01T06:00:00Z', reason: 'Wrong.' } });
    expect(printedOrder(edition([withdrawn]), '2019-03-01')).toEqual([]);
  });

  it('of a day that was not printed is empty', () => expect(printedOrder(edition([]), '2019-03-01')).toEqual([]));
});
