import type { Html, Nodes, Parents, Root, Text } from 'mdast';
import type {} from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { placeAt, report, writtenAs } from './report.ts';

/**
 * Marks of emphasis and of struck words that readers would see, since they mark nothing: reported where it is certain that they
 * were meant. Products (2 ** 3), names (snake__case), letters left out (s**t) and signs of notes (12 %**) stay.
 */
export function remarkMarks() {
  return (tree: Root, file: VFile) => {
    const text = String(file);
    if (!/\*\*|~~|_/.test(text)) return;
    const alone: Run[] = [];
    lookAt(tree, file, alone);
    for (const run of withoutNotes(alone).filter(isMeant))
      reportMarks(placeAt(file, run.start), run.marks, remedies.alone, file);
  };
}

function lookAt(node: Nodes, file: VFile, alone: Run[]): void {
  if (isBlock(node)) alone.push(...reportPairs(runsIn(node, String(file)), file));
  if (node.type === 'html') reportHtml(node, file);
  if ('title' in node && node.title) reportPlain(node, [node.title], file);
  if ('attributes' in node && node.attributes) reportPlain(node, Object.values(node.attributes), file);
  if ('children' in node) for (const child of node.children) lookAt(child, file, alone);
}

/** Marks of a kind in a row that are left in the text. */
interface Run {
  marks: string;
  /** Where they begin and end in the file. */
  start: number;
  end: number;
  /** What stands on their sides. */
  before: Side;
  after: Side;
  /** Whether a letter beside them is of a script whose words join one another. */
  isInside: boolean;
  /** Whether they begin a line. */
  isFirst: boolean;
  /** Whether emphasis begins behind them, with too few marks at its end. */
  isUneven: boolean;
}

type Side = 'space' | 'letter' | 'sign';

function isBlock(node: Nodes): node is Parents {
  return /^(?:paragraph|heading|tableCell|leafDirective)$/.test(node.type);
}

