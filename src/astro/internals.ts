import type { AstroConfig, AstroPrerenderer, ImageMetadata, LocalImageService } from 'astro';
import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
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

interface StaticImage {
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
  apply: 'build',
  enforce: 'pre',
  // Before Astro's own, which is asked first otherwise.
  resolveId: { order: 'pre', handler: (id) => (id === store && handed().entries ? '\0handed-entries' : undefined) },
  load: (id) => (id === '\0handed-entries' ? 'export default globalThis.broadsheetHanded.entries;' : undefined),
};

const store = 'astro:data-layer-content';

/** What a process hands to the pages that it renders. */
export function handed(): Handed {
  const shared = globalThis as { broadsheetHanded?: Handed };
  return (shared.broadsheetHanded ??= { turn: 0 });
}

interface Handed {
  entries?: Entries | undefined;
  /** Another whenever they are to be read again. */
  turn: number;
}

/** Where Astro keeps the bundle of which it renders pages, from the folder into which it builds. */
const bundleFolder = '.prerender';

/** Takes the bundle of pages from a build, while it is at work, into a folder of its own. */
export function copyBundle(outDir: string, folder: string): void {
  cpSync(path.join(outDir, bundleFolder), folder, { recursive: true });
}

interface Sheet {
  type: 'inline' | 'external';
}

interface BuiltApp {
  routeCache: { clearAll(): void };
  manifest: { routes: { styles: Sheet[]; routeData: { route: string; component: string } }[] };
  setInternals(internals: { pagesByKeys: Map<string, unknown> }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: unknown }): Promise<Response>;
}

/** A path as Astro lists it, with the route that makes it. */
export type ListedPath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** Renders pages from a bundle that a build has left, as that build did. */
export interface Renderer {
  paths(): Promise<ListedPath[]>;
  render(url: URL, route: ListedPath['route']): Promise<Response>;
}

/** @param folder into which the bundle was copied */
export async function rendererOf(folder: string): Promise<Renderer> {
  const [entry = ''] = readdirSync(folder).filter((name) => name.startsWith('prerender-entry'));
  await takeImages();
  const { app } = (await import(pathToFileURL(path.join(folder, entry)).href)) as { app: BuiltApp };
  const { StaticPaths } = (await inside('runtime/prerender/static-paths.js')) as {
    StaticPaths: new (app: BuiltApp) => { getAll(): Promise<ListedPath[]> };
  };
  const pages = app.manifest.routes.map(({ styles, routeData }) => [
    `${routeData.route}&${routeData.component}`,
    { styles: styles.map((sheet, order) => ({ sheet, order, depth: 0 })) },
  ]);
  app.setInternals({ pagesByKeys: new Map(pages as [string, unknown][]) });
  const quiet = { write: () => true };
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: quiet } } });
  return {
    paths: () => {
      app.routeCache.clearAll();
      (staticImages() as Map<string, StaticImage>).clear();
      return new StaticPaths(app).getAll();
    },
    render: (url, routeData) => app.render(new Request(url), { routeData }),
  };
}

let known = new Map<string, StaticImage>();

/** The same of all that pages have asked for in this process. */
export function knownImages(): ReadonlyMap<string, StaticImage> {
  return known;
}

/** Has astro:assets note in this process what it is asked for, as it does in a build. */
async function takeImages(): Promise<void> {
  const { hashTransform, propsToFilename } = (await inside('assets/utils/hash.js')) as {
    hashTransform: (options: object, service: string, properties: string[]) => string;
    propsToFilename: (file: string, options: object, hash: string) => string;
  };
  const images = new Map<string, StaticImage>();
  known = new Map();
  const addStaticImage = (
    options: { src: { src: string } },
    properties: string[],
    originalSrcPath: string | undefined,
  ): string => {
    const original = options.src.src;
    const hash = hashTransform(options, imageService, properties);
    const finalPath = propsToFilename(original, options, hash);
    for (const list of [images, known]) {
      const image: StaticImage = list.get(original) ?? { originalSrcPath, transforms: new Map() };
      list.set(original, image);
      if (!image.transforms.has(hash)) image.transforms.set(hash, { finalPath, transform: options });
    }
    return encodeURI(finalPath);
  };
  const shared = globalThis as { astroAsset?: object };
  shared.astroAsset = { referencedImages: new Set(), staticImages: images, addStaticImage };
}

/** What encodes pictures. */
export const imageService = 'astro/assets/services/sharp';

/** Encodes a picture as astro:assets does in a build. */
export async function encodedImage(
  bytes: Buffer,
  transform: { src: { src: string } },
  settings: AstroConfig['image'],
): Promise<Uint8Array> {
  const { default: service } = (await import(imageService)) as { default: LocalImageService };
  const options = { ...transform, src: transform.src.src };
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return (await service.transform(bytes, options, settings, logger)).data;
}

/** A module of Astro's that others are not meant to load. */
function inside(file: string): Promise<unknown> {
  return import(new URL(`dist/${file}`, import.meta.resolve('astro/package.json')).href);
}
