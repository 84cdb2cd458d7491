import { openSync, closeSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from '../newsroom/digest.ts';
import type { PictureReading } from './picture-reading.ts';

const mostBytes = { film: 40 * 1024 * 1024, captions: 1024 * 1024 };

/**
 * A film or its captions, or what is wrong with the file. By its first bytes a film is MP4 (ISO 14496-12)
 * or WebM, and captions are WebVTT; whether a browser has the codec is not looked at.
 * @param stamp its size and time; `undefined` when there is no such file
 */
export function examineFilm({
  root,
  file,
  as,
  stamp,
}: {
  root: string;
  file: string;
  as: 'film' | 'captions';
  stamp: string | undefined;
}): PictureReading {
  const name = path.posix.basename(file);
  if (!stamp) {
    return {
      problem: {
        code: 'V-002',
        found: `There is no file "${file}".`,
        remedy: 'Put the file there, or mend its name: small and capital letters count.',
      },
    };
  }
  const bytes = Number(stamp.split('-')[0]);
  if (bytes > mostBytes[as]) {
    return {
      problem: {
        code: 'V-004',
        found: `The file "${name}" is too large: ${Math.ceil(bytes / 1024 / 1024)} MB.`,
        remedy: `Save it smaller, at most ${mostBytes[as] / 1024 / 1024} MB; a longer film is better linked to by href="https://…".`,
      },
    };
  }
  const format = formatOf(firstBytes(path.join(root, file)));
  if (!format || (format === 'vtt') !== (as === 'captions') || !name.toLowerCase().endsWith(`.${format}`)) {
    return {
      problem:
        as === 'film'
          ? {
              code: 'V-003',
              found: `The file "${name}" is not a film that browsers show.`,
              remedy: 'Save it as MP4 (H.264) or WebM, and let its name end in .mp4 or .webm.',
            }
          : {
              code: 'V-005',
              found: `The file "${name}" is not WebVTT.`,
              remedy: 'Let it begin with a line of WEBVTT, and its name end in .vtt.',
            },
    };
  }
  const hash = digestOf(readFileSync(path.join(root, file))).slice(0, 10);
  return { picture: { path: file, width: 0, height: 0, format, hash, stamp } };
}

function formatOf(bytes: Buffer): string | undefined {
  // QuickTime's own brand is "qt  ".
  if (bytes.toString('latin1', 4, 8) === 'ftyp' && bytes.toString('latin1', 8, 10) !== 'qt') return 'mp4';
  if (bytes.readUInt32BE(0) === 0x1a45dfa3) return 'webm';
  if (/^(?:\u{feff})?WEBVTT(?:[ \t\r\n]|$)/u.test(bytes.toString('utf8').replace(/\0+$/, ''))) return 'vtt';
  return undefined;
}

function firstBytes(file: string): Buffer {
  const bytes = Buffer.alloc(16);
  const opened = openSync(file, 'r');
  readSync(opened, bytes);
  closeSync(opened);
  return bytes;
}
