import { feedFormats, feedOf, type FeedFormat } from '../../newsroom/permalink.ts';
import type { LinkView } from '../site.ts';

/** The type that a link to a feed names. */
export const feedTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const;

/** A feed as the head of a page names it, for feed readers to find. */
export interface FeedLinkView {
  type: string;
  href: string;
  title: string;
}

/** The feeds of a list, by the list's own address, or of the formats that are named. */
export function feedAlternates(
  list: string,
  title: string,
  formats: readonly FeedFormat[] = feedFormats,
): FeedLinkView[] {
  return formats.map((format) => ({ type: feedTypes[format], href: feedOf(list, format), title }));
}

/** The feeds of a list as a page links to them. */
export function feedLinks(list: string): LinkView[] {
  return feedFormats.map((format) => ({
    label: { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' }[format],
    href: feedOf(list, format),
  }));
}
