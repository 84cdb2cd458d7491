import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, test } from 'vitest';
import { articlesOf, headlineOf, spaced, withClass, type BuiltArticle } from '../support/articles.ts';
import { elementsOf, parsed, textOf } from '../support/dist.ts';

const papers = [
  { name: 'the edition', ...inject('edition') },
  { name: 'the fixture paper', ...inject('fixture') },
];

/** Those on the first line of the byline; agencies where it names nobody else. */
function authorsOf(tree: BuiltArticle['tree']): string[] {
  const authors = withClass(tree, 'p-author').map((author) => spaced(textOf(author)));
  return authors.length > 0 ? authors : withClass(tree, 'names').map((line) => spaced(textOf(line)));
}

function readerOf({ html, url }: BuiltArticle) {
  const { document } = parseHTML(html);
  Object.defineProperty(document, 'documentURI', { value: url });
  const found = new Readability(document as unknown as Document).parse();
  const tree = parsed(found?.content ?? '');
  return { ...found, tree, text: spaced(textOf(tree)) };
}

describe.each(papers)("the reader's mode of Firefox, on the articles of $name", (paper) => {
  const articles = articlesOf(paper)
    .filter(({ withdrawn }) => !withdrawn)
    .map((article) => [article.at, article, readerOf(article)] as const);

  test.each(articles)('shows headline and byline of %s', (_, { tree }, { title, byline }) => {
    expect(spaced(title ?? '')).toBe(spaced(headlineOf(tree)));
    expect(spaced(byline ?? '')).toBe(authorsOf(tree).join(', '));
  });

  test.each(articles)('shows the standfirst of %s', (_, { tree }, { text }) => {
    for (const standfirst of withClass(tree, 'standfirst')) expect(text).toContain(spaced(textOf(standfirst)));
  });

  test.each(articles)('shows every paragraph of %s', (_, { tree }, { text }) => {
    const ways = new Set(
      [...withClass(tree, 'related-block'), ...withClass(tree, 'contents')].flatMap((way) =>
        elementsOf(way, () => true),
      ),
    );
    const paragraphs = withClass(tree, 'e-content')
      .flatMap((content) => elementsOf(content, (element) => /^(p|li|h2|h3|blockquote|td|th)$/.test(element.tagName)))
      .filter((element) => !ways.has(element));
    expect(paragraphs.map((each) => spaced(textOf(each))).filter((words) => !text.includes(words))).toEqual([]);
  });

  test.each(articles)('shows every caption and credit of %s', (_, { tree }, { text }) => {
    const captions = elementsOf(tree, 'figcaption').map((caption) => spaced(textOf(caption)));
    expect(captions.filter((words) => !text.includes(words))).toEqual([]);
  });

  test.each(articles)('shows nothing but %s', (_, { tree }, { text, tree: shown }) => {
    const furniture = [
      'navigation',
      'contents',
      'related',
      'related-block',
      'neighbours',
      'promos',
      'imprint',
      'topics',
    ].flatMap((name) => withClass(tree, name).map((element) => spaced(textOf(element))));
    expect(furniture.filter((words) => words !== '' && text.includes(words))).toEqual([]);
    expect(elementsOf(shown, (element) => /^(button|form|nav|dialog)$/.test(element.tagName))).toEqual([]);
  });
});
