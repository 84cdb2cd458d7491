import { cacheDir } from 'astro:config/server';
import { getCollection, type CollectionEntry } from 'astro:content';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { handed, pathsAsAsked } from '../astro/internals.ts';
import { currentInstant } from '../filing/now.ts';
import { BodyCache, bodiesFolder } from '../body/body-cache.ts';
import type { Body } from '../body/body.ts';
import type { Article, Contributor, Publication, StaticPage } from '../newsroom/article.ts';
import { digestOf } from '../newsroom/digest.ts';
import { isShown, type Edition } from '../newsroom/edition.ts';
import type { Imported } from '../newsroom/moved.ts';
import { problemReport } from '../newsroom/problem.ts';
import { tellHeld, toMend } from '../newsroom/to-mend.ts';
import { isOut } from '../newsroom/release.ts';
import { shownPlan } from '../newsroom/front-plan.ts';
import { directionOf } from '../newsroom/language.ts';
import { settingWithin } from '../newsroom/typography/setting.ts';
import { LaidOut, pictureOf, type Desk, type FiledEntry } from './laid-out.ts';

let loaded: { turn: number; at: number; edition: Promise<Edition> } | undefined;

/** Milliseconds for which an edition serves where the paper is written: stories come out by themselves. */
const minute = 60_000;

/**
 * The paper as of the instant in `BROADSHEET_NOW`, or of the start of the build.
 * A collection is loaded once a build; while a paper is written it is loaded again when something is saved.
 * What is as it was in the edition before is the same object.
 */
export function currentEdition(): Promise<Edition> {
  const { turn } = handed();
  const isOld = import.meta.env.DEV && loaded && Date.now() - loaded.at > minute;
  if (loaded?.turn !== turn || isOld) loaded = { turn, at: Date.now(), edition: loadEdition() };
  return loaded.edition;
}

/** Stories that were imported into the paper; of two lines of one story the later counts. */
export function importedStories(): Imported[] {
  const file = fileURLToPath(new URL('../content/imports.jsonl', cacheDir));
  if (!existsSync(file)) return [];
  const byId = new Map<string, Imported>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    try {
      const imported = JSON.parse(line) as Imported;
      byId.set(imported.id, imported);
    } catch {
      // An empty line, or one that broke off.
    }
  }
  return [...byId.values()];
}

/** Those articles of an edition whose files may be others than they were; all where that is not known. */
export function askedFor({ articles }: Edition): ReadonlyMap<string, Article> {
  const { only } = handed();
  if (!only) return articles;
  return new Map(
    [...only].flatMap((path) => {
      const article = articles.get(path);
      return article ? [[path, article] as const] : [];
    }),
  );
}

/**
 * Paths of a route that has some of each article. Where the paper is written they are made of the article at whose address something is asked
 * for, in which they are.
 */
export function pathsOfArticles<Path extends { params: object }>(
  articles: readonly ReadonlyMap<string, Article>[],
  pathsOf: (article: Article) => readonly Path[],
): Path[] {
  if (!import.meta.env.DEV) return articles.flatMap((some) => [...some.values()].flatMap(pathsOf));
  return pathsAsAsked((address) => {
    const [, path = ''] = /^\/((?:[^/]+\/){3}[^/]+)/.exec(address) ?? [];
    return articles.flatMap((some) => some.get(path) ?? []).flatMap(pathsOf);
  });
}

/** Books of articles that nothing is asked for, as they were made, by their paths; none where all are asked for. */
export function booksAsMade(address: string): Partial<Record<string, { key: string }>> {
  const { only, booksAt } = handed();
  const books = (only && booksAt?.(address)) ?? {};
  return Object.fromEntries(Object.entries(books).filter(([path]) => !only?.has(path)));
}

/** The body of an article or a static page: its parts in reading order, and its length. */
export function bodyOf({ bodyKey }: { bodyKey: string }): Body {
  const body = lastBodies.get(bodyKey) ?? new BodyCache(bodiesFolder(cacheDir)).read(bodyKey);
  if (!body) throw new Error(`The rendered body ${bodyKey} is gone from the cache. Build again.`);
  for (const first of lastBodies.keys()) if (lastBodies.size >= 4) lastBodies.delete(first);
  lastBodies.set(bodyKey, body);
  return body;
}

/** Those that were asked for last: an article's page and its other forms follow one another. */
const lastBodies = new Map<string, Body>();

/**
 * Files to take away that the desk has made of a printed edition or an article as it is now.
 * @param what the date of the edition, or the path of the article
 * @param key the cache key of the page that they were made of
 */
export function takeawaysOf(what: string, key: () => string): Takeaway[] {
  const made = fileURLToPath(new URL(`takeaway/${what}/`, cacheDir));
  if (!existsSync(made)) return [];
  const folder = path.join(made, key());
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(pdf|epub)$/.test(name))
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name));
      return { name, path: path.join(folder, name), size: bytes.length, hash: digestOf(bytes.toString('latin1')) };
    });
}

/** A file that a reader takes away. */
export interface Takeaway {
  name: string;
  /** On this machine. */
  path: string;
  /** In bytes. */
  size: number;
  hash: string;
}

/**
 * A path of a route. What its page shows, and the key of that, are made when they are asked for: of most pages they are not while
 * nothing has changed of what they show.
 */
export function listedAs<Params, Props>(
  params: Params,
  props: () => Props,
  key: (props: Props) => string,
): { params: Params; readonly props: Props; readonly cacheKey: string } {
  return new ListedAs(params, props, key);
}

