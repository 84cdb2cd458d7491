/** Stands in a run for something that is no text but reads as a word: code, a picture, a word of another language. */
export const opaque = '\uFFFC';

/**
 * The text runs of one paragraph-like block, typeset for a language (BCP 47): quotation marks, apostrophes, primes, dashes,
 * ellipses and no-break spaces. As many runs come back as went in; a quotation may open in one run and close in another.
 * Words, addresses, e-mail addresses and what is typeset already stay as they are, so typesetting twice changes nothing more.
 */
export function typeset(texts: string[], language: string): string[] {
  const rules = rulesOf(language);
  const text = texts.join('');
  if (!rules.candidate.test(text)) return texts;

  const addresses = addressesIn(text);
  let block: Block = { text: addresses.length > 0 ? masked(text) : text, ends: endsOf(texts) };
  if (text.includes('...')) block = rewritten(block, rules.ellipsis, ([dots]) => '…'.repeat(dots.length / 3));
  if (rules.custom) block = typesetByCustom(block, rules, rules.custom);
  if (addresses.length > 0) block.text = unmasked(block.text, addresses);
  return runsOf(block);
}

/** One text by itself, a headline or a caption, typeset as `typeset` does a block. */
export function typesetText(text: string, language: string): string {
  return typeset([text], language)[0] ?? text;
}

const noBreak = '\u00A0';
const narrow = '\u202F';

/** What a language's printers do. */
interface Custom {
  /** Opening and closing mark by level; a straight " asks for the first level, a straight ' for the second. */
  quotes: string[];
  /** Whether dashes and spaces stay as they are typed, and six dots are two ellipses. */
  marksOnly?: boolean;
  /** Whether "word--word" is a dash between spaces; else it stays unspaced. */
  spacedDash?: boolean;
  /** Whether a dash, not a hyphen, stands in "1914–18". */
  dashedRange?: boolean;
  /** Whether "--Hola" is a dash that opens speech, not an option of a command. */
  dashedSpeech?: boolean;
  /** Space inside « ». */
  guillemetSpace?: string;
  /** Marks that take a space before them, and the space. */
  spacedMarks?: [marks: string, space: string];
  /** Space between groups of three digits, where the language groups them with spaces. */
  groupSpace?: string;
  /** Words whose first letters are dropped, without their apostrophe. */
  headless?: string;
  /** Ends of words that take an apostrophe, where that is another sign than the closing mark. */
  tailless?: string;
  /** What may stand between the figure of a day and the space before its month. */
  ordinal?: string;
  /** Months as they follow the day. */
  months?: string;
  /** Words that follow a figure without a break, beside the international units. */
  measures?: string;
  /** Abbreviations that a figure follows without a break. */
  references?: string;
  /** Titles that a name follows without a break. */
  titles?: string;
}

const english: Custom = {
  quotes: ['“”', '‘’'],
  spacedDash: true,
  dashedRange: true,
  headless: 'tis|twas|twere|twill|til|em|n',
  ordinal: 'st|nd|rd|th',
  months: 'January|February|March|April|May|June|July|August|September|October|November|December',
  measures: 'ft|lbs?|oz|mph|am|pm|a\\.m\\.|p\\.m\\.|bn|million|billion|trillion|per cent|percent',
  references: 'pp?\\.|Nos?\\.|nos?\\.|vols?\\.|Vols?\\.|[Ff]igs?\\.|ch\\.',
  titles:
    'Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?|Prof\\.?|Sir|Dame|Lord|Lady|Gen\\.|Sen\\.|Rep\\.|Gov\\.|Rev\\.|Capt\\.|Lt\\.|Sgt\\.',
};

const german: Custom = {
  quotes: ['„“', '‚‘'],
  spacedDash: true,
  dashedRange: true,
  headless: 's|n|ne|nen|nem|ner|ran|rum|raus',
  tailless: '[sSxzß]',
  ordinal: '\\.',
  months: 'Jänner|Januar|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember',
  measures: 'Mio\\.|Mrd\\.|Millionen|Milliarden|Euro|Franken|Prozent|Uhr|h',
  references: 'S\\.|Nr\\.|Nrn\\.|Bd\\.|Abb\\.|Abs\\.|Art\\.|Kap\\.',
  titles: 'Herrn?|Frau|Dr\\.|Prof\\.',
};

