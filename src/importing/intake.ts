import { existsSync, mkdirSync, openSync, readSync, closeSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import type { OwnBlocks } from '../body/own-blocks.ts';
import { freeId } from '../checks/examples.ts';
import { filesBelow, isFile } from '../filing/files.ts';
import { readLedger } from '../filing/ledger.ts';
import type { PaperData } from '../filing/paper-data.ts';
import { PictureDesk } from '../filing/pictures.ts';
import { slugOf } from '../filing/slug.ts';
import { articlePath } from '../newsroom/permalink.ts';
import type { ArticleSchema } from '../schema/article.ts';
import { fieldLine } from './invisible.ts';
import type { Mapping } from './mapping.ts';
import { ImportRecord } from './record.ts';
import type { RelatedTitle } from './draft.ts';

type Named = 'sections' | 'topics' | 'contributors';

/** A paper that stories are imported into: what it has, and what it gets with them. */
export class Intake {
  readonly root: string;
  readonly mapping: Mapping;
  readonly record: ImportRecord;
  readonly pictures: PictureDesk;
  readonly publication: NonNullable<PaperData['publication']>;
  /** Present time of the paper's zone. */
  readonly now: string;
  readonly isDry: boolean;
  readonly article: ArticleSchema | undefined;
  readonly blocks: OwnBlocks | undefined;
  /** Fetches a picture; absent where nothing is to be asked of other sites. */
  readonly fetched: ((address: string) => Promise<Uint8Array | undefined>) | undefined;
  readonly #names: Record<Named, Map<string, string>>;
  readonly #related = new Map<string, string>();
  readonly #taken = new Set<string>();
  #ids: Set<string> | undefined;
  /** Files that were made beside the articles, in order. */
  readonly made: string[] = [];

  constructor({
    root,
    data,
    publication,
    mapping,
    now,
    isDry,
    article,
    blocks,
    fetched,
  }: {
    root: string;
    data: PaperData;
    publication: NonNullable<PaperData['publication']>;
    mapping: Mapping;
    now: string;
    isDry: boolean;
    article?: ArticleSchema | undefined;
    blocks?: OwnBlocks | undefined;
    fetched?: ((address: string) => Promise<Uint8Array | undefined>) | undefined;
  }) {
    this.root = root;
    this.mapping = mapping;
    this.publication = publication;
    this.now = now;
    this.isDry = isDry;
    this.article = article;
    this.blocks = blocks;
    this.fetched = fetched;
    this.record = new ImportRecord(root);
    this.pictures = new PictureDesk(root);
    this.#names = {
      sections: namesIn(data.sections),
      topics: namesIn(data.topics),
      contributors: namesIn(data.contributors),
    };
    for (const [file, { title }] of data.related) this.#related.set(title.toLowerCase(), file);
  }

  /** The first section of the paper, for stories that name none. */
  get firstSection(): string {
    return this.mapping.section ?? this.publication.sections[0] ?? '';
  }

  /**
   * The file that a name stands for, by the mapping, by its own name, or by what readers see; one is made where there is none.
   * @returns `undefined` where the mapping leaves it out, or where nothing of the name can be written in an address
   */
  fileOf(folder: Named, name: string): string | undefined {
    const known = this.#names[folder];
    const shown = fieldLine(name);
    const mapped = mappedName(this.mapping[folder], shown);
    if (mapped === null || shown === '') return undefined;
    if (mapped !== undefined) {
      if (![...known.values()].includes(mapped)) this.#make(folder, mapped, shown);
      return mapped;
    }
    const found = known.get(shown.toLowerCase());
    if (found) return found;
    const slug = slugOf(shown, this.publication.language);
    if (slug === '') return undefined;
    if ([...known.values()].includes(slug)) {
      known.set(shown.toLowerCase(), slug);
      return slug;
    }
    this.#make(folder, slug, shown);
    return slug;
  }

  #make(folder: Named, file: string, name: string): void {
    this.#names[folder].set(name.toLowerCase(), file);
    this.#names[folder].set(file, file);
    this.#write(`content/${folder}/${file}.yaml`, stringify({ name }, { lineWidth: 0 }));
  }

  /** The file of a story elsewhere; one is made where there is none. */
  elsewhere({ title, url }: RelatedTitle, publication: string, date: string): string {
    const shown = fieldLine(title);
    const known = this.#related.get(shown.toLowerCase());
    if (known) return known;
    const slug = slugOf(shown, this.publication.language) || 'story';
    const taken = new Set(this.#related.values());
    let file = slug;
    for (let count = 2; taken.has(file); count += 1) file = `${slug}-${count}`;
    this.#related.set(shown.toLowerCase(), file);
    const fields = { title: shown, publication, date, ...(url ? { url } : {}) };
    this.#write(`content/related/${file}.yaml`, stringify(fields, { lineWidth: 0 }));
    return file;
  }

  #write(file: string, text: string): void {
    this.made.push(file);
    if (this.isDry) return;
    const place = path.join(this.root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    if (!existsSync(place)) writeFileSync(place, text, { flag: 'wx' });
  }

  /** A free place for an article of a day; `undefined` where its name cannot be part of an address. */
  placeFor(date: string, slug: string): string | undefined {
    const day = date.replaceAll('-', '/');
    for (let count = 1; count < 10_000; count += 1) {
      const place = `${day}/${slug}${count > 1 ? `-${count}` : ''}`;
      if (!articlePath.test(place)) return undefined;
      if (this.#taken.has(place) || existsSync(path.join(this.root, 'content/articles', place))) continue;
      this.#taken.add(place);
      return place;
    }
    return undefined;
  }

  /** Whether an address is that of an article which is here already. */
  hasArticleAt(place: string): boolean {
    return articlePath.test(place) && existsSync(path.join(this.root, 'content/articles', place));
  }

  /** An id that no article of the paper has or had. */
  idFor(file: string): string {
    this.#ids ??= this.#allIds();
    const id = freeId(file, this.#ids);
    this.#ids.add(id);
    return id;
  }

  #allIds(): Set<string> {
    const ids = new Set(readLedger(this.root).entries.map(({ id }) => id));
    for (const { id } of this.record.all()) ids.add(id);
    const folder = path.join(this.root, 'content/articles');
    for (const file of filesBelow(folder, /^index\.md$/)) {
      const id = /^["']?id["']?:\s*["']?([a-z0-9]+)/m.exec(beginningOf(path.join(folder, file)))?.[1];
      if (id) ids.add(id);
    }
    return ids;
  }
}

function namesIn(files: ReadonlyMap<string, { name: string }>): Map<string, string> {
  return new Map([
    ...[...files.keys()].map((file): [string, string] => [file.toLowerCase(), file]),
    ...[...files].map(([file, { name }]): [string, string] => [name.toLowerCase(), file]),
  ]);
}

function mappedName(names: Record<string, string | null>, name: string): string | null | undefined {
  if (Object.hasOwn(names, name)) return names[name];
  const key = Object.keys(names).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : names[key];
}

function beginningOf(file: string): string {
  if (!isFile(file)) return '';
  const buffer = Buffer.alloc(2048);
  const handle = openSync(file, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(handle, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(handle);
  }
}
