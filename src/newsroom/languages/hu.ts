import type { Language } from './language.ts';

export const hungarian: Language = {
  tag: 'hu',
  pace: { words: 190 },
};
