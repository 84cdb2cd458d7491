import type { Article } from '../../newsroom/article.ts';
import { dateInWords, dayInWords, yearInWords } from '../../newsroom/calendar.ts';
import { isShown, type Edition } from '../../newsroom/edition.ts';
import { listsOf } from '../../newsroom/lists.ts';
import { addresses } from '../../newsroom/permalink.ts';
import { printedOrder } from '../../newsroom/print.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';
import type { Listed } from '../listed.ts';
import type { DirectoryView } from '../pages/directory.ts';
import { headlinesOf, listHead, shownCount, type StoriesView, type StoryGroup } from '../pages/list.ts';
import { storyView } from '../story.ts';
import { takeawayLinks, type TakeawayFile } from './takeaway.ts';

/** The index of printed editions, the newest first, by year. */
export function printEditionsView(edition: Edition): DirectoryView {
  const { language } = edition.publication;
  const { lists } = wordsOf(language);
  const years = Map.groupBy(datesOf(edition).reverse(), ({ date }) => date.slice(0, 4));
  const contents = datesOf(edition).map(({ date }) => dateInWords(date, language));
  return {
    ...listHead({
      edition,
      page: { address: addresses.editions },
      heading: lists.editions,
      empty: lists.nothingListed,
      contents: contents.reverse(),
    }),
    groups: [...years].map(([year, dates]) => ({
      heading: yearInWords(year, language),
      entries: dates.map(({ date, count }) => ({
        label: dayInWords(date, language),
        href: addresses.edition(date),
        count: lists.storyCount(count),
      })),
    })),
  };
}

/**
 * A page for each printed edition, with its stories as they stood in it.
 * @param filesOf the files that there are of the edition of a date
 */
export function printEditionViews(
  edition: Edition,
  filesOf: (date: string) => readonly TakeawayFile[],
): Listed<StoriesView>[] {
  const { language } = edition.publication;
  const { lists, newspaper } = wordsOf(language);
  const trail = { label: lists.trail, links: [{ label: lists.editions, href: addresses.editions }] };
  const dates = datesOf(edition);
  const viewOf = (date: string, count: number, index: number): StoriesView => {
    const way = (rel: 'prev' | 'next', label: string, there = '') =>
      there ? [{ label, name: dateInWords(there, language), href: addresses.edition(there), rel }] : [];
    const links = [
      ...way('prev', lists.older, dates[index - 1]?.date),
      ...way('next', lists.newer, dates[index + 1]?.date),
    ];
    const heading = lists.printEdition(dateInWords(date, language));
    const takeaway = [
      { label: newspaper.toPrint, href: addresses.newspaper(date) },
      ...takeawayLinks(filesOf(date), addresses.edition(date), language),
    ];
    const ways = [
      { label: newspaper.files, links: takeaway },
      ...(links.length > 0 ? [{ label: lists.editions, links }] : []),
    ];
    const stories = printedOrder(edition, date);
    const contents = headlinesOf(stories);
    return {
      ...listHead({ edition, page: { address: addresses.edition(date) }, heading, count, trail, ways, contents }),
      groups: printedPages(stories, language),
    };
  };
  return dates.map(({ date, count }, index) => ({
    address: addresses.edition(date),
    view: () => viewOf(date, count, index),
  }));
}

/** The oldest first. */
function datesOf(edition: Edition): { date: string; count: number }[] {
  return [...listsOf(edition).byPrintDate]
    .filter(([, stories]) => stories.some(isShown))
    .map(([date, stories]) => ({ date, count: shownCount(stories) }));
}

/** Stories in their printed order, those of a page together. */
function printedPages(stories: readonly Article[], language: string): StoryGroup[] {
  const { lists } = wordsOf(language);
  const pages = Map.groupBy(stories, ({ print }) => JSON.stringify([print?.publication, print?.page]));
  return [...pages.values()].map((group) => {
    const { publication = '', page } = group[0]?.print ?? {};
    const name = typesetText(publication, language);
    return {
      heading: page ? { text: lists.printPage(page), note: name } : { text: name },
      rows: group.map((article) => ({ story: storyView(article), note: printNote(article) })),
    };
  });
}

/** Section and headline that a story had on paper, the headline where it was another one. */
function printNote(article: Article): string | undefined {
  const { print, headline, language } = article;
  const words = wordsOf(language).lists;
  const other = print?.headline && print.headline !== headline ? words.printHeadline(print.headline) : undefined;
  return typesetText([print?.section, other].filter(Boolean).join(' · '), article) || undefined;
}
