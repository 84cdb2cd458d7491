import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Entries, Entry } from '../astro/internals.ts';
import { readPaper, type PaperReading, type Walked } from '../checks/paper.ts';
import type { Copies, Kept } from '../filing/copies.ts';
import { isFile } from '../filing/files.ts';
import type { PaperData } from '../filing/paper-data.ts';
import type { StampedPicture } from '../filing/picture-reading.ts';
import { PictureDesk } from '../filing/pictures.ts';
import { digestOfEngine } from '../filing/sources.ts';
import type { OwnBlocks } from '../body/own-blocks.ts';
import { digestOf } from '../newsroom/digest.ts';
import { EditorialError, mistakesIn, problemCount, problemReport } from '../newsroom/problem.ts';
import type { ArticleSchema, FiledArticle } from '../schema/article.ts';

/** What a paper has put in the place of the engine's own reading. */
export interface Filed {
  /** What reads the front matter of its articles. */
  article?: ArticleSchema | undefined;
  blocks?: OwnBlocks | undefined;
}

/** Reads a paper for building, again and again. What is as it was when it was last read is the same object. */
export class PaperReader {
  readonly #root: string;
  readonly #filed: Filed;
  readonly #kept: KeptCopies;
  readonly #pictures: PictureDesk;
  #walked: Walked = {};
  // Whoever was given it reads it again.
  readonly #entries: Entries = new Map();

  constructor(root: string, filed: Filed) {
    this.#root = root;
    this.#filed = filed;
    this.#kept = new KeptCopies(root);
    this.#pictures = new PictureDesk(root);
  }

