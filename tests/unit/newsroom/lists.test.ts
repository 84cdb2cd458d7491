import { describe, expect, it } from 'vitest';
import { documentsOfFeed, listsOf, originOf, pagesOfList, placeIn, type Lists } from '../../../src/newsroom/lists.ts';
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

describe('the lists of an edition in which few stories are others than in the one before', () => {
  const tides = { id: 'tides', name: 'Tides' };
  const story = (number: number, facts = {}) =>
    article({
      path: `2019/03/0${1 + (number % 3)}/story-${number}`,
      published: `2019-03-0${1 + (number % 3)}T05:00:0${number}Z`,
      section: { id: number % 2 ? 'world' : 'home', name: 'Section' },
      topics: number % 4 ? [] : [tides],
      ...facts,
    });
  const stories = numbers(9).map((number) => story(number));
  const withOther = (other: ReturnType<typeof story>) =>
    stories.map((each) => (each.path === other.path ? other : each));
  const madeAnew = (all: typeof stories) => {
    listsOf(edition([]));
    return listsOf(edition(all));
  };
  /** Lists are made when they are asked for. */
  const each = ({ all, bySection, byTopic, byContributor, byDay, byPrintDate }: Lists) => ({
    ...{ all, bySection, byTopic, byContributor, byDay, byPrintDate },
  });

  it.each([
    ['says something else', { headline: 'Another' }],
    ['was withdrawn', { status: { state: 'withdrawn', at: '2019-03-04T05:00:00Z', reason: 'Wrong.' } }],
    ['came out at another time', { published: '2019-03-09T05:00:00Z' }],
    ['is in another section', { section: { id: 'science', name: 'Science' } }],
    ['is on another topic', { topics: [] }],
    ['stood in print', { print: { publication: 'The Paper', edition: '2019-03-02' } }],
  ])('are as if they were made anew where one %s', (_, facts) => {
    const all = withOther(story(4, facts));
    each(listsOf(edition(stories)));
    const lists = listsOf(edition(all));
    expect(each(lists)).toEqual(each(madeAnew(all)));
    expect(lists.all).toContain(all.find(({ path }) => path === story(4).path));
  });

  it('are made of those before, and tell which stories are others', () => {
    const other = story(4, { headline: 'Another' });
    const before = listsOf(edition(stories));
    const { bySection } = before;
    const lists = listsOf(edition(withOther(other)));
    expect(originOf(lists)).toEqual({ before, replaced: new Map([[stories[3], other]]) });
    expect(lists.bySection.get('world')).toBe(bySection.get('world'));
  });

  it('are made anew where one has come or gone', () => {
    listsOf(edition(stories));
    expect(originOf(listsOf(edition(stories.slice(1))))).toBeUndefined();
  });
});

describe('the place of a story in a list', () => {
  const list = numbers(9).map((number) =>
    article({ path: `2019/03/01/story-${number}`, published: `2019-03-01T0${Math.floor(number / 3)}:00:00Z` }),
  );

  it('is found by its time and, of one time, by its path', () =>
    expect(list.map((each) => placeIn(list, each))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]));

  it('is where it would be, where it is not among them', () =>
    expect(list.map((each) => placeIn(list.toSpliced(list.indexOf(each), 1), each))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8,
    ]));
});
