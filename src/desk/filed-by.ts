import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OwnBlocks } from '../body/own-blocks.ts';
import type { ArticleSchema } from '../schema/article.ts';

/** Those of `broadsheetCollections`, as far as they are read here. */
interface Collections {
  articles: { schema: { shape: { filed: ArticleSchema } }; loader: { blocks: OwnBlocks } };
}

/**
 * What reads the front matter of a paper's articles, and the blocks of its own, by the collections that its builds have; nothing where
 * it has none, which leaves the fields and blocks that every paper has. The paper's words are those of this process from then on.
 */
export async function filedBy(root: string): Promise<{ article?: ArticleSchema; blocks?: OwnBlocks }> {
  const file = ['ts', 'mts', 'js', 'mjs']
    .map((ending) => path.join(root, `src/content.config.${ending}`))
    .find(existsSync);
  if (file === undefined) return {};
  const { collections } = (await import(pathToFileURL(file).href)) as { collections?: Collections };
  if (!collections) return {};
  const { schema, loader } = collections.articles;
  return { article: schema.shape.filed, blocks: loader.blocks };
}
