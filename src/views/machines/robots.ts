import type { Edition } from '../../newsroom/edition.ts';
import { absolute, addresses } from '../../newsroom/permalink.ts';

/** What programs are told that visit the site (RFC 9309): all of it is for them as well, and where the sitemaps are. */
export function robotsText({ publication }: Pick<Edition, 'publication'>): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(addresses.sitemap, publication.url)}\n`;
}
