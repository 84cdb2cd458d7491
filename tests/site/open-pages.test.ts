import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { fixtureLead } from '../support/landmarks.ts';
import { copyLink, openHeard, passingOn } from '../support/tabs.ts';

const fixture = inject('fixture');

let browser: Browser;
let page: Page;
const told: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

async function open(url: string): Promise<void> {
  told.splice(0);
  page = await openHeard(browser, url, told);
}

describe('A script that does not come', () => {
  test('is asked for again when a reader opens the ways to share.', async () => {
    await open('about:blank');
    let network = false;
    await page.route(passingOn, (route) => (network ? route.continue() : route.abort()));
    await page.goto(new URL(fixtureLead, fixture.address).href);
    await page.locator('.prose > p').first().hover();
    await expect.poll(() => told.length).toBe(1);
    network = true;
    await page.locator('[data-share] summary').click();
    await copyLink(page).waitFor();
    expect(told.filter((line) => !line.includes('ERR_FAILED'))).toEqual([]);
  });

  test('is not asked for with each step of the pointer.', async () => {
    await open('about:blank');
    let asked = 0;
    await page.route(passingOn, (route) => {
      asked += 1;
      return route.abort();
    });
    await page.goto(new URL(fixtureLead, fixture.address).href);
    for (const place of ['h1', '.standfirst', '.names', '.prose > p', 'h1', '.standfirst'])
      await page.locator(place).first().hover();
    expect(asked).toBe(1);
  });

  test('adds what it brings once, when it is asked for twice.', async () => {
    await open(new URL(fixtureLead, fixture.address).href);
    await page.evaluate(() => {
      document.querySelector('[data-share]')?.setAttribute('open', '');
      document.querySelector('h1')?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      document.querySelector('.cite')?.setAttribute('open', '');
    });
    await copyLink(page).waitFor();
    expect(await page.locator('.pilcrow').count()).toBe(1);
  });
});
