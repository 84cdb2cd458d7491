import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { articleKind } from '../filing/article-file.ts';
import { CopyDesk, type Copy, type Kept } from '../filing/copies.ts';
import { isFile } from '../filing/files.ts';
import { currentInstant } from '../filing/now.ts';
import { passagesFile } from '../filing/passages-file.ts';
import type { PictureDesk } from '../filing/pictures.ts';
import { changedSince } from '../filing/stamps.ts';
import type { Publication } from '../newsroom/article.ts';
import { epoch, wholeYears } from '../newsroom/calendar.ts';
import { editionDateOf, isForHosts } from '../newsroom/permalink.ts';
import { mistakesIn, type Problem } from '../newsroom/problem.ts';
import { isOut, openFrom } from '../newsroom/release.ts';
import { reach, weightOfWord } from '../newsroom/similar.ts';
import type { FiledArticle } from '../schema/article.ts';
import { listingOf, type Listing } from '../schema/listing.ts';
import type { Filed } from './entries.ts';
import { isInItsPlace, relatedIn } from './in-its-place.ts';
import type { PressIndex } from './press-index.ts';

/** What lists know of an article, and the words that tell what it is about. */
export type Listed = Listing & { keywords: string };

/** Edits of articles that are out, or not, as before, and stay where they are in every list. */
export interface FewEdits {
  /** Those that are others than they were, by path. */
  articles: ReadonlyMap<string, Kept<FiledArticle>>;
  listings: ReadonlyMap<string, Listed>;
  /** Paths of the articles whose own files may be others. */
  only: ReadonlySet<string>;
  /** Whether what lies at an address may be another. */
  concern: (address: string) => boolean;
  /** The same of the one page of a route, where nothing comes or goes. */
  concernsFixed: (address: string) => boolean;
  /** Addresses that such may be below, those of what comes and goes too. */
  below: readonly string[];
  /** The addresses of all that is concerned, where it is known: texts of articles are others, and nothing else. */
  exactly: readonly string[] | undefined;
  /** All that is to be looked at in the paper. */
  warnings: readonly Problem[];
  /** Stamps of what has changed below `content/`. */
  seen: ReadonlyMap<string, string>;
  /** How many articles that are out have a word among the telling ones, of words of which these are more or fewer; absent where it is not known. */
  holders: ReadonlyMap<string, number> | undefined;
}

/** More articles than these are not looked at one by one. */
const few = 200;

/**
 * Finds out what has been edited since the last publication, and what that concerns. Whatever may change the order or the number of
 * anything, or is not sure to be right, is for a build that looks at everything: then there is nothing here.
 * @param listings as of that publication
 * @param touched files that may be others, from the paper's folder; where that is not known they are looked for
 */
export async function fewEdits({
  root,
  index,
  listings,
  filed,
  pictures,
  publication,
  touched,
}: {
  root: string;
  index: PressIndex;
  listings: ReadonlyMap<string, Listed>;
  filed: Filed;
  pictures: PictureDesk;
  publication: Publication;
  touched?: ReadonlySet<string> | undefined;
}): Promise<FewEdits | undefined> {
  const { asOf: since, warnings } = index.standing;
  const asOf = currentInstant();
  if (epoch(asOf) < epoch(since) || hasOpened(listings, since, asOf)) return undefined;
  const seen = differenceIn(root, index, touched);
  const names = seen && articlesAt([...seen.keys()], listings);
  if (!names || names.size > few) return undefined;

  const bodies = path.join(root, '.astro/bodies');
  const desk = new CopyDesk({ root, bodies, pictures, publication, blocks: filed.blocks });
  const kind = articleKind(filed.article);
  const files = [...names]
    .flatMap((name) => [`${name}/index.md`, `${name}/${passagesFile}`])
    .filter((file) => isFile(path.join(root, kind.folder, file)));
  const before = new Map([...names].map((name) => [name, index.article(name)]));
  const read = await desk.read(kind, (name) => before.get(name), undefined, files);
  if (mistakesIn(read.problems).length > 0 || read.copies.size < names.size) return undefined;

  const scope = new Scope(listings, asOf);
  const articles = new Map<string, Kept<FiledArticle>>();
  for (const [name, kept] of read.copies) {
    const last = before.get(name);
    if (kept === last) continue;
    if (!last || !isInItsPlace(name, last.copy, kept.copy, (path) => listings.get(path))) return undefined;
    articles.set(name, kept);
    if (!scope.take(name, last.copy, kept.copy)) return undefined;
  }
  for (const name of turned(listings, since, asOf)) scope.look(name);
  const found = scope.found(index);
  if (found.only.size > few) return undefined;
  const readFiles = new Set([...names].map((name) => `${kind.folder}/${name}/index.md`));
  const others = (warnings as Problem[] | undefined)?.filter(({ file }) => !readFiles.has(file)) ?? [];
  return { articles, seen, warnings: [...others, ...read.problems], ...found };
}

