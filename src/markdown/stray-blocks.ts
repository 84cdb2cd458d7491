import type { Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { reportCause, spanOf } from './report.ts';

/** B-217: lines that begin with colons and have stayed text. One that would end a block is told with that block's beginning. */
export function remarkStrayBlocks() {
  return (tree: Root, file: VFile) => {
    if (!String(file).includes('::')) return;
    let open = 0;
    visit(tree, (node) => {
      if (node.type === 'containerDirective' && !isClosed(node, file)) open += 1;
      if (node.type !== 'paragraph') return undefined;
      const { from, to } = spanOf(node.position);
      const text = String(file).slice(from, to);
      const start = text.search(/(?<=^[ \t>]*)(?::{3,}|::(?=[ \t]*related))/m);
      if (start < 0) return SKIP;
      const [line = ''] = /.*/.exec(text.slice(start)) ?? [];
      const isEnd = /^:+[ \t]*$/.test(line);
      if (isEnd && open > 0) {
        open -= 1;
        return SKIP;
      }
      if (!isEnd && !/\n[ \t>]*:{3,}[ \t]*$/.test(text)) open += 1;
      const found = `A line begins with ${/^:+/.exec(line)?.[0]} and is no block.`;
      reportCause(file, from + start, { from: from + start, to }, 'B-217', found, remedyFor(line, isEnd));
      return SKIP;
    });
  };
}

/** Whether a block ends in a line of as many colons as it begins with, and not where what is around it ends. */
export function isClosed({ position }: ContainerDirective, file: VFile): boolean {
  const written = String(file).slice(position?.start.offset, position?.end.offset);
  const colons = /^:+/.exec(written)?.[0].length ?? 3;
  const last = /\n[>\s]*(:+)\s*$/.exec(written)?.[1] ?? '';
  return last.length >= colons;
}

function remedyFor(line: string, isEnd: boolean): string {
  const [, colons = ':::', name = ''] = /^(:+)[ \t]*([\w-]*)/.exec(line) ?? [];
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
