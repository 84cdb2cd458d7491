import type { Reading } from '../../newsroom/reading.ts';
import { wordsOf } from '../../newsroom/words.ts';

/** What helps to judge a text before it is read. */
export interface ReadingView {
  /** "4 minutes to read"; absent for what is read in less than one. */
  time?: string;
  /** The subheadings of a long text; absent for others. */
  contents?: { label: string; items: { title: string; href: string }[] };
}

export function readingView({ minutes, contents }: Reading, language: string): ReadingView {
  const { article } = wordsOf(language);
  // A list saves a reader the way only where the text is several screens long.
  const isLong = minutes >= 4 && contents.length >= 4;
  return {
    time: minutes >= 1 ? article.readingTime(Math.round(minutes)) : undefined,
    contents: isLong
      ? {
          label: article.contents,
          items: contents.map(({ id, title }) => ({ title, href: `#${encodeURIComponent(id)}` })),
        }
      : undefined,
  };
}
