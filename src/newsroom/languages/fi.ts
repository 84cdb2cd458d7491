import type { Language } from './language.ts';

export const finnish: Language = {
  tag: 'fi',
  pace: { words: 170 },
};
