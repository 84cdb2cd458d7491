import type { Article, Contributor, FrontPlan, Heading, Publication, StaticPage } from './article.ts';
import { latestOf } from './calendar.ts';
import { editionDateOf } from './permalink.ts';

/** Everything that is published as of one stated instant, under one name and time zone. */
export interface Edition {
  publication: Publication;
  /** By id, as are topics, contributors and static pages. */
  sections: ReadonlyMap<string, Heading>;
  topics: ReadonlyMap<string, Heading>;
  contributors: ReadonlyMap<string, Contributor>;
  pages: ReadonlyMap<string, StaticPage>;
  /** By the plain date of the day. */
  fronts: ReadonlyMap<string, FrontPlan>;
  /** RFC 3339. */
  asOf: string;
  /** By path; stories that were withdrawn are among them, drafts and those to come are not. */
  articles: ReadonlyMap<string, Article>;
  /** By path, drafts and those to come: only where a paper is written. They are in no list. */
  held?: ReadonlyMap<string, Article>;
  /** In how many of the articles a word is among the telling ones; absent where they have to be looked at for that. */
  holders?: ((word: string) => number) | undefined;
}

/** Whether an article may be shown in lists and beside others. */
export function isShown(article: Article): boolean {
  return article.status.state !== 'withdrawn';
}

/** When a reader was last given something else to read: publication, update or correction, RFC 3339. */
export function lastChange({ published, updated, corrections }: Article): string {
  return latestOf([published, ...(updated ? [updated] : []), ...corrections.map(({ at }) => at)]);
}

/** The plain date of the newest edition; `undefined` while nothing is published. */
export function latestDate(edition: Edition): string | undefined {
  let latest: string | undefined;
  for (const article of edition.articles.values()) {
    if (isShown(article) && (latest === undefined || editionDateOf(article) > latest)) latest = editionDateOf(article);
  }
  return latest;
}

/** Stories of this paper that the editor set beside an article, in order. */
export function relatedArticles(article: Article): Article[] {
  return article.related.flatMap((group) =>
    group.stories.flatMap((story) => ('article' in story ? [story.article] : [])),
  );
}
