import { epoch } from '../newsroom/calendar.ts';

/** Files that belong to former publications alone, by their names: the instant of the first publication without them. */
export type BackNumbers = Record<string, string>;

/** How long a page that is open can still load what belongs to it. */
const days = 7;

/**
 * Files of the last publication that pages which are open since then may ask for, and which therefore stay: scripts, styles
 * and fonts, and other sizes of pictures that are still shown. What was taken out of the paper is gone at once.
 * @param published what the published site has in `_astro/`
 * @param isCurrent whether the next one has a file there
 * @param isShown whether it shows a picture, by what all sizes of that begin with
 * @param last what was kept in the published site in the same way
 * @param asOf instant of the next publication, RFC 3339
 */
export function keepBackNumbers({
  published,
  isCurrent,
  isShown,
  last,
  asOf,
}: {
  published: readonly string[];
  isCurrent: (name: string) => boolean;
  isShown: (picture: string) => boolean;
  last: BackNumbers;
  asOf: string;
}): BackNumbers {
  const kept = published.flatMap((name) => {
    if (isCurrent(name)) return [];
    const since = last[name] ?? asOf;
    const picture = pictureOf(name);
    const isAskedFor = picture ? isShown(picture) : /\.(?:js|css|woff2)$/.test(name);
    const isOld = epoch(asOf) - epoch(since) > days * 24 * 60 * 60 * 1000;
    return isAskedFor && !isOld ? [[name, since] as const] : [];
  });
  return Object.fromEntries(kept);
}

/** What all sizes of a picture begin with, its name and a digest of its bytes; `undefined` for what is no picture. */
export function pictureOf(name: string): string | undefined {
  return /^(.*)_[a-z\d]+\.(?:avif|webp|jpe?g|png)$/i.exec(name)?.[1];
}
