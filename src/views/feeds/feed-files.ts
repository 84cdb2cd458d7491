import { generateAtomFeed, generateJsonFeed, generateRssFeed, type MediaNs } from 'feedsmith';
import { epoch } from '../../newsroom/calendar.ts';
import type { FeedDocument, FeedEntry } from './feed.ts';
import { feedTypes } from './feed-links.ts';
import { htmlText } from '../../newsroom/escaping.ts';

/** An entry with its text, and its picture where readers elsewhere find it. */
export interface WholeEntry extends FeedEntry {
  html: string;
  image?: { src: string; width: number; height: number };
}

/** A file of a feed with the text of its entries; `style` is the address of the sheet that shows it to a person. */
export interface WholeDocument extends Omit<FeedDocument, 'entries'> {
  entries: WholeEntry[];
  style: string;
}

/** RSS 2.0 after the profile of the RSS Advisory Board. */
export function rssFile({ feed, self, older, entries, gone, style }: WholeDocument): string {
  const { publisher } = feed;
  const xml = generateRssFeed(
    {
      title: feed.title,
      link: feed.home,
      // Here and below, where readers take a description for HTML.
      description: htmlText(feed.description),
      language: feed.language,
      copyright: feed.rights,
      managingEditor: publisher.email ? { email: publisher.email, name: publisher.name } : undefined,
      lastBuildDate: lastOf(entries, gone),
      image: { url: feed.icon.small, title: feed.title, link: feed.home },
      xml: { lang: feed.language },
      atom: { links: [{ href: self, rel: 'self', type: feedTypes.rss }, ...olderLinks(older)] },
      items: entries.map((entry) => ({
        title: entry.title,
        link: entry.href,
        description: entry.summary && htmlText(entry.summary),
        categories: entry.categories.map(({ label, scheme }) => ({ name: label, domain: scheme })),
        guid: { value: entry.id, isPermaLink: false },
        pubDate: new Date(entry.published),
        content: { encoded: entry.html },
        dc: {
          creators: entry.authors.map(({ name }) => name),
          contributors: entry.contributors.map(({ name }) => name),
          languages: [entry.language],
          rights: entry.rights ? [entry.rights] : [],
        },
        atom: { updated: new Date(entry.updated) },
        media: mediaOf(entry),
        xml: { lang: entry.language },
      })),
    },
    { strict: true, stylesheets: [{ type: 'text/css', href: style }] },
  );
  return forPeople(xml, { feed, entries });
}

/** Atom (RFC 4287), archived by RFC 5005, with entries for stories that were withdrawn (RFC 6721). */
export function atomFile({ feed, self, archive, older, entries, gone, style }: WholeDocument): string {
  const { publisher } = feed;
  const xml = generateAtomFeed(
    {
      id: feed.id,
      title: { value: feed.title },
      subtitle: { value: feed.description },
      updated: lastOf(entries, gone),
      authors: [{ name: publisher.name, uri: publisher.url, email: publisher.email }],
      rights: feed.rights ? { value: feed.rights } : undefined,
      icon: feed.icon.large,
      xml: { lang: feed.language },
      links: [
        { href: self, rel: 'self', type: feedTypes.atom },
        { href: feed.home, rel: 'alternate', type: 'text/html' },
        ...(archive ? [{ href: archive.current, rel: 'current', type: feedTypes.atom }] : []),
        ...olderLinks(older),
      ],
      entries: entries.map((entry) => ({
        id: entry.id,
        title: { value: entry.title },
        links: [
          { href: entry.href, rel: 'alternate', type: 'text/html' },
          ...(entry.image ? [{ href: entry.image.src, rel: 'enclosure', type: 'image/jpeg' }] : []),
        ],
        published: new Date(entry.published),
        updated: new Date(entry.updated),
        authors: entry.authors.map(({ name, url }) => ({ name, uri: url })),
        contributors: entry.contributors.map(({ name, url }) => ({ name, uri: url })),
        categories: entry.categories.map(({ id, label, scheme }) => ({ term: id, label, scheme })),
        summary: entry.summary ? { value: entry.summary } : undefined,
        rights: entry.rights ? { value: entry.rights } : undefined,
        content: { value: entry.html, type: 'html' },
        media: mediaOf(entry),
        xml: { lang: entry.language },
      })),
    },
    { strict: true, stylesheets: [{ type: 'text/css', href: style }] },
  );
  const marks = [
    ...(archive ? ['<fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>'] : []),
    ...gone.map(
      ({ id, at }) =>
        `<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="${id}" when="${new Date(at).toISOString()}"/>`,
    ),
  ];
  return forPeople(xml, { feed, entries, marks });
}

