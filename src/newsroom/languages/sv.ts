import type { Language } from './language.ts';

export const swedish: Language = {
  tag: 'sv',
  compounds: true,
  pace: { words: 200 },
};
