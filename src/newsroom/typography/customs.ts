import type { Typography } from './setting.ts';

export const noBreak = '\u00A0';
export const narrow = '\u202F';

// Latin letters by range: a property escape here would cost more than all the rest.
export const letter = 'A-Za-zÀ-ÖØ-öø-ž';
export const capital = 'A-ZÀ-ÖØ-ÞČŁŚŠŽŻ';

/**
 * What a language's printers do. Quotation marks are those of the Unicode CLDR's delimiters, but Dutch has the double mark first, as its
 * newspapers do, and French and Spanish have the inner levels of the Imprimerie nationale and of the Real Academia Española;
 * those of fr-CA are the Office québécois's. Spaces and dashes follow the Imprimerie nationale (Lexique des règles
 * typographiques), Duden and DIN 5008, and New Hart's Rules.
 */
export interface Custom {
  /** Opening and closing mark by level; a straight " asks for the first level, a straight ' for the second. */
  quotes: string[];
  /** Whether dashes and spaces stay as they are typed, and six dots are two ellipses. */
  marksOnly?: boolean;
  /** What "word--word" becomes: a dash between spaces, or an em dash without; where it is not told, an en dash without. */
  dash?: Typography['dashes'];
  /** Whether a dash, not a hyphen, stands in "1914–18" and "$5–$10". */
  dashedRange?: boolean;
  /** Whether "--Hola" is a dash that opens speech, not an option of a command. */
  dashedSpeech?: boolean;
  /** Space inside « ». */
  guillemetSpace?: string;
  /** Marks that take a space before them, and the space. */
  spacedMarks?: [marks: string, space: string];
  /** Space between groups of three digits, where the language groups them with spaces. */
  groupSpace?: string;
  /** Words whose first letters are dropped, without their apostrophe. */
  headless?: string;
  /** What stands before an apostrophe at the end of a word, beside the s, x or z of a possessive: dropped endings. */
  tailless?: string;
  /** What may stand between the figure of a day and the space before its month. */
  ordinal?: string;
  /** Months as they follow the day. */
  months?: string;
  /** Times of day that are words. */
  hours?: string;
  /** Words that follow a figure without a break, beside the international units. */
  measures?: string;
  /** Abbreviations that a figure follows without a break. */
  references?: string;
  /** Titles that a name follows without a break. */
  titles?: string;
}

/** A pattern of whole words at the end of a text. */
export function wholeWords(words: string): string {
  return `(?<![\\p{L}\\p{N}'’])(?:${words})`;
}

export const units =
  '[%‰€$£¥]|[°º][CF]?|[kcmµ]?m[²³]?|km/h|m/s|[kmµ]?g|[kMGT]?t|[cmhd]?l|ha|[kMGT]?Hz|[kMGT]?Wh?|[kMGT]B|EUR|USD|GBP|CHF';
