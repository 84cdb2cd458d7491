import { languages } from './languages.ts';

const longest = 200;

/**
 * The first sentence of a text, for those who are told in one what it says. A longer one is cut between two words.
 * @param text plain words of one paragraph
 * @param language BCP 47
 */
export function openingOf(text: string, language: string): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  let sentence = '';
  for (const { segment } of segmenterOf(language, 'sentence').segment(whole)) {
    if (sentence !== '' && !goesOn(sentence.trimEnd(), segment, language)) break;
    sentence += segment;
  }
  return cut(sentence.trim(), language);
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const key = `${language} ${granularity}`;
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, segmenter);
  return segmenter;
}

// Of all languages together: a text has names and titles from others.
const sentences = languages.flatMap((language) => language.sentences ?? []);
const shortened = new Set(sentences.flatMap(({ abbreviations }) => abbreviations?.split(' ') ?? []));
const beginners = new RegExp(
  `^["“”„«»‘’'¿¡]*(?:${sentences.flatMap((each) => each.beginners ?? []).join('|')})(?![\\p{L}\\p{M}])`,
  'u',
);

const ordinals = new Map<string, boolean>();

/** Whether a point stands after the number of a day: "28. Februar". */
function hasOrdinals(language: string): boolean {
  const has =
    ordinals.get(language) ??
    /\d\./.test(new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }).format(0));
  ordinals.set(language, has);
  return has;
}

/** Whether a sentence goes on where Unicode's rules see its end: they know no abbreviation. */
function goesOn(before: string, next: string, language: string): boolean {
  if (/^\p{Ll}/u.test(next)) return true;
  const [, word = ''] = /([\p{L}\p{M}\p{N}.]+)\.$/u.exec(before) ?? [];
  if (word === '' || beginners.test(next)) return false;
  if (/^\d{1,2}$/.test(word)) return hasOrdinals(language);
  const isInitials = /^\p{L}\p{M}*(?:\.\p{L}\p{M}*)*$/u.test(word);
  const hasNoVowel = /^\p{Script=Latin}{2,4}$/u.test(word) && !/[aeiouy]/i.test(word.normalize('NFD'));
  return isInitials || shortened.has(word) || (hasNoVowel && word !== word.toUpperCase());
}

function cut(sentence: string, language: string): string {
  if (sentence.length <= longest) return sentence;
  let kept = '';
  for (const { segment } of segmenterOf(language, 'word').segment(sentence)) {
    if (kept.length + segment.length >= longest) break;
    kept += segment;
  }
  return `${kept.replace(/[^\p{L}\p{M}\p{N}]+$/u, '')}…`;
}
