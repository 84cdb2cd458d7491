import type { Copy } from './cast-off.ts';
import { frontPage, type FrontPage } from './front-page.ts';
import { insidePages, type Front, type InsidePages } from './inside-pages.ts';

/** A newspaper made up: stories go by their number. */
export interface MakeUp {
  front: FrontPage;
  inside: InsidePages;
}

/** Of how many stories fronts are tried that have less of the lead, and what speaks against each piece that they have less. */
const fronts = { stories: 15, cost: 0.3 };

/**
 * Puts a newspaper together from its stories, the lead first and those of a section one after the other.
 * @param briefs stories that are briefs
 * @param imprint height of what stands below the last row, in points
 */
export function makeUp(
  copies: readonly Copy[],
  { briefs, imprint }: { briefs: ReadonlySet<number>; imprint: number },
): MakeUp {
  // With less of the lead in front there is more of it inside, and all that follows stands elsewhere.
  let made: (MakeUp & { cost: number }) | undefined;
  for (const less of [0, 1, 2, 3]) {
    const front = frontPage(copies, briefs, less);
    const inside = insidePages(copies, inFront(front), imprint);
    const cost = inside.cost + fronts.cost * less;
    if (!made || cost < made.cost) made = { front, inside, cost };
    if (inside.isGood || front.lead.opening === 0 || copies.length > fronts.stories) break;
  }
  return made as MakeUp;
}

function inFront({ lead, rail }: FrontPage): Front {
  return {
    blocks: new Map([[0, lead.opening], ...rail.map(({ story, opening }) => [story, opening] as const)]),
    pictures: new Set([
      ...(lead.picture ? [0] : []),
      ...rail.filter(({ picture }) => picture).map(({ story }) => story),
    ]),
  };
}
