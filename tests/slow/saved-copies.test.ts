import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edition, fixture, placeIn } from '../support/below.ts';
import { gatherConsole, openReadersBrowser } from '../support/browser.ts';
import { editionLead, fixtureLead } from '../support/landmarks.ts';

const inEdition = (at: string) => placeIn(edition, at);
const lead = inEdition(editionLead);

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-saved-'));
let browser: Browser;
beforeAll(async () => {
  browser = await openReadersBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

// So tall that no picture waits for being scrolled to: scripts do not run in each of these pages.
const viewport = { width: 1280, height: 8000 };

async function opened(url: string, { javaScriptEnabled = true } = {}): Promise<Page> {
  const page = await browser.newPage({ viewport, serviceWorkers: 'block', javaScriptEnabled });
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

/** A page as Chromium saves it as one file. */
async function asMhtml(page: Page): Promise<string> {
  await page.waitForLoadState('networkidle');
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
  await page.close();
  return data;
}

/** What a file shows that is opened without a network, and what it says on the console. */
async function shownBy(name: string, content: string) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  const page = await browser.newPage({ viewport });
  const told: string[] = [];
  gatherConsole(page, told);
  await page.route(/^https?:/, (route) => route.abort());
  await page.goto(`file://${file}`);
  // Until all have come; those that cannot are not waited for any longer than a slow machine takes.
  await page
    .waitForFunction(() => [...document.images].every(({ hidden, complete }) => hidden || complete), undefined, {
      timeout: 5000,
    })
    .catch(() => undefined);
  const shown = await page.evaluate(() => ({
    pictures: [...document.images].flatMap(({ hidden, naturalWidth }) => (hidden ? [] : [naturalWidth > 0])),
    size: getComputedStyle(document.querySelector('h1, h2') ?? document.body).fontSize,
  }));
  await page.close();
  return { ...shown, told };
}

describe('A page saved as one file by Chromium', () => {
  test.each([
    ['lead', lead],
    ['front page', edition.address],
    ['section', inEdition('/sections/world/')],
    ['newspaper', inEdition('/editions/2019-03-01/print/')],
    ['story with every block', placeIn(fixture, fixtureLead)],
  ])('shows its pictures and its styles without a network: %s', async (name, url) => {
    const page = await opened(url);
    const size = await page
      .locator('h1, h2')
      .first()
      .evaluate((each) => getComputedStyle(each).fontSize);
    const shown = await shownBy(`${name}.mhtml`, await asMhtml(page));
    expect(shown.pictures.length).toBeGreaterThan(1);
    expect(shown).toEqual({ pictures: shown.pictures.map(() => true), size, told: [] });
  });

  test('does so where scripts were off, when it was saved at the paper’s own address', async () => {
    const saved = await asMhtml(await opened(lead, { javaScriptEnabled: false }));
    const atHome = saved.replaceAll(new URL(edition.address).origin, 'https://broadsheet.example');
    const { pictures } = await shownBy('still.mhtml', atHome);
    expect(pictures).toEqual([true, true, true]);
  });
});

test('A file that has its pictures in itself, and the policy as it was, shows them.', async () => {
  const served = readFileSync(path.join(edition.dist, editionLead, 'index.html'), 'utf8');
  const data = (at: string) => readFileSync(path.join(edition.dist, at)).toString('base64');
  const html = served
    .replace(/<source [^>]*>/g, '')
    .replace(/<script[^>]*>[^]*?<\/script>/g, '')
    .replace(/(<img[^>]*?) srcset="[^"]*"/g, '$1')
    .replace(/ src="[^"]*(\/_astro\/[^"]+\.jpeg)"/g, (_, at: string) => ` src="data:image/jpeg;base64,${data(at)}"`);
  const { pictures } = await shownBy('inlined.html', html);
  expect(pictures).toEqual([true, true, true]);
});

describe('The policy', () => {
  test('stays in force on a page whose script has taken its element away.', async () => {
    const page = await opened(lead);
    await page.waitForFunction(() => !document.querySelector('[http-equiv]'));
    const refused = await page.evaluate(async () => {
      const broken: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => broken.push(effectiveDirective));
      const image = new Image();
      image.src = 'https://elsewhere.example/spy.gif';
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      const loaded = document.createElement('script');
      loaded.src = 'data:text/javascript,document.title="taken over"';
      const style = document.createElement('style');
      style.textContent = 'h1 { display: none }';
      document.head.append(script, loaded, style);
      await Promise.all([
        fetch('https://elsewhere.example/').catch(() => undefined),
        image.decode().catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, 200)),
      ]);
      return { broken, title: document.title };
    });
    expect([...new Set(refused.broken)].sort()).toEqual([
      'connect-src',
      'img-src',
      'script-src-elem',
      'style-src-elem',
    ]);
    expect(refused.title).toContain('Trump-Kim');
    await page.close();
  });

  test('lets pictures and faces be in the page itself, and nothing else.', () => {
    const html = readFileSync(path.join(edition.dist, 'index.html'), 'utf8');
    const policy = /content="(default-src 'none';[^"]*)"/.exec(html)?.[1]?.split(/; ?/) ?? [];
    const withData = policy.filter((directive) => directive.includes('data:'));
    expect(withData).toEqual(["img-src 'self' data: https://broadsheet.example", "font-src 'self' data:"]);
  });
});
