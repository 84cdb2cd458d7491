import type { Loader, LoaderContext } from 'astro/loaders';
import path from 'node:path';
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
import {
  articleFile,
  contributorEntries,
  copyEntries,
  folderEntries,
  KeptCopies,
  pageFile,
  publicationEntries,
  tellWarnings,
  type folders,
} from './entries.ts';

// The collections of a paper are loaded side by side: what one of them has read of pictures serves the others.
const desks = new Map<string, { pictures: PictureDesk; filed: KeptCopies }>();

function desksOf(root: string) {
  const known = desks.get(root) ?? { pictures: new PictureDesk(root), filed: new KeptCopies(root) };
  desks.set(root, known);
  return known;
}

/**
 * Content loader for the articles. The store keeps front matter and names of files, never a body:
 * the page that shows an article reads its body.
 * @param article what reads the front matter
 * @param blocks of the paper's own
 * @throws EditorialError with every mistake in the whole of `content/`; while a paper is watched they are logged instead,
 * and articles stay as they last were right.
 */
export function articlesLoader(article: ArticleSchema, blocks: OwnBlocks): Loader & { blocks: OwnBlocks } {
  return {
    name: 'articles',
    // For commands, which read the paper without it.
    blocks,
    load: (context) =>
      loadAndWatch(context, async ({ store, config }) => {
        const root = fileURLToPath(config.root);
        const { pictures, filed } = desksOf(root);
        const paper = await readPaper({
          root,
          bodies: bodiesFolder(config.cacheDir),
          article,
          blocks,
          pictures,
          previous: (name) => filed.get(name),
        });
        const isWrong = mistakesIn(paper.problems).length > 0;
        if (isWrong && !context.watcher) throw new EditorialError(paper.problems);
        fill('articles', store, copyEntries(paper.articles.copies, articleFile));
        if (isWrong) throw new EditorialError(paper.problems);
        filed.keep(paper.articles.copies);
        removeOthers(store, paper.articles.copies);
        tellWarnings(paper);
      }),
  };
}

/** Content loader for static pages, kept as articles are; the articles' loader tells what is wrong with them. */
export function pagesLoader(blocks: OwnBlocks): Loader {
  return {
    name: 'pages',
    load: (context) =>
      loadAndWatch(context, async ({ store, config }) => {
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
    load: (context) =>
      loadAndWatch(context, async ({ store, config }) => {
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
    load: (context) =>
      loadAndWatch(context, ({ store, config }) => {
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
    load: (context) =>
      loadAndWatch(context, ({ store, config }) => {
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

async function loadAndWatch(
  context: LoaderContext,
  load: (context: LoaderContext) => void | Promise<void>,
): Promise<void> {
  const { watcher, config, logger } = context;
  if (!watcher) return load(context);
  const tell = (error: unknown) => {
    if (!(error instanceof EditorialError)) throw error;
    logger.error(`\n\n${error.message}\n`);
  };
  const again = async () => {
    try {
      await load(context);
    } catch (error) {
      tell(error);
    }
  };
  const content = path.join(fileURLToPath(config.root), 'content') + path.sep;
  let timer: NodeJS.Timeout | undefined;
  const soon = (file: string) => {
    if (!file.startsWith(content)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void again(), 50);
  };
  watcher.add(content);
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, soon);
  return again();
}
