import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Metadata } from 'sharp';
import { digestOf } from '../newsroom/digest.ts';
import { nearest } from '../newsroom/nearest.ts';
import { examineFilm } from './films.ts';
import { beginsAsPicture, isMarkup, otherFormat, strangerIn } from './picture-formats.ts';
import type { PictureReading, StampedPicture, Told } from './picture-reading.ts';
import { longestSide, Stills } from './stills.ts';

const formats = new Map([
  ['jpeg', 'jpg'],
  ['png', 'png'],
  ['webp', 'webp'],
  ['heif', 'avif'],
  ['gif', 'gif'],
]);
const mostBytes = 40 * 1024 * 1024;
const mostPixels = 100_000_000;

/** Reads pictures and films of a paper, each again only when its stamp is another. */
export class PictureDesk {
  readonly #root: string;
  readonly #stills: Stills;
  readonly #read = new Map<string, { stamp: string | undefined; reading: PictureReading | Promise<PictureReading> }>();

  constructor(root: string) {
    this.#root = root;
    this.#stills = new Stills(root);
  }

  /** Whether a picture that an earlier build has read is as it was. */
  holds(picture: StampedPicture): boolean {
    return this.stampOf(picture.path) === picture.stamp && this.#stills.has(picture);
  }

  /** Takes in a picture that an earlier build has read. */
  remember(picture: StampedPicture): void {
    if (this.#stills.has(picture) && !this.#read.has(picture.path))
      this.#read.set(picture.path, { stamp: picture.stamp, reading: { picture } });
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
          ...(near !== name && near?.toLowerCase() === name.toLowerCase() ? { mend: { is: name, by: near } } : {}),
        },
      };
    }
    const bytes = Number(stamp.split('-')[0]);
    if (bytes > mostBytes) return tooLarge(name, `${Math.ceil(bytes / 1024 / 1024)} MB`);
    let isPicture = false;
    try {
      const content = readFileSync(path.join(this.#root, file));
      isPicture = beginsAsPicture(content);
      const stranger = strangerIn(content);
      if (stranger) return unreadable(name, `is ${stranger.is}`, stranger.remedy);
      if (isMarkup(content)) return await this.#drawing(content, { file, name, stamp });
      const { default: sharp } = await import('sharp');
      const facts = await sharp(content, { limitInputPixels: false }).metadata();
      const { width, height } = facts.autoOrient;
      const format = formats.get(facts.format);
      if (!format || (format === 'avif' && facts.compression !== 'av1')) {
        const { is, remedy } = otherFormat(facts.compression === 'hevc' ? 'HEIC' : facts.format.toUpperCase());
        return unreadable(name, `is ${is}`, remedy);
      }
      if (width * height > mostPixels) return tooLarge(name, `${width} × ${height} pixels`);
      if (!isWhole(content, format)) return unreadable(name, 'breaks off before its end', again);
      const picture = { path: file, width, height, format, hash: digestOf(content).slice(0, 10), stamp };
      const warning = doesMove(content, facts) ? moves(name) : undefined;
      const isReady = !facts.hasAlpha && facts.format !== 'gif' && !warning && Math.max(width, height) <= longestSide;
      if (isReady) return { picture };
      const still = await this.#stills.of(content, name);
      return 'code' in still ? { problem: still } : { picture: { ...picture, ...still, warning } };
    } catch {
      if (isPicture) return unreadable(name, 'is damaged, or breaks off before its end', again);
      return unreadable(name, 'is not a picture that can be read');
    }
  }

  async #drawing(
    content: Buffer,
    { file, name, stamp }: { file: string; name: string; stamp: string },
  ): Promise<PictureReading> {
    const still = await this.#stills.ofDrawing(content, name);
    return 'code' in still ? { problem: still } : { picture: { path: file, format: 'svg', ...still, stamp } };
  }

  #neighboursOf(file: string): string[] {
    const folder = path.join(this.#root, path.dirname(file));
    return existsSync(folder)
      ? readdirSync(folder).filter((name) => /\.(jpe?g|png|webp|avif|gif|svg)$/i.test(name))
      : [];
  }
}

/** Whether a picture has more than one frame; a PNG tells it before its pixels, and is read without. */
function doesMove(content: Buffer, { pages = 1, format }: Metadata): boolean {
  return pages > 1 || (format === 'png' && content.subarray(0, content.indexOf('IDAT')).includes('acTL'));
}

// Decoding every picture to learn this would take longer than the whole check.
function isWhole(content: Buffer, format: string): boolean {
  if (format === 'jpg') return hasEnd(content);
  if (format === 'png') return content.lastIndexOf('IEND') > 0;
  if (format === 'webp') return content.readUInt32LE(4) + 8 <= content.length;
  // Decoded at once.
  if (format === 'gif') return true;
  let end = 0;
  while (end + 8 <= content.length) {
    const size = content.readUInt32BE(end);
    // 0 is "up to the end", 1 a size of eight bytes.
    if (size < 8) return true;
    end += size;
  }
  return end === content.length;
}

/** Whether the first picture of a JPEG file has its end. Before that there may be a small one, behind it a film. */
function hasEnd(content: Buffer): boolean {
  let at = 2;
  while (at >= 0 && at + 2 <= content.length) {
    const marker = content[at + 1] ?? 0;
    if (content[at] !== 0xff) at = content.indexOf(0xff, at);
    else if (marker === 0xd9) return true;
    else if (marker === 0xff) at += 1;
    else if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else at = at + 4 <= content.length ? at + 2 + content.readUInt16BE(at + 2) : -1;
  }
  return false;
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

const again = 'Copy it here again from where it came, or save it again as JPEG, PNG, WebP or AVIF.';

function unreadable(name: string, fault: string, remedy = 'Save it again as JPEG, PNG, WebP or AVIF.'): PictureReading {
  return { problem: { code: 'P-005', found: `The file "${name}" ${fault}.`, remedy } };
}

function moves(name: string): Told {
  return {
    code: 'P-013',
    found: `The picture "${name}" moves, and its first frame is what readers see.`,
    remedy:
      'If the movement matters, show it as a film by a video block: :::video{file="./name.mp4" poster="./name.jpg" alt="…"}.',
  };
}
