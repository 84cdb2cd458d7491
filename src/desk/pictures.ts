import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { PictureFile } from '../newsroom/article.ts';
import { digestOf } from '../newsroom/digest.ts';
import type { Problem } from '../newsroom/problem.ts';

const formats = new Map([['jpeg', 'jpg'], ['png', 'png'], ['webp', 'webp'], ['heif', 'avif']]);
const mostBytes = 40 * 1024 * 1024;
const mostPixels = 100_000_000;

/** A picture file, or what is wrong with it; `stamp` changes when the file may have. */
export type PictureReading = { picture: PictureFile & { stamp: string } } | { problem: Omit<Problem, 'file' | 'line'> };

/** Reads pictures of a paper, each once. */
export class PictureDesk {
  readonly #root: string;
  readonly #read = new Map<string, Promise<PictureReading>>();

  constructor(root: string) {
    this.#root = root;
  }

  /** @param file path from the project's folder */
  read(file: string): Promise<PictureReading> {
    const known = this.#read.get(file);
    if (known) return known;
    const reading = this.#examine(file);
    this.#read.set(file, reading);
    return reading;
  }

  /** Size and time of a file; `undefined` when there is none. */
  stampOf(file: string): string | undefined {
    const facts = statSync(path.join(this.#root, file), { throwIfNoEntry: false });
    return facts?.isFile() ? `${facts.size}-${facts.mtimeMs}` : undefined;
  }

  async #examine(file: string): Promise<PictureReading> {
    const name = path.posix.basename(file);
    const stamp = this.stampOf(file);
    if (!stamp) return { problem: { code: 'P-004', found: `There is no picture "${file}".`, remedy: 'Put the file there, or mend its name: small and capital letters count.' } };
    const bytes = Number(stamp.split('-')[0]);
    if (bytes > mostBytes) return tooLarge(name, `${Math.round(bytes / 1024 / 1024)} MB`);
    const content = readFileSync(path.join(this.#root, file));
    try {
      const facts = await sharp(content, { limitInputPixels: false }).metadata();
      const { width, height } = facts.autoOrient;
      const format = formats.get(facts.format);
      if (!format) return unreadable(name);
      if (width * height > mostPixels) return tooLarge(name, `${width} × ${height} pixels`);
      return { picture: { path: file, width, height, format, hash: digestOf(content).slice(0, 10), stamp } };
    } catch {
      return unreadable(name);
    }
  }
}

function tooLarge(name: string, size: string): PictureReading {
  return { problem: { code: 'P-006', found: `The picture "${name}" is too large: ${size}.`, remedy: 'Save it at most 40 MB and 100 million pixels large; 3,000 pixels of width serve every screen and the printed page.' } };
}

function unreadable(name: string): PictureReading {
  return { problem: { code: 'P-005', found: `The file "${name}" is not a picture that can be read.`, remedy: 'Save it as JPEG, PNG, WebP or AVIF.' } };
}
