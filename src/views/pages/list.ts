import type { Article } from '../../newsroom/article.ts';
import { dayInWords } from '../../newsroom/calendar.ts';
import { isShown, type Edition } from '../../newsroom/edition.ts';
import { listsOf, pagesOfList } from '../../newsroom/lists.ts';
import { absolute, addresses, editionDateOf, pageOfList } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';
import { feedAlternates, feedLinks, type FeedLinkView } from '../feeds/feed-links.ts';
import { siteView, type LinkView, type SiteView } from '../site.ts';
import { storyView, type StoryView } from '../story.ts';

/** What stands above and below the list on a page that lists something. */
export interface ListHead {
  site: SiteView;
  /** From the root of the site. */
  address: string;
  /** Of the window and of bookmarks. */
  title: string;
  description?: string;
  canonical: string;
  skip: string;
  /** What the page belongs to, marked in the navigation. */
  within?: LinkView;
  /** The way down to this page; `here` is the page itself. */
  trail?: { label: string; links: LinkView[]; here?: string };
  heading: string;
  /** Set on pages that have a number. */
  page?: string;
  standfirst?: string;
  count?: string;
  /** Ways to pages beside this one. */
  ways: WaysView[];
  /** Of the same list, where it has any. */
  feeds?: { alternates: FeedLinkView[]; links: WaysView };
  /** Said where the list has nothing to show. */
  empty: string;
}

export interface WaysView {
  label: string;
  links: WayView[];
}

export interface WayView extends LinkView {
  /** What is there: a day, a month, a year. */
  name?: string;
  rel?: 'prev' | 'next';
}

/** A page that lists stories. */
export interface StoriesView extends ListHead {
  groups: StoryGroup[];
}

export interface StoryGroup {
  /** Stands beside the stories: their day, or the page of the printed paper. */
  heading?: { text: string; note?: string; href?: string };
  rows: StoryRow[];
}

export interface StoryRow {
  story: StoryView;
  note?: string;
}

/** One page of a list, with the addresses of those beside it. */
export interface ListPage<T> {
  address: string;
  /** Absent at the list's own address. */
  number?: number;
  /** The newest first. */
  items: T[];
  newer?: string;
  older?: string;
}

/**
 * The pages of a list, the newest at the list's own address.
 * @param list the oldest first, with all that was ever on it
 */
export function listPages<T>(list: readonly T[], address: string): ListPage<T>[] {
  const { newest, numbered } = pagesOfList(list);
  const at = (number: number) => (number > numbered.length ? address : pageOfList(address, number));
  const page = (items: T[], number: number): ListPage<T> => ({
    address: at(number),
    number: number > numbered.length ? undefined : number,
    items: items.toReversed(),
    newer: number > numbered.length ? undefined : at(number + 1),
    older: number > 1 ? at(number - 1) : undefined,
  });
  return [page(newest, numbered.length + 1), ...numbered.map((items, index) => page(items, index + 1))];
}

/** The head of a page. Standfirst and count stand on the first page alone: a page with a number stays as it is. */
export function listHead({
  edition,
  page: { address, number, newer, older },
  heading,
  standfirst,
  count,
  ways = [],
  description,
  contents,
  feeds: list,
  ...others
}: {
  edition: Edition;
  page: Omit<ListPage<unknown>, 'items'>;
  heading: string;
  /** What the page lists, in its order: its description where there is no other. */
  contents: readonly string[];
  count?: number;
  ways?: WaysView[];
  /** The address of the list, when it has ever had something for feeds. */
  feeds?: string;
} & Partial<Pick<ListHead, 'standfirst' | 'description' | 'within' | 'trail' | 'empty'>>): ListHead {
  const { publication } = edition;
  const words = wordsOf(publication.language);
  const { lists } = words;
  const page = number === undefined ? undefined : lists.pageNumber(number);
  const first = page === undefined;
  const set = (text: string) => typesetText(text, publication);
  const links: WayView[] = [
    ...(newer ? [{ label: lists.newer, href: newer, rel: 'prev' as const }] : []),
    ...(older ? [{ label: lists.older, href: older, rel: 'next' as const }] : []),
  ];
  return {
    site: siteView(edition),
    title: `${[set(heading), page].filter(Boolean).join(', ')} – ${publication.name}`,
    description: description ?? (first && standfirst ? set(standfirst) : summaryOf(contents)),
    empty: words.noStories,
    ...others,
    address,
    canonical: absolute(address, publication.url),
    skip: words.skipToText,
    heading: set(heading),
    page,
    standfirst: first && standfirst ? set(standfirst) : undefined,
    count: first && count ? lists.storyCount(count) : undefined,
    ways: [...(links.length > 0 ? [{ label: lists.pages, links }] : []), ...(first ? ways : [])],
    feeds:
      list === undefined
        ? undefined
        : {
            alternates: feedAlternates(list, `${set(heading)} – ${publication.name}`),
            links: { label: words.feeds.label, links: feedLinks(list) },
          },
  };
}

const summaryLength = 160;

/** The first of some headlines or names, as many as a search engine shows. */
function summaryOf(contents: readonly string[]): string | undefined {
  let summary = contents[0];
  for (const each of contents.slice(1)) {
    const longer = `${summary} · ${each}`;
    if (longer.length > summaryLength) break;
    summary = longer;
  }
  return summary;
}

/** Headlines of the stories that are shown, in their order. */
export function headlinesOf(stories: readonly Article[]): string[] {
  return stories.filter(isShown).map((article) => storyView(article).headline);
}

/** The stories of a page, those of a day together, the newest day first. */
export function storiesByDay(stories: readonly Article[], { publication }: Pick<Edition, 'publication'>): StoryGroup[] {
  const days = Map.groupBy(stories.filter(isShown), editionDateOf);
  return [...days]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, group]) => ({
      heading: { text: dayInWords(day, publication.language), href: addresses.period(day) },
      rows: storyRows(group.map(storyView)),
    }));
}

/** Stories one below the other. A kicker that the story above has too is not said again. */
export function storyRows(stories: readonly StoryView[]): StoryRow[] {
  return stories.map((story, index) => {
    const above = stories[index - 1];
    return { story: story.kicker && story.kicker === above?.kicker ? { ...story, kicker: undefined } : story };
  });
}

const counts = new WeakMap<readonly Article[], number>();

/** How many of some stories are shown; counted once for a list. */
export function shownCount(stories: readonly Article[]): number {
  const count = counts.get(stories) ?? stories.filter(isShown).length;
  counts.set(stories, count);
  return count;
}

/** The newest stories of the paper, for pages that would lead nowhere otherwise. */
export interface NewestView {
  heading: string;
  rows: StoryRow[];
}

const newestStories = 5;

export function newestView(edition: Edition): NewestView {
  return {
    heading: wordsOf(edition.publication.language).lists.newest,
    rows: storyRows(listsOf(edition).all.filter(isShown).slice(-newestStories).reverse().map(storyView)),
  };
}
