import { handed, type ListedPath, type Renderer } from '../astro/internals.ts';
import type { FiledAs } from './filed-as.ts';

/** Of more pages than these, what was made for them takes more memory than it saves time. */
const many = 4000;

/** Pages of a bundle by their paths. After some thousand all are listed anew, and what was made of articles until then is forgotten. */
export class AskedPages {
  readonly #renderer: Renderer;
  readonly #articles: readonly FiledAs[];
  #pages: ReadonlyMap<string, ListedPath>;
  #count = 0;

  /** @param listed pages of these articles, as they are handed over */
  constructor(renderer: Renderer, articles: readonly FiledAs[], listed: readonly ListedPath[]) {
    this.#renderer = renderer;
    this.#articles = articles;
    this.#pages = byPath(listed);
  }

  async page(pathname: string): Promise<ListedPath> {
    this.#count += 1;
    if (this.#count % many === 0) {
      const hand = handed();
      for (const article of this.#articles) article.forget();
      hand.forgets = true;
      hand.turn += 1;
      this.#pages = byPath(await this.#renderer.paths());
    }
    const page = this.#pages.get(pathname);
    if (!page) throw new Error(`${pathname} is not listed.`);
    return page;
  }
}

/** Of two with one path the first counts. */
function byPath(listed: readonly ListedPath[]): ReadonlyMap<string, ListedPath> {
  return new Map(listed.toReversed().map((each) => [each.pathname, each]));
}
