import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { folders } from './entries.ts';
import type { OwnBlocks } from '../body/own-blocks.ts';
import type { ArticleSchema } from '../schema/article.ts';

/** Those of `broadsheetCollections`, as far as they are read here. */
interface Collections {
  articles: { schema: { shape: { filed: ArticleSchema } }; loader: { blocks: OwnBlocks } };
}

const ours = ['publication', ...folders, 'contributors', 'pages', 'articles'];

/**
 * What reads the front matter of a paper's articles, and the blocks of its own, by the collections that its builds have; nothing where
 * it has none, which leaves the fields and blocks that every paper has. The paper's words are those of this process from then on.
 * `isWhole` says whether these are all of its collections.
 */
export async function filedBy(
  root: string,
): Promise<{ article?: ArticleSchema; blocks?: OwnBlocks; isWhole: boolean }> {
  const file = ['ts', 'mts', 'js', 'mjs']
    .map((ending) => path.join(root, `src/content.config.${ending}`))
    .find(existsSync);
  if (file === undefined) return { isWhole: false };
  const { collections } = (await import(pathToFileURL(file).href)) as { collections?: Collections };
  if (!collections) return { isWhole: false };
  const { schema, loader } = collections.articles;
  const isWhole = Object.keys(collections).every((name) => ours.includes(name));
  return { article: schema.shape.filed, blocks: loader.blocks, isWhole };
}
