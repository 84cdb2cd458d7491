import type { Paragraph, Root, Table, TableRow } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Code } from '../newsroom/codes.ts';
import { asTyped } from './as-typed.ts';
import { isToldWithin, reportCause, spanOf, writtenAs } from './report.ts';

/** B-113 to B-116: cells that a table has no column for, lines that have become rows, and rows that make no table. */
export function remarkTableRows() {
  return (tree: Root, file: VFile) => {
    if (!String(file).includes('|')) return;
    visit(tree, (node) => {
      if (node.type === 'table') reportRows(node, file);
      if (node.type === 'paragraph' && asTyped(node, file).includes('|')) reportLines(node, file);
    });
  };
}

const bar = /(?<!\\)(?:\\\\)*\|/g;
const isBetweenBars = (row: string) => /^\|.*(?<!\\)\|$/.test(row.trim());

function reportRows({ children: [heading, ...rows] }: Table, file: VFile) {
  if (!heading) return;
  const columns = heading.children.length;
  const written = (row: TableRow) => writtenAs(file, row).trim();
  const head = written(heading);
  for (const row of rows) {
    if (isToldWithin(file, row)) continue;
    const text = written(row);
    const { from, to } = spanOf(row.position);
    const bars = text.match(bar)?.length ?? 0;
    const tell = (at: number, ...words: [Code, string, string]) => reportCause(file, at, { from, to }, ...words);
    const isLine =
      bars === 0 ? columns > 1 || head.startsWith('|') : isBetweenBars(head) && !/^\||(?<!\\)\|$/.test(text);
    const extra = row.children.slice(columns).find((cell) => cell.children.length > 0);
    if (isLine)
      tell(
        from,
        'B-115',
        'A line right below a table has become a row of it.',
        'Put an empty line before it, or a bar between each two cells if it is a row.',
      );
    else if (hasBarInCode(text)) tell(from, ...barInCode);
    else if (extra)
      tell(
        spanOf(extra.children[0]?.position).from,
        'B-113',
        `A row has ${row.children.length} cells and the table ${counted(columns, 'column')}: what is left over would not be shown.`,
        'Give the heading and the line below it a cell more, or write \\| for a bar that divides no cells.',
      );
  }
}

const barInCode: [Code, string, string] = [
  'B-116',
  'A bar in code divides the cell that the code stands in.',
  'Write it with a backslash: `a \\| b`.',
];

function hasBarInCode(row: string): boolean {
  return Array.from(row.matchAll(/(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)/g)).some(
    ([, , code = '']) => code.search(bar) >= 0,
  );
}

/** Lines with bars that were meant for a table. */
function reportLines(node: Paragraph, file: VFile) {
  const { from, to } = spanOf(node.position);
  const written = String(file).slice(from, to).split('\n');
  const lines = written.map((line) => line.replace(/^[ \t>]+/, '').trimEnd());
  const second = lines.findIndex((line, index) => index > 0 && isRule(line) && lines[index - 1]?.search(bar) !== -1);
  const heading = lines[Math.max(second - 1, 0)] ?? '';
  const columns = cellsOf(heading);
  const rule = `Write |${' --- |'.repeat(columns)} below`;
  const tell = (index: number, ...words: [Code, string, string]) => {
    const before = written.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
    const indent = /^[ \t>]*/.exec(written[index] ?? '')?.[0].length ?? 0;
    reportCause(file, from + before + indent, { from, to }, ...words);
  };
  const cells = cellsOf(lines[second] ?? '');
  if (second > 0 && hasBarInCode(heading)) tell(second - 1, ...barInCode);
  else if (second > 0 && cells !== columns)
    tell(
      second,
      'B-114',
      `The line below a table's heading has ${counted(cells, 'cell')}, and the heading ${columns}: it is no table.`,
      `${rule} the heading, or \\| for a bar that divides no cells.`,
    );
  else if (second > 0)
    tell(
      second,
      'B-114',
      "The line below a table's heading holds something else than hyphens, and colons at their ends: it is no table.",
      `${rule} the heading.`,
    );
  else if (
    isRows(
      asTyped(node, file)
        .split('\n')
        .map((line) => line.replace(/^[ \t>]+/, '').trimEnd()),
    )
  )
    tell(
      0,
      'B-114',
      'Lines with bars are no table without a line of hyphens below the heading.',
      `${rule} the first of them, or join them to the table above without an empty line; a bar that is text is written \\|.`,
    );
}

/** A line of hyphens, or what word processors make of them. */
function isRule(line: string): boolean {
  return /^[\s|:+=._\-–—]+$/.test(line) && /[|+]/.test(line) && /[-–—=_]/.test(line);
}

function cellsOf(line: string): number {
  return line.replace(/^\||(?<!\\)\|$/g, '').split(bar).length;
}

function isRows(lines: readonly string[]): boolean {
  const bars = lines.map((line) => line.match(bar)?.length ?? 0);
  if (lines.every(isBetweenBars) && lines.length > 1) return (bars[0] ?? 0) > 1;
  if (lines.length === 1) return /^\|\s.*\s\|.*\s\|$/.test(lines[0] ?? '');
  return lines.every((line, index) => bars[index] === bars[0] && /\s\|(\s|$)|^\|\s/.test(line));
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
