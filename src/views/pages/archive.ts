import type { Article } from '../../newsroom/article.ts';
import { dayAndMonth, dayInWords, monthInWords, yearInWords } from '../../newsroom/calendar.ts';
import { isShown, type Edition } from '../../newsroom/edition.ts';
import { frontOrder } from '../../newsroom/front-order.ts';
import { listsOf } from '../../newsroom/lists.ts';
import { addresses } from '../../newsroom/permalink.ts';
import { wordsOf } from '../../newsroom/words.ts';
import type { Listed } from '../listed.ts';
import type { DirectoryView, EntryView } from './directory.ts';
import {
  headlinesOf,
  listHead,
  listPages,
  shownCount,
  storyRows,
  type ListHead,
  type ListPage,
  type StoriesView,
  type WaysView,
} from './list.ts';
import type { LinkView } from '../site.ts';
import { storyView, type StoryView } from '../story.ts';
import { calendarOf } from './month-calendar.ts';

/** A year, a month or a day that has stories: `2019`, `2019-03`, `2019-03-01`. */
interface Period {
  name: string;
  count: number;
}

const length = { year: 4, month: 7, day: 10 } as const;

/** How many of a year's leads are shown. */
const leads = 3;

/** The archive by year with what led in each, the days of the newest year, and the sections. */
export function archiveView(edition: Edition): DirectoryView {
  const { publication, sections } = edition;
  const { lists } = wordsOf(publication.language);
  const years = periodsOf(edition, 'year');
  const filed = [...listsOf(edition).bySection].filter(([, stories]) => stories.some(isShown));
  const bySection = filed.map(([id, stories]) => ({
    label: sections.get(id)?.name ?? id,
    href: addresses.section(id),
    count: lists.storyCount(shownCount(stories)),
  }));
  const newest = years.at(-1);
  const within = archiveLink(edition);
  const contents = [...years.map(({ name }) => name).reverse(), ...bySection.map(({ label }) => label)];
  return {
    ...listHead({ edition, page: { address: addresses.archive }, heading: lists.archive, within, contents }),
    groups: newest
      ? [
          { entries: entriesOf(years, edition, (year) => ({ leads: leadsOf(year, edition) })) },
          { heading: periodInWords(newest.name, publication.language), entries: monthEntries(newest.name, edition) },
          { heading: lists.sections, entries: bySection },
        ]
      : [],
  };
}

/** A page for each year that has stories, with the days of its months. */
export function yearViews(edition: Edition): Listed<DirectoryView>[] {
  return directoriesOf(periodsOf(edition, 'year'), edition, (year) => monthEntries(year, edition));
}

/** The months of a year that have stories, each with its days. */
function monthEntries(year: string, edition: Edition): EntryView[] {
  const { language } = edition.publication;
  const within = (period: Period) => period.name.startsWith(year);
  const counts = new Map(
    periodsOf(edition, 'day')
      .filter(within)
      .map(({ name, count }) => [name, count]),
  );
  return entriesOf(periodsOf(edition, 'month').filter(within), edition, (month) => ({
    calendar: calendarOf(month, counts, language),
  }));
}

/** What led on the newest days of a year; with a picture where that can be. */
function leadsOf(year: string, edition: Edition): StoryView[] {
  const days = periodsOf(edition, 'day').filter(({ name }) => name.startsWith(year));
  const all = days
    .slice(-4 * leads)
    .reverse()
    .flatMap(({ name }) => frontOrder(edition, name).slice(0, 1).map(storyView));
  const pictured = all.filter(({ picture }) => picture);
  return (pictured.length > 0 ? pictured : all).slice(0, leads);
}

/** A page for each month that has stories, with its days and the story that leads each. */
export function monthViews(edition: Edition): Listed<DirectoryView>[] {
  const days = Map.groupBy(periodsOf(edition, 'day'), ({ name }) => name.slice(0, length.month));
  return directoriesOf(periodsOf(edition, 'month'), edition, (month) =>
    entriesOf(days.get(month) ?? [], edition, (day) => {
      const [lead] = frontOrder(edition, day).map(storyView);
      const { headline: text, href, language, direction } = lead ?? {};
      return { detail: text === undefined ? undefined : { text, href, language, direction } };
    }),
  );
}

