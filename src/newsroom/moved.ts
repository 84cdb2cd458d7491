import type { Edition } from './edition.ts';
import { isShown } from './edition.ts';
import { addresses, permalinkOf } from './permalink.ts';

/** Addresses that lead to an article without being its permalink, old ones before short links; with slashes at both ends. */
export function movedAddresses(edition: Edition): { from: string; to: string }[] {
  const articles = [...edition.articles.values()];
  return [
    ...articles.flatMap((article) =>
      ((article as { aliases?: string[] }).aliases ?? []).map((path) => ({
        from: permalinkOf({ path }),
        to: permalinkOf(article),
      })),
    ),
    ...articles.map((article) => ({ from: addresses.short(article.id), to: permalinkOf(article) })),
  ];
}

/** Permalinks of the articles that were withdrawn: a notice stands there. */
export function goneAddresses(edition: Edition): string[] {
  return [...edition.articles.values()].filter((article) => !isShown(article)).map(permalinkOf);
}
