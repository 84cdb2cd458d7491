/**
 * Files of a site in the order in which they are put in their places, so that what can be reached from a page that was there before
 * never leads to a file that is not there: first what is new and names nothing, then new pages, which nothing leads to yet; then what
 * takes the place of another, pages last. Taking away goes the other way round, when nothing leads there any more.
 *
 * A page is put in its place right behind its compressed forms. A server that sends those then has of each either what was there
 * before or what is new, and all that either names; one that first looks for the page finds no page without them.
 * @param files from the site
 * @param isThere whether a file of that name is published
 */
export function inOrder(files: readonly string[], isThere: (file: string) => boolean): string[] {
  const placed = files.map((file) => {
    const page = file.replace(compressed, '');
    const rank = (isThere(page) ? 2 : 0) + (isNaming.test(page) ? 1 : 0);
    return { file, page, rank, isPage: file === page };
  });
  placed.sort(
    (a, b) =>
      a.rank - b.rank || compare(a.page, b.page) || Number(a.isPage) - Number(b.isPage) || compare(a.file, b.file),
  );
  return placed.map(({ file }) => file);
}

const compressed = /\.(?:br|gz)$/;

/** Files that lead readers and programs to others. */
const isNaming = /\.(?:html|xml|json|opml|txt|md|webmanifest)$|(?:^|\/)(?:_redirects|_headers|service-worker\.js)$/;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
