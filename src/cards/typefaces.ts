import { languageOf } from '../newsroom/languages.ts';

/** How the words of a card are set. */
export type Style = 'headline' | 'label' | 'note';

// The paper's own faces; the cuts have family names of their own.
const own = { headline: 'Broadsheet Serif SemiBold', label: 'Broadsheet Sans SemiBold', note: 'Broadsheet Sans' };

/** Of a headline, in ems: its leading, how wide a letter is about, and the space between two; none where letters join or fill squares. */
export function mannerOf(language: string): { leading: number; letter: number; tracking: number } {
  const { script } = languageOf(language);
  return script ? { ...script.headline, tracking: 0 } : { leading: 1.12, letter: 0.44, tracking: -0.012 };
}

/**
 * A font as Pango takes it, without its size. Of a language with faces of its own these come first, those that are the same on
 * every machine before those of systems; what they lack comes from the paper's. Only a face that has no cut of its own weight is
 * asked for a bold one.
 */
export function fontOf(style: Style, language: string): string {
  const { script } = languageOf(language);
  const faces = (style === 'headline' ? script?.serif : script?.sans) ?? [];
  const isFree = (face: string) => face.startsWith('Noto');
  const families = [
    ...faces.filter(isFree),
    ...faces.filter((face) => !isFree(face) && !/^(Broadsheet|system-ui)/.test(face)),
    own[style],
    style === 'headline' ? 'Noto Serif' : 'Noto Sans',
  ];
  return `${families.join(',')},${style === 'note' ? '' : ' Bold'}`;
}
