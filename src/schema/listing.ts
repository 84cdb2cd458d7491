import type { FiledArticle } from './article.ts';

const listed = [
  'id',
  'aliases',
  'section',
  'topics',
  'contributors',
  'published',
  'updated',
  'status',
  'kind',
  'print',
  'corrections',
  'language',
] as const satisfies (keyof FiledArticle)[];

/** What the lists of a paper are made by: all else of an article is read when it is shown. */
export type Listing = Pick<FiledArticle, (typeof listed)[number]>;

export function listingOf(filed: FiledArticle): Listing {
  return Object.fromEntries(
    listed.flatMap((name) => (filed[name] === undefined ? [] : [[name, filed[name]]])),
  ) as unknown as Listing;
}
