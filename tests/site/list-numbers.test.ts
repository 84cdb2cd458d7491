import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';

// A page that has the style of blocks.
const handbook = new URL('/2025/05/06/the-harbour-handbook/', inject('fixture').address).href;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const lists: [media: 'screen' | 'print', className: string, number: string][] = [
  ['screen', 'numbers-4', '9999. '],
  ['screen', 'numbers-9', '999999999. '],
  ['print', 'numbers-4', '9999. '],
  ['print', 'numbers-9', '999999999. '],
];

test.each(lists)('On %s, a list with the class %s has room for "%s"', async (media, className, number) => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.emulateMedia({ media });
  await page.goto(handbook);
  const { room, needed } = await page.evaluate(
    ([name, text]) => {
      const list = document.createElement('ol');
      list.className = name ?? '';
      list.innerHTML = `<li><span style="white-space: pre">${text}</span></li>`;
      document.querySelector('.prose')?.append(list);
      return {
        room: parseFloat(getComputedStyle(list).paddingInlineStart),
        needed: list.querySelector('span')?.getBoundingClientRect().width ?? Infinity,
      };
    },
    [className, number],
  );
  await page.close();
  expect(room).toBeGreaterThanOrEqual(needed);
});
