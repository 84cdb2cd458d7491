import type { AstroConfig, AstroPrerenderer, ImageMetadata, LocalImageService } from 'astro';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connect, Plugin, Rolldown, ViteDevServer } from 'vite';
import type { Card } from '../newsroom/card.ts';

// All that the engine takes for granted of the inside of Astro and Vite, and nobody has promised. It holds for the versions
// below; tests/unit/astro/internals.test.ts tells by name what an upgrade has moved.

/** The versions, to the second number, that what is said here was found in. */
export const holdsFor = { astro: '7.3', vite: '8.3' };

/**
 * What pages ask the press for while they are rendered, by its address in the site: cards that it is to draw, and files of this machine
 * that it is to lay out.
 */
interface Orders {
  cards: Map<string, Card>;
  films: Map<string, string>;
}

/**
 * Astro renders pages from a bundle of its own making, in the process of the integrations, and hands nothing over but the
 * text of a page: the two have the global object in common, and no module.
 */
export function orders(): Orders {
  const shared = globalThis as { broadsheetOrders?: Orders };
  return (shared.broadsheetOrders ??= { cards: new Map(), films: new Map() });
}

/** A picture of which pages have asked for encodings. */
export interface StaticImage {
  originalSrcPath?: string;
  transforms: Map<string, { finalPath: string; transform: { src: { src: string } } }>;
}

/** Originals by their address in the site, with what astro:assets was asked to make of each: it keeps them on the global object. */
export function staticImages(): ReadonlyMap<string, StaticImage> {
  const { astroAsset } = globalThis as { astroAsset?: { staticImages?: Map<string, StaticImage> } };
  return astroAsset?.staticImages ?? new Map();
}

/**
 * A picture as astro:assets takes it, had it come through the bundler.
 * @param address that the original has in the site while its encodings are made
 */
export function importedImage(
  address: string,
  { file, width, height, format }: { file: string; width: number; height: number; format: string },
): ImageMetadata {
  const facts = { origWidth: String(width), origHeight: String(height), origFormat: format };
  const src = import.meta.env.DEV ? `${addressOfFile(file)}?${new URLSearchParams(facts).toString()}` : address;
  const image = { src, width, height, format: format as ImageMetadata['format'] };
  // Kept out of sight, as astro:assets keeps it: it is not part of what a transform depends on.
  Object.defineProperty(image, 'fsPath', { enumerable: false, value: file });
  return image;
}

/** Lets something see requests before Astro and Vite, where the paper is written. */
export function seeFirst(server: ViteDevServer, handle: Connect.NextHandleFunction): void {
  server.middlewares.stack.unshift({ route: '', handle });
}

/** Where Vite's server for writing shows a file of this machine. */
export function addressOfFile(file: string): string {
  return `/@fs${file}`;
}

const helper = '\0vite/preload-helper.js';

/**
 * What a script loads when it is asked to is one file: Vite's helper, which would fetch others with it, is larger than the rest of the
 * script. Each module has its own, as one for all would be a file more to fetch.
 */
export const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  resolveId: (id, importer) => (id === helper ? `${helper}?${importer}` : undefined),
  load: (id) => (id.startsWith(helper) ? 'export const __vitePreload = (load) => load();' : undefined),
};

interface Result {
  styles: Set<{ props: object; children: string }>;
  scripts: Set<{ props: object; children: string }>;
  /** Of the styles of all pages. */
  styleHashes: readonly string[];
  styleDirective: { hashes: string[] };
}

/** What is to be done while a page is rendered, in the form of a component that shows nothing. */
function deed<Props extends object>(act: (result: Result, props: Props) => void): (props: Props) => string {
  const component = (result: Result, props: Props) => {
    act(result, props);
    return '';
  };
  return Object.assign(component, { isAstroComponentFactory: true }) as unknown as (props: Props) => string;
}

/**
 * Lets the policy of a page name the digests of the styles of that page alone, which Astro finds for each page: besides these it names
 * those of all pages in each.
 */
