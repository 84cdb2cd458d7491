import { isBesideEastAsian, isHebrew, isSpace, isWord } from './characters.ts';
import type { Custom } from './customs.ts';
import { Pairing, strength } from './pairing.ts';
import { openers, opensParagraph, roleOf } from './roles.ts';
import { glyphInWord, isAnd, isGershayim, isInWord, isMeasure, isSurelyInches, isYear } from './words-and-figures.ts';

/** What looks for quotation marks and apostrophes. */
export interface MarkRules {
  /** Straight marks, and the language's own. */
  marks: RegExp;
  /** At a ' that stands for a word's first letters. */
  headless: RegExp | undefined;
  /** At a ' that may stand for a word's last letters, or make a possessive. */
  tailless: RegExp;
  quotes: string[];
}

export function markRules({ quotes, headless, tailless }: Custom): MarkRules {
  return {
    marks: new RegExp(`["'${quotes.join('')}]`, 'g'),
    headless: headless ? new RegExp(`'(?:${headless})(?![\\p{L}\\p{N}])`, 'iuy') : undefined,
    tailless: new RegExp(`(?<=[sSxXzZ]${tailless ? `|${tailless}` : ''})'`, 'uy'),
    quotes,
  };
}

/**
 * The text with one character for each straight mark, so that it keeps its length: quotation marks for those that pair,
 * apostrophes, primes, or the mark itself where it cannot be told.
 * @param next the mark with which the next paragraph begins: it goes on with a quotation that is left open here
 */
export function quoted(text: string, rules: MarkRules, next?: string): string {
  const marked: MarkedText = { text, rules, glyphs: new Map(), pairs: new Map() };
  if (text.includes('"')) readDoubles(marked, next);
  if (text.includes("'")) readSingles(marked, next);
  return written(marked);
}

type Mark = '"' | "'";

interface MarkedText {
  text: string;
  rules: MarkRules;
  /** What is no quotation mark, by its place. */
  glyphs: Map<number, string>;
  /** Where a quotation closes, by where it opens; `Infinity` for one that the next paragraph goes on with. */
  pairs: Map<number, number>;
}

function readDoubles(marked: MarkedText, next: string | undefined): void {
  const { text, rules, glyphs } = marked;
  const [open = '', close = ''] = rules.quotes[0] ?? [];
  const pairing = new Pairing(text);
  let typed = 0;
  for (const { index: at, 0: mark } of text.matchAll(rules.marks)) {
    if (mark === open) typed += 1;
    else if (mark === close && typed > 0) typed -= 1;
    else if (mark === close) pairing.closer(at, strength.plain);
    else if (mark === '"') {
      const glyph = isGershayim(text, at, pairing.isOpen) ? '״' : isSurelyInches(text, at) ? '″' : undefined;
      if (glyph) glyphs.set(at, glyph);
      else readMark(marked, pairing, at, isMeasure(text, at) ? strength.ofMeasure : strength.plain);
    }
  }
  settle(marked, pairing, next);
}

/** Singles pair within the quotation of doubles in which they stand. */
function readSingles(marked: MarkedText, next: string | undefined): void {
  const { text, rules, pairs } = marked;
  const ends = new Set(pairs.values());
  const outer: Pairing[] = [];
  let pairing = new Pairing(text);
  for (const { index: at, 0: mark } of text.matchAll(rules.marks)) {
    if (mark === "'") readSingle(marked, pairing, at);
    else if (ends.has(at)) {
      settle(marked, pairing);
      pairing = outer.pop() ?? pairing;
    } else if ((pairs.get(at) ?? Infinity) < Infinity) {
      outer.push(pairing);
      pairing = new Pairing(text);
    }
  }
  settle(marked, pairing, next);
}

function readSingle(marked: MarkedText, pairing: Pairing, at: number): void {
  const { text, glyphs } = marked;
  if (glyphs.has(at)) return;
  const inWord = glyphInWord(text, at);
  if (inWord) glyphs.set(at, inWord);
  else if (isAnd(text, at)) for (const each of [at, at + 2]) glyphs.set(each, '’');
  else if (isHebrew(text[at - 1] ?? '') && !pairing.isOpen) glyphs.set(at, '׳');
  else if (isElided(marked, at)) pairing.elided(at);
  else readMark(marked, pairing, at, strengthOf(marked, at));
}

function readMark({ text, glyphs }: MarkedText, pairing: Pairing, at: number, strength: number): void {
  const role = roleOf(text, at);
  if (role === 'opener' || (role === 'either' && !pairing.isOpen)) pairing.opener(at);
  else if (role === 'apostrophe') glyphs.set(at, '’');
  else pairing.closer(at, strength);
}

