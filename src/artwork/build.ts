/**
 * Draws the edition's own pictures beside their articles, and the emblems of its desks.
 * Run from the project's root: `node src/artwork/build.ts`
 */
import { mkdir } from 'node:fs/promises';
import sharp from 'sharp';
import { composingStick, pen } from './emblems.ts';
import { hotel } from './hotel.ts';
import { kaesong } from './kaesong.ts';
import { letterer } from './lettering.ts';
import { map } from './map.ts';
import { podium } from './podium.ts';

const edition = 'content/articles/2019/03/01';
const lead = `${edition}/trump-kim-talks-break-down-after-dispute-over-sanctions`;
const economy = `${edition}/s-koreas-economic-cooperation-plans-with-north-hit-a-snag`;

await print(hotel(), `${lead}/hotel.png`);
await print(await map(), `${lead}/map.png`);
await print(podium(), `${lead}/podium.png`);
await print(kaesong(), `${economy}/kaesong.png`);
await print(pen(), 'content/contributors/graphics.png');
await print(composingStick(await letterer(600)), 'content/contributors/newsdesk.png');

/** Rasterises a drawing at twice its size, so that fine cuts stay clean, and saves it at its size in few inks. */
async function print(svg: string, file: string): Promise<void> {
  const { width, height } = await sharp(Buffer.from(svg)).metadata();
  const large = await sharp(Buffer.from(svg), { density: 144 }).png({ compressionLevel: 1 }).toBuffer();
  await mkdir(file.slice(0, file.lastIndexOf('/')), { recursive: true });
  const { size } = await sharp(large)
    .resize(width, height, { kernel: 'mitchell' })
    .flatten({ background: '#faf6ee' })
    .png({ palette: true, colours: 16, dither: 0, compressionLevel: 9, effort: 10 })
    .toFile(file);
  console.log(`${file} ${width} × ${height}, ${Math.round(size / 1000)} kB`);
}
