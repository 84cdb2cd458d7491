import { display } from './display.ts';
import { enlargePictures } from './enlarge.ts';
import { furnish } from './furnish.ts';
import { keys } from './keys.ts';
import { listen } from './listen.ts';
import { offlineCopies } from './offline.ts';
import { policy } from './policy.ts';
import { position } from './position.ts';
import { prefetch } from './prefetch.ts';
import { print } from './print.ts';
import { saveButton } from './save-button.ts';
import { savedList } from './saved-list.ts';
import { share } from './share.ts';
import { times } from './times.ts';

/** A page without a film of its own pays nothing for it. */
function films(): void {
  if (document.querySelector('[data-film]'))
    import('./film.ts').then(
      (module) => module.films(),
      () => undefined,
    );
}

/** What they need first, then in their order on the page; each finds its own places, and one that fails leaves the others whole. */
for (const enhance of [
  furnish,
  times,
  display,
  saveButton,
  savedList,
  listen,
  share,
  print,
  enlargePictures,
  films,
  position,
  keys,
  prefetch,
  policy,
  offlineCopies,
]) {
  try {
    enhance();
  } catch (error) {
    reportError(error);
  }
}
