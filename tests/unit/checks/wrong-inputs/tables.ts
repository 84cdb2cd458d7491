import { told, type Input } from './input.ts';

const extra = (cells: number, columns: string): [string, string] => [
  `A row has ${cells} cells and the table ${columns}: what is left over would not be shown.`,
  'Give the heading and the line below it a cell more, or write \\| for a bar that divides no cells.',
];
const below: [string, string] = [
  'A line right below a table has become a row of it.',
  'Put an empty line before it, or a bar between each two cells if it is a row.',
];
const inCode: [string, string] = [
  'A bar in code divides the cell that the code stands in.',
  'Write it with a backslash: `a \\| b`.',
];
const misfit = (cells: string, columns: number): [string, string] => [
  `The line below a table's heading has ${cells}, and the heading ${columns}: it is no table.`,
  `Write |${' --- |'.repeat(columns)} below the heading, or \\| for a bar that divides no cells.`,
];
const malformed: [string, string] = [
  "The line below a table's heading holds something else than hyphens, and colons at their ends: it is no table.",
  'Write | --- | --- | below the heading.',
];
const headless: [string, string] = [
  'Lines with bars are no table without a line of hyphens below the heading.',
  'Write | --- | --- | below the first of them, or join them to the table above without an empty line; a bar that is text is written \\|.',
];
const head = '| Port | Ferries |\n| --- | ---: |\n';

/** Tables that would lose words, take in lines that are none of theirs, or be none. */
export const tableInputs: Input[] = [
  told('a row with a cell too many', `${head}| Asha | 12 | 3 |`, 'B-113 *:11:15', ...extra(3, '2 columns')),
  told(
    'a row with a cell too many in one column',
    '| Port |\n| --- |\n| Asha | 12 |',
    'B-113 *:11:10',
    ...extra(2, '1 column'),
  ),
  told(
    'a row with a cell too many in a list',
    `- Ports\n\n  ${head.replace('\n', '\n  ')}  | Asha | 12 | 3 |`,
    'B-113 *:13:17',
    ...extra(3, '2 columns'),
  ),
  told(
    'a row with a cell too many in a quotation',
    `> ${head.replace('\n', '\n> ')}> | Asha | 12 | 3 |`,
    'B-113 *:11:17',
    ...extra(3, '2 columns'),
  ),
  told(
    'a row with a cell too many in a footnote',
    `Ships[^1].\n\n[^1]: Ports\n\n    ${head.replace('\n', '\n    ')}    | Asha | 12 | 3 |`,
    'B-113 *:15:19',
    ...extra(3, '2 columns'),
  ),
  told(
    'a row with a cell too many in a table block',
    `:::table[Ports]\n${head}| Asha | 12 | 3 |\n:::`,
    'B-113 *:12:15',
    ...extra(3, '2 columns'),
  ),
  told('a bar in code in a cell', `${head}| \`a|b\` | 12 |`, 'B-116 *:11:1', ...inCode),
  told(
    'a bar in code in a cell of a short row',
    '| a | b | c |\n| - | - | - |\n| `a|b` | 12 |',
    'B-116 *:11:1',
    ...inCode,
  ),
  told('a bar in code in the heading of a table', '| `a|b` | c |\n| - | - |\n| 1 | 2 |', 'B-116 *:9:1', ...inCode),
  told('a line below a table', `${head}| Asha | 12 |\nShips came in.`, 'B-115 *:12:1', ...below),
  told(
    'a line below a table without outer bars',
    'Port | Ferries\n--- | ---\nAsha | 12\nShips.',
    'B-115 *:12:1',
    ...below,
  ),
  told('a line with a bar below a table', `${head}| Asha | 12 |\nSource: Port | 2019`, 'B-115 *:12:1', ...below),
  told('a line below a table of one column', '| Port |\n| --- |\n| Asha |\nShips.', 'B-115 *:12:1', ...below),
  told(
    'a line below a table in a table block',
    `:::table[Ports]\n${head}| Asha | 12 |\nShips.\n:::`,
    'B-115 *:13:1',
    ...below,
  ),
  told('a picture right below a table', `${head}| Asha | 12 |\n![Quay](./quay.jpg)`, 'B-115 *:12:1', ...below),
  told(
    'a line of hyphens with a cell too few',
    '| a | b | c |\n| --- | --- |\n| 1 | 2 | 3 |',
    'B-114 *:10:1',
    ...misfit('2 cells', 3),
  ),
  told(
    'a line of hyphens with a cell too many',
    '| a | b |\n| --- | --- | --- |\n| 1 | 2 |',
    'B-114 *:10:1',
    ...misfit('3 cells', 2),
  ),
  told(
    'a line of hyphens that does not fit in a quotation',
    '> | a | b |\n> | --- |\n> | 1 | 2 |',
    'B-114 *:10:3',
    ...misfit('1 cell', 2),
  ),
  told(
    'a line of hyphens that does not fit in a table block',
    ':::table[Ports]\n| a | b |\n| --- |\n:::',
    'B-114 *:11:1',
    ...misfit('1 cell', 2),
  ),
  told('colons between hyphens', '| a | b |\n|:-:-|---|\n| 1 | 2 |', 'B-114 *:10:1', ...malformed),
  told('dashes instead of hyphens', '| a | b |\n| — | — |\n| 1 | 2 |', 'B-114 *:10:1', ...malformed),
  told('lines with bars without a line of hyphens', '| a | b |\n| 1 | 2 |', 'B-114 *:9:1', ...headless),
  told('lines with bars between words without a line of hyphens', 'a | b\n1 | 2', 'B-114 *:9:1', ...headless),
  told(
    'a row that an empty line parts from its table',
    `${head}| Asha | 12 |\n\n| Bela | 3 |`,
    'B-114 *:13:1',
    ...headless,
  ),
];
