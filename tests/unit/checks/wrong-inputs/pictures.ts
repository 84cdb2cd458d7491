import { crc32, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { article, body, front, noUser, tried, type Files, type Input } from './input.ts';

const flat = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#888' } });
const jpeg = await flat(64, 48).jpeg().toBuffer();
const png = await flat(64, 48).png().toBuffer();

const folder = 'content/articles/2019/03/01/harbour-vote';
const beside = (name: string, content: string | Uint8Array): Files => ({ [`${folder}/${name}`]: content });
const quay = beside('quay.jpg', jpeg);
const lead = (picture: string) => front({ picture });
const shown = (name: string) => body(`Ships.\n\n![The quay at dawn](${name})`);

const film = (file: string, captions?: string) =>
  `:::video{poster="./quay.jpg" alt="The quay" file="${file}"${captions ? ` captions="${captions}"` : ''}}\nShips.\n:::`;

const whiteLines = await sharp({ create: { width: 64, height: 48, channels: 4, background: '#0000' } })
  .composite([{ input: { create: { width: 40, height: 4, channels: 3, background: '#fff' } } }])
  .png()
  .toBuffer();

/** Two frames, one below the other. */
function moving(format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = Buffer.concat([Buffer.alloc(64 * 48 * 3, 40), Buffer.alloc(64 * 48 * 3, 200)]);
  const raw = { width: 64, height: 96, channels: 3, pageHeight: 48 } as const;
  const film = sharp(frames, { raw });
  return (format === 'gif' ? film.gif({ delay: [100, 100] }) : film.webp({ delay: [100, 100] })).toBuffer();
}

const as = (name: string) => `${name}, and pictures are filed as JPEG, PNG, WebP, AVIF, GIF or SVG`;
const asPhoto = 'Export it as JPEG from a program that shows it.';

/** What lies about where pictures are filed and is none, by its first bytes; the ending of its name says otherwise. */
const strangers: [name: string, is: string, remedy: string, content: Buffer | string][] = [
  ['a TIFF', as('TIFF, or the raw file of a camera'), asPhoto, await flat(8, 8).tiff().toBuffer()],
  ['a HEIC', as('HEIC'), asPhoto, '\0\0\0\u0018ftypheic\0\0\0\0mif1heic'],
  [
    'an AVIF that moves',
    'an AVIF that moves, of which no frame can be read',
    'Save one frame as JPEG or PNG, or show all as a film by a video block.',
    '\0\0\0\u0020ftypavis\0\0\0\0avifavis',
  ],
  ['a JPEG XL', as('JPEG XL'), asPhoto, '\u00ff\n\u00fa\u007f'],
  ['a JPEG XL in boxes', as('JPEG XL'), asPhoto, '\0\0\0\u000cJXL \r\n\u0087\n'],
  ['a JPEG 2000', as('JPEG 2000'), asPhoto, '\0\0\0\u000cjP  \r\n\u0087\n'],
  ['a BMP', as('BMP'), 'Save it again as PNG, which loses nothing.', 'BM:\0\0\0'],
  ['an icon', as('an icon (ICO)'), 'Save the largest picture in it as PNG.', '\0\0\u0001\0\u0001\0'],
  [
    'a file of Photoshop',
    as('a file of Photoshop'),
    'Export it as JPEG, or as PNG if it is a drawing.',
    '8BPS\0\u0001',
  ],
  [
    'a PDF',
    as('PDF or PostScript'),
    'Export it as SVG, or as PNG at twice the size at which it is to stand.',
    '%PDF-1.7\n',
  ],
  [
    'an SVG that is compressed',
    as('compressed (SVGZ, if it is a drawing)'),
    'Save it as plain SVG, not compressed.',
    gzipSync('<svg/>'),
  ],
  [
    'a web page',
    'a web page',
    'Save the picture itself, not the page that shows it.',
    '\u00ef\u00bb\u00bf\n<!DOCTYPE html>\n<title>404</title>',
  ],
  [
    'a film',
    'a film',
    'Show it by a video block: :::video{file="./name.mp4" poster="./name.jpg" alt="…"}.',
    '\0\0\0\u0018ftypisom\0\0\0\0isom',
  ],
  [
    'the name of a picture that Git LFS keeps',
    'only the name of a picture that Git LFS keeps',
    'Fetch the picture itself: git lfs pull.',
    'version https://git-lfs.github.com/spec/v1\noid sha256:0\n',
  ],
];

/** Pictures and films that are not there, cannot be shown, or are not described. */
export const pictureInputs: Input[] = [
  {
    name: 'a lead picture that is not there',
    files: lead('\n  file: ./quay.jpg\n  alt: The quay'),
    finds: [
      [
        'P-004 *:8',
        'There is no picture "content/articles/2019/03/01/harbour-vote/quay.jpg".',
        'Put the file there, or mend its name: small and capital letters count.',
      ],
    ],
  },
  {
    name: 'a picture that is not there',
    files: shown('./quay.jpg'),
    finds: [
      [
        'P-004 *:11',
        'There is no picture "content/articles/2019/03/01/harbour-vote/quay.jpg".',
        'Put the file there, or mend its name: small and capital letters count.',
      ],
    ],
  },
  {
    name: 'a picture in the wrong case',
    files: { ...shown('./Quay.JPG'), ...quay },
    finds: [
      [
        'P-004 *:11',
        'There is no picture "content/articles/2019/03/01/harbour-vote/Quay.JPG".',
        'Did you mean "quay.jpg"? Small and capital letters count.',
      ],
    ],
  },
  {
    name: 'a picture outside content/',
    files: shown('../../../../../../../secret.jpg'),
    finds: [
      [
        'P-002 *:11:1',
        'The picture "../../../../../../../secret.jpg" is not a file of this paper.',
        `Put the file into the article's own folder and write ./name.jpg.`,
      ],
    ],
  },
  {
    name: 'a picture outside content/ in escapes',
    files: shown('%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/secret.jpg'),
    finds: [
      [
        'P-002 *:11:1',
        'The picture "%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/secret.jpg" is not a file of this paper.',
        `Put the file into the article's own folder and write ./name.jpg.`,
      ],
    ],
  },
  {
    name: 'a picture from the root of the machine',
    files: lead('{ file: /etc/passwd, alt: The quay }'),
    finds: [
      [
        'P-002 *:7',
        'The picture "/etc/passwd" is not a file of this paper.',
        `Put the file into the article's own folder and write ./name.jpg.`,
      ],
    ],
  },
  {
    name: 'a picture on another site',
    files: shown('https://example.com/quay.jpg'),
    finds: [
      [
        'P-002 *:11:1',
        'The picture "https://example.com/quay.jpg" is not a file of this paper.',
        `Put the file into the article's own folder and write ./name.jpg.`,
      ],
    ],
  },
  {
    name: 'a picture in its own address',
    files: shown('data:image/png;base64,AAAA'),
    finds: [
      [
        'P-002 *:11:1',
        'The picture "data:image/png;base64,AAAA" is not a file of this paper.',
        `Put the file into the article's own folder and write ./name.jpg.`,
      ],
    ],
  },
  {
    name: 'a picture with a NUL in its name',
    files: shown('./quay%00.jpg'),
    finds: [
      [
        'P-002 *:11:1',
        'The picture "./quay%00.jpg" is not a file of this paper.',
        `Put the file into the article's own folder and write ./name.jpg.`,
      ],
    ],
  },
  {
    name: 'a picture with a name of 300 letters',
    files: shown(`./${'q'.repeat(300)}.jpg`),
    finds: [
      [
        'P-004 *:11',
        'There is no picture "content/articles/2019/03/01/harbour-vote/qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq.jpg".',
        'Put the file there, or mend its name: small and capital letters count.',
      ],
    ],
  },
  {
    name: 'a picture with a space in its name',
    files: shown('./the quay.jpg'),
    finds: [
      [
        'B-112 *:11:19',
        'A link or a picture is not written so that it works.',
        'Close the brackets, and put an address that holds spaces between < and >: [words](<./my photo.jpg>).',
      ],
    ],
  },
  {
    name: 'a folder as a picture',
    files: shown('./'),
    finds: [
      [
        'P-004 *:11',
        'There is no picture "content/articles/2019/03/01/harbour-vote/".',
        'Put the file there, or mend its name: small and capital letters count.',
      ],
    ],
  },
  {
    name: 'a text named as a picture',
    files: { ...shown('./quay.jpg'), ...beside('quay.jpg', 'Ships came in.') },
    finds: [
      [
        'P-005 *:11',
        'The file "quay.jpg" is not a picture that can be read.',
        'Save it again as JPEG, PNG, WebP or AVIF.',
      ],
    ],
  },
  {
    name: 'an empty picture',
    files: { ...shown('./quay.jpg'), ...beside('quay.jpg', '') },
    finds: [['P-005 *:11', 'The file "quay.jpg" is empty.', 'Copy it here again from where it came.']],
  },
  {
    name: 'a JPEG that breaks off',
    files: { ...shown('./quay.jpg'), ...beside('quay.jpg', jpeg.subarray(0, -20)) },
    finds: [
      [
        'P-005 *:11',
        'The file "quay.jpg" breaks off before its end.',
        'Copy it here again from where it came, or save it again as JPEG, PNG, WebP or AVIF.',
      ],
    ],
  },
  {
    name: 'a PNG that breaks off',
    files: { ...shown('./quay.png'), ...beside('quay.png', png.subarray(0, -20)) },
    finds: [
      [
        'P-005 *:11',
        'The file "quay.png" breaks off before its end.',
        'Copy it here again from where it came, or save it again as JPEG, PNG, WebP or AVIF.',
      ],
    ],
  },
  {
    name: 'a WebP that breaks off',
    files: { ...shown('./quay.webp'), ...beside('quay.webp', (await flat(64, 48).webp().toBuffer()).subarray(0, -4)) },
    finds: [
      [
        'P-005 *:11',
        'The file "quay.webp" is damaged, or breaks off before its end.',
        'Copy it here again from where it came, or save it again as JPEG, PNG, WebP or AVIF.',
      ],
    ],
  },
  {
    name: 'a GIF that breaks off',
    files: { ...shown('./quay.gif'), ...beside('quay.gif', (await flat(64, 48).gif().toBuffer()).subarray(0, -9)) },
    finds: [
      [
        'P-005 *:11',
        'The file "quay.gif" is damaged, or breaks off before its end.',
        'Copy it here again from where it came, or save it again as JPEG, PNG, WebP or AVIF.',
      ],
    ],
  },
  {
    name: 'an AVIF that breaks off',
    files: { ...shown('./quay.avif'), ...beside('quay.avif', (await flat(64, 48).avif().toBuffer()).subarray(0, -4)) },
    finds: [
      [
        'P-005 *:11',
        'The file "quay.avif" breaks off before its end.',
        'Copy it here again from where it came, or save it again as JPEG, PNG, WebP or AVIF.',
      ],
    ],
  },
  ...strangers.map(([name, is, remedy, content]): Input => ({
    name: `${name} that is filed as a picture`,
    files: { ...shown('./quay.jpg'), ...beside('quay.jpg', Buffer.from(content as string, 'latin1')) },
    finds: [['P-005 *:11', `The file "quay.jpg" is ${is}.`, remedy]],
  })),
  {
    name: 'an SVG with a script',
    files: {
      ...shown('./quay.svg'),
      ...beside(
        'quay.svg',
        '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">\n<script>alert(1)</script></svg>',
      ),
    },
    finds: [
      [
        'P-010 *:11',
        'The drawing "quay.svg" has <script> in it, which does nothing in a picture (line 2).',
        'Export it without scripts and movement, as it is to be seen on paper, or as PNG at twice the size.',
      ],
    ],
  },
  {
    name: 'an SVG without a size',
    files: {
      ...shown('./quay.svg'),
      ...beside('quay.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"><path d="M0 0h9v9"/></svg>'),
    },
    finds: [
      [
        'P-010 *:11',
        'The drawing "quay.svg" cannot be drawn.',
        'Give it a size in pixels, or export it as PNG at twice the size at which it is to stand.',
      ],
    ],
  },
  {
    name: 'an SVG with letters that nobody has',
    files: {
      ...shown('./quay.svg'),
      ...beside(
        'quay.svg',
        '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><text y="40">\ud83f\udffe</text></svg>',
      ),
    },
    finds: [
      [
        'P-011 *:11',
        'The drawing "quay.svg" has letters that no typeface on this machine has.',
        'Convert its text to outlines, which need no typeface.',
      ],
    ],
  },
  {
    name: 'white lines on a transparent ground, as a lead picture and as a portrait',
    files: {
      ...lead('{ file: ./quay.png, alt: The quay }'),
      ...beside('quay.png', whiteLines),
      'content/contributors/newsdesk.yaml': 'name: Our newsdesk\nportrait: { file: ./face.png, alt: A face }\n',
      'content/contributors/face.png': whiteLines,
    },
    finds: [
      [
        'P-012 content/contributors/newsdesk.yaml:2',
        'Nothing of the picture "face.png" can be seen on white paper.',
        'If it is light on a transparent ground, save it with a dark one, or in dark ink; else see whether it is empty.',
      ],
      [
        'P-012 *:7',
        'Nothing of the picture "quay.png" can be seen on white paper.',
        'If it is light on a transparent ground, save it with a dark one, or in dark ink; else see whether it is empty.',
      ],
    ],
  },
  {
    name: 'a GIF and a WebP that move, as a lead picture, in a gallery and as a portrait',
    files: {
      [tried]: article(
        { picture: '{ file: ./quay.gif, alt: The quay }' },
        ':::gallery\n![The quay](./quay.webp)\n![The quay again](./quay.webp)\n:::',
      ),
      ...beside('quay.gif', await moving('gif')),
      ...beside('quay.webp', await moving('webp')),
      'content/contributors/newsdesk.yaml': 'name: Our newsdesk\nportrait: { file: ./face.gif, alt: A face }\n',
      'content/contributors/face.gif': await moving('gif'),
    },
    finds: [
      [
        'P-013 content/contributors/newsdesk.yaml:2',
        'The picture "face.gif" moves, and its first frame is what readers see.',
        'If the movement matters, show it as a film by a video block: :::video{file="./name.mp4" poster="./name.jpg" alt="…"}.',
      ],
      [
        'P-013 *:7',
        'The picture "quay.gif" moves, and its first frame is what readers see.',
        'If the movement matters, show it as a film by a video block: :::video{file="./name.mp4" poster="./name.jpg" alt="…"}.',
      ],
      [
        'P-013 *:11',
        'The picture "quay.webp" moves, and its first frame is what readers see.',
        'If the movement matters, show it as a film by a video block: :::video{file="./name.mp4" poster="./name.jpg" alt="…"}.',
      ],
    ],
  },
  {
    name: 'a picture of too many pixels',
    files: {
      ...shown('./quay.png'),
      ...beside('quay.png', grown(png, 12_000)),
    },
    finds: [
      [
        'P-006 *:11',
        'The picture "quay.png" is too large: 12000 × 12000 pixels.',
        'Save it at most 40 MB and 100 million pixels large; 3,000 pixels of width serve every screen and the printed page.',
      ],
    ],
  },
  {
    name: 'a picture of too many bytes',
    files: { ...shown('./quay.jpg'), ...beside('quay.jpg', new Uint8Array(41 * 1024 * 1024)) },
    finds: [
      [
        'P-006 *:11',
        'The picture "quay.jpg" is too large: 41 MB.',
        'Save it at most 40 MB and 100 million pixels large; 3,000 pixels of width serve every screen and the printed page.',
      ],
    ],
  },

  {
    name: 'a lead picture without alt text',
    files: { ...lead('\n  file: ./quay.jpg\n  caption: Ships'), ...quay },
    finds: [
      [
        'S-001 *:7',
        'The field "picture › alt" is missing.',
        'What is to be seen, for readers who cannot see it. Write `alt: ""` if the picture is decoration. Never the caption again.',
      ],
    ],
  },
  {
    name: 'a picture without alt text',
    files: { ...body('Ships.\n\n![](./quay.jpg)'), ...quay },
    finds: [
      [
        'P-003 *:11:1',
        'The picture "./quay.jpg" has no alt text.',
        'Describe it for readers who cannot see it, or write ![""](file) if it is decoration.',
      ],
    ],
  },
  {
    name: 'a picture with a space for alt text',
    files: { ...body('Ships.\n\n![ ](./quay.jpg)'), ...quay },
    finds: [
      [
        'P-003 *:11:1',
        'The picture "./quay.jpg" has no alt text.',
        'Describe it for readers who cannot see it, or write ![""](file) if it is decoration.',
      ],
    ],
  },
  {
    name: 'a figure without alt text',
    files: { ...body(':::figure{src="./quay.jpg"}\nShips.\n:::'), ...quay },
    finds: [
      [
        'P-003 *:9:1',
        'The picture "./quay.jpg" has no alt text.',
        'Describe it for readers who cannot see it in alt="…", or write alt="" if it is decoration.',
      ],
    ],
  },
  {
    name: 'alt text that repeats the caption of a lead picture',
    files: { ...lead('\n  file: ./quay.jpg\n  alt: Ships at the quay\n  caption: Ships at the quay.'), ...quay },
    finds: [
      [
        'C-001 *:9',
        'The alt text of "./quay.jpg" repeats its caption.',
        'Describe what is to be seen for readers who cannot see it; the caption is read to them as well.',
      ],
    ],
  },
  {
    name: 'alt text that repeats a caption',
    files: { ...body('![Ships at the quay](./quay.jpg "Ships at the quay.")'), ...quay },
    finds: [
      [
        'C-001 *:9:1',
        'The alt text of "./quay.jpg" repeats its caption.',
        'Describe what is to be seen for readers who cannot see it; the caption is read to them as well.',
      ],
    ],
  },
  {
    name: 'a caption that ends in a credit',
    files: { ...body('![The quay](./quay.jpg "Ships came in. PHOTO: AFP")'), ...quay },
    finds: [
      [
        'C-002 *:9:1',
        'The caption of "./quay.jpg" ends in a credit: "PHOTO: AFP".',
        'Move it to the credit, where readers, feeds and the printed page look for it.',
      ],
    ],
  },
  {
    name: 'the caption of a lead picture that ends in a credit',
    files: { ...lead('\n  file: ./quay.jpg\n  alt: The quay\n  caption: "Ships came in. PHOTO: AFP"'), ...quay },
    finds: [
      [
        'C-002 *:10',
        'The caption of "./quay.jpg" ends in a credit: "PHOTO: AFP".',
        'Move it to the credit, where readers, feeds and the printed page look for it.',
      ],
    ],
  },
  {
    name: 'the caption of a figure that ends in a credit',
    files: { ...body(':::figure{src="./quay.jpg" alt="The quay"}\nShips came in. (Photo: Reuters)\n:::'), ...quay },
    finds: [
      [
        'C-002 *:9:1',
        'The caption of "./quay.jpg" ends in a credit: "Photo: Reuters".',
        'Move it to the credit, where readers, feeds and the printed page look for it.',
      ],
    ],
  },

  {
    name: 'a picture in a line of text',
    files: { ...body('Ships ![The quay](./quay.jpg) came.'), ...quay },
    finds: [
      [
        'B-111 *:9:7',
        'The picture "./quay.jpg" stands in a line of text.',
        'Give it a paragraph of its own; several together go into a :::gallery block.',
      ],
    ],
  },
  {
    name: 'two pictures in one paragraph',
    files: { ...body('![The quay](./quay.jpg)\n![The crane](./quay.jpg)'), ...quay },
    finds: [
      [
        'B-111 *:9:1',
        'The picture "./quay.jpg" stands in a line of text.',
        'Give it a paragraph of its own; several together go into a :::gallery block.',
      ],
      [
        'B-111 *:10:1',
        'The picture "./quay.jpg" stands in a line of text.',
        'Give it a paragraph of its own; several together go into a :::gallery block.',
      ],
    ],
  },
  {
    name: 'a picture by a reference',
    files: { ...body('![The quay][q]\n\n[q]: ./quay.jpg'), ...quay },
    finds: [
      [
        'B-110 *:9:1',
        'A picture is named by a reference.',
        'Write its file in the picture itself: ![alt text](./quay.jpg "Caption | Credit").',
      ],
    ],
  },
  {
    name: 'a picture in a heading',
    files: { ...body('## Quay ![The quay](./quay.jpg)'), ...quay },
    finds: [
      [
        'B-111 *:9:9',
        'The picture "./quay.jpg" stands in a line of text.',
        'Give it a paragraph of its own; several together go into a :::gallery block.',
      ],
    ],
  },
  {
    name: 'a picture in a table',
    files: { ...body('| Quay |\n|---|\n| ![The quay](./quay.jpg) |'), ...quay },
    finds: [
      [
        'B-111 *:11:3',
        'The picture "./quay.jpg" stands in a line of text.',
        'Give it a paragraph of its own; several together go into a :::gallery block.',
      ],
    ],
  },
  {
    name: 'a picture in a link',
    files: { ...body('[![The quay](./quay.jpg)](https://example.com)'), ...quay },
    finds: [
      [
        'B-111 *:9:2',
        'The picture "./quay.jpg" stands in a link.',
        'Give it a paragraph of its own without the link, which may stand in the caption of a :::figure.',
      ],
    ],
  },
  {
    name: 'a picture in a footnote',
    files: { ...body('Ships[^1].\n\n[^1]: ![The quay](./quay.jpg)'), ...quay },
    finds: [
      [
        'B-111 *:11:7',
        'The picture "./quay.jpg" stands in a line of text.',
        'Give it a paragraph of its own; several together go into a :::gallery block.',
      ],
    ],
  },
  {
    name: 'a picture in a caption',
    files: { ...body(':::figure{src="./quay.jpg" alt="The quay"}\nShips ![The quay](./quay.jpg)\n:::'), ...quay },
    finds: [
      [
        'B-111 *:10:7',
        'The picture "./quay.jpg" stands in a caption or a quotation.',
        'Give it a paragraph of its own.',
      ],
    ],
  },
  {
    name: 'a picture in a title',
    files: { ...body(':::fact-box[![The quay](./quay.jpg)]\nShips.\n:::'), ...quay },
    finds: [
      [
        'B-111 *:9:13',
        'The picture "./quay.jpg" stands in a caption or a quotation.',
        'Give it a paragraph of its own.',
      ],
      [
        'B-111 *:9:13',
        'The picture "./quay.jpg" stands in a line of text.',
        'Give it a paragraph of its own; several together go into a :::gallery block.',
      ],
    ],
  },
  {
    name: 'a picture in a pull-quote',
    files: { ...body(':::pull-quote\n![The quay](./quay.jpg)\n:::'), ...quay },
    finds: [
      [
        'B-111 *:10:1',
        'The picture "./quay.jpg" stands in a caption or a quotation.',
        'Give it a paragraph of its own.',
      ],
    ],
  },
  {
    name: 'a list in a caption',
    files: { ...body(':::figure{src="./quay.jpg" alt="The quay"}\n- Ships\n:::'), ...quay },
    finds: [
      [
        'B-215 *:10:1',
        'The caption of the block ":::figure" holds something else than text.',
        'Write one or two sentences of plain text.',
      ],
    ],
  },
  {
    name: 'a figure in a gallery',
    files: { ...body('::::gallery[Quay]\n:::figure{src="./quay.jpg" alt="The quay"}\n:::\n::::'), ...quay },
    finds: [
      [
        'B-208 *:10:1',
        'A gallery holds something else than pictures.',
        'Write one picture a line; the caption of the whole goes into the label: :::gallery[Caption].',
      ],
    ],
  },
  {
    name: 'a figure in a place that there is none of',
    files: { ...body(':::figure{src="./quay.jpg" alt="The quay" placement="left"}\nShips.\n:::'), ...quay },
    finds: [
      [
        'B-207 *:9:1',
        'A figure cannot be placed "left".',
        'Write placement=text, placement=wide, placement=inset, or leave it out.',
      ],
    ],
  },
  {
    name: 'a gallery and a table in a place that there is for figures alone',
    files: {
      ...body(
        ':::gallery{placement=inset}\n![The quay](./quay.jpg)\n:::\n\n:::table[Fares]{placement=full}\n| A | B |\n| - | - |\n| 1 | 2 |\n:::',
      ),
      ...quay,
    },
    finds: [
      ['B-207 *:9:1', 'A gallery cannot be placed "inset".', 'Write placement=text, placement=wide, or leave it out.'],
      ['B-207 *:13:1', 'A table cannot be placed "full".', 'Write placement=text, placement=wide, or leave it out.'],
    ],
  },
  {
    name: 'a figure with a focus in words and a source that runs a script',
    files: {
      ...body(':::figure{src="./quay.jpg" alt="The quay" focus="centre" source="javascript:alert(1)"}\nShips.\n:::'),
      ...quay,
    },
    finds: [
      [
        'P-008 *:9:1',
        'The source of "./quay.jpg" is not a web address: "javascript:alert(1)".',
        'Write source="https://…".',
      ],
      [
        'P-009 *:9:1',
        'The focus of "./quay.jpg" is not two percentages: "centre".',
        'Write focus="50% 30%": from the left, from the top.',
      ],
    ],
  },
  {
    name: 'a video at an address that runs a script, of a length in words',
    files: {
      ...body(
        ':::video{poster="./quay.jpg" alt="The quay" href="javascript:alert(1)" duration="a minute"}\nShips.\n:::',
      ),
      ...quay,
    },
    finds: [
      [
        'B-220 *:9:1',
        'The video\'s address is not a web address: "javascript:alert(1)".',
        'Write file="./quay.mp4", or href="https://…", the page where it can be seen.',
      ],
      [
        'B-210 *:9:1',
        'The video\'s duration is not a time: "a minute".',
        'Write minutes and seconds: duration="1:32".',
      ],
    ],
  },
  {
    name: 'a figure with a password in its source',
    files: {
      ...body(':::figure{src="./quay.jpg" alt="The quay" source="https://user:password@example.com/"}\nShips.\n:::'),
      ...quay,
    },
    finds: [['B-125 *:9:1', 'An address in the block ":::figure" names a user before its host.', noUser]],
  },
  {
    name: 'a figure with a password in its licence',
    files: {
      ...body(':::figure{src="./quay.jpg" alt="The quay" licence="https://user:password@example.com/"}\nShips.\n:::'),
      ...quay,
    },
    finds: [['B-125 *:9:1', 'An address in the block ":::figure" names a user before its host.', noUser]],
  },
  {
    name: 'a video at an address with a password',
    files: {
      ...body(':::video{poster="./quay.jpg" alt="The quay" href="https://user:password@example.com/"}\nShips.\n:::'),
      ...quay,
    },
    finds: [['B-125 *:9:1', 'An address in the block ":::video" names a user before its host.', noUser]],
  },
  {
    name: 'a film and captions that are not there',
    files: { ...body(film('./quay.mp4', './quay.vtt')), ...quay },
    finds: [
      [
        'V-002 *:9',
        'There is no file "content/articles/2019/03/01/harbour-vote/quay.mp4".',
        'Put the file there, or mend its name: small and capital letters count.',
      ],
      [
        'V-002 *:9',
        'There is no file "content/articles/2019/03/01/harbour-vote/quay.vtt".',
        'Put the file there, or mend its name: small and capital letters count.',
      ],
    ],
  },
  {
    name: 'a film of QuickTime, and captions that are not WebVTT',
    files: {
      ...body(film('./quay.mp4', './quay.vtt')),
      ...quay,
      ...beside('quay.mp4', Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'latin1')),
      ...beside('quay.vtt', '1\n00:00:00,000 --> 00:00:01,000\nShips.\n'),
    },
    finds: [
      [
        'V-003 *:9',
        'The file "quay.mp4" is not a film that browsers show.',
        'Save it as MP4 (H.264) or WebM, and let its name end in .mp4 or .webm.',
      ],
      [
        'V-005 *:9',
        'The file "quay.vtt" is not WebVTT.',
        'Let it begin with a line of WEBVTT, and its name end in .vtt.',
      ],
    ],
  },
  {
    name: 'a film of another kind than its name says, and an empty one',
    files: {
      ...body(`${film('./quay.mp4')}\n\n${film('./ship.webm')}`),
      ...quay,
      ...beside('quay.mp4', Buffer.from('1a45dfa3', 'hex')),
      ...beside('ship.webm', ''),
    },
    finds: [
      [
        'V-003 *:9',
        'The file "quay.mp4" is not a film that browsers show.',
        'Save it as MP4 (H.264) or WebM, and let its name end in .mp4 or .webm.',
      ],
      [
        'V-003 *:13',
        'The file "ship.webm" is not a film that browsers show.',
        'Save it as MP4 (H.264) or WebM, and let its name end in .mp4 or .webm.',
      ],
    ],
  },
  {
    name: 'a film of more than 40 MB',
    files: {
      ...body(film('./quay.webm')),
      ...quay,
      ...beside('quay.webm', Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.alloc(41 * 1024 * 1024)])),
    },
    finds: [
      [
        'V-004 *:9',
        'The file "quay.webm" is too large: 42 MB.',
        'Save it smaller, at most 40 MB; a longer film is better linked to by href="https://…".',
      ],
    ],
  },
  {
    name: 'a film on another site, and captions without a film',
    files: {
      ...body(
        `${film('https://films.example/quay.mp4')}\n\n:::video{poster="./quay.jpg" alt="The quay" href="https://films.example" captions="./quay.vtt"}\nShips.\n:::`,
      ),
      ...quay,
      ...beside('quay.vtt', 'WEBVTT\n'),
    },
    finds: [
      [
        'V-001 *:9:1',
        'The file "https://films.example/quay.mp4" is not a file of this paper.',
        "Put it into the article's own folder and write ./name.mp4, ./name.webm or, for captions, ./name.vtt.",
      ],
      [
        'V-006 *:13:1',
        'The video has captions and no file.',
        'Write file="./quay.mp4" beside them, or delete them: they are shown with a film of this paper only.',
      ],
    ],
  },
];

/** A PNG that says it is a square of that many pixels a side: to draw one takes seconds. */
function grown(image: Buffer, side: number): Buffer {
  const made = Buffer.from(image);
  made.writeUInt32BE(side, 16);
  made.writeUInt32BE(side, 20);
  made.writeUInt32BE(crc32(made.subarray(12, 29)), 29);
  return made;
}
