import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from '../newsroom/digest.ts';

/**
 * A digest of all files at or below the given paths, so that what was made by them can be kept until one of them changes.
 * @param root the project's folder
 */
export function digestOfSources(root: string, paths: readonly string[]): string {
  const files = paths.flatMap((each) => filesAt(path.join(root, each))).sort();
  return digestOf(...files.flatMap((file) => [path.relative(root, file), readFileSync(file)]));
}

function filesAt(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place).flatMap((name) => filesAt(path.join(place, name)));
}
