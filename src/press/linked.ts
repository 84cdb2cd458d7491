import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** Puts a file in a second place, where there may be one already; `false` when there is no such file. */
export function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return true;
    if (code === 'ENOENT') {
      // Either the file is gone, or its new folder is not there yet.
      if (!existsSync(from) || existsSync(path.dirname(to))) return false;
      mkdirSync(path.dirname(to), { recursive: true });
      return linked(from, to);
    }
    // File systems without hard links, and folders on different ones.
    copyFileSync(from, to);
    return true;
  }
}
