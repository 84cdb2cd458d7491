import { describe, expect, it } from 'vitest';
import type { Article, Contributor } from '../../../src/newsroom/article.ts';
import {
  archiveView,
  dayPages as listedDays,
  monthViews as listedMonths,
  yearViews as listedYears,
} from '../../../src/views/pages/archive.ts';
import { contributorPages as listedContributors, contributorsView } from '../../../src/views/pages/contributor.ts';
import { correctionsPages as listedCorrections } from '../../../src/views/pages/corrections.ts';
import {
  sectionPages as listedSections,
  topicPages as listedTopics,
  topicsView,
} from '../../../src/views/pages/headings.ts';
import { listPages, storyRows, type StoriesView } from '../../../src/views/pages/list.ts';
import { notFoundView } from '../../../src/views/pages/not-found.ts';
import { printEditionsView, printEditionViews as listedEditions } from '../../../src/views/paper/print-edition.ts';
import type { Listed } from '../../../src/views/listed.ts';
import { storyView } from '../../../src/views/story.ts';
import { article, edition } from '../articles.ts';

/** What all pages of a kind show. */
const viewsOf =
  <Given extends unknown[], View>(pages: (...given: Given) => Listed<View>[]) =>
  (...given: Given) =>
    pages(...given).map(({ view }) => view());

const contributorPages = viewsOf(listedContributors);
const correctionsPages = viewsOf(listedCorrections);
const dayPages = viewsOf(listedDays);
const monthViews = viewsOf(listedMonths);
const printEditionViews = viewsOf(listedEditions);
const sectionPages = viewsOf(listedSections);
const topicPages = viewsOf(listedTopics);
const yearViews = viewsOf(listedYears);

const withdrawn: Article['status'] = { state: 'withdrawn', at: '2019-03-01T12:00:00Z', reason: 'Wrong.' };

/** A story of a day, published at a minute of it. */
function story(day: string, minute: number, facts: Partial<Article> = {}): Article {
  const two = String(minute % 60).padStart(2, '0');
  const hour = String(5 + Math.floor(minute / 60)).padStart(2, '0');
  return article({
    path: `${day.replaceAll('-', '/')}/story-${minute}`,
    headline: `Story ${minute}`,
    published: `${day}T${hour}:${two}:00+08:00`,
    ...facts,
  });
}

const many = (count: number, facts: (minute: number) => Partial<Article> = () => ({})) =>
  Array.from({ length: count }, (_, index) => story('2019-03-01', index + 1, facts(index + 1)));

const headlinesOf = ({ groups }: StoriesView) =>
  groups.flatMap(({ rows }) => rows.map(({ story: { headline } }) => headline));
const addressesOf = (views: readonly { address: string }[]) => views.map(({ address }) => address);

describe('the pages of a list', () => {
  it('are one where there is nothing', () => expect(listPages([], '/a/')).toHaveLength(1));

  it('have the newest first, each page and on each page', () =>
    expect(listPages([...Array(73).keys()], '/a/').map(({ items }) => [items[0], items.at(-1)])).toEqual([
      [72, 48],
      [23, 0],
      [47, 24],
    ]));

  it('lead from one to the next', () =>
    expect(listPages([...Array(73).keys()], '/a/').map(({ address, newer, older }) => [newer, address, older])).toEqual(
      [
        [undefined, '/a/', '/a/page/2/'],
        ['/a/page/2/', '/a/page/1/', undefined],
        ['/a/', '/a/page/2/', '/a/page/1/'],
      ],
    ));
});

