import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Books that a build has left, by the addresses of their records. */
export type Shelved = Record<string, { key: string; stamp: string }>;

/** A book as it lies there, with the key of the page that it is of. */
interface Kept {
  key: string;
}

/**
 * Books of what is published, for the desk: each record lies in a folder by what it is of, an edition, `2019-03-01.json`, or
 * the articles of a day, `2019/03/01.json`, and is made again when its key has changed, or somebody changed the file.
 */
export class Shelf {
  readonly #folder: string;
  readonly #last: Shelved;
  readonly #books: Shelved;

  /** @param isPart whether some of the books are asked for, and all others are as they were */
  constructor(folder: string, last: Shelved = {}, isPart = false) {
    this.#folder = folder;
    this.#last = last;
    this.#books = isPart ? { ...last } : {};
  }

  /** The key by which a record was made. */
  keyOf(address: string): string | undefined {
    return this.#last[address]?.key;
  }

  /** What lies there of a record that nobody has changed, by what it is of; nothing where there is none. */
  read(address: string): Record<string, Kept> {
    const last = this.#last[address];
    const file = this.#fileOf(address);
    if (!last || stampOf(file) !== last.stamp) return {};
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Kept>;
  }

  /** Says by which key a record is rendered. */
  put(address: string, key: string): void {
    this.#books[address] = { key, stamp: '' };
  }

  /** Whether a book lies there as it is to be; if not, its record is to be rendered. */
  has(address: string, key: string): boolean {
    const last = this.#last[address];
    const isThere = last?.key === key && stampOf(this.#fileOf(address)) === last.stamp;
    if (isThere) this.#books[address] = last;
    else this.put(address, key);
    return isThere;
  }

  /**
   * What is on the shelf once what was rendered into a site is put there, and how it comes there; books of what is no longer
   * published go. Files are those of this machine.
   */
  filled(site: string): { books: Shelved; moves: [from: string, to: string][]; removals: string[] } {
    const moves = Object.entries(this.#books)
      .filter(([, { stamp }]) => stamp === '')
      .map(([address, book]): [string, string] => {
        const from = path.join(site, address);
        book.stamp = stampOf(from) ?? '';
        return [from, this.#fileOf(address)];
      });
    const gone = Object.keys(this.#last).filter((address) => !(address in this.#books));
    return { books: this.#books, moves, removals: gone.map((address) => this.#fileOf(address)) };
  }

  #fileOf(address: string): string {
    return path.join(this.#folder, `${record.exec(address)?.[1] ?? ''}.json`);
  }
}

const record = /^\/(?:editions\/)?(.+)\/books\.json$/;

/** Whether an address is that of a record of books. */
export function isBook(address: string): boolean {
  return record.test(address);
}

/** Size and time of a file; `undefined` when there is none. */
export function stampOf(file: string): string | undefined {
  const facts = statSync(file, { throwIfNoEntry: false });
  return facts && `${facts.size}-${facts.mtimeMs}`;
}
