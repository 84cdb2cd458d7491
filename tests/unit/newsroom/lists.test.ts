import { describe, expect, it } from 'vitest';
import { documentsOfFeed, listsOf, pagesOfList } from '../../../src/newsroom/lists.ts';
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

describe('a list as a feed gives it', () => {
  it('has the newest and one more than a document, so that none is in neither', () =>
    expect(documentsOfFeed(numbers(13), 4)).toEqual({
      newest: [9, 10, 11, 12, 13],
      archives: [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
        [9, 10, 11, 12],
      ],
    }));

  it('has no document that is not full', () =>
    expect(documentsOfFeed(numbers(3), 4)).toEqual({ newest: numbers(3), archives: [] }));
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

  it('group by contributor a story once, whatever they made of it', () => {
    const contributor = { id: 'ada', name: 'Ada', kind: 'person' as const, links: [] };
    const both = article({
      contributors: [
        { contributor, role: 'writer' },
        { contributor, role: 'photographer' },
      ],
    });
    expect(listsOf(edition([both])).byContributor.get('ada')).toEqual([both]);
  });

  it('group by the print edition what stood in one, the oldest first', () => {
    const print = (path: string, day?: string) =>
      article({ path, print: day ? { publication: 'The Paper', edition: day } : undefined });
    const paper = edition([
      print('2019/03/01/a', '2019-03-03'),
      print('2019/03/01/b', '2019-03-02'),
      print('2019/03/01/c'),
    ]);
    expect([...listsOf(paper).byPrintDate].map(([day, stories]) => [day, stories.length])).toEqual([
      ['2019-03-02', 1],
      ['2019-03-03', 1],
    ]);
  });

  it('tell stories of one instant by their paths', () =>
    expect(
      listsOf(edition([article({ path: '2019/03/01/b' }), article({ path: '2019/03/01/a' })])).all.map(
        ({ path }) => path,
      ),
    ).toEqual(['2019/03/01/a', '2019/03/01/b']));
});
