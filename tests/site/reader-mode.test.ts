import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, test } from 'vitest';
import { articlesOf, headlineOf, spaced, withClass, type BuiltArticle } from '../support/articles.ts';
import { attribute, elementsOf, parsed, textOf } from '../support/dist.ts';

const papers = [
  { name: 'the edition', ...inject('edition') },
  { name: 'the fixture paper', ...inject('fixture') },
];

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
    for (const author of withClass(tree, 'p-author')) expect(spaced(byline ?? '')).toContain(spaced(textOf(author)));
  });

  test.each(articles)('shows the standfirst of %s', (_, { tree }, { text, excerpt }) => {
    for (const standfirst of withClass(tree, 'standfirst'))
      expect(`${text} ${spaced(excerpt ?? '')}`).toContain(spaced(textOf(standfirst)));
  });

  test.each(articles)('shows every paragraph of %s', (_, { tree }, { text }) => {
    const paragraphs = withClass(tree, 'e-content')
      .flatMap((content) => elementsOf(content, (element) => /^(p|li|h2|h3|blockquote|td|th)$/.test(element.tagName)))
      .filter((element) => !isFurniture(element));
    expect(paragraphs.map((each) => spaced(textOf(each))).filter((words) => !text.includes(words))).toEqual([]);
  });

  test.each(articles)('shows every caption and credit of %s', (_, { tree }, { text }) => {
    const captions = elementsOf(tree, 'figcaption').map((caption) => spaced(textOf(caption)));
    expect(captions.filter((words) => !text.includes(words))).toEqual([]);
  });

  test.each(articles)('shows nothing but %s', (_, { tree }, { text, tree: shown }) => {
    const furniture = ['navigation', 'related', 'promos', 'imprint', 'neighbours', 'tools'].flatMap((name) =>
      withClass(tree, name).map((element) => spaced(textOf(element))),
    );
    expect(furniture.filter((words) => words !== '' && text.includes(words))).toEqual([]);
    expect(elementsOf(shown, (element) => /^(button|form|nav|dialog)$/.test(element.tagName))).toEqual([]);
  });

  function isFurniture(element: { properties: Record<string, unknown> }): boolean {
    return attribute(element as never, 'className') === 'box-title';
  }
});
