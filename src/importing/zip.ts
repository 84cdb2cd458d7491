import { unzipSync } from 'fflate';

const mostOfOne = 60 * 1024 * 1024;
const mostOfAll = 400 * 1024 * 1024;

/**
 * The files of an archive that are wanted, by their names. One that unfolds to more than it should is left out by what it says of itself, and no
 * more is unfolded than that.
 * @throws Error where it is no archive, or where all together are too large
 */
export function filesInZip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  let sum = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize, size }) => {
      if (!wanted(name) || name.endsWith('/') || name.split('/').includes('..') || name.startsWith('/')) return false;
      // A thousand to one is more than any text or picture gives.
      if (originalSize > mostOfOne || originalSize > 1_000_000 + size * 200) return false;
      sum += originalSize;
      if (sum > mostOfAll) throw new Error('it unfolds to more than 400 MB');
      return true;
    },
  });
  return new Map(Object.entries(files));
}

export function textOfFile(bytes: Uint8Array | undefined): string {
  return bytes ? new TextDecoder().decode(bytes).replace(/^\uFEFF/, '') : '';
}
