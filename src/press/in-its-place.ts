import { isDeepStrictEqual } from 'node:util';
import type { Copy } from '../filing/copies.ts';
import { openFrom } from '../newsroom/release.ts';
import type { FiledArticle } from '../schema/article.ts';
import { listingOf } from '../schema/listing.ts';

/**
 * Whether an article that was edited stands where it stood in every list, and names nothing that is not sure to be there.
 * @param filedAt what is filed under a path, or what lists know of it; nothing where there is no article
 */
export function isInItsPlace(
  name: string,
  last: Copy<FiledArticle>,
  copy: Copy<FiledArticle>,
  filedAt: (path: string) => Pick<FiledArticle, 'status' | 'published'> | undefined,
): boolean {
  const placed = ({ filed }: Copy<FiledArticle>) => ({ ...listingOf(filed), updated: '', corrections: [] });
  if (!isDeepStrictEqual(placed(last), placed(copy))) return false;
  const known = new Set(last.places.map((place) => `${place.folder}/${place.name}`));
  if (!copy.places.every((place) => known.has(`${place.folder}/${place.name}`))) return false;
  const isThere = (path: string) => path !== name && filedAt(path) !== undefined;
  const isReadable = ({ path }: { path: string }) => {
    const target = filedAt(path);
    return target !== undefined && openFrom(target) <= openFrom(copy.filed);
  };
  const elsewhere = new Set(elsewhereIn(last));
  return (
    copy.references.every(isReadable) &&
    relatedIn(copy).every(isThere) &&
    elsewhereIn(copy).every((id) => elsewhere.has(id))
  );
}

/** Paths of the articles that the editor set beside one. */
export function relatedIn({ filed }: Copy<FiledArticle>): string[] {
  return filed.related.flatMap(({ stories }) =>
    stories.flatMap((story) => ('article' in story ? [story.article] : [])),
  );
}

function elsewhereIn({ filed }: Copy<FiledArticle>): string[] {
  return filed.related.flatMap(({ stories }) =>
    stories.flatMap((story) => ('elsewhere' in story ? [story.elsewhere] : [])),
  );
}
