import type { Correction, Kind, PrintProvenance, Role } from './article.ts';
import { arabic } from './words/ar.ts';
import { english } from './words/en.ts';
import { japanese } from './words/ja.ts';

/** What the reader itself says around an article, in one language. */
export interface Words {
  /** BCP 47 of these words. */
  language: string;
  skipToText: string;
  frontPage: string;
  kinds: Record<Kind, string | undefined>;
  /** "By A, B and C", for each role. Names come joined. */
  credits: Record<Role, (names: string) => string>;
  withAgencies: (names: string) => string;
  filed: string;
  published: string;
  updated: string;
  oldNotice: (years: number) => string;
  corrections: string;
  correctionKinds: Record<Correction['kind'], string>;
  /** The date comes in words; straight quotation marks are set by the typographer. */
  provenance: (print: Omit<PrintProvenance, 'edition'> & { date: string }) => string;
  video: string;
  watchAt: (host: string) => string;
  pictureSource: string;
  related: string;
  footnotes: string;
  backToText: (number: string) => string;
  table: string;
  withdrawn: string;
  withdrawnOn: (date: string) => string;
  topics: string;
  stayInTouch: string;
  imprint: string;
  publishedBy: (publisher: string) => string;
  textLicence: (licence: string) => string;
  noStories: string;
  notFound: string;
  notFoundText: string;
}

const tables: Record<string, Words> = { ar: arabic, en: english, ja: japanese };

/** The words for a language, by its first subtag; English where there are none yet. */
export function wordsOf(language: string): Words {
  return tables[language.toLowerCase().split('-')[0] ?? 'en'] ?? english;
}
