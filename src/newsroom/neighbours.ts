import type { Article } from './article.ts';
import { isShown, type Edition } from './edition.ts';
import { listsOf } from './lists.ts';

/** The stories that came out just before and just after one in its section. */
export interface Neighbours {
  previous?: Article;
  next?: Article;
}

const known = new WeakMap<Edition, ReadonlyMap<Article, Neighbours>>();

/** By instant of publication; stories that were withdrawn are passed over. */
export function neighboursOf(article: Article, edition: Edition): Neighbours {
  const neighbours = known.get(edition) ?? allNeighbours(edition);
  known.set(edition, neighbours);
  return neighbours.get(article) ?? {};
}

function allNeighbours(edition: Edition): ReadonlyMap<Article, Neighbours> {
  return new Map(
    [...listsOf(edition).bySection.values()].flatMap((section) => {
      const shown = section.filter(isShown);
      return shown.map((article, at) => [article, { previous: shown[at - 1], next: shown[at + 1] }] as const);
    }),
  );
}
