/** How long a text is to its readers, and the parts that it has. */
export interface Reading {
  /** To read it, not rounded. */
  minutes: number;
  /** Its subheadings of the first rank, in plain words, with their ids. */
  contents: { id: string; title: string }[];
}

// Languages that put no space between words are counted in letters, and so is Korean, whose words are whole phrases.
const lettersAMinute: Record<string, number> = { ja: 500, zh: 400, ko: 500, th: 900, lo: 900, km: 900, my: 900 };

// Words that take articles, prepositions and pronouns in are longer, and fewer.
const wordsAMinute: Record<string, number> = { ar: 170, fa: 190, he: 180, fi: 170, hu: 190, tr: 170 };

/** Minutes that a newspaper's reader takes for a text, not rounded. `language` is BCP 47. */
export function minutesToRead(text: string, language: string): number {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  const letters = lettersAMinute[primary];
  if (letters) return (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) / letters;
  return (text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0) / (wordsAMinute[primary] ?? 230);
}
