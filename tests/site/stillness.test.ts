import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, scrollThrough } from '../support/browser.ts';
import { elementsOf, pagesOf, parsed } from '../support/dist.ts';
import { pagesToLookAt } from '../support/kinds.ts';

const pages = pagesToLookAt([inject('fixture'), inject('edition')].flatMap(pagesOf)).map(
  ({ at, url, html }) => [at, url, html] as const,
);

interface Shift extends PerformanceEntry {
  value: number;
  sources: { node?: Node }[];
}
declare global {
  interface Window {
    shifts: string[];
  }
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('a page that is read to its end', () => {
  test.each(pages)('moves nothing and misses nothing: %s', async (_at, url) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
    const page = await context.newPage();
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(`${request.url()} ${request.failure()?.errorText ?? ''}`));
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries() as Shift[]) {
          window.shifts.push(
            `${value}: ${sources.map(({ node }) => node?.textContent?.trim().slice(0, 40)).join(' | ')}`,
          );
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(url);
    await scrollThrough(page);
    const shifts = await page.evaluate(() => window.shifts);
    await context.close();
    expect({ shifts, failed }).toEqual({ shifts: [], failed: [] });
  });
});

describe('the content security policy', () => {
  test.each(pages)('stands before all that it governs, on %s', (_at, _url, html) => {
    const governed = elementsOf(
      parsed(html),
      ({ tagName, properties }) => /^(style|script|img)$/.test(tagName) || properties['httpEquiv'] !== undefined,
      // Data is not run.
    ).filter(({ properties }) => properties['type'] !== 'application/ld+json');
    expect(governed[0]?.properties['httpEquiv']).toBeDefined();
  });
});
