import { epoch } from '../newsroom/calendar.ts';
import type { Problem } from '../newsroom/problem.ts';

/** What a story is compared by: the least of many hashes of its phrases, and how many phrases it has. */
export interface Likeness {
  path: string;
  /** RFC 3339. */
  published: string;
  signature: Uint32Array;
  /** Paths of the articles that it links to or names as related. */
  names: ReadonlySet<string>;
}

const hashes = 64;
const inBand = 4;
/** Words of a phrase; letters of one where words are not parted by spaces. */
const phrase = 4;
const phraseInLetters = 8;
/** Phrases below which a story is too short to be told from others. */
const fewest = 30;
/** Of a hundred phrases of two stories, those that they have in common. */
const least = 60;
/** Stories that one is compared with among those that share a band with it. */
const mostInBand = 40;

/** Letters of scripts that put no space between two words. */
const unparted =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

const odd = Uint32Array.from({ length: hashes }, (_, index) => mixed(index * 2 + 1) | 1);
const shift = Uint32Array.from({ length: hashes }, (_, index) => mixed(index * 7 + 3));

/**
 * What a text is compared by (MinHash), in time that goes with its length; `undefined` of one that is too short.
 * @param paragraphs plain texts
 */
export function signatureOf(paragraphs: readonly string[]): Uint32Array | undefined {
  const text = paragraphs.join('\n').normalize('NFKC').toLowerCase();
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const isUnparted = (text.match(unparted)?.length ?? 0) > text.length / 3;
  const units = isUnparted ? [...words.join('')] : words;
  const long = isUnparted ? phraseInLetters : phrase;
  if (units.length < fewest + long) return undefined;
  const numbers = units.map(numberOf);
  const signature = new Uint32Array(hashes).fill(0xffffffff);
  for (let at = 0; at + long <= numbers.length; at += 1) {
    let number = 0;
    for (let next = 0; next < long; next += 1) number = Math.imul(number ^ (numbers[at + next] ?? 0), 0x01000193);
    number = mixed(number);
    for (let index = 0; index < hashes; index += 1) {
      const hash = (Math.imul(number, odd[index] ?? 1) + (shift[index] ?? 0)) >>> 0;
      if (hash < (signature[index] ?? 0)) signature[index] = hash;
    }
  }
  return signature;
}

/**
 * D-101: stories of which one says nearly what another says. It is told at the younger one of two, with the story that it is most
 * like. Stories are held against those alone with which they have a band of their signatures in common, and against so many of them at
 * most: ten thousand take as long as ten times one thousand.
 */
export function likeStories(stories: readonly Likeness[]): Problem[] {
  const inOrder = [...stories].sort((a, b) => epoch(a.published) - epoch(b.published) || (a.path < b.path ? -1 : 1));
  const bands = new Map<string, Likeness[]>();
  return inOrder.flatMap((story): Problem[] => {
    let likest: { other: Likeness; shared: number } | undefined;
    const seen = new Set<Likeness>();
    for (let band = 0; band < hashes; band += inBand) {
      const key = `${band} ${story.signature.subarray(band, band + inBand).join()}`;
      const others = bands.get(key) ?? [];
      for (const other of others.slice(-mostInBand)) {
        if (seen.has(other) || other.names.has(story.path) || story.names.has(other.path)) continue;
        seen.add(other);
        const shared = sharedOf(story.signature, other.signature);
        if (shared >= least && shared > (likest?.shared ?? 0)) likest = { other, shared };
      }
      others.push(story);
      bands.set(key, others);
    }
    if (!likest) return [];
    const { other, shared } = likest;
    return [
      {
        code: 'D-101',
        file: `content/articles/${story.path}/index.md`,
        found:
          shared === 100
            ? `The text is that of content/articles/${other.path}/index.md.`
            : `About ${shared} of 100 phrases are those of content/articles/${other.path}/index.md.`,
        remedy: `Keep one: delete this one and add \`aliases: [/${story.path}/]\` to the other. If both are to stay, link one to the other.`,
      },
    ];
  });
}

function sharedOf(one: Uint32Array, other: Uint32Array): number {
  let same = 0;
  for (let index = 0; index < hashes; index += 1) if (one[index] === other[index]) same += 1;
  return Math.round((same / hashes) * 100);
}

function numberOf(word: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) number = Math.imul(number ^ word.charCodeAt(at), 0x01000193);
  return number;
}

/** A number of 32 bits, of which each depends on all of another (MurmurHash3's last step). */
function mixed(number: number): number {
  let mix = number;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
