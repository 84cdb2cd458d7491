import type { Language } from './language.ts';

export const thai: Language = {
  tag: 'th',
  unspaced: true,
  script: {
    serif: ['Noto Serif Thai', 'Thonburi', 'Leelawadee UI'],
    sans: ['Noto Sans Thai', 'Thonburi', 'Leelawadee UI'],
    leading: 1.7,
    headline: { leading: 1.5, letter: 0.5 },
    emphasis: 'weight',
  },
  pace: { letters: 900 },
};
