import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AstroConfig } from 'astro';
import { copyBundle, handed, rendererOf, type Entries, type ListedPath } from '../astro/internals.ts';
import { digestOfSources } from '../filing/sources.ts';
import { digestOf } from '../newsroom/digest.ts';
import { EditorialError } from '../newsroom/problem.ts';
import { encodePictures } from './pictures.ts';
import { digestOfTemplates, PressRun, type Paper } from './press-run.ts';

/** What has to be known of a paper to render its pages without its configuration. */
interface Bundled extends Omit<Paper, 'root' | 'bundle'> {
  digest: string;
  image: AstroConfig['image'];
}

const home = (root: string) => path.join(root, '.astro/bundle');
const facts = (folder: string) => path.join(folder, 'paper.json');

/**
 * Keeps the bundle of which a build renders its pages, for builds that follow as long as templates, engine, packages and settings are
 * the same.
 * @returns its name
 */
export function keepBundle({ root, origin, replaced }: Omit<Paper, 'bundle'>, image: AstroConfig['image']): string {
  const digest = digestOfBundle(root, replaced);
  const folder = path.join(home(root), digest);
  const unfinished = `${folder}.${process.pid}`;
  for (const other of existsSync(home(root)) ? readdirSync(home(root)) : [])
    rmSync(path.join(home(root), other), { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  copyBundle(path.join(root, '.astro/next'), unfinished);
  const bundled: Bundled = { digest, origin, replaced, image };
  writeFileSync(facts(unfinished), JSON.stringify(bundled));
  renameSync(unfinished, folder);
  return digest;
}

/** The bundle that the pages of a paper can be rendered of; `undefined` where there is none, or where it is of other templates. */
function bundleOf(root: string): Bundled | undefined {
  const [name] = existsSync(home(root)) ? readdirSync(home(root)) : [];
  if (name === undefined) return undefined;
  try {
    const bundled = JSON.parse(readFileSync(facts(path.join(home(root), name)), 'utf8')) as Bundled;
    return bundled.digest === name && digestOfBundle(root, bundled.replaced) === name ? bundled : undefined;
  } catch {
    return undefined;
  }
}

/** A digest of all that goes into a bundle: besides the templates what Astro and Vite are told, and by whom. */
function digestOfBundle(root: string, replaced: readonly string[]): string {
  const settings = readdirSync(root).filter((name) => /^\.env|\.(?:json|[cm]?[jt]s)$/.test(name));
  return digestOf(
    root,
    process.version,
    digestOfTemplates(root, replaced),
    digestOfSources(root, settings.sort()),
    /^url:.*$/m.exec(readFileSync(path.join(root, 'content/publication.yaml'), 'utf8'))?.[0] ?? '',
  );
}

/**
 * Builds a paper by the bundle that an earlier build has left, without Astro's own build.
 * @param read gives what the collections hold
 * @returns whether it could
 * @throws EditorialError where the paper has mistakes
 */
export async function buildByBundle(root: string, read: () => Promise<Entries>): Promise<boolean> {
  const bundled = bundleOf(root);
  if (!bundled) return false;
  const { digest, image, ...paper } = bundled;
  const run = new PressRun({ root, ...paper });
  if (!run.goesOnFrom(digest)) return false;
  handed().entries = await read();
  try {
    const renderer = await rendererOf(path.join(home(root), digest));
    for (const { pathname, route } of run.changed(await renderer.paths())) {
      const response = await renderer.render(addressOf(pathname, { route, origin: paper.origin }), route);
      const isAsAsked = response.ok || (response.status === 404 && pathname === '/404');
      if (!isAsAsked || !response.body) throw new Error(`${pathname} answers with ${response.status}.`);
      run.take(pathname, Buffer.from(await response.arrayBuffer()));
    }
    await run.layOut((next) => encodePictures(next, { root, settings: image }));
  } catch (error) {
    if (error instanceof EditorialError) throw error;
    // Astro's own build tells what is the matter, or can what the bundle cannot.
    console.log('Building all of it by Astro …');
    return false;
  } finally {
    handed().entries = undefined;
  }
  await run.publish();
  return true;
}

/** The address at which Astro renders a path. */
function addressOf(pathname: string, { route, origin }: { route: ListedPath['route']; origin: string }): URL {
  const isFile = route.type === 'endpoint' && /\.[^/]+$/.test(pathname);
  return new URL(isFile ? pathname : `${pathname.replace(/\/$/, '')}/`, origin || 'http://localhost:4321');
}
