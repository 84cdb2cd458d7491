import { readdirSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';

/**
 * Stamps of all files and folders in a folder of a paper, from the paper's: what has the same stamp later was not changed. Of
 * what has changed just now there is none, since it may be changed again within the tick of a clock; it counts as changed.
 */
export function stampsOf(root: string, folder = 'content'): Map<string, string> {
  const stamps = new Map<string, string>();
  const walk = (place: string) => {
    const facts = factsOf(root, place);
    if (!facts) return;
    stamps.set(place, stampIn(facts));
    if (!facts.isDirectory()) return;
    for (const name of readdirSync(path.join(root, place))) if (!name.startsWith('.')) walk(`${place}/${name}`);
  };
  walk(folder);
  return stamps;
}

/** What is another than it was: places that are there with their stamps, and those that have come or gone. */
export interface Difference {
  changed: Map<string, string>;
  comeOrGone: string[];
}

/**
 * What has changed since stamps were taken. Folders alone are read in which something has come, gone, or another name.
 * @param before stamps of the places that are looked at
 * @param isKnown whether there was a place at all
 */
export function changedSince(
  root: string,
  before: Iterable<readonly [place: string, stamp: string]>,
  isKnown: (place: string) => boolean,
): Difference {
  const changed = new Map<string, string>();
  const comeOrGone: string[] = [];
  for (const [place, stamp] of before) {
    const facts = factsOf(root, place);
    if (!facts) {
      comeOrGone.push(place);
      continue;
    }
    const now = stampIn(facts);
    if (now === stamp && stamp !== '') continue;
    changed.set(place, now);
    if (!facts.isDirectory()) continue;
    for (const name of readdirSync(path.join(root, place)))
      if (!name.startsWith('.') && !isKnown(`${place}/${name}`)) comeOrGone.push(`${place}/${name}`);
  }
  return { changed, comeOrGone };
}

/** Those stamps that are others than before, and places that are no more. */
export function changedStamps(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): [string, string | undefined][] {
  const changed = [...now].filter(([place, stamp]) => before.get(place) !== stamp);
  return [
    ...changed,
    ...[...before.keys()].filter((place) => !now.has(place)).map((place) => [place, undefined] as [string, undefined]),
  ];
}

function factsOf(root: string, place: string): Stats | undefined {
  try {
    // Tens of thousands of names, which are in order: to put them in order would cost as much as to look.
    return statSync(`${root}/${place}`, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Milliseconds: more than a tick of any file system's clock but those that count in whole seconds. */
const tick = 50;

function stampIn(facts: Stats): string {
  const { size, mtimeMs, ctimeMs, ino } = facts;
  if (Date.now() - ctimeMs < tick) return '';
  return facts.isDirectory() ? `${mtimeMs} ${ctimeMs}` : `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
