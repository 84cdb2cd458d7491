import type { Language } from './language.ts';

export const turkish: Language = {
  tag: 'tr',
  pace: { words: 170 },
};
