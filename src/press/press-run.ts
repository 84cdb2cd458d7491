import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { orders } from '../astro/internals.ts';
import { BodyCache } from '../body/body-cache.ts';
import { currentInstant } from '../filing/now.ts';
import { digestOfAdditions, digestOfEngine, digestOfPackages, digestOfSources } from '../filing/sources.ts';
import { stampsOf } from '../filing/stamps.ts';
import { digestOf, digestOfAll } from '../newsroom/digest.ts';
import type { IndexRecord } from '../newsroom/index-parts.ts';
import { pathOfPaper } from '../newsroom/permalink.ts';
import { EditorialError, type Problem } from '../newsroom/problem.ts';
import { keepBackNumbers, pictureOf } from './back-numbers.ts';
import { drawnCards } from './cards.ts';
import { compress } from './compress.ts';
import { assetsIn, foundIn, oneOf, type Found } from './found.ts';
import { iconFacts, iconsOf } from './icons.ts';
import { linked } from './linked.ts';
import { NamedFiles } from './named-files.ts';
import { RenderedSite, type Work } from './page.ts';
import { encodedOtherwise, type LaidOut } from './pictures.ts';
import type { PressIndex } from './press-index.ts';
import { changesFile, sharedBy, type Changes, type Output } from './press-index.ts';
import { publish } from './publication.ts';
import { inOrder } from './putting-order.ts';
import { indexSources, writeIndex } from './search-index.ts';
import { seenByReaders } from './seen.ts';
import { isBook, Shelf, stampOf } from './shelf.ts';
import { volumesOf, type Volume } from './volume.ts';

/** Of the engine: commands, what they make of pages, and what pictures and faces that lie there ready were made with. */
const notInPages = ['artwork', 'binding', 'checks', 'desk', 'editor', 'fonts/build.ts', 'fonts/sfnt.ts'];

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
    ...publicFolder(root).map((folder) => digestOfSources(folder, ['.'])),
    ...iconFacts(root),
    digestOfPackages(root),
    // What the paper lies below is in pages that say nothing of where it is read.
    /^url:.*$/m.exec(readFileSync(path.join(root, 'content/publication.yaml'), 'utf8'))?.[0] ?? '',
    compressing(),
    process.env.BROADSHEET_CARDS ?? '',
  );
  return { templates, indexing: digestOf(digestOfEngine(indexSources), digestOfPackages(root), compressing()) };
}

/** What was read of a paper for a publication, and has changed since the one before. */
export type Read = Pick<Changes, 'articles' | 'withoutArticles' | 'seen' | 'words'> &
  Pick<Changes['standing'], 'entries' | 'warnings'>;

/** An output as it is to be. */
type Wanted = Pick<Output, 'key' | 'file'> & { address: string };

interface Rendered extends Output {
  /** Articles, by their paths or as `a/<id>`. */
  shows: string[];
}

/** A paper that is built. */
export interface Paper {
  /** Its folder. */
  root: string;
  /** What all of its addresses begin with, without a slash at the end; empty where it does not say where it is read. */
  address: string;
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
  readonly #index: PressIndex;
  readonly #templates: string;
  readonly #indexing: string;
  readonly #shelf: Shelf;
  readonly #named: NamedFiles;
  #site: RenderedSite;
  /** Names of what lies in `public/`, from there. */
  readonly #public = once(() => new Set(publicFolder(this.#root).flatMap((folder) => namesBelow(folder))));
  readonly #rendered = new Map<string, Rendered>();
  readonly #expected = new Map<string, { key: string; file: string }>();
  /** Those that are made again whatever they show: what their keys begin with. */
  readonly #late = new Map<string, string>();
  /** Keys that pages have of their own, where they were asked for. */
  readonly #own = new Map<string, string | undefined>();
  #asked = new Map<string, Asked>();
  #whatElse = () => '';
  #pictures: readonly LaidOut[] = [];
  readonly #isThere = new Map<string, boolean>();
  readonly #trusts: boolean;
  readonly #besides: string;
  /** All that is published, where all of it is looked at. */
  #before: ReadonlyMap<string, Output> | undefined;
  /** What of it was looked at, where that is not all. */
  readonly #looked = new Map<string, Output | undefined>();
  #users: ReadonlyMap<string, number> | undefined;
  #gone: readonly string[] = [];
  #hasTakenOver = false;
  /** Those that lie there to be taken over from. */
  #volumes: readonly Volume[] = [];
  #taken = 0;
  /** What a volume holds as it is to be, by address. */
  readonly #held = new Map<string, { key: string; files: readonly string[] }>();

