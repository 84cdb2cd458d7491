/** Marks that stand around or at words, straight and typeset. */
export const quoteMarks = '"\'“”„‘’‚«»‹›「」『』′″׳״';

// Half of a surrogate pair counts as a word: rare letters and pictographs.
export function isWord(character: string): boolean {
  if (character < '\u0080') return /[A-Za-z0-9_]/.test(character);
  return /[\p{L}\p{M}\p{N}\p{Cs}\uFFFC\uFDD0]/u.test(character);
}

export function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}

export function isFigure(character: string): boolean {
  return character >= '0' && character <= '9';
}

export function isSpace(character: string): boolean {
  return character <= ' ' || (character > '~' && /\s/.test(character));
}

export function isHebrew(character: string): boolean {
  return character >= '\u05D0' && character <= '\u05EA';
}

/** Whether the mark at a place stands beside Chinese, Japanese or Korean, which join theirs to what is quoted. */
export function isBesideEastAsian(text: string, at: number): boolean {
  return isEastAsian(text[at - 1] ?? ' ') || isEastAsian(text[at + 1] ?? ' ');
}

function isEastAsian(character: string): boolean {
  return (character >= '\u2E80' && character <= '\uA4CF') || (character >= '\uAC00' && character <= '\uD7A3');
}