/** The pages of each day that has stories; a page shows its stories as the front did. */
export function dayPages(edition: Edition): Listed<StoriesView>[] {
  const { byDay } = listsOf(edition);
  const days = periodsOf(edition, 'day');
  const viewOf = (page: ListPage<Article>, day: string, index: number): StoriesView => {
    const rank = new Map(frontOrder(edition, day).map((article, place) => [article.path, place]));
    const stories = page.items.filter(isShown).sort((a, b) => (rank.get(a.path) ?? 0) - (rank.get(b.path) ?? 0));
    return {
      ...listHead({ edition, page, ...periodHead(days, index, edition), contents: headlinesOf(stories) }),
      groups: stories.length > 0 ? [{ rows: storyRows(stories.map(storyView)) }] : [],
    };
  };
  return days.flatMap(({ name }, index) =>
    listPages(byDay.get(name) ?? [], addresses.period(name)).map((page) => ({
      address: page.address,
      view: () => viewOf(page, name, index),
    })),
  );
}

/** The oldest first. */
function periodsOf(edition: Edition, kind: keyof typeof length): Period[] {
  const counts = new Map<string, number>();
  for (const [day, stories] of listsOf(edition).byDay) {
    const name = day.slice(0, length[kind]);
    const count = shownCount(stories);
    if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}

function directoriesOf(
  periods: readonly Period[],
  edition: Edition,
  entries: (name: string) => EntryView[],
): Listed<DirectoryView>[] {
  const viewOf = (address: string, name: string, index: number): DirectoryView => {
    const listed = entries(name);
    const head = periodHead(periods, index, edition);
    const contents = listed.map(({ label, detail }) => detail?.text ?? label);
    return { ...listHead({ edition, page: { address }, ...head, contents }), groups: [{ entries: listed }] };
  };
  return periods.map(({ name }, index) => {
    const address = addresses.period(name);
    return { address, view: () => viewOf(address, name, index) };
  });
}

function entriesOf(
  periods: readonly Period[],
  { publication: { language } }: Edition,
  moreOf: (name: string) => Pick<EntryView, 'detail' | 'leads' | 'calendar'>,
): EntryView[] {
  return periods.toReversed().map(({ name, count }) => ({
    label: periodInWords(name, language),
    href: addresses.period(name),
    count: wordsOf(language).lists.storyCount(count),
    ...moreOf(name),
  }));
}

/** The head of a period's page: its place in the archive, and the ways to the periods before and after it. */
function periodHead(periods: readonly Period[], index: number, edition: Edition) {
  const { language } = edition.publication;
  const { lists } = wordsOf(language);
  const { name = '', count } = periods[index] ?? {};
  const above = [length.year, length.month].filter((each) => each < name.length).map((each) => name.slice(0, each));
  const way = (rel: 'prev' | 'next', label: string, there: Period | undefined) =>
    there ? [{ label, name: periodInWords(there.name, language), href: addresses.period(there.name), rel }] : [];
  const links: WaysView['links'] = [
    ...way('prev', lists.older, periods[index - 1]),
    ...way('next', lists.newer, periods[index + 1]),
  ];
  return {
    heading: periodInWords(name, language),
    count,
    within: archiveLink(edition),
    trail: {
      label: lists.trail,
      links: [
        archiveLink(edition),
        ...above.map((each) => ({ label: periodInWords(each, language), href: addresses.period(each) })),
      ],
      here: name.length === length.day ? dayAndMonth(name, language) : periodInWords(name, language),
    },
    ways: links.length > 0 ? [{ label: lists.archive, links }] : [],
  } satisfies Partial<Omit<ListHead, 'count'>> & { count?: number };
}

function periodInWords(name: string, language: string): string {
  if (name.length === length.year) return yearInWords(name, language);
  return name.length === length.month ? monthInWords(name, language) : dayInWords(name, language);
}

function archiveLink({ publication }: Edition): LinkView {
  return { label: wordsOf(publication.language).lists.archive, href: addresses.archive };
}
