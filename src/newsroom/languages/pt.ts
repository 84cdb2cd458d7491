import type { Custom } from '../typography/customs.ts';
import type { Language } from './language.ts';

const typography: Custom = {
  quotes: ['“”', '‘’'],
  dash: 'spaced',
  headless: 'tá|tava|bora|cê|pera',
  ordinal: '[ºo°]',
  months: 'de (?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)',
  measures: 'h|euros?|reais|mil|milhão|milhões|bilhão|bilhões',
  references: 'págs?\\.|pp?\\.|[Nn]\\.?[ºo°]|art\\.|vol\\.|fig\\.|cap\\.',
  titles: 'Sr\\.|Sra\\.|Dr\\.|Dra\\.|D\\.',
};

export const portuguese: Language = {
  tag: 'pt',
  typography,
  variants: { PT: { typography: { ...typography, quotes: ['«»', '“”', '‘’'] } } },
};
