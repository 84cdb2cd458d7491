import { enlargePictures } from './enlarge.ts';
import { offlineCopies } from './offline.ts';
import { saveButton } from './save-button.ts';
import { savedList } from './saved-list.ts';

saveButton();
savedList();
enlargePictures();
// No page without a film pays for it.
if (document.querySelector('[data-film]')) void import('./film.ts').then(({ films }) => films());
offlineCopies();
