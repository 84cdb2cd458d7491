import FeedParser from 'feedparser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import Parser from 'rss-parser';
import { filesIn } from './dist.ts';

/** What every reader must find in an entry. */
export interface ReadEntry {
  id: string;
  href: string;
  title: string;
  published: string;
  html: string;
}

/** A file of a feed, by its path in the site. */
export interface FeedFile {
  name: string;
  format: 'rss' | 'atom' | 'json';
  text: string;
}

/** Every file of every feed of a built paper, archives too. */
export function feedFilesOf(dist: string): FeedFile[] {
  return filesIn(dist)
    .filter((name) => /(^|\/)(feed\.xml|atom\.xml|feed\.json|feed\/\d+\.(xml|json))$/.test(name))
    .map((name) => ({
      name,
      format: name.endsWith('.json') ? 'json' : /(^|\/)feed\.xml$/.test(name) ? 'rss' : 'atom',
      text: readFileSync(path.join(dist, name), 'utf8'),
    }));
}

const instant = (time: string | Date | null | undefined) => (time ? new Date(time).toISOString() : '');

/** The entries as feedsmith reads them. */
export function byFeedsmith({ format, text }: FeedFile): ReadEntry[] {
  switch (format) {
    case 'rss':
      return (parseRssFeed(text).items ?? []).map((item) => ({
        id: item.guid?.value ?? '',
        href: item.link ?? '',
        title: item.title ?? '',
        published: instant(item.pubDate),
        html: item.content?.encoded ?? '',
      }));
    case 'atom':
      return (parseAtomFeed(text).entries ?? []).map((entry) => ({
        id: entry.id ?? '',
        href: entry.links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
        title: entry.title?.value ?? '',
        published: instant(entry.published),
        html: entry.content?.value ?? '',
      }));
    case 'json':
      return (parseJsonFeed(text).items ?? []).map((item) => ({
        id: item.id ?? '',
        href: item.url ?? '',
        title: item.title ?? '',
        published: instant(item.date_published),
        html: item.content_html ?? '',
      }));
  }
}

/** The entries of RSS or Atom as rss-parser reads them. */
export async function byRssParser({ text }: FeedFile): Promise<ReadEntry[]> {
  const { items } = await new Parser().parseString(text);
  return items.map((item) => ({
    id: item.guid ?? (item['id'] as string),
    href: item.link ?? '',
    title: item.title ?? '',
    published: instant(item.isoDate),
    html: (item['content:encoded'] as string | undefined) ?? item.content ?? '',
  }));
}

/** The entries of RSS or Atom as feedparser reads them. */
export async function byFeedparser({ text }: FeedFile): Promise<ReadEntry[]> {
  const parser = new FeedParser({ addmeta: false });
  Readable.from([text]).pipe(parser);
  const entries: ReadEntry[] = [];
  for await (const item of parser as unknown as AsyncIterable<FeedParser.Item>)
    entries.push({
      id: item.guid,
      href: item.link,
      title: item.title,
      published: instant(item.pubdate),
      html: item.description,
    });
  return entries;
}
