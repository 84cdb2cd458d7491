import type { Element } from 'hast';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openOwnBrowser } from '../support/browser.ts';
import { elementsOf, pagesOf, parsed } from '../support/dist.ts';
import { oneOfEachKind } from '../support/kinds.ts';
import { fixtureLead } from '../support/landmarks.ts';
import { overflow } from '../support/overflow.ts';
import { translate } from '../support/translation.ts';

const papers = [inject('edition'), inject('fixture')];
const fixture = inject('fixture');
const lead = new URL(fixtureLead, fixture.address).href;
const permalink = `https://fixture.example${fixtureLead}`;

let browser: Browser;
beforeAll(async () => {
  browser = await openOwnBrowser();
});
afterAll(() => browser.close());

const opened: BrowserContext[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((context) => context.close()));
});

async function tab(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: 'block',
    ...options,
  });
  opened.push(context);
  return context.newPage();
}

async function translated(url: string): Promise<Page> {
  const page = await tab();
  await page.goto(url);
  await translate(page);
  return page;
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const passages = (page: Page) => page.locator('.prose > [id^="p-"]');

describe('On a page that the browser translates', () => {
  test('the link that is copied is the permalink.', async () => {
    const page = await translated(lead);
    await page.locator('[data-share] summary').click();
    await page.locator('[data-copy="link"]').click();
    await expect.poll(() => clipboard(page)).toBe(permalink);
  });

  test('the share sheet gets the permalink, and the title as the paper wrote it.', async () => {
    const page = await tab();
    await page.addInitScript(() => {
      Object.assign(window, { shared: [] });
      Object.defineProperty(navigator, 'share', {
        value: (what: unknown) => Promise.resolve((window as unknown as { shared: unknown[] }).shared.push(what)),
      });
    });
    await page.goto(lead);
    const title = await page.title();
    await translate(page);
    await page.locator('[data-share] summary').click();
    expect(await page.evaluate(() => (window as unknown as { shared: unknown[] }).shared)).toEqual([
      { title, url: permalink },
    ]);
  });

  test('the link to a paragraph leads to the paper’s own page.', async () => {
    const page = await translated(lead);
    await passages(page).first().hover();
    // Pressed where it is: translated, the passage moves under the pointer.
    await page.locator('.pilcrow.near').evaluate((button: HTMLElement) => button.click());
    const id = await passages(page).first().getAttribute('id');
    await expect.poll(() => clipboard(page)).toBe(`${permalink}#${id}`);
  });

  test('a quotation has the words that are shown, the title as the paper wrote it, and a link to the paragraph alone.', async () => {
    const page = await tab();
    await page.goto(lead);
    const title = await page.title();
    await translate(page);
    await passages(page).first().hover();
    await page.locator('.pilcrow').waitFor({ state: 'attached' });
    await passages(page)
      .first()
      .evaluate((passage) => {
        const words = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT).nextNode();
        if (words) getSelection()?.setBaseAndExtent(words, 0, words, 6);
      });
    // Its words are translated or not, as it comes before or after the page is.
    await page.locator('main > .bar .word').first().click();
    const id = await passages(page).first().getAttribute('id');
    await expect.poll(() => clipboard(page)).toBe(`“TheThe”\n${title}\n${permalink}#${id}`);
  });

  test('citations are those of the paper.', async () => {
    const page = await tab();
    await page.goto(lead);
    await page.locator('.cite summary').click();
    const shown = () => page.locator('.cite li > :is(span, code)').allTextContents();
    const before = await shown();
    await translate(page);
    expect(await shown()).toEqual(before);
    await page.getByRole('button', { name: 'BibTeX' }).click();
    await expect.poll(() => clipboard(page)).toMatch(/^@article\{ferry2,\n {2}author = \{Quayside, Wren and/);
  });

  test('a story is saved as the paper wrote it.', async () => {
    const page = await tab();
    await page.goto(lead);
    const headline = await page.locator('h1').textContent();
    await translate(page);
    await page.locator('[data-tool="save"]').click();
    const [saved] = await page.evaluate(() => JSON.parse(localStorage.getItem('broadsheet-saved') ?? '[]') as object[]);
    expect(saved).toEqual({
      href: fixtureLead,
      headline,
      kicker: 'Harbour timetable',
      date: { iso: '2025-05-06T07:30:00+02:00', text: '6 May 2025, 07:30 UTC+02:00' },
      language: 'en-GB',
      direction: 'ltr',
    });
  });

  test('what is read aloud is read in the language of the translation.', async () => {
    const page = await tab();
    await page.addInitScript(() => {
      Object.assign(window, { spoken: [] });
      speechSynthesis.getVoices = () => [{ lang: 'en-GB' } as SpeechSynthesisVoice];
      speechSynthesis.speak = ({ lang }) => (window as unknown as { spoken: string[] }).spoken.push(lang);
    });
    await page.goto(lead);
    await translate(page);
    await page.locator('[data-tool="listen"]').click();
    await expect.poll(() => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)).toEqual(['eo']);
  });

  test('settings, the lightbox and keys work.', async () => {
    const page = await translated(lead);
    await page.keyboard.press('d');
    await page.locator('#display [name="theme"][value="sepia"]').check();
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('sepia');
    await page.keyboard.press('Escape');
    await page.locator('.photo-lead img').first().click();
    await page.locator('.lightbox-next').click();
    expect(await page.locator('.lightbox [role="status"]').textContent()).toContain('2');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await page.locator('#keys kbd').first().textContent()).toMatch(/^\S$/);
  });

  test('a search finds what it found before.', async () => {
    const page = await tab();
    await page.goto(new URL('/search/', fixture.address).href);
    await translate(page);
    await page.locator('[name="q"]').fill('helmsman');
    await page.locator('.result h2').first().waitFor();
    expect(await page.locator('.result h2').count()).toBe(1);
  });
});

