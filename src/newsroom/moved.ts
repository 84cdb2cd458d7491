import { isShown, type Edition } from './edition.ts';
import { addresses, permalinkOf } from './permalink.ts';

/** An address that leads on to another, both from the root of the site with slashes at both ends. */
export interface MovedAddress {
  from: string;
  to: string;
}

/**
 * Every address that leads on to an article: its former ones, and its short link. Those of a withdrawn story lead to the
 * notice at its permalink.
 */
export function movedAddresses(edition: Pick<Edition, 'articles'>): MovedAddress[] {
  return [...edition.articles.values()].flatMap((article) => {
    const to = permalinkOf(article);
    return [...article.aliases.map((alias) => `/${alias}/`), addresses.short(article.id)].map((from) => ({ from, to }));
  });
}

/** Permalinks of withdrawn stories, each with a notice in the place of the story. */
export function goneAddresses(edition: Pick<Edition, 'articles'>): string[] {
  return [...edition.articles.values()].filter((article) => !isShown(article)).map(permalinkOf);
}