function runsIn(block: Parents, text: string): Run[] {
  const runs: Run[] = [];
  const first = block.children[0]?.position?.start.offset;
  const last = block.children.at(-1)?.position?.end.offset;
  for (const { position } of textsIn(block)) {
    const from = position?.start.offset;
    if (from === undefined) continue;
    const written = text.slice(from, position?.end.offset);
    if (!/[*_~]/.test(written)) continue;
    for (const { 0: marks, 1: mark, index } of written.matchAll(/\\[^]|&#?\w+;|([*_~])\1*/g)) {
      const start = from + index;
      const end = start + marks.length;
      const before = start === first ? ' ' : text.charAt(start - 1);
      const after = end === last ? ' ' : text.charAt(end);
      if (mark && !(/[("'“‘«「『（[]/.test(before) && /[)"'”’»」』）\]]/.test(after)))
        runs.push({
          marks,
          start,
          end,
          before: sideOf(before),
          after: sideOf(after),
          isInside: joined.test(before) || joined.test(after),
          isFirst: start === first || before === '\n',
          isUneven: after === mark && text.charAt(end + 1) !== mark,
        });
    }
  }
  return runs;
}

function textsIn(node: Nodes): Text[] {
  if (node.type === 'text') return [node];
  return 'children' in node ? node.children.flatMap(textsIn) : [];
}

function sideOf(character: string): Side {
  if (/\s/.test(character)) return 'space';
  return /[\p{L}\p{M}\p{N}]/u.test(character) ? 'letter' : 'sign';
}

const joined =
  /(?=\p{L})[\u0590-\u08FF\u0E00-\u0EFF\u1000-\u11FF\u1780-\u17FF\u2E80-\uD7FF\uF900-\uFDFF\uFE70-\uFEFF]/u;

const remedies = {
  alone: (marks: string) =>
    `Write ${marks} at both ends of the words, in one paragraph, or ${marks.replace(/./g, '\\$&')} if the signs are meant.`,
  spaced: (marks: string) => `Delete the space between the marks and the words: ${marks}words${marks}.`,
  crowded: (marks: string) =>
    `Leave punctuation outside the marks, as in “${marks}words${marks}”, or put a space beside them.`,
  inside: (marks: string) =>
    `Write ${marks.replaceAll('_', '*')} on both sides: ${marks} marks only what stands between spaces.`,
  uneven: () => 'Write as many marks behind the words as before them: **words** or *words*.',
  html: () => 'Leave a line empty after the tag, so that Markdown is read there, or write <strong>, <em> or <del>.',
  plain: () => 'Delete the marks: titles and attributes are plain text. A caption with marks goes into a :::figure.',
};

type Remedy = (marks: string) => string;

/** Reports marks that stand around words and do not mark them, and gives the others. */
function reportPairs(runs: readonly Run[], file: VFile): Run[] {
  const alone: Run[] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const [first, second] = runs.slice(index, index + 2);
    if (!first) continue;
    const remedy = second?.marks === first.marks ? remedyOf(first, second, String(file)) : undefined;
    if (remedy) index += 1;
    if (remedy) reportMarks(placeAt(file, first.start), first.marks, remedy, file);
    else if (first.isUneven) reportMarks(placeAt(file, first.start), first.marks, remedies.uneven, file);
    else alone.push(first);
  }
  return alone;
}

function remedyOf(first: Run, second: Run, text: string): Remedy | undefined {
  const { marks } = first;
  const words = text.slice(first.end, second.start);
  const opens = first.after !== 'space';
  const closes = second.before !== 'space';
  const isFree = first.before !== 'letter' && second.after !== 'letter';
  if (marks.length > 3 || !/\p{L}/u.test(words)) return undefined;
  if (marks.startsWith('_')) {
    const isName = /^[^\s\p{P}]*\.\w/u.test(text.slice(second.end));
    if (opens && closes) return (first.isInside || second.isInside) && !isName ? remedies.inside : undefined;
    return marks.length > 1 && isFree && (opens || closes) ? remedies.spaced : undefined;
  }
  if (marks.length === 1) return undefined;
  if (opens && closes) return isFree ? remedies.alone : remedies.crowded;
  if (opens) return first.before === 'letter' && !first.isInside ? undefined : remedies.spaced;
  if (first.before !== 'space') return undefined;
  if (closes) return remedies.spaced;
  const isProduct = second.after === 'space' && !/^\s\p{L}[\p{L}\s]*\p{L}\s$/u.test(words);
  return isProduct ? undefined : remedies.spaced;
}

/** Without the signs of notes, as in "12 per cent**", where a later line begins with "**Estimated" or "** Estimated". */
function withoutNotes(runs: readonly Run[]): readonly Run[] {
  const isSign = (run: Run) => run.before !== 'space' && run.after !== 'letter';
  const sign = runs.find(isSign);
  const note = runs.findLast(({ isFirst }) => isFirst);
  return sign && note && sign.start < note.start ? runs.filter((run) => !run.isFirst && !isSign(run)) : runs;
}

/** Whether marks without a partner were meant to mark words. */
function isMeant({ marks, before, after, isInside }: Run): boolean {
  if (marks.startsWith('~')) return marks.length === 2 && before !== 'letter' && after === 'letter';
  if (marks.startsWith('_') || marks.length < 2 || marks.length > 3) return false;
  if (before === 'space' && after === 'space') return false;
  return before !== 'letter' || isInside || (after !== 'letter' && marks.length === 2);
}

// Where no Markdown is read, a pair with words in it was meant.
const pair = /(\*\*|~~)(?=\S)[^]*?\S\1|(?<!\w)__(?=\S)[^]*?\S__(?!\w)/;

/** Reports marks in titles and attributes. */
function reportPlain(node: Nodes, values: readonly (string | null | undefined)[], file: VFile) {
  if (!values.some((value) => value && pair.test(value))) return;
  const written = writtenAs(file, node);
  const found = pair.exec(written.replace(/\\[^]/g, ''));
  if (found) reportMarks(node, found[1] ?? '__', remedies.plain, file);
}

/** Reports marks in a block of HTML; code in it is left alone. */
function reportHtml(node: Html, file: VFile) {
  const { value, position } = node;
  const words = value.replace(/<!--[^]*?-->|<(code|kbd|samp|var)\b[^]*?<\/\1>|<[^>]*>/gi, (tag) =>
    ' '.repeat(tag.length),
  );
  const found = pair.exec(words);
  const start = position?.start.offset ?? 0;
  // In a quotation or a list the marks of its lines are left out of the node: its beginning has to do.
  const exact = String(file).startsWith(value, start);
  if (found) reportMarks(exact ? placeAt(file, start + found.index) : node, found[1] ?? '__', remedies.html, file);
}

function reportMarks(place: Parameters<typeof report>[1], marks: string, remedy: Remedy, file: VFile) {
  report(file, place, 'B-120', `The marks ${marks} would be shown as they are typed.`, remedy(marks));
}
