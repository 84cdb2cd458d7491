import type { Edition } from '../../newsroom/edition.ts';
import { absolute, addresses } from '../../newsroom/permalink.ts';

/**
 * Whom to tell of a weakness of the site (RFC 9116); `undefined` for a paper that names no address to write to.
 * It holds for less than a year, and is the same through a month.
 */
export function securityText({ publication, asOf }: Pick<Edition, 'publication' | 'asOf'>): string | undefined {
  const { publisher, url, language } = publication;
  if (!publisher.email) return undefined;
  const month = new Date(asOf);
  const expires = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 11, 1));
  return [
    `Contact: mailto:${publisher.email}`,
    `Expires: ${expires.toISOString().replace('.000', '')}`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${absolute(addresses.security, url)}`,
    '',
  ].join('\n');
}
