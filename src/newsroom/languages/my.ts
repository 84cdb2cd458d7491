import type { Language } from './language.ts';

export const burmese: Language = {
  tag: 'my',
  pace: { letters: 900 },
};
