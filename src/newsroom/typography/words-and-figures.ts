import { isBesideEastAsian, isFigure, isHebrew, isWord } from './characters.ts';
import { roleOf } from './roles.ts';

/** What a ' inside a word or between figures is; `undefined` where none is around it. */
export function glyphInWord(text: string, at: number): string | undefined {
  if (!isInWord(text, at)) return undefined;
  const before = text[at - 1] ?? ' ';
  if (isHebrew(before) && !isYear(text, at)) return '׳';
  if (!isFigure(before)) return '’';
  if (isFigure(text[at + 1] ?? ' ')) {
    // Three figures after it are thousands, as Switzerland writes them.
    return /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) ? '’' : '′';
  }
  if (/^[x×]\d/.test(text.slice(at + 1, at + 3))) return '′';
  // "90'S" is a decade in capitals.
  return isPointOfCompass(text, at) &&
    (text[at + 1] !== 'S' || /°\s?[\d.,]+$/.test(text.slice(Math.max(0, at - 8), at)))
    ? '′'
    : '’';
}

function isPointOfCompass(text: string, at: number): boolean {
  return (
    /^[NSEWO](?!\p{L})/u.test(text.slice(at + 1, at + 3)) &&
    /(?<!\d)\d{1,2}(?:[.,]\d+)?$/.test(text.slice(Math.max(0, at - 9), at))
  );
}

/** Whether here begins the word of "rock 'n' roll". */
export function isAnd(text: string, at: number): boolean {
  return /^'n'/i.test(text.slice(at, at + 3)) && !isWord(text[at - 1] ?? ' ') && !isWord(text[at + 3] ?? ' ');
}

/** Whether two figures follow that can be a year: "'68", "the '90s". */
export function isYear(text: string, at: number): boolean {
  return /^\p{Nd}{2}(?![\p{Nd}%‰]|[.,:]\p{Nd})/u.test(text.slice(at + 1, at + 5));
}

const fraction = '½⅓⅔¼¾⅛⅜⅝⅞';
const measure = new RegExp(
  `(?:^|[^\\p{L}\\p{N}']|["″'′][x×])(?:'?\\d+['′])?(?:\\d{1,3}[${fraction}]?|[${fraction}])$`,
  'u',
);

/** Whether the mark here follows a measure of one to three figures and nothing that it could enclose. */
export function isMeasure(text: string, at: number): boolean {
  return measure.test(text.slice(Math.max(0, at - 8), at)) && !isWord(text[at + 1] ?? ' ');
}

/** Whether the mark here can only be of inches or seconds: in "46'46"N", in "8"x10"", and after feet within a sentence. */
export function isSurelyInches(text: string, at: number): boolean {
  if (!isFigure(text[at - 1] ?? ' ')) return false;
  const after = text.slice(at + 1, at + 4);
  if (isPointOfCompass(text, at) || /^[x×]\s?\d/.test(after)) return true;
  return (
    /^(?:-| [\p{L}\p{N}])/u.test(after) &&
    /\d(?:['′]| ?ft\.?) ?\d{1,2}(?:[.,]\d+)?$/.test(text.slice(Math.max(0, at - 12), at))
  );
}

/**
 * Whether a " between Hebrew letters marks an acronym. It then stands before the last letter or has no partner; after a prefix
 * of one to three letters it opens a quotation.
 */
export function isGershayim(text: string, at: number, isOpen: boolean): boolean {
  if (!isHebrew(text[at - 1] ?? '') || !isHebrew(text[at + 1] ?? '')) return false;
  if (isOpen || !isHebrew(text[at + 2] ?? '')) return true;
  return !(/(?:^|[^\p{L}])[ובכלמשה]{1,3}$/u.test(text.slice(Math.max(0, at - 4), at)) && nextCloses(text, at));
}

/** Whether the next " that is not inside a word stands where a quotation may close. */
function nextCloses(text: string, at: number): boolean {
  let next = text.indexOf('"', at + 1);
  while (next >= 0 && isInWord(text, next)) next = text.indexOf('"', next + 1);
  return next >= 0 && roleOf(text, next) === 'closer';
}

/** Whether the mark here stands inside a word. Chinese, Japanese and Korean join theirs to what is quoted. */
export function isInWord(text: string, at: number): boolean {
  return isWord(text[at - 1] ?? ' ') && isWord(text[at + 1] ?? ' ') && !isBesideEastAsian(text, at);
}
