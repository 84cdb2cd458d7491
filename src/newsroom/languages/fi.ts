import type { Language } from './language.ts';

export const finnish: Language = {
  tag: 'fi',
  compounds: true,
  pace: { words: 170 },
};
