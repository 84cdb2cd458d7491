import type { Setting, Typography } from './setting.ts';

export const noBreak = '\u00A0';
export const narrow = '\u202F';

// Latin letters by range: a property escape here would cost more than all the rest.
export const letter = 'A-Za-zÀ-ÖØ-öø-ž';
export const capital = 'A-ZÀ-ÖØ-ÞČŁŚŠŽŻ';

/** What a language's printers do. */
export interface Custom {
  /** Opening and closing mark by level; a straight " asks for the first level, a straight ' for the second. */
  quotes: string[];
  /** Whether dashes and spaces stay as they are typed, and six dots are two ellipses. */
  marksOnly?: boolean;
  /** What "word--word" becomes: a dash between spaces, or an em dash without; where it is not told, an en dash without. */
  dash?: Typography['dashes'];
  /** Whether a dash, not a hyphen, stands in "1914–18" and "$5–$10". */
  dashedRange?: boolean;
  /** Whether "--Hola" is a dash that opens speech, not an option of a command. */
  dashedSpeech?: boolean;
  /** Space inside « ». */
  guillemetSpace?: string;
  /** Marks that take a space before them, and the space. */
  spacedMarks?: [marks: string, space: string];
  /** Space between groups of three digits, where the language groups them with spaces. */
  groupSpace?: string;
  /** Words whose first letters are dropped, without their apostrophe. */
  headless?: string;
  /** What stands before an apostrophe at the end of a word, beside the s, x or z of a possessive: dropped endings. */
  tailless?: string;
  /** What may stand between the figure of a day and the space before its month. */
  ordinal?: string;
  /** Months as they follow the day. */
  months?: string;
  /** Times of day that are words. */
  hours?: string;
  /** Words that follow a figure without a break, beside the international units. */
  measures?: string;
  /** Abbreviations that a figure follows without a break. */
  references?: string;
  /** Titles that a name follows without a break. */
  titles?: string;
}

const english: Custom = {
  quotes: ['“”', '‘’'],
  dash: 'spaced',
  dashedRange: true,
  headless:
    "tis|tisn't|twas|twasn't|twere|twill|twould|till?|em|n|s|cause|cos|coz|cuz|bout|round|roun|neath|gainst|tween|mongst|midst|" +
    'fraid|nother|nuff|scuse|spose|sup|ere|ello|im|nam|hood|e|er|appen|ow|ouse|ave|alf|ome|undred|burbs|tude|kay|stache|copter|shroom',
  tailless: `[cC]e|[iI][nN]|${word("o|mo|fo|yo|po|wi|th|y|i|a|an|ol|lil|li'l|wha|tha|jus|mus|las|hol|tol|col|han|stan|roun|soun|aroun")}`,
  hours: 'noon|midday|midnight',
  ordinal: 'st|nd|rd|th',
  months: 'January|February|March|April|May|June|July|August|September|October|November|December',
  measures: 'ft|lbs?|oz|mph|am|pm|a\\.m\\.|p\\.m\\.|bn|million|billion|trillion|per cent|percent',
  references: 'pp?\\.|Nos?\\.|nos?\\.|vols?\\.|Vols?\\.|[Ff]igs?\\.|ch\\.',
  titles:
    'Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?|Prof\\.?|Sir|Dame|Lord|Lady|Gen\\.|Sen\\.|Rep\\.|Gov\\.|Rev\\.|Capt\\.|Lt\\.|Sgt\\.',
};

const german: Custom = {
  quotes: ['„“', '‚‘'],
  dash: 'spaced',
  dashedRange: true,
  headless: 's|n|m|ne|nen|nem|ner|nes|ran|rum|raus|rauf|rein|rüber|runter|nauf|naus|nunter|türlich|tschuldigung',
  // In "ich hab' keine" an e is dropped, after whatever consonant.
  tailless: "ß|[bdfghklmnprt](?=' \\p{L})",
  hours: 'Mittag|Mitternacht',
  ordinal: '\\.',
  months: 'Jänner|Januar|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember',
  measures: 'Mio\\.|Mrd\\.|Millionen|Milliarden|Euro|Franken|Prozent|Uhr|h',
  references: 'S\\.|Nr\\.|Nrn\\.|Bd\\.|Abb\\.|Abs\\.|Art\\.|Kap\\.',
  titles: 'Herrn?|Frau|Dr\\.|Prof\\.',
};

const french: Custom = {
  quotes: ['«»', '“”', '‘’'],
  dash: 'spaced',
  guillemetSpace: noBreak,
  spacedMarks: [':;!?', narrow],
  groupSpace: narrow,
  headless: 'tain|scuse|spèce|pis|vec|tit|tite',
  ordinal: 'er',
  months: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  measures: 'h|min|euros?|millions?|milliards?|francs?',
  references: 'pp?\\.|[Nn][o°º]s?|art\\.|vol\\.|fig\\.|chap\\.|t\\.',
  titles: 'M\\.|MM\\.|Mme|Mmes|Mlle|Mlles|Dr|Me|Mgr',
};

const spanish: Custom = {
  quotes: ['«»', '“”', '‘’'],
  dashedSpeech: true,
  headless: 'ta|tá|toy|amos|ora',
  tailless: word('pa|na|to|ca|mu'),
  months: 'de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)',
  measures: 'h|euros?|mil|millón|millones|pesos?',
  references: 'págs?\\.|pp?\\.|[Nn]\\.?[ºo°]|[Nn]úm\\.|art\\.|vol\\.|fig\\.|cap\\.',
  titles: 'Sr\\.|Sra\\.|Srta\\.|Dr\\.|Dra\\.|D\\.|D\\.ª',
};

