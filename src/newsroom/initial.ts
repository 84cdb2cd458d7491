/** Words that a name may begin with and is not known by, in small letters, by the first subtag of a language. */
const articles: Record<string, readonly string[]> = {
  en: ['the', 'a', 'an'],
  de: ['der', 'die', 'das'],
  fr: ['le', 'la', 'les'],
  es: ['el', 'la', 'los', 'las'],
};

/** The letter that stands for a name where there is room for one alone: "B" of "The Broadsheet", "ص" of "الصباح". */
export function initialOf(name: string, language: string): string {
  const [tag = ''] = language.toLowerCase().split('-');
  const words = name.trim().split(/\s+/);
  const known = words.length > 1 && articles[tag]?.includes((words[0] ?? '').toLowerCase()) ? words.slice(1) : words;
  const bare = known.join(' ').replace(tag === 'ar' ? /^ال(?=\p{L}{2})/u : tag === 'fr' ? /^l['’]/i : /^$/, '');
  // To make a segmenter takes longer than all else of it.
  const plain = /^[ -~]*?([a-z\d])(?:[ -~]|$)/i.exec(bare)?.[1];
  if (plain) return plain.toLocaleUpperCase(language);
  for (const { segment } of new Intl.Segmenter(language).segment(bare))
    if (/[\p{L}\p{N}]/u.test(segment)) return segment.toLocaleUpperCase(language);
  return '';
}