describe('the view of a section', () => {
  const [newest, first] = sectionPages(edition(many(50))) as [StoriesView, StoriesView];

  it('has the newest story first', () => expect(headlinesOf(newest)[0]).toBe('Story 50'));

  it('has the oldest stories on page 1', () => expect(headlinesOf(first).at(-1)).toBe('Story 1'));

  it('tells by its title which page it is', () => expect(first.title).toBe('World, Page 1 – The Paper'));

  it('has its own canonical address on each page', () =>
    expect(first.canonical).toBe('https://paper.example/sections/world/page/1/'));

  it('says on the newest page alone how many stories there are', () =>
    expect([newest.count, first.count]).toEqual(['50 stories', undefined]));

  it('leaves a page with a number as it is when a story is added', () =>
    expect(sectionPages(edition(many(51)))[1]).toEqual(first));

  it('is there without a story', () => {
    const [view] = sectionPages(edition([]));
    expect(view).toMatchObject({ heading: 'World', groups: [], empty: 'No stories have been published yet.' });
  });

  it('is there for a section that only a story names', () => {
    const views = sectionPages(edition([story('2019-03-01', 1, { section: { id: 'arts', name: 'Arts' } })]));
    expect(addressesOf(views)).toEqual(['/sections/world/', '/sections/arts/']);
  });

  it('leaves out a story that was withdrawn, and counts its place', () => {
    const [, page] = sectionPages(edition(many(50, (minute) => (minute === 3 ? { status: withdrawn } : {}))));
    expect(page && headlinesOf(page)).toHaveLength(23);
  });

  it('puts the stories of a day together, the newest day first', () => {
    const late = story('2019-03-01', 9, { published: '2019-03-02T09:00:00+08:00' });
    const [view] = sectionPages(edition([story('2019-03-01', 1), story('2019-03-02', 2), late]));
    expect(view?.groups.map(({ heading }) => heading?.text)).toEqual(['Saturday 2 March 2019', 'Friday 1 March 2019']);
  });

  it('has one object of a story for all lists', () => {
    const one = story('2019-03-01', 1);
    const paper = edition([one]);
    expect(sectionPages(paper)[0]?.groups[0]?.rows[0]?.story).toBe(dayPages(paper)[0]?.groups[0]?.rows[0]?.story);
  });
});

describe('rows of stories', () => {
  const kickers = (all: (string | undefined)[]) =>
    storyRows(all.map((kicker, index) => storyView(story('2019-03-01', index, { kicker })))).map(
      (row) => row.story.kicker,
    );

  it('say a kicker once in a run', () =>
    expect(kickers(['Tides', 'Tides', 'Tides', 'Bridges', 'Tides'])).toEqual([
      'Tides',
      undefined,
      undefined,
      'Bridges',
      'Tides',
    ]));
});

describe('the views of topics', () => {
  const tides = { id: 'tides', name: 'Tides', description: 'High and low.' };
  const bridges = { id: 'bridges', name: 'Bridges' };
  const paper = edition([
    story('2019-03-01', 1, { topics: [tides, bridges] }),
    story('2019-03-01', 2, { topics: [tides] }),
    story('2019-03-01', 3, { topics: [{ id: 'gone', name: 'Gone' }], status: withdrawn }),
  ]);

  it('are there for topics with stories that are shown', () =>
    expect(addressesOf(topicPages(paper))).toEqual(['/topics/tides/', '/topics/bridges/']));

  it('have the description under the name', () => expect(topicPages(paper)[0]?.standfirst).toBe('High and low.'));

  it('are listed by name, with how many stories each has', () =>
    expect(topicsView(paper).groups[0]?.entries.map(({ label, count }) => [label, count])).toEqual([
      ['Bridges', '1 story'],
      ['Tides', '2 stories'],
    ]));

  it('are an empty list where no story has one, which says nothing of the paper', () =>
    expect(topicsView(edition([]))).toMatchObject({ groups: [], empty: 'Nothing is listed here yet.' }));
});

