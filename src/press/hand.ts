import { parentPort, workerData } from 'node:worker_threads';
import { handed, knownImages, orders, rendererOf, type Entries, type StaticImage } from '../astro/internals.ts';
import type { Copy } from '../filing/copies.ts';
import type { Card } from '../newsroom/card.ts';
import type { Publication } from '../newsroom/article.ts';
import { layAt } from '../newsroom/permalink.ts';
import type { FiledArticle } from '../schema/article.ts';
import type { Listed } from './few-edits.ts';
import { AskedPages } from './asked-pages.ts';
import { FiledAs } from './filed-as.ts';
import { foundIn, type Found } from './found.ts';
import { NamedFiles } from './named-files.ts';
import { below, pageOf, RenderedSite, type Work } from './page.ts';

// A thread that renders pages for another (`hands.ts`): it is asked for some at a time, and, when there are no more, for what they asked for.

/** What it is given. */
export interface Given {
  /** The bundle's. */
  folder: string;
  root: string;
  address: string;
  /** Where pages are to lie. */
  next: string;
  /** Collections but that of articles. */
  entries: Entries;
  /** Articles, with the places of their copies. */
  articles: [id: string, listing: Listed | undefined, from: number, to: number][];
  /** In JSON. */
  copies: Uint8Array;
  /** Paths of the articles whose own files alone are asked for; `undefined` where those of all are. */
  only: ReadonlySet<string> | undefined;
  asOf: string;
  /** Whether the paper has words of its own. */
  hasWords: boolean;
}

/** A page that was rendered. */
export interface Made {
  pathname: string;
  /** That it has of its own. */
  key: string | undefined;
  /** Absent where nobody asks for it. */
  found: Found | undefined;
}

export interface Told {
  made: Made[];
  /** What all of the pages asked for, when there are no more. */
  all?: {
    names: ReadonlyMap<string, string>;
    images: ReadonlyMap<string, StaticImage>;
    cards: ReadonlyMap<string, Card>;
    films: ReadonlyMap<string, string>;
  };
}

const { folder, root, address, next, entries, articles, copies, only, asOf, hasWords } = workerData as Given;
if (hasWords) await (await import('./filed-by.ts')).filedBy(root);
layAt((entries.get('publication')?.get('publication')?.data as unknown as Publication).url);
const copyAt = (from: number, to: number) =>
  JSON.parse(Buffer.from(copies.slice(from, to)).toString()) as Copy<FiledArticle>;
const filed = articles.map(([id, listing, from, to]) => new FiledAs(id, listing, () => copyAt(from, to)));
Object.assign(handed(), { entries, articles: filed, only, asOf });
const renderer = await rendererOf(folder, below(address));
const site = new RenderedSite(next);
const named = new NamedFiles(address);
const pages = new AskedPages(renderer, filed, await renderer.paths());

async function render(work: Work): Promise<Made> {
  const { pathname, file, isNaming } = work;
  const page = await pages.page(pathname);
  const key = page.cacheKey;
  const bytes = await pageOf(renderer, page, address);
  site.put(work, bytes);
  const text = bytes.toString('latin1');
  if (isNaming && file !== undefined) named.read(file, text);
  return { pathname, key, found: foundIn(text) };
}

async function work(asked: readonly Work[]): Promise<Told> {
  const made: Made[] = [];
  for (const each of asked) made.push(await render(each));
  if (asked.length > 0) return { made };
  const { cards, films } = orders();
  return { made, all: { names: named.addresses, images: knownImages(), cards, films } };
}

parentPort?.on('message', (asked: Work[]) => void work(asked).then((told) => parentPort?.postMessage(told)));
