import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { handed, noteImages, orders, type Entries, type ListedPath } from '../astro/internals.ts';
import { engineFile } from '../filing/engine.ts';
import { hasOwnWords } from '../newsroom/words.ts';
import { currentInstant } from '../filing/now.ts';
import type { FiledAs } from './filed-as.ts';
import type { Given, Told } from './hand.ts';
import type { Work } from './page.ts';
import type { Asked, PressRun } from './press-run.ts';

/** Fewer pages than these one renders in less time than others take to begin. */
const many = 400;
/** Pages that are taken at once, at most. */
const batch = 500;
/** More would hold more in memory than they save time. */
const most = 4;

interface Paper extends Pick<Given, 'folder' | 'root' | 'address' | 'next' | 'only'> {
  entries: Entries;
  articles: readonly FiledAs[];
}

/** Shares pages out among threads, each of which renders with a bundle of its own, as many as the machine does at once. */
export class Hands {
  readonly #paper: Paper;

  constructor(paper: Paper) {
    this.#paper = paper;
  }

  /**
   * Has pages rendered and taken by a run.
   * @param own renders one here, and has it taken
   */
  async share<T extends Asked & ListedPath>(
    pages: readonly T[],
    run: PressRun,
    own: (page: T) => Promise<void>,
  ): Promise<void> {
    const isLarge = Math.min(pages.length, this.#paper.only?.size ?? many) >= many;
    const others = isLarge ? Math.min(availableParallelism(), most) - 1 : 0;
    const batches = others > 0 ? batchesOf(pages) : [pages];
    const threads = others > 0 ? this.#begin(others) : [];
    try {
      const shares = threads.map((thread) => this.#workOff(thread, () => batches.pop(), run));
      // While this one renders, one that fails is not to end the process.
      for (const share of shares) share.catch(() => undefined);
      for (let next = batches.shift(); next; next = batches.shift()) {
        for (const page of next) {
          await own(page);
          if (others > 0) await turn();
        }
      }
      await Promise.all(shares);
    } finally {
      await Promise.all(threads.map((thread) => thread.terminate()));
    }
  }

  #begin(count: number): Worker[] {
    const { articles, entries, folder, root, address, next, only } = this.#paper;
    const copies = articles.map(({ data }) => Buffer.from(JSON.stringify(data)));
    const shared = new Uint8Array(new SharedArrayBuffer(copies.reduce((sum, { length }) => sum + length, 0)));
    let end = 0;
    const filed: Given['articles'] = articles.map(({ id, listing }, index) => {
      const from = end;
      shared.set(copies[index] ?? [], from);
      end += copies[index]?.length ?? 0;
      return [id, listing, from, end];
    });
    const given: Given = {
      ...{ folder, root, address, next, only },
      entries: new Map([...entries].filter(([name]) => name !== 'articles')),
      articles: filed,
      copies: shared,
      asOf: handed().asOf ?? currentInstant(),
      hasWords: hasOwnWords(),
    };
    return Array.from({ length: count }, () => new Worker(engineFile('press/hand.ts'), { workerData: given }));
  }

  async #workOff(thread: Worker, take: () => readonly Asked[] | undefined, run: PressRun): Promise<void> {
    const failed = new Promise<never>((_, reject) => {
      thread.on('error', reject).on('exit', () => reject(new Error('A thread that renders has ended.')));
    });
    const ask = (work: Work[]) => {
      thread.postMessage(work);
      return Promise.race([failed, new Promise<Told>((resolve) => thread.once('message', resolve))]);
    };
    failed.catch(() => undefined);
    for (let next = take(); next; next = take())
      for (const { pathname, key, found } of (await ask(next.map((page) => run.workOf(page)))).made) {
        run.begins({ pathname, cacheKey: key });
        if (found) run.takeNote(pathname, found);
      }
    const { all } = await ask([]);
    if (!all) return;
    run.takeNames(all.names);
    noteImages(all.images);
    for (const [address, card] of all.cards) orders().cards.set(address, card);
    for (const [address, film] of all.films) orders().films.set(address, film);
  }
}

/** Pages in batches, from the oldest to the newest as far as their places tell: what is made of an article serves all that show it. */
function batchesOf<T extends Asked & ListedPath>(pages: readonly T[]): T[][] {
  // Documents of a feed are numbered with time, and routes list articles in their order.
  const lists = Map.groupBy(
    pages,
    ({ pathname, route }) => route.route + (/^.*\/feed\/(?=\d+\.)/.exec(pathname)?.[0] ?? ''),
  );
  const placed = [...lists.values()].flatMap((list) => list.map((page, index) => ({ page, at: index / list.length })));
  const sorted = placed.sort((a, b) => a.at - b.at).map(({ page }) => page);
  const size = Math.min(batch, Math.ceil(sorted.length / 16));
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, index) =>
    sorted.slice(index * size, (index + 1) * size),
  );
}
