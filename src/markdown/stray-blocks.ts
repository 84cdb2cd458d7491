import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { openBlocks } from './open-blocks.ts';
import { reportCause, spanOf } from './report.ts';

/**
 * B-204 and B-205: blocks that do not end where they were meant to. B-217: lines that begin with colons and have stayed
 * text; one that would end a block is told with that block's beginning.
 */
export function remarkStrayBlocks() {
  return (tree: Root, file: VFile) => {
    if (!/::|：：/.test(String(file))) return;
    let open = openBlocks(tree, file);
    // What begins with too few colons is told with that line, and its end follows from it.
    visit(tree, 'leafDirective', ({ name }) => void (name !== 'related' && (open += 1)));
    const strays: Stray[] = [];
    visit(tree, 'paragraph', (node) => {
      const { from, to } = spanOf(node.position);
      const text = String(file).slice(from, to);
      const start = text.search(/(?<=^[ \t>]*)(?::{3,}|：{2,}|::(?=[ \t]*related))/m);
      if (start >= 0) strays.push({ from: from + start, to, text });
      return SKIP;
    });
    strays.forEach(({ from, to, text }, index) => {
      const line = lineAt(file, from);
      const isEnd = isNameless(line);
      if (isEnd && open > 0) {
        open -= 1;
        return;
      }
      // Two lines without a name were to be a block.
      const next = strays[index + 1];
      const isBlock = isEnd && next !== undefined && isNameless(lineAt(file, next.from));
      if (isBlock || (!isEnd && !/\n[ \t>]*[:：]{3,}[ \t]*$/.test(text))) open += 1;
      const found = `A line begins with ${/^[:：]+/.exec(line)?.[0]} and is no block.`;
      reportCause(file, from, { from, to }, 'B-217', found, remedyFor(line, { isEnd, isBlock }));
    });
  };
}

/** A paragraph with a line that begins with colons, from that line on. */
interface Stray {
  from: number;
  to: number;
  /** All of the paragraph. */
  text: string;
}

function lineAt(file: VFile, from: number): string {
  return /.*/.exec(String(file).slice(from))?.[0] ?? '';
}

function isNameless(line: string): boolean {
  return /^[:：]+[ \t]*$/.test(line);
}

function remedyFor(line: string, { isEnd, isBlock }: { isEnd: boolean; isBlock: boolean }): string {
  const [, colons = ':::', name = ''] = /^(:+)[ \t]*([\w-]*)/.exec(line) ?? [];
  if (line.startsWith('：'))
    return isEnd
      ? 'Write ::: with plain colons, not with those of full width.'
      : `Write plain colons, not those of full width: ${line.replace(/^[：:]+/, (marks) => ':'.repeat(marks.length)).slice(0, 40)}.`;
  if (isBlock)
    return 'Write the name of a block right behind it, as in :::fact-box[Title], or delete it and the line that was to end it.';
  if (isEnd) return 'Delete it if no block ends here; a block around another one begins and ends with one colon more.';
  if (/^:+[ \t]/.test(line)) return `Write the name right behind the colons: ${colons}${blockFor(name)}.`;
  return 'Write a block as :::figure{src="./quay.jpg" alt="…"}, with every quotation mark and bracket closed, and ::: at its end.';
}

/** The block that stands for what other systems call a note, a tip or a warning; other names as they are. */
export function blockFor(name: string): string {
  return isNote(name) ? `fact-box[${name.charAt(0).toUpperCase()}${name.slice(1).toLowerCase()}]` : name;
}

/** Whether a block of another system is a box with a text. */
export function isNote(name: string): boolean {
  return /^(note|tip|info|information|warning|danger|caution|important|hint|attention|error|success|question|example|abstract|summary|details|admonition|callout|aside|sidebar|box|seealso|todo|bug|failure|quote|cite|infobox)$/i.test(
    name,
  );
}
