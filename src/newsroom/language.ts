export type Direction = 'ltr' | 'rtl';

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The way a language is written, by its BCP 47 tag; a script subtag decides where there is one. */
export function directionOf(language: string): Direction {
  if (/-(arab|hebr|syrc|thaa)\b/i.test(language)) return 'rtl';
  if (/-latn\b/i.test(language)) return 'ltr';
  return rightToLeft.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** Whether a text has the form of a BCP 47 tag that browsers know. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
