import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { pagesOf } from '../support/dist.ts';
import { pagesToLookAt } from '../support/kinds.ts';
import { editionLead, fixtureLead } from '../support/landmarks.ts';

const edition = inject('edition');
const fixture = inject('fixture');
const pages = pagesToLookAt([fixture, edition].flatMap(pagesOf)).map(({ at, url }) => [at, url] as const);
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
    await page.goto(url);
    const unmarked: string[] = [];
    const count = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('a[href], summary, [tabindex="0"]')].filter(
          (element) => element.tabIndex >= 0 && element.checkVisibility(),
        ).length,
    );
    for (let reached = 0; reached < count; reached += 1) {
      await page.keyboard.press('Tab');
      const fault = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return 'nothing is reached';
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
    }
    expect(count).toBeGreaterThan(0);
    expect(unmarked).toEqual([]);
  });
});

describe('a link that stands by itself', () => {
  test.each(pages)('is at least 24 pixels high and wide, or that far from any other, on %s', async (_at, url) => {
    await page.goto(url);
    const small = await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      const block = (element: Element): Element =>
        getComputedStyle(element).display.startsWith('inline') && element.parentElement
          ? block(element.parentElement)
          : element;
      const targets = [...document.querySelectorAll('a[href], summary')].map((element) => ({
        element,
        box: element.getBoundingClientRect(),
      }));
      const isSmall = ({ width, height }: DOMRect) => width < 24 || height < 24;
      return targets.flatMap(({ element, box }) => {
        const around = block(element);
        // Among other words the line height of the text decides.
        const standsAlone = around === element || around.textContent.trim() === element.textContent.trim();
        if (!standsAlone || !isSmall(box)) return [];
        // The spacing that WCAG 2.2, 2.5.8, takes in place of size.
        const x = box.x + box.width / 2;
        const y = box.y + box.height / 2;
        const crowded = targets.some(({ element: other, box: { left, right, top, bottom } }) => {
          if (other === element) return false;
          return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) < 12;
        });
        return crowded
          ? [`${element.textContent.trim().slice(0, 40)}: ${Math.round(box.width)} × ${Math.round(box.height)}`]
          : [];
      });
    });
    expect(small).toEqual([]);
  });
});
