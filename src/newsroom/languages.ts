import { arabic } from './languages/ar.ts';
import { burmese } from './languages/my.ts';
import { chinese } from './languages/zh.ts';
import { dutch } from './languages/nl.ts';
import { english } from './languages/en.ts';
import { finnish } from './languages/fi.ts';
import { french } from './languages/fr.ts';
import { german } from './languages/de.ts';
import { hebrew } from './languages/he.ts';
import { hindi } from './languages/hi.ts';
import { hungarian } from './languages/hu.ts';
import { italian } from './languages/it.ts';
import { japanese } from './languages/ja.ts';
import { khmer } from './languages/km.ts';
import { korean } from './languages/ko.ts';
import { lao } from './languages/lo.ts';
import { persian } from './languages/fa.ts';
import { portuguese } from './languages/pt.ts';
import { spanish } from './languages/es.ts';
import { swedish } from './languages/sv.ts';
import { thai } from './languages/th.ts';
import { turkish } from './languages/tr.ts';
import { urdu } from './languages/ur.ts';
import { vietnamese } from './languages/vi.ts';
import type { Language, Variant } from './languages/language.ts';

/** All languages of which something is known, each in a file of its own. */
export const languages: readonly Language[] = [
  english,
  german,
  french,
  spanish,
  italian,
  dutch,
  portuguese,
  finnish,
  hungarian,
  swedish,
  turkish,
  arabic,
  persian,
  urdu,
  hebrew,
  hindi,
  japanese,
  korean,
  chinese,
  khmer,
  lao,
  burmese,
  thai,
  vietnamese,
];

const byTag = new Map(languages.map((language) => [language.tag, language]));
const known = new Map<string, Omit<Language, 'tag'>>();

/** What is known of a language (BCP 47) with what its script or else its region has otherwise; nothing of one that is not here. */
export function languageOf(tag: string): Omit<Language, 'tag'> {
  const language = known.get(tag) ?? newLanguage(tag);
  known.set(tag, language);
  return language;
}

function newLanguage(tag: string): Omit<Language, 'tag'> {
  const [primary = '', ...rest] = tag
    .toLowerCase()
    .replace(/-[a-z]-.*/, '')
    .split('-');
  const language = byTag.get(primary) ?? {};
  const script = rest.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const region = rest.find((subtag) => /^(?:[a-z]{2}|\d{3})$/.test(subtag));
  return { ...language, ...(variantOf(language, script) ?? variantOf(language, region)) };
}

function variantOf({ variants }: Omit<Language, 'tag'>, subtag = ''): Variant | undefined {
  return Object.entries(variants ?? {}).find(([name]) => name.toLowerCase() === subtag)?.[1];
}

/** Whether a text is set in the paper's own faces, be it for what those of its script lack; else in faces of the reader's system. */
export function isInOwnFaces(language: string): boolean {
  const { script } = languageOf(language);
  return !script || script.serif.some((face) => face.startsWith('Broadsheet'));
}
