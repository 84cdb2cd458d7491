import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { close as closePagefind } from 'pagefind';
import { orders } from '../astro/internals.ts';
import { BodyCache } from '../body/body-cache.ts';
import { engineHome, isAtHome } from '../filing/engine.ts';
import { currentInstant } from '../filing/now.ts';
import { digestOfAdditions, digestOfEngine, digestOfPackages, digestOfSources } from '../filing/sources.ts';
import { digestOf } from '../newsroom/digest.ts';
import type { IndexRecord } from '../newsroom/index-parts.ts';
import { EditorialError, type Problem } from '../newsroom/problem.ts';
import { keepBackNumbers } from './back-numbers.ts';
import { drawnCards } from './cards.ts';
import { compress } from './compress.ts';
import { linked } from './linked.ts';
import { NamedFiles } from './named-files.ts';
import { encodedOtherwise, type LaidOut } from './pictures.ts';
import { filesOf, readProof, type Proof, type ProvenPage } from './proof.ts';
import { publish } from './publication.ts';
import { inOrder } from './putting-order.ts';
import { indexSources, writeIndex } from './search-index.ts';
import { isBook, Shelf, stampOf } from './shelf.ts';

/** Icons of papers that bring none. */
export const enginePublic = path.join(engineHome, 'public');

/** Of the engine: commands, what they make of pages, and what pictures and faces that lie there ready were made with. */
const notInPages = ['artwork', 'binding', 'checks', 'desk', 'fonts/build.ts', 'fonts/sfnt.ts'];

const compressing = () => process.env.BROADSHEET_COMPRESS ?? 'on';

/** Digests of all that pages, and the search index, are made by: of what a page says itself its key is one. */
export interface Digests {
  templates: string;
  indexing: string;
}

export function digestsOf(root: string, replaced: readonly string[]): Digests {
  const templates = digestOf(
    digestOfEngine(['.'], notInPages),
    digestOfAdditions(root),
    ...replaced.map((file) => readFileSync(file)),
    ...publicFolders(root).map((folder) => digestOfSources(folder, ['.'])),
    digestOfPackages(root),
    compressing(),
    process.env.BROADSHEET_CARDS ?? '',
  );
  return { templates, indexing: digestOf(digestOfEngine(indexSources), digestOfPackages(root), compressing()) };
}

/** A paper that is built. */
export interface Paper {
  /** Its folder. */
  root: string;
  /** Where it is read, without a slash at the end. */
  origin: string;
  /** Files that it has put in the place of the engine's. */
  replaced: readonly string[];
}

/** What is asked for by its address, and how it is known whether it has changed. */
export interface Asked {
  /** As Astro has it, with a slash at its end or without. */
  pathname: string;
  route: { type: string };
  cacheKey?: string | undefined;
}

/**
 * One run of the press: finds out which pages have changed, takes in what is rendered of them, and makes the published site of it.
 *
 * A page is taken over from the published site when its key, the templates and the file itself are as they were;
 * all others are rendered. Its key is the `cacheKey` that its route gives; a page whose route gives none
 * is rendered when any other page is another, or any file of the paper but articles and their pictures.
 */
export class PressRun {
  /** Where what is rendered is to lie, by its address. */
  readonly next: string;
  readonly #root: string;
  readonly #dist: string;
  readonly #cache: string;
  readonly #last: Proof;
  readonly #templates: string;
  readonly #indexing: string;
  readonly #shelf: Shelf;
  readonly #named: NamedFiles;
  readonly #pages: Proof['pages'] = {};
  readonly #expected = new Map<string, { key: string; file: string }>();
  readonly #pictures: LaidOut[] = [];
  readonly #isThere = new Map<string, boolean>();
  readonly #trusts: boolean;
  #hasTakenOver = false;

  /** Name of the bundle that the pages are rendered of, where builds that follow can go on with it. */
  bundle: string | undefined;
  /** Whether pages alone are made, and scripts, styles and public files are those that are published. */
  #goesOn = false;

