import type { ElementContent } from 'hast';
import type { Anchor, BodyPart, BodyPhoto, BodyText, Placement } from '../body/body.ts';
import { photosIn } from '../body/parts.ts';
import { withoutTranslation } from '../body/translation.ts';
import { changedThroughout } from '../body/tree.ts';
import type { ArticleView } from './pages/article.ts';
import type { PhotoView, PictureFile, StoryLinkView } from './story.ts';

/** A body with its pictures and stories at hand. */
export type BodyView = BodyText<BodyPartView>;

export type BodyPartView =
  | ({ kind: 'photo'; photo: PhotoView; placement: Placement; anchor?: Anchor } & InMargin)
  | { kind: 'gallery'; photos: PhotoView[]; caption?: ElementContent[]; anchor?: Anchor; placement: Placement }
  | VideoView
  | ({ kind: 'related'; heading: string; rank?: number; stories: StoryLinkView[] } & InMargin);

interface InMargin {
  /** Whether a wide screen has it in its margin. */
  inMargin?: true;
}

/** A film of the paper's own, or a link to one elsewhere; a film may say where it came from. */
export interface VideoView {
  kind: 'video';
  anchor?: Anchor;
  poster: PhotoView;
  label: string;
  duration?: string;
  film?: { file: PictureFile; captions?: PictureFile; play: string };
  link?: { href: string; watch: string; number?: number };
}

export function bodyView({
  body,
  view,
}: {
  body: BodyText;
  view: Pick<ArticleView, 'pictures' | 'mentioned' | 'labels'>;
}): BodyView {
  const { pictures, mentioned, labels } = view;
  const { text, parts } = changedThroughout(body, withoutTranslation);
  const fileAt = (path: string | undefined) => pictures.find((picture) => picture.path === path);
  const photoView = ({ path, ...words }: BodyPhoto): PhotoView | undefined => {
    const file = fileAt(path);
    return file && { ...words, file };
  };
  const partView = (part: BodyPart | undefined): BodyPartView | undefined => {
    switch (part?.kind) {
      case 'photo': {
        const photo = photoView(part.photo);
        return photo && { ...part, photo };
      }
      case 'gallery':
        return { ...part, photos: part.photos.map(photoView).filter((photo) => photo !== undefined) };
      case 'video': {
        const poster = photoView(part.poster);
        const file = fileAt(part.file);
        const host = part.href && new URL(part.href).hostname.replace(/^www\./, '');
        const video: Omit<VideoView, 'poster'> = {
          kind: 'video',
          anchor: part.anchor,
          label: labels.video,
          duration: part.duration,
          film: file && { file, captions: fileAt(part.captions), play: labels.play },
          link: part.href && host ? { href: part.href, watch: labels.watchAt.replace('{host}', host) } : undefined,
        };
        return poster && { ...video, poster };
      }
      case 'related': {
        const stories = part.stories.map((path) => mentioned[path]).filter((story) => story !== undefined);
        return stories.length > 0
          ? { kind: 'related', heading: part.heading ?? labels.related, rank: part.rank, stories }
          : undefined;
      }
      case undefined:
        return undefined;
    }
  };
  return { text, parts: parts.map(partView) };
}

/** The pictures of a body in reading order, posters of films among them. */
export function photosOf({ parts }: BodyView): PhotoView[] {
  return parts.flatMap((part) => photosIn(part));
}