const italian: Custom = {
  quotes: ['«»', '“”', '‘’'],
  dash: 'spaced',
  headless: 'ndrangheta|ndranghetist[aie]|ndrin[ae]|sto|sta|sti|ste|na|nu|nfame|o|a|e|u|l',
  // Accents are typed as apostrophes too: "perche'", "citta'".
  tailless: `${word('po|mo|be|va|fa|da|di|sta|to|te|ve|a|e|de|ne|co|pe|su|ca|fe|pie|vo|so|mi|piu|gia|puo|cosi')}|che|ta|ra`,
  ordinal: '[º°]',
  months: 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre',
  measures: 'euro|mila|milioni|miliardi|milione|miliardo',
  references: 'pagg?\\.|pp?\\.|[Nn]\\.|art\\.|vol\\.|fig\\.|cap\\.',
  titles: 'Sig\\.|Sig\\.ra|sig\\.|sig\\.ra|Dott\\.|dott\\.|Prof\\.|prof\\.|On\\.|on\\.|Mons\\.|mons\\.',
};

const dutch: Custom = {
  quotes: ['“”', '‘’'],
  dash: 'spaced',
  headless: '[stnkmr]|ns|em|ie|er|es',
  months: 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december',
  measures: 'euro|miljoen|miljard|procent|uur',
  references: 'pp?\\.|blz\\.|[Nn]rs?\\.|art\\.|fig\\.',
  titles: '[Dd]hr\\.|[Mm]evr\\.|[Mm]r\\.|[Dd]r\\.|[Pp]rof\\.',
};

const portuguese: Custom = {
  quotes: ['“”', '‘’'],
  dash: 'spaced',
  headless: 'tá|tava|bora|cê|pera',
  ordinal: '[ºo°]',
  months: 'de (?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)',
  measures: 'h|euros?|reais|mil|milhão|milhões|bilhão|bilhões',
  references: 'págs?\\.|pp?\\.|[Nn]\\.?[ºo°]|art\\.|vol\\.|fig\\.|cap\\.',
  titles: 'Sr\\.|Sra\\.|Dr\\.|Dra\\.|D\\.',
};

const simplifiedChinese: Custom = { quotes: ['“”', '‘’'], marksOnly: true };
const traditionalChinese: Custom = { quotes: ['「」', '『』'], marksOnly: true };

/** A pattern of whole words at the end of a text. */
function word(words: string): string {
  return `(?<![\\p{L}\\p{N}'’])(?:${words})`;
}

/**
 * Customs by language, and by language and script or region where that has its own; a language without an entry gets its ellipsis
 * and nothing else. Quotation marks are those of the Unicode CLDR's delimiters, but Dutch has the double mark first, as its
 * newspapers do, and French and Spanish have the inner levels of the Imprimerie nationale and of the Real Academia Española;
 * those of fr-CA are the Office québécois's. Spaces and dashes follow the Imprimerie nationale (Lexique des règles
 * typographiques), Duden and DIN 5008, and New Hart's Rules.
 */
const customs: Record<string, Custom> = {
  en: english,
  de: german,
  'de-CH': { ...german, quotes: ['«»', '‹›'] },
  'de-LI': { ...german, quotes: ['«»', '‹›'] },
  fr: french,
  'fr-CA': { ...french, guillemetSpace: noBreak, spacedMarks: [':', noBreak], groupSpace: noBreak },
  'fr-CH': { ...french, quotes: ['«»', '‹›'], guillemetSpace: narrow },
  es: spanish,
  'es-MX': { ...spanish, quotes: ['“”', '‘’'] },
  it: italian,
  nl: dutch,
  pt: portuguese,
  'pt-PT': { ...portuguese, quotes: ['«»', '“”', '‘’'] },
  ar: { quotes: ['”“', '’‘'] },
  he: { quotes: ['””', '’’'] },
  hi: { quotes: ['“”', '‘’'], dash: 'spaced' },
  ja: { quotes: ['「」', '『』'], marksOnly: true },
  ko: { quotes: ['“”', '‘’'], marksOnly: true },
  zh: simplifiedChinese,
  'zh-Hans': simplifiedChinese,
  'zh-Hant': traditionalChinese,
  'zh-HK': traditionalChinese,
  'zh-MO': traditionalChinese,
  'zh-TW': traditionalChinese,
};

/** The custom of a setting; `undefined` where the language has none. */
export function customOf({ language, typography }: Setting): Custom | undefined {
  const [primary = '', ...rest] = language.toLowerCase().split('-');
  const script = rest.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const region = rest.find((subtag) => /^(?:[a-z]{2}|\d{3})$/.test(subtag));
  const custom =
    customs[`${primary}-${script?.replace(/^./, (first) => first.toUpperCase())}`] ??
    customs[`${primary}-${region?.toUpperCase()}`] ??
    customs[primary];
  return custom && typography?.dashes ? { ...custom, dash: typography.dashes } : custom;
}

export const units =
  '[%‰€$£¥]|[°º][CF]?|[kcmµ]?m[²³]?|km/h|m/s|[kmµ]?g|[kMGT]?t|[cmhd]?l|ha|[kMGT]?Hz|[kMGT]?Wh?|[kMGT]B|EUR|USD|GBP|CHF';