  /** @param published what is published, where nobody can have changed it; otherwise it is looked at */
  constructor({ root, origin }: Paper, digests: Digests, published?: Proof) {
    this.#root = root;
    this.#cache = path.join(root, '.astro');
    this.next = path.join(this.#cache, 'next');
    this.#dist = path.join(root, 'dist');
    this.#last = published ?? readProof(this.#inCache('proof.json'));
    this.#trusts = published !== undefined;
    this.#templates = digests.templates;
    this.#indexing = digests.indexing;
    this.#shelf = new Shelf(this.#inCache('books'), this.#last.books);
    this.#named = new NamedFiles(origin);
    orders().cards.clear();
    orders().films.clear();
  }

  /** Whether what is published was made of this bundle, and lies there with its scripts, styles and public files: then only pages are made. */
  goesOnFrom(bundle: string): boolean {
    this.#goesOn =
      this.#last.bundle === bundle && this.#last.others.every((file) => existsSync(path.join(this.#dist, file)));
    if (!this.#goesOn) return false;
    this.bundle = bundle;
    rmSync(this.next, { recursive: true, force: true });
    mkdirSync(this.next, { recursive: true });
    return true;
  }

  /** Those of the pages that have to be rendered. Of two with one address the first counts. */
  changed<T extends Asked>(paths: readonly T[]): T[] {
    const first = new Map(paths.toReversed().map((each) => [addressOf(each.pathname), each]));
    const asked = paths.filter((each) => first.get(addressOf(each.pathname)) === each);
    const whatElse = digestOf(
      paperVersion(this.#root),
      ...asked.map(({ pathname, cacheKey }) => `${pathname} ${cacheKey}`),
    );
    const reasons = new Map<string, string>();
    const changed = asked.filter(({ pathname, route, cacheKey }) => {
      const address = addressOf(pathname);
      if (isPart(address) && process.env.BROADSHEET_SEARCH === 'off') return false;
      const templates = isPart(address) ? this.#indexing : this.#templates;
      const key = `${templates} ${cacheKey ?? whatElse}`;
      const isOwn = cacheKey !== undefined;
      if (isBook(address)) {
        const isThere = this.#shelf.has(address, key);
        if (!isThere) reasons.set(address, 'the desk has no book of it as it is now');
        return !isThere;
      }
      const before = this.#last.pages[address];
      const reason =
        reasonFor(before, { templates, key, isOwn }) ?? (before && !this.#trusts ? this.#loss(before) : undefined);
      if (before && reason === undefined) {
        this.#pages[address] = before;
        this.#hasTakenOver = true;
        return false;
      }
      reasons.set(address, reason ?? '');
      this.#expected.set(address, { key, file: route.type === 'endpoint' ? address.slice(1) : fileOf(address) });
      return true;
    });
    const isPage = ({ pathname }: Asked) => !isPart(addressOf(pathname)) && !isBook(addressOf(pathname));
    console.log(`Rendering ${changed.filter(isPage).length} of ${asked.filter(isPage).length} pages …`);
    if (process.env.BROADSHEET_EXPLAIN === 'on')
      for (const [address, reason] of reasons) console.log(`  ${address}  ${reason}`);
    return changed;
  }

  /** Why a page cannot be taken over though it is to be as it was; `undefined` where it can. */
  #loss({ file, stamp, assets }: ProvenPage): string | undefined {
    if (stampOf(path.join(this.#dist, file)) !== stamp) return 'its file in dist/ was changed or is gone';
    const gone = assets.find((asset) => {
      const isThere = this.#isThere.get(asset) ?? existsSync(path.join(this.#dist, asset));
      this.#isThere.set(asset, isThere);
      return !isThere;
    });
    return gone && `it needs ${gone}, which is gone from dist/`;
  }

  /** Takes a page that was rendered, and puts it where it is to lie. */
  take(pathname: string, bytes: Buffer): void {
    this.rendered(pathname, bytes);
    const address = addressOf(pathname);
    const file = this.#expected.get(address)?.file ?? address.slice(1);
    // A public file of that name is published in its place.
    if (existsSync(path.join(this.#root, 'public', file))) return;
    mkdirSync(path.dirname(path.join(this.next, file)), { recursive: true });
    writeFileSync(path.join(this.next, file), bytes);
  }

  /** Takes note of what was rendered of a page. */
  rendered(pathname: string, bytes: Buffer): void {
    const address = addressOf(pathname);
    const page = this.#expected.get(address);
    if (!page) return;
    // Names of files are ASCII: the bytes need not be read as UTF-8 and written again.
    const text = bytes.toString('latin1');
    if (!isPart(address)) this.#named.read(page.file, text);
    this.#pages[address] = { ...page, stamp: '', assets: assetsIn(text) };
  }

  /**
   * Lays out what the pages that were rendered have asked for: films, cards, pictures.
   * @param pictures does so with these; `needed` tells whether a page that was rendered names a file
   */
  async layOut(
    pictures: (next: string, needed: (file: string) => boolean) => Promise<LaidOut[]> | LaidOut[],
  ): Promise<void> {
    layOutFilms(this.next);
    for (const { address, file } of await drawnCards(orders().cards, {
      root: this.#root,
      cache: this.#inCache('cards'),
    })) {
      const place = path.join(this.next, address);
      rmSync(place, { force: true });
      linked(file, place);
    }
    const named = new Set(Object.values(this.#pages).flatMap(({ stamp, assets }) => (stamp === '' ? assets : [])));
    this.#pictures.push(...(await pictures(this.next, (file) => named.has(file))));
  }

  /**
   * Publishes: puts what has changed in its place and takes away what is gone, or the whole where nothing was taken over.
   * @returns what is published then
   * @throws EditorialError where the site would not be whole; then nothing has changed
   */
  async publish(): Promise<Proof> {
    if (!this.#goesOn && !isAtHome(this.#root)) cpSync(enginePublic, this.next, { recursive: true, force: false });
    refuse(encodedOtherwise(this.#pictures, { root: this.#root, next: this.next, encodings: this.#inCache('assets') }));
    await this.#indexNewParts();
    const made = new Set(filesBelow(this.next));
    const books = this.#shelf.filled(this.next);
    for (const [from] of books.moves) made.delete(relative(this.next, from));
    const kept = this.#goesOn ? this.#last.others : [];
    const site = new Set([...made, ...filesOf({ pages: this.#pages, others: kept })]);
    for (const page of Object.values(this.#pages))
      if (page.stamp === '') page.assets = page.assets.filter((file) => site.has(file));
    refuse(this.#namedInVain(site, made));
    if (compressing() !== 'off') for (const file of await this.#compressNew(made)) made.add(file);

    const of = filesOf({ pages: this.#pages, others: [] });
    const others = [...kept, ...made].filter((file) => !of.has(file)).sort();
    const current = filesOf({ pages: this.#pages, others });
    const published = new Set([...filesOf(this.#last), ...Object.keys(this.#last.backNumbers).map(inAssets)]);
    const backNumbers = keepBackNumbers({
      // Of a site that nothing is known of, what is there.
      published: this.#last.others.length > 0 ? namesOfAssets(published) : namesIn(path.join(this.#dist, '_astro')),
      current: new Set(namesOfAssets(current)),
      last: this.#last.backNumbers,
      asOf: currentInstant(),
    });
    const former = new Set(Object.keys(backNumbers).map(inAssets));
    const isWhole = !this.#hasTakenOver && !this.#goesOn && this.#isOnDevice();
    if (!isWhole) mkdirSync(this.#dist, { recursive: true });
    if (isWhole) for (const file of former) linked(path.join(this.#dist, file), path.join(this.next, file));
    const changed = new Set(isWhole ? [] : [...made].filter((file) => !this.#isPublished(file)));
    const staged = isWhole ? this.next : this.#beside([...changed]);
    for (const page of Object.values(this.#pages))
      if (page.stamp === '')
        page.stamp = stampOf(path.join(isWhole || changed.has(page.file) ? staged : this.#dist, page.file)) ?? '';
    const proof: Proof = { bundle: this.bundle, backNumbers, books: books.books, pages: this.#pages, others };
    const proven = this.#inCache('proof.next.json');
    writeFileSync(proven, JSON.stringify(proof));

    const fromRoot = (file: string) => relative(this.#root, file);
    const gone = isWhole ? [] : [...published].filter((file) => !current.has(file) && !former.has(file));
    publish(this.#root, {
      whole: isWhole ? { next: '.astro/next', dist: 'dist', previous: '.astro/previous' } : undefined,
      moves: [
        ...inOrder([...changed], (file) => existsSync(path.join(this.#dist, file))).map(
          (file) => [fromRoot(path.join(staged, file)), `dist/${file}`] as const,
        ),
        ...books.moves.map(([from, to]) => [fromRoot(from), fromRoot(to)] as const),
        [fromRoot(proven), '.astro/proof.json'],
      ],
      removals: [
        ...inOrder(gone, () => true)
          .toReversed()
          .map((file) => `dist/${file}`),
        ...books.removals.map(fromRoot),
      ],
    });
    for (const left of [this.next, staged]) rmSync(left, { recursive: true, force: true });
    console.log('Published in dist/.');
    return proof;
  }

  #inCache(name: string): string {
    return path.join(this.#cache, name);
  }

  /** Whether a file that was made is in the published site as it is. */
  #isPublished(file: string): boolean {
    const [made, published] = [path.join(this.next, file), path.join(this.#dist, file)];
    const facts = statSync(published, { throwIfNoEntry: false });
    if (!facts?.isFile() || facts.size !== statSync(made).size) return false;
    return readFileSync(made).equals(readFileSync(published));
  }

  /** Whether files can be renamed from the cache into the site. */
  #isOnDevice(): boolean {
    const site = existsSync(this.#dist) ? this.#dist : this.#root;
    return statSync(site).dev === statSync(this.#cache).dev;
  }

  /** The folder from which files can be renamed into the site: that where they were made, unless the site lies on another device. */
  #beside(files: readonly string[]): string {
    if (this.#isOnDevice()) return this.next;
    const staged = path.join(this.#dist, '.next');
    rmSync(staged, { recursive: true, force: true });
    for (const file of files) {
      mkdirSync(path.dirname(path.join(staged, file)), { recursive: true });
      copyFileSync(path.join(this.next, file), path.join(staged, file));
    }
    return staged;
  }

  /** Makes the search index of the parts whose records were rendered, and takes the records out of the site. */
  async #indexNewParts(): Promise<void> {
    const parts = Object.entries(this.#pages).filter(([address]) => isPart(address));
    const added = parts.filter(([, { stamp }]) => stamp === '');
    if (added.length === 0) return;
    const start = performance.now();
    try {
      for (const [address, page] of added) {
        const name = path.basename(address, '.json');
        const records = JSON.parse(readFileSync(path.join(this.next, address), 'utf8')) as IndexRecord[];
        rmSync(path.join(this.next, address));
        const folder = `pagefind/${name}`;
        const files = await writeIndex({
          name,
          records,
          bodies: new BodyCache(this.#inCache('bodies')),
          folder: path.join(this.next, folder),
        });
        page.assets.push(...files.map((file) => `${folder}/${file}`));
        page.file = `${folder}/pagefind-entry.json`;
      }
    } finally {
      await closePagefind();
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`Indexed ${added.length} of ${parts.length} parts of the search in ${seconds} s.`);
  }

  /**
   * Files that are named and are not there, each with one that names it: by what was rendered and what comes into the site with each
   * build; and by any page, where a page that was published is gone.
   */
  #namedInVain(site: ReadonlySet<string>, made: ReadonlySet<string>): Problem[] {
    const read = (file: string) => {
      const folder = made.has(file) ? this.next : this.#dist;
      this.#named.read(file, readFileSync(path.join(folder, file), 'latin1'));
    };
    const rendered = new Set(Object.values(this.#pages).flatMap(({ stamp, file }) => (stamp === '' ? [file] : [])));
    for (const file of made)
      if (!rendered.has(file) && !file.startsWith('pagefind/') && /\.(?:html|css|js|json|xml)$/.test(file)) read(file);
    const gone = Object.keys(this.#last.pages).some((address) => !isPart(address) && !(address in this.#pages));
    if (gone) {
      for (const file of this.#goesOn ? this.#last.others : [])
        if (/\.(?:html|css|js|json|xml)$/.test(file)) read(file);
      for (const [address, { file, stamp }] of Object.entries(this.#pages))
        if (stamp !== '' && !isPart(address)) read(file);
    }
    return [...this.#named.addresses]
      .filter(([address]) => !leadsTo(site, address))
      .map(([address, by]) => ({
        code: 'X-001',
        file: `dist/${by}`,
        found: `The file names "${address}", and there is none.`,
        remedy:
          'Mend it in content/ or public/, or put a file there in public/ if another program answers at that address; ' +
          'if neither says it, delete .astro/proof.json and build again.',
      }));
  }

  /**
   * Compresses what was rendered or indexed anew, and what comes into the site with each build: scripts, and public files.
   * A page has its compressed files among those it needs: it is taken over with them or not at all.
   * @returns the compressed files
   */
  async #compressNew(made: ReadonlySet<string>): Promise<string[]> {
    const compressed = await compress(this.next, [...made]);
    for (const page of Object.values(this.#pages)) {
      if (page.stamp !== '') continue;
      const files = [page.file, ...page.assets.filter((file) => !file.startsWith('_astro/'))];
      page.assets.push(...files.flatMap((file) => compressed.get(file) ?? []));
    }
    return [...compressed.values()].flat();
  }
}

/** Why a page is to be rendered, by what it was made of before; `undefined` where that is the same. */
function reasonFor(
  before: ProvenPage | undefined,
  { templates, key, isOwn }: { templates: string; key: string; isOwn: boolean },
): string | undefined {
  if (!before) return 'it is new';
  if (before.key === key) return undefined;
  if (!before.key.startsWith(`${templates} `)) return 'templates, packages or settings have changed';
  return isOwn ? 'what it shows has changed' : 'another page has changed, or a file of the paper, and it has no key';
}

/** @throws EditorialError where there are problems */
function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new EditorialError(problems);
}

function addressOf(pathname: string): string {
  return pathname.replace(/\/$/, '') || '/';
}

function isPart(address: string): boolean {
  return /^\/pagefind\/[\w-]+\.json$/.test(address);
}

/** Of a page, as Astro writes it. */
function fileOf(address: string): string {
  return /^\/(404|500)$/.test(address)
    ? `${address.slice(1)}.html`
    : `${address.slice(1)}/index.html`.replace(/^\//, '');
}

/** Whether an address leads to a file of a site. */
function leadsTo(site: ReadonlySet<string>, address: string): boolean {
  try {
    const place = path.posix.join(decodeURIComponent(address)).replace(/^\/|\/$/g, '');
    return site.has(place) || site.has(path.posix.join(place, 'index.html'));
  } catch {
    return false;
  }
}

/** What comes into the site as it is: the paper's own files, then the engine's. */
function publicFolders(root: string): string[] {
  const own = path.join(root, 'public');
  const all = isAtHome(root) ? [own] : [own, enginePublic];
  return all.filter((folder) => existsSync(folder));
}

/** A digest of the paper's files but for articles and pictures, which pages have in their own keys, and the ledger. */
function paperVersion(root: string): string {
  const apart = ['articles', 'pictures', 'ledger.jsonl'];
  const others = readdirSync(path.join(root, 'content')).filter((name) => !apart.includes(name));
  return digestOfSources(
    root,
    others.map((name) => path.join('content', name)),
  );
}

/** Files of ours that a page needs: pictures, fonts and its card, by their path in the site. */
function assetsIn(html: string): string[] {
  const [, card] = /<meta property="og:image" content="https?:\/\/[^/]+\/([^"]*card\.jpg)"/.exec(html) ?? [];
  return [...new Set([...(html.match(/_astro\/[\w@.~-]+/g) ?? []), ...(card ? [card] : [])])];
}

// A copy, not a link: the page that is published keeps its film when an editor changes the file.
function layOutFilms(next: string): void {
  for (const [address, file] of orders().films) {
    const place = path.join(next, address);
    mkdirSync(path.dirname(place), { recursive: true });
    copyFileSync(file, place);
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, path.join(entry.parentPath, entry.name)));
}

/** With forward slashes. */
function relative(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join('/');
}

const inAssets = (name: string) => `_astro/${name}`;

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function namesOfAssets(files: Iterable<string>): string[] {
  return [...files].filter((file) => file.startsWith('_astro/')).map((file) => file.slice('_astro/'.length));
}
