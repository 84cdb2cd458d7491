import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Copy } from '../filing/copies.ts';
import { digestOf } from '../newsroom/digest.ts';
import type { FiledArticle } from '../schema/article.ts';
import { linesOf } from './lines.ts';
import { linked } from './linked.ts';

/** An article as collections have it. */
interface Bindable {
  /** Its path. */
  id: string;
  data: Pick<Copy<Pick<FiledArticle, 'id'>>, 'filed' | 'bodyKey'>;
}

/** Another whenever volumes have another form. */
const form = 1;

/** Where volumes lie, from the paper's folder. */
export const volumesFolder = '.astro/volumes';

const home = (root: string) => path.join(root, volumesFolder);

/** What is made again from the texts of a paper alone, where it has to be: a volume brings it along, and where it goes. */
const lent = [
  { from: /^bodies\//, to: (file: string) => file },
  { from: /^site\/_astro\/.*\.(?:avif|webp|jpe?g|png)$/, to: (file: string) => `assets/${path.posix.basename(file)}` },
];

/**
 * A year of a paper that was built by itself: a folder that can be carried from one machine to another, with the files of its pages, the
 * pictures and compressed files that belong to them, and its articles' bodies. A page of it is as good as one that is rendered where
 * its key is the one that it would be rendered with, and its bytes are those that were bound.
 */
export class Volume {
  readonly year: string;
  readonly #folder: string;
  readonly #keys = new Map<string, string>();
  readonly #files = new Map<string, string>();
  /** What was found of files when they were looked at. */
  readonly #sound = new Map<string, boolean>();
  /** Of all that is in it; empty where there is nothing. */
  digest = '';
  readonly #articles: readonly Bindable[];
  readonly #shortLinks: ReadonlySet<string>;

  /** @param articles those of the paper, where it is to be bound */
  constructor(root: string, year: string, articles: readonly Bindable[] = []) {
    this.year = year;
    this.#articles = articles.filter(({ id }) => id.startsWith(`${year}/`));
    this.#shortLinks = new Set(this.#articles.map(({ data }) => `/a/${data.filed.id}`));
    this.#folder = path.join(home(root), year);
    try {
      const lines = linesOf(this.#contents);
      const [found, digest] = JSON.parse(lines.next().value ?? '') as [number, string];
      if (found !== form) throw new Error('It has another form.');
      for (const line of lines) {
        const [what, name, value] = JSON.parse(line) as ['page' | 'file', string, string];
        (what === 'page' ? this.#keys : this.#files).set(name, value);
      }
      this.digest = digest;
    } catch {
      // There is none, or one that broke off or has another form: it is bound anew.
      this.#keys.clear();
      this.#files.clear();
    }
  }

  get #contents(): string {
    return path.join(this.#folder, 'contents.jsonl');
  }

  /** Whether what lies at an address belongs to it: articles in all their forms, its days and months, its printed editions, short links. */
  isFor(address: string): boolean {
    return this.#shortLinks.has(address) || new RegExp(`^/(?:editions/)?${this.year}(?:[-/]|$)`).test(address);
  }

  /** The file of what lies at an address, from the site, where it was made with this key. */
  read(address: string, key: string, file: string): Buffer | undefined {
    return this.#keys.get(address) === key ? this.#read(`site/${file}`) : undefined;
  }

  /** Whether it has a file of the site with the bytes that were bound. */
  holds(file: string): boolean {
    return this.#holds(`site/${file}`);
  }

  /** Whether it is to have a file of the site. */
  lists(file: string): boolean {
    return this.#files.has(`site/${file}`);
  }

  /** Puts a file of the site into another folder. */
  layOut(file: string, folder: string): void {
    linked(path.join(this.#folder, 'site', file), path.join(folder, file));
  }

  /** Puts bodies and encoded pictures where builds look for what they have made before. */
  lend(cache: string): void {
    for (const file of this.#files.keys())
      for (const { from, to } of lent)
        if (from.test(file) && this.#holds(file)) linked(path.join(this.#folder, file), path.join(cache, to(file)));
  }

  /**
   * Binds it anew. What it holds already stays where it lies.
   * @param pages what is to be in it, by address: keys, and the files of the site that belong to them
   * @param site a folder with those files that it does not hold
   * @param cache where bodies are
   * @returns whether it is another than before
   */
  bind(
    pages: ReadonlyMap<string, { key: string; files: readonly string[] }>,
    { site, cache }: { site: string; cache: string },
  ): boolean {
    const bound = new Map<string, string>();
    const put = (file: string, from: string) => {
      if (bound.has(file)) return;
      const place = path.join(this.#folder, file);
      const isNew = existsSync(from) && !(file.startsWith('bodies/') && this.#holds(file));
      if (isNew) {
        rmSync(place, { force: true });
        linked(from, place);
      }
      bound.set(file, isNew ? digestOf(readFileSync(place)) : (this.#files.get(file) ?? ''));
    };
    for (const { files } of pages.values()) for (const file of files) put(`site/${file}`, path.join(site, file));
    for (const { data } of this.#articles) {
      const body = `bodies/${data.bodyKey.slice(0, 1)}/${data.bodyKey.slice(1)}.json`;
      put(body, path.join(cache, body));
    }
    const lines = [
      ...Array.from(pages, ([address, { key }]) => JSON.stringify(['page', address, key])),
      ...Array.from(bound, ([file, digest]) => JSON.stringify(['file', file, digest])),
    ].sort();
    const digest = digestOf(lines.join('\n'));
    if (digest === this.digest) return false;
    this.digest = digest;
    // Until it has its name the former list stands, and what is another than that says counts for nothing.
    writeFileSync(`${this.#contents}.new`, `${[JSON.stringify([form, digest]), ...lines].join('\n')}\n`);
    renameSync(`${this.#contents}.new`, this.#contents);
    for (const entry of readdirSync(this.#folder, { recursive: true, withFileTypes: true })) {
      const place = path.join(entry.parentPath, entry.name);
      const file = path.relative(this.#folder, place).split(path.sep).join('/');
      if (entry.isFile() && !bound.has(file) && place !== this.#contents) rmSync(place);
    }
    return true;
  }

  #holds(file: string): boolean {
    return this.#sound.get(file) ?? this.#read(file) !== undefined;
  }

  #read(file: string): Buffer | undefined {
    const digest = this.#files.get(file);
    if (digest === undefined) return undefined;
    const bytes = bytesOf(path.join(this.#folder, file));
    const isSound = bytes !== undefined && digestOf(bytes) === digest;
    this.#sound.set(file, isSound);
    return isSound ? bytes : undefined;
  }
}

/** The volumes that lie in a paper's cache, whoever has put them there. */
export function volumesOf(root: string): Volume[] {
  try {
    const years = readdirSync(home(root)).filter((name) => /^\d{4}$/.test(name));
    return years.sort().map((year) => new Volume(root, year));
  } catch {
    return [];
  }
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
