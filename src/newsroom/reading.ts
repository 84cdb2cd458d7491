import { languageOf } from './languages.ts';

/** How long a text is to its readers, and the parts that it has. */
export interface Reading {
  /** To read it, not rounded. */
  minutes: number;
  /** Its subheadings of the first rank, in plain words, with their ids. */
  contents: { id: string; title: string }[];
}

/** Minutes that a newspaper's reader takes for a text, not rounded. `language` is BCP 47. */
export function minutesToRead(text: string, language: string): number {
  const { pace = { words: 230 } } = languageOf(language);
  return 'letters' in pace
    ? (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) / pace.letters
    : (text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0) / pace.words;
}
