import { english } from './languages/en.ts';
import { languageOf } from './languages.ts';
import { digitsIn, numberIn } from './numerals.ts';
import { typesetText } from './typography.ts';
import type { Vocabulary, Words } from './vocabulary.ts';

const known = new Map<string, Words>();

/**
 * The words for a language (BCP 47): its first subtag chooses them, its region their numerals and quotation marks. A language
 * that has no words here is told in English.
 */
export function wordsOf(language: string): Words {
  const words = known.get(language) ?? newWords(language);
  known.set(language, words);
  return words;
}

function newWords(language: string): Words {
  const { words } = languageOf(language);
  return words ? made(words, language) : made(english.words, 'en');
}

function made(words: Vocabulary, manner: string): Words {
  return words({
    number: (value) => numberIn(value, manner),
    digits: (text) => digitsIn(text, manner),
    quoted: (text) => typesetText(`"${text}"`, manner),
  });
}
