import path from 'node:path';
import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePaper } from '../../src/desk/serve.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { attribute, elementsOf, pagesOf, parsed, textOf, type BuiltPage } from '../support/dist.ts';
import { listedAt, listPaper, storyOf } from '../support/list-paper.ts';
import { removePaper } from '../support/paper.ts';
import { builtSite } from '../support/quick-build.ts';

const count = 71;
const widths = [320, 768, 1440];
const kinds = [
  '/404.html',
  '/archive/',
  '/2025/05/',
  '/2025/05/06/page/1/',
  '/sections/quiet/',
  '/sections/town/page/1/',
  '/topics/',
  '/contributors/writer/',
  '/editions/2025-05-07/',
  '/corrections/page/1/',
];

const roots: string[] = [];
let server: Server;
let browser: Browser;
let before: BuiltPage[];
/** With one story more: the topic, the contributor and the corrections have a second numbered page from it on. */
let after: BuiltPage[];
let lists: BuiltPage[];

beforeAll(async () => {
  const siteOf = async (content: Record<string, string | Buffer>) => {
    const root = await builtSite(content, { BROADSHEET_SEARCH: 'off' });
    roots.push(root);
    return path.join(root, 'dist');
  };
  const paper = listPaper(count);
  before = pagesOf({ dist: await siteOf(paper), address: 'http://localhost/' });
  const dist = await siteOf({ ...paper, [`articles/${listedAt(count + 1)}/index.md`]: storyOf(count + 1) });
  const served = await servePaper(dist, 0);
  server = served.server;
  after = pagesOf({ dist, address: served.address });
  lists = after.filter(({ at }) => !at.includes('/story-') && at !== '/');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
  roots.forEach(removePaper);
});

const pageAt = (at: string, pages = after) => {
  const page = pages.find((each) => each.at === at);
  if (!page) throw new Error(`There is no page ${at}`);
  return page;
};

const mainOf = ({ html }: BuiltPage) => {
  const [main] = elementsOf(parsed(html), 'main');
  if (!main) throw new Error('There is no main part.');
  return main;
};

/** Paths of the stories that the main part of a page leads to, in their order. */
function storiesOn(page: BuiltPage): string[] {
  return elementsOf(mainOf(page), 'a')
    .map((link) => attribute(link, 'href') ?? '')
    .filter((href) => href.includes('/story-'));
}

const numbersOn = (page: BuiltPage) => storiesOn(page).map((href) => Number(/(\d+)\/$/.exec(href)?.[1]));

/** The target of a link between pages of a list. */
function way(page: BuiltPage, rel: 'prev' | 'next'): string | undefined {
  return elementsOf(mainOf(page), (element) => attribute(element, 'rel') === rel).map((link) =>
    attribute(link, 'href'),
  )[0];
}

