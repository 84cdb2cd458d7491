import { roles, type Article } from './article.ts';
import { wordsOf } from './words.ts';

/** Who made an article, a line for each role in the order of roles, then the agencies: "By A, B and C". */
export function bylineLines({
  contributors,
  agencies,
  language,
}: Pick<Article, 'contributors' | 'agencies' | 'language'>): string[] {
  const words = wordsOf(language);
  const lines = roles.flatMap((role) => {
    const names = contributors.filter((each) => each.role === role).map((each) => each.contributor.name);
    return names.length > 0 ? [words.credits[role](joined(names, language))] : [];
  });
  return agencies.length > 0 ? [...lines, words.withAgencies(joined(agencies, language))] : lines;
}

const formats = new Map<string, Intl.ListFormat>();

function joined(names: string[], language: string): string {
  const format = formats.get(language) ?? new Intl.ListFormat(language, { type: 'conjunction' });
  formats.set(language, format);
  return format.format(names);
}
