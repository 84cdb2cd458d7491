/** What a file is that is no picture as they are filed: the end of "The file …", and what to do. */
export interface Stranger {
  is: string;
  remedy: string;
}

const head = (content: Buffer) =>
  content
    .toString('latin1', 0, 512)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
const begins = (content: Buffer, ...marks: string[]) =>
  marks.some((mark) => content.toString('latin1', 0, mark.length) === mark);
/** What a file of ISO base media (ISO 14496-12) says that it is. */
const brandOf = (content: Buffer) =>
  content.toString('latin1', 4, 8) === 'ftyp' ? content.toString('latin1', 8, 12) : '';

const asPhoto = 'Export it as JPEG from a program that shows it.';
const asDrawing = 'Export it as SVG, or as PNG at twice the size at which it is to stand.';

/** A picture in a format that is not taken. */
export function otherFormat(name: string, remedy = asPhoto): Stranger {
  return { is: `${name}, and pictures are filed as JPEG, PNG, WebP, AVIF, GIF or SVG`, remedy };
}

/** Whatever else lies about where pictures are filed. */
const strangers: (Stranger & { knows: (content: Buffer) => boolean })[] = [
  {
    knows: ({ length }) => length === 0,
    is: 'empty',
    remedy: 'Copy it here again from where it came.',
  },
  {
    knows: (content) => begins(content, 'version https://git-lfs.github.com/'),
    is: 'only the name of a picture that Git LFS keeps',
    remedy: 'Fetch the picture itself: git lfs pull.',
  },
  {
    knows: (content) => /^(<!doctype html|<html|<head|<body)/i.test(head(content)),
    is: 'a web page',
    remedy: 'Save the picture itself, not the page that shows it.',
  },
  {
    knows: (content) =>
      begins(content, '\u001a\u0045\u00df\u00a3') ||
      /^(isom|iso\d|mp4\d|avc1|M4V.|qt {2}|3gp.)$/.test(brandOf(content)),
    is: 'a film',
    remedy: 'Show it by a video block: :::video{file="./name.mp4" poster="./name.jpg" alt="…"}.',
  },
  {
    knows: (content) => brandOf(content) === 'avis',
    is: 'an AVIF that moves, of which no frame can be read',
    remedy: 'Save one frame as JPEG or PNG, or show all as a film by a video block.',
  },
  { knows: (content) => /^he(ic|ix|im|is|vc|vx|vm|vs)$/.test(brandOf(content)), ...otherFormat('HEIC') },
  {
    knows: (content) => begins(content, 'II*\0', 'MM\0*', 'II+\0', 'MM\0+'),
    ...otherFormat('TIFF, or the raw file of a camera'),
  },
  { knows: (content) => begins(content, '\u00ff\u000a', '\0\0\0\u000cJXL '), ...otherFormat('JPEG XL') },
  {
    knows: (content) => begins(content, '\u00ff\u004f\u00ff\u0051', '\0\0\0\u000cjP  '),
    ...otherFormat('JPEG 2000'),
  },
  {
    knows: (content) => begins(content, 'BM'),
    ...otherFormat('BMP', 'Save it again as PNG, which loses nothing.'),
  },
  {
    knows: (content) => begins(content, '\0\0\u0001\0'),
    ...otherFormat('an icon (ICO)', 'Save the largest picture in it as PNG.'),
  },
  {
    knows: (content) => begins(content, '8BPS'),
    ...otherFormat('a file of Photoshop', 'Export it as JPEG, or as PNG if it is a drawing.'),
  },
  {
    knows: (content) => begins(content, '%PDF', '%!PS', '\u00c5\u00d0\u00d3\u00c6'),
    ...otherFormat('PDF or PostScript', asDrawing),
  },
  {
    knows: (content) => begins(content, '\u001f\u008b'),
    ...otherFormat('compressed (SVGZ, if it is a drawing)', 'Save it as plain SVG, not compressed.'),
  },
];

/** What a file is that is no picture, or none that is taken, by its first bytes; `undefined` when these do not tell. */
export function strangerIn(content: Buffer): Stranger | undefined {
  return strangers.find(({ knows }) => knows(content));
}

/** Whether a file begins as one in a format that is taken. */
export function beginsAsPicture(content: Buffer): boolean {
  const isWebp = begins(content, 'RIFF') && content.toString('latin1', 8, 12) === 'WEBP';
  return isWebp || begins(content, '\u00ff\u00d8\u00ff', '\u0089PNG', 'GIF8') || brandOf(content) === 'avif';
}

/** Whether a file is markup: a drawing in SVG, or what is taken for one. */
export function isMarkup(content: Buffer): boolean {
  return begins(content, '\u00ff\u00fe', '\u00fe\u00ff') || head(content).startsWith('<');
}
