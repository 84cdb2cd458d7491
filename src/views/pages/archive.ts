import { dayAndMonth, dayInWords, monthInWords, yearInWords } from '../../newsroom/calendar.ts';
import { isShown, type Edition } from '../../newsroom/edition.ts';
import { frontOrder } from '../../newsroom/front-order.ts';
import { listsOf } from '../../newsroom/lists.ts';
import { addresses } from '../../newsroom/permalink.ts';
import { wordsOf } from '../../newsroom/words.ts';
import type { DirectoryView, EntryView } from './directory.ts';
import {
  headlinesOf,
  listHead,
  listPages,
  shownCount,
  storyRows,
  type ListHead,
  type StoriesView,
  type WaysView,
} from './list.ts';
import type { LinkView } from '../site.ts';
import { storyView } from '../story.ts';

/** A year, a month or a day that has stories: `2019`, `2019-03`, `2019-03-01`. */
interface Period {
  name: string;
  count: number;
}

const length = { year: 4, month: 7, day: 10 } as const;

/** The archive by year, and by section. */
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
  const within = archiveLink(edition);
  const contents = [...years.map(({ name }) => name).reverse(), ...bySection.map(({ label }) => label)];
  return {
    ...listHead({ edition, page: { address: addresses.archive }, heading: lists.archive, within, contents }),
    groups:
      years.length > 0 ? [{ entries: entriesOf(years, edition) }, { heading: lists.sections, entries: bySection }] : [],
  };
}

/** A page for each year that has stories, with its months. */
export function yearViews(edition: Edition): DirectoryView[] {
  const months = Map.groupBy(periodsOf(edition, 'month'), ({ name }) => name.slice(0, length.year));
  return directoriesOf(periodsOf(edition, 'year'), edition, (year) => entriesOf(months.get(year) ?? [], edition));
}

/** A page for each month that has stories, with its days and the story that leads each. */
export function monthViews(edition: Edition): DirectoryView[] {
  const days = Map.groupBy(periodsOf(edition, 'day'), ({ name }) => name.slice(0, length.month));
  return directoriesOf(periodsOf(edition, 'month'), edition, (month) =>
    entriesOf(days.get(month) ?? [], edition, (day) => {
      const [lead] = frontOrder(edition, day).map(storyView);
      return lead && { text: lead.headline, href: lead.href, language: lead.language, direction: lead.direction };
    }),
  );
}

/** The pages of each day that has stories; a page shows its stories as the front did. */
export function dayPages(edition: Edition): StoriesView[] {
  const { byDay } = listsOf(edition);
  const days = periodsOf(edition, 'day');
  return days.flatMap((day, index) => {
    const rank = new Map(frontOrder(edition, day.name).map((article, place) => [article.path, place]));
    const head = periodHead(days, index, edition);
    return listPages(byDay.get(day.name) ?? [], addresses.period(day.name)).map((page) => {
      const stories = page.items.filter(isShown).sort((a, b) => (rank.get(a.path) ?? 0) - (rank.get(b.path) ?? 0));
      return {
        ...listHead({ edition, page, ...head, contents: headlinesOf(stories) }),
        groups: stories.length > 0 ? [{ rows: storyRows(stories.map(storyView)) }] : [],
      };
    });
  });
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
): DirectoryView[] {
  return periods.map(({ name }, index) => {
    const listed = entries(name);
    const head = periodHead(periods, index, edition);
    const contents = listed.map(({ label, detail }) => detail?.text ?? label);
    return {
      ...listHead({ edition, page: { address: addresses.period(name) }, ...head, contents }),
      groups: [{ entries: listed }],
    };
  });
}

function entriesOf(
  periods: readonly Period[],
  { publication: { language } }: Edition,
  detailOf?: (name: string) => EntryView['detail'],
): EntryView[] {
  return periods.toReversed().map(({ name, count }) => ({
    label: periodInWords(name, language),
    href: addresses.period(name),
    count: wordsOf(language).lists.storyCount(count),
    detail: detailOf?.(name),
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
