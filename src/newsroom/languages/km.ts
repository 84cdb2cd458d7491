import type { Language } from './language.ts';

export const khmer: Language = {
  tag: 'km',
  unspaced: true,
  script: {
    serif: ['Noto Serif Khmer', 'Khmer MN', 'Leelawadee UI'],
    sans: ['Noto Sans Khmer', 'Khmer MN', 'Leelawadee UI'],
    leading: 1.9,
    headline: { leading: 1.7, letter: 0.6 },
    emphasis: 'weight',
  },
  pace: { letters: 900 },
};
