import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes that are read at once. */
const piece = 1 << 20;

/** The lines of a file in UTF-8, one after the other, without their ends: a file may have more letters than one text can. */
export function* linesOf(file: string): Generator<string, void, undefined> {
  const open = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(piece);
    const decoder = new TextDecoder();
    let rest = '';
    for (let length = 1; length > 0;) {
      length = readSync(open, buffer, 0, piece, null);
      const lines = (rest + decoder.decode(buffer.subarray(0, length), { stream: length > 0 })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest) yield rest;
  } finally {
    closeSync(open);
  }
}
