import { rewritten, type Block } from './block.ts';
import { quoteMarks } from './characters.ts';
import { letter, noBreak, units, type Custom } from './customs.ts';

/** What looks for the hyphens that stand for dashes. */
export interface DashRules {
  /** Two or three hyphens. */
  hyphens: RegExp;
  /** One hyphen between spaces. */
  spaced: RegExp;
  /** Each hyphen of a range, with what stands before it. */
  ranges: RegExp[];
}

export function dashRules(custom: Custom): DashRules {
  const closed = custom.dash === 'closed';
  return {
    hyphens: closed ? /([ \n]?)(?<!-)(-{2,3})(?!-)([ \n]?)/g : /( ?)(?<!-)(-{2,3})(?!-)/g,
    spaced: closed ? /(?<=[^\s-])([ \n])(-)([ \n])(?=[^\s-])/g : /(?<=[^\s-]) -(?=\s)(?!\s+-)/g,
    ranges: custom.dashedRange ? [plainRange, yearsOfTwoFigures, markedRange(custom)] : [],
  };
}

/** The block with dashes for hyphens: between words, at the edges of speech, in ranges. */
export function dashed(block: Block, { hyphens, spaced, ranges }: DashRules, custom: Custom): Block {
  if (!block.text.includes('-')) return block;
  let typed = block;
  if (typed.text.includes('--')) typed = rewritten(typed, hyphens, (match) => dashFor(match, custom));
  typed = rewritten(typed, spaced, (match) => (custom.dash === 'closed' ? dashFor(match, custom) : `${noBreak}–`));
  if (ranges.length === 0 || !/\d/.test(typed.text)) return typed;
  for (const range of ranges) typed = rewritten(typed, range, rangeFor);
  return typed;
}

function dashFor(match: RegExpExecArray, custom: Custom): string {
  const { input, index } = match;
  const [found, lead = '', hyphens = '', trail = ''] = match;
  const before = input.slice(Math.max(0, index - 40), index);
  const after = input.slice(index + found.length - trail.length, index + found.length + 40);
  const speaks = custom.dashedSpeech === true && isSpeech(input, index + found.length);
  if (isTyped(before, lead, after, speaks)) return found;
  const isBetween = (lead === '' || trail !== '') && /\S$/.test(before) && /^\s?[^\s,.:;!?]/.test(after);
  const isRange = isBetween && /\d$/.test(before) && /^\s?\p{Sc}?\d/u.test(after);
  if (custom.dash === 'closed') {
    const dash = isRange && hyphens.length < 3 ? '–' : '—';
    return isBetween && (lead === '') === (trail === '') ? dash : edge(before, lead, after) + dash + trail;
  }
  const dash = hyphens.length === 3 ? '—' : '–';
  if (lead !== '') return edge(before, lead, after) + dash;
  return dash === '—' || custom.dash !== 'spaced' || isRange || !joins(before, after) ? dash : `${noBreak}${dash} `;
}

function edge(before: string, lead: string, after: string): string {
  return lead !== '' && /\S$/.test(before) && /^(?:\s|$)/.test(after) ? noBreak : lead;
}

