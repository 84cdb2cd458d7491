import type { Copy } from '../filing/copies.ts';
import type { FiledArticle } from '../schema/article.ts';
import type { Listed } from './few-edits.ts';

/** An article as the archive takes it. What lists do not ask for is read when somebody does. */
export class FiledAs {
  readonly id: string;
  readonly listing: Listed | undefined;
  readonly #copy: () => Copy<FiledArticle>;
  #read: Copy<FiledArticle> | undefined;

  constructor(path: string, listing: Listed | undefined, copy: () => Copy<FiledArticle>) {
    this.id = path;
    this.listing = listing;
    this.#copy = copy;
  }

  /** Lets what was read go; it is read again when somebody asks for it. */
  forget(): void {
    this.#read = undefined;
  }

  get data(): Copy<FiledArticle> {
    return (this.#read ??= this.#copy());
  }
}
