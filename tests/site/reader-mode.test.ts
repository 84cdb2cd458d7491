import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import type { Element } from 'hast';
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { articlesOf, headlineOf, spaced, withClass, type BuiltArticle } from '../support/articles.ts';
import { openBrowser } from '../support/browser.ts';
import { attribute, elementsOf, parsed, textOf } from '../support/dist.ts';
import { editionLead, fixtureLead } from '../support/landmarks.ts';

const papers = [
  { name: 'the edition', ...inject('edition') },
  { name: 'the fixture paper', ...inject('fixture') },
];

/** What a program takes of a page. */
interface Extract {
  title?: string | undefined;
  byline?: string | undefined;
  description?: string | undefined;
  html: string;
}

interface Extractor {
  name: string;
  /** `null` when it finds a page too short to be a story. */
  extract: (page: { html: string; url: string }) => Promise<Extract | null> | Extract;
  /** Whether it drops an element of a story whatever is done about it. */
  drops: (element: Element) => boolean;
  /** Whether it takes the captions of galleries. */
  galleries: boolean;
  /** Stories that it cannot read. */
  fails?: RegExp;
}

const has = (element: Element, tags: RegExp) => elementsOf(element, ({ tagName }) => tags.test(tagName)).length > 0;

const extractors: Extractor[] = [
  {
    name: "the reader's mode of Firefox",
    extract: ({ html, url }) => {
      const { document } = parseHTML(html);
      Object.defineProperty(document, 'documentURI', { value: url });
      const found = new Readability(document).parse();
      return {
        title: found?.title ?? undefined,
        byline: found?.byline ?? undefined,
        description: found?.excerpt ?? undefined,
        html: found?.content ?? '',
      };
    },
    drops: () => false,
    galleries: true,
  },
  {
    name: 'Defuddle',
    extract: async ({ html, url }) => {
      const { title, author, description, content } = await Defuddle(parseHTML(html).document, url);
      return { title, byline: author, description, html: content };
    },
    // It takes short lists at the ends for furniture, makes notes anew, and knows no figures in a figure.
    drops: (element) => /^(li|h\d)$/.test(element.tagName) || has(element, /^(time|a)$/),
    galleries: false,
    // Angle brackets in its alt texts become marks of HTML there.
    fails: /angle-brackets/,
  },
  {
    name: 'article-extractor',
    extract: async ({ html, url }) => {
      const found = await extractFromHtml(html, url);
      return (
        found && { title: found.title, byline: found.author, description: found.description, html: found.content ?? '' }
      );
    },
    // Of the tags of a text it knows the commonest.
    drops: (element) => has(element, /^(time|cite|bdi|bdo|ruby|kbd|samp|var|q|dfn|ins|del|mark|s)$/),
    galleries: true,
  },
];

/** Those on the first line of the byline; agencies where it names nobody else. */
function authorsOf(tree: BuiltArticle['tree']): string[] {
  const authors = withClass(tree, 'p-author').map((author) => spaced(textOf(author)));
  return authors.length > 0 ? authors : withClass(tree, 'names').map((line) => spaced(textOf(line)));
}

const furniture = [
  'navigation',
  'contents',
  'tools',
  'share',
  'cite',
  'topics',
  'takeaway',
  'notice',
  'related',
  'related-block',
  'neighbours',
  'promos',
  'imprint',
];

/** Words of a page that are of no story. */
function furnitureOf(tree: BuiltArticle['tree']): string[] {
  return furniture
    .flatMap((name) => withClass(tree, name))
    .map((element) => spaced(textOf(element)))
    .filter(Boolean);
}

const solid = (words: string) => words.replace(/\s+/g, '');

const stories = papers.flatMap((paper) => articlesOf(paper).filter(({ withdrawn }) => !withdrawn));

describe.each(extractors)('$name', ({ extract, drops, galleries, fails }) => {
  const articles = stories
    .filter(({ at }) => !fails?.test(at))
    .map((article) => [article.at, article, Promise.resolve(extract(article))] as const);

  test.each(articles)('finds headline and byline of %s', async (_, { tree }, extracted) => {
    const found = await extracted;
    if (!found) return;
    expect(solid(found.title ?? '')).toContain(solid(headlineOf(tree)));
    const names = authorsOf(tree);
    if (names.length > 0) expect(spaced(found.byline ?? '')).toBe(names.join(', '));
  });

  test.each(articles)('takes the standfirst of %s, or describes it so', async (_, { tree }, extracted) => {
    const found = await extracted;
    if (!found) return;
    const said = solid(textOf(parsed(found.html))) + solid(found.description ?? '');
    for (const standfirst of withClass(tree, 'standfirst')) expect(said).toContain(solid(textOf(standfirst)));
  });

  test.each(articles)(
    'takes every paragraph and caption of %s, and its corrections',
    async (_, { tree }, extracted) => {
      const found = await extracted;
      if (!found) return;
      const text = solid(textOf(parsed(found.html)));
      const within = (name: string) =>
        new Set(withClass(tree, name).flatMap((element) => elementsOf(element, () => true)));
      const left = [within('contents'), within('related-block'), galleries ? new Set() : within('gallery')];
      const parts = [
        ...withClass(tree, 'e-content').flatMap((content) =>
          elementsOf(content, ({ tagName }) => /^(p|li|h[2-6]|blockquote|td|th|figcaption)$/.test(tagName)),
        ),
        ...withClass(tree, 'corrections').flatMap((list) => elementsOf(list, 'p')),
        ...withClass(tree, 'photo-lead').flatMap((figure) => elementsOf(figure, 'figcaption')),
      ];
      const missing = parts
        .filter((element) => !drops(element) && !left.some((elements) => elements.has(element)))
        .map((element) => spaced(textOf(element)))
        .filter((words) => !text.includes(solid(words)));
      expect(missing).toEqual([]);
    },
  );

  test.each(articles)('takes nothing but %s', async (_, { tree }, extracted) => {
    const found = await extracted;
    if (!found) return;
    const taken = parsed(found.html);
    const text = spaced(textOf(taken));
    expect(furnitureOf(tree).filter((words) => text.includes(words))).toEqual([]);
    expect(text).not.toMatch(/BibTeX|@(article|misc|online)\{/);
    expect(elementsOf(taken, ({ tagName }) => /^(button|form|nav|dialog|svg)$/.test(tagName))).toEqual([]);
  });
});

describe('the page with what scripts add to it', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    ['the edition', inject('edition'), editionLead],
    ['the fixture paper', inject('fixture'), fixtureLead],
  ])('gives no other text, in the lead of %s', async (_, { address }, at) => {
    const url = new URL(at, address).href;
    const page = await browser.newPage({ serviceWorkers: 'block' });
    await page.goto(url);
    // The last that scripts bring comes with the pointer.
    await page.locator('.prose > p').first().hover();
    await page.waitForSelector('.pilcrow');
    const html = await page.content();
    await page.close();
    const plain = stories.find((story) => new URL(story.url).pathname === at);
    for (const { name, extract } of extractors) {
      const [after, before] = await Promise.all([extract({ html, url }), extract({ html: plain?.html ?? '', url })]);
      const words = (found: Extract | null) => {
        const tree = parsed(found?.html ?? '');
        // Times are told from now.
        const times = elementsOf(tree, 'time').map(textOf);
        return times.reduce((text, time) => text.replace(time, ''), spaced(textOf(tree)));
      };
      expect(words(after), name).toBe(words(before));
      expect(elementsOf(parsed(after?.html ?? ''), 'img').every((image) => attribute(image, 'alt') !== ' ')).toBe(true);
    }
  });
});
