import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Entry } from '../astro/internals.ts';
import type { Copy, Kept } from '../filing/copies.ts';
import type { StampedPicture } from '../filing/picture-reading.ts';
import type { FiledArticle } from '../schema/article.ts';
import { listingOf, type Listing } from '../schema/listing.ts';
import type { BackNumbers } from './back-numbers.ts';
import { linesOf } from './lines.ts';
import type { Shelved } from './shelf.ts';

/** A page or another file that is rendered; files are named from the site. */
export interface Output {
  key: string;
  file: string;
  /** Size and time of the file; empty while it is not in its place. */
  stamp: string;
  /** What it needs: pictures, faces, its card, its compressed forms. */
  assets: string[];
}

/** What is known of the published site as a whole. */
export interface Standing {
  /** Name of the bundle that the pages were rendered of, where one was kept. */
  bundle?: string | undefined;
  /** Instant of the publication, RFC 3339. */
  asOf: string;
  backNumbers: BackNumbers;
  books: Shelved;
  /** Files that are no page's: scripts, styles, public files. */
  others: string[];
  /** What went into it besides what is filed (`besides` in press-run.ts). */
  besides?: string | undefined;
  /** All that the collections but that of articles hold, by their names. */
  entries?: object | undefined;
  /** What there was to be looked at in the articles, which is told with each build. */
  warnings?: readonly object[] | undefined;
}

/** What a publication changes in the index. It is put down in a file beside the site's, and taken in when these are in their places. */
export interface Changes {
  standing: Standing;
  /** By address, with the articles that it shows something of, by their paths or as `a/<id>`. */
  rendered: Iterable<readonly [address: string, output: Output, shows: readonly string[]]>;
  /** Addresses. */
  gone: Iterable<string>;
  articles: Iterable<readonly [path: string, kept: Kept<FiledArticle>]>;
  withoutArticles: Iterable<string>;
  /** Stamps of files and folders below `content/`; `undefined` where there is none any more. */
  seen: Iterable<readonly [file: string, stamp: string | undefined]>;
  /** Words in the place of those that are known, or besides; absent where nothing is known of them then. */
  words?: { isAll: boolean; holders: Iterable<readonly [word: string, articles: number]> } | undefined;
}

/** Another whenever what is kept has another form: then it is made anew. */
const form = 4;

const tables = `
  CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE output (number INTEGER PRIMARY KEY, address TEXT UNIQUE NOT NULL, key TEXT NOT NULL, file TEXT NOT NULL, stamp TEXT NOT NULL, assets TEXT NOT NULL);
  CREATE TABLE shown (article INTEGER, output INTEGER, PRIMARY KEY (article, output)) WITHOUT ROWID;
  CREATE INDEX shown_in ON shown (output);
  CREATE TABLE asset (file TEXT PRIMARY KEY, users INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE article (path TEXT PRIMARY KEY, digest TEXT NOT NULL, copy TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE listing (part TEXT PRIMARY KEY, held TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE seen (part TEXT PRIMARY KEY, held TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE word (word TEXT PRIMARY KEY, holders INTEGER NOT NULL) WITHOUT ROWID;
`;

/**
 * What is read as a whole with each publication is kept by days, in one text each: tens of thousands of rows take longer to read than
 * what is in them. Names are paths of articles, or of files and folders below `content/`.
 */
const partsOf = {
  listing: (path: string) => path.slice(0, '2019/03/01'.length),
  seen: (file: string) => file.split('/').slice(0, 5).join('/'),
};
type Parted = keyof typeof partsOf;

/**
 * What is published, and what it was made of, on disk: a record for each file of the site with the articles that it shows, and one for
 * each article. It says what was last published, never what was only read. Where it is damaged, or of another form, it is as if nothing
 * were published.
 */
export class PressIndex {
  readonly #file: string;
  readonly #changes: string;
  #db: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();
  #standing: { turn: number; is: Standing } | undefined;
  /** Changes by their parts, while they are taken in. */
  readonly #changed = new Map<string, Map<string, unknown>>();
  readonly #ino: number;

