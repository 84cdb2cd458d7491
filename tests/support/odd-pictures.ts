import sharp from 'sharp';
import { crc32 } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number, cover?: number];

/** What is behind a transparent picture: the paper of the site in AVIF and WebP, white in JPEG. */
export const ground = 'ground';
const black: Colour = [0, 0, 0];
const red: Colour = [220, 30, 30];
const blue: Colour = [30, 60, 200];
const brick: Colour = [180, 80, 70];
const moss: Colour = [80, 110, 80];
const clear: Colour = [0, 0, 0, 0];

/** A picture of two halves, and what is to be seen of it wherever it is published. */
export interface OddPicture {
  /** Its ending may lie. */
  name: string;
  bytes: Buffer;
  left: Colour | typeof ground;
  right: Colour;
  /** Most that a colour may be off, of 255; 6 where it is not said. */
  within?: number;
  /** As published, where it is not 640 × 480. */
  width?: number;
  height?: number;
}

/** The left and the right half of a picture, in pixels of four bytes. */
function halves(left: Colour, right: Colour, width = 640, height = 480) {
  const row = Buffer.alloc(width * 4);
  for (let x = 0; x < width; x += 1) {
    const [r, g, b, cover = 255] = x < width / 2 ? left : right;
    row.set([r, g, b, cover], x * 4);
  }
  const data = Buffer.alloc(row.length * height, row);
  return sharp(data, { raw: { width, height, channels: 4 } });
}

const opaque = (left: Colour, right: Colour, width?: number, height?: number) =>
  halves(left, right, width, height).removeAlpha();

/** Frames one below the other, as sharp takes them. */
async function film(format: 'webp' | 'gif', frames: [Colour, Colour][]): Promise<Buffer> {
  const raw = await Promise.all(frames.map(([left, right]) => halves(left, right).raw().toBuffer()));
  const strip = sharp(Buffer.concat(raw), {
    raw: { width: 640, height: 480 * frames.length, channels: 4, pageHeight: 480 },
  });
  const delay = frames.map(() => 200);
  return format === 'gif' ? strip.gif({ delay }).toBuffer() : strip.webp({ delay, lossless: true }).toBuffer();
}

