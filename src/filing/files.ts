import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../newsroom/problem.ts';

/**
 * Names of files below a folder, with forward slashes, in alphabetical order; none that is hidden, and none when there is no
 * such folder. Links to folders are not followed.
 */
export function filesBelow(folder: string, ending: RegExp): string[] {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const found: string[] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const name = below ? `${below}/${entry.name}` : entry.name;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) walk(name);
      else if (ending.test(entry.name) && (entry.isFile() || isFile(path.join(folder, name)))) found.push(name);
    }
  };
  walk('');
  return found.sort();
}

/** Whether there is a file of this name, or a link to one. */
export function isFile(file: string): boolean {
  return kindOf(file) === 'file';
}

export function isFolder(file: string): boolean {
  return kindOf(file) === 'folder';
}

function kindOf(file: string): 'file' | 'folder' | undefined {
  try {
    return statSync(file).isDirectory() ? 'folder' : 'file';
  } catch {
    // There is none, or links lead round in a circle.
    return undefined;
  }
}

/** The YAML file of a name, which ends in .yaml or in .yml. */
export function yamlFile(root: string, place: string): string {
  return existsSync(path.join(root, `${place}.yml`)) ? `${place}.yml` : `${place}.yaml`;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** A text file as UTF-8 without byte order mark, its lines ended by line feeds alone. */
export function readText(root: string, file: string): { text: string } | { problem: Problem } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path.join(root, file));
  } catch (error) {
    return {
      problem: {
        code: 'F-006',
        file,
        found: `The file cannot be read (${(error as NodeJS.ErrnoException).code}).`,
        remedy: 'Put a text file in its place.',
      },
    };
  }
  try {
    // UTF-16 without a mark is well-formed UTF-8, with a NUL beside each letter.
    if (bytes[0] === 0 || bytes[1] === 0) throw new TypeError('UTF-16');
    return { text: utf8.decode(bytes).replace(/\r\n?/g, '\n') };
  } catch {
    return {
      problem: {
        code: 'F-001',
        file,
        found: 'The file is not text in UTF-8.',
        remedy: 'Save it again with the encoding UTF-8.',
      },
    };
  }
}
