import { languageOf } from './languages.ts';
import { blockOf, rewritten, runsOf, type Block } from './typography/block.ts';
import { capital, letter, type Custom } from './typography/customs.ts';
import { dashed, dashRules, type DashRules } from './typography/dashes.ts';
import { markRules, quoted, type MarkRules } from './typography/quotation-marks.ts';
import type { Setting } from './typography/setting.ts';
import { spaced, spaceRules, type SpaceRules } from './typography/spaces.ts';

/** Stands in a run for something that is no text but reads as a word: code, a picture, a word of another language. */
export const opaque = '\uFFFC';

/**
 * The text runs of one paragraph-like block, typeset for a language (BCP 47) or a paper's setting of it: quotation marks,
 * apostrophes, primes, dashes, ellipses and no-break spaces. As many runs come back as went in; a quotation may open in one run and
 * close in another. Words, addresses, e-mail addresses, names of files and what is typeset already stay as they are, so typesetting
 * twice changes nothing more. Marks of which it cannot be told what they are stay as well.
 * @param next how the next paragraph begins: a quotation that no mark closes may go on in it
 */
export function typeset(texts: string[], setting: Setting | string, next?: string): string[] {
  const rules = rulesOf(setting);
  return rules.candidate.test(texts.join('')) ? settled(texts, rules, next) : texts;
}

/** Typeset, and once more while a mark that stayed as it was typed reads otherwise beside those that are set. */
function settled(texts: string[], rules: Rules, next: string | undefined): string[] {
  const text = texts.join('');
  const block = blockOf(texts);
  const addresses = addressesIn(text);
  if (addresses.length > 0) block.text = masked(text);
  const typed = typesetBlock(block, rules, next);
  if (addresses.length > 0) typed.text = unmasked(typed.text, addresses);
  const runs = runsOf(typed);
  return typed.text === text || !/["']|--| -/.test(typed.text) ? runs : settled(runs, rules, next);
}

/** One text by itself, a headline or a caption, typeset as `typeset` does a block. */
export function typesetText(text: string, setting: Setting | string): string {
  return typeset([text], setting)[0] ?? text;
}

/** A custom made ready to be looked for. */
interface Rules {
  /** Finds whether there is anything to do at all. */
  candidate: RegExp;
  ellipsis: RegExp;
  /** Absent for a language of which no custom is known. */
  known?: { custom: Custom; dashes: DashRules; marks: MarkRules; spaces: SpaceRules };
}

const rulesBySetting = new Map<string, Rules>();

function rulesOf(setting: Setting | string): Rules {
  const asked = typeof setting === 'string' ? { language: setting } : setting;
  const dashes = asked.typography?.dashes;
  const key = dashes ? `${asked.language} ${dashes}` : asked.language;
  const known = rulesBySetting.get(key);
  if (known) return known;
  const rules = rulesFrom(customOf(asked));
  rulesBySetting.set(key, rules);
  return rules;
}

/** The custom of a setting; `undefined` where the language has none. */
function customOf({ language, typography }: Setting): Custom | undefined {
  const { typography: custom } = languageOf(language);
  return custom && typography?.dashes ? { ...custom, dash: typography.dashes } : custom;
}

function rulesFrom(custom: Custom | undefined): Rules {
  const ellipsis =
    custom && !custom.marksOnly ? /(?<![./\\…])\.{3}(?![./\\…])/g : /(?<![./\\…])(?:\.{6}|\.{3})(?![./\\…])/g;
  if (!custom) return { candidate: /\.{3}/, ellipsis };
  return {
    candidate: new RegExp(`["'«»:;!?\\d]|\\.{3}|--|[ \n]-|[${letter}.] [${capital}]`),
    ellipsis,
    known: { custom, dashes: dashRules(custom), marks: markRules(custom), spaces: spaceRules(custom) },
  };
}

function typesetBlock(block: Block, { ellipsis, known }: Rules, next: string | undefined): Block {
  let typed = block;
  if (typed.text.includes('...')) typed = rewritten(typed, ellipsis, ([dots]) => '…'.repeat(dots.length / 3));
  if (!known) return typed;
  const { custom, dashes, marks, spaces } = known;
  if (!custom.marksOnly) typed = dashed(typed, dashes, custom);
  if (/["']/.test(typed.text)) {
    typed = rewritten(typed, doublePrime, () => '″');
    typed = { ...typed, text: quoted(typed.text, marks, next) };
  }
  return custom.marksOnly ? typed : spaced(typed, spaces, custom);
}

// Two single marks for inches: "5' 10''".
const doublePrime = /(?<=(?:^|[^\p{L}\p{N}'’])(?:\d+['′])?\d{1,3})''(?!['\p{L}\p{N}])/gu;

const address =
  /[a-z][a-z0-9+.-]*:\/\/[^\s<>"“”„«»‘’‚‹›]*[^\s<>"“”„«».,;:!?'‘’‚‹›′″)\]…]|(?:www\.|(?:mailto|tel):|[\w-]+(?:\.[\w-]+)+\/)[^\s<>"“”„«»‘’‚‹›]*[^\s<>"“”„«».,;:!?'‘’‚‹›′″)\]…]|[\w.+'-]*[\w+-]@[\w-]+(?:\.[\w-]+)+|(?<![\w.])\w[\w.]*-[\w.-]*\.[a-z][a-z\d]{1,4}(?![\w-])/gi;

// A noncharacter of Unicode, which no text holds.
const mask = '\uFDD0';

function addressesIn(text: string): string[] {
  if (!/[@/]|www\.|tel:|-[\w.-]*\.[a-z]/i.test(text)) return [];
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