export const OwnStyles = deed(({ styleHashes, styleDirective }) => {
  styleDirective.hashes = styleDirective.hashes.filter((each) => !styleHashes.includes(each));
});

/** Puts a style into the head behind the policy, which names it, and behind the page's other styles. */
export const HeadStyle = deed<{ css: string; class?: string }>(({ styles, styleDirective }, { css, ...props }) => {
  styles.add({ props, children: css });
  styleDirective.hashes.push(`sha256-${createHash('sha256').update(css).digest('base64')}`);
});

/** Puts a script into the head behind the policy, which has to name it. */
export const HeadScript = deed<{ code: string }>(({ scripts }, { code }) => {
  scripts.add({ props: {}, children: code });
});

/** What a collection holds of one file, as Astro's store has it. */
export interface Entry {
  id: string;
  data: Record<string, unknown>;
  /** From the paper's folder. */
  filePath: string;
  digest: string;
}

/** By the name of a collection, then by the id of an entry. */
export type Entries = Map<string, Map<string, Entry>>;

/**
 * Lets `astro:content` read entries that are handed over when pages are rendered, in the place of those that were there when they were
 * bundled: so one bundle serves for all that is written later. The map is read each time.
 */
export const handedEntries: Plugin = {
  name: 'handed-entries',
  enforce: 'pre',
  // Before Astro's own, which is asked first otherwise.
  resolveId: { order: 'pre', handler: (id) => (id === store && handed().entries ? '\0handed-entries' : undefined) },
  load: (id) => (id === '\0handed-entries' ? 'export default globalThis.broadsheetHanded.entries;' : undefined),
};

const store = 'astro:data-layer-content';

/**
 * Where the paper is written, has pages read the paper from what is handed over, with what Astro's store has besides of collections of the
 * paper's own, and look again, open ones too, when `handed().renew` is called.
 */
export async function handOverTo(server: ViteDevServer): Promise<void> {
  const hand = handed();
  const entries = (hand.entries ??= new Map() as Entries);
  // As Astro does when its store has changed: the paths of routes are asked for again.
  const forgetPaths = () => {
    for (const name of ['ssr', 'prerender']) server.environments[name]?.hot.send('astro:content-changed', {});
  };
  hand.renew = () => {
    forgetPaths();
    server.environments.client.hot.send({ type: 'full-reload', path: '*' });
  };
  const ofAstro = createRequire(import.meta.resolve('astro/package.json'));
  const { parse } = (await import(/* @vite-ignore */ pathToFileURL(ofAstro.resolve('devalue')).href)) as {
    parse: (flat: string) => Entries;
  };
  const stored = path.join(server.config.root, '.astro', 'data-store.json');
  const besides = new Set<string>();
  let seen: number | undefined;
  seeFirst(server, (_request, _response, next) => {
    // A request that was on its way when something was saved has left paths of before.
    forgetPaths();
    const written = statSync(stored, { throwIfNoEntry: false })?.mtimeMs;
    if (written !== undefined && written !== seen) {
      try {
        for (const [name, list] of parse(readFileSync(stored, 'utf8'))) {
          if (entries.has(name) && !besides.has(name)) continue;
          besides.add(name);
          entries.set(name, list);
        }
        seen = written;
      } catch {
        // It is being written: the next request reads it.
      }
    }
    next();
  });
}

/**
 * What a route gives as its paths where the paper is written. Astro puts all of them into a table by their addresses, anew with each request,
 * to look up one; here that one alone is made.
 * @param pathsNear paths among which the one at an address is, if there is one
 */
export function pathsAsAsked<Path extends { params: object }>(pathsNear: (address: string) => readonly Path[]): Path[] {
  const bare = (address: string) => address.replace(/^\/|\/$/g, '');
  const get = (address: string) =>
    pathsNear(address).find(({ params }) => Object.values(params).filter(Boolean).join('/') === bare(address));
  // Astro lays its own table here, which is empty.
  return Object.defineProperty([] as Path[], 'keyed', { get: () => ({ get }), set: () => undefined });
}

