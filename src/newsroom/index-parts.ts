import type { Article } from './article.ts';
import { isShown, type Edition } from './edition.ts';
import { primaryOf, type Direction } from './language.ts';
import { listsOf } from './lists.ts';

/** Stories in a full part of the search index. */
export const storiesInPart = 1000;

/** Stories of one language that followed each other: what of the search index is made, and kept, at a time. */
export interface IndexPart {
  /**
   * `en-x-0`: the language, and a number counted from the oldest story. It is a language tag, so that the index can be
   * made as of that language, and each result told by its part.
   */
  name: string;
  /** The oldest first; only those that may be shown. */
  articles: Article[];
}

/** What the search index holds of a story, as finished text. */
export interface IndexRecord {
  url: string;
  headline: string;
  kicker?: string;
  standfirst?: string;
  /** Contributors and agencies. */
  names: string[];
  bodyKey: string;
  filters: { section: string[]; topic: string[]; contributor: string[]; year: string[] };
  card: ResultCard;
}

/** A story as the list of results shows it; nothing of it is searched. */
export interface ResultCard {
  headline: string;
  /** Kicker or section. */
  over: string;
  language: string;
  direction: Direction;
  /** The edition's date. */
  date: { iso: string; text: string };
  /** Milliseconds since 1970-01-01T00:00Z of publication: the order by date. */
  at: number;
  picture?: { src: string; width: number; height: number; alt: string };
}

/**
 * The search index in parts, those in the paper's own language first. A part that is full never changes because a story
 * is added: as the pages of a list, parts hold all that was ever on them, and a story that was withdrawn leaves its place.
 */
export function indexParts(edition: Edition, size = storiesInPart): IndexPart[] {
  // Dialects are searched together.
  const own = primaryOf(edition.publication.language);
  const byLanguage = new Map<string, Article[]>([[own, []]]);
  for (const article of listsOf(edition).all) {
    const language = primaryOf(article.language);
    const stories = byLanguage.get(language);
    if (stories) stories.push(article);
    else byLanguage.set(language, [article]);
  }
  const [first, ...others] = byLanguage;
  return [...(first ? [first] : []), ...others.sort(([a], [b]) => (a < b ? -1 : 1))].flatMap(([language, stories]) =>
    Array.from({ length: Math.ceil(stories.length / size) }, (_, number) => ({
      name: `${language}-x-${number}`,
      articles: stories.slice(number * size, (number + 1) * size).filter(isShown),
    })).filter(({ articles }) => articles.length > 0),
  );
}
