import { realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder of the engine's own files: `src/` in its repository, `lib/` in its package. What a paper holds lies below the paper's
 * root, which is another thing: the two lie together only in the engine's repository, where its paper of demonstration is.
 */
export const engine = path.resolve(import.meta.dirname, '..');

/** What the engine's files lie in: package.json and `public/` are here. */
export const engineHome = path.dirname(engine);

/** A file of the engine by its name in the repository; in the package a module is JavaScript. */
export function engineFile(name: string): string {
  return path.join(engine, name.replace(/\.ts$/, path.extname(import.meta.filename)));
}

/** Whether a paper lies in the engine's repository. */
export function isAtHome(root: string): boolean {
  return realpathSync(root) === realpathSync(engineHome);
}
