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
  const ends: number[] = [];
  let place: Place | undefined = from;
  let forced = false;
  while (ends.length < count) {
    if (!place) {
      ends.push(0);
      continue;
    }
    const column = oneColumn(slugs, place, height);
    ends.push(column.end);
    place = column.rest;
    forced ||= Boolean(column.forced);
  }
  return { ends, rest: place, forced };
}

function oneColumn(
  slugs: readonly Slug[],
  from: Place,
  height: number,
): { end: number; rest?: Place; forced?: boolean } {
  let at = 0;
  let after = 0;
  let end = 0;
  /** Where the column may end before what stays with the next, and how far it is filled there. */
  let kept: { end: number; slug: number } | undefined;
  for (let number = from.slug; number < slugs.length; number += 1) {
    const slug = slugs[number] as Slug;
    const gone = number === from.slug ? from.line : 0;
    const isFirst = number === from.slug;
    const top = isFirst ? 0 : at + Math.max(after, slug.before);
    const back = () =>
      kept && kept.slug > from.slug
        ? { end: kept.end, rest: { slug: kept.slug, line: 0 } }
        : { end, rest: { slug: number, line: gone }, forced: kept !== undefined };
    if (slug.lines === 0 || slug.keep) {
      const whole = slug.lines === 0 ? slug.height : slug.lines * slug.height;
      // What is higher than a page is cut; anything else waits for one.
      if (top + whole > height + hair && !(isFirst && whole > highest)) return back();
      if (slug.keep) kept ??= { end, slug: number };
      else kept = undefined;
      at = top + whole;
    } else {
      const left = slug.lines - gone;
      const room = Math.floor((height + hair - top) / slug.height);
      if (room < left) {
        // Where a paragraph is too short for both, lines stay at the foot.
        const stay = Math.min(room, Math.max(orphans, left - (slug.widows ?? 2)));
        if (stay >= orphans) return { end: top + stay * slug.height, rest: { slug: number, line: gone + stay } };
        // At the head of a column as much stays as there is room for.
        if (isFirst && room > 0)
          return { end: room * slug.height, rest: { slug: number, line: gone + room }, forced: true };
        return back();
      }
      kept = undefined;
      at = top + left * slug.height;
    }
    end = at;
    after = slug.after;
  }
  return { end };
}

/** Of what is never parted, the lines at the end of a paragraph too. */
function leastHeight({ lines, height, keep, widows = 2 }: Slug): number {
  return height * (lines === 0 ? 1 : keep ? lines : lines - Math.max(orphans, lines - widows));
}

/** Sets all slugs into columns of the least height at which they fit, which is no less than equal parts of all they take. */
export function balanced(slugs: readonly Slug[], from: Place, count: number): Filled & { height: number } {
  const total = oneColumn(slugs, from, Infinity).end;
  if (count === 1) return { ends: [total], height: total, forced: false };
  const step = 2;
  const equal = (total + (slugs.at(-1)?.after ?? 0)) / count;
  const least = Math.max(equal, ...slugs.slice(from.slug).map(leastHeight));
  for (let height = least; ; height += step) {
    const set = filled(slugs, from, count, height);
    if (!set.rest && !set.forced) return { ...set, height: Math.max(...set.ends, least) };
  }
}
