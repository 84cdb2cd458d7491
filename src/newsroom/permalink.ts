import { isDate } from './calendar.ts';

/** Where an article is filed: `2019/03/01/slug`, the day of the edition and a name in lower-case letters, digits and hyphens. */
export const articlePath = /^\d{4}\/\d{2}\/\d{2}\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** How an article is named for good: six to twelve characters that cannot be mistaken for others. */
export const articleId = /^[23456789abcdefghjkmnpqrstuvwxyz]{6,12}$/;

/** Whether a path may be a former address of an article: `2019/03/01/slug`, or a short link, `a/k7m2xq`. */
export function isFormerPath(path: string): boolean {
  if (path.startsWith('a/')) return articleId.test(path.slice(2));
  return articlePath.test(path) && isDate(editionDateOf({ path }));
}

// Pages, loaders and commands each have a copy of this module, and the global object in common.
const shared = globalThis as { broadsheetLiesBelow?: string };

/** Says where the paper is read, from now on and for all copies of this module: it may lie below a path of its host. */
export function layAt(url: string): void {
  shared.broadsheetLiesBelow = new URL(url).pathname.replace(/\/$/, '');
}

/** The path of the host that the paper lies below, `/paper`, as it is written in addresses; empty where it lies at the root. */
export function pathOfPaper(): string {
  return shared.broadsheetLiesBelow ?? '';
}

/** An address as pages name it, from the root of the host: `/paper/about/` for `/about/`. All addresses go through here. */
export function hrefOf(path: string): string {
  return pathOfPaper() + path;
}

/** The same without what the paper lies below: where a page is filed, and what is recorded of it, wherever the paper moves. */
export function pathOf(href: string): string {
  return isBelow(href) ? href.slice(pathOfPaper().length) : href;
}

/** A JSON text whose strings that begin with a slash are addresses from the root of the paper, with addresses as pages name them. */
export function belowPath(json: string): string {
  return json.replaceAll('"/', `"${hrefOf('/')}`);
}

function isBelow(href: string): boolean {
  return href.startsWith(`${pathOfPaper()}/`);
}

/** Where an article is for good, from the root of the paper: `/2019/03/01/slug/`. */
export function recordedPath(article: { path: string }): string {
  return `/${article.path}/`;
}

/** The address of an article for good, from the root of the host. */
export function permalinkOf(article: { path: string }): string {
  return hrefOf(recordedPath(article));
}

/** An article in other forms, each a file beside its page: `/2019/03/01/slug/index.md`. */
export const forms = { markdown: 'index.md', json: 'index.json', oembed: 'oembed.json' } as const;
export type Form = keyof typeof forms;

/** Where an article's other form is, by the permalink, with its origin or without. */
export function formAddress(permalink: string, form: Form): string {
  return permalink + forms[form];
}

/** Where the paper's other pages are, from the root of the paper. Names are those of files in `content/`. */
export const paths = {
  front: '/',
  section: (id: string) => `/sections/${id}/`,
  topics: '/topics/',
  topic: (id: string) => `/topics/${id}/`,
  contributors: '/contributors/',
  contributor: (id: string) => `/contributors/${id}/`,
  archive: '/archive/',
  /** `2019`, `2019-03` or `2019-03-01`: a year, a month or a day. */
  period: (date: string) => `/${date.replaceAll('-', '/')}/`,
  editions: '/editions/',
  /** Of a print date, `2019-03-01`. */
  edition: (date: string) => `/editions/${date}/`,
  /** The same edition set as a newspaper, to be printed. */
  newspaper: (date: string) => `/editions/${date}/print/`,
  corrections: '/corrections/',
  search: '/search/',
  /** Stories that a reader has kept on the device. */
  saved: '/saved/',
  page: (id: string) => `/${id}/`,
  /** The short link of an article, by its id: for paper, QR codes and citation. */
  short: (id: string) => `/a/${id}/`,
  /** The picture that stands for an article where its link is shown; it stays there, since others point to it. */
  card: (article: { path: string }) => `${recordedPath(article)}card.jpg`,
  /** The picture that stands for all other pages. */
  paperCard: '/card.jpg',
  sitemap: '/sitemap.xml',
  /** One of the sitemaps that the index names. */
  sitemapPart: (name: string) => `/sitemaps/${name}.xml`,
  /** Every feed of the paper, for a feed reader to take in at once (OPML). */
  feeds: '/feeds.opml',
  /** The picture that stands for the paper: a square of so many pixels; `maskable` has room to be cut to any shape. */
  icon: (size: 192 | 512 | 'maskable') => `/icons/${size}.png`,
  /** The same as a drawing. */
  favicon: '/favicon.svg',
  /** The name as a picture, where a paper has one. */
  nameplate: '/icons/nameplate.png',
  manifest: '/manifest.webmanifest',
  security: '/.well-known/security.txt',
} as const;

/** The same as pages name them, from the root of the host. */
export const addresses = new Proxy(paths, {
  get: (all, name: keyof typeof paths) => {
    const path = all[name] as string | ((...given: unknown[]) => string);
    return typeof path === 'string' ? hrefOf(path) : (...given: unknown[]) => hrefOf(path(...given));
  },
});

/** Whether a file of the site tells a host which addresses lead where, and nothing else of the articles. */
export function isForHosts(path: string): boolean {
  return /^\/(?:_redirects|_headers|\.hosts\/.+)$/.test(path);
}

