import type { ImageMetadata } from 'astro';
import { getImage } from 'astro:assets';
import { root } from 'astro:config/server';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { importedImage } from '../../astro/internals.ts';
import { paper } from '../../styles/colours.ts';
import type { PictureFile } from '../../views/story.ts';

/**
 * What is seen through a transparent picture, in every theme: ink that was drawn on white is lost on anything else. Screens show AVIF and
 * WebP, on the paper of styles/tokens.css; JPEG is for what is white, paper and other programs.
 */
const grounds = { avif: paper.light, webp: paper.light, jpeg: '#ffffff' };

type Wanted = { format: keyof typeof grounds } & Omit<Parameters<typeof getImage>[0], 'src' | 'format' | 'background'>;

/** Files of a picture in one format. Each width that is asked for becomes a file. */
export function encoded(file: PictureFile, wanted: Wanted): ReturnType<typeof getImage> {
  const background = file.transparent ? grounds[wanted.format] : undefined;
  return getImage({ ...wanted, src: imageOf(file), background });
}

/**
 * A picture file as astro:assets takes it. Pictures do not pass through the bundler: an archive has tens of thousands,
 * a build shows a few. The press lays the originals out for the pages that are rendered.
 */
function imageOf({ path: file, still, width, height, format: filed, hash }: PictureFile): ImageMetadata {
  const original = path.join(fileURLToPath(root), still ?? file);
  const address = `/_astro/${path.parse(file).name.replace(/[^\w-]+/g, '-')}.${hash}${path.extname(original)}`;
  return importedImage(address, { file: original, width, height, format: still ? 'png' : filed });
}
