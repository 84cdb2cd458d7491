import { enlargePictures } from './enlarge.ts';
import { offlineCopies } from './offline.ts';
import { saveButton } from './save-button.ts';
import { savedList } from './saved-list.ts';

saveButton();
savedList();
enlargePictures();
offlineCopies();
