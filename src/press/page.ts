import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ListedPath, Renderer } from '../astro/internals.ts';

/** What whoever renders a page has to know of it. */
export interface Work {
  pathname: string;
  /** Where it is to lie, from the site; absent where a public file is published in its place. */
  file: string | undefined;
  /** Whether the addresses that it names are to be there. */
  isNaming: boolean;
}

/** A site to which pages are rendered. Whoever has emptied its folder makes another of these. */
export class RenderedSite {
  readonly #folder: string;
  readonly #made = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Puts a page where it is to lie. */
  put({ file }: Pick<Work, 'file'>, bytes: Buffer): void {
    if (file === undefined) return;
    const place = path.join(this.#folder, file);
    const folder = path.dirname(place);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    writeFileSync(place, bytes);
  }
}

/**
 * A page of a bundle, rendered.
 * @param address what all addresses of the paper begin with; empty where it does not say where it is read
 * @throws where it answers with anything but itself
 */
export async function pageOf(renderer: Renderer, page: ListedPath, address: string): Promise<Buffer> {
  const { pathname } = page;
  const response = await renderer.render(addressOf(page, address), page);
  if (typeof response === 'string') return Buffer.from(response);
  const isAsAsked = response.ok || (response.status === 404 && pathname === '/404');
  if (!isAsAsked || !response.body) throw new Error(`${pathname} answers with ${response.status}.`);
  return Buffer.from(await response.arrayBuffer());
}

/** The path that a paper lies below, as Astro is told it. */
export function below(address: string): string {
  return address ? decodeURI(new URL(`${address}/`).pathname) : '/';
}

/** The address at which Astro renders a path. */
function addressOf({ pathname, route }: ListedPath, address: string): URL {
  const isFile = route.type === 'endpoint' && /\.[^/]+$/.test(pathname);
  return new URL((address || 'http://localhost:4321') + (isFile ? pathname : `${pathname.replace(/\/$/, '')}/`));
}
