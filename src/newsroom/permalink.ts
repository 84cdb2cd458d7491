/** Where an article is filed: `2019/03/01/slug`, the day of the edition and a name in lower-case letters, digits and hyphens. */
export const articlePath = /^\d{4}\/\d{2}\/\d{2}\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The address of an article for good, from the root of the site: `/2019/03/01/slug/`. */
export function permalinkOf(article: { path: string }): string {
  return `/${article.path}/`;
}

/** The path of the article that an address of this paper points to; `undefined` for any other address. */
export function pathOfPermalink(href: string, origin: string): string | undefined {
  if (!URL.canParse(href, origin)) return undefined;
  const url = new URL(href, origin);
  const path = url.pathname.replace(/^\/|\/$/g, '');
  return url.origin === new URL(origin).origin && articlePath.test(path) ? path : undefined;
}

/** The plain date of the edition that an article was filed for. */
export function editionDateOf(article: { path: string }): string {
  return article.path.slice(0, 10).replaceAll('/', '-');
}

/** An address with its origin, as feeds, cards and paper want it. */
export function absolute(href: string, origin: string): string {
  return new URL(href, origin).href;
}
