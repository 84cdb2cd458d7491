import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AstroConfig } from 'astro';
import { copyBundle, handed, rendererOf, type Entry, type ListedPath, type Renderer } from '../astro/internals.ts';
import { digestOfSources } from '../filing/sources.ts';
import { digestOf } from '../newsroom/digest.ts';
import { EditorialError } from '../newsroom/problem.ts';
import { openFrom } from '../newsroom/release.ts';
import { PaperReader, type Filed } from './entries.ts';
import { encodePictures } from './pictures.ts';
import { digestsOf, PressRun, type Digests, type Paper } from './press-run.ts';
import type { Proof } from './proof.ts';
import { stampOf } from './shelf.ts';

/** What has to be known of a paper to render its pages without its configuration. */
interface Bundled extends Omit<Paper, 'root'> {
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
export function keepBundle({ root, origin, replaced }: Paper, image: AstroConfig['image']): string {
  const digest = digestOfBundle(root, digestsOf(root, replaced));
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
function bundleOf(root: string): (Bundled & { digests: Digests }) | undefined {
  const [name] = existsSync(home(root)) ? readdirSync(home(root)) : [];
  if (name === undefined) return undefined;
  try {
    const bundled = JSON.parse(readFileSync(facts(path.join(home(root), name)), 'utf8')) as Bundled;
    const digests = digestsOf(root, bundled.replaced);
    return bundled.digest === name && digestOfBundle(root, digests) === name ? { ...bundled, digests } : undefined;
  } catch {
    return undefined;
  }
}

/** A digest of all that goes into a bundle: besides the templates what Astro and Vite are told, and by whom. */
function digestOfBundle(root: string, { templates }: Digests): string {
  const settings = readdirSync(root).filter((name) => /^\.env|\.(?:json|[cm]?[jt]s)$/.test(name));
  return digestOf(
    root,
    process.version,
    templates,
    digestOfSources(root, settings.sort()),
    /^url:.*$/m.exec(readFileSync(path.join(root, 'content/publication.yaml'), 'utf8'))?.[0] ?? '',
  );
}

/**
 * Builds a paper by the bundle that an earlier build has left, without Astro's own build; again and again, where the process stays: then
 * only what may have changed is looked at.
 */
export class BundlePress {
  readonly #root: string;
  readonly #reader: PaperReader;
  #bundled: ReturnType<typeof bundleOf>;
  #loaded?: { digest: string; renderer: Renderer };
  #published?: { proof: Proof; stamp: string | undefined };
  #articles: Entry[] = [];

  constructor(root: string, filed: Filed) {
    this.#root = root;
    this.#reader = new PaperReader(root, filed);
  }

  /**
   * @param touched files of the paper that may have changed since the last time, from its folder; all, the published site too, where
   * it is not known
   * @returns whether it could
   * @throws EditorialError where the paper has mistakes
   */
  async publish(touched?: ReadonlySet<string>): Promise<boolean> {
    const root = this.#root;
    // What is written changes no template; the address of the paper, which goes into the bundle, stands with what it is.
    const isWriting = touched && [...touched].every((file) => /^content\/(?!publication\.yaml$)./.test(file));
    if (!isWriting || !this.#bundled) this.#bundled = bundleOf(root);
    if (!this.#bundled) return false;
    const { digest, digests, image, ...paper } = this.#bundled;
    const proofFile = path.join(root, '.astro/proof.json');
    // Another process may have published since.
    const isOwn = touched && this.#published?.stamp === stampOf(proofFile);
    const run = new PressRun({ root, ...paper }, digests, isOwn ? this.#published?.proof : undefined);
    if (!run.goesOnFrom(digest)) {
      this.#bundled = undefined;
      return false;
    }
    const given = handed();
    given.entries = await this.#reader.read(this.#published && touched);
    given.turn += 1;
    this.#articles = [...(given.entries.get('articles')?.values() ?? [])];
    try {
      if (this.#loaded?.digest !== digest)
        this.#loaded = { digest, renderer: await rendererOf(path.join(home(root), digest)) };
      const { renderer } = this.#loaded;
      for (const { pathname, route } of run.changed(await renderer.paths())) {
        const response = await renderer.render(addressOf(pathname, { route, origin: paper.origin }), route);
        const isAsAsked = response.ok || (response.status === 404 && pathname === '/404');
        if (!isAsAsked || !response.body) throw new Error(`${pathname} answers with ${response.status}.`);
        run.take(pathname, Buffer.from(await response.arrayBuffer()));
      }
      await run.layOut((next, needed) => encodePictures(next, { root, settings: image, needed }));
    } catch (error) {
      if (error instanceof EditorialError) throw error;
      // Astro's own build tells what is the matter, or can what the bundle cannot.
      console.log('Building by Astro …');
      return false;
    }
    const proof = await run.publish();
    this.#published = { proof, stamp: stampOf(proofFile) };
    return true;
  }

  /** When the next article comes out by itself, in milliseconds since 1970; infinity where none does. */
  nextOpening(now: number): number {
    let next = Infinity;
    for (const { data } of this.#articles) {
      const at = openFrom((data as { filed: Parameters<typeof openFrom>[0] }).filed);
      if (at > now && at < next) next = at;
    }
    return next;
  }
}

/** The address at which Astro renders a path. */
function addressOf(pathname: string, { route, origin }: { route: ListedPath['route']; origin: string }): URL {
  const isFile = route.type === 'endpoint' && /\.[^/]+$/.test(pathname);
  return new URL(isFile ? pathname : `${pathname.replace(/\/$/, '')}/`, origin || 'http://localhost:4321');
}
