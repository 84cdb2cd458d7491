import type { Language } from './language.ts';

export const lao: Language = {
  tag: 'lo',
  pace: { letters: 900 },
};
