import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { pagesOf } from '../support/dist.ts';

const pages = [inject('edition'), inject('fixture')].flatMap(pagesOf).map(({ at, url }) => [at, url] as const);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** How far the page scrolls sideways, and the words that stand beyond its edges but in no box that scrolls by itself. */
function overflow(page: Page): Promise<{ sideways: number; beyond: string[] }> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrollsByItself = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrollsByItself(element.parentElement));
    const beyond: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = text.textContent?.trim();
      if (!words || scrollsByItself(text.parentElement) || text.parentElement?.closest('rp')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right } of range.getClientRects()) {
        if (left >= -1 && right <= width + 1) continue;
        beyond.push(
          `<${text.parentElement?.localName ?? ''}> ${words.slice(0, 60)} (${Math.round(left)} to ${Math.round(right)})`,
        );
        break;
      }
    }
    return { sideways: (document.scrollingElement?.scrollWidth ?? 0) - width, beyond };
  });
}

const none = { sideways: 0, beyond: [] };

describe('a page fits a screen of 320 pixels', () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    page = await context.newPage();
  });
  afterAll(() => context.close());

  test.each(pages)('%s', async (_at, url) => {
    await page.goto(url);
    expect(await overflow(page)).toEqual(none);
  });
});

describe('a page fits a screen of 1280 pixels at a zoom of 400 %', () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
    page = await context.newPage();
  });
  afterAll(() => context.close());

  test.each(pages)('%s', async (_at, url) => {
    await page.goto(url);
    expect(await overflow(page)).toEqual(none);
  });
});

describe('a page fits a screen of 320 pixels with text twice its size', () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true });
    page = await context.newPage();
  });
  afterAll(() => context.close());

  test.each(pages)('%s', async (_at, url) => {
    await page.goto(url);
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    expect(await overflow(page)).toEqual(none);
  });
});
