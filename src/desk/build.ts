import { fork } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { handed } from '../astro/internals.ts';
import { engineFile } from '../filing/engine.ts';
import { filesBelow } from '../filing/files.ts';
import { currentInstant } from '../filing/now.ts';
import { readPaperData } from '../filing/paper-data.ts';
import { EditorialError, problemCount } from '../newsroom/problem.ts';
import { BundlePress, type Bundling } from '../press/bundle.ts';
import { indexFile, PressIndex } from '../press/press-index.ts';
import { isPublicationBegun, unwritable } from '../press/publication.ts';
import { volumesFolder, volumesOf } from '../press/volume.ts';
import { renewSchemas } from './editor-files.ts';
import type { FiledArticle } from '../schema/article.ts';
import { filedBy } from '../press/filed-by.ts';
import { dueInWords, nextDue } from './next.ts';
import { plainRoot } from './plain-root.ts';
import { refuse } from './refuse.ts';
import { inTurn } from './turn.ts';

/** An article by its path, and when it comes out. */
interface Dated {
  path: string;
  filed: Pick<FiledArticle, 'status' | 'published'>;
}

/** How a paper is built. */
export interface Manner {
  /** All of it is made again, and takes the place of the published site as a whole. */
  full?: boolean | undefined;
  /** It is told of each page and file that is rendered why it is. */
  explain?: boolean | undefined;
  /** The year of which a volume is built, and nothing is published. */
  volume?: string | undefined;
}

/**
 * `npm run build`: reads the paper, checks it and puts it into `dist/`. While there is something to mend, all of it is told and
 * `dist/` stays as it was.
 * @returns whether it was built
 */
export async function buildPaper(
  root: string,
  { full = false, explain = false, volume }: Manner = {},
): Promise<boolean> {
  if (volume !== undefined && !existsSync(path.join(root, 'content/articles', volume)))
    return refuse(`No article is filed under ${volume}. Name a year that has a folder in content/articles/.`);
  try {
    await inTurn(root, async () => {
      console.log('Reading and checking the paper …');
      // A shell that is set for development would have Vite build another site.
      process.env.NODE_ENV = 'production';
      if (explain) process.env.BROADSHEET_EXPLAIN = 'on';
      const known = volume === undefined ? [indexFile, volumesFolder] : [path.join(volumesFolder, volume)];
      if (full) for (const each of known) rmSync(path.join(root, each), { recursive: true, force: true });
      lendVolumes(root);
      const { isWhole, ...filed } = await filedBy(root);
      renewSchemas(root, filed.article);
      const press = new BundlePress(root, filed);
      const bundling = bundlingOf(root, isWhole);
      if (volume !== undefined) {
        if (!(await press.bind(volume, bundling))) await buildByAstro(root, isWhole, volume);
        return;
      }
      const articles = (await press.publish(undefined, bundling))
        ? [...press.listings].map(([path, filed]) => ({ path, filed }))
        : await buildByAstro(root, isWhole);
      tellNext(root, articles);
    });
    return true;
  } catch (error) {
    console.error(reportOf(root, error));
    return false;
  }
}

/** Where nothing is published yet, what volumes bring along is as good as what an earlier build has made. */
function lendVolumes(root: string): void {
  if (!existsSync(path.join(root, volumesFolder))) return;
  const index = new PressIndex(root);
  const { turn } = index;
  index.close();
  // To read what they hold takes seconds where they hold half a million files.
  if (turn === 0) for (const volume of volumesOf(root)) volume.lend(path.join(root, '.astro'));
}

/**
 * The whole of Astro's own build.
 * @param keepsBundle whether builds that follow may go on with the bundle of this one
 * @param volume the year of which a volume is built, where nothing is to be published
 * @returns the times of all articles, where they are known here
 */
export async function buildByAstro(root: string, keepsBundle: boolean, volume?: string): Promise<Dated[]> {
  const { place, leave } = plainRoot(root);
  // What Vite bundles by gives back what it needs no more; by itself it keeps half as much again for the next time.
  process.env.MIMALLOC_PURGE_DELAY ??= '0';
  process.env.MIMALLOC_ARENA_EAGER_COMMIT ??= '0';
  handed().entries = keepsBundle ? new Map() : undefined;
  handed().volume = volume;
  try {
    const { build } = await import('astro');
    await build({ ...place, logLevel: 'error' });
    const entries = [...(handed().entries?.get('articles')?.values() ?? [])];
    return entries.map(({ id, data }) => ({ path: id, filed: data.filed as FiledArticle }));
  } finally {
    handed().entries = undefined;
    handed().volume = undefined;
    leave();
  }
}

/** Of more articles than these a build takes less time and memory where another process bundles the templates. */
const many = 100;

/**
 * Has another process bundle a paper's templates, where that pays.
 * @param isWhole whether a bundle could know all of its collections
 */
export function bundlingOf(root: string, isWhole: boolean): Bundling {
  const isLarge = () => filesBelow(path.join(root, 'content/articles'), /^index\.md$/).length > many;
  return (stop) => (isWhole && isLarge() ? bundledAside(root, stop) : undefined);
}

/** Has another process bundle a paper's templates. @returns whether it could; what stands in the way, Astro's own build tells */
function bundledAside(root: string, stop: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const child = fork(engineFile('desk/bundling.ts'), [], {
      cwd: root,
      execArgv: ['--max-semi-space-size=4', '--max-old-space-size=300'],
      // Of the libraries that bundle each thread would have memory of its own, and of most of them little is used.
      env: { MALLOC_ARENA_MAX: '2', ...process.env },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      signal: stop,
    });
    child.on('error', () => resolve(false)).on('exit', (code) => resolve(code === 0));
  });
}

/** Tells which story comes out next by itself, where one does. */
function tellNext(root: string, articles: readonly Dated[]): void {
  const now = currentInstant();
  const due = nextDue(articles, now);
  const clock = due && readPaperData(root).publication;
  if (clock) console.log(`${dueInWords(due, clock, now)}.`);
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
