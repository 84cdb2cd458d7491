import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openOwnBrowser } from '../support/browser.ts';
import { editionLead, fixtureLead } from '../support/landmarks.ts';
import { openWithClipboard, said } from '../support/tabs.ts';

const edition = inject('edition');
const fixture = inject('fixture');
const lead = new URL(editionLead, edition.address).href;
const permalink = `https://broadsheet.example${editionLead}`;
const arabic = new URL('/2025/05/06/jisr-al-mina/', fixture.address).href;

let browser: Browser;
beforeAll(async () => {
  browser = await openOwnBrowser();
});
afterAll(() => browser.close());

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

const pageAt = (url: string, options?: BrowserContextOptions) => openWithClipboard(browser, url, options);

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const passages = (page: Page) => page.locator('.prose > [id^="p-"]');

/** Selects letters of the first text of a passage. */
const select = (page: Page, passage: number, from: number, to: number) =>
  passages(page)
    .nth(passage)
    .evaluate(
      (element, [start, end]) => {
        const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
        if (words) getSelection()?.setBaseAndExtent(words, start, words, end);
      },
      [from, to] as const,
    );

describe('without a script', () => {
  test.each([320, 1440])('the ways to share are links, beside the address, %s px wide', async (width) => {
    const page = await pageAt(lead, { javaScriptEnabled: false, viewport: { width, height: 800 } });
    await page.getByText('Share', { exact: true }).click();
    const ways = page.locator('.share-ways');
    expect(await ways.locator('p').innerText()).toBe(permalink);
    expect(await ways.getByRole('link').allTextContents()).toEqual(
      ['E-mail', 'Bluesky', 'Facebook', 'Mastodon', 'Reddit', 'WhatsApp'].map((name) => expect.stringContaining(name)),
    );
    for (const link of await ways.getByRole('link').all()) {
      const href = decodeURIComponent((await link.getAttribute('href')) ?? '');
      expect(href).toContain(permalink);
      expect(href).not.toMatch(/utm_|ref=|via=/);
    }
    expect(await page.locator('button:visible').count()).toBe(0);
  });

  test('an article can be cited', async () => {
    const page = await pageAt(lead, { javaScriptEnabled: false });
    await page.getByText('Cite this article').click();
    expect((await page.locator('.cite li').allTextContents()).join(' ')).toMatch(
      /APA.*MLA.*BibTeX.*@article\{k7m2xq,/s,
    );
  });

  test('a link to a paragraph leads there, and marks it', async () => {
    const page = await pageAt(lead, { javaScriptEnabled: false });
    const id = await passages(page).nth(6).getAttribute('id');
    const before = await passages(page)
      .nth(6)
      .evaluate((element) => getComputedStyle(element).backgroundColor);
    await page.goto(`${lead}#${id}`);
    expect(
      await passages(page)
        .nth(6)
        .evaluate((element) => getComputedStyle(element).backgroundColor),
    ).not.toBe(before);
    const box = await passages(page).nth(6).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(900);
  });
});

test('a withdrawn article is neither shared nor cited', async () => {
  const page = await pageAt(new URL('/2025/05/06/a-number-too-many/', fixture.address).href);
  expect(await page.locator('.withdrawn').count()).toBe(1);
  expect(await page.locator('[data-share], .cite').count()).toBe(0);
});

describe('sharing', () => {
  test('by keyboard alone copies the link, and says so', async () => {
    const page = await pageAt(lead);
    await page.locator('[data-share] summary').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-copy="link"]').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => said(page)).toBe('The link is copied.');
    expect(await clipboard(page)).toBe(permalink);
  });

  test('ends with Escape, and the keyboard is where it was', async () => {
    const page = await pageAt(lead);
    await page.locator('[data-share] summary').click();
    await page.locator('[data-copy="link"]').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.share-ways').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('summary');
  });

  test('goes by the share sheet of a system that has one', async () => {
    const page = await pageAt('about:blank');
    await page.addInitScript(() => {
      const shared: unknown[] = [];
      Object.assign(window, { shared });
      Object.defineProperty(navigator, 'share', {
        value: (what: unknown) => Promise.resolve(void shared.push(what)),
      });
    });
    await page.goto(lead);
    await page.locator('[data-share] summary').click();
    expect(await page.evaluate(() => (window as unknown as { shared: unknown[] }).shared)).toEqual([
      { title: await page.title(), url: permalink },
    ]);
    expect(await page.locator('.share-ways').isVisible()).toBe(false);
  });

  test('goes on without the share sheet where that fails', async () => {
    const page = await pageAt('about:blank');
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', { value: () => Promise.reject(new TypeError('no')) });
    });
    await page.goto(lead);
    await page.locator('[data-share] summary').click();
    await page.locator('.share-ways').waitFor();
  });

  test('says what is to be copied by hand where the browser copies nothing', async () => {
    const page = await pageAt('about:blank');
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.goto(lead);
    await page.locator('[data-share] summary').click();
    await page.getByRole('button', { name: 'Copy link', exact: true }).click();
    await expect.poll(() => said(page)).toBe(`The browser did not copy this: ${permalink}`);
  });
});

