import { build } from 'astro';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EditorialError, problemCount } from '../newsroom/problem.ts';
import { plainRoot } from './plain-root.ts';

/**
 * `npm run build`: reads the paper, checks it and puts it into `dist/`. While there is something to mend, all of it is told and
 * `dist/` stays as it was.
 * @returns whether it was built
 */
export async function buildPaper(root: string): Promise<boolean> {
  const lock = path.join(root, '.astro/build.lock');
  const other = holderOf(lock);
  if (other !== undefined) {
    console.error(`Another build is at work (process ${other}). Wait until it has ended, then try again.`);
    return false;
  }
  console.log('Reading and checking the paper …');
  // A shell that is set for development would have Vite build another site.
  process.env.NODE_ENV = 'production';
  const { place, leave } = plainRoot(root);
  try {
    await build({ ...place, logLevel: 'error' });
    return true;
  } catch (error) {
    console.error(reportOf(error));
    return false;
  } finally {
    leave();
    rmSync(lock, { force: true });
  }
}

/** The process that holds a lock, after taking it for this one where nobody alive does. */
function holderOf(lock: string): number | undefined {
  mkdirSync(path.dirname(lock), { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return undefined;
  } catch {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (isAlive(holder)) return holder;
    rmSync(lock, { force: true });
    return holderOf(lock);
  }
}

function isAlive(holder: number): boolean {
  try {
    return holder !== process.pid && process.kill(holder, 0);
  } catch {
    return false;
  }
}

function reportOf(error: unknown): string {
  // Astro wraps what the paper's collections throw.
  const wrong = [error, error instanceof Error ? error.cause : undefined].find(
    (each) => each instanceof EditorialError,
  );
  if (wrong)
    return `\n${wrong.message}\n\n${problemCount(wrong.problems)} Nothing was published; the last good build stays.\n`;
  return `\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n\nThe build failed. Nothing was published; the last good build stays.\n`;
}
