import type { Anchor, BodyPart, BodyPhoto, Placement } from '../newsroom/article.ts';
import type { ArticleView } from './pages/article.ts';
import type { PhotoView, PictureFile, StoryLinkView } from './story.ts';

/** A stretch of a body with its pictures and stories at hand. */
export type BodyPartView =
  | { kind: 'html'; html: string }
  | { kind: 'photo'; photo: PhotoView; placement: Placement; anchor?: Anchor }
  | { kind: 'gallery'; photos: PhotoView[]; captionHtml?: string; anchor?: Anchor }
  | VideoView
  | { kind: 'related'; heading: string; rank?: number; stories: StoryLinkView[] };

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
  parts,
  view,
}: {
  parts: readonly BodyPart[];
  view: Pick<ArticleView, 'pictures' | 'mentioned' | 'labels'>;
}): BodyPartView[] {
  const { pictures, mentioned, labels } = view;
  const fileAt = (path: string | undefined) => pictures.find((picture) => picture.path === path);
  const photoView = ({ path, ...words }: BodyPhoto): PhotoView | undefined => {
    const file = fileAt(path);
    return file && { ...words, captionHtml: words.captionHtml && withoutTranslation(words.captionHtml), file };
  };
  return parts.flatMap((part): BodyPartView[] => {
    switch (part.kind) {
      case 'html':
        return [{ ...part, html: withoutTranslation(part.html) }];
      case 'photo': {
        const photo = photoView(part.photo);
        return photo ? [{ ...part, photo }] : [];
      }
      case 'gallery':
        return [
          {
            ...part,
            photos: part.photos.map(photoView).filter((photo) => photo !== undefined),
            captionHtml: part.captionHtml && withoutTranslation(part.captionHtml),
          },
        ];
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
        return poster ? [{ ...video, poster }] : [];
      }
      case 'related': {
        const stories = part.stories.map((path) => mentioned[path]).filter((story) => story !== undefined);
        return stories.length > 0
          ? [{ kind: 'related', heading: part.heading ?? labels.related, rank: part.rank, stories }]
          : [];
      }
    }
  });
}

// As the pipeline prints it: every value in double quotation marks. A link that is called by its own address is one.
const asTyped =
  /<(?:code|kbd|samp|var)(?=[ >])|<a(?=(?: [^ ="]+="[^"]*")*>(?:https?:\/\/|www\.|[^\s<@]+@)[^\s<]+<\/a>)/g;

/** HTML of a body in which browsers that translate leave code and addresses as they are. */
function withoutTranslation(html: string): string {
  return html.replace(asTyped, '$& translate="no"');
}