// Of a class, since an object that is given accessors of its own takes ten times the memory, and there are tens of thousands.
class ListedAs<Params, Props> {
  readonly params: Params;
  readonly #props: () => Props;
  readonly #key: (props: Props) => string;

  constructor(params: Params, props: () => Props, key: (props: Props) => string) {
    this.params = params;
    this.#props = props;
    this.#key = key;
  }

  get props(): Props {
    return this.#props();
  }

  get cacheKey(): string {
    return this.#key(this.#props());
  }
}

const siteDigests = new WeakMap<object, string>();
const keys = new WeakMap<object, string>();

/** Cache key of a page or a file: a digest of all that it shows. What stands on every page is read once, as is a view of several files. */
export function keyOf(facts: object): string {
  const key = keys.get(facts) ?? newKey(facts);
  keys.set(facts, key);
  return key;
}

function newKey(facts: object): string {
  const { site, ...view } = facts as { site?: object };
  if (!site) return digestOf(JSON.stringify(view));
  const siteDigest = siteDigests.get(site) ?? digestOf(JSON.stringify(site));
  siteDigests.set(site, siteDigest);
  return digestOf(siteDigest, JSON.stringify(view));
}

/** Articles as the press hands them over, or from Astro's store. */
async function filedArticles(): Promise<readonly FiledEntry[]> {
  return (handed().articles as FiledEntry[] | undefined) ?? getCollection('articles');
}

async function loadEdition(): Promise<Edition> {
  const [publications, sections, topics, contributors, elsewhere, fronts, pages, entries] = await Promise.all([
    getCollection('publication'),
    getCollection('sections'),
    getCollection('topics'),
    getCollection('contributors'),
    getCollection('related'),
    getCollection('fronts'),
    getCollection('pages'),
    filedArticles(),
  ]);
  const publication = publications[0]?.data;
  if (!publication) throw new Error(problemReport(toMend()) || 'content/publication.yaml is missing or has mistakes.');
  const hand = handed();
  if (hand.forgets) {
    known = new WeakMap();
    before = undefined;
    hand.forgets = false;
  }
  const asOf = hand.asOf ?? currentInstant();
  const named = <T extends object>(list: { id: string; data: T }[]) =>
    new Map(list.map(({ id, data }) => [id, once(data, () => ({ id, ...data }))]));
  const desk = sameAs(before?.desk, {
    sections: named(sections),
    topics: named(topics),
    contributors: new Map(contributors.map((entry) => [entry.id, once(entry.data, () => contributorOf(entry))])),
  });

  const all = new Map<string, LaidOut>();
  const articles = new Map<string, LaidOut>();
  const held = new Map<string, LaidOut>();
  for (const entry of entries) {
    const last = before?.articles.get(entry.id);
    const article = last?.isOf(entry, publication, desk) ? last : new LaidOut(entry, publication, desk);
    all.set(article.path, article);
    if (isOut(article, asOf)) articles.set(article.path, article);
    else if (import.meta.env.DEV) held.set(article.path, article);
  }
  if (import.meta.env.DEV) tellHeld([...held.keys()]);
  // An article stays the same object when another beside it is a new one: whoever shows that looks at it as well.
  const elsewhereById = named(elsewhere);
  const others = { articles, elsewhere: elsewhereById };
  for (const article of all.values()) article.standAmong(others);
  before = { desk, articles: all };
  const shown = (path: string) => {
    const article = articles.get(path);
    return article !== undefined && isShown(article);
  };
  return {
    publication,
    ...desk,
    pages: new Map(pages.map((entry) => [entry.id, pageOf(entry, publication)])),
    fronts: new Map(
      fronts.map(({ id, data }) => {
        const pairs = data.pairs.map((pair) => pair as [string, string]);
        return [id, shownPlan({ ...data, pairs }, shown)];
      }),
    ),
    asOf,
    articles,
    ...(import.meta.env.DEV && { held }),
    holders: hand.holders,
  };
}

/** What the edition before was laid out with. */
let before: { desk: Desk; articles: ReadonlyMap<string, LaidOut> } | undefined;

let known = new WeakMap();

/** What is made of data: the same object as long as the data are the same object. */
function once<T>(data: object, make: () => T): T {
  const made = (known.get(data) as T | undefined) ?? make();
  known.set(data, made);
  return made;
}

/** A desk, or the one before where all on it is the same. */
function sameAs(last: Desk | undefined, desk: Desk): Desk {
  const isSame = (['sections', 'topics', 'contributors'] as const).every(
    (of) => last?.[of].size === desk[of].size && [...desk[of]].every(([id, each]) => last[of].get(id) === each),
  );
  return last && isSame ? last : desk;
}

function contributorOf({ id, data: { filed, portrait } }: CollectionEntry<'contributors'>): Contributor {
  return {
    ...filed,
    id,
    portrait: filed.portrait && portrait ? { ...filed.portrait, file: pictureOf(portrait) } : undefined,
  };
}

function pageOf({ id, data }: CollectionEntry<'pages'>, publication: Publication): StaticPage {
  const { filed, bodyKey, pictures, references } = data;
  const language = filed.language ?? publication.language;
  return {
    id,
    title: filed.title,
    description: filed.description,
    opening: data.opening,
    ...settingWithin(publication, language),
    direction: filed.direction ?? directionOf(language),
    bodyKey,
    pictures: pictures.map(pictureOf),
    mentions: references.map(({ path }) => path),
  };
}
