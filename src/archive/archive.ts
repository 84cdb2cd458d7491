import { cacheDir } from 'astro:config/server';
import { getCollection, type CollectionEntry } from 'astro:content';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { handed } from '../astro/internals.ts';
import { currentInstant } from '../filing/now.ts';
import { BodyCache, bodiesFolder } from '../body/body-cache.ts';
import type { Body } from '../body/body.ts';
import type { Article, Contributor, Heading, PictureFile, Publication, StaticPage } from '../newsroom/article.ts';
import { digestOf } from '../newsroom/digest.ts';
import { isShown, type Edition } from '../newsroom/edition.ts';
import { isOut } from '../newsroom/release.ts';
import { shownPlan } from '../newsroom/front-plan.ts';
import { directionOf } from '../newsroom/language.ts';
import { settingWithin } from '../newsroom/typography/setting.ts';
import { article } from '../schema/article.ts';

type Entry = CollectionEntry<'articles'>;

let loaded: { turn: number; edition: Promise<Edition> } | undefined;

/**
 * The paper as of the instant in `BROADSHEET_NOW`, or of the start of the build.
 * A collection is loaded once a build; while a paper is written it is loaded for each request.
 * What is as it was in the edition before is the same object.
 */
export function currentEdition(): Promise<Edition> {
  if (import.meta.env.DEV) return loadEdition();
  const { turn } = handed();
  if (loaded?.turn !== turn) loaded = { turn, edition: loadEdition() };
  return loaded.edition;
}

/** The body of an article or a static page: its parts in reading order, and its length. */
export function bodyOf({ bodyKey }: { bodyKey: string }): Body {
  const body = new BodyCache(bodiesFolder(cacheDir)).read(bodyKey);
  if (!body) throw new Error(`The rendered body ${bodyKey} is gone from the cache. Build again.`);
  return body;
}

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

async function loadEdition(): Promise<Edition> {
  const [publications, sections, topics, contributors, elsewhere, fronts, pages, entries] = await Promise.all([
    getCollection('publication'),
    getCollection('sections'),
    getCollection('topics'),
    getCollection('contributors'),
    getCollection('related'),
    getCollection('fronts'),
    getCollection('pages'),
    getCollection('articles'),
  ]);
  const publication = publications[0]?.data;
  if (!publication) throw new Error('content/publication.yaml is missing or has mistakes.');
  const asOf = currentInstant();
  const named = <T extends object>(list: { id: string; data: T }[]) =>
    new Map(list.map(({ id, data }) => [id, once(data, [], () => ({ id, ...data }))]));
  const desk: Desk = {
    sections: named(sections),
    topics: named(topics),
    contributors: new Map(contributors.map((entry) => [entry.id, once(entry.data, [], () => contributorOf(entry))])),
  };

  const articles = new Map<string, Article>();
  const held = new Map<string, Article>();
  const out: { entry: Entry; article: Article }[] = [];
  for (const entry of entries) {
    const article = once(entry.data, partsOf(entry, publication, desk), () => articleOf(entry, publication, desk));
    if (!isOut(article, asOf) && !import.meta.env.DEV) continue;
    (isOut(article, asOf) ? articles : held).set(article.path, article);
    out.push({ entry, article });
  }
  const others = named(elsewhere);
  // An article stays the same object when another beside it is a new one: whoever shows that looks at it as well.
  for (const { entry, article } of out) article.related = relatedGroups(entry.data.filed.related, { articles, others });
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
  };
}

const known = new WeakMap<object, { parts: readonly unknown[]; made: unknown }>();

/** What is made of data: the same object as long as data and parts are the same objects. */
function once<T>(data: object, parts: readonly unknown[], make: () => T): T {
  const before = known.get(data);
  if (before && before.parts.length === parts.length && before.parts.every((part, index) => part === parts[index]))
    return before.made as T;
  const made = make();
  known.set(data, { parts, made });
  return made;
}

/** What an article is made of besides what is filed of it. */
function partsOf({ data: { filed } }: Entry, publication: Publication, desk: Desk): unknown[] {
  return [
    publication,
    desk.sections.get(filed.section),
    ...filed.topics.map((topic) => desk.topics.get(topic)),
    ...filed.contributors.map(({ who }) => desk.contributors.get(who)),
  ];
}

type Elsewhere = Extract<Article['related'][number]['stories'][number], { elsewhere: unknown }>['elsewhere'];

/** The stories beside an article that can be shown there. */
function relatedGroups(
  filed: Entry['data']['filed']['related'],
  { articles, others }: { articles: ReadonlyMap<string, Article>; others: ReadonlyMap<string, Elsewhere> },
): Article['related'] {
  return filed
    .map(({ heading, stories }) => ({
      heading,
      stories: stories.flatMap((story): Article['related'][number]['stories'] => {
        if ('elsewhere' in story) {
          const other = others.get(story.elsewhere);
          return other ? [{ elsewhere: other, note: story.note }] : [];
        }
        const other = articles.get(story.article);
        return other && isShown(other) ? [{ article: other, note: story.note }] : [];
      }),
    }))
    .filter(({ stories }) => stories.length > 0);
}

type Desk = Pick<Edition, 'sections' | 'topics' | 'contributors'>;

function headingOf(headings: ReadonlyMap<string, Heading>, id: string): Heading {
  return headings.get(id) ?? { id, name: id };
}

// The stamp says when a file was read, not what it shows.
function pictureOf({ path, width, height, format, hash, transparent, still }: PictureFile): PictureFile {
  return { path, width, height, format, hash, transparent, still };
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

function articleOf({ id: path, data }: Entry, publication: Publication, desk: Desk): Article {
  const { filed, bodyKey, leadPicture } = data;
  const language = filed.language ?? publication.language;
  const pictures = data.pictures.map(pictureOf);
  const leadFile = pictures.find((each) => each.path === leadPicture);
  return {
    ...filed,
    path,
    opening: data.opening,
    section: headingOf(desk.sections, filed.section),
    topics: filed.topics.map((topic) => headingOf(desk.topics, topic)),
    contributors: filed.contributors.flatMap(({ who, role }) => {
      const contributor = desk.contributors.get(who);
      return contributor ? [{ contributor, role }] : [];
    }),
    picture: filed.picture && leadFile ? { ...filed.picture, file: leadFile } : undefined,
    related: [],
    ...settingWithin(publication, language),
    direction: filed.direction ?? directionOf(language),
    licence: filed.licence ?? publication.licence,
    bodyKey,
    pictures,
    mentions: data.references.map((reference) => reference.path),
    keywords: data.keywords ? data.keywords.split(' ') : [],
    added: addedTo(filed),
  };
}

/** What stands in fields that the paper has added to those of every article. */
function addedTo(filed: object): Article['added'] {
  const added = Object.entries(filed).filter(([name]) => !(name in article.shape));
  return added.length > 0 ? Object.fromEntries(added) : undefined;
}
