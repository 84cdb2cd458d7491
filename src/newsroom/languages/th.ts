import type { Language } from './language.ts';

export const thai: Language = {
  tag: 'th',
  unspaced: true,
  pace: { letters: 900 },
};
