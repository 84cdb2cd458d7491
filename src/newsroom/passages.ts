import { shortName } from './digest.ts';

/** What is remembered of the passages of a text (its paragraphs, lists, tables, pictures), so that their ids stay while it is edited. */
export interface KeptPassages {
  /** Ids in reading order, each with the words that its passage begins with (`openingOf`). */
  passages: Record<string, string>;
  /** Ids whose passage is gone, each with the id of the one that readers are led to. */
  retired: Record<string, string>;
}

/** Letters of a passage that it is known by. */
const reach = 240;

/** Likeness from 0 to 1 above which two passages are one that was edited; less will do between the same neighbours. */
const alike = 0.5;
const alikeInPlace = 0.35;

/** The first words of a passage in small letters: how they are set, with what marks and spaces, does not matter. */
export function openingOf(text: string): string {
  // Enough for marks that are left out and for letters that become two.
  const words =
    text
      .slice(0, 2 * reach)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words
    .join(' ')
    .slice(0, reach)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trimEnd();
}

/**
 * Ids for the passages of a text, given by their openings in reading order. One that is known keeps its id, wherever it
 * stands and if it was edited; another gets the digest of its words. Ids of passages that are gone lead to the one that
 * holds their words now, else to the one nearest to their place.
 * @returns the ids in the same order, and what is to be remembered
 */
export function identified(openings: readonly string[], kept: KeptPassages): { ids: string[]; kept: KeptPassages } {
  const old = Object.entries(kept.passages).map(([id, opening]) => ({ id, opening }));
  const matches = matched(
    old.map(({ opening }) => opening),
    openings,
  );
  const known = new Map([...matches].map(([from, to]) => [to, old[from]?.id ?? '']));
  const used = new Set(known.values());
  const ids = openings.map((opening, place) => known.get(place) ?? newId(opening, used));
  const retired = { ...kept.retired };
  for (const [place, { id }] of old.entries())
    if (!matches.has(place)) retired[id] = ids[nearestTo(place, { old, openings, matches })] ?? id;
  return {
    ids,
    kept: {
      passages: Object.fromEntries(ids.map((id, place) => [id, openings[place] ?? ''])),
      retired: settled(retired, ids),
    },
  };
}

function newId(opening: string, used: Set<string>): string {
  for (let again = 0; ; again += 1) {
    const id = `p-${shortName(again > 0 ? `${opening} ${again}` : opening, 4)}`;
    if (used.has(id)) continue;
    used.add(id);
    return id;
  }
}

/** By the place of an old passage, the place of the one that it is now. */
type Matches = Map<number, number>;

function matched(old: readonly string[], now: readonly string[]): Matches {
  const matches: Matches = new Map();
  const places = new Map<string, number[]>();
  for (const [place, opening] of now.entries()) places.set(opening, [...(places.get(opening) ?? []), place]);
  for (const [from, opening] of old.entries()) {
    const to = places.get(opening)?.shift();
    if (to !== undefined) matches.set(from, to);
  }
  const taken = new Set(matches.values());
  const changed = old.flatMap((opening, from) => (matches.has(from) ? [] : [{ from, signs: signsOf(opening) }]));
  if (changed.length === 0) return matches;
  const fresh = now.flatMap((opening, to) => (taken.has(to) ? [] : [{ to, signs: signsOf(opening) }]));
  const pairs = changed.flatMap(({ from, signs }) => {
    const [after, before] = gapOf(from, matches);
    return fresh.flatMap((other) => {
      const inPlace = other.to > after && other.to < before;
      const likeness = likenessOf(signs, other.signs);
      return likeness >= (inPlace ? alikeInPlace : alike)
        ? [{ from, to: other.to, likeness: likeness + (inPlace ? 0.1 : 0) }]
        : [];
    });
  });
  for (const { from, to } of pairs.sort((a, b) => b.likeness - a.likeness || a.from - b.from || a.to - b.to)) {
    if (matches.has(from) || taken.has(to)) continue;
    matches.set(from, to);
    taken.add(to);
  }
  return matches;
}

/** The places between which a passage would stand if nothing had moved. */
function gapOf(from: number, matches: Matches): [after: number, before: number] {
  let [above, below] = [-1, Infinity];
  for (const other of matches.keys()) {
    if (other < from) above = Math.max(above, other);
    else below = Math.min(below, other);
  }
  return [matches.get(above) ?? -1, matches.get(below) ?? Infinity];
}

/** Where readers of a passage that is gone are led: to what holds its words, else to what followed or came before it. */
function nearestTo(
  place: number,
  { old, openings, matches }: { old: readonly { opening: string }[]; openings: readonly string[]; matches: Matches },
): number {
  const signs = signsOf(old[place]?.opening ?? '');
  const shares = openings.map((opening) => shared(signs, signsOf(opening)) / (signs.size || 1));
  const most = Math.max(...shares);
  if (most >= alike) return shares.indexOf(most);
  for (let before = place - 1; before >= 0; before -= 1) {
    const to = matches.get(before);
    if (to !== undefined) return to;
  }
  for (let after = place + 1; after < old.length; after += 1) {
    const to = matches.get(after);
    if (to !== undefined) return to;
  }
  return Math.min(place, openings.length - 1);
}

/** Retired ids by name, each with a living one; an id whose passage has come back is none of them. */
function settled(retired: Record<string, string>, ids: readonly string[]): Record<string, string> {
  const living = new Set(ids);
  const end = (id: string, steps: number): string =>
    living.has(id) || steps === 0 || retired[id] === undefined ? id : end(retired[id], steps - 1);
  return Object.fromEntries(
    Object.keys(retired)
      .filter((id) => !living.has(id))
      .sort()
      .map((id) => {
        const nearest = end(id, 100);
        return [id, living.has(nearest) ? nearest : (ids[0] ?? nearest)];
      }),
  );
}

/** Three letters at a time: they tell likeness in every script. */
function signsOf(opening: string): Set<string> {
  const signs = new Set<string>();
  for (let at = 0; at < Math.max(1, opening.length - 2); at += 1) signs.add(opening.slice(at, at + 3));
  return signs;
}

function shared(a: Set<string>, b: Set<string>): number {
  return a.intersection(b).size;
}

/** By Sørensen and Dice: 1 where all is shared, 0 where nothing is. */
function likenessOf(a: Set<string>, b: Set<string>): number {
  return (2 * shared(a, b)) / (a.size + b.size);
}