  /**
   * Reads and checks all of it, and tells what is to be looked at.
   * @param touched files that may be others than when it was last read, from the paper's folder, where that is known; all where not
   * @throws EditorialError with every mistake in the whole of `content/`
   */
  async read(touched?: ReadonlySet<string>): Promise<Entries> {
    if (!touched || ![...touched].every((file) => this.#isArticle(file))) this.#walked = {};
    const paper = await readPaper({
      root: this.#root,
      bodies: path.join(this.#root, '.astro/bodies'),
      ...this.#filed,
      pictures: this.#pictures,
      previous: (name) => this.#kept.get(name),
      touched,
      walked: this.#walked,
    });
    if (mistakesIn(paper.problems).length > 0) throw new EditorialError(paper.problems);
    this.#kept.keep(paper.articles.copies);
    tellWarnings(paper);
    renew(this.#entries, entriesOf(paper));
    return this.#entries;
  }

  /** Whether a file is that of an article which was there before, and is. */
  #isArticle(file: string): boolean {
    const [, name] = /^content\/articles\/(.+)\/index\.md$/.exec(file) ?? [];
    return name !== undefined && this.#kept.get(name) !== undefined && isFile(path.join(this.#root, file));
  }
}

/** Puts entries in the place of those before, but for their likes. */
function renew(all: Entries, entries: Entries): void {
  for (const [collection, list] of entries) {
    for (const [id, entry] of list) {
      const before = all.get(collection)?.get(id);
      const isSame = before && before !== entry && collection !== 'articles' && isDeepStrictEqual(before, entry);
      if (isSame) list.set(id, before);
    }
    all.set(collection, list);
  }
}

/** What is to be looked at, and can be published as it is. */
export function tellWarnings({ problems }: Pick<PaperReading, 'problems'>): void {
  if (problems.length > 0) console.warn(`\n${problemReport(problems)}\n\n${problemCount(problems)}\n`);
}

function entriesOf({ data, articles, pages, portraits }: PaperReading): Entries {
  const byId = (entries: Entry[]) => new Map(entries.map((entry) => [entry.id, entry]));
  return new Map([
    ['publication', byId(publicationEntries(data))],
    ...folders.map((folder) => [folder, byId(folderEntries(folder, data))] as const),
    ['contributors', byId(contributorEntries(data, portraits))],
    ['pages', byId(copyEntries(pages.copies, pageFile))],
    ['articles', byId(copyEntries(articles.copies, articleFile))],
  ]);
}

export const folders = ['sections', 'topics', 'related', 'fronts'] as const;

export const articleFile = (id: string) => `content/articles/${id}/index.md`;
export const pageFile = (id: string) => `content/pages/${id}.md`;

/** The one entry, "publication"; none where the file cannot be read. */
export function publicationEntries({ publication: data }: PaperData): Entry[] {
  if (!data) return [];
  return [{ id: 'publication', data, filePath: 'content/publication.yaml', digest: digestOf(JSON.stringify(data)) }];
}

/** The entries of a folder of YAML files. */
export function folderEntries(folder: (typeof folders)[number], paper: PaperData): Entry[] {
  return [...paper[folder]].map(([id, data]) => ({
    id,
    data: { ...data },
    filePath: `content/${folder}/${id}.yaml`,
    digest: digestOf(JSON.stringify(data)),
  }));
}

/** Those of contributors, with their portraits. */
export function contributorEntries(
  { contributors }: PaperData,
  portraits: ReadonlyMap<string, StampedPicture>,
): Entry[] {
  const version = digestOfEngine(['schema', 'filing']);
  return [...contributors].map(([id, filed]) => {
    const portrait = portraits.get(id);
    return {
      id,
      data: { filed, portrait },
      filePath: `content/contributors/${id}.yaml`,
      digest: digestOf(version, JSON.stringify(filed), portrait?.stamp ?? ''),
    };
  });
}

/** Those of Markdown files. */
export function copyEntries<Fields>(copies: Copies<Fields>['copies'], fileOf: (id: string) => string): Entry[] {
  return [...copies].map(([id, { copy, digest }]) => {
    const entry = known.get(copy) ?? { id, data: { ...copy }, filePath: fileOf(id), digest };
    known.set(copy, entry);
    return entry;
  });
}

const known = new WeakMap<object, Entry>();

type Articles = ReadonlyMap<string, Kept<FiledArticle>>;

/**
 * Articles as they were last read, so that only those that have changed are read again: a file for each day, below `.astro/filed/`. A
 * file that cannot be read is as if it were not there.
 */
export class KeptCopies {
  readonly #folder: string;
  #articles: Articles;
  /** How many articles there are in the file of a day. */
  readonly #days = new Map<string, number>();

  constructor(root: string) {
    this.#folder = path.join(root, '.astro/filed');
    const articles = new Map<string, Kept<FiledArticle>>();
    for (const day of daysIn(this.#folder)) {
      const kept = keptIn(path.join(this.#folder, day));
      this.#days.set(day, kept.length);
      for (const [name, article] of kept) articles.set(name, article);
    }
    this.#articles = articles;
  }

  get(name: string): Kept<FiledArticle> | undefined {
    return this.#articles.get(name);
  }

  /** Keeps articles in the place of those before; files that say the same stay untouched. */
  keep(articles: Articles): void {
    mkdirSync(this.#folder, { recursive: true });
    const days = Map.groupBy(articles, ([name]) => `${name.slice(0, '2019/03/01'.length).replaceAll('/', '-')}.json`);
    for (const [day, kept] of days) {
      if (this.#days.get(day) === kept.length && kept.every(([name, each]) => this.get(name) === each)) continue;
      const file = path.join(this.#folder, day);
      writeFileSync(`${file}.new`, JSON.stringify(kept));
      renameSync(`${file}.new`, file);
      this.#days.set(day, kept.length);
    }
    for (const day of this.#days.keys())
      if (!days.has(day)) {
        rmSync(path.join(this.#folder, day), { force: true });
        this.#days.delete(day);
      }
    this.#articles = articles;
  }
}

function daysIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

function keptIn(file: string): [string, Kept<FiledArticle>][] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as [string, Kept<FiledArticle>][];
  } catch {
    return [];
  }
}