describe('Words twice as long, and texts twice as long,', () => {
  const widths = [320, 768, 1440];
  const kinds = papers.flatMap((paper) => oneOfEachKind(pagesOf(paper), /trump-kim|ferries|jisr|minato|handbook/));
  const read = kinds.filter(({ at }) => !at.endsWith('/print/'));
  /** What does not fit, by the width of the screen. */
  const out = new Map(widths.map((width): [number, unknown[]] => [width, []]));
  let visited = 0;

  // One visit of a page shows all widths.
  beforeAll(async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    for (const how of ['words', 'texts'] as const) {
      for (const { url } of read) {
        await page.goto(url);
        await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
        await translate(page, how);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          const { sideways, beyond } = await overflow(page);
          if (sideways > 0 || beyond.length > 0) out.get(width)?.push([url, how, sideways, beyond]);
          const wide = await page.evaluate(() => {
            const sheets = [...document.querySelectorAll('dialog')];
            // One over the other: each has the whole screen.
            for (const sheet of sheets) sheet.showModal();
            const wide = sheets.filter((sheet) => {
              const { left, right } = sheet.getBoundingClientRect();
              return left < 0 || right > innerWidth || sheet.scrollWidth > sheet.clientWidth;
            });
            for (const sheet of sheets) sheet.close();
            return wide.map(({ id }) => id);
          });
          if (wide.length > 0) out.get(width)?.push([url, how, wide]);
        }
        visited += 1;
      }
    }
    await context.close();
  });

  test.each(widths)('stay within the page and its sheets, %i px wide.', (width) => {
    expect(visited).toBe(2 * read.length);
    expect(out.get(width)).toEqual([]);
  });
});

test('Every address that a page shows, and every piece of code, is kept from being translated.', () => {
  const loose: string[] = [];
  let kept = 0;
  for (const { url, html } of papers.flatMap(pagesOf)) {
    for (const { text, code, isTranslated } of textsOf(elementsOf(parsed(html), 'body')[0]!)) {
      if (!code && !/https?:\/\/|[\w-]+\.example\/|\S@\S/.test(text)) continue;
      kept += 1;
      if (isTranslated) loose.push(`${url}: ${text}`);
    }
  }
  expect(kept).toBeGreaterThan(100);
  expect(loose).toEqual([]);
});

/** The texts of an element that are shown, whether each is code or the paper's name, and whether a browser translates it. */
function textsOf(
  element: Element,
  code = false,
  isTranslated = true,
): { text: string; code: boolean; isTranslated: boolean }[] {
  if (/^(script|style|template)$/.test(element.tagName)) return [];
  const within =
    code || /^(code|kbd|samp)$/.test(element.tagName) || [element.properties.className].flat().includes('nameplate');
  const { translate: said } = element.properties;
  const translates = said === 'no' ? false : said === undefined ? isTranslated : true;
  return element.children.flatMap((child) => {
    if (child.type === 'element') return textsOf(child, within, translates);
    const text = child.type === 'text' ? child.value.trim() : '';
    return text ? [{ text, code: within, isTranslated: translates }] : [];
  });
}
