import { primaryOf } from '../language.ts';

/** What a paper does otherwise than its language's printers. */
export interface Typography {
  /** The dash between words: an em dash without spaces, or an en dash between spaces. */
  dashes?: 'closed' | 'spaced' | undefined;
}

/** By what a text is set: its language (BCP 47), and the manner of the paper. */
export interface Setting {
  language: string;
  typography?: Typography | undefined;
}

/** The setting of a text within a paper, whose manner counts for texts in its own language alone. */
export function settingWithin(paper: Setting, language: string): Setting {
  const isOwn = primaryOf(language) === primaryOf(paper.language);
  return isOwn ? { language, typography: paper.typography } : { language };
}
