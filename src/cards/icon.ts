import sharp from 'sharp';
import type { Lettering } from '../newsroom/card.ts';
import { lettered } from './lettering.ts';

/** What the pictures that stand for a paper show: the letter that it is known by, or a picture of its own, by its path. */
export type Icon = { initial: Lettering } | { picture: string };

// Browsers show them beside others, on light and on dark.
const light = { paper: '#faf6ee', ink: '#221d1a', line: '#7d1f23' };
const dark = { paper: '#221d1a', ink: '#faf6ee', line: '#d98a84' };

/** Names of the pictures in the site, their size in pixels, and how much of the width they use: what is cut to a circle keeps its middle. */
const sizes = {
  'icons/192.png': [192, 1],
  'icons/512.png': [512, 1],
  'icons/maskable.png': [512, 0.72],
  // Systems of Apple look for it under this name at the root of a site.
  'apple-touch-icon.png': [180, 0.88],
} as const;

/** The pictures that stand for a paper, by their names in the site. */
export async function iconFiles(icon: Icon): Promise<Record<string, Buffer>> {
  const drawing = await drawingOf(icon);
  const printed = Object.entries(sizes).map(async ([name, [size, share]]) => {
    const inner = Math.round(size * share);
    const bytes = await sharp({ create: { width: size, height: size, channels: 3, background: light.paper } })
      .composite([{ input: await sharp(drawing.whole).resize(inner, inner, { kernel: 'mitchell' }).png().toBuffer() }])
      .png({ palette: true, colours: 'picture' in icon ? 256 : 32, dither: 0, compressionLevel: 9, effort: 10 })
      .toBuffer();
    return [name, bytes] as const;
  });
  return { ...Object.fromEntries(await Promise.all(printed)), 'favicon.svg': Buffer.from(drawing.svg) };
}

/** A paper's name as it is drawn, large enough for the front page of a wide screen of two pixels to one. */
export function nameplateFile(drawing: string): Promise<Buffer> {
  return sharp(drawing, { density: 300 }).resize({ height: 208 }).png({ compressionLevel: 9, effort: 10 }).toBuffer();
}

interface Drawing {
  /** As a picture of the largest size. */
  whole: Buffer;
  svg: string;
}

const side = 512;
const square = { width: side, height: side };

async function drawingOf(icon: Icon): Promise<Drawing> {
  if ('picture' in icon) {
    const whole = await sharp(icon.picture, { density: 300 })
      .resize({ ...square, fit: 'contain', background: light.paper })
      .flatten({ background: light.paper })
      .png()
      .toBuffer();
    return { whole, svg: svgOf(`<image width="64" height="64" href="${await inside(whole, 128)}"/>`) };
  }
  const letter = await letterOf(icon.initial);
  const whole = await sharp({ create: { ...square, channels: 3, background: light.paper } })
    .composite([
      { input: await inked(letter, light.ink) },
      { input: { create: { width: 312, height: 24, channels: 3, background: light.line } }, left: 100, top: 456 },
    ])
    .png()
    .toBuffer();
  // The letter is drawn, since no face is the same everywhere; its colour is that of the reader's theme.
  const style =
    `.p{fill:${light.paper}}.i{fill:${light.ink}}.l{fill:${light.line}}` +
    `@media(prefers-color-scheme:dark){.p{fill:${dark.paper}}.i{fill:${dark.ink}}.l{fill:${dark.line}}}`;
  const mask = await inside(await inked(letter, '#ffffff'), 128);
  return {
    whole,
    svg: svgOf(
      `<style>${style}</style><mask id="m"><image width="64" height="64" href="${mask}"/></mask>` +
        '<path class="p" d="M0 0h64v64H0z"/><path class="i" mask="url(#m)" d="M0 0h64v64H0z"/><path class="l" d="M12.5 57h39v3h-39z"/>',
    ),
  };
}

/** How much of each pixel of the square is ink. */
async function letterOf(initial: Lettering): Promise<Buffer> {
  const space = { width: 400, height: 372 };
  const sizes = Array.from({ length: 60 }, (_, step) => 620 - step * 10);
  const block =
    initial.text && (await lettered(initial, { style: 'headline', colour: '#000000', sizes, ...space, centred: true }));
  const ink = Buffer.alloc(side * side);
  if (!block) return ink;
  const left = Math.round((side - block.width) / 2);
  const top = Math.round(46 + (space.height - block.height) / 2);
  for (let y = 0; y < block.height; y += 1)
    for (let x = 0; x < block.width; x += 1)
      ink[(top + y) * side + left + x] = block.data[(y * block.width + x) * 4 + 3] ?? 0;
  return ink;
}

/** A square of one colour where there is ink. */
function inked(ink: Buffer, colour: string): Promise<Buffer> {
  return sharp({ create: { ...square, channels: 3, background: colour } })
    .joinChannel(ink, { raw: { ...square, channels: 1 } })
    .png()
    .toBuffer();
}

async function inside(picture: Buffer, size: number): Promise<string> {
  const bytes = await sharp(picture)
    .resize(size, size)
    .png({ palette: true, compressionLevel: 9, effort: 10 })
    .toBuffer();
  return `data:image/png;base64,${bytes.toString('base64')}`;
}

function svgOf(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${content}</svg>\n`;
}
