import type { Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { TextDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { invisibleCharacter } from '../newsroom/invisible.ts';
import { report } from './report.ts';

/** Markdown that would come out as something else than the editor meant: reported, with its place. */
export function remarkMistakes() {
  return (tree: Root, file: VFile) => {
    let depth = 1;
    reportInvisible(file);
    visit(tree, (node, index, parent) => {
      if (node.type === 'heading') {
        if (node.depth === 1) report(file, node, 'B-101', 'A heading of the first rank stands in the body.', 'The headline is the only one: begin the body\'s headings with ##.');
        else if (node.depth > depth + 1) report(file, node, 'B-102', `A heading of rank ${node.depth} follows one of rank ${depth}.`, `Write ${'#'.repeat(depth + 1)}, so that no rank is left out.`);
        if (toString(node).trim() === '') report(file, node, 'B-103', 'A heading has no words.', 'Write them, or delete the line.');
        depth = Math.max(2, node.depth);
      } else if (node.type === 'textDirective' && node.name !== 'lang' && parent && index !== undefined) {
        const literal = literalOf(node, file);
        if (literal) parent.children[index] = literal;
      } else if (node.type === 'text') {
        const footnote = /\[\^([^\]\s]+)\]/.exec(node.value);
        if (footnote) report(file, node, 'B-105', `The footnote "${footnote[1]}" has no text.`, `Write "[^${footnote[1]}]: the text" on a line of its own, or delete the mark.`);
      } else if (node.type === 'link' && toString(node).trim() === '' && !node.children.some((child) => child.type === 'image')) {
        report(file, node, 'B-106', `A link to "${node.url}" has no words.`, 'Write the words that readers follow: [words](address).');
      }
    });
  };
}

// "at 8:am" is text; ":name[label]" is a directive that somebody meant.
function literalOf(node: TextDirective, file: VFile): Text | undefined {
  if (node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0) {
    return { type: 'text', value: `:${node.name}`, position: node.position };
  }
  report(file, node, 'B-201', `There is no directive ":${node.name}".`, 'The one that stands in a line of text is :lang[words]{tag=fr}.');
  return undefined;
}

function reportInvisible(file: VFile) {
  const text = String(file);
  const odd = invisibleCharacter(text);
  if (!odd) return;
  const before = text.slice(0, odd.index).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  report(file, { position: { start: place, end: place } }, 'B-104', `The text holds the invisible character ${odd.name}.`, 'Delete it, or type the words again.');
}