/** What has changed of what lies below `content/`; `undefined` where something has come or gone. */
function differenceIn(
  root: string,
  index: PressIndex,
  touched: ReadonlySet<string> | undefined,
): ReadonlyMap<string, string> | undefined {
  const isKnown = (place: string) => index.stampOf(place) !== undefined;
  const asked = touched && new Map([...touched].map((place) => [place, index.stampOf(place)]));
  const places = asked
    ? [...asked].filter((each): each is [string, string] => each[1] !== undefined)
    : index.seenOneByOne();
  if (!asked && !isKnown('content')) return undefined;
  // What was there for a moment alone, an editor's copy of a file, is nothing.
  const isNew = (place: string) => asked?.get(place) === undefined && isFile(path.join(root, place));
  if (asked && [...asked.keys()].some(isNew)) return undefined;
  const { changed, comeOrGone } = changedSince(root, places, isKnown);
  return comeOrGone.length > 0 ? undefined : changed;
}

/** Articles to which changed places belong; `undefined` where another file has changed. */
function articlesAt(places: readonly string[], listings: ReadonlyMap<string, Listed>): Set<string> | undefined {
  const names = new Set<string>();
  for (const place of places) {
    const [, name = '', file] = /^content\/articles\/((?:[^/]+\/){3}[^/]+)(\/.+)?$/.exec(place) ?? [];
    if (listings.has(name)) {
      if (file) names.add(name);
    } else if (!/^content(?:\/articles(?:\/\d+){0,3})?$/.test(place)) return undefined;
  }
  return names;
}

/** Whether a story comes out by itself between two instants. */
function hasOpened(listings: ReadonlyMap<string, Listed>, since: string, asOf: string): boolean {
  const [from, to] = [epoch(since), epoch(asOf)];
  if (from === to) return false;
  return listings.values().some((listed) => {
    const at = openFrom(listed);
    return at > from && at <= to;
  });
}

/** Articles that have become a year older between two instants: their pages say so. */
function turned(listings: ReadonlyMap<string, Listed>, since: string, asOf: string): string[] {
  const day = 86_400_000;
  const [from, to] = [epoch(since) - day, epoch(asOf) + day];
  if (since === asOf) return [];
  const days = new Set<string>();
  for (let at = from; at <= to && days.size < 367; at += day) days.add(new Date(at).toISOString().slice(5, 10));
  // Of the 29th of February in years without it.
  if (days.has('02-28') || days.has('03-01')) days.add('02-29');
  return [...listings]
    .filter(([, { published }]) => days.has(published.slice(5, 10)))
    .filter(([, { published }]) => wholeYears(published, since) !== wholeYears(published, asOf))
    .map(([name]) => name);
}

/** What edits concern, gathered edit by edit. */
class Scope {
  readonly only = new Set<string>();
  readonly #asOf: string;
  readonly #listings: Map<string, Listed>;
  readonly #shown = new Set<string>();
  readonly #exactly = new Set<string>();
  /** Articles of which sitemaps say what they said. */
  readonly #asMapped = new Set<string>();
  /** Articles of which the text alone is another. */
  readonly #reworded = new Set<string>();
  /** Of how many more articles a word tells what they are about. */
  readonly #more = new Map<string, number>();
  // What goes out of date by itself, and may come and go.
  readonly #below = new Set(['/sitemaps/news.xml', '/.well-known/security.txt']);

