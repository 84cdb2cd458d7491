import type { AstroConfig } from 'astro';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Problem } from '../newsroom/problem.ts';
import { encodedImage, knownImages, staticImages } from '../astro/internals.ts';
import { linked } from './linked.ts';

/** A picture that is to be encoded: its file, and what is to be made of it, by addresses in the site. */
export interface LaidOut {
  file: string;
  encodings: string[];
}

/** Says that pictures are encoded, where there are any. */
function told(pictures: LaidOut[]): LaidOut[] {
  const count = pictures.length;
  if (count > 0) console.log(`Encoding ${count === 1 ? 'one picture' : `${count} pictures`}, unless done before …`);
  return pictures;
}

/**
 * Lays the pictures of the pages that were rendered out for astro:assets, which reads an original from the place that it has in the site,
 * and removes it there when it is done.
 */
export function layOutPictures(next: string): LaidOut[] {
  return told(
    [...staticImages()].flatMap(([address, { originalSrcPath, transforms }]) => {
      if (!originalSrcPath) return [];
      lent(originalSrcPath, path.join(next, address));
      return [{ file: originalSrcPath, encodings: [...transforms.values()].map(({ finalPath }) => finalPath) }];
    }),
  );
}

/** Lends a file a second place. A second link to it would change a time of it, by which it is known not to have changed. */
function lent(file: string, place: string): void {
  mkdirSync(path.dirname(place), { recursive: true });
  try {
    symlinkSync(file, place);
  } catch (error) {
    // Not every system and user may make symbolic links.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') copyFileSync(file, place);
  }
}

/**
 * Encodes the pictures of the pages that were rendered, as astro:assets does in a build, and keeps what it has made where that does.
 * @param needed tells of a file, from the site, whether one of these pages names it
 */
export async function encodePictures(
  next: string,
  { root, settings, needed }: { root: string; settings: AstroConfig['image']; needed: (file: string) => boolean },
): Promise<LaidOut[]> {
  const asked = staticImages();
  const pictures = [...knownImages()].flatMap(([address, { originalSrcPath: file, transforms }]) => {
    if (!file) return [];
    const encodings = [...transforms].flatMap(([hash, encoding]) =>
      // A page does not ask again for what it has asked for in this process.
      asked.get(address)?.transforms.has(hash) || needed(encoding.finalPath.slice(1)) ? [encoding] : [],
    );
    return encodings.length > 0 ? [{ file, encodings }] : [];
  });
  const laidOut = told(
    pictures.map(({ file, encodings }) => ({ file, encodings: encodings.map(({ finalPath }) => finalPath) })),
  );
  const kept = path.join(root, '.astro/assets');
  mkdirSync(kept, { recursive: true });
  for (const { file, encodings } of pictures) {
    for (const { finalPath, transform } of encodings) {
      const encoding = path.join(kept, path.basename(finalPath));
      if (!existsSync(encoding)) {
        writeFileSync(`${encoding}.new`, await encodedImage(readFileSync(file), transform, settings));
        renameSync(`${encoding}.new`, encoding);
      }
      linked(encoding, path.join(next, finalPath));
    }
  }
  return laidOut;
}

/** How files of a format begin, by their ending. */
const marks: Record<string, RegExp> = {
  '.jpeg': /^\xff\xd8\xff/,
  '.webp': /^RIFF[^]{4}WEBP/,
  '.avif': /^[^]{4}ftypavi[fs]/,
};

/**
 * What was put under the name of an encoding without being one: astro:assets publishes the original where its encoder fails.
 * It is taken out of the cache of encodings, and so tried again.
 */
export function encodedOtherwise(
  pictures: readonly LaidOut[],
  { root, next, encodings }: { root: string; next: string; encodings: string },
): Problem[] {
  return pictures.flatMap(({ file, encodings: addresses }) => {
    const wrong = addresses.filter(
      (address) => !marks[path.extname(address)]?.test(firstBytes(path.join(next, address))),
    );
    for (const address of wrong) rmSync(path.join(encodings, path.basename(address)), { force: true });
    if (wrong.length === 0) return [];
    const formats = [...new Set(wrong.map((address) => path.extname(address).slice(1).toUpperCase()))].join(', ');
    return [notEncoded(path.relative(root, file).split(path.sep).join('/'), formats)];
  });
}

/** A picture that passed the check, and that no encoder could make anything of. */
export function notEncoded(file: string, formats: string): Problem {
  return {
    code: 'P-014',
    file,
    found: `The picture could not be encoded as ${formats}.`,
    remedy:
      'It is damaged: copy it here again from where it came, or save it again from a program that shows all of it.',
  };
}

function firstBytes(file: string): string {
  const bytes = Buffer.alloc(16);
  const opened = openSync(file, 'r');
  readSync(opened, bytes);
  closeSync(opened);
  return bytes.toString('latin1');
}