const french: Custom = {
  quotes: ['«»', '“”', '‘’'],
  spacedDash: true,
  guillemetSpace: noBreak,
  spacedMarks: [':;!?', narrow],
  groupSpace: narrow,
  ordinal: 'er',
  months: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  measures: 'h|min|euros?|millions?|milliards?|francs?',
  references: 'pp?\\.|[Nn][o°º]s?|art\\.|vol\\.|fig\\.|chap\\.|t\\.',
  titles: 'M\\.|MM\\.|Mme|Mmes|Mlle|Mlles|Dr|Me|Mgr',
};

const spanish: Custom = {
  quotes: ['«»', '“”', '‘’'],
  dashedSpeech: true,
  months: 'de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)',
  measures: 'h|euros?|mil|millón|millones|pesos?',
  references: 'págs?\\.|pp?\\.|[Nn]\\.?[ºo°]|[Nn]úm\\.|art\\.|vol\\.|fig\\.|cap\\.',
  titles: 'Sr\\.|Sra\\.|Srta\\.|Dr\\.|Dra\\.|D\\.|D\\.ª',
};

const italian: Custom = {
  quotes: ['«»', '“”', '‘’'],
  spacedDash: true,
  headless: 'ndrangheta|ndranghetist[aie]',
  ordinal: '[º°]',
  months: 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre',
  measures: 'euro|mila|milioni|miliardi|milione|miliardo',
  references: 'pagg?\\.|pp?\\.|[Nn]\\.|art\\.|vol\\.|fig\\.|cap\\.',
  titles: 'Sig\\.|Sig\\.ra|sig\\.|sig\\.ra|Dott\\.|dott\\.|Prof\\.|prof\\.|On\\.|on\\.|Mons\\.|mons\\.',
};

const dutch: Custom = {
  quotes: ['“”', '‘’'],
  spacedDash: true,
  headless: '[stnkmr]|ns',
  months: 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december',
  measures: 'euro|miljoen|miljard|procent|uur',
  references: 'pp?\\.|blz\\.|[Nn]rs?\\.|art\\.|fig\\.',
  titles: '[Dd]hr\\.|[Mm]evr\\.|[Mm]r\\.|[Dd]r\\.|[Pp]rof\\.',
};

const portuguese: Custom = {
  quotes: ['“”', '‘’'],
  spacedDash: true,
  ordinal: '[ºo°]',
  months: 'de (?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)',
  measures: 'h|euros?|reais|mil|milhão|milhões|bilhão|bilhões',
  references: 'págs?\\.|pp?\\.|[Nn]\\.?[ºo°]|art\\.|vol\\.|fig\\.|cap\\.',
  titles: 'Sr\\.|Sra\\.|Dr\\.|Dra\\.|D\\.',
};

const simplifiedChinese: Custom = { quotes: ['“”', '‘’'], marksOnly: true };
const traditionalChinese: Custom = { quotes: ['「」', '『』'], marksOnly: true };

/**
 * Customs by language, and by language and script or region where that has its own; a language without an entry gets its ellipsis
 * and nothing else. Quotation marks are those of the Unicode CLDR's delimiters, but Dutch has the double mark first, as its
 * newspapers do, and French and Spanish have the inner levels of the Imprimerie nationale and of the Real Academia Española;
 * those of fr-CA are the Office québécois's. Spaces and dashes follow the Imprimerie nationale (Lexique des règles
 * typographiques), Duden and DIN 5008, and New Hart's Rules.
 */