/** What a process hands to the pages that it renders. */
export function handed(): Handed {
  const shared = globalThis as { broadsheetHanded?: Handed };
  return (shared.broadsheetHanded ??= { turn: 0 });
}

interface Handed {
  entries?: Entries | undefined;
  /** Has pages look again at what is handed over. */
  renew?: () => void;
  /** Ends the reading of what is saved. */
  unwatch?: () => void;
  /** Articles, in the place of those in the entries, of which most is read when it is asked for. */
  articles?: readonly object[] | undefined;
  /** Whether what was made of them is to be made again, since it takes memory. */
  forgets?: boolean | undefined;
  /** Paths of the articles whose own files alone are asked for. */
  only?: ReadonlySet<string> | undefined;
  /** In how many articles a word is that tells what they are about, where it is known. */
  holders?: ((word: string) => number) | undefined;
  /** Books that were made for the last publication, with the keys of their pages, by the address of their record. */
  booksAt?: ((address: string) => Record<string, { key: string }>) | undefined;
  /** The year of which a volume is built, where the paper is not published. */
  volume?: string | undefined;
  /** Whether templates are bundled alone: nothing is read of what is filed, and nothing rendered. */
  bundling?: boolean | undefined;
  /** The instant that the paper is rendered as of, where several render it. */
  asOf?: string | undefined;
  /** What loaders have read, for the press to keep. */
  read?: object | undefined;
  /** Another whenever they are to be read again. */
  turn: number;
}

/** Where Astro keeps the bundle of which it renders pages, from the folder into which it builds. */
const bundleFolder = '.prerender';

/** Whether a file of such a bundle is the one that others are loaded by. */
const isEntry = (name: string) => name.startsWith('prerender-entry');

/**
 * Takes the bundle of pages from a build, while it is at work, into a folder of its own: as one file, since to load a hundred takes twice
 * as long. Packages stay what they are, and where they are.
 */
export async function copyBundle(outDir: string, folder: string): Promise<void> {
  const from = path.join(outDir, bundleFolder);
  const ofVite = createRequire(import.meta.resolve('vite/package.json'));
  const { rolldown } = (await import(
    /* @vite-ignore */ pathToFileURL(ofVite.resolve('rolldown')).href
  )) as typeof Rolldown;
  const bundle = await rolldown({
    input: readdirSync(from)
      .filter(isEntry)
      .map((name) => path.join(from, name)),
    platform: 'node',
    logLevel: 'silent',
    treeshake: false,
    external: (id) => !path.isAbsolute(id) && !id.startsWith('.'),
  });
  await bundle.write({ dir: folder, entryFileNames: '[name].mjs', codeSplitting: false });
  await bundle.close();
}

interface Sheet {
  type: 'inline' | 'external';
}

type RouteData = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number]['route'];

/** A module of pages. */
interface PageModule {
  getStaticPaths?(options: object): StaticPath[] | Promise<StaticPath[]>;
  /** With what makes the text of its files, where the route says it (`src/pages/_text-route.ts`). */
  GET?: { text?: (props: object) => string | Promise<string> };
}

interface StaticPath {
  params: Record<string, unknown>;
  readonly props?: object;
  readonly cacheKey?: string | number;
}

interface BuiltApp {
  routeCache: { clearAll(): void; set(route: RouteData, entry: object): void };
  manifest: { trailingSlash: string; routes: { styles: Sheet[]; routeData: RouteData }[] };
  getComponentByRoute(route: RouteData): Promise<PageModule>;
  setInternals(internals: { pagesByKeys: Map<string, unknown> }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: unknown }): Promise<Response>;
}

/** A path as Astro lists it, with the route that makes it. */
export interface ListedPath {
  pathname: string;
  route: RouteData;
  /** Whether the route has this one path, and no key of it. */
  isFixed: boolean;
  /** Made when it is asked for. */
  readonly cacheKey: string | undefined;
}

