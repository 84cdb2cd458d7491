import type { Article, Correction } from './article.ts';
import { epoch } from './calendar.ts';
import type { Edition } from './edition.ts';
import { editionDateOf } from './permalink.ts';

/** Articles of an edition by what they are filed under, the oldest first; stories that were withdrawn are among them. */
export interface Lists {
  all: readonly Article[];
  bySection: ReadonlyMap<string, readonly Article[]>;
  byTopic: ReadonlyMap<string, readonly Article[]>;
  byContributor: ReadonlyMap<string, readonly Article[]>;
  /** By plain date of the edition they were filed for, the oldest day first. */
  byDay: ReadonlyMap<string, readonly Article[]>;
  /** By the plain date of the print edition that a version of them stood in, the oldest first. */
  byPrintDate: ReadonlyMap<string, readonly Article[]>;
}

const known = new WeakMap<Edition, Lists>();

/** The lists of an edition, made once. */
export function listsOf(edition: Edition): Lists {
  const lists = known.get(edition) ?? newLists(edition);
  known.set(edition, lists);
  return lists;
}

function newLists(edition: Edition): Lists {
  const all = [...edition.articles.values()]
    .map((article) => ({ article, at: epoch(article.published) }))
    .sort((a, b) => a.at - b.at || (a.article.path < b.article.path ? -1 : 1))
    .map(({ article }) => article);
  const grouped = (namesOf: (article: Article) => readonly string[]) => {
    const groups = new Map<string, Article[]>();
    for (const article of all)
      for (const name of new Set(namesOf(article))) {
        const group = groups.get(name);
        if (group) group.push(article);
        else groups.set(name, [article]);
      }
    return groups;
  };
  const byName = (groups: Map<string, Article[]>) => new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    all,
    bySection: grouped(({ section }) => [section.id]),
    byTopic: grouped(({ topics }) => topics.map(({ id }) => id)),
    byContributor: grouped(({ contributors }) => contributors.map(({ contributor }) => contributor.id)),
    byDay: byName(grouped((article) => [editionDateOf(article)])),
    byPrintDate: byName(grouped(({ print }) => (print ? [print.edition] : []))),
  };
}

/** Every correction of an edition with its article, the oldest first; those of withdrawn stories are among them. */
export function correctionsOf(edition: Edition): { article: Article; correction: Correction }[] {
  return listsOf(edition)
    .all.flatMap((article) => article.corrections.map((correction) => ({ article, correction })))
    .sort((a, b) => epoch(a.correction.at) - epoch(b.correction.at));
}

/** Stories on a full page of a list. */
export const storiesOnPage = 24;

/**
 * A list in pages that keep their numbers: page 1 holds the oldest stories, and only full pages have a number.
 * What is left, from one page's worth to just under two, is the newest and stands at the list's own address.
 * @param list the oldest first, with all that was ever on it: a story that is left out later moves no other
 */
export function pagesOfList<T>(list: readonly T[], size = storiesOnPage): { newest: T[]; numbered: T[][] } {
  const full = Math.max(0, Math.floor(list.length / size) - 1);
  return {
    newest: list.slice(full * size),
    numbered: Array.from({ length: full }, (_, page) => list.slice(page * size, (page + 1) * size)),
  };
}

/**
 * A list as a feed gives it: the newest, and all that was ever on it in whole documents, the oldest first, none of which
 * changes when a story is added (RFC 5005). The newest may stand in the last of these as well, and none is in neither.
 */
export function documentsOfFeed<T>(list: readonly T[], size = storiesOnPage): { newest: T[]; archives: T[][] } {
  return {
    newest: list.slice(-size - 1),
    archives: Array.from({ length: Math.floor(list.length / size) }, (_, index) =>
      list.slice(index * size, (index + 1) * size),
    ),
  };
}
