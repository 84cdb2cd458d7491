import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { ownFaces } from '../cards/own-faces.ts';

ownFaces();

/** Pixels: what the widest place for a picture asks for, and what a picture may be high. */
const most = { width: 1800, height: 16_383, pixels: 30_000_000 };

// `node src/filing/draw.ts`: reads SVG, writes PNG.
const svg = await buffer(process.stdin);
const { width, height } = await sharp(svg, { limitInputPixels: false }).metadata();
const scale = Math.min(most.width / width, most.height / height, Math.sqrt(most.pixels / (width * height)));
const png = sharp(svg, { density: Math.min(Math.max(72 * scale, 1), 100_000), limitInputPixels: false })
  .resize({
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    fit: 'fill',
  })
  .png({ compressionLevel: 1 });
process.stdout.write(await png.toBuffer());
