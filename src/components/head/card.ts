import { orders } from '../../astro/internals.ts';
import { pathOf } from '../../newsroom/permalink.ts';
import type { CardView } from '../../views/machines/card.ts';

/** The address of a card; `undefined` where the paper is built without. The press draws those of the pages that are rendered. */
export function addressOfCard({ address, card }: CardView): string | undefined {
  if (import.meta.env.DEV || process.env.BROADSHEET_CARDS === 'off') return undefined;
  orders().cards.set(pathOf(address), card);
  return address;
}
