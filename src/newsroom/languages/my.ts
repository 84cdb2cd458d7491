import type { Language } from './language.ts';

export const burmese: Language = {
  tag: 'my',
  unspaced: true,
  pace: { letters: 900 },
};
