import { createHash } from 'node:crypto';

/** A short name for some bytes: the same bytes, the same name. Twelve characters fit for file names. */
export function digestOf(...contents: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content).update('\0');
  return hash.digest('base64url').slice(0, 16).replaceAll('-', 'a').replaceAll('_', 'b');
}