/** JSON Feed 1.1. */
export function jsonFile({ feed, self, older, entries }: WholeDocument): string {
  const json = generateJsonFeed(
    {
      title: feed.title,
      home_page_url: feed.home,
      feed_url: self,
      description: feed.description,
      next_url: older?.href,
      icon: feed.icon.large,
      language: feed.language,
      authors: [{ name: feed.publisher.name, url: feed.publisher.url }],
      items: entries.map((entry) => ({
        id: entry.id,
        url: entry.href,
        title: entry.title,
        summary: entry.summary,
        content_html: entry.html,
        image: entry.image?.src,
        date_published: new Date(entry.published),
        date_modified: new Date(entry.updated),
        ...(entry.authors.length > 0 ? { authors: entry.authors } : {}),
        ...(entry.categories.length > 0 ? { tags: entry.categories.map(({ label }) => label) } : {}),
        language: entry.language,
      })),
    },
    { strict: true },
  );
  // A feed whose entries were all withdrawn has an empty list of them.
  return JSON.stringify({ items: [], ...(json as object) });
}

/** When one of the entries was last changed or withdrawn; a clock would change the file each day. */
function lastOf(entries: readonly FeedEntry[], gone: FeedDocument['gone']): Date {
  return new Date(Math.max(...[...entries.map(({ updated }) => updated), ...gone.map(({ at }) => at)].map(epoch)));
}

function olderLinks(older: FeedDocument['older']) {
  return older ? [{ href: older.href, rel: 'prev-archive', type: feedTypes[older.format] }] : [];
}

function mediaOf({ picture, image }: WholeEntry): MediaNs.ItemOrFeed<true> | undefined {
  if (!picture || !image) return undefined;
  const { alt, credit } = picture;
  return {
    contents: [
      {
        url: image.src,
        type: 'image/jpeg',
        medium: 'image',
        width: image.width,
        height: image.height,
        description: alt ? { value: alt, type: 'plain' } : undefined,
        credits: credit ? [{ value: credit }] : undefined,
      },
    ],
  };
}

/**
 * Adds what the library does not write: `marks` of the whole, and for a person who opens the feed in a browser a head and, in
 * each entry, its headline as a link and its time. These are XHTML, which browsers show and feed readers pass over: style
 * sheets alone make no links of the elements of a feed.
 */
function forPeople(
  xml: string,
  { feed, entries, marks = [] }: Pick<WholeDocument, 'feed' | 'entries'> & { marks?: string[] },
): string {
  const { title, home, description, about, language, direction } = feed;
  const inWords = `lang="${language}" dir="${direction}"`;
  const head = [
    `<h:header ${inWords}><h:h1><h:a href="${home}">${htmlText(title)}</h:a></h:h1>`,
    description === title ? '' : `<h:p class="standfirst">${htmlText(description)}</h:p>`,
    `<h:p class="about">${htmlText(about)}</h:p></h:header>`,
  ].join('');
  let next = 0;
  return (
    xml
      // The library indents what has a mark-up character in it, and some readers keep the space.
      .replace(/>\s+<!\[CDATA\[/g, '><![CDATA[')
      .replace(/\]\]>\s+<\//g, ']]></')
      .replace(/<(rss|feed) /, '$&xmlns:h="http://www.w3.org/1999/xhtml" ')
      .replace(/<channel>|<feed [^>]*>/, (tag) => [tag, ...marks, head].join('\n'))
      // A headline that has mark-up in it stands in CDATA, which is no mark-up.
      .replace(/<!\[CDATA\[.*?\]\]>|<(?:item|entry) [^>]*>/gs, (tag) => {
        const entry = tag.startsWith('<!') ? undefined : entries[next++];
        if (!entry) return tag;
        const { href, published, when } = entry;
        const headline = `<h:h2 dir="auto"><h:a href="${href}">${htmlText(entry.title)}</h:a></h:h2>`;
        return [tag, headline, `<h:time datetime="${published}" ${inWords}>${when}</h:time>`].join('\n');
      })
  );
}
