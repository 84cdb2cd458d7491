import type { Article } from './article.ts';
import { roles } from './kinds.ts';
import { typesetText } from './typography.ts';
import { wordsOf } from './words.ts';

/** A stretch of a byline: plain words, or the name of somebody who has a page. */
export interface BylinePart {
  text: string;
  /** Id of the contributor. */
  contributor?: string;
}

/** Who made an article, a line for each role in the order of roles, then the agencies: "By A, B and C". */
export function bylineLines({
  contributors,
  agencies,
  language,
  typography,
}: Pick<Article, 'contributors' | 'agencies' | 'language' | 'typography'>): BylinePart[][] {
  const words = wordsOf(language);
  const lines = roles.flatMap((role) => {
    const names = contributors.filter((each) => each.role === role).map((each) => each.contributor);
    return names.length > 0
      ? [
          lineOf(
            words.credits[role],
            language,
            names.map(({ name, id }) => ({ text: typesetText(name, { language, typography }), contributor: id })),
          ),
        ]
      : [];
  });
  return agencies.length > 0
    ? [
        ...lines,
        lineOf(
          words.withAgencies,
          language,
          agencies.map((text) => ({ text })),
        ),
      ]
    : lines;
}

/** A byline in plain words. */
export function bylineText(line: readonly BylinePart[]): string {
  return line.map(({ text }) => text).join('');
}

const formats = new Map<string, Intl.ListFormat>();

/** The names in their sentence, each apart; the sentence is given as what it says around them. */
function lineOf(sentence: (names: string) => string, language: string, names: BylinePart[]): BylinePart[] {
  const format = formats.get(language) ?? new Intl.ListFormat(language, { type: 'conjunction' });
  formats.set(language, format);
  const [before = '', after = ''] = sentence('\0').split('\0');
  let next = 0;
  const list = format
    .formatToParts(names.map(({ text }) => text))
    .map(({ type, value }) => (type === 'element' ? (names[next++] ?? { text: value }) : { text: value }));
  return [{ text: before }, ...list, { text: after }].filter(({ text }) => text !== '');
}
