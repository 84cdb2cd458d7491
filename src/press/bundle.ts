import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { AstroConfig } from 'astro';
import {
  copyBundle,
  handed,
  rendererOf,
  type Entries,
  type Entry,
  type ListedPath,
  type Renderer,
} from '../astro/internals.ts';
import type { Copy } from '../filing/copies.ts';
import { engineFile } from '../filing/engine.ts';
import { PictureDesk } from '../filing/pictures.ts';
import { digestOfSources } from '../filing/sources.ts';
import { currentInstant } from '../filing/now.ts';
import { changedStamps, stampsOf } from '../filing/stamps.ts';
import type { Publication } from '../newsroom/article.ts';
import { digestOf } from '../newsroom/digest.ts';
import { layAt } from '../newsroom/permalink.ts';
import { EditorialError } from '../newsroom/problem.ts';
import { openFrom } from '../newsroom/release.ts';
import type { FiledArticle } from '../schema/article.ts';
import { listingOf } from '../schema/listing.ts';
import { PaperReader, tellWarnings, type Articles, type Filed } from './entries.ts';
import { fewEdits, holdersIn, type FewEdits, type Listed } from './few-edits.ts';
import { FiledAs } from './filed-as.ts';
import { Hands } from './hands.ts';
import { encodePictures } from './pictures.ts';
import { PressIndex } from './press-index.ts';
import { besides, digestsOf, PressRun, type Digests, type Paper } from './press-run.ts';
import { isBook } from './shelf.ts';
import { AskedPages } from './asked-pages.ts';
import { below, pageOf } from './page.ts';
import { Volume } from './volume.ts';

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
export async function keepBundle({ root, address, replaced }: Paper, image: AstroConfig['image']): Promise<string> {
  const digest = digestOfBundle(root, digestsOf(root, replaced));
  const folder = path.join(home(root), digest);
  const unfinished = `${folder}.${process.pid}`;
  for (const other of existsSync(home(root)) ? readdirSync(home(root)) : [])
    rmSync(path.join(home(root), other), { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await copyBundle(path.join(root, '.astro/next'), unfinished);
  const bundled: Bundled = { digest, address, replaced, image };
  writeFileSync(facts(unfinished), JSON.stringify(bundled));
  renameSync(unfinished, folder);
  return digest;
}

/** Has bodies of articles made in another thread, where there is a second processor, until all are there. */
function makeBodiesAhead(root: string, stop: AbortSignal): void {
  if (stop.aborted || availableParallelism() < 2) return;
  const thread = new Worker(engineFile('press/reading-hand.ts'), { workerData: root });
  // Whoever reads the paper tells what is wrong with it.
  thread.on('error', () => undefined);
  stop.addEventListener('abort', () => void thread.terminate());
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
export function digestOfBundle(root: string, { templates }: Digests): string {
  const settings = readdirSync(root).filter((name) => /^\.env|\.(?:json|[cm]?[jt]s)$/.test(name));
  return digestOf(root, process.version, templates, digestOfSources(root, settings.sort()));
}

/**
 * Bundles the templates of a paper of which there is no bundle, and lays what is no page beside it; gives whether it could, and nothing where
 * it does not pay.
 */
export type Bundling = (stop: AbortSignal) => Promise<boolean> | undefined;

/**
 * Builds a paper by the bundle that an earlier build has left, without Astro's own build; again and again, where the process stays: then
 * only what may have changed is looked at.
 */
export class BundlePress {
  readonly #root: string;
  readonly #filed: Filed;
  readonly #pictures: PictureDesk;
  readonly #reader: PaperReader;
  #opened: PressIndex | undefined;
  #bundled: ReturnType<typeof bundleOf>;
  #loaded?: { digest: string; renderer: Renderer };
  /** What is published, as far as this process knows it, and by which publication. */
  #turn = -1;
  #articles: Articles | undefined;
  #listings: ReadonlyMap<string, Listed> | undefined;
  #entries: Entries | undefined;
  // The bundle takes hold of it once.
  readonly #given: Entries = new Map();
  readonly #filedAs = new Map<string, FiledAs>();

  constructor(root: string, filed: Filed) {
    this.#root = root;
    this.#filed = filed;
    this.#pictures = new PictureDesk(root);
    this.#reader = new PaperReader(root, filed, this.#pictures);
  }

  /** Opened when it is this process's turn to publish. */
  get #index(): PressIndex {
    if (!this.#opened?.isThere()) {
      this.#opened?.close();
      this.#opened = new PressIndex(this.#root);
      this.#turn = -1;
    }
    return this.#opened;
  }

  /**
   * @param touched files of the paper that may have changed since the last time, from its folder; all, the published site too, where
   * it is not known
   * @param bundling asked where there is no bundle
   * @returns whether it could
   * @throws EditorialError where the paper has mistakes
   */
  async publish(touched?: ReadonlySet<string>, bundling?: Bundling): Promise<boolean> {
    const root = this.#root;
    // What is written changes no template; the address of the paper, which goes into the bundle, stands with what it is.
    const isWriting = touched && [...touched].every((file) => /^content\/(?!publication\.yaml$)./.test(file));
    if (!isWriting || !this.#bundled) this.#bundled = bundleOf(root);
    this.#index.take();
    const isOwn = this.#turn === this.#index.turn;
    if (!isOwn) this.#forget();
    if (!this.#bundled || this.#index.standing.bundle !== this.#bundled.digest)
      return bundling ? this.#publishAnew(bundling) : false;
    // Of a publication that fails nothing is known afterwards.
    this.#turn = -1;
    const few = await this.#fewEdits(isOwn ? touched : undefined);
    const isDone = few ? await this.#publishFew(few, isOwn) : await this.#publishAll(isOwn ? touched : undefined);
    if (isDone) this.#turn = this.#index.turn;
    else this.#bundled = undefined;
    return isDone;
  }

  /** When the next article comes out by itself, in milliseconds since 1970; infinity where none does. */
  nextOpening(now: number): number {
    let next = Infinity;
    for (const listed of this.listings.values()) {
      const at = openFrom(listed);
      if (at > now && at < next) next = at;
    }
    return next;
  }

  /** Another process has published. */
  #forget(): void {
    this.#articles = undefined;
    this.#listings = undefined;
    this.#entries = undefined;
    this.#filedAs.clear();
  }

  /** What lists know of every article that was read for the last publication. */
  get listings(): ReadonlyMap<string, Listed> {
    return (this.#listings ??= this.#index.listings());
  }

  async #fewEdits(touched: ReadonlySet<string> | undefined): Promise<(FewEdits & { entries: Entries }) | undefined> {
    const { standing } = this.#index;
    const { entries } = standing;
    if (!entries || standing.besides !== besides(this.#root)) return undefined;
    this.#entries ??= new Map(
      Object.entries(entries as Record<string, Entry[]>).map(([name, list]) => [
        name,
        new Map(list.map((entry) => [entry.id, entry])),
      ]),
    );
    const publication = this.#entries.get('publication')?.get('publication')?.data as Publication | undefined;
    if (!publication) return undefined;
    layAt(publication.url);
    const few = await fewEdits({
      root: this.#root,
      index: this.#index,
      listings: this.listings,
      filed: this.#filed,
      pictures: this.#pictures,
      publication,
      touched,
    });
    return few && { ...few, entries: this.#entries };
  }

  /** Publishes a few edits, and looks at nothing that they do not concern. */
  async #publishFew(few: FewEdits & { entries: Entries }, isOwn: boolean): Promise<boolean> {
    const index = this.#index;
    const run = this.#run({ trusts: isOwn, isPart: true });
    // Where nothing was edited it is looked at whether all is still there.
    if (!run || (few.articles.size === 0 && !isOwn && !run.isWhole())) return this.#publishAll(undefined);
    tellWarnings({ problems: [...few.warnings] });
    const before = this.listings;
    this.#listings = few.listings;
    for (const [path, { copy }] of few.articles)
      this.#filedAs.set(path, new FiledAs(path, few.listings.get(path), () => copy));
    for (const path of few.listings.keys())
      if (!this.#filedAs.has(path))
        this.#filedAs.set(path, new FiledAs(path, few.listings.get(path), () => this.#copyOf(path)));
    const all = [...few.listings.keys()].flatMap((path) => this.#filedAs.get(path) ?? []);
    const { holders } = few;
    const given = {
      entries: few.entries,
      articles: all,
      only: few.only,
      at: few.exactly,
      holders: holders && ((word: string) => holders.get(word) ?? index.holdersOf(word)),
    };
    const isDone = await this.#render(run, given, (paths) => {
      const listed = new Set(paths.map(({ pathname }) => run.addressOf(pathname)));
      const gone = few.below
        .flatMap((place) => index.addressesUnder(place).filter((address) => `${address}/`.startsWith(`${place}/`)))
        .filter((address) => few.concern(address) && !listed.has(address));
      const concerned = paths.filter(({ pathname, isFixed }) => !isFixed && few.concern(run.addressOf(pathname)));
      const isNew = (address: string) => !isBook(address) && !index.output(address);
      const comesOrGoes = gone.length > 0 || concerned.some(({ pathname }) => isNew(run.addressOf(pathname)));
      const fixed = paths.filter(
        ({ pathname, isFixed }) => isFixed && (comesOrGoes || few.concernsFixed(run.addressOf(pathname))),
      );
      return run.changedAmong([...concerned, ...fixed], gone, index.size);
    });
    if (isDone) {
      const { entries } = index.standing;
      await run.publish({
        articles: few.articles,
        withoutArticles: [],
        seen: few.seen,
        entries,
        warnings: few.warnings,
        words: holders && { isAll: false, holders },
      });
      if (this.#articles) this.#articles = new Map([...this.#articles, ...few.articles]);
    } else this.#listings = before;
    return isDone;
  }

  #copyOf(path: string): Copy<FiledArticle> {
    const kept = this.#articles?.get(path) ?? this.#index.article(path);
    if (!kept) throw new Error(`The article ${path} is gone from the index. Build again.`);
    return kept.copy;
  }

  /** Reads the whole paper, and publishes what has changed. */
  async #publishAll(touched: ReadonlySet<string> | undefined): Promise<boolean> {
    const isOwn = touched !== undefined;
    const run = this.#run({ trusts: isOwn });
    if (!run) return false;
    // Before anything is read: what changes meanwhile is looked at the next time.
    const stamps = stampsOf(this.#root);
    const { entries, copies, read, listings, all } = await this.#readAll(isOwn ? touched : undefined);
    const words = { isAll: true, holders: holdersIn(listings, currentInstant()) };
    const isDone = await this.#render(run, { entries, articles: all, only: undefined }, (paths) => run.changed(paths));
    if (isDone) {
      await run.publish({ ...read, seen: changedStamps(this.#index.seen(), stamps), words });
      this.#articles = copies;
      this.#listings = listings;
      this.#entries = new Map([...entries].filter(([name]) => name !== 'articles'));
    }
    return isDone;
  }

  /** Reads the whole paper while its templates are bundled, and publishes all of it. */
  async #publishAnew(bundling: Bundling): Promise<boolean> {
    const stamps = stampsOf(this.#root);
    const reading = await this.#readAnew(bundling);
    if (!reading || !this.#bundled) return false;
    const { entries, read, listings, all } = reading;
    const words = { isAll: true, holders: holdersIn(listings, currentInstant()) };
    const { digest, digests, image: _, ...paper } = this.#bundled;
    const run = new PressRun({ root: this.#root, ...paper }, digests, this.#index);
    run.bundle = digest;
    if (!(await this.#render(run, { entries, articles: all, only: undefined }, (paths) => run.changed(paths))))
      return false;
    await run.publish({ ...read, seen: changedStamps(this.#index.seen(), stamps), words });
    this.#forget();
    return true;
  }

  /** Reads the whole paper while its templates are bundled; `undefined` where they cannot be. */
  async #readAnew(bundling: Bundling) {
    const stop = new AbortController();
    const isBundled = bundling(stop.signal);
    if (!isBundled) return undefined;
    // All is made once: what is done with goes sooner than a program would let it go that goes on for long.
    setFlagsFromString('--heap-growing-percent=50');
    try {
      // Only then: three at once would need more memory, and no less time.
      void isBundled.then(() => makeBodiesAhead(this.#root, stop.signal));
      const reading = await this.#readAll(undefined);
      this.#bundled = (await isBundled) ? bundleOf(this.#root) : undefined;
      return this.#bundled && reading;
    } finally {
      stop.abort();
    }
  }

  /** Reads the whole paper, with its articles as the archive takes them. */
  async #readAll(touched: ReadonlySet<string> | undefined) {
    const last = (this.#articles ??= this.#index.articles());
    const reading = await this.#reader.read(last, touched);
    const { copies } = reading;
    const listings = new Map(
      [...copies].map(([path, { copy }]) => [path, { ...listingOf(copy.filed), keywords: copy.keywords }] as const),
    );
    for (const path of this.#filedAs.keys()) if (!copies.has(path)) this.#filedAs.delete(path);
    for (const [path, kept] of copies)
      if (last.get(path) !== kept || !this.#filedAs.has(path))
        this.#filedAs.set(path, new FiledAs(path, listings.get(path), () => kept.copy));
    const all = [...copies.keys()].flatMap((path) => this.#filedAs.get(path) ?? []);
    return { ...reading, listings, all };
  }

  /**
   * Builds the volume of a year, and publishes nothing.
   * @returns whether it could
   * @throws EditorialError where the paper has mistakes
   */
  async bind(year: string, bundling: Bundling): Promise<boolean> {
    this.#bundled = bundleOf(this.#root);
    const reading = await (this.#bundled ? this.#readAll(undefined) : this.#readAnew(bundling));
    if (!reading || !this.#bundled) return false;
    const { entries, all } = reading;
    const { digests, image: _, ...paper } = this.#bundled;
    const run = new PressRun({ root: this.#root, ...paper }, digests, this.#index);
    run.begin();
    const volume = new Volume(this.#root, year, all);
    const only = new Set(all.flatMap(({ id }) => (id.startsWith(`${year}/`) ? [id] : [])));
    const isDone = await this.#render(run, { entries, articles: all, only }, (paths) => run.changedIn(volume, paths));
    if (isDone) await run.bind(volume);
    return isDone;
  }

  /** A run of the press that goes on from what is published; `undefined` where it cannot. */
  #run(manner: { trusts?: boolean; isPart?: boolean }): PressRun | undefined {
    if (!this.#bundled) return undefined;
    const { digest, digests, image: _, ...paper } = this.#bundled;
    const run = new PressRun({ root: this.#root, ...paper }, digests, this.#index, manner);
    return run.goesOnFrom(digest) ? run : undefined;
  }

  /**
   * @param given what is handed to the pages; `at` has the addresses that may be others, where these are known, `holders` the articles of a word
   * @param changed those of the paths that are to be rendered
   * @returns whether it could
   */
  async #render(
    run: PressRun,
    {
      at,
      holders,
      ...given
    }: {
      entries: Entries;
      articles: readonly FiledAs[];
      only: ReadonlySet<string> | undefined;
      at?: readonly string[] | undefined;
      holders?: ((word: string) => number) | undefined;
    },
    changed: (paths: ListedPath[]) => ListedPath[],
  ): Promise<boolean> {
    const root = this.#root;
    const { digest, image, address } = this.#bundled as NonNullable<ReturnType<typeof bundleOf>>;
    this.#given.clear();
    for (const [name, entries] of given.entries) this.#given.set(name, entries);
    const hand = handed();
    Object.assign(hand, { ...given, entries: this.#given, booksAt: run.booksAt, asOf: currentInstant(), holders });
    hand.turn += 1;
    try {
      if (this.#loaded?.digest !== digest)
        this.#loaded = { digest, renderer: await rendererOf(path.join(home(root), digest), below(address)) };
      const { renderer } = this.#loaded;
      const listed = await renderer.paths(at);
      const pages = changed(listed);
      const asked = new AskedPages(renderer, given.articles, listed);
      const hands = new Hands({ folder: path.join(home(root), digest), root, address, next: run.next, ...given });
      await hands.share(pages, run, async ({ pathname }) => {
        const page = await asked.page(pathname);
        run.begins(page);
        run.take(run.workOf(page), await pageOf(renderer, page, address));
      });
      await run.layOut((next, needed) => encodePictures(next, { root, settings: image, needed }));
      return true;
    } catch (error) {
      if (error instanceof EditorialError) throw error;
      // Astro's own build tells what is the matter, or can what the bundle cannot.
      console.log('Building by Astro …');
      return false;
    } finally {
      hand.booksAt = undefined;
      hand.asOf = undefined;
      hand.holders = undefined;
    }
  }
}
