import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { servePaper } from '../../src/desk/serve.ts';
import { openBrowser } from '../support/browser.ts';
import { listPaper } from '../support/list-paper.ts';
import { removePaper } from '../support/paper.ts';
import { builtSite } from '../support/quick-build.ts';
import { answeredOn, findOn, foundOn, openSearch } from '../support/search-page.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

describe('a search in a paper of many stories and languages', () => {
  const inLanguages: Record<string, [headline: string, body: string, word: string]> = {
    zh: ['渡轮重返内港', '今天早上，三艘渡轮再次驶过内港，码头的钟声响起。', '码头'],
    th: ['เรือข้ามฟากกลับสู่ท่าเรือ', 'เช้าวันนี้เรือสามลำข้ามอ่าวอีกครั้งและระฆังดังขึ้น', 'ระฆัง'],
    ko: ['연락선이 내항으로 돌아왔다', '오늘 아침 연락선 세 척이 다시 항구를 건넜고 종이 울렸다.', '항구'],
    hi: ['नौकाएँ भीतरी बंदरगाह लौटीं', 'आज सुबह तीन नौकाएँ फिर बंदरगाह पार कर गईं और घंटी बजी।', 'घंटी'],
    he: ['המעבורות חוזרות לנמל הפנימי', 'הבוקר חצו שלוש מעבורות שוב את הנמל והפעמון צלצל.', 'והפעמון'],
  };
  let root: string;
  let many: { address: string; close: () => void };

  beforeAll(async () => {
    root = await builtSite({
      ...listPaper(65),
      ...Object.fromEntries(
        Object.entries(inLanguages).map(([language, [headline, body]]) => [
          `articles/2025/05/07/in-${language}/index.md`,
          `---\nid: ${language.repeat(3).replace(/[io]/g, 'x')}\nheadline: ${headline}\nsection: town\nlanguage: ${language}\npublished: 2025-05-07T09:00:00Z\nstatus: published\n---\n\n${body}\n`,
        ]),
      ),
    });
    const { server, address } = await servePaper(path.join(root, 'dist'), 0);
    many = { address, close: () => server.close() };
  });
  afterAll(() => {
    many.close();
    removePaper(root);
  });

  test('shows twenty, and twenty more when asked, with the first of them in focus', async () => {
    ({ page } = await openSearch(browser, many, '?q=body&sort=newest'));
    await answeredOn(page);
    const results = page.locator('.result');
    await expect.poll(() => results.count()).toBe(20);
    await page.getByRole('button', { name: 'More results' }).press('Enter');
    await expect.poll(() => results.count()).toBe(40);
    const inFocus = await page.evaluate(() => document.activeElement?.textContent?.trim());
    expect(inFocus).toBe((await foundOn(page))[20]);
    await page.getByRole('button', { name: 'More results' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.result').length > 40);
    await page.getByRole('button', { name: 'More results' }).click();
    await expect.poll(() => results.count()).toBe(64);
    expect(await page.getByRole('button', { name: 'More results' }).isVisible()).toBe(false);
    expect(new Set(await foundOn(page)).size).toBe(64);
  });

  test.each(Object.entries(inLanguages))('finds a word of a text in the language “%s”', async (_language, story) => {
    ({ page } = await openSearch(browser, many, ''));
    const [headline = '', , word = ''] = story;
    expect(await findOn(page, word)).toEqual([headline]);
  });
});
