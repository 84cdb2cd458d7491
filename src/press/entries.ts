import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Entries, Entry } from '../astro/internals.ts';
import { readPaper, type PaperReading, type Walked } from '../checks/paper.ts';
import { articleKind } from '../filing/article-file.ts';
import { CopyDesk, type Copies, type Kept } from '../filing/copies.ts';
import { isFile } from '../filing/files.ts';
import type { PaperData } from '../filing/paper-data.ts';
import { passagesFile } from '../filing/passages-file.ts';
import type { StampedPicture } from '../filing/picture-reading.ts';
import type { PictureDesk } from '../filing/pictures.ts';
import { digestOfEngine } from '../filing/sources.ts';
import type { OwnBlocks } from '../body/own-blocks.ts';
import { digestOf } from '../newsroom/digest.ts';
import { EditorialError, mistakesIn, problemCount, problemReport } from '../newsroom/problem.ts';
import type { ArticleSchema, FiledArticle } from '../schema/article.ts';
import { isInItsPlace } from './in-its-place.ts';
import type { Read } from './press-run.ts';

/** What a paper has put in the place of the engine's own reading. */
export interface Filed {
  /** What reads the front matter of its articles. */
  article?: ArticleSchema | undefined;
  blocks?: OwnBlocks | undefined;
}

export type Articles = ReadonlyMap<string, Kept<FiledArticle>>;

/** Reads a paper for building, again and again. What is as it was when it was last read is the same object. */
export class PaperReader {
  readonly #root: string;
  readonly #filed: Filed;
  readonly #pictures: PictureDesk;
  readonly #bodies: string;
  #walked: Walked = {};
  // Whoever was given it reads it again.
  readonly #entries: Entries = new Map();

  constructor(root: string, filed: Filed, pictures: PictureDesk) {
    this.#root = root;
    this.#filed = filed;
    this.#pictures = pictures;
    this.#bodies = path.join(root, '.astro/bodies');
  }

  /**
   * Reads and checks all of it, and tells what is to be looked at.
   * @param last articles as they were read for what is published
   * @param touched files of the paper that may be others than when it was last read, from its folder, where that is known; all where not
   * @throws EditorialError with every mistake in the whole of `content/`
   */
  async read(
    last: Articles,
    touched?: ReadonlySet<string>,
  ): Promise<{ entries: Entries; copies: Articles; read: Omit<Read, 'seen'> }> {
    const paper = await this.look(last, touched);
    if (mistakesIn(paper.problems).length > 0) throw new EditorialError(paper.problems);
    const { copies } = paper.articles;
    tellWarnings(paper);
    const entries = entriesOf(paper);
    keepLikes(this.#entries, entries);
    for (const [collection, list] of entries) this.#entries.set(collection, list);
    return { entries: this.#entries, copies, read: { ...readOf(paper, last), entries: keptEntries(this.#entries) } };
  }

  /** Reads and checks all of it as `read` does, and tells nothing. */
  look(last: Articles, touched?: ReadonlySet<string>): Promise<PaperReading> {
    if (!touched || !this.#articlesIn(touched, last)) this.#walked = {};
    return readPaper({
      root: this.#root,
      bodies: this.#bodies,
      ...this.#filed,
      pictures: this.#pictures,
      previous: (name) => last.get(name),
      touched,
      walked: this.#walked,
    });
  }

  /**
   * The same where articles alone were touched that stay in their places: then nothing else is read, and nothing can be wrong that is not in
   * their own files. `undefined` where that is not sure.
   */
  async lookAgain(last: PaperReading, touched: ReadonlySet<string>): Promise<PaperReading | undefined> {
    const { copies, broken } = last.articles;
    const names = this.#articlesIn(touched, copies);
    const isTouched = ({ file }: { file: string }) => touched.has(file);
    if (!names || names.some((name) => broken.has(name)) || mistakesIn(last.problems).some(isTouched)) return undefined;
    const desk = new CopyDesk({
      root: this.#root,
      bodies: this.#bodies,
      pictures: this.#pictures,
      publication: last.data.publication,
      blocks: this.#filed.blocks,
    });
    const kind = articleKind(this.#filed.article);
    const files = names
      .flatMap((name) => [`${name}/index.md`, `${name}/${passagesFile}`])
      .filter((file) => isFile(path.join(this.#root, kind.folder, file)));
    const read = await desk.read(kind, (name) => copies.get(name), undefined, files);
    const filedAt = (name: string) => copies.get(name)?.copy.filed;
    const isInPlace = (name: string) => {
      const [before, now] = [copies.get(name), read.copies.get(name)];
      return before && now && desk.hasRead(before) && isInItsPlace(name, before.copy, now.copy, filedAt);
    };
    if (mistakesIn(read.problems).length > 0 || !names.every(isInPlace)) return undefined;
    const problems = [...last.problems.filter((problem) => !isTouched(problem)), ...read.problems];
    return { ...last, articles: { ...last.articles, copies: new Map([...copies, ...read.copies]) }, problems };
  }

  /** Names of the articles whose files were touched; `undefined` where something else was, or has come or gone. */
  #articlesIn(touched: ReadonlySet<string>, last: Articles): string[] | undefined {
    const names = [...touched].flatMap((file) => {
      const [, name] = /^content\/articles\/(.+)\/index\.md$/.exec(file) ?? [];
      return name !== undefined && last.has(name) && isFile(path.join(this.#root, file)) ? [name] : [];
    });
    return names.length === touched.size ? names : undefined;
  }
}

/** What the index keeps of collections: all but articles, of which it has a record each. */
export function keptEntries(entries: Entries): Record<string, Entry[]> {
  const others = [...entries].filter(([name]) => name !== 'articles');
  return Object.fromEntries(others.map(([name, list]) => [name, [...list.values()]]));
}

/** What of a reading is another than what was published. */
export function readOf(
  { articles: { copies }, problems }: PaperReading,
  last: Articles,
): Omit<Read, 'seen' | 'entries'> {
  return {
    articles: [...copies].filter(([name, kept]) => last.get(name) !== kept),
    withoutArticles: [...last.keys()].filter((name) => !copies.has(name)),
    warnings: problems,
  };
}

/** Has entries that say what they said be the objects that they were; articles are those already. */
export function keepLikes(before: Entries | undefined, entries: Entries): void {
  for (const [collection, list] of entries) {
    if (collection === 'articles') continue;
    for (const [id, entry] of list) {
      const last = before?.get(collection)?.get(id);
      if (last && last !== entry && isDeepStrictEqual(last, entry)) list.set(id, last);
    }
  }
}

/** What is to be looked at, and can be published as it is. */
export function tellWarnings({ problems }: Pick<PaperReading, 'problems'>): void {
  if (problems.length > 0) console.warn(`\n${problemReport(problems)}\n\n${problemCount(problems)}\n`);
}

/** All that the collections of a paper hold. */
export function entriesOf({ data, articles, pages, portraits }: PaperReading): Entries {
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