const customs: Record<string, Custom> = {
  en: english,
  de: german,
  'de-CH': { ...german, quotes: ['«»', '‹›'] },
  'de-LI': { ...german, quotes: ['«»', '‹›'] },
  fr: french,
  'fr-CA': { ...french, guillemetSpace: noBreak, spacedMarks: [':', noBreak], groupSpace: noBreak },
  'fr-CH': { ...french, quotes: ['«»', '‹›'], guillemetSpace: narrow },
  es: spanish,
  'es-MX': { ...spanish, quotes: ['“”', '‘’'] },
  it: italian,
  nl: dutch,
  pt: portuguese,
  'pt-PT': { ...portuguese, quotes: ['«»', '“”', '‘’'] },
  ar: { quotes: ['”“', '’‘'] },
  he: { quotes: ['””', '’’'] },
  hi: { quotes: ['“”', '‘’'], spacedDash: true },
  ja: { quotes: ['「」', '『』'], marksOnly: true },
  ko: { quotes: ['“”', '‘’'], marksOnly: true },
  zh: simplifiedChinese,
  'zh-Hans': simplifiedChinese,
  'zh-Hant': traditionalChinese,
  'zh-HK': traditionalChinese,
  'zh-MO': traditionalChinese,
  'zh-TW': traditionalChinese,
};

const units =
  '[%‰€$£¥]|[°º][CF]?|[kcmµ]?m[²³]?|km/h|m/s|[kmµ]?g|[kMGT]?t|[cmhd]?l|ha|[kMGT]?Hz|[kMGT]?Wh?|[kMGT]B|EUR|USD|GBP|CHF';

/** A custom made ready to be looked for. */
interface Rules {
  custom: Custom | undefined;
  /** Finds whether there is anything to do at all. */
  candidate: RegExp;
  ellipsis: RegExp;
  /** Figures and what points to one, each with the space that may not break. */
  figures: RegExp;
  /** Initials and titles, each with the space that may not break. */
  names: RegExp;
  marks: RegExp;
  /** At a ' that stands for a word's first letters. */
  headless: RegExp | undefined;
  /** At the end of what stands before a ' that may belong to the word. */
  tailless: RegExp | undefined;
  spacedMark: RegExp | undefined;
}

const rulesByLanguage = new Map<string, Rules>();

function rulesOf(language: string): Rules {
  const known = rulesByLanguage.get(language);
  if (known) return known;
  const rules = rulesFrom(customOf(language));
  rulesByLanguage.set(language, rules);
  return rules;
}

function customOf(language: string): Custom | undefined {
  const [primary = '', ...rest] = language.toLowerCase().split('-');
  const script = rest.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const region = rest.find((subtag) => /^(?:[a-z]{2}|\d{3})$/.test(subtag));
  return (
    customs[`${primary}-${script?.replace(/^./, (letter) => letter.toUpperCase())}`] ??
    customs[`${primary}-${region?.toUpperCase()}`] ??
    customs[primary]
  );
}

function rulesFrom(custom: Custom | undefined): Rules {
  const quoted = custom?.quotes.join('') ?? '';
  return {
    custom,
    candidate: custom ? new RegExp(`["'«»:;!?\\d]|\\.{3}|--| -|[${letter}.] [${capital}]`) : /\.{3}/,
    ellipsis: custom && !custom.marksOnly ? /(?<![./\\…])\.{3}(?![./\\…])/g : /(?<![./\\…])(?:\.{6}|\.{3})(?![./\\…])/g,
    figures: figuresBy(custom ?? { quotes: [] }),
    names: namesBy(custom ?? { quotes: [] }),
    marks: new RegExp(`["'${quoted}]`, 'g'),
    headless: custom?.headless ? new RegExp(`'(?:${custom.headless})(?![\\p{L}\\p{N}])`, 'iuy') : undefined,
    tailless: custom?.tailless ? new RegExp(`(?:${custom.tailless})$`, 'u') : undefined,
    spacedMark: custom?.spacedMarks ? spacedMark(custom.spacedMarks[0]) : undefined,
  };
}