const drawn = /(?:[<>|+=*~_\\/^#]|<!)$/;
const drawing = /^[>|+=*~_\\/^#]/;
const opening = new RegExp(`(?:^|[\\s([])[${quoteMarks}]*$`);
// Behind an underscore or in a path.
const named = new RegExp(`(?:\\w_+\\w*|(?:^|[\\s([${quoteMarks}])(?:\\.{0,2}|~)/\\S*|\\\\\\S*)$`);
const enclosing = new RegExp(`(?:(?:^|[\\s([/–—])[${quoteMarks}]+|[([])$`);
const enclosed = new RegExp(`^(?:[${quoteMarks}]+(?![\\p{L}\\p{N}])|[)\\]])`, 'u');

/** Whether hyphens here are no dash: of a command, of a name in a program, of a drawing, or themselves what is spoken of. */
function isTyped(before: string, lead: string, after: string, speaks: boolean): boolean {
  if (drawing.test(after) || (lead === '' && drawn.test(before))) return true;
  if (lead === '' && enclosing.test(before) && enclosed.test(after)) return true;
  if (lead === '' && (named.test(before) || /^\w*_/.test(after))) return true;
  if (speaks) return false;
  if (/^\[?[a-z]/.test(after) && (lead !== '' || opening.test(before))) return true;
  return /^\s/.test(after) && (/(?:^|\s)--?[a-z][\w-]*$/.test(before) || /^\s+--?[a-z]/.test(after));
}

/** Whether words between dashes are spoken or put in: the paragraph begins with a dash, or one closes behind the word before. */
function isSpeech(text: string, at: number): boolean {
  return /^\s*(?:--|[–—])/.test(text) || /[^\s-](?:-{2,3}|[–—])(?=[\s.,;:!?)\]»”"]|$)/.test(text.slice(at));
}

/** Whether a dash between these stands between two words and not at the edge of a quotation. */
function joins(before: string, after: string): boolean {
  return (
    /(?:[\p{L}\p{M}\p{N})\]…!?.,\uFFFC\uFDD0]|\S["'”’“‘»›])$/u.test(before) &&
    /^(?:[\p{L}\p{N}(\uFFFC\uFDD0]|["'“‘„‚«‹”’][\p{L}\p{N}])/u.test(after)
  );
}

const plainRange =
  /(?<![\p{L}\p{N}_.,/:+\uFFFC\uFDD0–-])(\d{1,4})-(?=(\d{1,4})(?![\p{L}\p{N}_/\uFFFC\uFDD0–-]|[.,:]\d))/gu;
const yearsOfTwoFigures = /(?<=\d\d)-(?=['’]\d\d(?![\p{L}\p{N}]))/gu;

/** Ranges of which one side at least has a currency, a unit or an hour: "$5-$10", "1.5-2 km", "9:30-11 a.m.". */
function markedRange({ measures, hours, ordinal, months }: Custom): RegExp {
  const space = '[ \\u00A0\\u202F]?';
  const number = '\\d+(?:[.,]\\d+)*';
  const grouped = '\\d{1,3}(?:[.,]\\d{3})+';
  const time = '\\d{1,2}:\\d\\d';
  const unit = `${space}(?:${measures ? `${units}|${measures}` : units})(?![${letter}\\d])`;
  const scale = '(?:[kmbKMB]|[bmt]n)';
  const end = '(?![\\p{L}\\p{N}_/\\uFFFC\\uFDD0–-]|[.,:]\\d)';
  const sign = '(?:[A-Z]{0,3}\\p{Sc})';
  const clock = hours ? `|(?:${hours})` : '';
  const marked = `(?:(?:${time}|${number})${unit}${clock})${end}`;
  const sides = [
    [`${sign}${number}(?:${scale}|${unit})?`, `${sign}?${number}(?:${scale}|${unit})?${end}`],
    [`((?:[A-Z]{3} |EUR|USD|GBP|CHF|Rs\\.?|RM|Rp|kr)${space})${number}`, `\\1${number}${end}`],
    [grouped, `${grouped}${end}`],
    [`(?:(?:${time}|${number})${unit}${clock})`, marked],
    [`(?:${time}|${number})`, marked],
    [time, `(?:${time}|\\d{1,2})${end}`],
  ];
  if (ordinal && months) sides.push([`\\d{1,2}(?:${ordinal})`, `\\d{1,2}(?:${ordinal})${space}(?:${months})${end}`]);
  const alternatives = sides.map(([from, to]) => `${from}-(?=${to})`);
  return new RegExp(`(?<![\\p{L}\\p{N}_.,/:+\\uFFFC\\uFDD0–-])(?:${alternatives.join('|')})`, 'gu');
}

function rangeFor([found, from, to]: RegExpExecArray): string {
  return from === undefined || to === undefined || isRange(from, to) ? `${found.slice(0, -1)}–` : found;
}

// Three figures first may be a type ("747-400") or a telephone number; "2009-10" may be a month.
function isRange(from: string, to: string): boolean {
  if (from.length > 1 && from.startsWith('0')) return false;
  if (to.length > 1 && to.startsWith('0')) return false;
  if (from.length <= 2) return to.length <= 2 || (to.length === 3 && Number(from) >= 10);
  if (!/^(?:1\d|20)\d\d$/.test(from)) return false;
  if (to.length === 4) return Number(to) > Number(from);
  return to.length === 2 && Number(to) > 12 && Number(to) > Number(from.slice(2));
}
