import type { Article } from './article.ts';
import { isShown, type Edition } from './edition.ts';
import { listsOf, placeIn } from './lists.ts';

/** The stories that came out just before and just after one in its section. */
export interface Neighbours {
  previous?: Article;
  next?: Article;
}

/** By instant of publication; stories that were withdrawn are passed over, and have none. */
export function neighboursOf(article: Article, edition: Edition): Neighbours {
  const section = listsOf(edition).bySection.get(article.section.id) ?? [];
  const place = placeIn(section, article);
  if (section[place] !== article || !isShown(article)) return {};
  const nearest = (step: 1 | -1) => {
    let at = place + step;
    for (let other = section[at]; other && !isShown(other); other = section[at]) at += step;
    return section[at];
  };
  return { previous: nearest(-1), next: nearest(1) };
}
