import { scriptOf } from './language.ts';

/**
 * Where a text of several lines has a line feed that stands for no space, since its script is written without spaces. East Asian
 * text goes by the segment break transformation rules of CSS Text 4; Hangul keeps its spaces.
 * @param language of the text, BCP 47; where it is not known, the text itself tells Korean
 */
export function needlessLineFeeds(text: string, language?: string): number[] {
  if (!text.includes('\n')) return [];
  const script = language && scriptOf(language);
  if (script ? script === 'Kore' : /\p{Script=Hangul}/u.test(text)) return [];
  const pattern = !script || /^(?:Jpan|Han[ist]|Yiii)$/.test(script) ? inEastAsian : inOthers;
  return Array.from(text.matchAll(pattern), ({ index }) => index);
}

/** Characters as wide as they are high, without Hangul, and what follows one of them. */
const wide =
  '[\\u2E80-\\u312F\\u3190-\\uA4CF\\uF900-\\uFAFF\\uFE30-\\uFE6F\\uFF00-\\uFF9F\\u{20000}-\\u{3FFFF}\\u{E0100}-\\u{E01EF}]';
const wideMark = `(?=[\\p{P}\\u3000])${wide}`;
/** Marks and signs that are wide among wide characters. */
const either = '(?:(?=[\\p{P}\\p{S}])[\\u00B7\\u00D7\\u2010-\\u27BF]|\\p{Emoji_Presentation})';
const notHangul = '[^\\s\\p{Script=Hangul}]';
/** Letters of South-East Asia; their marks for repetition and abbreviation have a space after them. */
const unspaced = '(?=[\\p{Lo}\\p{M}])(?!ฯ)[\\p{Script=Khmer}\\p{Script=Lao}\\p{Script=Myanmar}\\p{Script=Thai}]';

const inOthers = between([wide, wide], [unspaced, unspaced]);
const inEastAsian = between(
  [wide, wide],
  [wide, either],
  [either, wide],
  [wideMark, notHangul],
  [notHangul, wideMark],
  [unspaced, unspaced],
);

function between(...pairs: [before: string, after: string][]): RegExp {
  return new RegExp(pairs.map(([before, after]) => `(?<=${before})\\n(?=${after})`).join('|'), 'gu');
}
