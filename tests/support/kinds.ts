import type { BuiltPage } from './dist.ts';

const kinds: [kind: string, form: RegExp][] = [
  ['day', /^\/\d{4}\/\d{2}\/\d{2}\/$/],
  ['month', /^\/\d{4}\/\d{2}\/$/],
  ['year', /^\/\d{4}\/$/],
  ['section', /^\/sections\/[^/]+\/$/],
  ['topic', /^\/topics\/[^/]+\/$/],
  ['contributor', /^\/contributors\/[^/]+\/$/],
  ['printed edition', /^\/editions\/[^/]+\/$/],
];

const isArticle = (at: string) => /^\/\d{4}\/\d{2}\/\d{2}\/[^/]+\/$/.test(at);

/** Pages to look at one by one: every article, and of the others one of each kind, since their parts are the same. */
export function pagesToLookAt<T extends Pick<BuiltPage, 'at'>>(pages: readonly T[]): T[] {
  const seen = new Set<string>();
  return pages.filter(({ at }) => {
    if (isArticle(at) || at === '/') return true;
    const kind = kinds.find(([, form]) => form.test(at))?.[0] ?? at;
    return !seen.has(kind) && seen.add(kind);
  });
}

/** One page of each kind: front pages, lists, pages by themselves, and the articles named. */
export function oneOfEachKind<T extends Pick<BuiltPage, 'at'>>(pages: readonly T[], articles: RegExp): T[] {
  return pagesToLookAt(pages).filter(({ at }) => !isArticle(at) || articles.test(at));
}
