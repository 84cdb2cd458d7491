import type { Article } from './article.ts';
import { epoch } from './calendar.ts';
import { isShown, relatedArticles, type Edition } from './edition.ts';
import { wordsIn } from './keywords.ts';
import { listsOf, originOf, type Lists } from './lists.ts';
import { neighboursOf } from './neighbours.ts';

/** Stories that one article shows. */
const most = 4;

/** Points of topics and words below which two stories are not about the same. */
const least = 3;

/** Stories before and as many after one that are looked at, in each list that it is on. */
export const reach = 16;

/**
 * Stories about the same as an article, the likest first: they share topics (a rare one weighs more) or telling words
 * (tf-idf and cosine), and of those the ones of its section and near in time come first. None that the editor
 * named beside the article or in its text, none that stands there as the one before or after, no two with one headline.
 *
 * Points are whole numbers, and what is rare is measured in powers of two: one story more or less moves few lists.
 */
export function similarTo(article: Article, edition: Edition): Article[] {
  const archive = archiveOf(edition);
  const place = archive.places.get(article);
  if (place === undefined) return [];
  const { previous, next } = neighboursOf(article, edition);
  const leftOut = new Set([article, previous, next, ...relatedArticles(article)]);
  for (const path of article.mentions) leftOut.add(edition.articles.get(path));
  const found = candidatesFor(place, archive)
    .filter(({ other }) => !leftOut.has(other) && isShown(other))
    .sort((a, b) => b.points - a.points || a.gap - b.gap || (a.other.path < b.other.path ? 1 : -1));
  const chosen: Article[] = [];
  for (const { other } of found) {
    if (chosen.length === most) break;
    if (![article, ...chosen].some((each) => isSameHeadline(each, other))) chosen.push(other);
  }
  return chosen;
}

/** What is known of all stories together. A story is a number here, its place in the order of publication. */
interface Archive {
  lists: Lists;
  places: ReadonlyMap<Article, number>;
  words: Words;
  /** Places of the stories of lists that were asked for, by the kind of list and its name. */
  listed: Map<string, Uint32Array>;
  /** Milliseconds, by place; not a number where nobody has asked. */
  times: Float64Array;
  /** What the words of a story weigh together, in the same way. */
  lengths: Float64Array;
}

/** The telling words of stories as numbers. */
interface Words {
  at: (place: number, article: Article | undefined) => Uint32Array;
  /** Squares of what each word weighs, by its number. */
  weights: ArrayLike<number>;
  /** The same with articles in the place of others; absent where that is known of words already. */
  with?: (replaced: readonly Replaced[]) => Words;
}

interface Replaced {
  place: number;
  one: Article;
  other: Article;
}

const known = new WeakMap<Lists, Archive>();

function archiveOf(edition: Edition): Archive {
  const lists = listsOf(edition);
  const archive = known.get(lists) ?? withOthers(lists) ?? newArchive(lists, edition.holders);
  known.set(lists, archive);
  return archive;
}

/** The archive of the edition before, with articles in the place of others. */
function withOthers(lists: Lists): Archive | undefined {
  const { before, replaced: others = new Map<Article, Article>() } = originOf(lists) ?? {};
  const archive = before && known.get(before);
  if (!archive) return undefined;
  const replaced = Array.from(others, ([one, other]) => ({ one, other, place: archive.places.get(one) ?? 0 }));
  const isAsTelling = replaced.every(({ one, other }) => one.keywords.join(' ') === other.keywords.join(' '));
  const words = isAsTelling ? archive.words : archive.words.with?.(replaced);
  if (!words) return undefined;
  const places = new Map(archive.places);
  for (const { one, other, place } of replaced) {
    places.delete(one);
    places.set(other, place);
  }
  return { ...archive, lists, places, ...(!isAsTelling && { words, lengths: notYet(lists) }) };
}

function newArchive(lists: Lists, holders: Edition['holders']): Archive {
  const { all } = lists;
  return {
    lists,
    places: new Map(all.map((article, place) => [article, place])),
    words: holders ? wordsByHolders(all.length, holders) : wordsOfAll(all),
    listed: new Map(),
    times: notYet(lists),
    lengths: notYet(lists),
  };
}

function notYet({ all }: Lists): Float64Array {
  return new Float64Array(all.length).fill(NaN);
}

function wordsOfAll(all: readonly Article[]): Words {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const told: number[] = [];
  const starts = new Uint32Array(all.length + 1);
  for (const [place, { keywords }] of all.entries()) {
    for (const word of keywords) {
      const number = numberIn(numbers, word);
      counts[number] = (counts[number] ?? 0) + 1;
      told.push(number);
    }
    starts[place + 1] = told.length;
  }
  const words = Uint32Array.from(told);
  return countedWords({
    numbers,
    counts,
    all: all.length,
    at: (place) => words.subarray(starts[place], starts[place + 1]),
  });
}

interface Counted {
  numbers: Map<string, number>;
  /** In how many stories a word is, by its number. */
  counts: readonly number[];
  /** How many stories there are. */
  all: number;
  at: (place: number) => Uint32Array;
  /** Of stories that others have taken the place of since. */
  others?: ReadonlyMap<number, Uint32Array>;
}

function countedWords({ numbers, counts, all, at, others = new Map() }: Counted): Words {
  const wordsAt = (place: number) => others.get(place) ?? at(place);
  return {
    at: wordsAt,
    weights: Uint16Array.from(counts, (count) => weightOfWord(count, all)),
    with: (replaced) => {
      const now = [...counts];
      const othersNow = new Map(others);
      for (const { place, other } of replaced) {
        for (const number of wordsAt(place)) now[number] = (now[number] ?? 0) - 1;
        const words = Uint32Array.from(other.keywords, (word) => numberIn(numbers, word));
        for (const number of words) now[number] = (now[number] ?? 0) + 1;
        othersNow.set(place, words);
      }
      return countedWords({ numbers, counts: now, all, at, others: othersNow });
    },
  };
}

