import type { Article, PictureFile } from '../../newsroom/article.ts';
import { epoch, latestOf } from '../../newsroom/calendar.ts';
import { isShown, lastChange, type Edition } from '../../newsroom/edition.ts';
import { opening } from '../../newsroom/release.ts';
import { listsOf } from '../../newsroom/lists.ts';
import { primaryOf, scriptOf } from '../../newsroom/language.ts';
import { absolute, addresses, editionDateOf, listedPages, permalinkOf } from '../../newsroom/permalink.ts';
import { contributorsOf } from '../pages/contributor.ts';
import { sectionsOf, topicsOf } from '../pages/headings.ts';

/** Addresses for search engines: a file of its own for the pages that list something, and for the stories of each month. */
export interface SitemapView {
  /** Of its file: `pages`, `2019-03`. */
  name: string;
  /** Made when they are asked for. */
  addresses: () => SitemapAddress[];
  /** The newest of any of them, RFC 3339; nothing true is known of lists. */
  lastChange?: () => string;
}

export interface SitemapAddress {
  url: string;
  /** RFC 3339; said of stories alone, since of a list nothing true is known. */
  lastChange?: string;
  picture?: PictureFile;
}

/** A file of the index. */
export interface SitemapPart {
  url: string;
  lastChange?: string;
}

/** The most that a sitemap may hold (sitemaps.org). */
export const addressesInSitemap = 50_000;

/**
 * The sitemaps of a paper. A story belongs to the month of its edition for good; from so many on, a month goes on in a file more.
 * Pages of lists with a number, days, months and years are left out: they lead to stories and say nothing else.
 */
export function sitemapViews(edition: Edition, most = addressesInSitemap): SitemapView[] {
  const stories = listsOf(edition).all.filter(isShown);
  const months = [...Map.groupBy(stories, (article) => editionDateOf(article).slice(0, 7))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return [
    { name: 'pages', addresses: () => pagesOf(edition) },
    ...months.flatMap(([month, articles]) =>
      partsOf(articles, most).map((part, index) => ({
        name: index === 0 ? month : `${month}-${index + 1}`,
        addresses: () => part.map((article) => storyAddress(article, edition)),
        lastChange: () => latestOf(part.map(lastChange)),
      })),
    ),
  ];
}

/** The index of the sitemaps. */
export function sitemapIndex(edition: Edition): SitemapPart[] {
  const url = (name: string) => absolute(addresses.sitemapPart(name), edition.publication.url);
  return [
    ...sitemapViews(edition).map(({ name, lastChange: at }) => ({ url: url(name), lastChange: at?.() })),
    ...(newsAddresses(edition).length > 0 ? [{ url: url(newsSitemap) }] : []),
  ];
}

export const newsSitemap = 'news';

/** A story in the sitemap for Google News. */
export interface NewsAddress {
  url: string;
  title: string;
  /** When it could first be read, RFC 3339. */
  published: string;
  publication: { name: string; language: string };
}

/**
 * The stories of the last two days before the edition's instant, the newest first, and no more than Google takes; without any
 * there is no such sitemap. The days of a story that was held back count from the end of its embargo: Google cannot have seen it before.
 */
export function newsAddresses(edition: Edition): NewsAddress[] {
  const { publication, asOf } = edition;
  const since = epoch(asOf) - 48 * 60 * 60 * 1000;
  // No offset from UTC is longer than a day: of most it need not be read.
  const day = new Date(since - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return listsOf(edition)
    .all.filter((article) => (opening(article) ?? article.published) >= day && isShown(article))
    .map((article) => ({ article, published: opening(article) ?? article.published }))
    .filter(({ published }) => epoch(published) >= since)
    .sort((a, b) => epoch(a.published) - epoch(b.published))
    .slice(-1000)
    .reverse()
    .map(({ article, published }) => ({
      url: absolute(permalinkOf(article), publication.url),
      title: article.headline,
      published,
      publication: { name: publication.name, language: newsLanguage(article.language) },
    }));
}

/** ISO 639, as Google News wants it: of the scripts of Chinese it is told the country. */
function newsLanguage(language: string): string {
  if (primaryOf(language) !== 'zh') return primaryOf(language);
  return scriptOf(language) === 'Hant' ? 'zh-tw' : 'zh-cn';
}

function pagesOf(edition: Edition): SitemapAddress[] {
  return [
    addresses.front,
    ...sectionsOf(edition).map(({ heading }) => addresses.section(heading.id)),
    addresses.topics,
    ...topicsOf(edition).map(({ heading }) => addresses.topic(heading.id)),
    addresses.contributors,
    ...contributorsOf(edition).map(({ contributor }) => addresses.contributor(contributor.id)),
    ...listedPages.map((name) => addresses[name]),
    ...[...edition.pages.keys()].map((id) => addresses.page(id)),
  ].map((address) => ({ url: absolute(address, edition.publication.url) }));
}

function storyAddress(article: Article, { publication }: Edition): SitemapAddress {
  return {
    url: absolute(permalinkOf(article), publication.url),
    lastChange: lastChange(article),
    picture: article.picture?.file,
  };
}

function partsOf<T>(list: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / most) }, (_, index) =>
    list.slice(index * most, (index + 1) * most),
  );
}
