import path from 'node:path';
import sharp from 'sharp';
import { cardSize, type Card } from '../newsroom/card.ts';
import { asSet, lettered, type Block, type Fit } from './lettering.ts';
import { colours, ink, paper, rule, Sheet } from './sheet.ts';

// Drawings with many fine lines weigh most. They are made a little softer: by a lower quality alone the paper would
// lose its colour, and the letters their edges.
const qualities = [{ quality: 82 }, { quality: 74, soft: 0.7 }, { quality: 66, soft: 1 }, { quality: 56, soft: 1.3 }];
const mostBytes = 95_000;

/** Most that a picture is enlarged: a smaller one does a card no good. */
const mostEnlarged = 2;

interface Layout {
  margin: number;
  /** Width of the words. */
  column: number;
  /** Where the heavy rule below the nameplate lies. */
  top: number;
  /** Sizes of the words, the largest first. */
  name: number[];
  label: number[];
  headline: number[];
}
const besidePicture: Layout = {
  margin: 56,
  column: 536,
  top: 116,
  name: [36, 32, 28, 24, 20, 17],
  label: [23, 20, 18],
  headline: [68, 63, 58, 53, 49, 45, 41, 38, 35, 32, 29, 26, 24, 22, 20, 18],
};
const ofType: Layout = {
  margin: 72,
  column: 1056,
  top: 144,
  name: [44, 38, 32, 26, 21],
  label: [27, 23, 20],
  headline: [104, 96, 88, 81, 75, 69, 63, 58, 53, 49, 45, 41, 38, 35, 32, 29, 26, 23],
};
/** The picture of a card as it lies on it, over its whole height. */
interface LaidPicture {
  data: Buffer;
  left: number;
}
const pictureSize = { width: 560, height: cardSize.height };

/**
 * A card as a JPEG file. Words are set in the largest size that holds all of them, and left out where this machine
 * has no letters for them; of emoji that it lacks, these alone. The same card gives the same bytes wherever the same
 * typefaces are.
 * @param root the project's folder, from which pictures have their paths
 */
export async function cardFile(card: Card, root: string): Promise<Buffer> {
  const sheet = new Sheet(cardSize);
  const photo = card.story ? await setStory(sheet, card, card.story, root) : await setPaper(sheet, card);
  let file = Buffer.alloc(0);
  for (const { quality, soft } of qualities) {
    if (photo && soft) {
      const image = sharp(photo.data, { raw: { ...pictureSize, channels: 3 } });
      sheet.picture(await image.blur(soft).raw().toBuffer(), pictureSize, photo.left, 0);
    }
    file = await sharp(sheet.data, { raw: { ...cardSize, channels: 3 } })
      .jpeg({ quality, chromaSubsampling: '4:2:0' })
      .toBuffer();
    if (file.length <= mostBytes) break;
  }
  return file;
}

/** Nameplate above a heavy rule, kicker and headline below it, the day at the foot; the picture at the end of the lines. */
async function setStory(
  sheet: Sheet,
  { nameplate, direction }: Card,
  { headline, kicker, date, picture }: NonNullable<Card['story']>,
  root: string,
): Promise<LaidPicture | undefined> {
  const backwards = direction === 'rtl';
  const photo =
    picture && scaleOf(picture) <= mostEnlarged
      ? { data: await cropped(picture, root), left: backwards ? 0 : cardSize.width - pictureSize.width }
      : undefined;
  const { margin, column, top, ...sizes } = photo ? besidePicture : ofType;
  const left = backwards ? cardSize.width - margin - column : margin;
  const lay = (block: Block, y: number) => sheet.letters(block, backwards ? left + column - block.width : left, y);
  if (photo) sheet.picture(photo.data, pictureSize, photo.left, 0);

  const known = await asSet(headline, 'headline');
  const words = known ?? nameplate;
  if (known) {
    const fit: Fit = { style: 'headline', colour: colours.ink, sizes: sizes.name, width: column, height: top - 50 };
    const name = await lettered(nameplate, fit);
    if (name) lay(name, top - 20 - name.height);
  }
  sheet.rule(ink, { width: column, height: 3 }, left, top);

  let foot = cardSize.height - margin;
  const day = await lettered(date, {
    style: 'note',
    colour: colours.soft,
    sizes: sizes.label,
    width: column,
    height: 60,
  });
  if (day) {
    foot -= day.height;
    lay(day, foot);
    foot -= 22;
    sheet.rule(rule, { width: column, height: 1 }, left, foot);
  }

  let y = top + 30;
  const label: Fit = { style: 'label', colour: colours.accent, sizes: sizes.label, width: column, height: 64 };
  const over = await lettered(kicker, label);
  if (over) {
    lay(over, y);
    y += over.height + 22;
  }
  const fit: Fit = {
    style: 'headline',
    colour: colours.ink,
    sizes: sizes.headline,
    width: column,
    height: foot - 34 - y,
  };
  const head = await lettered(words, fit);
  if (head) lay(head, y);
  return photo;
}

/** The nameplate as large as it can be, over a heavy rule, and what the paper says of itself below. */
async function setPaper(sheet: Sheet, { nameplate, tagline }: Card): Promise<undefined> {
  const { margin, column } = ofType;
  const centred = (block: Block, y: number) => sheet.letters(block, Math.round((cardSize.width - block.width) / 2), y);
  const sizes = [168, 152, 136, 120, 106, 94, 82, 72, 62, 52, 42, 32, 24];
  const name = await lettered(nameplate, { style: 'headline', colour: colours.ink, sizes, width: column, height: 250 });
  if (name) centred(name, 330 - name.height);
  sheet.rule(ink, { width: column, height: 3 }, margin, 374);
  const line: Fit = { style: 'note', colour: colours.soft, sizes: [30, 26, 23, 20], width: column, height: 120 };
  const below = await lettered(tagline, line);
  if (below) centred(below, 406);
}

type Picture = NonNullable<NonNullable<Card['story']>['picture']>;

function scaleOf({ file }: Picture): number {
  return Math.max(pictureSize.width / file.width, pictureSize.height / file.height);
}

/** The picture as CSS would show it, with `object-fit: cover` and its focus as `object-position`. */
async function cropped(picture: Picture, root: string): Promise<Buffer> {
  const { file, focus = '50% 50%' } = picture;
  const scale = scaleOf(picture);
  const whole = { width: Math.round(file.width * scale), height: Math.round(file.height * scale) };
  const [across = 0.5, down = 0.5] = focus.split(' ').map((each) => parseFloat(each) / 100);
  return sharp(path.join(root, file.still ?? file.path), { limitInputPixels: false })
    .autoOrient()
    .resize({ ...whole, fit: 'fill', kernel: 'mitchell' })
    .extract({
      ...pictureSize,
      left: Math.round((whole.width - pictureSize.width) * across),
      top: Math.round((whole.height - pictureSize.height) * down),
    })
    .flatten({ background: { r: paper[0], g: paper[1], b: paper[2] } })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
}
