import type { Loader, LoaderContext } from 'astro/loaders';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EditorialError, readArticles, readPaperData, type FiledCopy } from '../desk/paper.ts';
import { bodiesFolder } from '../markdown/body-cache.ts';
import { digestOf } from '../newsroom/digest.ts';

/**
 * Content loader for the articles. The store keeps front matter and names of files, never a body:
 * the page that shows an article reads its body.
 * @throws EditorialError with every mistake in the whole of `content/`; while a paper is watched they are logged instead,
 * and articles stay as they last were right.
 */
export function articlesLoader(): Loader {
  return {
    name: 'articles',
    load: (context) =>
      loadAndWatch(context, async ({ store, config }) => {
        const root = fileURLToPath(config.root);
        const data = readPaperData(root);
        const previous = (id: string) => {
          const entry = store.get<FiledCopy & Record<string, unknown>>(id);
          return entry?.digest ? { copy: entry.data, digest: String(entry.digest) } : undefined;
        };
        const { articles, problems } = await readArticles({
          root,
          data,
          previous,
          bodies: bodiesFolder(config.cacheDir),
        });
        const all = [...data.problems, ...problems];
        if (all.length > 0 && !context.watcher) throw new EditorialError(all);
        for (const [id, { copy, digest }] of articles) {
          // The store leaves an entry of the same digest as it is, and a picture changes under the same text.
          if (store.get<FiledCopy & Record<string, unknown>>(id)?.data !== copy) store.delete(id);
          store.set({ id, data: { ...copy }, filePath: `content/articles/${id}/index.md`, digest });
        }
        if (all.length > 0) throw new EditorialError(all);
        removeOthers(store, articles);
      }),
  };
}

/** Content loader for a folder of YAML files; the articles' loader tells what is wrong with them. */
export function folderLoader(folder: 'sections' | 'topics' | 'contributors' | 'related'): Loader {
  return {
    name: folder,
    load: (context) =>
      loadAndWatch(context, ({ store, config }) => {
        const entries = readPaperData(fileURLToPath(config.root))[folder];
        for (const [id, data] of entries)
          store.set({ id, data, filePath: `content/${folder}/${id}.yaml`, digest: digestOf(JSON.stringify(data)) });
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

function removeOthers(store: LoaderContext['store'], kept: ReadonlyMap<string, unknown>) {
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
