import type { Element, Root } from 'hast';
import { attribute, elementsOf, pagesOf, parsed, textOf } from './dist.ts';
import type { ServedPaper } from './build-once.ts';

export interface BuiltArticle {
  /** Path on the site: "/2025/05/06/ebb/". */
  at: string;
  url: string;
  html: string;
  tree: Root;
  withdrawn: boolean;
}

/** Every article of a paper as it was built; one that was withdrawn is a notice. */
export function articlesOf(paper: ServedPaper): BuiltArticle[] {
  return pagesOf(paper)
    .filter(({ at }) => /^\/\d{4}\/\d{2}\/\d{2}\/[^/]+\/$/.test(at) && !/\/page\//.test(at))
    .map((page) => {
      const tree = parsed(page.html);
      return { ...page, tree, withdrawn: withClass(tree, 'withdrawn').length > 0 };
    });
}

export function withClass(tree: Root | Element, name: string): Element[] {
  return elementsOf(tree, (element) => (attribute(element, 'className') ?? '').split(' ').includes(name));
}

/** The words of a text, whatever stands between them. */
export function wordsIn(text: string): string[] {
  // Where a word may be broken it is one word.
  return (
    text
      .normalize('NFC')
      .replaceAll('\u200b', '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** Text as it is read: any white space is a space. */
export function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The first heading of a page. */
export function headlineOf(tree: Root): string {
  return elementsOf(tree, 'h1').map(textOf)[0] ?? '';
}
