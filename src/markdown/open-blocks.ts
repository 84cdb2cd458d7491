import type { Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isToldWithin, report, spanOf, writtenAs } from './report.ts';

/** A block by the line that it begins on, counted from 1. */
interface Opened {
  node: ContainerDirective;
  line: number;
  colons: number;
  isEnd?: boolean;
}

/**
 * B-204 and B-205: blocks without an end of their own, and blocks around others with no more colons than those. An end
 * is given to the block that was begun last, as editors mean it; Markdown gives it to the outermost that it fits.
 * @returns how many blocks lack an end in Markdown's reading
 */
export function openBlocks(tree: Root, file: VFile): number {
  const lines = linesOutsideCode(tree, file);
  const blocks = blocksIn(tree, file);
  const last = lines.findLastIndex((text) => /^[ \t>]*:{3,}[ \t]*$/.test(text)) + 1;
  for (const block of blocks) block.isEnd = isEnd(block.node, block.line > last);
  const waiting: Opened[] = [];
  const crowded = new Map<Opened, Opened>();
  lines.forEach((text, index) => {
    const line = index + 1;
    const begun = blocks.find((block) => block.line === line);
    if (begun) {
      if (waiting.length === 0 || !begun.isEnd) waiting.push(begun);
      return;
    }
    const colons = /^[ \t>]*(:{3,})[ \t]*$/.exec(text)?.[1]?.length ?? 0;
    const newest = waiting.at(-1);
    if (!newest || colons < newest.colons) return;
    waiting.pop();
    const around = waiting.at(-1);
    if (around && around.colons <= newest.colons) crowded.set(around, newest);
  });
  for (const open of waiting) reportOpen(open, { blocks, waiting, lines, file });
  for (const [around, inner] of crowded) if (!waiting.includes(around)) reportCrowded(around, inner, file);
  const unclosed = blocks.filter(({ node }) => !isClosed(node, file));
  // An end may stand where Markdown takes it for something else: behind a quotation, indented as code.
  if (waiting.length + crowded.size === 0)
    for (const open of unclosed) reportOpen(open, { blocks: [], waiting: [], lines, file });
  return unclosed.length;
}

/** Whether it is told of a block already that it does not end where it was meant to: what it holds is not known. */
export function isEndless(node: ContainerDirective): boolean {
  return Boolean((node.data as { endless?: boolean } | undefined)?.endless);
}

function reportOpen(
  open: Opened,
  {
    blocks,
    waiting,
    lines,
    file,
  }: { blocks: readonly Opened[]; waiting: readonly Opened[]; lines: readonly string[]; file: VFile },
) {
  const { node, line, colons } = open;
  Object.assign((node.data ??= {}), { endless: true });
  // Code that does not end may hold the end, and a list of related stories is told to be written without one.
  if (isToldWithin(file, node) || node.name === 'related') return;
  const end = ':'.repeat(colons);
  const later = blocks.filter((block) => block.line > line);
  const next = later.find((block) => block.colons >= colons)?.line;
  // A block that has an end of its own is none for another.
  const until = later.find((block) => !waiting.includes(block) && !block.isEnd)?.line;
  const isMeantAsEnd = (number: number) => later.some((block) => block.isEnd && block.line === number);
  const almost = lines
    .slice(0, until && until - 1)
    .findIndex((text, index) => index >= line && (isAlmostEnd(text, open) || isMeantAsEnd(index + 1)));
  report(
    file,
    node,
    'B-204',
    `The block "${end}${node.name}" is not closed${next && almost < 0 ? ` before line ${next}, where another one begins` : ''}.`,
    almost < 0
      ? `End it with ${end} on a line of its own; a block around another one begins and ends with one colon more.`
      : `End it with ${end} and nothing else on a line of its own: line ${almost + 1} does not end it.`,
  );
  if (almost < 0) return;
  // What that line is taken for follows from it.
  const from = String(file).split('\n', almost).join('\n').length + 1;
  (file.data.told ??= []).push({ from, to: from + (lines[almost] ?? '').length });
}

function reportCrowded({ node, colons }: Opened, inner: Opened, file: VFile) {
  Object.assign((node.data ??= {}), { endless: true });
  const more = ':'.repeat(inner.colons + 1);
  report(
    file,
    node,
    'B-205',
    `The block "${':'.repeat(colons)}${node.name}" has no more colons than the block in it, on line ${inner.line}.`,
    `Begin it with ${more}${node.name} and end it with ${more}, since a block around another one has one colon more.`,
  );
}

function blocksIn(tree: Root, file: VFile): Opened[] {
  const blocks: Opened[] = [];
  visit(tree, 'containerDirective', (node) => {
    const { from } = spanOf(node.position);
    const colons = /^:+/.exec(String(file).slice(from, from + 100))?.[0].length ?? 3;
    blocks.push({ node, line: node.position?.start.line ?? 1, colons });
  });
  return blocks;
}

/** The lines of a file, those of code empty. */
function linesOutsideCode(tree: Root, file: VFile): string[] {
  const lines = String(file).split('\n');
  visit(tree, 'code', ({ position, lang }) => {
    const { start, end } = position ?? { start: { line: 1 }, end: { line: 0 } };
    // Code by indentation alone is more likely a slip.
    if (lang !== undefined) lines.fill('', start.line - 1, end.line);
  });
  return lines;
}

/** Whether a block was meant to end another: by its name, or because it says nothing and no line ends it. */
function isEnd({ name, children, attributes }: ContainerDirective, isEndless: boolean): boolean {
  return /^(end|close|stop)/i.test(name) || (isEndless && children.length + Object.keys(attributes ?? {}).length === 0);
}

/** Whether a line looks as if it were to end a block, and does not. */
function isAlmostEnd(text: string, block: Opened | undefined): boolean {
  if (!block) return false;
  const [, colons = '', rest = ''] = /^[ \t>]*[/\\]?([:：]{2,}|: ?: ?:)[ \t]*(.*)$/.exec(text) ?? [];
  if (colons) {
    const isPlain = /^:{3,}$/.test(colons) && /^[ \t>]*:/.test(text);
    if (rest === '') return !isPlain || colons.length < block.colons;
    return new RegExp(`^/?(end|close|stop)?[-_/]?(${block.node.name})?[ \\t]*:*[ \\t]*$`, 'i').test(rest);
  }
  return /[^:\s]:{3,}[ \t]*$|[ \t]:{3,}[ \t]*$/.test(text);
}

/** Whether a block ends in a line of as many colons as it begins with, and not where what is around it ends. */
function isClosed(node: ContainerDirective, file: VFile): boolean {
  const written = writtenAs(file, node);
  const colons = /^:+/.exec(written)?.[0].length ?? 3;
  const last = /\n[>\s]*(:+)\s*$/.exec(written)?.[1] ?? '';
  return last.length >= colons;
}