describe('pages with a number', () => {
  const numbered = (pages: BuiltPage[]) =>
    Object.fromEntries(pages.filter(({ at }) => at.includes('/page/')).map((page) => [page.at, storiesOn(page)]));

  test('keep address and stories when a story is added', () => {
    expect(Object.keys(numbered(before)).sort()).toEqual([
      '/2025/05/06/page/1/',
      '/contributors/writer/page/1/',
      '/corrections/page/1/',
      '/sections/town/page/1/',
      '/topics/tides/page/1/',
    ]);
    expect(numbered(after)).toMatchObject(numbered(before));
  });

  test('become more when the newest page is full', () =>
    expect(numbersOn(pageAt('/topics/tides/page/2/'))).toEqual(Array.from({ length: 24 }, (_, index) => 48 - index)));

  test('count a story that was withdrawn, and do not show it', () =>
    expect(numbersOn(pageAt('/topics/tides/page/1/'))).toEqual(
      Array.from({ length: 24 }, (_, index) => 24 - index).filter((number) => number !== 3),
    ));

  test('lead to the older and the newer', () => {
    expect(way(pageAt('/topics/tides/'), 'prev')).toBeUndefined();
    expect(way(pageAt('/topics/tides/'), 'next')).toBe('/topics/tides/page/2/');
    expect(way(pageAt('/topics/tides/page/2/'), 'prev')).toBe('/topics/tides/');
    expect(way(pageAt('/topics/tides/page/1/'), 'prev')).toBe('/topics/tides/page/2/');
    expect(way(pageAt('/topics/tides/page/1/'), 'next')).toBeUndefined();
  });

  test('have a title of their own, as has every list', () => {
    const titles = lists.map(({ html }) => /<title>([^<]*)/.exec(html)?.[1]);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('the lists', () => {
  test('leave out no story but the one that was withdrawn', () => {
    const all = Array.from({ length: count + 1 }, (_, index) => index + 1).filter((number) => number !== 3);
    for (const list of ['/topics/tides/', '/contributors/writer/', '/corrections/']) {
      const shown = lists.filter(({ at }) => at.startsWith(list)).flatMap(numbersOn);
      expect(
        [...new Set(shown)].sort((a, b) => a - b),
        list,
      ).toEqual(all);
    }
  });

  test('are all reached from the front page', () => {
    const reached = new Set(['/']);
    for (const at of reached)
      for (const link of elementsOf(parsed(after.find((page) => page.at === at)?.html ?? ''), 'a'))
        reached.add(attribute(link, 'href') ?? '');
    expect(lists.map(({ at }) => at).filter((at) => !reached.has(at) && at !== '/404.html')).toEqual([]);
  });

  test('have the printed edition by its pages', () => {
    const headings = elementsOf(mainOf(pageAt('/editions/2025-05-07/')), 'h2').map((heading) =>
      textOf(heading).replace(/\s+/g, ' ').trim(),
    );
    expect(headings.slice(0, 2)).toEqual(['Page 1 The List', 'Page 2 The List']);
    expect(headings.at(-1)).toBe('Page 12 The List');
  });

  test('say so where a section is empty', () =>
    expect(textOf(mainOf(pageAt('/sections/quiet/')))).toContain('No stories have been published yet.'));

  test('mark a section in the navigation, though the paper does not name it there', () => {
    const [mark] = elementsOf(
      parsed(pageAt('/sections/apart/').html),
      (element) => 'ariaCurrent' in element.properties,
    );
    expect(mark && textOf(mark).trim()).toBe('Apart');
  });
});

describe('the topics of an article', () => {
  test('lead to their pages from its end', () => {
    const links = elementsOf(mainOf(pageAt(`/${listedAt(9)}/`)), 'a').map((link) => attribute(link, 'href'));
    expect(links).toContain('/topics/tides/');
  });
});

describe('an address without a page', () => {
  test('has a form that asks the search, and a way on', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(new URL('/no/such/page/', pageAt('/topics/').url).href);
    await page.getByRole('searchbox', { name: 'Search the archive' }).fill('two tides');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL('**/search/?q=two+tides');
    await page.close();
  });

  test('has links from the root of the site alone', () => {
    const links = elementsOf(parsed(pageAt('/404.html').html), 'a').map((link) => attribute(link, 'href') ?? '');
    expect(links.filter((href) => !/^(\/|#text$)/.test(href))).toEqual([]);
  });
});

describe('every list', () => {
  test.each(widths)('fits a screen of %i pixels without a script', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: false });
    const page = await context.newPage();
    const wide: string[] = [];
    for (const { at, url } of lists) {
      await page.goto(url);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (beyond > 0) wide.push(`${at}: ${beyond}`);
    }
    await context.close();
    expect(wide).toEqual([]);
  });

  test.each([768])('of each kind has nothing for axe to find, %i pixels wide', async (width) => {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: { width, height: 900 },
      colorScheme: width === 768 ? 'dark' : 'light',
      bypassCSP: true,
    });
    const found: string[] = [];
    for (const { at, url } of kinds.map((each) => pageAt(each))) {
      const page = await context.newPage();
      await page.goto(url);
      found.push(...(await violations(page)).map((each) => `${at} ${each}`));
      await page.close();
    }
    await context.close();
    expect(found).toEqual([]);
  });
});
