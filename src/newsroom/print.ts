import type { Article } from './article.ts';
import { frontOrder, isShown, type Edition } from './edition.ts';
import { listsOf } from './lists.ts';
import { editionDateOf } from './permalink.ts';

const natural = new Intl.Collator('en', { numeric: true });

/**
 * The stories of a printed edition as they stood in it: by page ("A1", "A2", "A10", "B1"), then by section, then as
 * on the front. Stories without a page come last. Where several publications printed stories that day each has its
 * own run, the paper itself before the others.
 * @param date the print date, `YYYY-MM-DD`
 */
export function printedOrder(edition: Edition, date: string): Article[] {
  const stories = (listsOf(edition).byPrintDate.get(date) ?? []).filter(isShown);
  const days = [...new Set(stories.map(editionDateOf))].sort().reverse();
  const front = new Map(days.flatMap((day) => frontOrder(edition, day)).map((story, rank) => [story, rank]));
  const isOwn = ({ print }: Article) => Number(print?.publication === edition.publication.name);
  const inOrder = (a: string | undefined, b: string | undefined) =>
    Number(a === undefined) - Number(b === undefined) || natural.compare(a ?? '', b ?? '');
  return stories.sort(
    (a, b) =>
      isOwn(b) - isOwn(a) ||
      inOrder(a.print?.publication, b.print?.publication) ||
      inOrder(a.print?.page, b.print?.page) ||
      inOrder(a.print?.section, b.print?.section) ||
      (front.get(a) ?? 0) - (front.get(b) ?? 0),
  );
}
