import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { digestOf, digestOfAll } from '../newsroom/digest.ts';
import { engine, engineFile, engineHome, isAtHome } from './engine.ts';

/**
 * A digest of all files at or below the given paths, so that what was made by them can be kept until one of them changes.
 * @param root what the paths are below; where there is nothing, nothing is digested
 */
export function digestOfSources(root: string, paths: readonly string[]): string {
  return digestOfFiles(
    root,
    paths.map((each) => path.join(root, each)),
  );
}

/**
 * The same of the engine's own files.
 * @param names as they are in the repository, below `src/`
 * @param but what of it is left out
 */
export function digestOfEngine(names: readonly string[], but: readonly string[] = []): string {
  return digestOfFiles(engine, names.map(engineFile), but.map(engineFile));
}

/** The same of the packages that are installed. A paper elsewhere may have no lockfile of npm's. */
export function digestOfPackages(root: string): string {
  const lock = digestOfSources(root, ['package-lock.json']);
  return isAtHome(root) ? lock : digestOf(lock, digestOfSources(engineHome, ['package.json']));
}

/**
 * The same of what draws pictures, in whatever version it is installed. That is read where it stands, since to load it takes longer than
 * to find out that all is drawn.
 */
export function digestOfSharp(): string {
  const main = createRequire(import.meta.url).resolve('sharp');
  return digestOf(readFileSync(path.resolve(main, '../../package.json')));
}

/** The same of what a paper adds to the engine, or puts in the place of its parts. */
export function digestOfAdditions(root: string): string {
  const settings = ['mjs', 'js', 'mts', 'ts'].map((ending) => `astro.config.${ending}`);
  return digestOfSources(root, [isAtHome(root) ? 'src/content.config.ts' : 'src', ...settings]);
}

function digestOfFiles(root: string, places: readonly string[], but: readonly string[] = []): string {
  const files = places
    .flatMap(filesAt)
    // Types make nothing.
    .filter((file) => !file.endsWith('.d.ts') && !but.some((each) => file === each || file.startsWith(each + path.sep)))
    .sort();
  return digestOfAll(files.flatMap((file) => [path.relative(root, file), digestOfFile(file)]));
}

const known = new Map<string, { stamp: string; digest: string }>();

/** Read once: most files of the engine go into several digests. */
function digestOfFile(file: string): string {
  const { size, mtimeMs, ctimeMs, ino } = statSync(file);
  const stamp = `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  const last = known.get(file);
  if (last?.stamp === stamp) return last.digest;
  const digest = digestOf(readFileSync(file));
  known.set(file, { stamp, digest });
  return digest;
}

function filesAt(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(place, entry.name);
    return entry.isFile() ? [at] : filesAt(at);
  });
}
