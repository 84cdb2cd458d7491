import type { FrontPlan } from './article.ts';

/**
 * A plan with those of its stories that can be shown. Where one of a pair cannot, the other stands beside the lead; where the
 * lead cannot, the headline of what leads in its place does not stand across the page.
 */
export function shownPlan(
  { lead, breaking, second, pairs, briefs, inside }: FrontPlan,
  isShown: (path: string) => boolean,
): FrontPlan {
  const leads = lead !== undefined && isShown(lead);
  return {
    lead: leads ? lead : undefined,
    breaking: breaking && (leads || lead === undefined),
    second: [...second, ...pairs.filter((pair) => !pair.every(isShown)).flat()].filter(isShown),
    pairs: pairs.filter((pair) => pair.every(isShown)),
    briefs: briefs.filter(isShown),
    inside: inside.filter(isShown),
  };
}
