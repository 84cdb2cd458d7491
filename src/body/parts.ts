import type { ElementContent } from 'hast';

// What readers of a body ask of its parts, whatever their kind: the pictures, and what is said of them.

interface Captioned {
  caption?: ElementContent[];
}

type Part<Photo extends Captioned> =
  | { kind: 'photo'; photo: Photo }
  | { kind: 'gallery'; photos: Photo[]; caption?: ElementContent[] }
  | { kind: 'video'; poster: Photo }
  | { kind: 'related' };

/** The pictures of a part in reading order, the poster of a film among them. */
export function photosIn<Photo extends Captioned>(part: Part<Photo> | undefined): readonly Photo[] {
  switch (part?.kind) {
    case 'photo':
      return [part.photo];
    case 'gallery':
      return part.photos;
    case 'video':
      return [part.poster];
    default:
      return [];
  }
}

/** What is said of all pictures of a part at once. */
export function captionIn(part: Part<Captioned> | undefined): ElementContent[] | undefined {
  return part?.kind === 'gallery' ? part.caption : undefined;
}

/** A part with each of its pictures, and what is said of all of them, changed. */
export function changedPart<Photo extends Captioned, Kind extends Part<Photo>>(
  part: Kind & Part<Photo>,
  change: {
    photo: (photo: Photo) => Photo;
    caption: (caption: ElementContent[] | undefined) => ElementContent[] | undefined;
  },
): Kind;
export function changedPart<Photo extends Captioned>(
  part: Part<Photo>,
  {
    photo,
    caption,
  }: { photo: (photo: Photo) => Photo; caption: (caption?: ElementContent[]) => ElementContent[] | undefined },
): Part<Photo> {
  switch (part.kind) {
    case 'photo':
      return { ...part, photo: photo(part.photo) };
    case 'gallery':
      return { ...part, photos: part.photos.map(photo), caption: caption(part.caption) };
    case 'video':
      return { ...part, poster: photo(part.poster) };
    default:
      return part;
  }
}

/** Gives a part the words that an editor wrote in its block: of its picture, before those it has, or of all of them. */
export function caption(part: Part<Captioned>, words: ElementContent[]): void {
  const [first] = photosIn(part);
  const what = part.kind === 'gallery' ? part : first;
  if (what) what.caption = what.caption ? [...words, { type: 'text', value: ' ' }, ...what.caption] : words;
}
