import { readdirSync } from 'node:fs';
import path from 'node:path';
import { epoch } from '../newsroom/calendar.ts';
import { linked } from './linked.ts';

/** Files that belong to former publications alone, by their names: the instant of the first publication without them. */
export type BackNumbers = Record<string, string>;

/** How long a page that is open can still load what belongs to it. */
const days = 7;

/**
 * Links files of the last publication into the next that pages which are open since then may ask for: scripts, styles
 * and fonts, and other sizes of pictures that are still shown. What was taken out of the paper is gone at once.
 * @param dist the published site
 * @param next the one that is to take its place, complete but for these
 * @param last what was kept in the published site in the same way
 * @param asOf instant of the next publication, RFC 3339
 */
export function keepBackNumbers({
  dist,
  next,
  last,
  asOf,
}: {
  dist: string;
  next: string;
  last: BackNumbers;
  asOf: string;
}): BackNumbers {
  const current = new Set(filesIn(next));
  const shown = new Set([...current].map(pictureOf));
  const kept = filesIn(dist).flatMap((name) => {
    const since = last[name] ?? asOf;
    const picture = pictureOf(name);
    const isAskedFor = picture ? shown.has(picture) : /\.(?:js|css|woff2)$/.test(name);
    const isOld = epoch(asOf) - epoch(since) > days * 24 * 60 * 60 * 1000;
    if (current.has(name) || !isAskedFor || isOld) return [];
    return linked(path.join(dist, assets, name), path.join(next, assets, name)) ? [[name, since] as const] : [];
  });
  return Object.fromEntries(kept);
}

const assets = '_astro';

function filesIn(site: string): string[] {
  try {
    return readdirSync(path.join(site, assets));
  } catch {
    // Nothing was published yet.
    return [];
  }
}

/** What all sizes of a picture begin with, its name and a digest of its bytes; `undefined` for what is no picture. */
function pictureOf(name: string): string | undefined {
  return /^(.*)_[a-z\d]+\.(?:avif|webp|jpe?g|png)$/i.exec(name)?.[1];
}