describe('the views of contributors', () => {
  const writer: Contributor = {
    id: 'writer',
    name: 'A Writer',
    kind: 'person',
    role: 'Correspondent',
    bio: "Counts the boats, doesn't sail.",
    portrait: { file: { path: 'p.jpg', width: 9, height: 9, format: 'jpg', hash: 'a' }, alt: "The writer's face" },
    links: [{ label: 'Letters', url: 'https://letters.example/' }],
  };
  const paper = edition(
    many(48, (minute) => ({
      contributors: [
        { contributor: writer, role: 'writer' },
        ...(minute === 1 ? [{ contributor: writer, role: 'photographer' as const }] : []),
      ],
    })),
  );
  const [newest, first] = contributorPages(paper);

  it('say who that is', () =>
    expect(newest).toMatchObject({
      heading: 'A Writer',
      role: 'Correspondent',
      standfirst: 'Counts the boats, doesn’t sail.',
      links: { label: 'Links', items: [{ label: 'Letters', href: 'https://letters.example/' }] },
    }));

  it('show the portrait, its words typeset', () => expect(newest?.portrait?.alt).toBe('The writer’s face'));

  it('say it on the newest page alone', () =>
    expect([first?.role, first?.standfirst, first?.links]).toEqual([undefined, undefined, undefined]));

  it('have a story once, whatever was made of it', () => expect(newest?.count).toBe('48 stories'));

  it('are listed with the role', () =>
    expect(contributorsView(paper).groups[0]?.entries).toEqual([
      { label: 'A Writer', href: '/contributors/writer/', count: '48 stories', detail: { text: 'Correspondent' } },
    ]));
});

describe('the archive', () => {
  const paper = edition([
    story('2018-12-31', 1),
    story('2019-03-01', 2),
    story('2019-03-01', 3, {
      headline: 'عودة',
      language: 'ar',
      direction: 'rtl',
      picture: { file: { path: 'p.jpg', width: 9, height: 9, format: 'jpg', hash: 'a' }, alt: '' },
    }),
    story('2019-03-03', 4),
    story('2019-03-04', 5, { status: withdrawn }),
  ]);
  const [december, march] = monthViews(paper);

  it('lists the years, the newest first', () =>
    expect(archiveView(paper).groups[0]?.entries.map(({ label, href, count }) => [label, href, count])).toEqual([
      ['2019', '/2019/', '3 stories'],
      ['2018', '/2018/', '1 story'],
    ]));

  it('is empty before the first story', () => expect(archiveView(edition([])).groups).toEqual([]));

  it('lists the months of a year', () =>
    expect(yearViews(paper).map(({ groups }) => groups[0]?.entries.map(({ label }) => label))).toEqual([
      ['December 2018'],
      ['March 2019'],
    ]));

  it('lists the days of a month with the story that led each', () =>
    expect(march?.groups[0]?.entries.map(({ label, count, detail }) => [label, count, detail?.text])).toEqual([
      ['Sunday 3 March 2019', '1 story', 'Story 4'],
      ['Friday 1 March 2019', '2 stories', 'عودة'],
    ]));

  it('says in what language a leading headline is', () =>
    expect(march?.groups[0]?.entries[1]?.detail).toMatchObject({ language: 'ar', direction: 'rtl' }));

  it('leads from a month to the one before and after that has stories', () => {
    expect(march?.ways[0]?.links).toEqual([
      { label: 'Older stories', name: 'December 2018', href: '/2018/12/', rel: 'prev' },
    ]);
    expect(december?.ways[0]?.links.map(({ href }) => href)).toEqual(['/2019/03/']);
  });

  const days = dayPages(paper);

  it('has a page for each day with stories that are shown', () =>
    expect(addressesOf(days)).toEqual(['/2018/12/31/', '/2019/03/01/', '/2019/03/03/']));

  it('leads from a day to its month and year', () =>
    expect(days[1]?.trail).toEqual({
      label: 'Where this page is',
      links: [
        { label: 'Archive', href: '/archive/' },
        { label: '2019', href: '/2019/' },
        { label: 'March 2019', href: '/2019/03/' },
      ],
      here: '1 March',
    }));

  it('leads from a day to the days beside it', () =>
    expect(days[1]?.ways[0]?.links.map(({ name }) => name)).toEqual([
      'Monday 31 December 2018',
      'Sunday 3 March 2019',
    ]));

  it('has a day’s stories in the order of the front', () =>
    expect(days[1] && headlinesOf(days[1])).toEqual(['عودة', 'Story 2']));

  it('has pages with numbers for a day of many stories', () =>
    expect(addressesOf(dayPages(edition(many(48))))).toEqual(['/2019/03/01/', '/2019/03/01/page/1/']));
});

