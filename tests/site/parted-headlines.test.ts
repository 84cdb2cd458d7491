import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { partedSigns } from '../support/parted-signs.ts';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

test.each([
  ['', '.headline', 1440],
  ['', '.headline', 320],
  ['2025/05/06/', '.row-headline', 320],
  ['2025/05/06/faehre-nach-norden/', '.prose h2', 320],
  ['2025/05/06/faehre-nach-norden/', '.prose h2', 1440],
] as const)(
  'Long words of headlines that are links, and of headings in a text, have a sign where they are parted: /%s %s at %i px',
  async (at, part, width) => {
    const page = await browser.newPage({ serviceWorkers: 'block', viewport: { width, height: 900 } });
    await page.goto(inject('fixture').address + at);
    const signs = await partedSigns(page, part);
    await page.close();
    expect(signs.length).toBeGreaterThan(0);
    expect(Math.min(...signs)).toBeGreaterThan(0);
  },
);
