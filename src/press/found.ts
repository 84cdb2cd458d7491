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
  // In strings of their own: pieces of a text keep the whole of it in memory.
  return JSON.parse(JSON.stringify({ assets: assetsIn(text), shows: articlesIn(text) })) as Found;
}

/** Files of ours that a page needs: pictures, fonts and its card, by their path in the site. */
export function assetsIn(html: string): string[] {
  const [, card] = /<meta property="og:image" content="https?:\/\/[^/]+(\/[^"]*card\.jpg)"/.exec(html) ?? [];
  return [...new Set([...(html.match(/_astro\/[\w@.~-]+/g) ?? []), ...(card ? [pathOf(card).slice(1)] : [])])];
}

/** Articles that a file leads to, by their paths or as `a/<id>`. */
function articlesIn(text: string): string[] {
  const found = new Set<string>();
  for (const [, article = ''] of text.matchAll(
    /\/(\d{4}\/\d\d\/\d\d\/[^/"'<>\s\\)#?]+|a\/[2-9a-z]{6,12})(?=[/"'<>\s\\)#?])/g,
  ))
    found.add(/[\x80-\xff]/.test(article) ? Buffer.from(article, 'latin1').toString() : article);
  return [...found];
}
