import type { Article } from './article.ts';
import { isShown, type Edition } from './edition.ts';
import { frontOrder } from './front-order.ts';
import { listsOf } from './lists.ts';
import { editionDateOf } from './permalink.ts';

/**
 * The stories that make up a newspaper of a print date: the paper's own run or, where it printed none itself, what it filed
 * for that day and what others printed of it. The lead comes first, then its section, then the others in the publication's order.
 * @param date the print date, `YYYY-MM-DD`
 */
export function newspaperOrder(edition: Edition, date: string): Article[] {
  const printed = printedOrder(edition, date);
  const own = printed.filter(({ print }) => print?.publication === edition.publication.name);
  const filed = (listsOf(edition).byDay.get(date) ?? []).filter(isShown);
  const run = own.length > 0 ? own : [...new Set([...filed, ...printed])];
  const day = run.map(editionDateOf).sort().at(-1);
  if (day === undefined) return [];
  const wanted = edition.fronts.get(day)?.lead;
  const order = frontOrder(edition, day);
  const lead = run.find(({ path }) => path === wanted) ?? order.find((story) => run.includes(story)) ?? run[0];
  const weight = new Map(frontOrder(edition, day, lead).map((story, rank) => [story, rank]));
  const sections = [lead?.section.id ?? '', ...edition.publication.sections];
  const rank = ({ section: { id } }: Article) => (sections.includes(id) ? sections.indexOf(id) : sections.length);
  return [...run].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      natural.compare(a.section.id, b.section.id) ||
      (weight.get(a) ?? weight.size) - (weight.get(b) ?? weight.size),
  );
}

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
