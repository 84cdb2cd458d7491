import { createHash } from 'node:crypto';

/** A short name for some bytes: the same bytes, the same name. Twelve characters fit for file names. */
export function digestOf(...contents: (string | Uint8Array)[]): string {
  return digestOfAll(contents);
}

/** The same of any number of contents: a function takes a hundred thousand arguments, and not many more. */
export function digestOfAll(contents: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content).update('\0');
  return hash.digest('base64url').slice(0, 16).replaceAll('-', 'a').replaceAll('_', 'b');
}

const letters = '23456789abcdefghjkmnpqrstuvwxyz';

/** A name of some letters and digits that nobody mistakes for others (no 0, 1, i, l, o), for a text: the same text, the same name. */
export function shortName(text: string, length: number): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, length);
  return Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
}