// Latin letters by range: a property escape here would cost more than all the rest.
const letter = 'A-Za-zÀ-ÖØ-öø-ž';
const capital = 'A-ZÀ-ÖØ-ÞČŁŚŠŽŻ';

function figuresBy({ ordinal = '', months, measures, references }: Custom): RegExp {
  const follows = measures ? `${units}|${measures}` : units;
  const alternatives = [`\\d (?=(?:${follows})(?![${letter}\\d]))`, '§ (?=\\d)'];
  if (months) alternatives.push(`\\d(?:${ordinal})? (?=(?:${months})(?![${letter}]))`);
  if (references) alternatives.push(`\\b(?:${references}) (?=\\d)`);
  return new RegExp(alternatives.join('|'), 'g');
}

function namesBy({ titles }: Custom): RegExp {
  const initial = `[${capital}]\\.`;
  const alternatives = [
    `${initial} (?<![${letter}\\d]${initial} )(?=${initial})`,
    `${initial} (?<=(?<![${letter}\\d])${initial}\\s${initial} )(?=[${capital}][${letter}])`,
  ];
  if (titles) alternatives.push(`\\b(?:${titles}) (?=[${capital}])`);
  return new RegExp(alternatives.join('|'), 'g');
}

// A colon inside a time, a smiley or "a?b" is no punctuation of a sentence.
function spacedMark(marks: string): RegExp {
  return new RegExp(
    `(?:(?<=\\S) |(?<=[\\p{L}\\p{N}\\p{Sc}%»”’›)\\]…\\uFFFC\\uFDD0]))[${marks}](?=[\\s"'«»“”‘’‹›!?…]|$|(?<=[!?])[^\\p{L}\\p{N}=/])`,
    'gu',
  );
}

/** Runs joined into one text, and where each ends in it. */
interface Block {
  text: string;
  ends: number[];
}

function endsOf(texts: string[]): number[] {
  let end = 0;
  return texts.map((text) => (end += text.length));
}

function runsOf({ text, ends }: Block): string[] {
  return ends.map((end, run) => text.slice(ends[run - 1] ?? 0, end));
}

/** The block with every match replaced; one that would grow or shrink across the end of a run stays. */
function rewritten(block: Block, pattern: RegExp, replacement: (match: RegExpExecArray) => string): Block {
  pattern.lastIndex = 0;
  let match = pattern.exec(block.text);
  if (!match) return block;
  let text = '';
  let from = 0;
  let shift = 0;
  let run = 0;
  const ends = block.ends.slice();
  for (; match; match = pattern.exec(block.text)) {
    const end = match.index + match[0].length;
    while ((block.ends[run] ?? Infinity) <= match.index) ends[run++]! += shift;
    const given = replacement(match);
    const growth = given.length - match[0].length;
    if (growth !== 0 && (block.ends[run] ?? Infinity) < end) continue;
    text += block.text.slice(from, match.index) + given;
    from = end;
    shift += growth;
  }
  while (run < ends.length) ends[run++]! += shift;
  return { text: text + block.text.slice(from), ends };
}

