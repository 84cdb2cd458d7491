import type { Article } from './article.ts';
import { epoch } from './calendar.ts';
import { isShown, relatedArticles, type Edition } from './edition.ts';
import { listsOf } from './lists.ts';

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
