import type { Element } from 'hast';
import type { Browser, Page } from 'playwright-core';
import type { Browser as Firefox } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openOwnBrowser } from '../support/browser.ts';
import { elementsOf, parsed, textOf } from '../support/dist.ts';
import { firefoxPath, openFirefox } from '../support/firefox.ts';
import { editionLead, fixtureLead } from '../support/landmarks.ts';

const edition = inject('edition');
const fixture = inject('fixture');
const lead = new URL(editionLead, edition.address).href;
const rich = new URL(fixtureLead, fixture.address).href;
const handbook = new URL('/2025/05/06/the-harbour-handbook/', fixture.address).href;
const long = new URL('/2025/05/05/the-long-way-round/', fixture.address).href;

/** What is on the clipboard. */
interface Copied {
  plain: string;
  html: string;
}

// In the page.
const clipboard = async (): Promise<Copied> => {
  const [item] = await navigator.clipboard.read();
  const of = async (type: string) => (item?.types.includes(type) ? (await item.getType(type)).text() : '');
  return { plain: await of('text/plain'), html: await of('text/html') };
};
const fromHeadlineToLast = () => {
  const headline = document.querySelector('h1');
  const last = [...document.querySelectorAll('.prose > *')].at(-1);
  if (headline && last) getSelection()?.setBaseAndExtent(headline, 0, last, last.childNodes.length);
};

const words = (text: string) => text.replace(/\s+/g, ' ').trim();

let chromium: Browser;
let page: Page;
beforeAll(async () => {
  chromium = await openOwnBrowser();
});
afterEach(() => page?.context().close());
afterAll(() => chromium.close());

async function open(url: string): Promise<void> {
  const context = await chromium.newContext({
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: 'block',
  });
  page = await context.newPage();
  await page.goto(url);
  const text = page.locator('.prose > p');
  if ((await text.count()) === 0) return;
  // With all that scripts add.
  await text.first().hover();
  await page.locator('.pilcrow.near').waitFor();
}

async function copied(): Promise<Copied> {
  await page.keyboard.press('Control+c');
  await page.waitForTimeout(100);
  return page.evaluate(clipboard);
}

async function copiedStory(url: string): Promise<Copied> {
  await open(url);
  await page.evaluate(fromHeadlineToLast);
  return copied();
}

/** Words of controls, and of ways to elsewhere, that stand within the run of a story. */
const furniture = ['Display', 'Print', 'Save for later', 'Share', 'Copy link', 'E-mail', 'Bluesky', '¶'];

// Details without a class are the story's own. Chromium copies a box around closed details, empty.
const isFurniture = (element: Element) =>
  textOf(element).trim() !== '' &&
  (/^(button|nav|aside)$/.test(element.tagName) ||
    (element.tagName === 'details' && 'className' in element.properties));

describe.each([
  ['the lead', lead, ['Video']],
  ['a story with every block', rich, ['Read on about bridges', 'Obituary', 'films.fixture.example']],
  ['a story with footnotes', handbook, ['↩']],
  ['a story with a list of contents', long, ['In this article']],
])('From headline to last paragraph, what is copied of %s', (_name, url, own) => {
  test('has no furniture in it, as text or as HTML.', async () => {
    const { plain, html } = await copiedStory(url);
    for (const word of [...furniture, ...own]) {
      expect(plain).not.toContain(word);
      expect(html).not.toContain(`>${word}`);
    }
    const tree = parsed(html);
    expect(elementsOf(tree, isFurniture)).toEqual([]);
    const empty = elementsOf(tree, 'li').filter((item) => textOf(item).trim() === '');
    expect(empty).toEqual([]);
  });

  test('has headline, byline and every paragraph, as text and as HTML.', async () => {
    const { plain, html } = await copiedStory(url);
    const told = await page
      .locator('h1, .byline, .prose > p')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).innerText));
    const inHtml = words(textOf(parsed(html)));
    for (const each of told) {
      expect(words(plain)).toContain(words(each));
      expect(inHtml).toContain(words(each));
    }
  });
});

