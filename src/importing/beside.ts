import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { webAddress } from './tidy.ts';

/** A picture that lies in the folder of the file that names it, or below; `undefined` where there is none. */
export function pictureBeside(file: string | undefined, src: string): Uint8Array | undefined {
  if (!file || webAddress(src) || /^[a-z]+:|\0/i.test(src)) return undefined;
  const home = path.dirname(file);
  try {
    const place = path.resolve(home, decodeURIComponent(src.replace(/[?#].*$/, '')));
    if (!existsSync(place) || !realpathSync(place).startsWith(realpathSync(home) + path.sep)) return undefined;
    return readFileSync(place);
  } catch {
    return undefined;
  }
}
