export type Direction = 'ltr' | 'rtl';

/** The first subtag of a BCP 47 tag, in small letters: the language without its script and region. */
export function primaryOf(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}

const scripts = new Map<string, string>();

/** The script that a language (BCP 47) is written in by Unicode's CLDR, as ISO 15924 calls it: "Latn", "Arab", "Jpan". */
export function scriptOf(language: string): string {
  const script = scripts.get(language) ?? newScript(language);
  scripts.set(language, script);
  return script;
}

function newScript(language: string): string {
  return (isLanguageTag(language) && new Intl.Locale(language).maximize().script) || 'Latn';
}

/** The way a language is written, by its BCP 47 tag; a script subtag decides where there is one. */
export function directionOf(language: string): Direction {
  return /^(Adlm|Arab|Armi|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa|Yezi)$/.test(scriptOf(language)) ? 'rtl' : 'ltr';
}

const toTheLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const toTheRight = /(?![\p{Script=Arabic}\p{Script=Hebrew}])\p{L}/u;

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