describe('the views of printed editions', () => {
  const print = { publication: 'The Paper', edition: '2019-03-01' };
  const paper = edition([
    story('2019-03-01', 1, { print: { ...print, page: 'A2', section: 'World', headline: 'Boats are "back"' } }),
    story('2019-03-01', 2, { print: { ...print, page: 'A1', headline: 'Story 2' } }),
    story('2019-03-01', 3, { print }),
    story('2018-03-01', 4, { print: { ...print, edition: '2018-03-01' } }),
  ]);
  const [, view] = printEditionViews(paper, () => []);

  it('have the stories by the pages they stood on', () =>
    expect(view?.groups.map(({ heading }) => [heading?.text, heading?.note])).toEqual([
      ['Page A1', 'The Paper'],
      ['Page A2', 'The Paper'],
      ['The Paper', undefined],
    ]));

  it('tell the section, and the headline where it was another one', () =>
    expect(view?.groups.map(({ rows }) => rows[0]?.note)).toEqual([
      undefined,
      'World · On paper: “Boats are ‘back’”',
      undefined,
    ]));

  it('are listed by year, the newest first', () =>
    expect(
      printEditionsView(paper).groups.map(({ heading, entries }) => [heading, entries.map(({ href }) => href)]),
    ).toEqual([
      ['2019', ['/editions/2019-03-01/']],
      ['2018', ['/editions/2018-03-01/']],
    ]));

  it('are an empty list where nothing was printed', () =>
    expect(printEditionsView(edition([]))).toMatchObject({ groups: [], empty: 'Nothing is listed here yet.' }));
});

describe('the view of corrections', () => {
  const correction = (at: string) => ({ at, kind: 'correction' as const, text: "It's 2." });
  const paper = edition([
    story('2019-03-01', 1, { corrections: [correction('2019-03-02T00:00:00Z'), correction('2019-03-04T00:00:00Z')] }),
    story('2019-03-01', 2, { corrections: [correction('2019-03-03T07:00:00+08:00')] }),
    story('2019-03-01', 3, { corrections: [correction('2019-03-05T00:00:00Z')], status: withdrawn }),
  ]);
  const [view] = correctionsPages(paper);

  it('has the newest first, and none of a story that was withdrawn', () =>
    expect(view?.corrections.map(({ when }) => when.iso)).toEqual([
      '2019-03-04T00:00:00Z',
      '2019-03-03T07:00:00+08:00',
      '2019-03-02T00:00:00Z',
    ]));

  it('tells kind, time, text and story', () =>
    expect(view?.corrections[0]).toMatchObject({
      kind: 'Correction',
      when: { text: '4 March 2019, 08:00 SGT' },
      text: 'It’s 2.',
      headline: 'Story 1',
      href: '/2019/03/01/story-1/',
    }));

  it('says so where nothing was corrected', () =>
    expect(correctionsPages(edition([]))).toMatchObject([
      { corrections: [], empty: 'There has been nothing to correct yet.' },
    ]));
});

describe('the view of an address without a page', () => {
  it('has the five newest stories', () =>
    expect(notFoundView(edition(many(7))).newest.rows.map(({ story: { headline } }) => headline)).toEqual([
      'Story 7',
      'Story 6',
      'Story 5',
      'Story 4',
      'Story 3',
    ]));

  it('leads to the front page, the sections, the topics and the archive', () =>
    expect(notFoundView(edition([])).ways.map(({ href }) => href)).toEqual([
      '/',
      '/sections/world/',
      '/topics/',
      '/archive/',
    ]));
});
