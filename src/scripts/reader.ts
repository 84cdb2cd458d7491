import { display } from './display.ts';
import { keys } from './keys.ts';
import { listen } from './listen.ts';
import { position } from './position.ts';
import { prefetch } from './prefetch.ts';
import { times } from './times.ts';

/** In their order on the page; each finds its own places, and one that fails leaves the others whole. */
for (const enhance of [times, display, listen, position, keys, prefetch]) {
  try {
    enhance();
  } catch (error) {
    reportError(error);
  }
}
