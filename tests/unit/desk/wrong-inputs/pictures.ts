import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { body, front, noUser, type Files, type Input } from './input.ts';

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
    finds: [
      [
        'P-005 *:11',
        'The file "quay.jpg" is not a picture that can be read.',
        'Save it again as JPEG, PNG, WebP or AVIF.',
      ],
    ],
  },
  {
    name: 'a JPEG that breaks off',
    files: { ...shown('./quay.jpg'), ...beside('quay.jpg', jpeg.subarray(0, -20)) },
    finds: [
      ['P-005 *:11', 'The file "quay.jpg" breaks off before its end.', 'Save it again as JPEG, PNG, WebP or AVIF.'],
    ],
  },
  {
    name: 'a PNG that breaks off',
    files: { ...shown('./quay.png'), ...beside('quay.png', png.subarray(0, -20)) },
    finds: [
      ['P-005 *:11', 'The file "quay.png" breaks off before its end.', 'Save it again as JPEG, PNG, WebP or AVIF.'],
    ],
  },
  {
    name: 'a WebP that breaks off',
    files: { ...shown('./quay.webp'), ...beside('quay.webp', (await flat(64, 48).webp().toBuffer()).subarray(0, -4)) },
    finds: [
      [
        'P-005 *:11',
        'The file "quay.webp" is not a picture that can be read.',
        'Save it again as JPEG, PNG, WebP or AVIF.',
      ],
    ],
  },
  {
    name: 'an AVIF that breaks off',
    files: { ...shown('./quay.avif'), ...beside('quay.avif', (await flat(64, 48).avif().toBuffer()).subarray(0, -4)) },
    finds: [
      ['P-005 *:11', 'The file "quay.avif" breaks off before its end.', 'Save it again as JPEG, PNG, WebP or AVIF.'],
    ],
  },
  {
    name: 'a GIF',
    files: { ...shown('./quay.gif'), ...beside('quay.gif', await flat(8, 8).gif().toBuffer()) },
    finds: [
      [
        'P-005 *:11',
        'The file "quay.gif" is GIF, which not all browsers show.',
        'Save it again as JPEG, PNG, WebP or AVIF.',
      ],
    ],
  },
  {
    name: 'an SVG',
    files: {
      ...shown('./quay.svg'),
      ...beside(
        'quay.svg',
        '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><script>alert(1)</script></svg>',
      ),
    },
    finds: [
      [
        'P-005 *:11',
        'The file "quay.svg" is SVG, which not all browsers show.',
        'Save it again as JPEG, PNG, WebP or AVIF.',
      ],
    ],
  },
  {
    name: 'a TIFF',
    files: { ...shown('./quay.tiff'), ...beside('quay.tiff', await flat(8, 8).tiff().toBuffer()) },
    finds: [
      [
        'P-005 *:11',
        'The file "quay.tiff" is TIFF, which not all browsers show.',
        'Save it again as JPEG, PNG, WebP or AVIF.',
      ],
    ],
  },
  {
    name: 'a BMP',
    files: {
      ...shown('./quay.bmp'),
      ...beside(
        'quay.bmp',
        Buffer.from(
          '424d3a0000000000000036000000280000000100000001000000010018000000000004000000130b0000130b00000000000000000000ffffff00',
          'hex',
        ),
      ),
    },
    finds: [
      [
        'P-005 *:11',
        'The file "quay.bmp" is not a picture that can be read.',
        'Save it again as JPEG, PNG, WebP or AVIF.',
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
        'The picture "./quay.jpg" stands in a line of text.',
        'Give it a paragraph of its own; several together go into a :::gallery block.',
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
      ['B-207 *:9:1', 'A figure cannot be placed "left".', 'Write placement=text, placement=inset, or leave it out.'],
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
        'B-209 *:9:1',
        `The video's address is not a web address: "javascript:alert(1)".`,
        'Write file="./quay.mp4", or href="https://…", the page where it can be seen.',
      ],
      ['B-210 *:9:1', `The video's duration is not a time: "a minute".`, 'Write minutes and seconds: duration="1:32".'],
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
