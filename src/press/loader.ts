import type { Loader, LoaderContext } from 'astro/loaders';
import { fileURLToPath } from 'node:url';
import { handed, type Entry } from '../astro/internals.ts';
import { CopyDesk } from '../filing/copies.ts';
import { readPaper } from '../checks/paper.ts';
import { pageKind } from '../filing/page-file.ts';
import { readPaperData } from '../filing/paper-data.ts';
import { PictureDesk } from '../filing/pictures.ts';
import { readPortraits } from '../filing/portraits.ts';
import { bodiesFolder } from '../body/body-cache.ts';
import type { OwnBlocks } from '../body/own-blocks.ts';
import type { ArticleSchema } from '../schema/article.ts';
import { EditorialError, mistakesIn } from '../newsroom/problem.ts';
import { PressIndex } from './press-index.ts';
import type { Read } from './press-run.ts';
import { changedStamps, stampsOf } from '../filing/stamps.ts';
import {
  articleFile,
  contributorEntries,
  copyEntries,
  folderEntries,
  pageFile,
  publicationEntries,
  readOf,
  tellWarnings,
  type folders,
} from './entries.ts';
import { watchPaper } from './watched-paper.ts';

// The collections of a paper are loaded side by side: what one of them has read of pictures serves the others.
const desks = new Map<string, { pictures: PictureDesk }>();

function desksOf(root: string) {
  const known = desks.get(root) ?? { pictures: new PictureDesk(root) };
  desks.set(root, known);
  return known;
}

/**
 * Content loader for the articles. The store keeps front matter and names of files, never a body:
 * the page that shows an article reads its body. Where the paper is written it reads all of it, for all collections (`watched-paper.ts`).
 * @param article what reads the front matter
 * @param blocks of the paper's own
 * @throws EditorialError with every mistake in the whole of `content/`, where it builds
 */
export function articlesLoader(article: ArticleSchema, blocks: OwnBlocks): Loader & { blocks: OwnBlocks } {
  return {
    name: 'articles',
    // For commands, which read the paper without it.
    blocks,
    load: async ({ store, config, watcher, logger }) => {
      if (handed().bundling) return;
      const root = fileURLToPath(config.root);
      const { pictures } = desksOf(root);
      if (watcher) return watchPaper({ root, watcher, logger, pictures, filed: { article, blocks } });
      // Before anything is read: what changes meanwhile is looked at the next time.
      const stamps = stampsOf(root);
      const index = new PressIndex(root);
      const published = index.articles();
      const paper = await readPaper({
        root,
        bodies: bodiesFolder(config.cacheDir),
        article,
        blocks,
        pictures,
        previous: (name) => published.get(name),
      });
      if (mistakesIn(paper.problems).length > 0) throw new EditorialError(paper.problems);
      fill('articles', store, copyEntries(paper.articles.copies, articleFile));
      handed().read = { ...readOf(paper, published), seen: changedStamps(index.seen(), stamps) } satisfies Read;
      index.close();
      removeOthers(store, paper.articles.copies);
      tellWarnings(paper);
    },
  };
}

/** Content loader for static pages, kept as articles are; the articles' loader tells what is wrong with them. */
export function pagesLoader(blocks: OwnBlocks): Loader {
  return {
    name: 'pages',
    load: unlessWatched(async ({ store, config }) => {
      const root = fileURLToPath(config.root);
      const { pictures } = desksOf(root);
      const { publication } = readPaperData(root);
      const desk = new CopyDesk({ root, bodies: bodiesFolder(config.cacheDir), pictures, publication, blocks });
      const { copies } = await desk.read(pageKind, () => undefined);
      fill('pages', store, copyEntries(copies, pageFile));
      removeOthers(store, copies);
    }),
  };
}

/** Content loader for contributors and their portraits; the articles' loader tells what is wrong with them. */
export function contributorsLoader(): Loader {
  return {
    name: 'contributors',
    load: unlessWatched(async ({ store, config }) => {
      const root = fileURLToPath(config.root);
      const data = readPaperData(root);
      const { contributors } = data;
      const { portraits } = await readPortraits({ root, contributors, pictures: desksOf(root).pictures });
      fill('contributors', store, contributorEntries(data, portraits));
      removeOthers(store, contributors);
    }),
  };
}

/** Content loader for a folder of YAML files; the articles' loader tells what is wrong with them. */
export function folderLoader(folder: (typeof folders)[number]): Loader {
  return {
    name: folder,
    load: unlessWatched(({ store, config }) => {
      const data = readPaperData(fileURLToPath(config.root));
      fill(folder, store, folderEntries(folder, data));
      removeOthers(store, data[folder]);
    }),
  };
}

/** Content loader for `content/publication.yaml`: one entry, "publication". */
export function publicationLoader(): Loader {
  return {
    name: 'publication',
    load: unlessWatched(({ store, config }) => {
      fill('publication', store, publicationEntries(readPaperData(fileURLToPath(config.root))));
    }),
  };
}

type Store = LoaderContext['store'];

/** Puts entries into the store of a collection, and hands them to the pages where these are to have them from here. */
function fill(collection: string, store: Store, entries: readonly Entry[]): void {
  for (const { id, data, filePath, digest } of entries) {
    // The store leaves an entry of the same digest as it is, and a picture changes under the same text.
    if (store.get(id)?.digest === digest) store.delete(id);
    store.set({ id, data, filePath, digest });
  }
  handed().entries?.set(collection, new Map(entries.map((entry) => [entry.id, entry])));
}

function removeOthers(store: Store, kept: ReadonlyMap<string, unknown>) {
  for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
}

/** Loads what the articles' loader reads itself where the paper is written; templates alone are bundled without. */
function unlessWatched(load: (context: LoaderContext) => void | Promise<void>) {
  return async (context: LoaderContext): Promise<void> => {
    if (!context.watcher && !handed().bundling) await load(context);
  };
}
