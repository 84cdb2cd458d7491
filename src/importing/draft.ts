import type { Root } from 'hast';
import type { Kind as ArticleKind } from '../newsroom/kinds.ts';

/** What a source says of a story, and how that is known. */
export interface Fact<T = string> {
  value: T;
  /** From what it was guessed, as the end of "Guessed from …"; absent where the source says it. */
  clue?: string | undefined;
  /** Words of the source that it was made of, where it does not repeat them. */
  from?: string | undefined;
}

/** A picture as a source shows it. */
export interface DraftPicture {
  /** An address, or a path from the source. */
  src: string;
  alt?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
  licence?: string | undefined;
  source?: string | undefined;
}

/** Something of a source that is in no field and not in the text, and why. */
export interface Leftover {
  /** In small letters and few words, so that those of many stories can be counted. */
  kind: string;
  /** The words of the source. */
  text: string;
}

export interface RelatedTitle {
  title: string;
  url?: string | undefined;
}

export type DraftStatus = 'draft' | 'published' | { embargoedUntil: string } | { withdrawn: string; reason: string };

/** Begins the digest of a form that leaves something out. */
export const ofPart = 'part ';

/** A story on its way into the paper: what a reader of some form has understood of it, in that form's own names. */
export interface Draft {
  /** Where it stood, for the report. */
  source: string;
  /** What the story is called there for good: a path, or an id of the form. */
  key: string;
  /** Of all that was read of it. */
  digest: string;
  /** Whether its form leaves something out: then it replaces nothing that a form with all of it has given. */
  isPart?: boolean;
  /** Every word of it, as the reader of the form found them before taking any for something. */
  words: string;
  /** What fields say that readers see elsewhere in the source as well, so that the article may have it twice. */
  again?: string;
  headline?: Fact | undefined;
  shortHeadline?: Fact | undefined;
  standfirst?: Fact | undefined;
  kicker?: Fact | undefined;
  /** Names as they are read. */
  byline: Fact[];
  agencies?: Fact[];
  /** As it is called there. */
  section?: Fact | undefined;
  topics: Fact[];
  kind?: Fact<ArticleKind> | undefined;
  dateline?: Fact<{ place: string; date?: string | undefined }> | undefined;
  /** Instants, or plain dates and times of the paper's clock. */
  published?: Fact | undefined;
  updated?: Fact | undefined;
  status?: Fact<DraftStatus> | undefined;
  language?: Fact | undefined;
  licence?: Fact | undefined;
  picture?: Fact<DraftPicture> | undefined;
  /** A lead picture of which there are words and no file: an editor may add it. */
  pictureToCome?: Omit<DraftPicture, 'src'> | undefined;
  related?: { heading: string; stories: RelatedTitle[] }[];
  print?:
    Fact<{ publication: string; edition: string; headline?: string; section?: string; page?: string }> | undefined;
  corrections?: { at: string; kind: 'correction' | 'clarification' | 'update'; text: string }[];
  /** The end of its address there. */
  slug?: string | undefined;
  /** Addresses that it had, as they were written. */
  former: string[];
  /** What stories of the same source may link to it by besides, as a path of the host for links that wait. */
  known?: string[];
  /** What relative addresses in it start from; absent where nobody knows. */
  base?: string | undefined;
  body: Root;
  leftovers: Leftover[];
  /** Bytes of a picture that belongs to the source; `undefined` where there is none of that name. */
  pictureBytes?: (src: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>;
}

/** A story that is not imported, and why: the end of "It …", as a sentence of its own. */
export interface Refusal {
  source: string;
  refused: string;
  /** Withheld on purpose: no fault of the source. */
  isWithheld?: boolean;
}

/** What a reader of a form yields, one story at a time. */
export type Reading = AsyncIterable<Draft | Refusal> | Iterable<Draft | Refusal>;
