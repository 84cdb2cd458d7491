import type { Edition } from '../newsroom/edition.ts';
import { directionOf, type Direction } from '../newsroom/language.ts';
import { typesetText } from '../newsroom/typography.ts';
import { wordsOf } from '../newsroom/words.ts';

/** What stands on every page around its own matter, in the paper's language. */
export interface SiteView {
  name: string;
  tagline?: string;
  language: string;
  direction: Direction;
  frontPage: string;
  imprint: { heading: string; lines: string[]; email?: string; links: { label: string; href: string }[] };
}

export function siteView({ publication }: Pick<Edition, 'publication'>): SiteView {
  const { name, tagline, language, publisher, licence, policies } = publication;
  const words = wordsOf(language);
  return {
    name: typesetText(name, language),
    tagline: tagline && typesetText(tagline, language),
    language,
    direction: directionOf(language),
    frontPage: words.frontPage,
    imprint: {
      heading: words.imprint,
      lines: [
        words.publishedBy([publisher.name, publisher.place].filter(Boolean).join(', ')),
        ...(licence ? [words.textLicence(licenceName(licence))] : []),
      ],
      email: publisher.email,
      links: policies.map(({ label, url }) => ({ label, href: url })),
    },
  };
}

/** "CC BY 4.0" for the identifier "CC-BY-4.0"; other licences are named as they are. */
export function licenceName(licence: string): string {
  return licence.replace(/^CC-(BY(?:-[A-Z]{2})*)-(\d\.\d)$/, 'CC $1 $2');
}