/** A PNG that moves: the picture, and then another. */
function movingPng(first: Buffer, second: Buffer): Buffer {
  const chunksOf = (png: Buffer) => {
    const chunks: { kind: string; data: Buffer }[] = [];
    for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
      chunks.push({
        kind: png.toString('latin1', at + 4, at + 8),
        data: png.subarray(at + 8, at + 8 + png.readUInt32BE(at)),
      });
    return chunks;
  };
  const chunk = (kind: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const whole = Buffer.alloc(named.length + 8);
    whole.writeUInt32BE(data.length);
    named.copy(whole, 4);
    whole.writeUInt32BE(crc32(named), named.length + 4);
    return whole;
  };
  const numbers = (...values: number[]) => {
    const bytes = Buffer.alloc(values.length * 4);
    values.forEach((value, at) => bytes.writeUInt32BE(value, at * 4));
    return bytes;
  };
  const frame = (number: number) =>
    chunk('fcTL', Buffer.concat([numbers(number, 640, 480, 0, 0), Buffer.from([0, 1, 0, 5, 0, 0])]));
  const pixels = (png: Buffer) =>
    Buffer.concat(chunksOf(png).flatMap(({ kind, data }) => (kind === 'IDAT' ? data : [])));
  const [header] = chunksOf(first);
  return Buffer.concat([
    first.subarray(0, 8),
    chunk('IHDR', header?.data ?? Buffer.alloc(0)),
    chunk('acTL', numbers(2, 0)),
    frame(0),
    chunk('IDAT', pixels(first)),
    frame(1),
    chunk('fdAT', Buffer.concat([numbers(2), pixels(second)])),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const chart = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 48"><title>Ships</title>
  <style>@media (prefers-color-scheme: dark) { .bar { fill: #fff } } .bar { fill: #000 }</style>
  <a href="javascript:alert(1)" onclick="alert(1)"><rect class="bar" x="32" width="32" height="48"/></a></svg>`;

/** A picture of each kind that is not published as it lies there. */
export async function oddPictures(): Promise<OddPicture[]> {
  const ink = { left: ground, right: black } as const;
  const moving = { left: red, right: blue };
  const frames: [Colour, Colour][] = [
    [red, blue],
    [blue, red],
  ];
  const lines = () => halves(clear, black);
  const [still, next] = await Promise.all(frames.map(([left, right]) => opaque(left, right).png().toBuffer()));
  const upright = await halves(clear, black).rotate(90).raw().toBuffer();
  return [
    { name: 'transparent.png', bytes: await lines().png().toBuffer(), ...ink },
    { name: 'transparent.webp', bytes: await lines().webp({ lossless: true }).toBuffer(), ...ink },
    { name: 'transparent.avif', bytes: await lines().avif({ lossless: true }).toBuffer(), ...ink },
    { name: 'palette.png', bytes: await lines().png({ palette: true, colours: 4 }).toBuffer(), ...ink },
    { name: 'grey.png', bytes: await lines().toColourspace('b-w').png().toBuffer(), ...ink },
    { name: 'deep.png', bytes: await lines().toColourspace('rgb16').png().toBuffer(), ...ink },
    {
      name: 'sideways.webp',
      bytes: await sharp(upright, { raw: { width: 480, height: 640, channels: 4 } })
        .webp({ lossless: true })
        .withMetadata({ orientation: 8 })
        .toBuffer(),
      ...ink,
    },
    { name: 'moving.webp', bytes: await film('webp', frames), ...moving },
    {
      name: 'moving-lines.webp',
      bytes: await film('webp', [
        [clear, black],
        [black, clear],
      ]),
      ...ink,
    },
    { name: 'moving.gif', bytes: await film('gif', frames), ...moving },
    { name: 'moving.png', bytes: movingPng(still as Buffer, next as Buffer), ...moving },
    { name: 'still.gif', bytes: await opaque(red, blue).gif().toBuffer(), ...moving },
    { name: 'named-otherwise.jpg', bytes: still as Buffer, ...moving },
    { name: 'chart.svg', bytes: Buffer.from(chart), ...ink, width: 1800, height: 1350 },
    {
      name: 'tall.png',
      bytes: await opaque(red, blue, 1200, 20_000).png().toBuffer(),
      ...moving,
      width: 983,
      height: 16_383,
    },
    {
      name: 'wide.png',
      bytes: await opaque(red, blue, 20_000, 50).png().toBuffer(),
      ...moving,
      width: 16_383,
      height: 41,
    },
    {
      name: 'slim.png',
      bytes: await opaque(red, blue, 16_383, 2).png().toBuffer(),
      ...moving,
      width: 16_383,
      height: 2,
    },
    {
      name: 'dot.png',
      bytes: await opaque(red, red, 1, 1).png().toBuffer(),
      left: red,
      right: red,
      width: 1,
      height: 1,
    },
    {
      name: 'mirrored.jpg',
      bytes: await opaque(blue, red).jpeg({ quality: 95 }).withMetadata({ orientation: 2 }).toBuffer(),
      ...moving,
    },
    { name: 'deep-opaque.png', bytes: await opaque(red, blue).toColourspace('rgb16').png().toBuffer(), ...moving },
    {
      name: 'wide-gamut.jpg',
      bytes: await opaque(red, blue).withIccProfile('p3').jpeg({ quality: 95 }).toBuffer(),
      ...moving,
    },
    {
      name: 'print.jpg',
      // Colours that can be printed, though not exactly.
      bytes: await opaque(brick, moss).toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 95 }).toBuffer(),
      left: brick,
      right: moss,
      within: 30,
    },
  ];
}
