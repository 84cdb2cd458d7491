import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { PictureFile } from '../newsroom/article.ts';
import { digestOf } from '../newsroom/digest.ts';
import { nearest } from '../newsroom/nearest.ts';
import { examineFilm } from './films.ts';
import type { Problem } from '../newsroom/problem.ts';

const formats = new Map([
  ['jpeg', 'jpg'],
  ['png', 'png'],
  ['webp', 'webp'],
  ['heif', 'avif'],
]);
const mostBytes = 40 * 1024 * 1024;
const mostPixels = 100_000_000;

/** A picture file, with a stamp that changes when the file may have. */
export type StampedPicture = PictureFile & { stamp: string };

/** A picture file, or what is wrong with it. */
export type PictureReading = { picture: StampedPicture } | { problem: Omit<Problem, 'file' | 'line'> };

/** Reads pictures and films of a paper, each again only when its stamp is another. */
export class PictureDesk {
  readonly #root: string;
  readonly #read = new Map<string, { stamp: string | undefined; reading: PictureReading | Promise<PictureReading> }>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Takes in a picture that an earlier build has read. */
  remember(picture: StampedPicture): void {
    if (!this.#read.has(picture.path)) this.#read.set(picture.path, { stamp: picture.stamp, reading: { picture } });
  }

  /** @param file path from the project's folder */
  async read(file: string, as?: 'film' | 'captions'): Promise<PictureReading> {
    const stamp = this.stampOf(file);
    const known = this.#read.get(file);
    if (known && stamp !== undefined && known.stamp === stamp) return known.reading;
    const reading = as ? examineFilm({ root: this.#root, file, as, stamp }) : this.#examine(file, stamp);
    this.#read.set(file, { stamp, reading });
    return reading;
  }

  /** Size and time of a file; `undefined` when there is none. */
  stampOf(file: string): string | undefined {
    try {
      const facts = statSync(path.join(this.#root, file));
      return facts.isFile() ? `${facts.size}-${facts.mtimeMs}` : undefined;
    } catch {
      return undefined;
    }
  }

  async #examine(file: string, stamp: string | undefined): Promise<PictureReading> {
    const name = path.posix.basename(file);
    if (!stamp) {
      const near = nearest(name, this.#neighboursOf(file));
      return {
        problem: {
          code: 'P-004',
          found: `There is no picture "${file}".`,
          remedy:
            near !== name && near?.normalize() === name.normalize()
              ? `The name there spells its accents otherwise: use plain letters, digits and hyphens in both places.`
              : near
                ? `Did you mean "${near}"? Small and capital letters count.`
                : 'Put the file there, or mend its name: small and capital letters count.',
        },
      };
    }
    const bytes = Number(stamp.split('-')[0]);
    if (bytes > mostBytes) return tooLarge(name, `${Math.ceil(bytes / 1024 / 1024)} MB`);
    try {
      const content = readFileSync(path.join(this.#root, file));
      const facts = await sharp(content, { limitInputPixels: false }).metadata();
      const { width, height } = facts.autoOrient;
      const format = formats.get(facts.format);
      if (!format || (format === 'avif' && facts.compression !== 'av1'))
        return unreadable(
          name,
          `is ${(facts.compression === 'hevc' ? 'heic' : facts.format).toUpperCase()}, which not all browsers show`,
        );
      if (width * height > mostPixels) return tooLarge(name, `${width} × ${height} pixels`);
      if (!isWhole(content, format)) return unreadable(name, 'breaks off before its end');
      return { picture: { path: file, width, height, format, hash: digestOf(content).slice(0, 10), stamp } };
    } catch {
      return unreadable(name, 'is not a picture that can be read');
    }
  }

  #neighboursOf(file: string): string[] {
    const folder = path.join(this.#root, path.dirname(file));
    return existsSync(folder) ? readdirSync(folder).filter((name) => /\.(jpe?g|png|webp|avif)$/i.test(name)) : [];
  }
}

// Decoding every picture to learn this would take longer than the whole check.
function isWhole(content: Buffer, format: string): boolean {
  const lastOf = (...mark: number[]) => content.lastIndexOf(Buffer.from(mark));
  if (format === 'jpg') return lastOf(0xff, 0xd9) > lastOf(0xff, 0xda);
  if (format === 'png') return content.lastIndexOf('IEND') > 0;
  if (format === 'webp') return content.readUInt32LE(4) + 8 <= content.length;
  let end = 0;
  while (end + 8 <= content.length) {
    const size = content.readUInt32BE(end);
    // 0 is "up to the end", 1 a size of eight bytes.
    if (size < 8) return true;
    end += size;
  }
  return end === content.length;
}

function tooLarge(name: string, size: string): PictureReading {
  return {
    problem: {
      code: 'P-006',
      found: `The picture "${name}" is too large: ${size}.`,
      remedy:
        'Save it at most 40 MB and 100 million pixels large; 3,000 pixels of width serve every screen and the printed page.',
    },
  };
}

function unreadable(name: string, fault: string): PictureReading {
  return {
    problem: {
      code: 'P-005',
      found: `The file "${name}" ${fault}.`,
      remedy: 'Save it again as JPEG, PNG, WebP or AVIF.',
    },
  };
}
