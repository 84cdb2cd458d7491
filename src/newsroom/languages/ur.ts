import { arabicScript } from './ar.ts';
import type { Language } from './language.ts';

export const urdu: Language = {
  tag: 'ur',
  comma: '، ',
  script: arabicScript,
};
