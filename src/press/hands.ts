import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { noteImages, orders, type Entries, type ListedPath } from '../astro/internals.ts';
import { engineFile } from '../filing/engine.ts';
import { hasOwnWords } from '../newsroom/words.ts';
import { currentInstant } from '../filing/now.ts';
import type { FiledAs } from './filed-as.ts';
import type { Given, Told } from './hand.ts';
import type { Work } from './page.ts';
import type { Asked, PressRun } from './press-run.ts';

/** Fewer pages than these one renders in less time than others take to begin. */
const many = 400;
/** Pages that are taken at once: with its own, an article has its forms. */
const batch = 24;
/** More would hold more in memory than they save time. */
const most = 4;

type Paper = Pick<Given, 'folder' | 'root' | 'address' | 'next'> & { entries: Entries; articles: readonly FiledAs[] };

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
    const others = pages.length < many ? 0 : Math.min(availableParallelism(), most) - 1;
    const { lists, stories } = batchesOf(pages);
    const threads = others > 0 ? this.#begin(others) : [];
    try {
      // Feeds hold texts that were made for other feeds: they stay in one thread as long as there is something else for the others.
      const shares = threads.map((thread) => this.#workOff(thread, () => stories.shift() ?? lists.pop(), run));
      // While this one renders, one that fails is not to end the process.
      for (const share of shares) share.catch(() => undefined);
      for (let next = lists.shift() ?? stories.pop(); next; next = lists.shift() ?? stories.pop()) {
        for (const page of next) await own(page);
        if (others > 0) await turn();
      }
      await Promise.all(shares);
    } finally {
      await Promise.all(threads.map((thread) => thread.terminate()));
    }
  }

  #begin(count: number): Worker[] {
    const { articles, entries, folder, root, address, next } = this.#paper;
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
      ...{ folder, root, address, next },
      entries: new Map([...entries].filter(([name]) => name !== 'articles')),
      articles: filed,
      copies: shared,
      asOf: currentInstant(),
      hasWords: hasOwnWords(),
    };
    return Array.from({ length: count }, () => new Worker(engineFile('press/hand.ts'), { workerData: given }));
  }

  async #workOff(thread: Worker, take: () => Asked[] | undefined, run: PressRun): Promise<void> {
    const ask = (work: Work[]) =>
      new Promise<Told>((resolve, reject) => {
        const done = (told: Told) => (thread.off('error', reject), resolve(told));
        thread.once('message', done).once('error', reject);
        thread.postMessage(work);
      });
    for (let next = take(); next; next = take())
      for (const { pathname, key, found } of (await ask(next.map((page) => run.workOf(page)))).made) {
        run.begins(pathname, key);
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

/** Pages in batches: those of articles, which have all of one in the same, as what it shows is made once, and all others. */
function batchesOf<T extends Asked>(pages: readonly T[]): { stories: T[][]; lists: T[][] } {
  const ofArticle = ({ pathname }: T) => /^\/(\d{4}\/\d\d\/\d\d\/[^/]+)/.exec(pathname)?.[1] ?? '';
  const groups = Map.groupBy(pages, ofArticle);
  const lists = (groups.get('') ?? []).map((page) => [page]);
  groups.delete('');
  const stories: T[][] = [];
  for (const group of groups.values()) {
    const last = stories.at(-1);
    if (last && last.length < batch) last.push(...group);
    else stories.push([...group]);
  }
  return { stories, lists };
}
