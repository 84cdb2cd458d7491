import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { base, edition, fixture } from '../support/below.ts';
import { gatherConsole, openBrowser } from '../support/browser.ts';
import { filesIn } from '../support/dist.ts';
import { answeredOn, findOn, foundOn } from '../support/search-page.ts';

let browser: Browser;
let page: Page;
const requests: string[] = [];
const faults: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 768, height: 900 } });
  page = await context.newPage();
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  page.on('pageerror', (error) => faults.push(error.message));
  gatherConsole(page, faults);
});
afterAll(() => browser.close());

/** Opens the search page, or an address below it. */
async function open(asked = '', paper: { address: string } = fixture): Promise<void> {
  await page.goto('about:blank');
  requests.splice(0);
  faults.splice(0);
  await page.goto(`${paper.address}search/${asked}`, { waitUntil: 'load' });
}

/** Goes on with the search page as another search has left it, that has narrowed nothing. */
async function goOn(): Promise<void> {
  if (!/\/search\/(\?q=[^&]*)?$/.test(page.url())) await open();
}

const status = () => page.getByRole('status');
const headlines = () => foundOn(page);
const answered = (sentence?: string) => answeredOn(page, sentence);
const find = (words: string) => findOn(page, words);

describe('before a reader asks for anything', () => {
  test('nothing of the index is loaded, and the years of the archive are there', async () => {
    await open();
    await page.waitForLoadState('networkidle');
    expect(requests.filter((each) => each.startsWith(`${base}/pagefind/`))).toEqual([]);
    expect(await page.locator('.search-years').getByRole('link').allTextContents()).toEqual(['2025']);
  });
});

describe('a search', () => {
  test('finds a word of a text as it is typed, tells how many stories have it, and marks it', async () => {
    await open();
    await page.getByRole('searchbox').pressSequentially('helmsman');
    await answered('^1 story found$');
    expect(await headlines()).toEqual(['Ferries return to the inner harbour']);
    expect(await page.locator('.excerpt mark').allTextContents()).toEqual(['helmsman,']);
    expect(faults).toEqual([]);
  });

  test('finds the forms of a word', async () => {
    await goOn();
    expect(await find('ferry')).toEqual(await find('ferries'));
    expect(await find('Fähren')).toEqual([expect.stringContaining('Die „kleine“ Fähre fährt wieder')]);
  });

  test('puts a headline with the word above a text with it', async () => {
    await goOn();
    const found = await find('bridge');
    expect(found[0]).toBe('The swing bridge, 1897 to 2025');
    expect(found.length).toBeGreaterThan(3);
  });

  test.each([
    ['Arabic', 'حافلة', 'إعادة فتح جسر الميناء القديم أمام المشاة بعد عام من الإصلاح'],
    ['Arabic, of the headline', 'الإصلاح', 'إعادة فتح جسر الميناء القديم أمام المشاة بعد عام من الإصلاح'],
    ['Japanese', '歩行者', '港の橋、一年ぶりに歩行者へ再開'],
    ['Japanese, of the headline', '再開', '港の橋、一年ぶりに歩行者へ再開'],
    ['Japanese, beside English', 'Bridge', '港の橋、一年ぶりに歩行者へ再開'],
  ])('finds a word in %s', async (_language, word, headline) => {
    await goOn();
    expect(await find(word)).toContain(headline);
  });

  test('finds a contributor by name', async () => {
    await goOn();
    expect((await find('Pierhead')).length).toBeGreaterThan(1);
  });

  test.each(['secretdraft', 'secretembargo', 'WITHDRAWNBODY', 'WITHDRAWNHEADLINE', 'webp', 'zzyzx'])(
    'says that no story has %s',
    async (word) => {
      await goOn();
      expect(await find(word)).toEqual([]);
      expect(await status().textContent()).toBe(`No story has “${word}” in it.`);
    },
  );

  test('shows script that is filed as text as text', async () => {
    await goOn();
    expect(await find('alert')).toEqual(['Headline <script>alert(1)</script> & <b>bold</b> <!-- hidden -->']);
    expect(await page.locator('.results :is(script, b, i)').count()).toBe(0);
    expect(await page.locator('.excerpt').textContent()).toContain('<script>alert(1)</script>');
  });

  test('is narrowed by what is chosen, and put in the order of the dates', async () => {
    await open('?q=ferry');
    await answered();
    const all = await headlines();
    await page.getByLabel('Section').selectOption({ index: 2 });
    await page.waitForFunction((before) => document.querySelectorAll('.result').length < before, all.length);
    expect(all).toEqual(expect.arrayContaining(await headlines()));
    await page.getByLabel('Section').selectOption({ index: 0 });
    const dates = async (order: string) => {
      await page.getByLabel('Order').selectOption(order);
      await answered();
      await page.waitForFunction((count) => document.querySelectorAll('.result').length === count, all.length);
      return page.locator('.result time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
    };
    const oldest = await dates('oldest');
    expect(oldest).toEqual([...oldest].sort());
    expect(oldest[0]).toBe('2025-05-05');
    expect((await dates('newest')).at(-1)).toBe('2025-05-05');
  });

  test('puts stories of several languages in one order of dates', async () => {
    await open('?sort=oldest&topic=bridges');
    await answered();
    const found = await headlines();
    expect(found.some((headline) => /\p{Script=Arabic}/u.test(headline))).toBe(true);
    expect(found.some((headline) => /\p{Script=Han}/u.test(headline))).toBe(true);
    expect(found.findIndex((headline) => /\p{Script=Arabic}/u.test(headline))).toBeLessThan(
      found.findIndex((headline) => /\p{Script=Han}/u.test(headline)),
    );
  });

  test('has an address that can be passed on', async () => {
    await open('?q=ferry&sort=oldest');
    await answered();
    expect(await page.getByRole('searchbox').inputValue()).toBe('ferry');
    expect(await page.getByLabel('Order').inputValue()).toBe('oldest');
    await find('tide');
    expect(new URL(page.url()).search).toBe('?q=tide&sort=oldest');
    await page.getByRole('searchbox').fill('');
    await page.waitForFunction(() => !location.search.includes('q='));
    expect(await headlines()).toEqual([]);
  });

  test('shows a picture from a file of the site, without words that would be seen until it is there', async () => {
    await open('?q=helmsman');
    await answered();
    const picture = page.locator('.result img');
    expect(await picture.getAttribute('alt')).toBe('');
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(
      320,
    );
    expect(faults).toEqual([]);
  });

  test('is done by keyboard alone', async () => {
    await open();
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('helmsman');
    await page.keyboard.press('Enter');
    await answered();
    await page.waitForSelector('.result');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
      'Ferries return to the inner harbour',
    );
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('q');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ferries-return-to-the-inner-harbour/');
  });

  test('says so when the index cannot be loaded, and shows the years', async () => {
    await open();
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.getByRole('searchbox').fill('ferry');
    await answered('could not be loaded');
    expect(await page.locator('.search-years').isVisible()).toBe(true);
    await page.unrouteAll();
  });

  test('finds the shipped edition', async () => {
    await open('?q=sanctions', edition);
    await answered();
    expect(await headlines()).toContain('Trump-Kim talks break down after dispute over sanctions');
  });
});

