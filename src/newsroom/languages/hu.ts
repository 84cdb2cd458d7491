import type { Language } from './language.ts';

export const hungarian: Language = {
  tag: 'hu',
  compounds: true,
  pace: { words: 190 },
};
