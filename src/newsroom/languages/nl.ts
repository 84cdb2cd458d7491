import type { Custom } from '../typography/customs.ts';
import type { Language } from './language.ts';

const typography: Custom = {
  quotes: ['“”', '‘’'],
  dash: 'spaced',
  headless: '[stnkmr]|ns|em|ie|er|es',
  months: 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december',
  measures: 'euro|miljoen|miljard|procent|uur',
  references: 'pp?\\.|blz\\.|[Nn]rs?\\.|art\\.|fig\\.',
  titles: '[Dd]hr\\.|[Mm]evr\\.|[Mm]r\\.|[Dd]r\\.|[Pp]rof\\.',
};

export const dutch: Language = {
  tag: 'nl',
  compounds: true,
  typography,
};
