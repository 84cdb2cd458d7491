import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArticleSchema } from '../schema/article.ts';

/** Those of `broadsheetCollections`, as far as they are read here. */
interface Collections {
  articles: { schema: { shape: { filed: ArticleSchema } } };
}

/**
 * What reads the front matter of a paper's articles, by the collections that its builds have; `undefined` where it has none, which
 * leaves the fields that every paper has.
 */
export async function articleSchema(root: string): Promise<ArticleSchema | undefined> {
  const file = ['ts', 'mts', 'js', 'mjs']
    .map((ending) => path.join(root, `src/content.config.${ending}`))
    .find(existsSync);
  if (file === undefined) return undefined;
  const { collections } = (await import(pathToFileURL(file).href)) as { collections?: Collections };
  return collections?.articles.schema.shape.filed;
}
