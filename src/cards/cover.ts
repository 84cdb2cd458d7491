import sharp from 'sharp';
import type { Lettering } from '../newsroom/card.ts';
import { lettered, type Block, type Fit } from './lettering.ts';
import { colours, ink, paper, rule, Sheet, type Size } from './sheet.ts';

/** What the first page of a book shows. */
export interface Cover {
  nameplate: Lettering;
  day: Lettering;
  headline: Lettering;
  /** Below the headline, where there is room. */
  note?: Lettering;
  /** A file, by its path or its bytes. */
  picture?: string | Buffer;
}

/** Pixels: sellers of books ask for 1,400 and more on the shorter side. */
export const coverSize = { width: 1600, height: 2400 } as const;

const margin = 110;
const column = coverSize.width - 2 * margin;
const foot = coverSize.height - margin;

/** Most that a picture is enlarged. */
const mostEnlarged = 2;
/** Most of the height that a picture takes. */
const mostPicture = 1000;

const sizes = {
  nameplate: [232, 216, 200, 184, 168, 152, 136, 122, 110, 98, 88, 78, 70, 62, 54],
  day: [52, 46, 40, 34],
  alone: [300, 276, 254, 234, 214, 196, 182, 170, 158, 146, 135, 125, 116, 108, 100, 92, 85, 78, 72, 66, 60, 54, 48],
  headline: [196, 182, 170, 158, 146, 135, 125, 116, 108, 100, 92, 85, 78, 72, 66, 60, 54, 48],
  note: [56, 52, 48, 44],
};

/**
 * A cover as a JPEG file: nameplate, day between rules, picture, headline, and a note. Words are set as on cards; the same cover gives
 * the same bytes wherever the same typefaces are.
 */
export async function coverFile({ nameplate, day, headline, note, picture }: Cover): Promise<Buffer> {
  const sheet = new Sheet(coverSize);
  const centred = (block: Block, y: number) => sheet.letters(block, Math.round((coverSize.width - block.width) / 2), y);
  const atStart = (block: Block, y: number, { direction }: Lettering) =>
    sheet.letters(block, direction === 'rtl' ? margin + column - block.width : margin, y);
  const fit = (style: Fit['style'], of: keyof typeof sizes, height: number, colour = colours.ink): Fit => ({
    style,
    colour,
    sizes: sizes[of],
    width: column,
    height,
  });

  let y = margin;
  const name = await lettered(nameplate, { ...fit('headline', 'nameplate', 300), centred: true });
  if (name) {
    centred(name, y);
    y += name.height + 56;
  }
  sheet.rule(ink, { width: column, height: 8 }, margin, y);
  y += 8;
  const date = await lettered(day, { ...fit('note', 'day', 140, colours.soft), centred: true });
  if (date) {
    centred(date, y + 30);
    y += date.height + 60;
    sheet.rule(rule, { width: column, height: 2 }, margin, y);
  }
  y += 72;

  const photo = picture === undefined ? undefined : await scaled(picture);
  if (photo) {
    sheet.picture(photo.data, photo, Math.round((coverSize.width - photo.width) / 2), y);
    y += photo.height + 80;
  }
  const words = await lettered(
    headline,
    photo ? fit('headline', 'headline', foot - y) : fit('headline', 'alone', foot - y - 400),
  );
  if (words) {
    atStart(words, y, headline);
    y += words.height + 72;
  }
  const below = note && (await lettered(note, fit('note', 'note', foot - y, colours.soft)));
  if (below) {
    // With a picture the page is full; type alone stands between head and foot.
    const top = photo ? y : foot - below.height;
    if (!photo) sheet.rule(rule, { width: column, height: 2 }, margin, top - 48);
    atStart(below, top, note);
  }
  return sharp(sheet.data, { raw: { ...coverSize, channels: 3 } })
    .jpeg({ quality: 84, chromaSubsampling: '4:2:0', mozjpeg: true })
    .toBuffer();
}

/** A picture in its own shape, as wide as the column or as high as it may be. */
async function scaled(file: string | Buffer): Promise<Size & { data: Buffer }> {
  const { width, height } = await sharp(file).metadata();
  const scale = Math.min(column / width, mostPicture / height, mostEnlarged);
  const { data, info } = await sharp(file, { limitInputPixels: false })
    .resize({
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
      fit: 'fill',
      kernel: 'mitchell',
    })
    .flatten({ background: { r: paper[0], g: paper[1], b: paper[2] } })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
