import type { Language } from './language.ts';

export const lao: Language = {
  tag: 'lo',
  unspaced: true,
  pace: { letters: 900 },
};
