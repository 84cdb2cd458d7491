import ExifReader from 'exifreader';
import { fieldLine } from './invisible.ts';

/** What a picture says of itself, in its own file. */
export interface PictureFacts {
  alt?: string;
  caption?: string;
  credit?: string;
  /** Under what terms it may be used, in words. */
  terms?: string;
}

/** Longer than this it is no caption, but a whole story that an agency has put there. */
const longest = 600;

/** The facts that IPTC and XMP have of a picture; none where it has none, or where they cannot be read. */
export function factsOfPicture(bytes: Uint8Array): PictureFacts {
  let tags: ExifReader.ExpandedTags;
  try {
    tags = ExifReader.load(Buffer.from(bytes), { expanded: true });
  } catch {
    return {};
  }
  const said = (group: object | undefined, name: string): string => {
    const tag = (group as Record<string, { description?: unknown } | undefined> | undefined)?.[name];
    const text = typeof tag?.description === 'string' ? fieldLine(tag.description) : '';
    return text.length <= longest ? text : '';
  };
  const { iptc, xmp } = tags;
  const agency = said(iptc, 'Credit') || said(xmp, 'Credit');
  const maker = said(iptc, 'By-line') || said(xmp, 'creator');
  const facts: PictureFacts = {
    alt: said(xmp, 'AltTextAccessibility'),
    caption: said(iptc, 'Caption/Abstract') || said(xmp, 'description'),
    credit: [
      maker,
      agency.includes(maker) && maker ? agency.replace(maker, '').replace(/^[\s/,]+|[\s/,]+$/g, '') : agency,
    ]
      .filter(Boolean)
      .join('/'),
    terms: said(xmp, 'UsageTerms') || said(iptc, 'Special Instructions') || said(xmp, 'Instructions'),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, text]) => text !== ''));
}
