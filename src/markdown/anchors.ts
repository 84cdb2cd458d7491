import { nearest } from '../newsroom/nearest.ts';

/**
 * What the ids of headings begin with, so that none is one of the page's own. Reader modes drop a heading by words such
 * as "share" or "contact" in its id, and keep one that says "text".
 */
export const headingPrefix = 'text-';

/**
 * The anchor that a link within a text is meant for: as it stands, or of a heading without what its id begins with, or of
 * one that differs in marks and capitals alone, as other systems and the typographer make them; `undefined` where there is none.
 * @param anchor without #
 */
export function anchorOf(anchor: string, ids: ReadonlySet<string>): string | undefined {
  const name = decoded(anchor).replace(/^user-content-/, '');
  if (ids.has(anchor) || ids.has(decoded(anchor))) return anchor;
  const wanted = plain(name.replace(headingPrefix, ''));
  const id =
    [name, headingPrefix + name].find((each) => ids.has(each)) ??
    [...ids].find((each) => wanted !== '' && each.startsWith(headingPrefix) && plain(nameOf(each)) === wanted);
  return id === undefined ? undefined : encodeURIComponent(id);
}

/** What to write instead of an anchor that leads nowhere. */
export function anchorRemedy(anchor: string, ids: ReadonlySet<string>): string {
  const names = [...ids].filter((id) => id.startsWith(headingPrefix)).map(nameOf);
  const near = nearest(decoded(anchor).replace(headingPrefix, ''), names);
  if (near !== undefined) return `Did you mean #${near}?`;
  if (names.length === 0) return 'Write an address instead: the text has no headings.';
  const some = names.slice(0, 12).map((name) => `#${name}`);
  return `The headings are ${some.join(', ')}${names.length > 12 ? ' …' : '.'}`;
}

function nameOf(id: string): string {
  return id.slice(headingPrefix.length);
}

/** Letters and digits alone, with the marks that belong to letters. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
