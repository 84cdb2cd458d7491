import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { articleView } from '../../../src/views/pages/article.ts';
import { articleMarkdown } from '../../../src/views/machines/article-markdown.ts';
import { article, edition } from '../articles.ts';

function markdownOf(headline: string, standfirst: string): string {
  const made = article({});
  const { site, facts } = articleView({ article: made, edition: edition([made]) });
  return articleMarkdown({ site, facts: { ...facts, headline, standfirst } }, 'Text.\n').replace(
    /^---\n.*?\n---\n\n/s,
    '',
  );
}

describe('an article as Markdown', () => {
  it.each([
    '2. Bundesliga begins',
    '1) First of all',
    '3.5 million came',
    '2019',
    '- said the mayor',
    '+ 4 per cent',
    '-5 at night',
    '---',
    '# 1 in the charts',
    '*One* and [two]',
    'C:\\ferries',
  ])('has the words "%s" in headline and standfirst', (words) => {
    const { children } = remark().use(remarkGfm).parse(markdownOf(words, words));
    expect(children.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'paragraph']);
    expect(children.slice(0, 2).map((node) => toString(node))).toEqual([words, words]);
  });

  it('escapes only what would be a mark', () => {
    expect(markdownOf('2. Bundesliga', '2. Bundesliga')).toBe('# 2. Bundesliga\n\n2\\. Bundesliga\n\nText.\n');
    expect(markdownOf('3.5 million', '3.5 million')).toBe('# 3.5 million\n\n3.5 million\n\nText.\n');
  });
});
