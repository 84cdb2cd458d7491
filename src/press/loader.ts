import type { Loader, LoaderContext } from 'astro/loaders';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CopyDesk, type Copy, type Kept } from '../filing/copies.ts';
import { readPaper } from '../checks/paper.ts';
import { pageKind } from '../filing/page-file.ts';
import { readPaperData } from '../filing/paper-data.ts';
import type { StampedPicture } from '../filing/picture-reading.ts';
import { PictureDesk } from '../filing/pictures.ts';
import { readPortraits } from '../filing/portraits.ts';
import { digestOfEngine } from '../filing/sources.ts';
import { bodiesFolder } from '../body/body-cache.ts';
import type { OwnBlocks } from '../body/own-blocks.ts';
import { digestOf } from '../newsroom/digest.ts';
import type { ArticleSchema } from '../schema/article.ts';
import { EditorialError, mistakesIn, problemCount, problemReport } from '../newsroom/problem.ts';

// The collections of a paper are loaded side by side: what one of them has read of pictures serves the others.
const pictureDesks = new Map<string, PictureDesk>();

function pictureDeskOf(root: string): PictureDesk {
  const desk = pictureDesks.get(root) ?? new PictureDesk(root);
  pictureDesks.set(root, desk);
  return desk;
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
        const { articles, problems } = await readPaper({
          root,
          bodies: bodiesFolder(config.cacheDir),
          article,
          blocks,
          pictures: pictureDeskOf(root),
          previous: keptIn(store),
        });
        const isWrong = mistakesIn(problems).length > 0;
        if (isWrong && !context.watcher) throw new EditorialError(problems);
        keep(store, articles.copies, (id) => `content/articles/${id}/index.md`);
        if (isWrong) throw new EditorialError(problems);
        removeOthers(store, articles.copies);
        if (problems.length > 0) console.warn(`\n${problemReport(problems)}\n\n${problemCount(problems)}\n`);
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
        const pictures = pictureDeskOf(root);
        const { publication } = readPaperData(root);
        const desk = new CopyDesk({ root, bodies: bodiesFolder(config.cacheDir), pictures, publication, blocks });
        const { copies } = await desk.read(pageKind, keptIn(store));
        keep(store, copies, (id) => `content/pages/${id}.md`);
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
        const pictures = pictureDeskOf(root);
        const version = digestOfEngine(['schema', 'filing']);
        const { contributors } = readPaperData(root);
        const digest = (filed: object, portrait?: StampedPicture) =>
          digestOf(version, JSON.stringify(filed), portrait?.stamp ?? '');
        for (const [id, filed] of contributors) {
          const before = store.get<{ portrait?: StampedPicture }>(id);
          const portrait = before?.data.portrait;
          if (portrait && before.digest === digest(filed, portrait)) pictures.remember(portrait);
        }
        const { portraits } = await readPortraits({ root, contributors, pictures });
        for (const [id, filed] of contributors) {
          const portrait = portraits.get(id);
          const filePath = `content/contributors/${id}.yaml`;
          store.set({ id, data: { filed, portrait }, filePath, digest: digest(filed, portrait) });
        }
        removeOthers(store, contributors);
      }),
  };
}

/** Content loader for a folder of YAML files; the articles' loader tells what is wrong with them. */
export function folderLoader(folder: 'sections' | 'topics' | 'related' | 'fronts'): Loader {
  return {
    name: folder,
    load: (context) =>
      loadAndWatch(context, ({ store, config }) => {
        const entries = readPaperData(fileURLToPath(config.root))[folder];
        for (const [id, data] of entries)
          store.set({
            id,
            data: { ...data },
            filePath: `content/${folder}/${id}.yaml`,
            digest: digestOf(JSON.stringify(data)),
          });
        removeOthers(store, entries);
      }),
  };
}

/** Content loader for `content/publication.yaml`: one entry, "publication". */
export function publicationLoader(): Loader {
  return {
    name: 'publication',
    load: (context) =>
      loadAndWatch(context, ({ store, config }) => {
        const { publication: data } = readPaperData(fileURLToPath(config.root));
        if (data)
          store.set({
            id: 'publication',
            data,
            filePath: 'content/publication.yaml',
            digest: digestOf(JSON.stringify(data)),
          });
      }),
  };
}

type Store = LoaderContext['store'];

/** What a store holds of a copy from an earlier build. */
function keptIn<Fields>(store: Store): (id: string) => Kept<Fields> | undefined {
  return (id) => {
    const entry = store.get<Copy<Fields> & Record<string, unknown>>(id);
    return entry?.digest ? { copy: entry.data, digest: String(entry.digest) } : undefined;
  };
}

function keep<Fields>(store: Store, copies: ReadonlyMap<string, Kept<Fields>>, fileOf: (id: string) => string) {
  for (const [id, { copy, digest }] of copies) {
    // The store leaves an entry of the same digest as it is, and a picture changes under the same text.
    if ((store.get(id)?.data as unknown) !== copy) store.delete(id);
    store.set({ id, data: { ...copy }, filePath: fileOf(id), digest });
  }
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
