import type { Language } from './language.ts';

export const khmer: Language = {
  tag: 'km',
  unspaced: true,
  pace: { letters: 900 },
};
