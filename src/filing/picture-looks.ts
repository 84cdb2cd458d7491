import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StampedPicture } from './picture-reading.ts';

/** What a picture looks like, in a few numbers. */
export interface Look {
  /** A perceptual hash of 128 bits in hexadecimal digits; absent of a picture that is nearly of one colour. */
  hash?: string;
  /** How much of it changes from pixel to pixel, from 0: what is about a tenth and less was enlarged. */
  detail: number;
}

const file = '.astro/looks.json';
/** Another whenever a look is made otherwise. */
const form = 1;

/** Looks at pictures of a paper, at each once as long as its file is the same. */
export class PictureLooks {
  readonly #root: string;
  readonly #before: Record<string, Look>;
  readonly #now: Record<string, Look> = {};

  constructor(root: string) {
    this.#root = root;
    this.#before = kept(root);
  }

  /** `undefined` of a drawing, and where the picture cannot be read. */
  async of({ path: picture, stamp, format }: StampedPicture): Promise<Look | undefined> {
    if (format === 'svg') return undefined;
    const key = `${picture} ${stamp}`;
    const known = this.#now[key] ?? this.#before[key];
    try {
      return (this.#now[key] = known ?? (await lookAt(path.join(this.#root, picture))));
    } catch {
      return undefined;
    }
  }

  /** Keeps the looks that were asked for. */
  keep(): void {
    const place = path.join(this.#root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(`${place}.${process.pid}`, JSON.stringify({ form, looks: this.#now }));
    renameSync(`${place}.${process.pid}`, place);
  }
}

function kept(root: string): Record<string, Look> {
  try {
    const found = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as {
      form: number;
      looks: Record<string, Look>;
    };
    return found.form === form ? found.looks : {};
  } catch {
    return {};
  }
}

async function lookAt(place: string): Promise<Look> {
  const { default: sharp } = await import('sharp');
  const image = sharp(place, { limitInputPixels: false }).rotate().flatten({ background: '#fff' }).greyscale();
  const { data, info } = await image
    .clone()
    .resize(9, 9, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => data[(y * info.width + x) * info.channels] ?? 0;
  const all = Array.from({ length: 81 }, (_, index) => at(index % 9, Math.floor(index / 9)));
  const isPlain = Math.max(...all) - Math.min(...all) < 24;
  return { ...(isPlain ? {} : { hash: hashOf(at) }), detail: Math.round((await detailOf(place)) * 1000) / 1000 };
}

/** Whether each of 8 × 8 parts is lighter than the one beside it, and than the one below it (difference hash). */
function hashOf(at: (x: number, y: number) => number): string {
  const bits: number[] = [];
  for (let y = 0; y < 8; y += 1) for (let x = 0; x < 8; x += 1) bits.push(Number(at(x, y) > at(x + 1, y)));
  for (let y = 0; y < 8; y += 1) for (let x = 0; x < 8; x += 1) bits.push(Number(at(x, y) > at(x, y + 1)));
  const digits = [];
  for (let bit = 0; bit < bits.length; bit += 4)
    digits.push(parseInt(bits.slice(bit, bit + 4).join(''), 2).toString(16));
  return digits.join('');
}

/** Pixels in width of a picture at the most that readers see. */
const widest = 1600;
/** The part of it that is looked at closely, in pixels. */
const closely = 768;

/**
 * How much detail there is from pixel to pixel: what is left when each pixel is foretold from the two beside it, as a part of the steps over
 * two pixels. An edge of full sharpness gives 1, one that was made twice as wide a third, three times a fifth.
 */
async function detailOf(place: string): Promise<number> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(place, { limitInputPixels: false })
    .rotate()
    .flatten({ background: '#fff' })
    .resize(widest, undefined, { withoutEnlargement: true })
    .extractChannel(1)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const [left, right] = middle(width);
  const [top, bottom] = middle(height);
  let [rest, all] = [0, 0];
  for (let y = top + 1; y < bottom - 1; y += 1)
    for (let x = left + 1; x < right - 1; x += 1) {
      const at = y * width + x;
      for (const step of [1, width]) {
        const [before = 0, here = 0, behind = 0] = [data[at - step], data[at], data[at + step]];
        rest += (before - 2 * here + behind) ** 2;
        all += (behind - before) ** 2;
      }
    }
  // A picture of one colour has none, and lacks none.
  return all / (width * height) < 4 ? 1 : rest / all;
}

function middle(length: number): [from: number, to: number] {
  const part = Math.min(length, closely);
  const from = Math.floor((length - part) / 2);
  return [from, from + part];
}
