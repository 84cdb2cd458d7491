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

let last: { articles: Edition['articles']; lists: Grouped } | undefined;

/** The lists of an edition, made once. Those of one in which few articles are others, all in their places, are made of those of the one before. */
export function listsOf(edition: Edition): Lists {
  const made = known.get(edition);
  if (made) return made;
  const { articles } = edition;
  const replaced = last && replacedIn(last.articles, articles);
  const lists = last && replaced ? withReplaced(last.lists, replaced) : newLists(edition);
  known.set(edition, lists);
  last = { articles, lists };
  return lists;
}

/** By what an article is filed under in each kind of list. */
const namesIn: Record<Exclude<keyof Lists, 'all'>, (article: Article) => readonly string[]> = {
  bySection: ({ section }) => [section.id],
  byTopic: ({ topics }) => topics.map(({ id }) => id),
  byContributor: ({ contributors }) => contributors.map(({ contributor }) => contributor.id),
  byDay: (article) => [editionDateOf(article)],
  byPrintDate: ({ print }) => (print ? [print.edition] : []),
};

function newLists(edition: Edition): Grouped {
  const all = [...edition.articles.values()]
    .map((article) => ({ article, at: epoch(article.published) }))
    .sort((a, b) => a.at - b.at || (a.article.path < b.article.path ? -1 : 1))
    .map(({ article }) => article);
  return new Grouped(all);
}

type Made = Partial<Record<keyof typeof namesIn, Groups>>;
type Groups = ReadonlyMap<string, readonly Article[]>;

/** Lists each kind of which is made when somebody asks for it. */
class Grouped implements Lists {
  readonly all: readonly Article[];
  readonly #made: Made;

  constructor(all: readonly Article[], made: Made = {}) {
    this.all = all;
    this.#made = made;
  }

  get bySection(): Groups {
    return (this.#made.bySection ??= grouped(this.all, 'bySection'));
  }
  get byTopic(): Groups {
    return (this.#made.byTopic ??= grouped(this.all, 'byTopic'));
  }
  get byContributor(): Groups {
    return (this.#made.byContributor ??= grouped(this.all, 'byContributor'));
  }
  get byDay(): Groups {
    return (this.#made.byDay ??= byName(grouped(this.all, 'byDay')));
  }
  get byPrintDate(): Groups {
    return (this.#made.byPrintDate ??= byName(grouped(this.all, 'byPrintDate')));
  }

  /** The same with articles in the place of others. */
  with(replaced: ReadonlyMap<Article, Article>): Grouped {
    const renewed = (list: readonly Article[]) => list.map((article) => replaced.get(article) ?? article);
    const made: Made = {};
    for (const [kind, before] of Object.entries(this.#made) as [keyof typeof namesIn, Groups][]) {
      const groups = new Map(before);
      for (const name of new Set([...replaced.keys()].flatMap((article) => namesIn[kind](article))))
        groups.set(name, renewed(groups.get(name) ?? []));
      made[kind] = groups;
    }
    return new Grouped(renewed(this.all), made);
  }
}

function grouped(all: readonly Article[], kind: keyof typeof namesIn): Groups {
  const groups = new Map<string, Article[]>();
  for (const article of all)
    for (const name of new Set(namesIn[kind](article))) {
      const group = groups.get(name);
      if (group) group.push(article);
      else groups.set(name, [article]);
    }
  return groups;
}

function byName(groups: Groups): Groups {
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Where more are others, lists are made anew in less time. */
const few = 200;

/** Articles that are others than they were, each with the one in its place; `undefined` where these are not few, or not all in their places. */
function replacedIn(before: Edition['articles'], now: Edition['articles']): ReadonlyMap<Article, Article> | undefined {
  if (before.size !== now.size) return undefined;
  const replaced = new Map<Article, Article>();
  for (const [path, article] of now) {
    const other = before.get(path);
    if (other === article) continue;
    if (!other || replaced.size === few || !isListedAs(other, article)) return undefined;
    replaced.set(other, article);
  }
  return replaced;
}

function isListedAs(one: Article, other: Article): boolean {
  const names = (article: Article) => JSON.stringify(Object.values(namesIn).map((namesOf) => namesOf(article)));
  return one.published === other.published && names(one) === names(other);
}

function withReplaced(lists: Grouped, replaced: ReadonlyMap<Article, Article>): Grouped {
  const now = lists.with(replaced);
  origins.set(now, { before: lists, replaced });
  // One leads to the one before, and no further.
  origins.delete(lists);
  return now;
}

const origins = new WeakMap<Lists, { before: Lists; replaced: ReadonlyMap<Article, Article> }>();

/** Of which lists others were made by putting articles in the places of some; `undefined` where they were made anew. */
export function originOf(lists: Lists): { before: Lists; replaced: ReadonlyMap<Article, Article> } | undefined {
  return origins.get(lists);
}

/** Where an article is in a list, or where it would be. */
export function placeIn(list: readonly Article[], { published, path }: Article): number {
  const at = epoch(published);
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = list[middle];
    const gap = other ? epoch(other.published) - at : 0;
    if (other && (gap < 0 || (gap === 0 && other.path < path))) from = middle + 1;
    else to = middle;
  }
  return from;
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
