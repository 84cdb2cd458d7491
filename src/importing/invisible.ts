import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { invisibleCharacter } from '../newsroom/invisible.ts';
import type { Leftover } from './draft.ts';

/** A text without characters that no reader sees and that turn, break or hide words; and how many there were. */
export function withoutInvisible(text: string): { text: string; count: number } {
  let count = 0;
  let clean = text.isWellFormed() ? text : text.toWellFormed();
  // One look is enough for most.
  if (invisibleCharacter(clean) === undefined) return { text: clean, count };
  let kept = '';
  for (const letter of clean) {
    if (invisibleCharacter(letter)) {
      count += 1;
      if (letter === '\u2028' || letter === '\u2029' || letter === '\u000b' || letter === '\u000c') kept += ' ';
    } else kept += letter;
  }
  clean = kept;
  return { text: clean, count };
}

/** Takes such characters out of the words of a tree, and tells how many there were. */
export function takeInvisible(tree: Nodes, leftovers: Leftover[]): void {
  let invisible = 0;
  visit(tree, (node) => {
    if (!('value' in node)) return;
    const { text, count } = withoutInvisible(node.value);
    invisible += count;
    node.value = text;
  });
  if (invisible > 0) leftovers.push({ kind: 'invisible characters that were taken out', text: `(${invisible})` });
}

/** Words on one line without invisible characters, as the fields of an article have them. */
export function fieldLine(text: string): string {
  return withoutInvisible(text).text.replace(/\s+/g, ' ').trim();
}
