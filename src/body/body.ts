import type { ElementContent } from 'hast';
import type { Photo } from '../newsroom/article.ts';
import type { KeptPassages } from '../newsroom/passages.ts';
import type { NamedPlace } from '../newsroom/permalink.ts';
import type { Problem } from '../newsroom/problem.ts';
import type { Reading } from '../newsroom/reading.ts';

/** A picture in a body: the file by its path from the project's folder. */
export type BodyPhoto = Omit<Photo, 'file' | 'caption'> & { path: string; caption?: ElementContent[] };

/** In the width of the text, as wide as the page, or small with words beside it. */
export const placements = ['text', 'wide', 'inset'] as const;
export type Placement = (typeof placements)[number];

/** Id of a passage that is no element of the text, and the ids of those that are gone and lead to it. */
export interface Anchor {
  id: string;
  retired: string[];
}

/** What stands in a text and is more than words. */
export type BodyPart =
  | { kind: 'photo'; photo: BodyPhoto; placement: Placement; anchor?: Anchor }
  | { kind: 'gallery'; photos: BodyPhoto[]; caption?: ElementContent[]; anchor?: Anchor; placement: Placement }
  | {
      kind: 'video';
      anchor?: Anchor;
      poster: BodyPhoto;
      /** Page where it can be seen; where the paper has the film itself, the page it came from. */
      href?: string;
      /** The film and its captions (WebVTT), by their paths from the project's folder. */
      file?: string;
      captions?: string;
      duration?: string;
    }
  /** The rank of its heading is one below that of the text it stands in, 2 where that has none. */
  | { kind: 'related'; heading?: string; rank?: number; stories: string[] };

/** A text as hast, and its parts in reading order; `placeOf` says where in the text each of them stands. */
export interface BodyText<Part = BodyPart> {
  text: ElementContent[];
  /** `undefined` is a part that is not shown. */
  parts: (Part | undefined)[];
}

/** What an article's Markdown says, ready for a page. No white space stands at its ends or beside a part. */
export interface Body extends BodyText {
  parts: BodyPart[];
  reading: Reading;
  /** The first sentence of the text in plain words; empty where it has none. */
  opening: string;
  /** Articles of this paper that the text points to, each with the line it stands on. */
  references: { path: string; line: number }[];
  /** Sections, topics, contributors and static pages that the text points to, each with the line it stands on. */
  places: (NamedPlace & { line: number })[];
  /** Files of pictures, films and captions by their path from the project's folder, each with the line it stands on. */
  pictures: { path: string; line: number; as?: 'film' | 'captions' }[];
  /** What is to be remembered of its passages; absent where they have no ids. */
  passages?: KeptPassages;
  problems: Problem[];
}
