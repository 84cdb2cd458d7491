import type { ElementContent } from 'hast';
import { elementsIn } from './tree.ts';

/** Whether a text has words in italics. */
export function hasItalics(text: readonly ElementContent[]): boolean {
  return elementsIn(text, ({ tagName }) => /^(em|i|cite|var|dfn)$/.test(tagName)).length > 0;
}
