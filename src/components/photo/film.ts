import { root } from 'astro:config/server';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressOfFile, orders } from '../../astro/internals.ts';
import { hrefOf } from '../../newsroom/permalink.ts';
import type { PictureFile } from '../../views/story.ts';

/** The address of a film, or of its captions. The press lays the file out for the pages that are rendered. */
export function addressOfFilm({ path: file, hash }: PictureFile): string {
  const original = path.join(fileURLToPath(root), file);
  if (import.meta.env.DEV) return addressOfFile(original);
  const { name, ext } = path.parse(file);
  const place = `/_astro/${name.replace(/[^\w-]+/g, '-')}.${hash}${ext.toLowerCase()}`;
  orders().films.set(place, original);
  return hrefOf(place);
}