/** Of a class, since an object that is given accessors of its own takes ten times the memory, and there are tens of thousands. */
class KeyedPath implements ListedPath {
  readonly pathname: string;
  readonly route: RouteData;
  readonly isFixed = false;
  readonly #item: StaticPath;

  constructor(pathname: string, route: RouteData, item: StaticPath) {
    this.pathname = pathname;
    this.route = route;
    this.#item = item;
  }

  get cacheKey(): string | undefined {
    const { cacheKey } = this.#item;
    return cacheKey === undefined ? undefined : String(cacheKey);
  }

  get props(): object {
    return this.#item.props ?? {};
  }
}

/** Renders pages from a bundle that a build has left, as that build did. */
export interface Renderer {
  /**
   * Every path of every route, or of those alone that have one at some of these addresses. What a page shows is not made for that.
   * @param addresses without a slash at the end
   */
  paths(addresses?: readonly string[]): Promise<ListedPath[]>;
  /** @returns its text, where that is all that there is of it */
  render(url: URL, path: ListedPath): Promise<Response | string>;
}

/**
 * @param folder into which the bundle was copied
 * @param base the path that all addresses begin with, as Astro is told it
 */
export async function rendererOf(folder: string, base: string): Promise<Renderer> {
  const [entry = ''] = readdirSync(folder).filter(isEntry);
  await takeImages(base);
  digestHere();
  const { app } = (await import(/* @vite-ignore */ pathToFileURL(path.join(folder, entry)).href)) as { app: BuiltApp };
  const { stringifyParams } = (await inside('core/routing/params.js')) as {
    stringifyParams: (params: object, route: RouteData, trailingSlash: string) => string;
  };
  const { getRouteGenerator } = (await inside('core/routing/generator.js')) as {
    getRouteGenerator: (segments: RouteData['segments'], trailingSlash: string) => (params: object) => string;
  };
  const { trailingSlash } = app.manifest;
  /** What makes the path of a route from plain parameters; Astro's own way makes that of each path again. */
  const makerOf = (route: RouteData) => {
    const isFile = route.type === 'endpoint' && /\/[^/]+\.\w+$/.test(route.route);
    const plain = getRouteGenerator(route.segments, isFile ? 'never' : trailingSlash);
    return (params: StaticPath['params']) =>
      Object.values(params).every((value) => typeof value === 'string' && !/^\/|\/$/.test(value))
        ? plain(params)
        : stringifyParams(params, route, trailingSlash);
  };
  const pathsOf = async (route: RouteData): Promise<ListedPath[]> => {
    if (route.pathname) return [{ pathname: route.pathname, route, isFixed: true, cacheKey: undefined }];
    const mod = await app.getComponentByRoute(route);
    const items = (await mod.getStaticPaths?.({ paginate: noPages, routePattern: route.route })) ?? [];
    const pathOf = makerOf(route);
    const keyed = new Map(items.map((item) => [pathOf(item.params), item]));
    // Where Astro looks up what a page is made with.
    app.routeCache.set(route, { mod, staticPaths: Object.assign([], { keyed }) });
    return Array.from(keyed, ([pathname, item]) => new KeyedPath(pathname, route, item));
  };
  const pages = app.manifest.routes.map(({ styles, routeData }) => [
    `${routeData.route}&${routeData.component}`,
    { styles: styles.map((sheet, order) => ({ sheet, order, depth: 0 })) },
  ]);
  app.setInternals({ pagesByKeys: new Map(pages as [string, unknown][]) });
  const quiet = { write: () => true };
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: quiet } } });
  return {
    paths: async (addresses) => {
      const isAsked = ({ pathname, pattern }: RouteData) =>
        !addresses || pathname || addresses.some((each) => pattern.test(each) || pattern.test(`${each}/`));
      app.routeCache.clearAll();
      (staticImages() as Map<string, StaticImage>).clear();
      const all: ListedPath[] = [];
      for (const { routeData } of app.manifest.routes)
        if (routeData.prerender && isAsked(routeData)) for (const each of await pathsOf(routeData)) all.push(each);
      return all;
    },
    render: async (url, path) => {
      const routeData = path.route;
      if (path instanceof KeyedPath && routeData.type === 'endpoint') {
        const { GET } = await app.getComponentByRoute(routeData);
        if (GET?.text) return GET.text(path.props);
      }
      return app.render(new Request(url), { routeData });
    },
  };
}

