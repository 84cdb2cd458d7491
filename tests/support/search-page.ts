import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { gatherConsole } from './browser.ts';

/** Opens the search page of a paper, or an address below it, in a context of its own. */
export async function openSearch(
  browser: Browser,
  paper: { address: string },
  asked: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; requests: string[]; faults: string[] }> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 768, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  page.on('pageerror', (error) => faults.push(error.message));
  gatherConsole(page, faults);
  await page.goto(`${paper.address}search/${asked}`, { waitUntil: 'load' });
  return { page, requests, faults };
}

/** The headlines of what was found. */
export async function foundOn(page: Page): Promise<string[]> {
  return (await page.locator('.result h2').allTextContents()).map((each) => each.trim());
}

/** Waits for the number that a search is answered with. */
export async function answeredOn(page: Page, sentence = 'found|No story'): Promise<void> {
  await page.waitForFunction(
    (pattern) => new RegExp(pattern, 'u').test(document.querySelector('[role=status]')?.textContent ?? ''),
    sentence,
  );
}

/** Searches for words, and comes back with the headlines of what was found. */
export async function findOn(page: Page, words: string): Promise<string[]> {
  await page.getByRole('searchbox').fill(words);
  await page.getByRole('searchbox').press('Enter');
  await answeredOn(page);
  return foundOn(page);
}
