import { describe, expect, it } from 'vitest';
import { listsOf, pagesOfList } from '../../../src/newsroom/lists.ts';
import { article, edition } from '../articles.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('a list in pages', () => {
  it('is one page until there are enough stories for two', () =>
    expect(pagesOfList(numbers(7), 4)).toEqual({ newest: numbers(7), numbered: [] }));

  it('has no page for no stories', () => expect(pagesOfList([], 4)).toEqual({ newest: [], numbered: [] }));

  it('gives numbers to full pages of the oldest', () =>
    expect(pagesOfList(numbers(13), 4)).toEqual({
      newest: [9, 10, 11, 12, 13],
      numbered: [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
    }));

  it('moves no story from one numbered page to another when one is added', () => {
    for (let count = 0; count < 40; count += 1) {
      const before = pagesOfList(numbers(count), 4).numbered;
      expect(pagesOfList(numbers(count + 1), 4).numbered.slice(0, before.length)).toEqual(before);
    }
  });
});

describe('the lists of an edition', () => {
  const made = (path: string, published: string, facts = {}) => article({ path, published, ...facts });
  const lists = listsOf(
    edition([
      made('2019/03/02/b', '2019-03-02T05:00:00+08:00'),
      made('2019/03/01/c', '2019-03-01T05:00:00+08:00'),
      made('2019/03/01/a', '2019-02-28T22:00:00Z', { topics: [{ id: 'tides', name: 'Tides' }] }),
    ]),
  );

  it('have the oldest first, by the instant and not by the wording of the time', () =>
    expect(lists.all.map(({ path }) => path)).toEqual(['2019/03/01/c', '2019/03/01/a', '2019/03/02/b']));

  it('group the stories by the day of their edition', () =>
    expect([...lists.byDay.keys()]).toEqual(['2019-03-01', '2019-03-02']));

  it('group the stories by topic', () =>
    expect(lists.byTopic.get('tides')?.map(({ path }) => path)).toEqual(['2019/03/01/a']));
});
