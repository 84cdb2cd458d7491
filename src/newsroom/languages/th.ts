import type { Language } from './language.ts';

export const thai: Language = {
  tag: 'th',
  pace: { letters: 900 },
};
