import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { editionLead, fixtureLead } from '../support/landmarks.ts';

const edition = inject('edition');
const fixture = inject('fixture');
const keyPages = [
  ['the front page', fixture.address],
  ['the lead article', new URL(fixtureLead, fixture.address).href],
  ['the article with every tag', new URL('/2025/05/06/the-harbour-handbook/', fixture.address).href],
  ['the Arabic article', new URL('/2025/05/06/jisr-al-mina/', fixture.address).href],
  ["the edition's lead article", new URL(editionLead, edition.address).href],
] as const;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })).newPage();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

describe('the link that skips to the text', () => {
  test('is the first that the keyboard reaches', async () => {
    await page.goto(new URL(fixtureLead, fixture.address).href);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Skip to the text');
  });

  test('is seen while it is reached', async () => {
    await page.goto(new URL(fixtureLead, fixture.address).href);
    await page.keyboard.press('Tab');
    const box = await page.locator(':focus').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeGreaterThanOrEqual(0);
  });

  test('is out of sight otherwise', async () => {
    await page.goto(new URL(fixtureLead, fixture.address).href);
    const box = await page.getByRole('link', { name: 'Skip to the text' }).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(0);
  });

  test('leads past the masthead', async () => {
    await page.goto(new URL(fixtureLead, fixture.address).href);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });
});

describe('whatever the keyboard reaches', () => {
  test.each(keyPages)('is marked and on the screen, on %s', async (_name, url) => {
    // What scripts add is there then, and nothing moves any more.
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    const unmarked: string[] = [];
    let fault: string | undefined;
    do {
      await page.keyboard.press('Tab');
      fault = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        // Beyond the last one, or round to the first.
        if (!element || element === document.body || element.dataset.reached === '') return 'all are reached';
        element.dataset.reached = '';
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
        const { top, bottom, left, right } = element.getBoundingClientRect();
        const name = `<${element.localName}> ${element.textContent?.trim().slice(0, 40) ?? ''}`;
        if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2 || /, 0\)$/.test(outlineColor))
          return `${name} has no outline`;
        return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
          ? undefined
          : `${name} is off the screen`;
      });
      if (fault) unmarked.push(fault);
    } while (fault !== 'all are reached');
    const missed = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], summary, [tabindex="0"]')]
        .filter((each) => each.tabIndex >= 0 && each.checkVisibility() && each.dataset.reached === undefined)
        // What is folded up is visible to the browser.
        .filter((each) => !each.closest('details:not([open]) > :not(summary)'))
        .map((each) => each.outerHTML.slice(0, 200)),
    );
    expect(missed).toEqual([]);
    expect(unmarked).toEqual(['all are reached']);
  });
});