describe('the link to a paragraph', () => {
  test.each([320, 1440])(
    'is copied beside the one under the pointer, and covers no text, %s px wide',
    async (width) => {
      const page = await pageAt(lead, { viewport: { width, height: 800 } });
      const passage = passages(page).nth(1);
      await passage.hover();
      const button = page.locator('.pilcrow.near');
      await button.waitFor();
      const [box, text] = [await button.boundingBox(), await passage.boundingBox()];
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(text?.x ?? 0);
      expect(box?.height).toBeGreaterThanOrEqual(24);
      await button.click();
      await expect.poll(() => said(page)).toBe('The link is copied.');
      expect(await clipboard(page)).toBe(`${permalink}#${await passage.getAttribute('id')}`);
    },
  );

  test('is reached by keyboard, and arrows lead from one paragraph to the next', async () => {
    const page = await pageAt(lead);
    await page.keyboard.press('Tab');
    await page.locator('.pilcrow').waitFor({ state: 'attached' });
    for (let tabs = 0; tabs < 40; tabs += 1) {
      if (await page.evaluate(() => document.activeElement?.className.includes('pilcrow'))) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => said(page)).toBe('The link is copied.');
    expect(await clipboard(page)).toBe(`${permalink}#${await passages(page).nth(1).getAttribute('id')}`);
  });

  test('is offered at the foot of the screen where a paragraph is pressed for long', async () => {
    const page = await pageAt(lead, { hasTouch: true, viewport: { width: 390, height: 800 } });
    await page.locator('.kicker').first().dispatchEvent('pointerover');
    await page.locator('.pilcrow').waitFor({ state: 'attached' });
    await passages(page).nth(1).dispatchEvent('pointerdown', { pointerType: 'touch' });
    await page.getByRole('button', { name: 'Copy link to this paragraph' }).and(page.locator('.bar button')).click();
    await expect.poll(() => clipboard(page)).toBe(`${permalink}#${await passages(page).nth(1).getAttribute('id')}`);
  });

  test('stands in the margin of a text from right to left', async () => {
    const page = await pageAt(arabic);
    await passages(page).first().hover();
    const box = await page.locator('.pilcrow.near').boundingBox();
    const text = await passages(page).first().boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0) - 1);
  });
});

