import { fieldOf, withPart } from '../filing/field-edits.ts';
import { creditAtEnd } from '../newsroom/caption.ts';
import type { Code } from '../newsroom/codes.ts';
import type { Problem } from '../newsroom/problem.ts';

/** What mends look up. */
export interface Known {
  /** The path of the article with an id. */
  pathOf: (id: string) => string | undefined;
}

/**
 * A file in which is mended what is safe to mend of what was found in it: where it is certain what was meant, and readers lose nothing. All else
 * stays as it is, to the byte: other lines, their ends, a mark of order at the beginning.
 * @param text with all that `readText` takes away
 */
export function mended(text: string, problems: readonly Problem[], known: Known): string {
  let lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  for (const problem of [...problems].sort((a, b) => (b.column ?? 0) - (a.column ?? 0))) {
    const { code, line: number = 0 } = problem;
    const typed = lines[number - 1];
    if (typed === undefined) continue;
    const end = /(?:\r\n|\n|\r)?$/.exec(typed)?.[0] ?? '';
    const line = typed.slice(0, typed.length - end.length);
    const better = problem.mend ? replacedOnce(line, problem.mend) : ofLine[code]?.(line, known);
    if (better !== undefined && better !== line) lines[number - 1] = better + end;
    else lines = ofText[code]?.(lines.join(''))?.split(/(?<=\r\n|\n|\r(?!\n))/) ?? lines;
  }
  return lines.join('');
}

/** Replaces what stands once in a line; where it stands more often, or not as it was read, it is for an editor. */
function replacedOnce(line: string, { is, by }: NonNullable<Problem['mend']>): string | undefined {
  const at = line.indexOf(is);
  if (at < 0 || line.indexOf(is, at + 1) >= 0) return undefined;
  return line.slice(0, at) + by + line.slice(at + is.length);
}

/** Invisible characters that stand for nothing; of U+FFFD a letter is lost, and separators part words. */
const nothing =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069]|(?<!^)\ufeff/g;

function withoutNothing(line: string): string {
  return line.replace(nothing, '');
}

const ofLine: Partial<Record<Code, (line: string, known: Known) => string | undefined>> = {
  'B-104': withoutNothing,
  'S-004': withoutNothing,
  'Y-008': (line) =>
    line
      .replace(/^\s+/, (space) => space.replace(/[^\S \t]/g, ' '))
      .replace(/((?:^|\s)-|:)([^\S \t]+)/g, '$1 ')
      .replace(/[^\S \t]+$/, ''),
  'Y-009': (line) => line.replace(/^([ \t]*(?:- +)*["']?[\p{L}\w-]+["']?)\s*[：﹕︰∶꞉]\s*/u, '$1: '),
  'Y-011': (line) => line.replace(/^([ \t]*)[–—−‐‑－•·●▪◦‣][ \t]*/, '$1- '),
  'B-137': (line, { pathOf }) =>
    line.replace(/(?<=\]\(\s*<?(?:https?:\/\/[^/\s)]+)?\/)a\/([a-z0-9]{6,12})\/?(?=[\s)>"#?])/g, (all, id: string) => {
      const path = pathOf(id);
      return path ? `${path}/` : all;
    }),
  'C-002': (line) =>
    line.replace(/(?<=!\[[^\]]*\]\([^\s)]+\s+")([^"|]+)(?="\s*\))/g, (title) => {
      const parted = creditAtEnd(title);
      return parted ? `${parted.caption} | ${parted.credit}` : title;
    }),
};

const ofText: Partial<Record<Code, (text: string) => string | undefined>> = {
  'B-101': shifted,
  'C-002': creditApart,
};

/** The credit at the end of the lead picture's caption in a field of its own, where it has none yet. */
function creditApart(text: string): string | undefined {
  const picture = fieldOf(text, 'picture') as { caption?: string; credit?: string } | undefined;
  const parted = creditAtEnd(picture?.caption ?? '');
  if (!parted || picture?.credit) return undefined;
  return withPart(withPart(text, ['picture', 'caption'], parted.caption), ['picture', 'credit'], parted.credit);
}

/** All headings of a body one rank lower; nothing where one has the last rank, or is underlined. */
function shifted(text: string): string | undefined {
  let fence = '';
  const body = /^\uFEFF?---[ \t]*\r?\n[^]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
  const lines = text.slice(body).split('\n');
  if (lines.some((line) => /^ {0,3}(?:#{6}\s|=+\s*$)/.test(line))) return undefined;
  const lower = lines.map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (mark && !fence) fence = mark;
    else if (fence && mark.startsWith(fence)) fence = '';
    return fence || mark ? line : line.replace(/^( {0,3}#{1,5})(?=\s)/, '$1#');
  });
  return text.slice(0, body) + lower.join('\n');
}
