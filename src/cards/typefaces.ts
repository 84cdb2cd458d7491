/** How the words of a card are set. */
export type Style = 'headline' | 'label' | 'note';

interface Manner {
  serif: readonly string[];
  sans: readonly string[];
  /** Of a headline, in ems; and how wide a letter of it is about. */
  leading: number;
  letter: number;
  /** Ems between the letters of a headline; none where letters join or fill squares. */
  tracking?: number;
}

// The first names are the paper's own faces; the cuts have family names of their own.
const own = { headline: 'Broadsheet Serif SemiBold', label: 'Broadsheet Sans SemiBold', note: 'Broadsheet Sans' };
const latin: Manner = { serif: [], sans: [], leading: 1.12, letter: 0.44, tracking: -0.012 };

// As in styles/tokens.css.
const manners: Record<string, Manner> = {
  ar: {
    serif: ['Noto Naskh Arabic', 'Geeza Pro', 'Times New Roman'],
    sans: ['Noto Sans Arabic', 'Geeza Pro', 'Arial'],
    leading: 1.45,
    letter: 0.42,
  },
  he: {
    serif: ['Noto Serif Hebrew', 'New Peninim MT', 'Times New Roman'],
    sans: ['Noto Sans Hebrew', 'Arial Hebrew', 'Arial'],
    leading: 1.25,
    letter: 0.5,
  },
  hi: {
    serif: ['Noto Serif Devanagari', 'Devanagari MT', 'Nirmala UI'],
    sans: ['Noto Sans Devanagari', 'Devanagari MT', 'Nirmala UI'],
    leading: 1.4,
    letter: 0.48,
  },
  ja: eastAsian(['Noto Serif CJK JP', 'Hiragino Mincho ProN', 'Yu Mincho'], ['Noto Sans CJK JP', 'Hiragino Sans']),
  ko: eastAsian(['Noto Serif CJK KR', 'Nanum Myeongjo', 'Batang'], ['Noto Sans CJK KR', 'Apple SD Gothic Neo']),
  zh: eastAsian(['Noto Serif CJK SC', 'Songti SC', 'SimSun'], ['Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei']),
  'zh-hant': eastAsian(['Noto Serif CJK TC', 'Songti TC', 'PMingLiU'], ['Noto Sans CJK TC', 'PingFang TC']),
};
const alike: Record<string, string> = { fa: 'ar', ur: 'ar', 'zh-tw': 'zh-hant', 'zh-hk': 'zh-hant' };

function eastAsian(serif: readonly string[], sans: readonly string[]): Manner {
  return { serif, sans, leading: 1.32, letter: 1 };
}

/** The manner of a language, that of Latin script where it has none here. */
export function mannerOf(language: string): Manner {
  const tag = language.toLowerCase();
  const [base = '', next = ''] = tag.split('-');
  const named = (name: string) => manners[alike[name] ?? name];
  return named(`${base}-${next}`) ?? named(base) ?? latin;
}

/**
 * A font as Pango takes it, without its size. Of a language with faces of its own these come first; what they lack
 * comes from the paper's. Only a face that has no cut of its own weight is asked for a bold one.
 */
export function fontOf(style: Style, language: string): string {
  const { serif, sans } = mannerOf(language);
  const families = [
    ...(style === 'headline' ? serif : sans),
    own[style],
    style === 'headline' ? 'Noto Serif' : 'Noto Sans',
  ];
  return `${families.join(',')},${style === 'note' ? '' : ' Bold'}`;
}
