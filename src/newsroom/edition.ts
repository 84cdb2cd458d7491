import type { Article, Contributor, FrontPlan, Heading, Publication, StaticPage } from './article.ts';
import { epoch } from './calendar.ts';
import { listsOf } from './lists.ts';
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
}

/** Whether an article has a page at an instant. An embargo, and a time of publication still to come, hold it back. */
export function isOut({ status, published }: Pick<Article, 'status' | 'published'>, asOf: string): boolean {
  if (status.state === 'draft') return false;
  if (status.state === 'embargoed' && epoch(status.until) > epoch(asOf)) return false;
  return epoch(published) <= epoch(asOf);
}

/** Whether an article may be shown in lists and beside others. */
export function isShown(article: Article): boolean {
  return article.status.state !== 'withdrawn';
}

/** The plain date of the newest edition; `undefined` while nothing is published. */
export function latestDate(edition: Edition): string | undefined {
  let latest: string | undefined;
  for (const article of edition.articles.values()) {
    if (isShown(article) && (latest === undefined || editionDateOf(article) > latest)) latest = editionDateOf(article);
  }
  return latest;
}

/**
 * The stories of one day in the order of the front page: first the one that most of the others name as related,
 * then those it names itself in its own order, then the newest.
 */
export function frontOrder(edition: Edition, date: string): Article[] {
  const stories = (listsOf(edition).byDay.get(date) ?? []).filter(isShown);
  const mentions = new Map<Article, number>();
  for (const story of stories)
    for (const other of new Set(relatedArticles(story))) mentions.set(other, (mentions.get(other) ?? 0) + 1);
  const newestFirst = (a: Article, b: Article) => epoch(b.published) - epoch(a.published) || (a.path < b.path ? -1 : 1);
  const [lead, ...others] = stories.sort(
    (a, b) =>
      (mentions.get(b) ?? 0) - (mentions.get(a) ?? 0) ||
      Number(Boolean(b.picture)) - Number(Boolean(a.picture)) ||
      newestFirst(a, b),
  );
  if (!lead) return [];
  const named = relatedArticles(lead);
  const rank = (story: Article) => (named.includes(story) ? named.indexOf(story) : named.length);
  return [lead, ...others.sort((a, b) => rank(a) - rank(b) || newestFirst(a, b))];
}

/** Stories of this paper that the editor set beside an article, in order. */
export function relatedArticles(article: Article): Article[] {
  return article.related.flatMap((group) =>
    group.stories.flatMap((story) => ('article' in story ? [story.article] : [])),
  );
}
