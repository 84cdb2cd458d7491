import type { BodyPart, BodyPhoto, Placement } from '../newsroom/article.ts';
import type { ArticleView } from './article.ts';
import type { PhotoView, StoryLinkView } from './story.ts';

/** A stretch of a body with its pictures and stories at hand. */
export type BodyPartView =
  | { kind: 'html'; html: string }
  | { kind: 'photo'; photo: PhotoView; placement: Placement }
  | { kind: 'gallery'; photos: PhotoView[]; captionHtml?: string }
  | { kind: 'video'; poster: PhotoView; href: string; label: string; duration?: string; watch: string }
  | { kind: 'related'; heading: string; stories: StoryLinkView[] };

export function bodyView({
  parts,
  view,
}: {
  parts: readonly BodyPart[];
  view: Pick<ArticleView, 'pictures' | 'mentioned' | 'labels'>;
}): BodyPartView[] {
  const { pictures, mentioned, labels } = view;
  const photoView = ({ path, ...words }: BodyPhoto): PhotoView | undefined => {
    const file = pictures.find((picture) => picture.path === path);
    return file && { ...words, file };
  };
  return parts.flatMap((part): BodyPartView[] => {
    switch (part.kind) {
      case 'html':
        return [part];
      case 'photo': {
        const photo = photoView(part.photo);
        return photo ? [{ ...part, photo }] : [];
      }
      case 'gallery':
        return [{ ...part, photos: part.photos.map(photoView).filter((photo) => photo !== undefined) }];
      case 'video': {
        const poster = photoView(part.poster);
        const watch = labels.watchAt.replace('{host}', new URL(part.href).hostname.replace(/^www\./, ''));
        return poster ? [{ ...part, poster, label: labels.video, watch }] : [];
      }
      case 'related': {
        const stories = part.stories.map((path) => mentioned[path]).filter((story) => story !== undefined);
        return stories.length > 0 ? [{ kind: 'related', heading: part.heading ?? labels.related, stories }] : [];
      }
    }
  });
}
