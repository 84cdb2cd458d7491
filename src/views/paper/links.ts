import type { BodyPartView } from '../body.ts';
import { decoded } from '../plain-text.ts';
import type { PhotoView } from '../story.ts';

/** Links as paper has them: a number where each stands, and the addresses in the order of their numbers. */
export interface NumberedLinks {
  lead?: PhotoView;
  parts: BodyPartView[];
  /** Each address once, with its origin; addresses of mail and telephones as one writes them down. */
  links: string[];
}

/** Numbers the links of a lead picture and a body in the order of their first mention. Links within the page have none. */
export function numberedLinks({
  lead,
  parts,
  origin,
}: {
  lead?: PhotoView;
  parts: readonly BodyPartView[];
  origin: string;
}): NumberedLinks {
  const numbers = new Map<string, number>();
  const numberOf = (href: string) => {
    const address = new URL(href, origin).href.replace(/^(mailto|tel):/, '');
    const number = numbers.get(address) ?? numbers.size + 1;
    numbers.set(address, number);
    return number;
  };
  const inHtml = <Html extends string | undefined>(html: Html) =>
    html?.replace(link, (tag, href: string) =>
      href.startsWith('#') ? tag : `${tag} data-n="${numberOf(decoded(href))}"`,
    ) as Html;
  const inPhoto = (photo: PhotoView): PhotoView => ({
    ...photo,
    captionHtml: inHtml(photo.captionHtml),
    sourceNumber: photo.source ? numberOf(photo.source) : undefined,
  });
  return {
    lead: lead && inPhoto(lead),
    parts: parts.map((part): BodyPartView => {
      switch (part.kind) {
        case 'html':
          return { ...part, html: inHtml(part.html) };
        case 'photo':
          return { ...part, photo: inPhoto(part.photo) };
        case 'gallery':
          return { ...part, photos: part.photos.map(inPhoto), captionHtml: inHtml(part.captionHtml) };
        case 'video': {
          const { link: elsewhere } = part;
          return {
            ...part,
            link: elsewhere && { ...elsewhere, number: numberOf(elsewhere.href) },
            poster: inPhoto(part.poster),
          };
        }
        case 'related':
          return part;
      }
    }),
    links: [...numbers.keys()],
  };
}

// As the pipeline prints it: every value in double quotation marks.
const link = /<a\b(?:[^">]|"[^"]*")*? href="([^"]*)"/g;
