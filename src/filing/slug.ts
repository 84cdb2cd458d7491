import transliterate from '@sindresorhus/transliterate';
import anyAscii from 'any-ascii';
import { primaryOf } from '../newsroom/language.ts';

/** Letters of a slug: longer ones are cut off by other programs, or not read. */
const longest = 60;

/**
 * A headline as the last part of an address: words of small letters and digits, with hyphens between. Letters that are not ASCII become
 * what the language writes for them ("Größe", groesse; "Åsa" in Swedish, asa), or what sounds like them in another script.
 * @param language BCP 47
 * @returns an empty text where nothing of it can be written so
 */
export function slugOf(headline: string, language: string): string {
  const words = headline
    .normalize('NFC')
    .replace(/['’ʼ]/g, '')
    .replace(/[\p{Script=Han}\p{Script=Hangul}]/gu, (letter) => ` ${anyAscii(letter)} `)
    .split(/[\s\p{Pd}\p{Sm}/]+/u)
    .flatMap((word) => anyAscii(isSyllables(word) ? word : transliterate(word, { locale: primaryOf(language) })))
    .flatMap(
      (ascii) =>
        ascii
          .toLowerCase()
          .replace(/'/g, '')
          .match(/[a-z0-9]+/g) ?? [],
    );
  let slug = words[0]?.slice(0, longest) ?? '';
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > longest) break;
    slug += `-${word}`;
  }
  return slug;
}

/** Kana lose their marks of voice in letters that are taken apart. */
function isSyllables(word: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word);
}
