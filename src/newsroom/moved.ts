import { isShown, type Edition } from './edition.ts';
import { addresses, permalinkOf } from './permalink.ts';

/** An address that leads on to another, both from the root of the site with slashes at both ends. */
export interface MovedAddress {
  from: string;
  to: string;
}

/**
 * Every address that leads on to an article: the former ones of all articles, then their short links. Those of a
 * withdrawn story lead to the notice at its permalink.
 */
export function movedAddresses({ articles }: Pick<Edition, 'articles'>): MovedAddress[] {
  const all = [...articles.values()];
  return [
    ...all.flatMap((article) =>
      article.aliases.map((path) => ({ from: permalinkOf({ path }), to: permalinkOf(article) })),
    ),
    ...all.map((article) => ({ from: addresses.short(article.id), to: permalinkOf(article) })),
  ];
}

/** Permalinks of withdrawn stories, each with a notice in the place of the story. */
export function goneAddresses({ articles }: Pick<Edition, 'articles'>): string[] {
  return [...articles.values()].filter((article) => !isShown(article)).map(permalinkOf);
}
