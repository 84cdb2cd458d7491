/** A quotation as it stands in a text. */
export interface Quotation {
  /** Its words, block by block (paragraphs, cells of a table). */
  blocks: readonly string[];
  /** What stands before it in its first block, and after it in its last. */
  before: string;
  after: string;
  /** The whole text. */
  text: string;
  /** BCP 47. */
  language: string;
}

/** Letters up to which a quotation stands in an address as a whole, and words that stand for the ends of a longer one. */
const longest = 120;
const few = 4;

/**
 * A text directive (WICG Scroll to Text Fragment) that leads to a quotation, with its colons: ":~:text=…". Browsers find
 * whole words only, and the first place that fits: words at the ends are made whole, and what is not the only one of its
 * kind is told by its neighbours.
 */
export function textDirective(quotation: Quotation): string {
  const { blocks, before, after } = whole(quotation);
  const [first = '', last = ''] = [blocks[0], blocks.at(-1)];
  const isShort = blocks.length === 1 && first.length <= longest;
  const parts = isShort ? [first] : [wordsAt(first, 0), wordsAt(last, -few)];
  const found = plain(quotation.text).split(parts[0] ?? '').length - 1;
  const prefix = found > 1 && before ? [`${encoded(wordsAt(before, -few))}-`] : [];
  const suffix = found > 1 && after ? [`-${encoded(wordsAt(after, 0))}`] : [];
  return `:~:text=${[...prefix, ...parts.map(encoded), ...suffix].join(',')}`;
}

function whole({ blocks, before, after, language }: Quotation): Pick<Quotation, 'blocks' | 'before' | 'after'> {
  const [head, first] = cut(`${before}${blocks[0] ?? ''}`, before.length, language, false);
  const all = [first, ...blocks.slice(1)];
  const last = all.pop() ?? '';
  const [end, tail] = cut(`${last}${after}`, last.length, language, true);
  return { blocks: [...all, end].map(plain).filter(Boolean), before: plain(head), after: plain(tail) };
}

/** A text in two, at a place or, inside a word, at the end of the word or at its beginning. */
function cut(text: string, at: number, language: string, atEnd: boolean): [string, string] {
  let place = at;
  if ('Segmenter' in Intl && at > 0 && at < text.length) {
    const word = new Intl.Segmenter(language, { granularity: 'word' }).segment(text).containing(at);
    if (word?.isWordLike && word.index < at) place = atEnd ? word.index + word.segment.length : word.index;
  }
  return [text.slice(0, place), text.slice(place)];
}

/** Some words from a place counted as `Array.slice` does; letters where no spaces part words. */
function wordsAt(text: string, from: number): string {
  const words = text.split(' ');
  const isSpaced = words.length > few || text.length < longest;
  const parts = isSpaced ? words : Array.from(text);
  const count = isSpaced ? few : 3 * few;
  return (from < 0 ? parts.slice(-count) : parts.slice(0, count)).join(isSpaced ? ' ' : '');
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/-/g, '%2D');
}
