import type { Language } from './language.ts';

export const vietnamese: Language = {
  tag: 'vi',
  script: {
    serif: ['Noto Serif', 'Georgia'],
    sans: ['Noto Sans', 'Arial'],
    leading: 1.6,
    headline: { leading: 1.25, letter: 0.46 },
    emphasis: 'italics',
    latin: true,
  },
  pace: { words: 220 },
};