/** Takes over what pairs, and the marks that open a quotation which goes on in the next paragraph. */
function settle({ text, rules, pairs, glyphs }: MarkedText, pairing: Pairing, next?: string): void {
  const unclosed = pairing.end();
  for (const [from, to] of pairing.pairs) {
    if (pairing.pairs.get(from + 1) === to - 1) {
      // Two marks for one stay as they were typed.
      for (const at of [from, from + 1, to - 1, to]) glyphs.set(at, text[at] ?? '');
    } else if (!glyphs.has(from)) pairs.set(from, to);
  }
  for (const at of unclosed) {
    const mark = text[at] ?? '';
    const opening = rules.quotes[mark === '"' ? 0 : 1]?.[0];
    const goesOn = at === unclosed.at(-1) && (next === mark || next === opening);
    if (goesOn || opensParagraph(text, at)) pairs.set(at, Infinity);
    else if (mark === '"') glyphs.set(at, isHebrew(text[at - 1] ?? '') && isHebrew(text[at + 1] ?? '') ? '״' : mark);
  }
}

function isElided({ text, rules }: MarkedText, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  if (isWord(before) && !isBesideEastAsian(text, at)) return false;
  if (isYear(text, at)) return true;
  if (!rules.headless) return false;
  rules.headless.lastIndex = at;
  return rules.headless.test(text);
}

function strengthOf({ text, rules: { tailless } }: MarkedText, at: number): number {
  if (isMeasure(text, at)) return strength.ofMeasure;
  tailless.lastIndex = at;
  if (tailless.test(text) || /^.' [\u05D0-\u05EA]/.test(text.slice(at - 1, at + 3))) return strength.ofWord;
  return isWord(text[at - 1] ?? ' ') ? strength.plain : strength.punctuated;
}

/** A quotation that is open while the text is written. */
interface Opened {
  mark: Mark;
  level: number;
  /** Where it closes. */
  to: number;
}

function written(marked: MarkedText): string {
  const { text, rules, glyphs, pairs } = marked;
  const levels = new Map<number, number>();
  const open: Opened[] = [];
  let typed = '';
  let from = 0;
  for (const { index: at, 0: mark } of text.matchAll(rules.marks)) {
    if (mark !== '"' && mark !== "'") {
      follow(marked, open, mark, at);
      continue;
    }
    let glyph = glyphs.get(at);
    const to = pairs.get(at);
    const level = levels.get(at);
    if (glyph === undefined && to !== undefined) {
      const opened = { mark, level: levelOf(rules.quotes, open, mark), to } as const;
      levels.set(to, opened.level);
      open.push(opened);
      glyph = rules.quotes[opened.level]?.[0];
    } else if (glyph === undefined && level !== undefined) {
      const index = open.findLastIndex((each) => each.to === at);
      if (index >= 0) open.length = index;
      glyph = rules.quotes[level]?.[1];
    }
    typed += text.slice(from, at) + (glyph ?? unpaired(marked, open, mark, at));
    from = at + 1;
  }
  return typed + text.slice(from);
}

/** A double mark asks for the first level, a single one for the second; where that is open, for the first that is not. */
function levelOf(quotes: string[], open: Opened[], mark: Mark): number {
  const isFree = (level: number) => !open.some((each) => each.level === level);
  const natural = mark === '"' ? 0 : 1;
  const free = isFree(natural) ? natural : quotes.findIndex((_, level) => isFree(level));
  return free < 0 ? natural : free;
}

function unpaired({ text, rules: { quotes } }: MarkedText, open: Opened[], mark: Mark, at: number): string {
  if (mark === "'") return isHebrew(text[at - 1] ?? '') ? '׳' : isMeasure(text, at) ? '′' : '’';
  if (isMeasure(text, at)) return '″';
  if (isSpace(text[at - 1] ?? ' ') || openers.includes(text[at - 1] ?? ' ')) return mark;
  const index = open.findLastIndex((each) => each.mark === mark && each.to === Infinity);
  const level = open[index]?.level ?? 0;
  if (index >= 0) open.length = index;
  return quotes[level]?.[1] ?? mark;
}

/** Takes a mark that is typeset already into account. */
function follow({ text, rules: { quotes } }: MarkedText, open: Opened[], glyph: string, at: number): void {
  if (isInWord(text, at)) return;
  const index = open.findLastIndex(({ level }) => quotes[level]?.[1] === glyph);
  if (index >= 0) {
    open.length = index;
    return;
  }
  const level = quotes.findIndex((pair) => pair[0] === glyph);
  if (level >= 0) open.push({ mark: level === 1 ? "'" : '"', level, to: Infinity });
}
