import { wholeWords, type Custom } from '../typography/customs.ts';
import type { Language } from './language.ts';

const typography: Custom = {
  quotes: ['«»', '“”', '‘’'],
  dash: 'spaced',
  headless: 'ndrangheta|ndranghetist[aie]|ndrin[ae]|sto|sta|sti|ste|na|nu|nfame|o|a|e|u|l',
  // Accents are typed as apostrophes too: "perche'", "citta'".
  tailless: `${wholeWords('po|mo|be|va|fa|da|di|sta|to|te|ve|a|e|de|ne|co|pe|su|ca|fe|pie|vo|so|mi|piu|gia|puo|cosi')}|che|ta|ra`,
  ordinal: '[º°]',
  months: 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre',
  measures: 'euro|mila|milioni|miliardi|milione|miliardo',
  references: 'pagg?\\.|pp?\\.|[Nn]\\.|art\\.|vol\\.|fig\\.|cap\\.',
  titles: 'Sig\\.|Sig\\.ra|sig\\.|sig\\.ra|Dott\\.|dott\\.|Prof\\.|prof\\.|On\\.|on\\.|Mons\\.|mons\\.',
};

export const italian: Language = {
  tag: 'it',
  typography,
  sentences: { abbreviations: 'Sig Dott' },
};
