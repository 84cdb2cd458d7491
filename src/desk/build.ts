import { rmSync } from 'node:fs';
import path from 'node:path';
import { handed } from '../astro/internals.ts';
import { EditorialError, problemCount } from '../newsroom/problem.ts';
import { BundlePress } from '../press/bundle.ts';
import { isPublicationBegun, unwritable } from '../press/publication.ts';
import { filedBy } from './filed-by.ts';
import { plainRoot } from './plain-root.ts';
import { inTurn } from './turn.ts';

/** How a paper is built. */
export interface Manner {
  /** All of it is made again, and takes the place of the published site as a whole. */
  full?: boolean | undefined;
  /** It is told of each page and file that is rendered why it is. */
  explain?: boolean | undefined;
}

/**
 * `npm run build`: reads the paper, checks it and puts it into `dist/`. While there is something to mend, all of it is told and
 * `dist/` stays as it was.
 * @returns whether it was built
 */
export async function buildPaper(root: string, { full = false, explain = false }: Manner = {}): Promise<boolean> {
  try {
    await inTurn(root, async () => {
      console.log('Reading and checking the paper …');
      // A shell that is set for development would have Vite build another site.
      process.env.NODE_ENV = 'production';
      if (explain) process.env.BROADSHEET_EXPLAIN = 'on';
      if (full) rmSync(path.join(root, '.astro/proof.json'), { force: true });
      const { isWhole, ...filed } = await filedBy(root);
      if (!(await new BundlePress(root, filed).publish())) await buildByAstro(root, isWhole);
    });
    return true;
  } catch (error) {
    console.error(reportOf(root, error));
    return false;
  }
}

/**
 * The whole of Astro's own build.
 * @param keepsBundle whether builds that follow may go on with the bundle of this one
 */
export async function buildByAstro(root: string, keepsBundle: boolean): Promise<void> {
  const { place, leave } = plainRoot(root);
  handed().entries = keepsBundle ? new Map() : undefined;
  try {
    const { build } = await import('astro');
    await build({ ...place, logLevel: 'error' });
  } finally {
    handed().entries = undefined;
    leave();
  }
}

/** What to tell of a build that failed. */
export function reportOf(root: string, error: unknown): string {
  const left = isPublicationBegun(root)
    ? 'It was not published to its end; the next command goes on with it.'
    : 'Nothing was published; the last good build stays.';
  // Astro wraps what the paper's collections throw.
  const wrong = [error, error instanceof Error ? error.cause : undefined, unwritable(root, error)].find(
    (each) => each instanceof EditorialError,
  );
  if (wrong) return `\n${wrong.message}\n\n${problemCount(wrong.problems)} ${left}\n`;
  return `\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n\nThe build failed. ${left}\n`;
}
