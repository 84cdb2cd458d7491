import { epoch } from '../newsroom/calendar.ts';

/** Files that belong to former publications alone, by their names: the instant of the first publication without them. */
export type BackNumbers = Record<string, string>;

/** How long a page that is open can still load what belongs to it. */
const days = 7;

/**
 * Files of the last publication that pages which are open since then may ask for, and which therefore stay: scripts, styles
 * and fonts, and other sizes of pictures that are still shown. What was taken out of the paper is gone at once.
 * @param published what the published site has in `_astro/`
 * @param current what the next one has there
 * @param last what was kept in the published site in the same way
 * @param asOf instant of the next publication, RFC 3339
 */
export function keepBackNumbers({
  published,
  current,
  last,
  asOf,
}: {
  published: readonly string[];
  current: ReadonlySet<string>;
  last: BackNumbers;
  asOf: string;
}): BackNumbers {
  const shown = new Set([...current].map(pictureOf));
  const kept = published.flatMap((name) => {
    if (current.has(name)) return [];
    const since = last[name] ?? asOf;
    const picture = pictureOf(name);
    const isAskedFor = picture ? shown.has(picture) : /\.(?:js|css|woff2)$/.test(name);
    const isOld = epoch(asOf) - epoch(since) > days * 24 * 60 * 60 * 1000;
    return isAskedFor && !isOld ? [[name, since] as const] : [];
  });
  return Object.fromEntries(kept);
}

/** What all sizes of a picture begin with, its name and a digest of its bytes; `undefined` for what is no picture. */
function pictureOf(name: string): string | undefined {
  return /^(.*)_[a-z\d]+\.(?:avif|webp|jpe?g|png)$/i.exec(name)?.[1];
}