  /** Takes in what a publication has left that came to its end. */
  constructor(root: string) {
    this.#file = path.join(root, indexFile);
    this.#changes = path.join(root, changesFile);
    mkdirSync(path.dirname(this.#file), { recursive: true });
    try {
      this.#db = opened(this.#file);
      this.take();
    } catch {
      // A disk that is full refuses what follows as well.
      for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(this.#file + ending, { force: true });
      rmSync(this.#changes, { force: true });
      this.#db = opened(this.#file);
    }
    this.#ino = statSync(this.#file).ino;
  }

  get standing(): Standing {
    const { turn } = this;
    // Another process may have published since it was read.
    if (this.#standing?.turn !== turn) {
      const nothing: Standing = { asOf: '', backNumbers: {}, books: {}, others: [] };
      this.#standing = { turn, is: (JSON.parse(this.#fact('standing') ?? 'null') as Standing | null) ?? nothing };
    }
    return this.#standing.is;
  }

  /** Another for each publication. */
  get turn(): number {
    return Number(this.#fact('turn') ?? 0);
  }

  /** Every output, by its address. A part of the search index goes by the address of its records. */
  outputs(): Map<string, Output> {
    const rows = this.#all('SELECT address, key, file, stamp, assets FROM output') as unknown as Row[];
    return new Map(rows.map((row) => [row.address, outputOf(row)]));
  }

  output(address: string): Output | undefined {
    const row = this.#get('SELECT address, key, file, stamp, assets FROM output WHERE address = ?', address);
    return row && outputOf(row as unknown as Row);
  }

  /** How many outputs there are. */
  get size(): number {
    return Number(this.#get('SELECT count(*) AS size FROM output')?.['size']);
  }

  /** Whether its file is still the one that is there. */
  isThere(): boolean {
    return statSync(this.#file, { throwIfNoEntry: false })?.ino === this.#ino;
  }

  /** Addresses of the outputs that show something of an article. */
  showing({ path, id }: { path: string; id: string }): string[] {
    return [...new Set([path, `a/${id}`].flatMap((name) => this.leadingTo(name)))];
  }

  /** The same of an article by one of its names: its path, or `a/<id>`. */
  leadingTo(name: string): string[] {
    const rows = this.#all(
      'SELECT address FROM shown JOIN output ON number = output WHERE article = ?',
      numberOf(name),
    );
    return rows.map(({ address }) => String(address));
  }

  /** Addresses of outputs that begin so. */
  addressesUnder(start: string): string[] {
    const rows = this.#all(
      'SELECT address FROM output WHERE address >= ? AND address < ?',
      start,
      `${start}\u{10ffff}`,
    );
    return rows.map(({ address }) => String(address));
  }

  /** How many outputs need a file that is not their own. */
  usersOf(file: string): number {
    return Number(this.#get('SELECT users FROM asset WHERE file = ?', file)?.['users'] ?? 0);
  }

  /** Such files whose names begin so. */
  assetsUnder(start: string): string[] {
    const rows = this.#all('SELECT file FROM asset WHERE file >= ? AND file < ?', start, `${start}\u{10ffff}`);
    return rows.map(({ file }) => String(file));
  }

  /** What lists know of every article, by its path, in the order of these. */
  listings(): Map<string, Listing & { keywords: string }> {
    return allIn<Listing & { keywords: string }>(this.#each('SELECT held FROM listing ORDER BY part'));
  }

  article(path: string): Kept<FiledArticle> | undefined {
    const row = this.#get('SELECT digest, copy FROM article WHERE path = ?', path);
    return row && keptOf(row);
  }

  articles(): Map<string, Kept<FiledArticle>> {
    return new Map(
      this.#all('SELECT path, digest, copy FROM article').map((row) => [String(row['path']), keptOf(row)]),
    );
  }

  /** Stamps of files and folders below `content/`, as they were when what is published was read. */
  seen(): Map<string, string> {
    return new Map(this.seenOneByOne());
  }

  /** The same without holding them all: of 100,000 articles they are 200,000. */
  seenOneByOne(): Iterable<[place: string, stamp: string]> {
    return eachIn<string>(this.#each('SELECT held FROM seen ORDER BY part'));
  }

  /** Whether it is known how many articles have a word among the telling ones. */
  get knowsWords(): boolean {
    return this.#get('SELECT 1 AS one FROM word LIMIT 1') !== undefined;
  }

  /** In how many of the articles that are out a word is. */
  holdersOf(word: string): number {
    return Number(this.#get('SELECT holders FROM word WHERE word = ?', word)?.['holders'] ?? 0);
  }

  stampOf(place: string): string | undefined {
    return this.#part('seen', partsOf.seen(place))[place] as string | undefined;
  }

  /**
   * Puts changes down, to be taken in when they are true.
   * @param file that is to become `changesFile` with the publication
   */
  putDown(file: string, changes: Changes): void {
    const lines = [JSON.stringify(['turn', this.turn])];
    const flush = () => {
      writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'a' });
      lines.length = 0;
    };
    rmSync(file, { force: true });
    const add = (...line: unknown[]) => {
      if (lines.push(JSON.stringify(line)) > 1000) flush();
    };
    add('standing', changes.standing);
    for (const address of changes.gone) add('gone', address);
    for (const [address, output, shows] of changes.rendered) add('output', address, output, shows);
    for (const path of changes.withoutArticles) add('lost', path);
    for (const [path, { copy, digest }] of changes.articles)
      add('article', path, listingOf(copy.filed), copy.keywords, digest, copy);
    for (const [file, stamp] of changes.seen) add('seen', file, stamp);
    if (!changes.words || changes.words.isAll) add('words');
    for (const [word, holders] of changes.words?.holders ?? []) add('word', word, holders);
    flush();
  }

  /** Takes in changes that were put down, where there are any. Each publication is taken in once. */
  take(): void {
    if (!existsSync(this.#changes)) return;
    const lines = linesOf(this.#changes);
    const first = lines.next().value ?? '';
    if ((JSON.parse(first) as [string, number])[1] === this.turn) {
      this.#db.exec('BEGIN IMMEDIATE');
      try {
        for (const line of lines) this.#takeLine(JSON.parse(line) as Line);
        this.#putParts();
        this.#run('INSERT OR REPLACE INTO fact VALUES (?, ?)', 'turn', String(this.turn + 1));
        this.#db.exec('COMMIT');
      } catch (error) {
        this.#db.exec('ROLLBACK');
        this.#changed.clear();
        throw error;
      }
    }
    lines.return();
    rmSync(this.#changes);
  }

  close(): void {
    this.#db.close();
  }

  #takeLine([what, name, ...values]: Line): void {
    switch (what) {
      case 'standing':
        return this.#run('INSERT OR REPLACE INTO fact VALUES (?, ?)', 'standing', JSON.stringify(name));
      case 'gone':
        return this.#remove(String(name));
      case 'output': {
        const [output, shows] = values as [Output, string[]];
        const address = String(name);
        this.#remove(address);
        this.#run(
          'INSERT INTO output (address, key, file, stamp, assets) VALUES (?, ?, ?, ?, ?)',
          address,
          output.key,
          output.file,
          output.stamp,
          JSON.stringify(output.assets),
        );
        const number = Number(this.#get('SELECT last_insert_rowid() AS number')?.['number']);
        for (const article of shows) this.#run('INSERT OR IGNORE INTO shown VALUES (?, ?)', numberOf(article), number);
        for (const file of sharedBy(output))
          this.#run('INSERT INTO asset VALUES (?, 1) ON CONFLICT (file) DO UPDATE SET users = users + 1', file);
        return;
      }
      case 'lost':
        this.#change('listing', String(name), undefined);
        return this.#run('DELETE FROM article WHERE path = ?', String(name));
      case 'article': {
        const [listing, keywords, digest, copy] = values;
        this.#change('listing', String(name), { ...(listing as Listing), keywords });
        return this.#run(
          'INSERT OR REPLACE INTO article VALUES (?, ?, ?)',
          String(name),
          String(digest),
          JSON.stringify(copy),
        );
      }
      case 'seen':
        return this.#change('seen', String(name), values[0] ?? undefined);
      case 'words':
        return this.#run('DELETE FROM word');
      case 'word':
        return this.#run('INSERT OR REPLACE INTO word VALUES (?, ?)', String(name), Number(values[0]));
    }
  }

  #part(of: Parted, part: string): Record<string, unknown> {
    const held = this.#get(`SELECT held FROM ${of} WHERE part = ?`, part)?.['held'];
    return held === undefined ? {} : (JSON.parse(String(held)) as Record<string, unknown>);
  }

  /** Takes note of a change, to be put with others of its part. */
  #change(of: Parted, name: string, value: unknown): void {
    const key = `${of} ${partsOf[of](name)}`;
    const changes = this.#changed.get(key) ?? new Map<string, unknown>();
    this.#changed.set(key, changes.set(name, value));
  }

  #putParts(): void {
    for (const [key, changes] of this.#changed) {
      const [of, part] = [key.slice(0, key.indexOf(' ')) as Parted, key.slice(key.indexOf(' ') + 1)];
      const all = new Map([...Object.entries(this.#part(of, part)), ...changes]);
      const held = [...all].filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
      if (held.length > 0)
        this.#run(`INSERT OR REPLACE INTO ${of} VALUES (?, ?)`, part, JSON.stringify(Object.fromEntries(held)));
      else this.#run(`DELETE FROM ${of} WHERE part = ?`, part);
    }
    this.#changed.clear();
  }

  #remove(address: string): void {
    const output = this.output(address);
    if (!output) return;
    this.#run('DELETE FROM shown WHERE output = (SELECT number FROM output WHERE address = ?)', address);
    this.#run('DELETE FROM output WHERE address = ?', address);
    for (const file of sharedBy(output)) {
      this.#run('UPDATE asset SET users = users - 1 WHERE file = ?', file);
      this.#run('DELETE FROM asset WHERE file = ? AND users <= 0', file);
    }
  }

  #fact(name: string): string | undefined {
    return this.#get('SELECT value FROM fact WHERE name = ?', name)?.['value'] as string | undefined;
  }

  #statement(sql: string): StatementSync {
    const known = this.#prepared.get(sql) ?? this.#db.prepare(sql);
    this.#prepared.set(sql, known);
    return known;
  }

  #all(sql: string, ...values: (string | number)[]) {
    return this.#statement(sql).all(...values);
  }

  #each(sql: string): Iterable<Record<string, unknown>> {
    return this.#statement(sql).iterate();
  }

  #get(sql: string, ...values: (string | number)[]) {
    return this.#statement(sql).get(...values);
  }

  #run(sql: string, ...values: (string | number)[]): void {
    this.#statement(sql).run(...values);
  }
}

export const indexFile = '.astro/index.db';

/** A paper as it was read for what is published. */
interface LastRead {
  /** By their paths. */
  articles: ReadonlyMap<string, Kept<FiledArticle>>;
  portraits: readonly StampedPicture[];
  /** Stamps of files and folders below `content/`. */
  seen: ReadonlyMap<string, string>;
}

/** What is known of a paper without opening its index for writing: nothing where that cannot be told. */
export function lastRead(root: string): LastRead {
  const nothing: LastRead = { articles: new Map(), portraits: [], seen: new Map() };
  const file = path.join(root, indexFile);
  if (!existsSync(file)) return nothing;
  try {
    using db = new DatabaseSync(file, { readOnly: true });
    if (db.prepare('PRAGMA user_version').get()?.['user_version'] !== form) return nothing;
    const standing = db.prepare("SELECT value FROM fact WHERE name = 'standing'").get()?.['value'];
    const { entries = {} } = JSON.parse(String(standing)) as { entries?: Record<string, Entry[]> };
    const rows = db.prepare('SELECT path, digest, copy FROM article').all();
    const seen = db.prepare('SELECT held FROM seen').all();
    return {
      articles: new Map(rows.map((row) => [String(row['path']), keptOf(row)])),
      portraits: (entries['contributors'] ?? []).flatMap(({ data }) => (data['portrait'] as StampedPicture) ?? []),
      seen: allIn<string>(seen),
    };
  } catch {
    return nothing;
  }
}

/** Where changes lie from the moment when their publication is at its end until they are taken in. */
export const changesFile = '.astro/index.changes';

type Line = [
  what: 'standing' | 'gone' | 'output' | 'lost' | 'article' | 'seen' | 'words' | 'word',
  name: unknown,
  ...values: unknown[],
];

interface Row extends Omit<Output, 'assets'> {
  address: string;
  assets: string;
}

function opened(file: string): DatabaseSync {
  const isNew = !existsSync(file) || statSync(file).size === 0;
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = -32000;');
  if (isNew) db.exec(`BEGIN; ${tables} PRAGMA user_version = ${form}; COMMIT;`);
  const version = db.prepare('PRAGMA user_version').get()?.['user_version'];
  if (version === form) return db;
  db.close();
  throw new Error('The index is of another form.');
}

/** What is held by all parts, by name. */
function allIn<T>(parts: Iterable<Record<string, unknown>>): Map<string, T> {
  const all = new Map<string, T>();
  for (const { held } of parts) {
    const part = JSON.parse(String(held)) as Record<string, T>;
    // Tens of thousands, of which pairs would be made as well.
    for (const name in part) all.set(name, part[name] as T);
  }
  return all;
}

function* eachIn<T>(parts: Iterable<Record<string, unknown>>): Iterable<[name: string, value: T]> {
  for (const { held } of parts) yield* Object.entries(JSON.parse(String(held)) as Record<string, T>);
}

function outputOf({ key, file, stamp, assets }: Row): Output {
  return { key, file, stamp, assets: JSON.parse(assets) as string[] };
}

function keptOf({ digest, copy }: Record<string, unknown>): Kept<FiledArticle> {
  return { digest: String(digest), copy: JSON.parse(String(copy)) as Copy<FiledArticle> };
}

/** Files that an output needs and others may need as well: all but its own compressed forms. */
export function sharedBy({ file, assets }: Pick<Output, 'file' | 'assets'>): string[] {
  return assets.filter((asset) => !asset.startsWith(`${file}.`));
}

/** A number that stands for an article in an index; two may have one, which costs no more than a look too many. */
function numberOf(article: string): number {
  let number = 0;
  for (let at = 0; at < article.length; at += 1) number = (number * 31 + article.charCodeAt(at)) % 0x1fffffffffff;
  return number;
}
