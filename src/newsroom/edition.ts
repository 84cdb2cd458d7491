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
  return status.state !== 'draft' && epoch(openFrom({ status, published })) <= epoch(asOf);
}

/** When readers can first open an article that is no draft: at its publication or when its embargo ends, RFC 3339. */
export function openFrom({ status, published }: Pick<Article, 'status' | 'published'>): string {
  return status.state === 'embargoed' && epoch(status.until) > epoch(published) ? status.until : published;
}

/** Whether an article may be shown in lists and beside others. */
export function isShown(article: Article): boolean {
  return article.status.state !== 'withdrawn';
}

/** When a reader was last given something else to read: publication, update or correction, RFC 3339. */
export function lastChange({ published, updated, corrections }: Article): string {
  return [published, updated, ...corrections.map(({ at }) => at)].reduce<string>(
    (last, at) => (at !== undefined && epoch(at) > epoch(last) ? at : last),
    published,
  );
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
 * The stories of one day in the order of the front page: first the one of most weight, then those it names itself in
 * its own order, then the others by weight.
 * @param lead takes the first place, from whatever day it is
 */
export function frontOrder(edition: Edition, date: string, lead?: Article): Article[] {
  const stories = (listsOf(edition).byDay.get(date) ?? []).filter(isShown);
  const mentions = new Map<string, number>();
  for (const story of stories)
    for (const path of new Set([...namedBy(story), ...story.mentions]))
      mentions.set(path, (mentions.get(path) ?? 0) + 1);
  const weights = new Map(stories.map((story) => [story, weightOf(story, mentions.get(story.path) ?? 0)]));
  const byWeight = (a: Article, b: Article) =>
    (weights.get(b) ?? 0) - (weights.get(a) ?? 0) ||
    epoch(b.published) - epoch(a.published) ||
    (a.path < b.path ? -1 : 1);
  stories.sort(byWeight);
  const first = lead ?? stories[0];
  if (!first) return [];
  const named = namedBy(first);
  const rank = ({ path }: Article) => (named.includes(path) ? named.indexOf(path) : named.length);
  return [first, ...stories.filter((story) => story !== first).sort((a, b) => rank(a) - rank(b) || byWeight(a, b))];
}

/** What a story counts for when nobody has said it: most of all how many others name it, and that it is news. */
function weightOf({ kind, picture, standfirst }: Article, mentions: number): number {
  const apart = kind === 'briefs' ? 1000 : kind === 'analysis' || kind === 'opinion' ? 500 : 0;
  return 4 * mentions + (picture ? 2 : 0) + Math.min(1, (standfirst?.length ?? 0) / 80) - apart;
}

/** Paths of the stories that an article has related to it. */
function namedBy(article: Article): string[] {
  return relatedArticles(article).map(({ path }) => path);
}

/** Stories of this paper that the editor set beside an article, in order. */
export function relatedArticles(article: Article): Article[] {
  return article.related.flatMap((group) =>
    group.stories.flatMap((story) => ('article' in story ? [story.article] : [])),
  );
}
