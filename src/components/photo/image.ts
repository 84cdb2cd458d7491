import type { ImageMetadata } from 'astro';
import { root } from 'astro:config/server';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PictureFile } from '../../views/story.ts';

/**
 * A picture file as astro:assets takes it. Pictures do not pass through the bundler: an archive has tens of thousands,
 * a build shows a few. The press lays the originals out for the pages that are rendered.
 */
export function imageOf({ path: file, width, height, format, hash }: PictureFile): ImageMetadata {
  const fsPath = path.join(fileURLToPath(root), file);
  const { name, ext } = path.parse(file);
  const src = import.meta.env.DEV
    ? `/@fs${fsPath}?${new URLSearchParams({ origWidth: String(width), origHeight: String(height), origFormat: format }).toString()}`
    : `/_astro/${name.replace(/[^\w-]+/g, '-')}.${hash}${ext}`;
  const image = { src, width, height, format: format as ImageMetadata['format'] };
  // Kept out of sight, as astro:assets keeps it: it is not part of what a transform depends on.
  Object.defineProperty(image, 'fsPath', { enumerable: false, value: fsPath });
  return image as ImageMetadata;
}
