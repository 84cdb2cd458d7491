import { isShown, type Edition } from './edition.ts';
import { addresses, pathOf, permalinkOf, placeOfAddress } from './permalink.ts';

/** An address that leads on to another, both from the root of the host with slashes at both ends. */
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

/** A story that came from another system, with addresses that it had there and that no article here can have. */
export interface Imported {
  id: string;
  former?: readonly string[] | undefined;
}

/** Of addresses that servers' rules can name as they are: no letter of them has a meaning there. */
const plainAddress = /^\/[^\s"'\\{}$;#*:<>|`^?\p{C}]+$/u;

/**
 * Former addresses of stories that were imported, from the root of the host, as they were: none that a page of the paper may have, none twice,
 * and none with a query, by which hosts tell no page.
 */
export function importedAddresses(
  imported: Iterable<Imported>,
  { articles, publication }: Pick<Edition, 'articles' | 'publication'>,
): MovedAddress[] {
  const byId = new Map([...articles.values()].map((article) => [article.id, article]));
  const taken = new Set(movedAddresses({ articles }).map(({ from }) => pathOf(from)));
  const { origin } = new URL(publication.url);
  const found = new Map<string, MovedAddress>();
  for (const { id, former = [] } of imported) {
    const article = byId.get(id);
    if (!article) continue;
    for (const address of former) {
      const isPlain = plainAddress.test(decoded(address)) && !taken.has(address) && !placeOfAddress(address, origin);
      if (isPlain && !found.has(address)) found.set(address, { from: address, to: permalinkOf(article) });
    }
  }
  return [...found.values()];
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return '';
  }
}