  constructor(listings: ReadonlyMap<string, Listed>, asOf: string) {
    this.#listings = new Map(listings);
    this.#asOf = asOf;
  }

  /** Has an article's own files looked at, and the books that it is in. */
  look(name: string): void {
    this.only.add(name);
    this.#exactly.add(`/${name.slice(0, '2019/03/01'.length)}/books.json`);
    const { print } = this.#listings.get(name) ?? {};
    if (print) this.#exactly.add(`/editions/${print.edition}/books.json`);
  }

  /** Takes in an edit. @returns whether all is found that it concerns */
  take(name: string, last: Copy<FiledArticle>, copy: Copy<FiledArticle>): boolean {
    const listed = { ...listingOf(copy.filed), keywords: copy.keywords };
    const before = this.#listings.get(name);
    this.#listings.set(name, listed);
    if (!isOut(listed, this.#asOf)) return true;
    this.look(name);
    this.#shown.add(name);
    if (last.keywords !== copy.keywords) {
      this.#count(last.keywords, -1);
      this.#count(copy.keywords, 1);
    }
    if (isDeepStrictEqual({ ...last, bodyKey: '' }, { ...copy, bodyKey: '' })) this.#reworded.add(name);
    if (isDeepStrictEqual(mappedIn(last), mappedIn(copy))) this.#asMapped.add(name);
    if (!isDeepStrictEqual(before?.corrections, listed.corrections)) {
      this.#below.add('/corrections');
      // With the first one there is a feed of them.
      this.#exactly.add('/feeds.opml');
    }
    if (!isDeepStrictEqual(weightsIn(last), weightsIn(copy))) this.#lookAtDay(name);
    return (
      (last.keywords === copy.keywords && last.filed.headline === copy.filed.headline) ||
      this.#lookAtLikes(name, last.keywords.split(' '), copy.keywords.split(' '))
    );
  }

  #count(keywords: string, articles: number): void {
    for (const word of wordsIn(keywords)) this.#more.set(word, (this.#more.get(word) ?? 0) + articles);
  }

  /** What shows the stories of a day in an order, which each of them may change. */
  #lookAtDay(name: string): void {
    const day = name.slice(0, '2019/03/01'.length);
    const [year, month] = ['2019', '2019/03'].map((period) => `/${day.slice(0, period.length)}`);
    for (const address of [`/${day}`, month, year, '/archive']) if (address) this.#exactly.add(address);
    this.#below.add(`/${day}/page`).add(`/editions/${editionDateOf({ path: name })}`);
    for (const [path, { print }] of this.#listings)
      if (print && path.startsWith(`${day}/`)) this.#below.add(`/editions/${print.edition}`);
  }

  /** Articles that may find it to be about the same as they are, or no more, and those to which a word of it now weighs more or less. */
  #lookAtLikes(name: string, last: readonly string[], words: readonly string[]): boolean {
    const all = [...this.#listings].filter(([, listed]) => isOut(listed, this.#asOf));
    const moved = new Set([name]);
    for (const word of new Set([...last, ...words])) {
      if (last.includes(word) === words.includes(word) || word === '') continue;
      const holders = all.filter(([, { keywords }]) => ` ${keywords} `.includes(` ${word} `)).map(([path]) => path);
      const before = holders.length + (words.includes(word) ? -1 : 1);
      if (weightOfWord(before, all.length) === weightOfWord(holders.length, all.length)) continue;
      if (holders.length > few / reach) return false;
      for (const path of holders) moved.add(path);
    }
    for (const path of moved) for (const other of this.#near(path)) this.look(other);
    return this.only.size <= few;
  }

  /** Articles that have this one among those that they may be like: the nearest in its section and in each of its topics. */
  #near(name: string): string[] {
    const { section, topics = [] } = this.#listings.get(name) ?? {};
    const lists = [
      (listed: Listed) => listed.section === section,
      ...topics.map((topic) => (listed: Listed) => listed.topics.includes(topic)),
    ];
    return lists.flatMap((isOn) => {
      const list = [...this.#listings]
        .filter(([, listed]) => isOn(listed) && isOut(listed, this.#asOf))
        .map(([path, { published }]) => ({ path, at: epoch(published) }))
        .sort((a, b) => a.at - b.at || (a.path < b.path ? -1 : 1))
        .map(({ path }) => path);
      const place = list.indexOf(name);
      return list.slice(Math.max(0, place - reach), place + reach + 1);
    });
  }

  found(index: PressIndex): Omit<FewEdits, 'articles' | 'warnings' | 'seen'> {
    for (const name of this.#shown) {
      const { id = '' } = this.#listings.get(name) ?? {};
      for (const address of index.showing({ path: name, id })) {
        // An article that stays in its place has the addresses that it had.
        if (isForHosts(address)) continue;
        // To find out that it says the same takes as many articles as a month has.
        if (address.startsWith('/sitemaps/') && this.#asMapped.has(name)) continue;
        const other = articleAt(address);
        const isOfArticle = other !== undefined && this.#listings.has(other);
        if (this.#reworded.has(name) && (isOfArticle || hasNoText(address))) continue;
        this.#exactly.add(address);
        if (isOfArticle) this.look(other);
        // Files that were made of a printed edition go with what they were made of.
        const [edition] = /^\/editions\/\d[^/]+/.exec(address) ?? [];
        if (edition) this.#below.add(edition);
      }
    }
    const below = [...this.#below, ...[...this.only].map((name) => `/${name}`)];
    const concern = (address: string) => {
      const own = articleAt(address);
      return (
        this.#exactly.has(address) ||
        (own !== undefined && this.only.has(own)) ||
        [...this.#below].some((place) => address === place || address.startsWith(`${place}/`))
      );
    };
    const ofTextsAlone = [...this.#shown].every((name) => this.#reworded.has(name));
    const exactly = [...this.#exactly, ...below, ...below.flatMap((place) => index.addressesUnder(place))];
    const holders = [...this.#more].map(([word, more]) => [word, index.holdersOf(word) + more] as const);
    return {
      listings: this.#listings,
      holders: index.knowsWords ? new Map(holders) : undefined,
      only: this.only,
      concern,
      concernsFixed: (address) => !ofTextsAlone || !hasNoText(address),
      below,
      exactly: ofTextsAlone ? exactly : undefined,
    };
  }
}

function wordsIn(keywords: string): string[] {
  return keywords ? keywords.split(' ') : [];
}

/** How many of the articles that are out at an instant have a word among the telling ones. */
export function holdersIn(listings: ReadonlyMap<string, Listed>, asOf: string): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const listed of listings.values())
    if (isOut(listed, asOf))
      for (const word of wordsIn(listed.keywords)) holders.set(word, (holders.get(word) ?? 0) + 1);
  return holders;
}

/** The article to which an address belongs, where it has the form of one. */
function articleAt(address: string): string | undefined {
  return /^\/((?:\d+\/){3}[^/]+)/.exec(address)?.[1];
}

/** Whether what lies at an address says of articles what lists do, and nothing of their texts. */
function hasNoText(address: string): boolean {
  return pagesWithoutTexts.has(address) || listed.test(address);
}

const pagesWithoutTexts = new Set([
  ...['/', '/404', '/archive', '/corrections', '/saved', '/search'],
  ...['/llms.txt', '/manifest.webmanifest', '/robots.txt', '/sitemap.xml'],
]);

/** Lists, and short links. Feeds, which have texts, have a dot in their names. */
const listed = /^\/(?:(?:sections|topics|contributors|corrections|a)\/|\d{4}(?:\/|$))[^.]*$/;

/** What an article weighs by on its day, or gives others weight by. */
function weightsIn(copy: Copy<FiledArticle>): unknown[] {
  const { picture, standfirst = '' } = copy.filed;
  return [
    picture !== undefined,
    Math.min(80, standfirst.length),
    relatedIn(copy),
    copy.references.map(({ path }) => path),
  ];
}

/** What sitemaps say of an article besides where it is. */
function mappedIn({ filed: { updated, corrections, picture }, leadPicture, pictures }: Copy<FiledArticle>): unknown[] {
  return [updated, corrections, picture && pictures.find(({ path }) => path === leadPicture)];
}
