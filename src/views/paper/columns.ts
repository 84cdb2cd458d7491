/** A piece of a story as it is set in columns of a width: a paragraph of lines, or what is never parted. In points. */
export interface Slug {
  /** 0 of what is never parted. */
  lines: number;
  /** From line to line, or the height of what is never parted. */
  height: number;
  /** Room before and after it but at the ends of a column; of two that meet the larger counts. */
  before: number;
  after: number;
  /** Whether it stays with what follows. */
  keep?: boolean;
  /** How many lines of it may stand at the head of a column. */
  widows?: number;
}

/** Where a text goes on: a slug, and how many of its lines are gone. */
export interface Place {
  slug: number;
  line: number;
}

export const start: Place = { slug: 0, line: 0 };

export interface Filled {
  /** How far each column is filled, in points. */
  ends: number[];
  /** What does not fit; `undefined` when all is set. */
  rest?: Place;
  /** Whether fewer lines of a paragraph stand at the foot or the head of a column than should. */
  forced: boolean;
}

const orphans = 2;
/** More than any page is high. */
const highest = 800;
/** What differs by less is taken for the same. */
const hair = 0.05;

/** Sets slugs into columns of a height one after the other, as browsers do. */
export function filled(slugs: readonly Slug[], from: Place, count: number, height: number): Filled {
  const strip = stripOf(slugs);
  const ends: number[] = [];
  let at = (strip.first[from.slug] ?? strip.tops.length) + from.line;
  let forced = false;
  while (ends.length < count) {
    const column = oneColumn(slugs, strip, at, height);
    ends.push(column.end);
    at = column.next;
    forced ||= column.forced;
  }
  const slug = strip.owners[at];
  return { ends, rest: slug === undefined ? undefined : { slug, line: at - (strip.first[slug] ?? 0) }, forced };
}

/** Slugs in one column without an end, line by line: a search tries the same texts in many heights. */
interface Strip {
  /** Of each line, or of what is never parted: where it begins and ends, and to which slug it belongs. */
  tops: Float64Array;
  ends: Float64Array;
  owners: Int32Array;
  /** The first line of each slug. */
  first: Int32Array;
}

const known = new WeakMap<readonly Slug[], Strip>();

function stripOf(slugs: readonly Slug[]): Strip {
  const found = known.get(slugs) ?? newStrip(slugs);
  known.set(slugs, found);
  return found;
}

function newStrip(slugs: readonly Slug[]): Strip {
  const count = slugs.reduce((sum, slug) => sum + linesIn(slug), 0);
  const strip: Strip = {
    tops: new Float64Array(count),
    ends: new Float64Array(count),
    owners: new Int32Array(count),
    first: new Int32Array(slugs.length),
  };
  let [line, at, after] = [0, 0, 0];
  for (const [owner, slug] of slugs.entries()) {
    strip.first[owner] = line;
    at += line > 0 ? Math.max(after, slug.before) : 0;
    const height = slug.keep && slug.lines > 0 ? slug.lines * slug.height : slug.height;
    for (let left = linesIn(slug); left > 0; left -= 1) {
      strip.tops[line] = at;
      at += height;
      strip.ends[line] = at;
      strip.owners[line] = owner;
      line += 1;
    }
    after = slug.after;
  }
  return strip;
}

/** Of how many lines a slug is that columns may end between. */
function linesIn({ lines, keep }: Slug): number {
  return keep ? 1 : Math.max(1, lines);
}

/** Where a column ends that begins with a line, and with which line the next begins. */
function oneColumn(
  slugs: readonly Slug[],
  { tops, ends, owners, first }: Strip,
  from: number,
  height: number,
): { end: number; next: number; forced: boolean } {
  const count = tops.length;
  if (from >= count) return { end: 0, next: count, forced: false };
  const start = tops[from] as number;
  const opens = owners[from] as number;
  // The first line that has no room.
  let [low, high] = [from, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) - start <= height + hair) low = middle + 1;
    else high = middle;
  }
  let next = low;
  // What is higher than a page is cut; anything else waits for one.
  if (next === from && (ends[from] as number) - start > highest) next = from + 1;
  const upTo = (line: number, forced = false) => ({
    end: line > from ? (ends[line - 1] as number) - start : 0,
    next: line,
    forced,
  });
  if (next >= count || next === from) return upTo(next);
  const owner = owners[next] as number;
  const { lines, widows = 2 } = slugs[owner] as Slug;
  let begins = first[owner] as number;
  if (next > begins) {
    const isFirst = owner === opens;
    if (isFirst) begins = from;
    // Where a paragraph is too short for both, lines stay at the foot.
    const stay = Math.min(next - begins, Math.max(orphans, lines - (begins - (first[owner] as number)) - widows));
    if (stay >= orphans) return upTo(begins + stay);
    // At the head of a column as much stays as there is room for.
    if (isFirst) return upTo(next, true);
    next = begins;
  }
  let kept = owner;
  while (kept > opens && slugs[kept - 1]?.keep) kept -= 1;
  if (kept === owner) return upTo(next);
  return kept > opens ? upTo(first[kept] as number) : upTo(next, true);
}

/** Of what is never parted, the lines at the end of a paragraph too. */
function leastHeight({ lines, height, keep, widows = 2 }: Slug): number {
  return height * (lines === 0 ? 1 : keep ? lines : lines - Math.max(orphans, lines - widows));
}

/** What all slugs take below each other from a place on. */
function heightFrom(slugs: readonly Slug[], { slug, line }: Place): number {
  const { tops, ends, first } = stripOf(slugs);
  return (ends.at(-1) ?? 0) - (tops[(first[slug] ?? 0) + line] ?? 0);
}

/** Sets all slugs into columns of the least height at which they fit, which is no less than equal parts of all they take. */
export function balanced(slugs: readonly Slug[], from: Place, count: number): Filled & { height: number } {
  const total = heightFrom(slugs, from);
  if (count === 1) return { ends: [total], height: total, forced: false };
  const step = 2;
  const equal = (total + (slugs.at(-1)?.after ?? 0)) / count;
  const least = Math.max(equal, ...slugs.slice(from.slug).map(leastHeight));
  for (let height = least; ; height += step) {
    const set = filled(slugs, from, count, height);
    if (!set.rest && !set.forced) return { ...set, height: Math.max(...set.ends, least) };
  }
}
