import type { Custom } from '../typography/customs.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** All that is known of a language. What is not said is as in English, but typography: without a custom nothing is set but ellipses. */
export interface Language extends Variant {
  /** The first subtag of BCP 47. */
  tag: string;
  /** What the reader itself says. */
  words?: Vocabulary;
  /** What a new paper of that name begins with. */
  firstEdition?: (name: string) => FirstEdition;
  /** What is otherwise in a script or a region, by its subtag. A script counts before a region. */
  variants?: Record<string, Variant>;
}

/** What stands in a paper on its first day, for its editors to change. Texts are Markdown. */
export interface FirstEdition {
  section: { name: string; description: string };
  /** Who writes, in the byline. */
  desk: string;
  about: FirstPage;
  contact: FirstPage;
  story: {
    headline: string;
    standfirst: string;
    /** Of a front page, drawn. */
    picture: { alt: string; caption: string; credit: string };
    text: string;
  };
}

interface FirstPage {
  title: string;
  description: string;
  text: string;
}

export interface Variant {
  typography?: Custom;
  dates?: DateManner;
  /** What parts a place or a publication from a day. */
  comma?: string;
  /** Several words are written as one, which may be longer than a line. */
  compounds?: true;
  /** No space stands between words. */
  unspaced?: true;
  /** How much of it is read in a minute. */
  pace?: { words: number } | { letters: number };
  /** What helps to see where a sentence ends. */
  sentences?: {
    /** With a vowel, such that a name or a number follows; those without one are known by that. */
    abbreviations?: string;
    /** Words that stand before no name, as a pattern: after them, an abbreviation was the end of its sentence. */
    beginners?: string;
  };
  script?: Script;
}

/** How a language tells a time, in the formats of dayjs; its file loads the names of days and months. */
export interface DateManner {
  /** Of dayjs. */
  locale: string;
  date?: string;
  /** The date with its weekday. */
  day?: string;
  dayAndMonth?: string;
  month?: string;
  year?: string;
  /** The hour as it follows a date. */
  hour?: string;
}

/**
 * What a script has otherwise than Latin: all such are taller, and have neither italics, nor capitals, nor tracking. Latin with letters
 * that our faces lack is set in others, taller too, and has these.
 */
export interface Script {
  /** Faces that systems have for it, the first choice first. Where ours is among them it comes for what those before it lack. */
  serif: readonly string[];
  sans: readonly string[];
  /** From one line of a text to the next, in parts of its size. */
  leading: number;
  /** Of a headline by itself: the same, and how wide a letter is about. */
  headline: { leading: number; letter: number };
  /** How words are made to stand out. */
  emphasis: 'weight' | 'dots' | 'dots below' | 'italics';
  latin?: true;
  /** Letters hang together, so that none is set apart at the beginning. */
  joined?: true;
  /** Letters fill squares, and lines may break between any two. */
  squares?: true;
}
