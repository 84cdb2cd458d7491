import type { ImageMetadata } from 'astro';
import { getImage } from 'astro:assets';
import { root } from 'astro:config/server';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PictureFile } from '../../views/story.ts';

/**
 * What is seen through a transparent picture, in every theme: ink that was drawn on white is lost on anything else. Screens show AVIF and
 * WebP, on the paper of styles/tokens.css; JPEG is for what is white, paper and other programs.
 */
const grounds = { avif: '#fdfcf9', webp: '#fdfcf9', jpeg: '#ffffff' };

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
  const fsPath = path.join(fileURLToPath(root), still ?? file);
  const { name } = path.parse(file);
  const { ext } = path.parse(fsPath);
  const format = still ? 'png' : filed;
  const src = import.meta.env.DEV
    ? `/@fs${fsPath}?${new URLSearchParams({ origWidth: String(width), origHeight: String(height), origFormat: format }).toString()}`
    : `/_astro/${name.replace(/[^\w-]+/g, '-')}.${hash}${ext}`;
  const image = { src, width, height, format: format as ImageMetadata['format'] };
  // Kept out of sight, as astro:assets keeps it: it is not part of what a transform depends on.
  Object.defineProperty(image, 'fsPath', { enumerable: false, value: fsPath });
  return image;
}
