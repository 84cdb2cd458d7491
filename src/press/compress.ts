import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Of fewer bytes, the answer's head weighs more than what is saved. */
const least = 1024;
/** As many as the threads that compress. */
const atOnce = 4;

/**
 * Writes each text file of a folder in Brotli (`.br`) and gzip (`.gz`) beside itself, for servers that send such files
 * as they are. Files that are no text, or small, are left alone, as are those whose compressed forms are among the files.
 * @returns the names of the new files, by the name of the file
 */
export async function compress(folder: string, files: readonly string[]): Promise<Map<string, string[]>> {
  const made = new Map<string, string[]>();
  const isThere = new Set(files);
  const waiting = files
    .filter((file) => /(?:\.(?:html|css|js|svg|json|xml|xsl|opml|txt|md|webmanifest|vtt))$/.test(file))
    .values();
  const work = async () => {
    for (const file of waiting) {
      const forms = [`${file}.br`, `${file}.gz`];
      if (forms.every((form) => isThere.has(form))) {
        made.set(file, forms);
        continue;
      }
      const place = path.join(folder, file);
      const bytes = await readFile(place);
      if (bytes.length < least) continue;
      // Higher ones take twenty times as long for the last six per cent.
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        // 64 KiB, as much as a page: more is memory that is made ready for each file and not used.
        [constants.BROTLI_PARAM_LGWIN]: 16,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      };
      const { mtime } = await stat(place);
      await write(`${place}.br`, await brotli(bytes, { params }), mtime);
      await write(`${place}.gz`, await zip(bytes, { level: 6 }), mtime);
      made.set(file, forms);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return made;
}

// Servers tell the time of what they send, which is to be one, in whatever form it is sent.
async function write(place: string, bytes: Buffer, time: Date): Promise<void> {
  await writeFile(place, bytes);
  await utimes(place, time, time);
}
