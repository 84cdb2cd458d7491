import { invisibleCharacter } from '../newsroom/invisible.ts';

/** A text without characters that no reader sees and that turn, break or hide words; and how many there were. */
export function withoutInvisible(text: string): { text: string; count: number } {
  let count = 0;
  let clean = text.isWellFormed() ? text : text.toWellFormed();
  // One look is enough for most.
  if (invisibleCharacter(clean) === undefined) return { text: clean, count };
  let kept = '';
  for (const letter of clean) {
    if (invisibleCharacter(letter)) {
      count += 1;
      if (letter === '\u2028' || letter === '\u2029' || letter === '\u000b' || letter === '\u000c') kept += ' ';
    } else kept += letter;
  }
  clean = kept;
  return { text: clean, count };
}

/** Words on one line without invisible characters, as the fields of an article have them. */
export function fieldLine(text: string): string {
  return withoutInvisible(text).text.replace(/\s+/g, ' ').trim();
}
