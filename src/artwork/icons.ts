/**
 * Makes the icons of the web app from `public/favicon.svg`, in its light colours.
 * Run from the project's root: `node src/artwork/icons.ts`
 */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

const paper = '#faf6ee';
const drawing = await readFile('public/favicon.svg');

await print({ size: 192, share: 1 }, 'public/icons/192.png');
await print({ size: 512, share: 1 }, 'public/icons/512.png');
// What is cut to a circle keeps the inner four fifths.
await print({ size: 512, share: 0.72 }, 'public/icons/maskable.png');
// Systems of Apple look for it under this name at the root of a site.
await print({ size: 180, share: 0.88 }, 'public/apple-touch-icon.png');

/** Rasterises the drawing on its paper; `share` is how much of the width it takes. */
async function print({ size, share }: { size: number; share: number }, file: string): Promise<void> {
  const inner = Math.round(size * share);
  const before = Math.floor((size - inner) / 2);
  await sharp(drawing, { density: 72 * (inner / 64) * 2 })
    .resize(inner, inner, { kernel: 'mitchell' })
    .extend({
      top: before,
      left: before,
      bottom: size - inner - before,
      right: size - inner - before,
      background: paper,
    })
    .flatten({ background: paper })
    .png({ palette: true, colours: 32, dither: 0, compressionLevel: 9, effort: 10 })
    .toFile(file);
}