describe('a quotation', () => {
  test('is copied between quotation marks, with headline, paper and a link to its words', async () => {
    const page = await pageAt(lead);
    await passages(page).nth(0).hover();
    await page.locator('.pilcrow').waitFor({ state: 'attached' });
    await select(page, 0, 0, 16);
    await page.getByRole('button', { name: 'Copy quote with link' }).click();
    await expect.poll(() => said(page)).toBe('The quote is copied, with its link.');
    const id = await passages(page).nth(0).getAttribute('id');
    expect((await clipboard(page)).split('\n')).toEqual([
      '“Donald Trump and”',
      'Trump-Kim talks break down after dispute over sanctions – The Broadsheet',
      `${permalink}#${id}:~:text=Donald%20Trump%20and`,
    ]);
  });

  test('is copied by keyboard alone', async () => {
    const page = await pageAt(lead);
    await page.keyboard.press('Shift');
    await page.locator('.pilcrow').waitFor({ state: 'attached' });
    await select(page, 0, 0, 16);
    await page.getByRole('button', { name: 'Copy quote with link' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => clipboard(page)).toContain('“Donald Trump and”');
  });

  test('has the quotation marks of its language', async () => {
    const page = await pageAt(new URL('/2025/05/06/faehre-nach-norden/', fixture.address).href);
    await passages(page).nth(0).hover();
    await page.locator('.pilcrow').waitFor({ state: 'attached' });
    await select(page, 0, 0, 10);
    await page.getByRole('button', { name: 'Zitat mit Link kopieren' }).click();
    await expect.poll(() => clipboard(page)).toMatch(/^„.*“\n/);
  });
});

describe('a citation', () => {
  test('is copied as it stands there, and this is said', async () => {
    const page = await pageAt(lead);
    await page.getByText('Cite this article').hover();
    await page.getByText('Cite this article').click();
    await page.getByRole('button', { name: 'Copy: APA' }).click();
    await expect.poll(() => said(page)).toBe('The citation is copied.');
    expect(await clipboard(page)).toBe(
      'The Broadsheet newsdesk. (2019, March 1). Trump-Kim talks break down after dispute over sanctions. The Broadsheet. https://broadsheet.example/a/k7m2xq/',
    );
    await page.getByRole('button', { name: 'Copy: BibTeX' }).click();
    await expect.poll(() => clipboard(page)).toMatch(/^@article\{k7m2xq,\n {2}author = .*\n\}$/s);
  });
});

describe('the QR code', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-codes-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const read = (file: string) => execFileSync('zbarimg', ['--quiet', '--raw', file]).toString().trim();

  test.each([
    [editionLead, edition.address, 'light', 'https://broadsheet.example/a/k7m2xq/'],
    [editionLead, edition.address, 'dark', 'https://broadsheet.example/a/k7m2xq/'],
    [fixtureLead, fixture.address, 'light', /^https:\/\/fixture\.example\/a\/\w+\/$/],
    ['/2025/05/06/jisr-al-mina/', fixture.address, 'dark', /^https:\/\/fixture\.example\/a\/\w+\/$/],
  ] as const)('is read from the screen: %s at %s, %s', async (at, address, colorScheme, short) => {
    const page = await pageAt(new URL(at, address).href, { colorScheme });
    await page.locator('.cite summary').click();
    const file = path.join(folder, `${colorScheme}.png`);
    await page.locator('.cite .qr-code').screenshot({ path: file });
    expect(read(file)).toMatch(short);
  });

  test('is read from paper at 150 dots per inch', async () => {
    const page = await pageAt(lead);
    await page.locator('.cite summary').click();
    const file = path.join(folder, 'paper.pdf');
    await page.pdf({ path: file, format: 'A4' });
    execFileSync('pdftoppm', ['-r', '150', '-png', file, path.join(folder, 'paper')]);
    const pages = execFileSync('sh', ['-c', `ls ${folder}/paper-*.png`])
      .toString()
      .trim()
      .split('\n');
    const codes = pages.flatMap((each) => {
      try {
        return read(each).split('\n');
      } catch {
        // No code on this page.
        return [];
      }
    });
    expect(new Set(codes)).toEqual(new Set(['https://broadsheet.example/a/k7m2xq/']));
  });
});