describe('the address of a search', () => {
  test('brings back the search before it when the reader goes back', async () => {
    await open('?q=ferry');
    await answered();
    const before = await headlines();
    await page.evaluate(() => history.pushState(null, '', '?q=helmsman'));
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await page.waitForFunction(() => document.querySelectorAll('.result').length === 1);
    await page.goBack();
    await page.waitForFunction((count) => document.querySelectorAll('.result').length === count, before.length);
    expect(await headlines()).toEqual(before);
    expect(await page.getByRole('searchbox').inputValue()).toBe('ferry');
  });
});

describe('with scripts off', () => {
  test('the page leads to the archive by year, and shows no form that does nothing', async () => {
    const still = await browser.newPage({ javaScriptEnabled: false });
    await still.goto(`${fixture.address}search/?q=ferry`);
    expect(await still.locator('.search-note').isVisible()).toBe(true);
    expect(await still.locator('.search-years').getByRole('link').getAttribute('href')).toBe(`${base}/2025/`);
    expect(await still.getByRole('searchbox').isVisible()).toBe(false);
    await still.close();
  });
});

describe('the search page', () => {
  test('has nothing for axe to find and nothing off the screen, light and dark, 320 and 1440 px wide', async () => {
    await open('?q=harbour');
    await answered();
    await page.waitForSelector('.result');
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page), `${width} px`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, 'looks'), `${width} px, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    }
  });
});

describe('the bytes of the index', () => {
  const files = filesIn(fixture.dist).filter((name) => name.startsWith('pagefind/'));
  const bytesOf = (name: string) => {
    const bytes = readFileSync(path.join(fixture.dist, name));
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1');
  };

  test('hold no word of what is not shown', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(
      files.filter((name) => /secretdraft|secretembarg|withdrawn(headline|standfirst|body)/i.test(bytesOf(name))),
    ).toEqual([]);
  });

  test('are all of use: no interface of Pagefind, no records', () => {
    const used =
      /\/(pagefind(-worker)?\.js(\.br|\.gz)?|wasm\.[\w-]+\.pagefind|pagefind-entry\.json|pagefind\.[\w-]+\.pf_meta|(index|filter|fragment)\/[\w-]+\.pf_\w+)$/;
    expect(files.filter((name) => !used.test(name))).toEqual([]);
    expect(files.filter((name) => name.includes('/filter/') && bytesOf(name).includes('result-card'))).toEqual([]);
  });
});