export const feedFormats = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** The address of a list's feed, by the list's own: `/feed.xml` for `/`, `/sections/world/atom.xml` for `/sections/world/`. */
export function feedOf(list: string, format: FeedFormat): string {
  return list + { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' }[format];
}

/** The address of older entries of a feed for good: documents are counted from the oldest. */
export function archiveOfFeed(list: string, format: 'atom' | 'json', number: number): string {
  return `${list}feed/${number}.${format === 'atom' ? 'xml' : 'json'}`;
}

/** Pages that every paper has by themselves and that sitemaps name, beside the front page and what leads to lists. */
export const listedPages = ['archive', 'editions', 'corrections'] as const;

/** Names of the pages at the root of the site that every paper has. */
const ownNames = Object.values(paths).flatMap(
  (address) => (typeof address === 'string' && /^\/([a-z-]+)\/$/.exec(address)?.[1]) || [],
);

/** Names at the root of the site that no static page can have; years are numbers, and no page's name is one. */
export const takenNames = [...ownNames, 'sections', 'pagefind', '404', 'a', 'feed', 'sitemaps', 'icons'];

/**
 * The address of one page of a list. Pages are counted from the oldest stories, so that none changes its number
 * when a story is added; the newest have the list's own address.
 */
export function pageOfList(list: string, number: number): string {
  return `${list}page/${number}/`;
}

/** The path of the article that an address of this paper points to; `undefined` for any other address. */
export function pathOfPermalink(href: string, origin: string): string | undefined {
  const path = ownPath(href, origin)?.replace(/^\/|\/$/g, '');
  return path !== undefined && articlePath.test(path) ? path : undefined;
}

/**
 * The path from the root of the paper that an address of it has; `undefined` for addresses of other sites. One without a host is
 * written without what the paper lies below, so that the paper can move; one that was copied with it is the same.
 */
export function ownPath(href: string, origin: string): string | undefined {
  if (!URL.canParse(href, origin)) return undefined;
  const url = new URL(href, origin);
  if (url.origin !== new URL(origin).origin) return undefined;
  const hasHost = /^(https?:|[/\\]{2})/i.test(href.trim());
  if (isBelow(url.pathname) && (hasHost || !placeOf(url.pathname))) return pathOf(url.pathname);
  return hasHost ? undefined : url.pathname;
}

/**
 * The path of the article that an editor names by it or by an address that a browser or a folder gives: with this site's
 * origin or without, slashes around it, a fragment, a query, the name of a file; of a short link `a/k7m2xq`. Whatever
 * else it is stays as it is.
 */
export function articleNamed(name: string, origin: string): string {
  const { host } = new URL(origin);
  const typed = name.trim().replace(/^<(.*)>$/, '$1');
  const bare = typed.replace(/^(?:(?:https?:)?\/\/)?(?:www\.)?/i, '');
  const isHere = bare.toLowerCase().startsWith(`${host.replace(/^www\./, '')}/`);
  const href = (isHere ? bare.slice(bare.indexOf('/')) : typed).replace(/^\.?\/?content\/articles\//, '/');
  if (!URL.canParse(href, origin)) return name;
  const url = new URL(href, origin);
  if (url.host !== host) return name;
  const path = formerPathOf(url.pathname);
  return isFormerPath(path) || articlePath.test(path) ? path : name;
}

/** The path that an address may have been written for: without what the paper lies below, slashes around it and the name of a file. */
export function formerPathOf(pathname: string): string {
  const bare = (path: string) => path.replace(/\/index\.(?:html|md|json)$/, '').replace(/^\/+|\/+$/g, '');
  const path = bare(pathname);
  return isFormerPath(path) ? path : bare(pathOf(`/${path}/`));
}

/** A file in `content/` that has a page of its own, by the name of the file. */
export interface NamedPlace {
  folder: 'sections' | 'topics' | 'contributors' | 'pages';
  name: string;
}

/** How files that have a page of their own are named. */
export const placeName = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * What an address of this paper stands for: an article by its path, a place by its name, or `other` for the pages that
 * every paper has and for days, months, years and print dates; `undefined` when no page can have the address.
 */
export function placeOfAddress(href: string, origin: string): Place | undefined {
  const path = ownPath(href, origin);
  return path === undefined ? undefined : placeOf(path);
}

type Place = { article: string } | NamedPlace | 'other';

function placeOf(address: string): Place | undefined {
  const path = address.replace(/^\/|\/$/g, '');
  if (articlePath.test(path)) return { article: path };
  const [, folder, named] = /^(sections|topics|contributors)\/([^/]+)$/.exec(path) ?? [];
  if (folder && named) return { folder: folder as NamedPlace['folder'], name: named };
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:\/(\d{2})(?:\/(\d{2}))?)?$/.exec(path) ?? [];
  if (year) return isDate(`${year}-${month}-${day}`) ? 'other' : undefined;
  if (path.startsWith('editions/'))
    return isDate(path.slice('editions/'.length).replace(/\/print$/, '')) ? 'other' : undefined;
  if (path === '' || ownNames.includes(path)) return 'other';
  return isPageName(path) ? { folder: 'pages', name: path } : undefined;
}

/** Whether a static page can have a name: one of its own, and not of digits alone, as years are. */
export function isPageName(name: string): boolean {
  return placeName.test(name) && !/^\d+$/.test(name) && !takenNames.includes(name);
}

/** The plain date of the edition that an article was filed for. */
export function editionDateOf(article: { path: string }): string {
  return article.path.slice(0, 10).replaceAll('/', '-');
}

/** An address with its origin, as feeds, cards and paper want it. */
export function absolute(href: string, origin: string): string {
  return new URL(href, origin).href;
}