/**
 * Has digests made where they are asked for. For the policy of a page Astro asks for one of each of its styles; the web's own way makes it in
 * another thread, and to wait for that takes longer than to make it.
 */
function digestHere(): void {
  const { subtle } = globalThis.crypto;
  if (Object.hasOwn(subtle, 'digest')) return;
  const elsewhere = subtle.digest.bind(subtle);
  subtle.digest = (algorithm, data) => {
    if (algorithm !== 'SHA-256' || !(data instanceof Uint8Array)) return elsewhere(algorithm, data);
    return Promise.resolve(new Uint8Array(createHash('sha256').update(data).digest()).buffer);
  };
}

/** A paper's own pages that are cut in pages by Astro are built by Astro. */
function noPages(): never {
  throw new Error('Pages that Astro cuts are not rendered from a bundle.');
}

let known = new Map<string, StaticImage>();

/** The same of all that pages have asked for in this process. */
export function knownImages(): ReadonlyMap<string, StaticImage> {
  return known;
}

/** Has astro:assets note in this process what it is asked for, as it does in a build. */
async function takeImages(base: string): Promise<void> {
  const { hashTransform, propsToFilename } = (await inside('assets/utils/hash.js')) as {
    hashTransform: (options: object, service: string, properties: string[]) => string;
    propsToFilename: (file: string, options: object, hash: string) => string;
  };
  known = new Map();
  const addStaticImage = (
    options: { src: { src: string } },
    properties: string[],
    originalSrcPath: string | undefined,
  ): string => {
    const original = options.src.src;
    const hash = hashTransform(options, imageService, properties);
    const finalPath = propsToFilename(original, options, hash);
    note(original, { originalSrcPath, transforms: new Map([[hash, { finalPath, transform: options }]]) });
    return encodeURI(base.replace(/\/$/, '') + finalPath);
  };
  const shared = globalThis as { astroAsset?: object };
  shared.astroAsset = { referencedImages: new Set(), staticImages: new Map<string, StaticImage>(), addStaticImage };
}

/** Takes in what pages that were rendered elsewhere have asked for. */
export function noteImages(images: ReadonlyMap<string, StaticImage>): void {
  for (const [original, image] of images) note(original, image);
}

function note(original: string, { originalSrcPath, transforms }: StaticImage): void {
  for (const list of [staticImages() as Map<string, StaticImage>, known]) {
    const image: StaticImage = list.get(original) ?? { originalSrcPath, transforms: new Map() };
    list.set(original, image);
    for (const [hash, encoding] of transforms) if (!image.transforms.has(hash)) image.transforms.set(hash, encoding);
  }
}

/** What encodes pictures. */
export const imageService = 'astro/assets/services/sharp';

/** Encodes a picture as astro:assets does in a build. */
export async function encodedImage(
  bytes: Buffer,
  transform: { src: { src: string } },
  settings: AstroConfig['image'],
): Promise<Uint8Array> {
  const { default: service } = (await import(/* @vite-ignore */ imageService)) as { default: LocalImageService };
  const options = { ...transform, src: transform.src.src };
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return (await service.transform(bytes, options, settings, logger)).data;
}

/** A module of Astro's that others are not meant to load. */
function inside(file: string): Promise<unknown> {
  return import(/* @vite-ignore */ new URL(`dist/${file}`, import.meta.resolve('astro/package.json')).href);
}
