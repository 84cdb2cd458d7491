import type german from 'hyphen/de/index.js';
import { primaryOf } from './language.ts';

/** Languages that write several words as one, each with what knows where such a word may be parted: read where one is asked for. */
const patterns: Record<string, () => Promise<{ default: typeof german }>> = {
  de: () => import('hyphen/de/index.js'),
  fi: () => import('hyphen/fi/index.js'),
  hu: () => import('hyphen/hu/index.js'),
  nl: () => import('hyphen/nl/index.js'),
  sv: () => import('hyphen/sv/index.js'),
};

/** Shorter words fit into the narrowest column, in the largest of its headlines. */
const long = /\p{L}{15,}/gu;
/** As few letters as may stand by themselves at the end of a line, or at its beginning. */
const fewest = 4;

/**
 * What gives a text of a language in pieces: between two of them a word that may be too long for its line can be parted, with a hyphen.
 * `undefined` for languages without such words.
 */
export async function partingOf(language: string): Promise<((text: string) => string[]) | undefined> {
  const load = patterns[primaryOf(language)];
  if (!load) return undefined;
  const { default: pattern } = await load();
  return (text) =>
    text.replace(long, (word) => evenly(pattern.hyphenateSync(word, { hyphenChar: '\u00ad' }))).split('\u00ad');
}

function evenly(word: string): string {
  const pieces: string[] = [];
  for (const syllable of word.split('\u00ad')) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length < fewest) pieces[pieces.length - 1] = last + syllable;
    else pieces.push(syllable);
  }
  const [end = ''] = pieces.slice(-1);
  if (pieces.length > 1 && end.length < fewest) pieces.splice(-2, 2, `${pieces.at(-2) ?? ''}${end}`);
  return pieces.join('\u00ad');
}
