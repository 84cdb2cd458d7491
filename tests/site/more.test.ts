import type { Element } from 'hast';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { wordsOf } from '../../src/newsroom/words.ts';
import { openBrowser } from '../support/browser.ts';
import { attribute, elementsOf, pagesOf, parsed, textOf } from '../support/dist.ts';
import { editionLead, fixtureLead } from '../support/landmarks.ts';

const fixture = inject('fixture');

const headings = ['en', 'de', 'ar', 'ja'].map((language) => wordsOf(language).article.moreOnTopic);

const articlesOf = (paper: typeof fixture) =>
  pagesOf(paper)
    .filter(({ at }) => /^\/\d{4}\/\d{2}\/\d{2}\/./.test(at))
    .map(({ at, html }) => {
      const tree = parsed(html);
      const links = elementsOf(tree, 'a');
      const more = elementsOf(tree, 'section').filter((section) =>
        elementsOf(section, 'h2').some((title) => headings.includes(textOf(title))),
      );
      return { at, tree, links, more };
    });
const articles = articlesOf(fixture);
const hrefOf = (link: Element) => attribute(link, 'href') ?? '';
/** Where the way before or after an article leads. */
const targetOf = (at: string, rel: 'prev' | 'next') =>
  articles
    .find((article) => article.at === at)
    ?.links.filter((link) => attribute(link, 'rel') === rel)
    .map(hrefOf)[0];

describe('the ways before and after an article', () => {
  it('lead through all stories of a section and back', () => {
    const there: string[] = [];
    let at: string | undefined = '/2025/05/05/the-day-before/';
    while (at && !there.includes(at)) {
      there.push(at);
      at = targetOf(at, 'next');
    }
    expect(there.length).toBeGreaterThan(5);
    expect(there.at(-1)).toBe(fixtureLead);
    expect(there.map((each) => targetOf(each, 'prev'))).toEqual([undefined, ...there.slice(0, -1)]);
  });

  it('pass over the story that was withdrawn, and that story has none', () => {
    const withdrawn = '/2025/05/06/a-number-too-many/';
    expect([targetOf(withdrawn, 'prev'), targetOf(withdrawn, 'next')]).toEqual([undefined, undefined]);
    expect(articles.flatMap(({ links }) => links).filter((link) => hrefOf(link).includes('a-number-too-many'))).toEqual(
      [],
    );
  });
});

describe('more on the topic of an article', () => {
  const groups = [...articles, ...articlesOf(inject('edition'))].flatMap((article) =>
    article.more.map((group) => ({ ...article, group })),
  );

  it('stands on several pages, four stories at most', () => {
    expect(groups.length).toBeGreaterThan(4);
    for (const { group } of groups) expect(elementsOf(group, 'li').length).toBeLessThanOrEqual(4);
  });

  it('repeats no link of the page between its headline and its imprint, and not the page', () => {
    for (const { at, tree, group } of groups) {
      const [main] = elementsOf(tree, 'main');
      const all = (main ? elementsOf(main, 'a') : []).map(hrefOf);
      for (const href of elementsOf(group, 'a').map(hrefOf)) {
        expect(href).not.toBe(at);
        expect(all.filter((each) => each === href)).toHaveLength(1);
      }
    }
  });

  it('gives each story its date, and its language where that is another', () => {
    for (const { group } of groups)
      for (const item of elementsOf(group, 'li')) {
        const [address = ''] = elementsOf(item, 'a').map(hrefOf);
        expect(elementsOf(item, 'time').map((time) => attribute(time, 'dateTime'))).toEqual([
          address.slice(1, 11).replaceAll('/', '-'),
        ]);
        expect(elementsOf(item, 'a').map((link) => attribute(link, 'lang'))[0]).toMatch(/^(en-GB|de|ar|ja)$/);
      }
  });

  it('stands not on the lead of the edition, which names all other stories, and on those that name a few', () => {
    const edition = articlesOf(inject('edition'));
    expect(edition.filter(({ more }) => more.length === 0).map(({ at }) => at)).toEqual([editionLead]);
  });
});

describe('on the screen', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const boxesOn = async (path: string, width: number) => {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width, height: 900 } });
    await page.goto(new URL(path, fixture.address).href);
    const boxOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
    const boxes = {
      prose: await boxOf('.prose'),
      neighbours: await boxOf('.neighbours'),
      more: await boxOf('.related section:last-child'),
    };
    const targets = await page
      .locator('.neighbours a, .related a')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
    await page.close();
    return { ...boxes, targets };
  };

  it.each([1120, 1440])(
    'at %i px more stories stand in the margin, those before and after below the text',
    async (width) => {
      const { prose, neighbours, more } = await boxesOn('/2025/05/06/ebb/', width);
      expect(more.left).toBeGreaterThan(prose.right);
      expect(neighbours.top).toBeGreaterThanOrEqual(prose.bottom);
      expect(neighbours.left).toBe(prose.left);
    },
  );

  it.each([320, 768])('at %i px they follow the text in turn', async (width) => {
    const { prose, neighbours, more } = await boxesOn('/2025/05/06/ebb/', width);
    expect(neighbours.top).toBeGreaterThanOrEqual(prose.bottom);
    expect(more.top).toBeGreaterThanOrEqual(neighbours.bottom);
  });

  it('a margin that is longer than the text pushes nothing down', async () => {
    const { prose, neighbours, more } = await boxesOn('/2025/05/06/sixty-words/', 1440);
    expect(more.bottom).toBeGreaterThan(neighbours.bottom);
    expect(neighbours.top - prose.bottom).toBeLessThan(180);
  });

  it('every link is 24 px high or more', async () => {
    const { targets } = await boxesOn('/2025/05/06/the-swing-bridge/', 320);
    expect(Math.min(...targets)).toBeGreaterThanOrEqual(24);
  });

  it('a headline in another direction begins at the edge where the column does', async () => {
    const page = await browser.newPage({ serviceWorkers: 'block', viewport: { width: 1440, height: 900 } });
    await page.goto(new URL('/2025/05/06/jisr-al-mina/', fixture.address).href);
    const edges = await page
      .locator('.related section:last-child li')
      .first()
      .evaluate((item) => {
        const range = document.createRange();
        range.selectNodeContents(item.querySelector('a') as Node);
        return [range.getBoundingClientRect().right, item.getBoundingClientRect().right];
      });
    await page.close();
    expect(Math.abs((edges[0] ?? 0) - (edges[1] ?? 99))).toBeLessThan(2);
  });
});
