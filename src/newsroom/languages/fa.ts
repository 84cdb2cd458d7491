import { arabicScript } from './ar.ts';
import type { Language } from './language.ts';

export const persian: Language = {
  tag: 'fa',
  comma: '، ',
  pace: { words: 190 },
  script: arabicScript,
};
