import type { ImageMetadata } from 'astro';
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
  transforms: Map<string, { finalPath: string }>;
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
