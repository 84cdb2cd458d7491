import { english } from './languages/en.ts';
import { languageOf, languages } from './languages.ts';
import { nearest } from './nearest.ts';
import { digitsIn, numberIn } from './numerals.ts';
import type { Fault } from './problem.ts';
import { typesetText } from './typography.ts';
import type { Manner, Vocabulary, Words } from './vocabulary.ts';

type Partly<T> = {
  [Key in keyof T]?: T[Key] extends (...given: never[]) => string
    ? T[Key]
    : T[Key] extends object
      ? Partly<T[Key]>
      : T[Key];
};

/** What a paper says of all this in words of its own. */
export type SomeWords = Partly<Omit<Words, 'language'>>;

/** A paper's words, by the first subtag of their language; made for the manner of a region where they are a function. */
export type OwnWords = Record<string, SomeWords | ((manner: Manner) => SomeWords)>;

// Pages, loaders and commands each have a copy of this module, and the global object in common.
const shared = globalThis as { broadsheetWords?: Current };

interface Current {
  own: OwnWords;
  /** By language, as they were asked for. */
  known: Map<string, Words>;
}

function current(): Current {
  return (shared.broadsheetWords ??= { own: {}, known: new Map() });
}

/** Puts a paper's words, without faults, in the place of the engine's, from now on and for all copies of this module. */
export function replaceWords(own: OwnWords): void {
  shared.broadsheetWords = { own, known: new Map() };
}

/** What is wrong with a paper's words: a language or a word that there is not, or something else in the place of a word. */
export function faultsInWords(own: OwnWords): Fault[] {
  return Object.entries(own).flatMap(([tag, words]) => {
    const vocabulary = languages.find((language) => language.tag === tag)?.words;
    if (!vocabulary) return [unknown(`language "${tag}" of words`, tag, spoken)];
    const manner = mannerOf(tag);
    return faultsIn(inManner(words, manner), vocabulary(manner), tag);
  });
}

/** Whether a paper has words of its own. */
export function hasOwnWords(): boolean {
  return Object.keys(current().own).length > 0;
}

const spoken = languages.flatMap(({ tag, words }) => (words ? [tag] : []));

function faultsIn(own: object, ours: object, place: string): Fault[] {
  return Object.entries(own as Record<string, unknown>).flatMap(([name, word]) => {
    const here = `${place}.${name}`;
    if (!Object.hasOwn(ours, name) || name === 'language') return [unknown(`word "${here}"`, name, Object.keys(ours))];
    const kind = kindOf((ours as Record<string, unknown>)[name]);
    if (word === undefined) return [];
    if (kindOf(word) !== kind || word === '')
      return [{ found: `The word "${here}" is not ${kind}.`, remedy: `Make it ${kind}.` }];
    return kind === 'a group of words'
      ? faultsIn(word as object, (ours as Record<string, object>)[name] ?? {}, here)
      : [];
  });
}

function kindOf(word: unknown): string {
  if (typeof word === 'function') return 'a function that gives a text';
  if (typeof word === 'object' && word !== null) return 'a group of words';
  // What a language leaves unsaid may be said.
  return typeof word === 'string' || word === undefined ? 'a text' : 'nothing that is said';
}

function unknown(what: string, name: string, names: readonly string[]): Fault {
  const others = names.filter((each) => each !== 'language');
  const near = nearest(name, others);
  return {
    found: `There is no ${what}.`,
    remedy: near ? `Did you mean "${near}"?` : `There are ${others.join(', ')}.`,
  };
}

/**
 * The words for a language (BCP 47): its first subtag chooses them, its region their numerals and quotation marks. A language
 * that has no words here is told in English.
 */
export function wordsOf(language: string): Words {
  const { known } = current();
  const words = known.get(language) ?? newWords(language);
  known.set(language, words);
  return words;
}

function newWords(language: string): Words {
  const { words } = languageOf(language);
  return words ? made(words, language) : made(english.words, 'en');
}

function made(words: Vocabulary, language: string): Words {
  const manner = mannerOf(language);
  const ours = words(manner);
  const own = current().own[ours.language.replace(/-.*/, '')] ?? {};
  return withOwn(ours, inManner(own, manner));
}

function inManner(own: OwnWords[string], manner: Manner): SomeWords {
  return typeof own === 'function' ? own(manner) : own;
}

function withOwn<T extends object>(ours: T, own: object): T {
  const whole = { ...ours } as Record<string, unknown>;
  for (const [name, word] of Object.entries(own) as [string, unknown][]) {
    if (word === undefined) continue;
    whole[name] = typeof word === 'object' && word !== null ? withOwn(whole[name] as object, word) : word;
  }
  return whole as T;
}

function mannerOf(language: string): Manner {
  return {
    number: (value) => numberIn(value, language),
    digits: (text) => digitsIn(text, language),
    quoted: (text) => typesetText(`"${text}"`, language),
  };
}