test('Captions and credits are copied with the story, and a picture once.', async () => {
  const { plain, html } = await copiedStory(rich);
  expect(plain).toContain('The bell tower, with a caption that holds emphasis and a link. Drawing: The Fixture');
  const pictures = elementsOf(parsed(html), 'img');
  expect(pictures.filter(({ properties }) => 'hidden' in properties)).toEqual([]);
  expect(pictures.length).toBe(await page.locator('.story-part img:visible').count());
});

test('Marks of footnotes and their texts are copied with the story.', async () => {
  const { plain } = await copiedStory(handbook);
  expect(plain).toMatch(/The handbook1 opens with a table that is wider than any pocket\.2/);
  const note = await page.locator('[data-footnotes] li p').first().innerText();
  expect(plain).toContain(words(note.replace(/↩.*/, '')));
});

test('Where all is selected, no control and no navigation is copied.', async () => {
  await open(rich);
  await page.keyboard.press('Control+a');
  const { plain, html } = await copied();
  const lines = plain.split('\n').map((line) => line.trim());
  for (const word of [...furniture, 'Archive', 'Before this in Harbour', 'Cite this article', 'Topics'])
    expect(lines).not.toContain(word);
  expect(plain).not.toContain('Skip to');
  expect(plain).toContain('The first ferry of the season left the north pier');
  expect(elementsOf(parsed(html), ({ tagName }) => tagName === 'button' || tagName === 'nav')).toEqual([]);
});

describe('What readers want to copy by itself can be selected:', () => {
  test('the address in the ways to share.', async () => {
    await open(lead);
    await page.locator('[data-share] summary').click();
    await page.locator('.share-ways p').click();
    expect((await copied()).plain).toBe(`https://broadsheet.example${editionLead}`);
  });

  test('a citation.', async () => {
    await open(lead);
    await page.locator('.cite summary').click();
    await page.locator('.cite li span').first().click({ clickCount: 3 });
    expect(words((await copied()).plain)).toMatch(
      /^The Broadsheet newsdesk, “Trump-Kim talks .* https:\/\/broadsheet\.example\/a\/k7m2xq\/$/,
    );
  });

  test('what the browser did not copy.', async () => {
    await open(lead);
    await page.evaluate(() =>
      Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject() }),
    );
    await page.locator('.pilcrow.near').click();
    await page.locator('.said').click({ clickCount: 3 });
    expect((await copied()).plain).toContain(`https://broadsheet.example${editionLead}#p-`);
  });

  test('a headline on the front page, and the excerpt of a result.', async () => {
    await open(edition.address);
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('main h2') ?? document.body));
    expect((await copied()).plain).toContain('Trump-Kim talks');
    await page.context().close();
    await open(new URL('/search/?q=helmsman', fixture.address).href);
    await page.locator('.excerpt').first().waitFor();
    await page.locator('.excerpt').first().click({ clickCount: 3 });
    expect((await copied()).plain).toContain('helmsman');
  });
});

test('Words of furniture are found on the page.', async () => {
  await open(rich);
  const found = await page.evaluate(() =>
    ['Save for later', 'Read on about bridges', 'Archive'].map((word) =>
      (window as unknown as { find: (...of: unknown[]) => boolean }).find(word, false, false, true),
    ),
  );
  expect(found).toEqual([true, true, true]);
});

describe.skipIf(!firefoxPath)('In Firefox', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await openFirefox({ 'dom.events.testing.asyncClipboard': true });
  });
  afterAll(() => firefox.close());

  test.each([lead, rich, long])('the story is copied without furniture: %s', async (url) => {
    const tab = await firefox.newPage();
    await tab.setViewport({ width: 1280, height: 900 });
    await tab.goto(url);
    await tab.hover('.prose > p');
    await tab.waitForSelector('.pilcrow');
    await tab.evaluate(fromHeadlineToLast);
    await tab.keyboard.down('Control');
    await tab.keyboard.press('c');
    await tab.keyboard.up('Control');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { plain, html } = await tab.evaluate(clipboard);
    expect(plain).toContain(await tab.$eval('.prose > p', (first) => first.innerText.slice(0, 40)));
    for (const word of [...furniture, 'In this article', 'Read on about bridges']) {
      expect(plain).not.toContain(word);
      expect(html).not.toContain(`>${word}`);
    }
    expect(elementsOf(parsed(html), isFurniture)).toEqual([]);
    await tab.close();
  });
});
