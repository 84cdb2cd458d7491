import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { pagesOf } from '../support/dist.ts';
import { pagesToLookAt } from '../support/kinds.ts';
import { overflow } from '../support/overflow.ts';

const pages = pagesToLookAt([inject('fixture'), inject('edition')].flatMap(pagesOf)).map(
  ({ at, url }) => [at, url] as const,
);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const none = { sideways: 0, beyond: [] };

describe('a page fits a screen of 1280 pixels at a zoom of 400 %', () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: { width: 320, height: 256 },
      deviceScaleFactor: 4,
    });
    page = await context.newPage();
  });
  afterAll(() => context.close());

  test.each(pages)('%s', async (_at, url) => {
    await page.goto(url);
    expect(await overflow(page)).toEqual(none);
  });
});

describe('a page fits a screen of 320 pixels, and with text twice its size', () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: { width: 320, height: 640 },
      // For the larger text.
      bypassCSP: true,
    });
    page = await context.newPage();
  });
  afterAll(() => context.close());

  test.each(pages)('%s', async (_at, url) => {
    await page.goto(url);
    expect(await overflow(page)).toEqual(none);
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    expect(await overflow(page)).toEqual(none);
  });
});
