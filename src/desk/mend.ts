import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mended, type Known } from '../checks/mends.ts';
import { isFile } from '../filing/files.ts';
import type { Problem } from '../newsroom/problem.ts';
import { replace } from './change.ts';

/** A file that was mended, or would be: its text as it was, and as it is then. */
export interface Mend {
  file: string;
  from: string;
  by: string;
}

/** What several mends of a file come to, as `diff -u` has it. */
export function differenceOf({ file, from, by }: Mend): string {
  return createTwoFilesPatch(file, file, from, by, undefined, undefined, {
    context: 1,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/**
 * Mends what is safe to mend of what was found. Files are replaced as wholes, each only where nobody has changed it meanwhile.
 * @param isDry to be told only
 */
export function mendFiles(
  root: string,
  problems: readonly Problem[],
  { isDry, ...known }: Known & { isDry: boolean },
): Mend[] {
  const byFile = Map.groupBy(problems, ({ file }) => file);
  return [...byFile].flatMap(([file, found]): Mend[] => {
    const place = path.join(root, file);
    if (!isFile(place)) return [];
    const before = readFileSync(place);
    const text = before.toString('utf8');
    // What is not in UTF-8 would not be put back as it was.
    if (!Buffer.from(text).equals(before)) return [];
    const after = mended(text, found, known);
    if (after === text) return [];
    if (!isDry) replace(place, { from: text, by: after });
    return [{ file, from: text, by: after }];
  });
}
