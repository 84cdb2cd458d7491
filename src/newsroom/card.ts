import type { Photo } from './article.ts';
import type { Direction } from './language.ts';

/** Pixels of every card: what the networks that show them ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

/** The picture that stands for a page where its link is shown: all that is to be seen on it. */
export interface Card {
  nameplate: Lettering;
  /** Absent on the card of the paper itself. */
  story?: {
    headline: Lettering;
    kicker?: Lettering;
    date: Lettering;
    picture?: Pick<Photo, 'file' | 'focus'>;
  };
  /** A line below the nameplate of the paper's own card. */
  tagline?: Lettering;
  /** Its reading direction: the picture stands at the end of a line. */
  direction: Direction;
}

/** Words as they are set, in the language that chooses their typeface. */
export interface Lettering {
  text: string;
  language: string;
  direction: Direction;
}
