import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isFile } from '../filing/files.ts';

/**
 * A picture of a site by this engine, where the file that names it lies in that site.
 * @param src its address, whole or from the root of the host
 * @param file that it is named in
 */
export function ownPicture(src: string, file: string | undefined): Uint8Array | undefined {
  const [, name] = /(\/_astro\/[^/?#]+)$/.exec(decoded(src)) ?? [];
  if (!file || !name) return undefined;
  for (let folder = path.dirname(file), up = 0; up < 12; folder = path.dirname(folder), up += 1) {
    const picture = path.join(folder, name);
    if (isFile(picture))
      return path.basename(path.dirname(realpathSync(picture))) === '_astro' ? readFileSync(picture) : undefined;
  }
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
