import { isBesideEastAsian, isLetter, isSpace, isWord, quoteMarks } from './characters.ts';

/** What a straight mark can be. */
export type Role = 'opener' | 'closer' | 'either' | 'apostrophe';

/** What a mark that opens may follow. */
export const openers = '([{/=|¿¡«„‚‹';
const dashes = '-–—';

/** What the straight mark here can be by what stands around it. */
export function roleOf(text: string, at: number): Role {
  // The space that French sets inside its marks is part of them.
  const before = (/[\u00A0\u202F]/.test(text[at - 1] ?? '') && text[at - 2] === '«' ? '«' : text[at - 1]) ?? ' ';
  const after = (/[\u00A0\u202F]/.test(text[at + 1] ?? '') && text[at + 2] === '»' ? '»' : text[at + 1]) ?? ' ';
  if (isSpace(after)) return isSpace(before) ? 'either' : 'closer';
  if (isSpace(before)) return isBeforePunctuation(text, at) ? 'either' : 'opener';
  if (openers.includes(before)) return isBeforePunctuation(text, at) ? 'closer' : 'opener';
  if (dashes.includes(before)) return isWord(after) || '…¿¡$€£('.includes(after) ? 'opener' : 'closer';
  if (quoteMarks.includes(before)) return roleAfterMark(text, at);
  if (isElision(text, at)) return 'apostrophe';
  return isWord(after) || joinsWhatFollows(text, at) ? 'either' : 'closer';
}

/** Whether punctuation of a sentence stands behind the mark here: not a name (".org", "::1", "../"), nor what the mark encloses. */
function isBeforePunctuation(text: string, at: number): boolean {
  const [found] = /^[,.;:!?)\]}»]+(?=[\s"'“”‘’…–—-]|$)/.exec(text.slice(at + 1, at + 9)) ?? [];
  return found !== undefined && text[at + 1 + found.length] !== text[at];
}

/** Whether a word follows the mark here and those behind it, so that it may open as well: `彼は"'24年の…`. */
function joinsWhatFollows(text: string, at: number): boolean {
  const follows = /^["'“”„‘’‚「」『』]+[\p{L}\p{M}\p{N}\uFFFC\uFDD0]/u.test(text.slice(at + 1, at + 5));
  return follows && (text[at] === '"' || isBesideEastAsian(text, at));
}

function roleAfterMark(text: string, at: number): Role {
  let from = at;
  while (quoteMarks.includes(text[from - 1] ?? ' ')) from -= 1;
  const before = text[from - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (isSpace(before) || openers.includes(before) || dashes.includes(before))
    return isBeforePunctuation(text, at) || quoteMarks.includes(after) ? 'either' : 'opener';
  if (!isWord(after)) return 'closer';
  if (isBesideEastAsian(text, at)) return 'either';
  if (text[at] === "'") return 'apostrophe';
  return isLetter(before) && from === at - 1 && "'’".includes(text[from] ?? '') ? 'opener' : 'either';
}

/** Whether a letter is dropped here before what is quoted: `l'"Express"`. */
function isElision(text: string, at: number): boolean {
  return (
    text[at] === "'" &&
    isLetter(text[at - 1] ?? '') &&
    '"“„«‘‚‹'.includes(text[at + 1] ?? ' ') &&
    isWord(text[at + 2] ?? ' ') &&
    !isBesideEastAsian(text, at)
  );
}

/** Whether a quotation that begins here may go on in the next paragraph. */
export function opensParagraph(text: string, at: number): boolean {
  return (
    at < 3 &&
    !isSpace(text[at + 1] ?? ' ') &&
    (text[at] === '"' ? /^[\s"'“«„”]*$/ : /^[\s"“«„”]*$/).test(text.slice(0, at))
  );
}