const address =
  /[a-z][a-z0-9+.-]*:\/\/[^\s<>"“”„«»‘’‚‹›]*[^\s<>"“”„«».,;:!?'‘’‚‹›′″)\]…]|(?:www\.|(?:mailto|tel):|[\w-]+(?:\.[\w-]+)+\/)[^\s<>"“”„«»‘’‚‹›]*[^\s<>"“”„«».,;:!?'‘’‚‹›′″)\]…]|[\w.+'-]*[\w+-]@[\w-]+(?:\.[\w-]+)+/gi;

// A noncharacter of Unicode, which no text holds.
const mask = '\uFDD0';

function addressesIn(text: string): string[] {
  if (!/[@/]|www\.|tel:/i.test(text)) return [];
  return Array.from(text.matchAll(address), ([found]) => found);
}

function masked(text: string): string {
  return text.replace(address, (found) => mask.repeat(found.length));
}

function unmasked(text: string, addresses: string[]): string {
  const letters = addresses.join('');
  let next = 0;
  return text.replace(/\uFDD0/g, () => letters[next++] ?? '');
}

function typesetByCustom(block: Block, rules: Rules, custom: Custom): Block {
  let typed = block;
  if (custom.marksOnly) return quotedFor(typed, rules, custom);
  if (typed.text.includes('--'))
    typed = rewritten(typed, /( ?)(?<!-)(-{2,3})(?!-)/g, (match) => dashFor(match, custom));
  if (typed.text.includes(' -')) typed = rewritten(typed, /(?<=\S) -(?=\s)/g, () => `${noBreak}–`);
  if (custom.dashedRange && typed.text.includes('-')) typed = rewritten(typed, range, rangeFor);
  return spacedFor(bound(quotedFor(typed, rules, custom), rules), rules, custom);
}

function quotedFor(block: Block, rules: Rules, custom: Custom): Block {
  return /["']/.test(block.text) ? { ...block, text: curled(block.text, rules, custom) } : block;
}

/** The block with no-break spaces for spaces; it keeps its length. */
function bound(block: Block, { figures, names }: Rules): Block {
  let { text } = block;
  if (/\d/.test(text)) text = text.replace(figures, unbroken);
  return { ...block, text: text.replace(names, unbroken) };
}

function unbroken(found: string): string {
  return found.slice(0, -1) + noBreak;
}

function dashFor(match: RegExpExecArray, custom: Custom): string {
  const [found, lead = '', hyphens = ''] = match;
  const before = match.input.slice(Math.max(0, match.index - 2), match.index);
  const after = match.input.slice(match.index + found.length, match.index + found.length + 2);
  const dash = hyphens.length === 3 ? '—' : '–';
  const speech = dash === '–' && /^[a-z]/.test(after) && (lead !== '' || /(?:^|\s)$/.test(before));
  if (speech && !custom.dashedSpeech) return found;
  if (before.endsWith('<') || after.startsWith('>')) return found;
  if (lead !== '') return (/\S$/.test(before) && /^(?:\s|$)/.test(after) ? noBreak : lead) + dash;
  if (dash === '—' || !custom.spacedDash || !joins(before, after)) return dash;
  return /\d$/.test(before) && /^\d/.test(after) ? dash : `${noBreak}${dash} `;
}

/** Whether a dash between these stands between two words and not at the edge of a quotation. */
function joins(before: string, after: string): boolean {
  return (
    /(?:[\p{L}\p{M}\p{N})\]…!?.,\uFFFC\uFDD0]|\S["'”’“‘»›])$/u.test(before) &&
    /^(?:[\p{L}\p{N}(\uFFFC\uFDD0]|["'“‘„‚«‹”’][\p{L}\p{N}])/u.test(after)
  );
}

const range = /(?<![\p{L}\p{N}_.,/:+\uFFFC\uFDD0–-])(\d{1,4})-(\d{1,4})(?![\p{L}\p{N}_/\uFFFC\uFDD0–-]|[.,:]\d)/gu;

function rangeFor([found, from = '', to = '']: RegExpExecArray): string {
  return isRange(from, to) ? `${from}–${to}` : found;
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

function spacedFor(
  block: Block,
  { spacedMark: pattern }: Rules,
  { guillemetSpace, spacedMarks, groupSpace }: Custom,
): Block {
  let typed = block;
  // Beside a hyphen a new space would make a dash of it.
  if (guillemetSpace && /[«»]/.test(typed.text)) {
    typed = rewritten(typed, /« ?(?=[^\s-])/g, () => `«${guillemetSpace}`);
    typed = rewritten(typed, /(?<=[^\s-]) ?»/g, () => `${guillemetSpace}»`);
  }
  if (spacedMarks && pattern) typed = rewritten(typed, pattern, ([found]) => spacedMarks[1] + found.trimStart());
  if (groupSpace)
    typed = rewritten(typed, /(?<![\d.,])[1-9]\d{0,2}(?: \d{3})+(?![\d-])/g, ([found]) =>
      found.replaceAll(' ', groupSpace),
    );
  return typed;
}

type Mark = '"' | "'";

/** A reading of one text from its start, with the quotations that are open. */
interface Reading {
  text: string;
  rules: Rules;
  quotes: string[];
  open: { mark: Mark; level: number }[];
  /** Where the last ' stands that may close a quotation. */
  lastClosing: number;
}

/** The text with each " and ' replaced by one character; it keeps its length. */
function curled(text: string, rules: Rules, { quotes }: Custom): string {
  const reading: Reading = { text, rules, quotes, open: [], lastClosing: lastClosing(text) };
  let typed = '';
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(rules.marks)) {
    if (mark !== '"' && mark !== "'") {
      follow(reading, mark, index);
      continue;
    }
    typed += text.slice(from, index) + (mark === '"' ? doubleAt(reading, index) : singleAt(reading, index));
    from = index + 1;
  }
  return typed + text.slice(from);
}

function doubleAt(reading: Reading, at: number): string {
  const { text } = reading;
  const isOpen = isOpened(reading, '"');
  if (isGershayim(text, at, isOpen)) return '״';
  if (opens(text, at, isOpen)) return opened(reading, '"');
  if (isMeasure(text, at) && (!isOpen || nextCloses(text, at))) return '″';
  return closed(reading, '"');
}

function singleAt(reading: Reading, at: number): string {
  const { text, rules } = reading;
  const isOpen = isOpened(reading, "'");
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (isInWord(text, at)) {
    if (isHebrew(before)) return '׳';
    // Three figures after it are thousands, as Switzerland writes them.
    return isFigure(before) && isFigure(after) && !/^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) ? '′' : '’';
  }
  if (isHebrew(before) && !isOpen) return '׳';
  if (!isWord(before) && isHeadless(reading, at)) return '’';
  if (opens(text, at, isOpen)) return opensQuotation(reading, at) ? opened(reading, "'") : '’';
  if (!isOpen) return isMeasure(text, at) ? '′' : '’';
  if (isMeasure(text, at) && nextCloses(text, at)) return '′';
  if (rules.tailless?.test(text.slice(Math.max(0, at - 4), at)) && nextCloses(text, at)) return '’';
  return closed(reading, "'");
}

// What nothing closes is an apostrophe, except where a quotation of several paragraphs begins.
function opensQuotation({ text, lastClosing: last }: Reading, at: number): boolean {
  const decade = /^\d\d(?!\d)/.test(text.slice(at + 1, at + 4));
  return last > at || (!decade && at < 3 && /^[\s"“«„”]*$/.test(text.slice(0, at)));
}

function isHeadless({ text, rules }: Reading, at: number): boolean {
  if (/^\d\ds(?![\p{L}\p{N}])/u.test(text.slice(at + 1, at + 5))) return true;
  if (text.startsWith("'n'", at)) return true;
  if (!rules.headless) return false;
  rules.headless.lastIndex = at;
  return rules.headless.test(text);
}

/** Whether a mark here opens: it leans on what follows, or leans on nothing and no such quotation is open. */
function opens(text: string, at: number, isOpen: boolean): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (isSpace(after)) return isSpace(before) && !isOpen;
  if (isSpace(before)) return !(isOpen && closers.includes(after));
  if (dashes.includes(before) && isWord(after)) return true;
  if (openers.includes(before)) return !closers.includes(after);
  if (quoteMarks.includes(before)) return isWord(after);
  return !isOpen && isWord(after);
}

const closers = ',.;:!?)]}»';
const openers = '([{/¿¡«„‚‹';
const dashes = '-–—';
const quoteMarks = '"\'“”‘’';

/** Whether the mark here stands where a quotation may close. */
function closes(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  return !isSpace(before) && !openers.includes(before) && (!isWord(text[at + 1] ?? ' ') || isBesideEastAsian(text, at));
}

/** Whether the next mark like the one here, apostrophes inside words aside, stands where a quotation may close. */
function nextCloses(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  let next = text.indexOf(mark, at + 1);
  while (next >= 0 && isInWord(text, next)) next = text.indexOf(mark, next + 1);
  return next >= 0 && closes(text, next);
}

function lastClosing(text: string): number {
  let last = text.lastIndexOf("'");
  while (last > 0 && !closes(text, last)) last = text.lastIndexOf("'", last - 1);
  return last > 0 ? last : -1;
}

function isOpened({ open }: Reading, mark: Mark): boolean {
  return open.some((quotation) => quotation.mark === mark);
}

function opened({ quotes, open }: Reading, mark: Mark): string {
  const isFree = (level: number) => !open.some((quotation) => quotation.level === level);
  const natural = mark === '"' ? 0 : 1;
  const free = isFree(natural) ? natural : quotes.findIndex((_, level) => isFree(level));
  const level = free < 0 ? natural : free;
  open.push({ mark, level });
  return quotes[level]?.[0] ?? mark;
}

function closed({ quotes, open }: Reading, mark: Mark): string {
  const index = open.findLastIndex((quotation) => quotation.mark === mark);
  const level = open[index]?.level ?? (mark === '"' ? 0 : 1);
  if (index >= 0) open.length = index;
  return quotes[level]?.[1] ?? mark;
}

/** Takes a mark that is typeset already into account. */
function follow({ text, quotes, open }: Reading, glyph: string, at: number): void {
  if (isInWord(text, at)) return;
  const index = open.findLastIndex(({ level }) => quotes[level]?.[1] === glyph);
  if (index >= 0) {
    open.length = index;
    return;
  }
  const level = quotes.findIndex((pair) => pair[0] === glyph);
  if (level >= 0) open.push({ mark: level === 1 ? "'" : '"', level });
}

/** Whether the mark here follows a measure of one to three figures and nothing that it could enclose. */
function isMeasure(text: string, at: number): boolean {
  return (
    /(?:^|[^\p{L}\p{N}'])(?:\d+['′])?\d{1,3}$/u.test(text.slice(Math.max(0, at - 8), at)) &&
    !isWord(text[at + 1] ?? ' ')
  );
}

/**
 * Whether a " between Hebrew letters marks an acronym. It then stands before the last letter or has no partner; after a prefix
 * of one to three letters it opens a quotation.
 */
function isGershayim(text: string, at: number, isOpen: boolean): boolean {
  if (!isHebrew(text[at - 1] ?? '') || !isHebrew(text[at + 1] ?? '')) return false;
  if (isOpen || !isHebrew(text[at + 2] ?? '')) return true;
  return !(/(?:^|[^\p{L}])[ובכלמשה]{1,3}$/u.test(text.slice(Math.max(0, at - 4), at)) && nextCloses(text, at));
}

/** Whether the mark here stands inside a word. Chinese, Japanese and Korean join theirs to what is quoted. */
function isInWord(text: string, at: number): boolean {
  return isWord(text[at - 1] ?? ' ') && isWord(text[at + 1] ?? ' ') && !isBesideEastAsian(text, at);
}

function isBesideEastAsian(text: string, at: number): boolean {
  return isEastAsian(text[at - 1] ?? ' ') || isEastAsian(text[at + 1] ?? ' ');
}

function isEastAsian(character: string): boolean {
  return (character >= '\u2E80' && character <= '\uA4CF') || (character >= '\uAC00' && character <= '\uD7A3');
}

function isHebrew(character: string): boolean {
  return character >= '\u05D0' && character <= '\u05EA';
}

function isFigure(character: string): boolean {
  return character >= '0' && character <= '9';
}

function isSpace(character: string): boolean {
  return character <= ' ' || (character > '~' && /\s/.test(character));
}

// Half of a surrogate pair counts as a word: rare letters and pictographs.
function isWord(character: string): boolean {
  if (character < '\u0080') return /[A-Za-z0-9_]/.test(character);
  return /[\p{L}\p{M}\p{N}\p{Cs}\uFFFC\uFDD0]/u.test(character);
}
