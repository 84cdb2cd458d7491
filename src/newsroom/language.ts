export type Direction = 'ltr' | 'rtl';

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The way a language is written, by its BCP 47 tag; a script subtag decides where there is one. */
export function directionOf(language: string): Direction {
  if (/-(arab|hebr|syrc|thaa)\b/i.test(language)) return 'rtl';
  if (/-latn\b/i.test(language)) return 'ltr';
  return rightToLeft.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

const toTheLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const toTheRight =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Devanagari}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * A name in a sentence of a language, held apart where it runs the other way: a figure that follows it would join it else.
 * The characters around it are those of the Unicode bidirectional algorithm (first strong isolate).
 */
export function isolated(name: string, language: string): string {
  const other = directionOf(language) === 'rtl' ? toTheRight : toTheLeft;
  return other.test(name) ? `\u2068${name}\u2069` : name;
}

/** Whether a text has the form of a BCP 47 tag that browsers know. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
