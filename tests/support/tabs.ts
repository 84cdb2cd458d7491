import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { gatherConsole } from './browser.ts';

const desk = { viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' } as const;

/** Opens an address in a context of its own, and gathers what the page says on the console or throws. */
export async function openHeard(browser: Browser, url: string, told: string[]): Promise<Page> {
  const page = await (await browser.newContext(desk)).newPage();
  gatherConsole(page, told);
  page.on('pageerror', ({ message }) => told.push(message));
  await page.goto(url);
  return page;
}

/** Opens an address in a context of its own, whose pages may use the clipboard. */
export async function openWithClipboard(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** What a page tells readers who hear it. */
export const said = (page: Page) => page.getByRole('status').textContent();

/** The script that is loaded when a reader passes a story on, and the first thing that it adds. */
export const passingOn = /passing-on\.[^/]*\.js$/;
export const copyLink = (page: Page) => page.locator('[data-copy="link"]');
