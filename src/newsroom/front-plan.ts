import type { FrontPlan } from './article.ts';

/** A plan with those of its stories that can be shown. Where one of a pair cannot, the other stands beside the lead. */
export function shownPlan(
  { lead, second, pairs, briefs, inside }: FrontPlan,
  isShown: (path: string) => boolean,
): FrontPlan {
  return {
    lead: lead !== undefined && isShown(lead) ? lead : undefined,
    second: [...second, ...pairs.filter((pair) => !pair.every(isShown)).flat()].filter(isShown),
    pairs: pairs.filter((pair) => pair.every(isShown)),
    briefs: briefs.filter(isShown),
    inside: inside.filter(isShown),
  };
}
