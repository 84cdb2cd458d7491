import { byItself } from '../newsroom/by-itself.ts';
import { pathOf } from '../newsroom/permalink.ts';

/** What the press keeps of a file that was rendered. */
export interface Found {
  /** Files of the site that it needs. */
  assets: string[];
  /** Articles that it leads to, by their paths or as `a/<id>`. */
  shows: string[];
}

/** @param text one character a byte */
export function foundIn(text: string): Found {
  return { assets: assetsIn(text).map(oneOf), shows: articlesIn(text).map(oneOf) };
}

const names = new Map<string, string>();

/** The same string for the same name, which keeps nothing else in memory: most are found in many files. */
export function oneOf(name: string): string {
  let known = names.get(name);
  if (known === undefined) names.set((known = byItself(name)), known);
  return known;
}

/** Files of ours that a page needs: pictures, fonts and its card, by their path in the site. */
export function assetsIn(html: string): string[] {
  const [, card] = (html.includes(cardMark) && cardPattern.exec(html)) || [];
  return [...new Set([...(html.match(/_astro\/[\w@.~-]+/g) ?? []), ...(card ? [pathOf(card).slice(1)] : [])])];
}

// To look for a text takes much less time than to look for a pattern.
const cardMark = '<meta property="og:image"';
const cardPattern = /<meta property="og:image" content="https?:\/\/[^/]+(\/[^"]*card\.jpg)"/;

/** Articles that a file leads to, by their paths or as `a/<id>`. */
function articlesIn(text: string): string[] {
  // Of each match a list of its parts would be made otherwise, and there are some hundred in a page.
  const found = new Set(text.match(/\/(?:\d{4}\/\d\d\/\d\d\/[^/"'<>\s\\)#?]+|a\/[2-9a-z]{6,12})(?=[/"'<>\s\\)#?])/g));
  return [...found].map((match) => {
    const article = match.slice(1);
    return /[\x80-\xff]/.test(article) ? Buffer.from(article, 'latin1').toString() : article;
  });
}
