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

/** The address of an article for good, from the root of the site: `/2019/03/01/slug/`. */
export function permalinkOf(article: { path: string }): string {
  return `/${article.path}/`;
}

/** An article in other forms, each a file beside its page: `/2019/03/01/slug/index.md`. */
export const forms = { markdown: 'index.md', json: 'index.json', oembed: 'oembed.json' } as const;
export type Form = keyof typeof forms;

/** Where an article's other form is, by the permalink, with its origin or without. */
export function formAddress(permalink: string, form: Form): string {
  return permalink + forms[form];
}

/** Addresses of the paper's other pages, from the root of the site. Names are those of files in `content/`. */
export const addresses = {
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
  card: (article: { path: string }) => `${permalinkOf(article)}card.jpg`,
  /** The picture that stands for all other pages. */
  paperCard: '/card.jpg',
  sitemap: '/sitemap.xml',
  /** One of the sitemaps that the index names. */
  sitemapPart: (name: string) => `/sitemaps/${name}.xml`,
  /** Every feed of the paper, for a feed reader to take in at once (OPML). */
  feeds: '/feeds.opml',
  /** The picture that stands for the paper: a square of so many pixels; `maskable` has room to be cut to any shape. */
  icon: (size: 192 | 512 | 'maskable') => `/icons/${size}.png`,
  manifest: '/manifest.webmanifest',
  security: '/.well-known/security.txt',
} as const;

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
export const listedPages = [addresses.archive, addresses.editions, addresses.corrections];

/** Names of the pages at the root of the site that every paper has. */
const ownNames = Object.values(addresses).flatMap(
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
  if (!URL.canParse(href, origin)) return undefined;
  const url = new URL(href, origin);
  const path = url.pathname.replace(/^\/|\/$/g, '');
  return url.origin === new URL(origin).origin && articlePath.test(path) ? path : undefined;
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
  const path = url.pathname.replace(/\/index\.(?:html|md|json)$/, '').replace(/^\/+|\/+$/g, '');
  return isFormerPath(path) || articlePath.test(path) ? path : name;
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
export function placeOfAddress(href: string, origin: string): { article: string } | NamedPlace | 'other' | undefined {
  const article = pathOfPermalink(href, origin);
  if (article) return { article };
  if (!URL.canParse(href, origin)) return undefined;
  const url = new URL(href, origin);
  if (url.origin !== new URL(origin).origin) return undefined;
  const path = url.pathname.replace(/^\/|\/$/g, '');
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