  /** Books as they lie there, by the address of their record. */
  readonly booksAt = (address: string) => this.#shelf.read(address);

  /** Name of the bundle that the pages are rendered of, where builds that follow can go on with it. */
  bundle: string | undefined;
  /** Whether pages alone are made, and scripts, styles and public files are those that are published. */
  #goesOn = false;

  /**
   * @param trusts whether nobody can have changed what is published; otherwise its files are looked at
   * @param isPart whether some of the pages are asked for, and all others are as they were
   */
  constructor(
    { root, address }: Paper,
    digests: Digests,
    index: PressIndex,
    { trusts = false, isPart = false }: { trusts?: boolean; isPart?: boolean } = {},
  ) {
    this.#root = root;
    this.#cache = path.join(root, '.astro');
    this.next = path.join(this.#cache, 'next');
    this.#site = new RenderedSite(this.next);
    this.#dist = path.join(root, 'dist');
    this.#index = index;
    this.#trusts = trusts;
    this.#besides = besides(root);
    this.#templates = digests.templates;
    this.#indexing = digests.indexing;
    this.#shelf = new Shelf(this.#inCache('books'), index.standing.books, isPart);
    this.#named = new NamedFiles(address);
    orders().cards.clear();
    orders().films.clear();
  }

  /** Whether what is published was made of this bundle, and lies there with its scripts, styles and public files: then only pages are made. */
  goesOnFrom(bundle: string): boolean {
    this.#goesOn =
      this.#index.standing.bundle === bundle &&
      this.#index.standing.others.every((file) => existsSync(path.join(this.#dist, file)));
    if (!this.#goesOn) return false;
    this.bundle = bundle;
    this.begin();
    return true;
  }

  /** Makes room for what is rendered. */
  begin(): void {
    rmSync(this.next, { recursive: true, force: true });
    mkdirSync(this.next, { recursive: true });
    this.#site = new RenderedSite(this.next);
  }

  /** Those of all pages that have to be rendered. Of two with one address the first counts. */
  changed<T extends Asked>(paths: readonly T[]): T[] {
    const asked = firstOf(paths);
    this.#asked = new Map(asked.map((each) => [addressOf(each.pathname), each]));
    const version = paperVersion(this.#root);
    this.#whatElse = once(() =>
      digestOfAll([version, ...asked.map((each) => `${each.pathname} ${this.#ownKey(each)}`)]),
    );
    const before = this.#index.outputs();
    this.#before = before;
    this.#gone = [...before.keys()].filter((address) => !this.#asked.has(address));
    this.#volumes = volumesOf(this.#root);
    const reasons = new Map<string, string>();
    const changed = asked.filter((each) => this.#isChanged(each, reasons));
    if (this.#taken > 0) console.log(`Taking ${this.#taken} files over from volumes …`);
    this.#tell(changed, asked.filter(isPage).length, reasons);
    return changed;
  }

  /**
   * The same of some pages, where all others are as they were. Those without a key are rendered with any other.
   * @param gone addresses of pages that are no more
   */
  changedAmong<T extends Asked & { isFixed: boolean }>(paths: readonly T[], gone: readonly string[], all: number): T[] {
    this.#hasTakenOver = true;
    this.#gone = gone;
    this.#asked = new Map(paths.map((each) => [addressOf(each.pathname), each]));
    // A page without a key is rendered again when all are looked at.
    this.#whatElse = () => `after ${this.#index.turn}`;
    const reasons = new Map<string, string>();
    const isChanged = (each: T) => this.#isChanged(each, reasons);
    const changed = paths.filter((each) => !each.isFixed && isChanged(each));
    const fixed = changed.length + gone.length > 0 ? paths.filter((each) => each.isFixed && isChanged(each)) : [];
    const made = [...changed, ...fixed];
    this.#tell(made, all, reasons);
    return made;
  }

  /** Those pages of a volume that it does not hold as they are to be. */
  changedIn<T extends Asked>(volume: Volume, paths: readonly T[]): T[] {
    const mine = firstOf(paths).filter(({ pathname }) => volume.isFor(addressOf(pathname)));
    const keyed = mine.filter(({ cacheKey }) => cacheKey !== undefined);
    const changed = keyed.filter(({ pathname, route, cacheKey }) => {
      const address = addressOf(pathname);
      const [key, file] = [`${this.#templates} ${cacheKey}`, fileAt(address, route)];
      const files = this.#filesIn(volume, { address, key, file }, isOfBundle);
      if (files) this.#held.set(address, { key, files });
      else this.#expected.set(address, { key, file });
      return !files;
    });
    this.#tell(changed, keyed.filter(isPage).length, new Map());
    return changed;
  }

  #isChanged(asked: Asked, reasons: Map<string, string>): boolean {
    const { pathname, route } = asked;
    const address = addressOf(pathname);
    if (isPart(address) && process.env.BROADSHEET_SEARCH === 'off') {
      if (this.#before?.has(address)) this.#gone = [...this.#gone, address];
      return false;
    }
    const templates = isPart(address) ? this.#indexing : this.#templates;
    const file = fileAt(address, route);
    const before = this.#published(address);
    const last = isBook(address) ? this.#shelf.keyOf(address) : before?.key;
    if (!last?.startsWith(`${templates} `) && this.#volumes.length === 0) {
      // Its key is asked for when what it shows is made.
      this.#late.set(address, templates);
      if (!isBook(address)) this.#expected.set(address, { key: '', file });
      reasons.set(address, isBook(address) ? noBook : last === undefined ? isNew : otherTemplates);
      return true;
    }
    const cacheKey = this.#ownKey(asked);
    const key = `${templates} ${cacheKey ?? this.#whatElse()}`;
    if (isBook(address)) {
      const isThere = this.#shelf.has(address, key) || this.#isInVolume({ address, key, file });
      if (!isThere) reasons.set(address, noBook);
      return !isThere;
    }
    const reason =
      reasonFor(before, { templates, key, isOwn: cacheKey !== undefined }) ??
      (before && !this.#trusts ? this.#loss(before) : undefined);
    if (before && reason === undefined) {
      this.#hasTakenOver = true;
      return false;
    }
    if (cacheKey !== undefined && this.#isInVolume({ address, key, file })) return false;
    reasons.set(address, reason ?? '');
    this.#expected.set(address, { key, file });
    return true;
  }

  /** Takes an output from a volume that holds it as it is to be; `false` where none does. */
  #isInVolume(output: Wanted): boolean {
    const { address, key, file } = output;
    for (const volume of this.#volumes) {
      const files = this.#filesIn(volume, output, (asset) => isOfBundle(asset) && this.#isAtHand(asset));
      const bytes = files && volume.read(address, key, file);
      if (!bytes) continue;
      this.#taken += 1;
      if (!isBook(address)) this.#expected.set(address, { key, file });
      this.rendered(address, bytes);
      // A public file of that name is published in its place.
      const isPublic = existsSync(path.join(this.#root, 'public', file));
      for (const each of files) if (!isPublic || !each.startsWith(file)) volume.layOut(each, this.next);
      return true;
    }
    return false;
  }

  /**
   * The files of an output that a volume holds as it is to be: itself, its compressed forms, and what it needs.
   * @param isElsewhere tells of what it needs whether it comes from elsewhere
   */
  #filesIn(
    volume: Volume,
    { address, key, file }: Wanted,
    isElsewhere: (asset: string) => boolean,
  ): string[] | undefined {
    const bytes = volume.read(address, key, file);
    if (!bytes) return undefined;
    if (isBook(address)) return [file];
    const forms = [`${file}.br`, `${file}.gz`].filter((form) => volume.lists(form));
    const others = [...forms, ...assetsIn(bytes.toString('latin1'))].filter((asset) => !isElsewhere(asset));
    return others.every((asset) => volume.holds(asset)) ? [file, ...others] : undefined;
  }

  /** Whether a file is there that comes with every build. */
  #isAtHand(asset: string): boolean {
    const isThere =
      this.#isThere.get(asset) ?? [this.next, this.#dist].some((site) => existsSync(path.join(site, asset)));
    this.#isThere.set(asset, isThere);
    return isThere;
  }

  #tell(changed: readonly Asked[], all: number, reasons: ReadonlyMap<string, string>): void {
    console.log(`Rendering ${changed.filter(isPage).length} of ${all} pages …`);
    if (process.env.BROADSHEET_EXPLAIN === 'on')
      for (const [address, reason] of reasons) console.log(`  ${address}  ${reason}`);
  }

  /** The address in the index of a path as Astro lists it. */
  addressOf(pathname: string): string {
    return addressOf(pathname);
  }

  /** Whether all that was published lies there as it was put. */
  isWhole(): boolean {
    return this.#index
      .outputs()
      .values()
      .every((output) => this.#loss(output) === undefined);
  }

  #published(address: string): Output | undefined {
    if (this.#before) return this.#before.get(address);
    if (!this.#looked.has(address)) this.#looked.set(address, this.#index.output(address));
    return this.#looked.get(address);
  }

  /** Why a page cannot be taken over though it is to be as it was; `undefined` where it can. */
  #loss({ file, stamp, assets }: Output): string | undefined {
    if (stampOf(path.join(this.#dist, file)) !== stamp) return 'its file in dist/ was changed or is gone';
    const gone = assets.find((asset) => {
      const isThere = this.#isThere.get(asset) ?? existsSync(path.join(this.#dist, asset));
      this.#isThere.set(asset, isThere);
      return !isThere;
    });
    return gone && `it needs ${gone}, which is gone from dist/`;
  }

  /** The key that a page has of its own; what it shows is made for it. */
  #ownKey(asked: Asked): string | undefined {
    const address = addressOf(asked.pathname);
    return this.#own.has(address) ? this.#own.get(address) : asked.cacheKey;
  }

  /** Takes note of what a page is made by, before it is rendered. */
  begins(asked: Pick<Asked, 'pathname' | 'cacheKey'>): void {
    const address = addressOf(asked.pathname);
    const templates = this.#late.get(address);
    if (templates === undefined) return;
    const key = asked.cacheKey;
    this.#own.set(address, key);
    if (key === undefined) return;
    this.#late.delete(address);
    const page = this.#expected.get(address);
    if (page) page.key = `${templates} ${key}`;
    else this.#shelf.put(address, `${templates} ${key}`);
  }

  /** The same of what was asked for at an address. */
  beginsAt(pathname: string): void {
    const asked = this.#asked.get(addressOf(pathname));
    if (asked) this.begins(asked);
  }

  /** What is to be known of a page by whoever renders it. */
  workOf({ pathname }: Pick<Asked, 'pathname'>): Work {
    const address = addressOf(pathname);
    const file = this.#expected.get(address)?.file ?? address.slice(1);
    return {
      pathname,
      file: this.#public().has(file) ? undefined : file,
      isNaming: this.#expected.has(address) && !isPart(address),
    };
  }

  /** Takes a page that was rendered, and puts it where it is to lie. */
  take(work: Work, bytes: Buffer): void {
    this.rendered(work.pathname, bytes);
    this.#site.put(work, bytes);
  }

  /** Takes note of what was rendered of a page. */
  rendered(pathname: string, bytes: Buffer): void {
    const address = addressOf(pathname);
    const page = this.#expected.get(address);
    if (!page) return;
    // Names of files are ASCII: the bytes need not be read as UTF-8 and written again.
    const text = bytes.toString('latin1');
    if (!isPart(address)) this.#named.read(page.file, text);
    this.takeNote(pathname, foundIn(text));
  }

  /** Takes note of what is in a page that was rendered. */
  takeNote(pathname: string, found: Found): void {
    const address = addressOf(pathname);
    const page = this.#expected.get(address);
    const [assets, shows] = [found.assets, found.shows].map((names) => names.map(oneOf));
    if (page && assets && shows) this.#rendered.set(address, { ...page, stamp: '', assets, shows });
  }

  /** Takes note of what such pages name. */
  takeNames(addresses: ReadonlyMap<string, string>): void {
    this.#named.take(addresses);
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
    const named = new Set([...this.#rendered.values()].flatMap(({ assets }) => assets));
    this.#pictures = [...this.#pictures, ...(await pictures(this.next, (file) => named.has(file)))];
  }

  /**
   * Binds a volume of what was rendered and what it holds; nothing is published.
   * @throws EditorialError where a picture could not be encoded
   */
  async bind(volume: Volume): Promise<void> {
    refuse(encodedOtherwise(this.#pictures, { root: this.#root, next: this.next, encodings: this.#inCache('assets') }));
    const made = new Set(filesBelow(this.next));
    for (const [address, page] of this.#rendered)
      page.assets = isBook(address) ? [] : page.assets.filter((file) => made.has(file) && !isOfBundle(file));
    const pages = [...this.#rendered].filter(([address]) => !isBook(address)).map(([, { file }]) => file);
    if (compressing() !== 'off') await this.#compressNew(new Set(pages));
    for (const [address, { key, file, assets }] of this.#rendered)
      this.#held.set(address, { key, files: [file, ...assets] });
    const isAnother = volume.bind(this.#held, { site: this.next, cache: this.#cache });
    rmSync(this.next, { recursive: true, force: true });
    console.log(`The volume ${volume.year} ${isAnother ? 'is bound' : 'is as it was'} (${volume.digest}).`);
  }

  /**
   * Publishes: puts what has changed in its place and takes away what is gone, or the whole where nothing was taken over.
   * @param read what was read of the paper for it, where the next build can go on from that
   * @throws EditorialError where the site would not be whole; then nothing has changed
   */
  async publish(read?: Read): Promise<void> {
    for (const [address, templates] of this.#late) {
      const page = this.#rendered.get(address);
      if (page) page.key = `${templates} ${this.#whatElse()}`;
    }
    const icons = this.#goesOn ? undefined : await iconsOf(this.#root);
    if (icons) cpSync(icons, this.next, { recursive: true, force: false });
    refuse(encodedOtherwise(this.#pictures, { root: this.#root, next: this.next, encodings: this.#inCache('assets') }));
    await this.#indexNewParts();
    const made = new Set(filesBelow(this.next));
    const books = this.#shelf.filled(this.next);
    for (const [from] of books.moves) made.delete(relative(this.next, from));
    const last = this.#index.standing;
    const others = new Set(this.#goesOn ? last.others : []);
    const isThere = this.#filesThen(made, others);
    for (const page of this.#rendered.values()) page.assets = page.assets.filter(isThere);
    refuse(this.#namedInVain(isThere, made));
    if (compressing() !== 'off') for (const file of await this.#compressNew(made)) made.add(file);

    const needed = new Set([...this.#rendered.values()].flatMap(({ file, assets }) => [file, ...assets]));
    const isTaken = this.#isTakenOver();
    for (const file of made) if (isOfBundle(file) || (!needed.has(file) && !isTaken(file))) others.add(file);
    const isCurrent = (file: string) => others.has(file) || needed.has(file) || isTaken(file);
    const unneeded = [...this.#replaced(), ...last.others, ...Object.keys(last.backNumbers).map(inAssets)];
    const left = new Set(unneeded.filter((file) => !isCurrent(file)));
    const shown = new Set([...made].map(pictureOf));
    const backNumbers = keepBackNumbers({
      // Of a site that nothing is known of, what is there.
      published: last.others.length > 0 ? namesOfAssets(left) : namesIn(path.join(this.#dist, '_astro')),
      isCurrent: (name) => isCurrent(inAssets(name)),
      isShown: (picture) => shown.has(inAssets(picture)) || this.#isShown(inAssets(picture), isTaken),
      last: last.backNumbers,
      asOf: currentInstant(),
    });
    const former = new Set(Object.keys(backNumbers).map(inAssets));
    const isWhole = !this.#hasTakenOver && !this.#goesOn && this.#isOnDevice();
    if (!isWhole) mkdirSync(this.#dist, { recursive: true });
    if (isWhole) for (const file of former) linked(path.join(this.#dist, file), path.join(this.next, file));
    const changed = new Set(isWhole ? [] : [...made].filter((file) => !this.#isPublished(file)));
    const staged = isWhole ? this.next : this.#beside([...changed]);
    for (const page of this.#rendered.values())
      page.stamp = stampOf(path.join(isWhole || changed.has(page.file) ? staged : this.#dist, page.file)) ?? '';
    const changes = this.#inCache('index.next');
    this.#index.putDown(changes, {
      standing: {
        bundle: this.bundle,
        asOf: currentInstant(),
        backNumbers,
        books: books.books,
        others: [...others].sort(),
        besides: this.#besides,
        entries: read?.entries,
        warnings: read?.warnings,
      },
      rendered: [...this.#rendered].map(([address, { shows, ...output }]) => [address, output, shows] as const),
      gone: this.#gone,
      articles: read?.articles ?? [],
      withoutArticles: read?.withoutArticles ?? [],
      seen: read?.seen ?? [],
      words: read?.words,
    });

    const fromRoot = (file: string) => relative(this.#root, file);
    const gone = isWhole ? [] : [...left].filter((file) => !former.has(file));
    const there = (file: string) => existsSync(path.join(this.#dist, file));
    const seen = seenByReaders({
      fresh: [...(isWhole ? made : changed)].filter((file) => !there(file)),
      changed: isWhole
        ? [...made].filter((file) => there(file) && !this.#isPublished(file))
        : [...changed].filter(there),
      gone,
    });
    publish(this.#root, {
      whole: isWhole ? { next: '.astro/next', dist: 'dist', previous: '.astro/previous' } : undefined,
      moves: [
        ...inOrder([...changed], (file) => existsSync(path.join(this.#dist, file))).map(
          (file) => [fromRoot(path.join(staged, file)), `dist/${file}`] as const,
        ),
        ...books.moves.map(([from, to]) => [fromRoot(from), fromRoot(to)] as const),
        [fromRoot(changes), changesFile],
      ],
      removals: [
        ...inOrder(gone, () => true)
          .toReversed()
          .map((file) => `dist/${file}`),
        ...books.removals.map(fromRoot),
      ],
    });
    for (const folder of [this.next, staged]) rmSync(folder, { recursive: true, force: true });
    this.#index.take();
    console.log(seen);
    console.log('Published in dist/.');
  }

  /** Files of outputs that were made again, or are no more. */
  #replaced(): string[] {
    return [...this.#rendered.keys(), ...this.#gone].flatMap((address) => {
      const before = this.#published(address);
      return before ? [before.file, ...before.assets] : [];
    });
  }

  /** Whether a file belongs to an output that is as it was. */
  #isTakenOver(): (file: string) => boolean {
    const changed = new Set([...this.#rendered.keys(), ...this.#gone]);
    const before = [...changed].flatMap((address) => this.#published(address) ?? []);
    const fewer = countsOf(before.flatMap(sharedBy));
    const isOwn = (file: string) => {
      const address = addressOfFile(file);
      return !changed.has(address) && this.#published(address)?.file === file;
    };
    return (file) =>
      isOwn(file) || isOwn(file.replace(/\.(?:br|gz)$/, '')) || this.#usersOf(file) > (fewer.get(file) ?? 0);
  }

  /** How many outputs need a file that is not their own, in what is published. */
  #usersOf(file: string): number {
    if (!this.#before) return this.#index.usersOf(file);
    this.#users ??= countsOf(this.#before.values().flatMap(sharedBy));
    return this.#users.get(file) ?? 0;
  }

  /** Whether an output that is as it was shows a picture, in whatever size. */
  #isShown(picture: string, isTaken: (file: string) => boolean): boolean {
    return this.#index.assetsUnder(`${picture}_`).some(isTaken);
  }

  /** Which files the site has then. */
  #filesThen(made: ReadonlySet<string>, others: ReadonlySet<string>): (file: string) => boolean {
    const isTaken = this.#isTakenOver();
    return (file) => made.has(file) || others.has(file) || isTaken(file);
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
    const added = [...this.#rendered].filter(([address]) => isPart(address));
    if (added.length === 0) return;
    const parts = new Set([...this.#index.addressesUnder('/pagefind/'), ...added.map(([address]) => address)]);
    for (const address of this.#gone) parts.delete(address);
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
      const { close } = await import('pagefind');
      await close();
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`Indexed ${added.length} of ${parts.size} parts of the search in ${seconds} s.`);
  }

  /**
   * Files that are named and are not there, each with one that names it: by what was rendered and what comes into the site with each
   * build; and by any page, where a page that was published is gone.
   */
  #namedInVain(isThere: (file: string) => boolean, made: ReadonlySet<string>): Problem[] {
    const read = (file: string) => {
      const folder = made.has(file) ? this.next : this.#dist;
      this.#named.read(file, readFileSync(path.join(folder, file), 'latin1'));
    };
    const rendered = new Set([...this.#rendered.values()].map(({ file }) => file));
    for (const file of made)
      if (!rendered.has(file) && !file.startsWith('pagefind/') && /\.(?:html|css|js|json|xml)$/.test(file)) read(file);
    const gone = new Set(this.#gone.filter((address) => !isPart(address)));
    if (gone.size > 0) {
      for (const file of this.#goesOn ? this.#index.standing.others : [])
        if (/\.(?:html|css|js|json|xml)$/.test(file)) read(file);
      for (const [address, { file }] of this.#mayName(gone))
        if (!this.#rendered.has(address) && !gone.has(address) && !isPart(address)) read(file);
    }
    return [...this.#named.addresses]
      .filter(([address]) => !leadsTo(isThere, address))
      .map(([address, by]) => ({
        code: 'X-001',
        file: `dist/${by}`,
        found: `The file names "${address}", and there is none.`,
        remedy:
          'Mend it in content/ or public/, or put a file there in public/ if another program answers at that address; ' +
          'if neither says it, delete .astro/index.db and build again.',
      }));
  }

  /** Published outputs that may name what is gone: where that belongs to articles alone, those of which the index knows that they lead to these. */
  #mayName(gone: ReadonlySet<string>): Iterable<readonly [address: string, output: Output]> {
    const articles = new Set([...gone].map(articleAt));
    if (articles.has(undefined)) return this.#before ?? this.#index.outputs();
    const addresses = new Set([...articles].flatMap((article = '') => this.#index.leadingTo(article)));
    return [...addresses].flatMap((address) => {
      const output = this.#published(address);
      return output ? [[address, output] as const] : [];
    });
  }

  /**
   * Compresses what was rendered or indexed anew, and what comes into the site with each build: scripts, and public files.
   * A page has its compressed files among those it needs: it is taken over with them or not at all.
   * @returns the compressed files
   */
  async #compressNew(made: ReadonlySet<string>): Promise<string[]> {
    const compressed = await compress(this.next, [...made]);
    for (const page of this.#rendered.values()) {
      const files = [page.file, ...page.assets.filter((file) => !file.startsWith('_astro/'))];
      page.assets.push(...files.flatMap((file) => compressed.get(file) ?? []));
    }
    return [...compressed.values()].flat();
  }
}

const isNew = 'it is new';
const otherTemplates = 'templates, packages or settings have changed';
const noBook = 'the desk has no book of it as it is now';

/** Why a page is to be rendered, by what it was made of before; `undefined` where that is the same. */
function reasonFor(
  before: Output | undefined,
  { templates, key, isOwn }: { templates: string; key: string; isOwn: boolean },
): string | undefined {
  if (!before) return isNew;
  if (before.key === key) return undefined;
  if (!before.key.startsWith(`${templates} `)) return otherTemplates;
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

/** Whether it is what readers or programs of theirs ask for, and nothing for the press or the desk. */
function isPage({ pathname }: Asked): boolean {
  return !isPart(addressOf(pathname)) && !isBook(addressOf(pathname));
}

/** The article that an address, or that of a file beside it, belongs to: its path, or `a/<id>`; `undefined` for others. */
function articleAt(address: string): string | undefined {
  return /^\/(\d{4}\/\d\d\/\d\d\/[^/]+|a\/[2-9a-z]{6,12})(?:\/[^/]+)?$/.exec(address)?.[1];
}

/** The address that a file of the site has. */
function addressOfFile(file: string): string {
  const page = /^(404|500)\.html$/.exec(file)?.[1];
  return `/${page ?? file.replace(/(?:^|\/)index\.html$/, '')}`;
}

/** The first of those with one address. */
function firstOf<T extends Asked>(paths: readonly T[]): T[] {
  const first = new Map(paths.toReversed().map((each) => [addressOf(each.pathname), each]));
  return paths.filter((each) => first.get(addressOf(each.pathname)) === each);
}

/** The file of what a route makes at an address, from the site. */
function fileAt(address: string, route: Asked['route']): string {
  return route.type === 'endpoint' ? address.slice(1) : fileOf(address);
}

/** Of a page, as Astro writes it. */
function fileOf(address: string): string {
  return /^\/(404|500)$/.test(address)
    ? `${address.slice(1)}.html`
    : `${address.slice(1)}/index.html`.replace(/^\//, '');
}

/** Whether an address from the root of the host leads to a file of a site. */
function leadsTo(isThere: (file: string) => boolean, address: string): boolean {
  try {
    const below = decodeURI(pathOfPaper());
    const whole = decodeURIComponent(address);
    if (!whole.startsWith(`${below}/`)) return false;
    const place = path.posix.join(whole.slice(below.length)).replace(/^\/|\/$/g, '');
    const page = path.posix.join(place, 'index.html');
    // The likelier first.
    return (whole.endsWith('/') ? [page, place] : [place, page]).some(isThere);
  } catch {
    return false;
  }
}

/** What comes into the site as it is. */
function publicFolder(root: string): string[] {
  return [path.join(root, 'public')].filter((folder) => existsSync(folder));
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

/** A digest of what goes into a publication besides what is filed: files that the desk has made for readers to take away, and settings. */
export function besides(root: string): string {
  const takeaways = [...stampsOf(root, '.astro/takeaway')];
  return digestOfAll([process.env.BROADSHEET_SEARCH ?? '', ...takeaways.map((each) => each.join(' '))]);
}

function once<T>(make: () => T): () => T {
  let made: { is: T } | undefined;
  return () => (made ??= { is: make() }).is;
}

function countsOf(names: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

// A copy, not a link: the page that is published keeps its film when an editor changes the file.
function layOutFilms(next: string): void {
  for (const [address, file] of orders().films) {
    const place = path.join(next, address);
    mkdirSync(path.dirname(place), { recursive: true });
    copyFileSync(file, place);
  }
}

function namesBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => name.split(path.sep).join('/'));
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

/** Scripts, styles and faces come with every build, whatever pages need of them. */
const isOfBundle = (file: string) => /^_astro\/.*\.(?:js|css|woff2)$/.test(file);

const inAssets = (name: string) => `_astro/${name}`;

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function namesOfAssets(files: Iterable<string>): string[] {
  return [...files].filter((file) => file.startsWith('_astro/')).map((file) => file.slice('_astro/'.length));
}
