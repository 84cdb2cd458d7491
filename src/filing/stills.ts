import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PictureFile } from '../newsroom/article.ts';
import { digestOf } from '../newsroom/digest.ts';
import type { Told } from './picture-reading.ts';
import { digestOfEngine, digestOfSharp } from './sources.ts';

/** Pixels of a side that every format holds: WebP ends here, AVIF at 16,384, JPEG at 65,500. */
export const longestSide = 16_383;

/** What is published of a picture that cannot be published as it is filed. */
type Still = Pick<PictureFile, 'width' | 'height' | 'hash' | 'transparent' | 'still'>;
/**
 * Pictures that every format can hold, made of those that only some can: of what moves the first frame is taken, a drawing is drawn, and
 * none is too long. Of what is transparent it is known that something is to be seen on paper. Each is made once, and kept by the bytes
 * that it is made of.
 */
export class Stills {
  readonly #root: string;
  #version: string | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  has({ still }: Pick<PictureFile, 'still'>): boolean {
    return still === undefined || existsSync(path.join(this.#root, still));
  }

  /** The still of a drawing, or what is wrong with that. */
  async ofDrawing(content: Buffer, name: string): Promise<Still | Told> {
    return this.#kept(content, async () => {
      // Most papers have no drawing, and its readers take longer to load than a check takes.
      const { draw, patience, readDrawing } = await import('./drawings.ts');
      const { canBeSet } = await import('../cards/lettering.ts');
      const { fault, letters } = readDrawing(content);
      if (fault) return { code: 'P-010', found: `The drawing "${name}" ${fault.is}.`, remedy: fault.remedy };
      if (!(await canBeSet({ text: letters, language: 'en', direction: 'ltr' }, 'note')))
        return {
          code: 'P-011',
          found: `The drawing "${name}" has letters that no typeface on this machine has.`,
          remedy: 'Convert its text to outlines, which need no typeface.',
        };
      try {
        return await pixelsOf(await draw(content), name);
      } catch (error) {
        const isEndless = ((error as Error).cause as { killed?: boolean } | undefined)?.killed ?? false;
        return {
          code: 'P-010',
          found: `The drawing "${name}" ${isEndless ? `takes more than ${patience} seconds to draw` : 'cannot be drawn'}.`,
          remedy: `${isEndless ? 'Simplify it' : 'Give it a size in pixels'}, or export it as PNG at twice the size at which it is to stand.`,
        };
      }
    });
  }

  /**
   * The still of a picture in pixels, or what is wrong with that.
   * @throws where it cannot be decoded
   */
  async of(content: Buffer, name: string): Promise<Still | Told> {
    return this.#kept(content, () => pixelsOf(content, name));
  }

  async #kept(content: Buffer, make: () => Promise<Buffer | Told>): Promise<Still | Told> {
    const { default: sharp } = await import('sharp');
    this.#version ??= digestOf(digestOfEngine(sources), digestOfSharp());
    const key = digestOf(this.#version, content);
    const below = `.astro/pictures/${key.slice(0, 1)}/${key.slice(1)}.png`;
    const file = path.join(this.#root, below);
    if (!existsSync(file)) {
      const made = await make();
      if ('code' in made) return made;
      mkdirSync(path.dirname(file), { recursive: true });
      const unfinished = `${file}.${process.pid}`;
      writeFileSync(unfinished, made);
      renameSync(unfinished, file);
    }
    const png = readFileSync(file);
    const { width, height, hasAlpha } = await sharp(png).metadata();
    return { width, height, hash: digestOf(png).slice(0, 10), transparent: hasAlpha || undefined, still: below };
  }
}

/** What stills are made by. */
const sources = ['filing/stills.ts', 'filing/draw.ts', 'filing/drawings.ts', 'fonts/cards', 'cards/own-faces.ts'];

const unlimited = { limitInputPixels: false } as const;

/** The first frame of a picture as PNG. */
async function pixelsOf(content: Buffer, name: string): Promise<Buffer | Told> {
  if (await isAsLightAsPaper(content))
    return {
      code: 'P-012',
      found: `Nothing of the picture "${name}" can be seen on white paper.`,
      remedy:
        'If it is light on a transparent ground, save it with a dark one, or in dark ink; else see whether it is empty.',
    };
  const { default: sharp } = await import('sharp');
  return sharp(content, unlimited)
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png({ compressionLevel: 3 })
    .toBuffer();
}

/** Whether hardly anything of a picture stands out from the paper behind it. */
async function isAsLightAsPaper(content: Buffer): Promise<boolean> {
  const { default: sharp } = await import('sharp');
  const { hasAlpha } = await sharp(content, unlimited).metadata();
  if (!hasAlpha) return false;
  // As many points as tell it; their own colours, not a mean of several.
  const points = await sharp(content, unlimited)
    .resize({ width: 500, height: 500, fit: 'inside', kernel: 'nearest', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer();
  let ink = 0;
  let seen = 0;
  for (let at = 0; at < points.length; at += 4) {
    const [red = 0, green = 0, blue = 0, cover = 0] = points.subarray(at, at + 4);
    ink += cover;
    if (0.2126 * red + 0.7152 * green + 0.0722 * blue < lightest) seen += cover;
  }
  return seen <= ink * leastSeen;
}

/** A grey that still stands out from the paper, of 255: 1.3 to 1. */
const lightest = 226;
/** Of all that is drawn, what has to stand out. */
const leastSeen = 0.02;
