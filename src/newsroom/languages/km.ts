import type { Language } from './language.ts';

export const khmer: Language = {
  tag: 'km',
  pace: { letters: 900 },
};
