import type { FiledArticle } from '../schema/article.ts';
import type { Copies } from './copies.ts';

/** Paths of articles by the former addresses (`2019/03/01/slug`, `a/k7m2xq`) that lead to them. */
export function formerAddresses(articles: Copies<FiledArticle>['copies']): Map<string, string> {
  const places = new Map<string, string>();
  for (const [path, { copy }] of articles) for (const alias of copy.filed.aliases) places.set(alias, path);
  return places;
}