function numberIn(numbers: Map<string, number>, word: string): number {
  const number = numbers.get(word) ?? numbers.size;
  if (number === numbers.size) numbers.set(word, number);
  return number;
}

/** The same where it is known in how many stories each word is: then those alone are looked at that are asked for. */
function wordsByHolders(all: number, holders: (word: string) => number): Words {
  const numbers = new Map<string, number>();
  const weights: number[] = [];
  const told = new Map<number, Uint32Array>();
  const numberOf = (word: string) => {
    const number = numberIn(numbers, word);
    if (number === weights.length) weights.push(weightOfWord(holders(word), all));
    return number;
  };
  const at: Words['at'] = (place, article) => {
    const words = told.get(place) ?? Uint32Array.from(article?.keywords ?? [], numberOf);
    told.set(place, words);
    return words;
  };
  return { at, weights };
}

function placesIn(archive: Archive, kind: 'byTopic' | 'bySection', id: string): Uint32Array | undefined {
  const { lists, places, listed } = archive;
  const name = `${kind} ${id}`;
  const list = listed.has(name) ? undefined : lists[kind].get(id);
  if (list)
    listed.set(
      name,
      Uint32Array.from(list, (article) => places.get(article) ?? 0),
    );
  return listed.get(name);
}

function wordsAt(place: number, { lists, words }: Archive): Uint32Array {
  return words.at(place, lists.all[place]);
}

function timeAt(place: number, { lists, times }: Archive): number {
  const article = lists.all[place];
  if (article && Number.isNaN(times[place])) times[place] = epoch(article.published);
  return times[place] ?? 0;
}

function lengthAt(place: number, archive: Archive): number {
  const { words, lengths } = archive;
  if (Number.isNaN(lengths[place])) {
    let sum = 0;
    for (const word of wordsAt(place, archive)) sum += words.weights[word] ?? 0;
    lengths[place] = Math.sqrt(sum);
  }
  return lengths[place] ?? 1;
}

/**
 * The square of what a word weighs that tells what so many of all stories are about: in a quarter of them it weighs nothing, in an eighth
 * 1, and so on; in one alone it makes nothing alike.
 */
export function weightOfWord(count: number, all: number): number {
  return count > 1 ? Math.max(0, halvings(all) - 2 - halvings(count)) ** 2 : 0;
}

function halvings(count: number): number {
  return Math.floor(Math.log2(Math.max(1, count)));
}

interface Candidate {
  other: Article;
  points: number;
  /** Milliseconds between the two. */
  gap: number;
}

/** The stories about the same among those that share a topic or the section, and are nearest in time there. */
function candidatesFor(place: number, archive: Archive): Candidate[] {
  const { all } = archive.lists;
  const article = all[place];
  if (!article) return [];
  const topics = new Map(article.topics.map(({ id }) => [id, placesIn(archive, 'byTopic', id)]));
  const lists = [...topics.values(), placesIn(archive, 'bySection', article.section.id)];
  const near = new Set(lists.flatMap((list) => (list ? [...around(place, list)] : [])));
  const topicPoints = new Map([...topics].map(([id, list]) => [id, pointsOfTopic(list?.length ?? 0)]));
  const words = wordsAt(place, archive);
  const { weights } = archive.words;
  const own = new Uint16Array(weights.length);
  for (const word of words) own[word] = weights[word] ?? 0;
  const found: Candidate[] = [];
  for (const number of near) {
    const other = all[number];
    if (!other) continue;
    let product = 0;
    for (const word of wordsAt(number, archive)) product += own[word] ?? 0;
    const cosine = product && product / (lengthAt(place, archive) * lengthAt(number, archive));
    let likeness = Math.round(cosine * 10);
    for (const { id } of other.topics) likeness += topicPoints.get(id) ?? 0;
    // Neither section nor time makes two stories alike.
    if (likeness < least) continue;
    const gap = Math.abs(timeAt(place, archive) - timeAt(number, archive));
    found.push({ other, gap, points: likeness + Number(other.section.id === article.section.id) + nearness(gap) });
  }
  return found;
}

/** The places nearest to one in a list that it is on. */
function around(place: number, list: Uint32Array): Uint32Array {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle] ?? 0) >= place) to = middle;
    else from = middle + 1;
  }
  return list.subarray(Math.max(0, from - reach), from + reach + 1);
}

/** From 6 for a topic of two or three stories down to 1, a point less for each fourfold number. */
function pointsOfTopic(stories: number): number {
  return Math.max(1, 6 - Math.floor(halvings(stories) / 2));
}

function nearness(gap: number): number {
  const days = gap / 86_400_000;
  return days <= 1 ? 3 : days <= 7 ? 2 : days <= 30 ? 1 : 0;
}

/** Whether more than three of four words of two headlines are the same: a story told again, or a column of each day. */
function isSameHeadline(one: Article, other: Article): boolean {
  if (one.headline === other.headline) return true;
  const [a, b] = [wordsOfHeadline(one), wordsOfHeadline(other)];
  return a.intersection(b).size > 0.75 * Math.max(a.size, b.size);
}

const headlines = new WeakMap<Article, Set<string>>();

/** The same set for the same article: one story is held against many others. */
function wordsOfHeadline(article: Article): Set<string> {
  const words = headlines.get(article) ?? new Set(wordsIn(article.headline, article.language));
  headlines.set(article, words);
  return words;
}
