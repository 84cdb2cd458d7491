import type { ElementContent } from 'hast';
import { withNumbers } from '../../body/numbered-links.ts';
import { changedPart } from '../../body/parts.ts';
import type { BodyPartView, BodyView } from '../body.ts';
import type { PhotoView } from '../story.ts';

/** Links as paper has them: a number where each stands, and the addresses in the order of their numbers. */
export interface NumberedLinks {
  lead?: PhotoView;
  body: BodyView;
  /** Each address once, with its origin; addresses of mail and telephones as one writes them down. */
  links: string[];
}

/** Numbers the links of a lead picture and a body in the order of their first mention. Links within the page have none. */
export function numberedLinks({
  lead,
  body,
  origin,
}: {
  lead?: PhotoView;
  body: BodyView;
  origin: string;
}): NumberedLinks {
  const numbers = new Map<string, number>();
  const numberOf = (href: string) => {
    const address = new URL(href, origin).href.replace(/^(mailto|tel):/, '');
    const number = numbers.get(address) ?? numbers.size + 1;
    numbers.set(address, number);
    return number;
  };
  const inCaption = (caption: ElementContent[] | undefined) => caption && withNumbers(caption, numberOf);
  const inPhoto = (photo: PhotoView): PhotoView => ({
    ...photo,
    caption: inCaption(photo.caption),
    sourceNumber: photo.source ? numberOf(photo.source) : undefined,
  });
  const inPart = (part: BodyPartView | undefined): BodyPartView | undefined => {
    if (!part) return undefined;
    // The way to a film stands over the words about it.
    const link = part.kind === 'video' && part.link ? { ...part.link, number: numberOf(part.link.href) } : undefined;
    const numbered = changedPart<PhotoView, BodyPartView>(part, { photo: inPhoto, caption: inCaption });
    return link && numbered.kind === 'video' ? { ...numbered, link } : numbered;
  };
  const numberedLead = lead && inPhoto(lead);
  const parts = [...body.parts];
  const text = withNumbers(body.text, numberOf, (place) => (parts[place] = inPart(parts[place])));
  return { lead: numberedLead, body: { text, parts }, links: [...numbers.keys()] };
}
