import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sirv from 'sirv';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, onTestFinished } from 'vitest';
import { servePaper } from '../../src/desk/serve.ts';
import { violations } from '../support/axe.ts';
import { base, edition, fixture, homes, placeIn } from '../support/below.ts';
import { openOwnBrowser, scrollThrough } from '../support/browser.ts';
import { pagesOf } from '../support/dist.ts';
import { editionLead, fixtureLead } from '../support/landmarks.ts';

/** Where a place in a paper is for a browser, from the root of the host. */
const here = (place: string) => base + place;
/** What stores of the browser begin with, where others are at the same host. */
const prefix = here('/').slice(1);

let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await openOwnBrowser();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = await context.newPage();
  return () => context.close();
});
afterAll(() => browser.close());

/** A copy of a paper on a server of its own, that may be changed and stopped. */
async function ownCopyOf({ dist }: { dist: string }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-served-'));
  cpSync(dist, folder, { recursive: true });
  const { server, address } = await servePaper(folder, 0);
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  onTestFinished(() => {
    stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, stop, at: (place: string) => placeIn({ address }, place) };
}

/** Waits until there is a copy of a page, or none. */
const waitForCopy = (place: string, there = true) =>
  expect.poll(() => page.evaluate(async (at) => Boolean(await caches.match(at)), here(place))).toBe(there);

/** Waits until the service worker has done all that it was asked for so far; pictures of the last page would come later, and it has none. */
const waitForErrands = async () => {
  await page.evaluate(async (last) => {
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: [last] });
  }, here('/about/?last'));
  await waitForCopy('/about/?last');
};

const saveButton = () => page.locator('[data-tool="save"]');
const note = () => page.locator('.offline-note');
const isWhole = async () => {
  await scrollThrough(page);
  return page.locator('img').evaluateAll((all) => (all as HTMLImageElement[]).every((image) => image.naturalWidth > 0));
};

describe('a saved story', () => {
  test('is on the list with its headline, kicker and date', async () => {
    await page.goto(placeIn(edition, editionLead));
    const told = await page.locator('main').evaluate((main) => ({
      headline: main.querySelector('h1')?.textContent,
      kicker: main.querySelector('.kicker')?.textContent?.trim(),
      date: main.querySelector('time')?.textContent,
    }));
    await saveButton().click();
    await page.goto(placeIn(edition, '/saved/'));
    const item = page.locator('[data-saved] > li');
    expect({
      headline: await item.locator('h2').innerText(),
      kicker: await item.locator('.kicker').textContent(),
      date: await item.locator('time').textContent(),
    }).toEqual(told);
  });

  test('is told by its button as pressed, on every later visit too', async () => {
    await page.goto(placeIn(edition, editionLead));
    expect(await saveButton().getAttribute('aria-pressed')).toBe('false');
    await saveButton().click();
    expect([await saveButton().textContent(), await saveButton().getAttribute('aria-pressed')]).toEqual([
      'Saved',
      'true',
    ]);
    await page.reload();
    expect(await saveButton().textContent()).toBe('Saved');
  });

  test('can be read without a network, with its pictures and fonts', async () => {
    const paper = await ownCopyOf(edition);
    await page.goto(paper.at(editionLead));
    await saveButton().click();
    await waitForCopy(editionLead);
    await waitForErrands();
    paper.stop();
    await page.goto(paper.at(editionLead));
    expect(await isWhole()).toBe(true);
    expect(await page.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded'))).toBe(true);
    expect(await note().textContent()).toBe('There is no network: this is the copy kept on this device.');
  });

  test('that was never scrolled through has one size of each picture kept', async () => {
    const paper = await ownCopyOf(fixture);
    await page.goto(paper.at(fixtureLead));
    await saveButton().click();
    await waitForErrands();
    paper.stop();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(paper.at(fixtureLead));
    expect(await page.locator('img').count()).toBeGreaterThan(5);
    expect(await isWhole()).toBe(true);
  });

  test('is marked on the list as readable without a network, and the list is too', async () => {
    const paper = await ownCopyOf(edition);
    await page.goto(paper.at(editionLead));
    await saveButton().click();
    await waitForErrands();
    paper.stop();
    await page.goto(paper.at('/saved/'));
    await page.getByText('Can be read without a network').waitFor();
    await page.locator('[data-saved] a').click();
    await page.waitForURL(paper.at(editionLead));
    expect(await page.locator('h1').textContent()).toContain('Trump-Kim talks');
  });

  test('is gone with its copy when it is removed', async () => {
    await page.goto(placeIn(edition, editionLead));
    await saveButton().click();
    await waitForCopy(editionLead);
    await page.goto(placeIn(edition, '/saved/'));
    await page.getByRole('button', { name: 'Remove' }).click();
    expect(await page.getByText('No story is saved on this device yet.').isVisible()).toBe(true);
    await waitForCopy(editionLead, false);
  });

  test('leaves the keyboard on the list when it is removed', async () => {
    for (const place of [editionLead, pagesOf(edition).find(({ at }) => at.includes('summit-briefs'))?.at ?? '']) {
      await page.goto(placeIn(edition, place));
      await saveButton().click();
    }
    await page.goto(placeIn(edition, '/saved/'));
    await page.getByRole('button', { name: 'Remove' }).first().press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Remove');
  });

  test('shows script in its headline as text', async () => {
    await page.goto(placeIn(fixture, '/2025/05/06/angle-brackets/'));
    await saveButton().click();
    await page.goto(placeIn(fixture, '/saved/'));
    expect(await page.locator('[data-saved] h2').textContent()).toContain('<script>');
    expect(await page.locator('[data-saved] script').count()).toBe(0);
  });

  test('keeps its language and direction on the list', async () => {
    await page.goto(placeIn(fixture, '/2025/05/06/jisr-al-mina/'));
    await saveButton().click();
    await page.goto(placeIn(fixture, '/saved/'));
    expect(await page.locator('[data-saved] > li > div').getAttribute('dir')).toBe('rtl');
  });

  test('that leads to a script is not put on the list', async () => {
    await page.goto(placeIn(fixture, '/saved/'));
    await page.evaluate(
      (key) => localStorage.setItem(key, '[{"href":"javascript:alert(1)","headline":"A trap"},null,7]'),
      `${prefix}broadsheet-saved`,
    );
    await page.reload();
    expect(await page.getByText('No story is saved on this device yet.').isVisible()).toBe(true);
  });
});

describe('the edition whose front page was visited', () => {
  test('can be read without a network', async () => {
    const paper = await ownCopyOf(edition);
    await page.goto(paper.at('/'));
    const stories = await page
      .locator('main :is(h2, h3) a')
      .evaluateAll((all, below) => all.map((link) => link.getAttribute('href')?.slice(below)), base.length);
    expect(stories.length).toBeGreaterThan(5);
    for (const story of stories) await waitForCopy(story ?? '');
    await waitForErrands();
    paper.stop();
    await page.goto(paper.at('/'));
    for (const [index, story] of stories.entries()) {
      await page.goto(paper.at('/'));
      await page.locator('main :is(h2, h3) a').nth(index).click();
      await page.waitForURL(paper.at(story ?? ''));
      expect(await page.locator('main h1').count()).toBe(1);
      expect(await note().isVisible()).toBe(true);
      expect(await isWhole()).toBe(true);
    }
  });

  test('is not fetched for a reader who saves data', async () => {
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } });
    });
    await page.goto(edition.address);
    await waitForCopy('/');
    await waitForErrands();
    expect(await page.evaluate(async (at) => Boolean(await caches.match(at)), here(editionLead))).toBe(false);
  });
});

describe('a page that was visited', () => {
  test('is never shown as it was while the network is there', async () => {
    const paper = await ownCopyOf(edition);
    await page.goto(paper.at(editionLead));
    await waitForCopy(editionLead);
    const file = path.join(paper.folder, editionLead, 'index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/<h1[^>]*>[^<]*/, '<h1>Corrected'));
    await page.goto(paper.at('/'));
    await page.goto(paper.at(editionLead));
    expect(await page.locator('h1').textContent()).toBe('Corrected');
    expect(await note().count()).toBe(0);
    await page.evaluate(() => scrollTo(0, 600));
    paper.stop();
    await page.reload();
    expect(await page.locator('h1').textContent()).toBe('Corrected');
    expect((await note().boundingBox())?.y).toBe(0);
  });

  test('is asked for once, where the host lets browsers keep pages', async () => {
    const asked: string[] = [];
    const files = sirv(edition.dist, { dev: true, etag: true });
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      request.url = request.url?.slice(base.length);
      files(request, response);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${here(editionLead)}`);
    await waitForCopy(editionLead);
    await waitForErrands();
    expect(asked.filter((url) => url === here(editionLead))).toHaveLength(1);
  });

  test('is forgotten when the paper has it no more', async () => {
    const paper = await ownCopyOf(edition);
    await page.goto(paper.at(editionLead));
    await saveButton().click();
    await waitForCopy(editionLead);
    await waitForErrands();
    rmSync(path.join(paper.folder, editionLead), { recursive: true });
    await page.reload();
    expect(await page.locator('h1').textContent()).toBe('There is no page at this address');
    await waitForCopy(editionLead, false);
    paper.stop();
    await page.reload();
    expect(await note().textContent()).toBe('There is no network, and this page is not kept on this device.');
  });

  test('is one of the sixty newest, and what older ones showed is deleted with them', async () => {
    const paper = await ownCopyOf(edition);
    const places = Array.from({ length: 70 }, (_, index) => `/many/${index}/`);
    for (const place of places) {
      mkdirSync(path.join(paper.folder, place), { recursive: true });
      writeFileSync(path.join(paper.folder, place, 'index.html'), '<!doctype html><title>One of many</title>');
    }
    // A picture that comes late would be kept again.
    await page.goto(paper.at(editionLead), { waitUntil: 'networkidle' });
    await waitForCopy(editionLead);
    await page.evaluate(
      async (keep) => (await navigator.serviceWorker.ready).active?.postMessage({ keep }),
      places.map(here),
    );
    await waitForCopy('/many/69/');
    await waitForErrands();
    const kept = () =>
      page.evaluate(
        async ({ store, oldest }) => ({
          pages: (await (await caches.open(`${store}visited-1`)).keys()).length,
          pictures: (await (await caches.open(`${store}files-1`)).keys()).filter(({ url }) => /avif|webp/.test(url))
            .length,
          oldest: Boolean(await caches.match(oldest)),
        }),
        { store: `${prefix}broadsheet-`, oldest: here('/many/0/') },
      );
    await expect.poll(kept).toEqual({ pages: 60, pictures: 0, oldest: false });
  });
});

describe('one story under more than one address', () => {
  const spellings = [
    ['the name of its file', (at: string) => `${at}index.html`],
    ['no slash at its end', (at: string) => at.slice(0, -1)],
    ['a question', (at: string) => `${at}?utm_source=letter&fbclid=1`],
    ['a place on the page', (at: string) => `${at}#text`],
    ['capital letters', (at: string) => at.toUpperCase()],
    ['two slashes', (at: string) => at.replaceAll('/', '//').replace(/^\/\//, '/')],
    ['letters written as numbers', (at: string) => at.replace('-', '%2D').replace('t', '%74')],
  ] as const;
  const pagesKept = () =>
    page.evaluate(
      async ({ store, below }) => {
        const all = [];
        for (const name of ['saved-1', 'visited-1'])
          all.push(...(await (await caches.open(store + name)).keys()).map(({ url }) => new URL(url)));
        const kept = all.map(({ pathname, search }) => pathname.slice(below) + search);
        return kept.filter((at) => /^\/(\/|2019|a\/)/.test(at));
      },
      { store: `${prefix}broadsheet-`, below: base.length },
    );

  test('is kept once, under its permalink, however it was opened', async () => {
    const paper = await ownCopyOf(edition);
    await page.goto(paper.at('/saved/'));
    await waitForErrands();
    await page.reload();
    for (const [, spelt] of spellings.slice(0, 4)) await page.goto(paper.at(spelt(editionLead)));
    await page.goto(paper.at('/a/k7m2xq/'));
    await page.waitForURL(paper.at(editionLead));
    await waitForCopy(editionLead);
    await waitForErrands();
    expect(await pagesKept()).toEqual([editionLead]);
  });

  test('is kept under its permalink where it is the first page that a reader opens', async () => {
    const paper = await ownCopyOf(edition);
    await page.goto(paper.at(`${editionLead}index.html?utm_source=letter`));
    await waitForCopy(editionLead);
    await waitForErrands();
    expect(await pagesKept()).toEqual([editionLead]);
  });

  test('is found without a network under each, by its short link and by former addresses', async () => {
    const paper = await ownCopyOf(fixture);
    const story = '/2025/05/06/the-swing-bridge/';
    await page.goto(paper.at(story));
    await waitForCopy(story);
    await waitForErrands();
    paper.stop();
    const short = new URL((await page.locator('link[rel="shortlink"]').getAttribute('href')) ?? '').pathname.slice(
      base.length,
    );
    const former = '/2025/05/05/swing-bridge-to-close/';
    const ways = [...spellings.map(([, spelt]) => spelt(story)), short, short.slice(0, -1), former, `${former}?from=x`];
    for (const at of ways) {
      await page.goto(paper.at(at));
      expect([at, await page.locator('h1').innerText()]).toEqual([at, expect.stringContaining('The swing bridge')]);
      expect(await note().count()).toBe(1);
    }
  });

  test('is not forgotten since another spelling of it is missing', async () => {
    const paper = await ownCopyOf(edition);
    await page.goto(paper.at(editionLead));
    await waitForCopy(editionLead);
    const answer = await page.goto(paper.at(editionLead.toUpperCase()));
    expect(answer?.status()).toBe(404);
    await waitForErrands();
    await waitForCopy(editionLead);
  });

  test('is saved once, and its button says so under each', async () => {
    const paper = await ownCopyOf(edition);
    await page.goto(paper.at(`${editionLead}index.html`));
    await saveButton().click();
    for (const [, spelt] of spellings.slice(0, 4)) {
      await page.goto(paper.at(spelt(editionLead)));
      expect(await saveButton().getAttribute('aria-pressed')).toBe('true');
    }
    await page.goto(paper.at('/saved/'));
    expect(
      await page.locator('[data-saved] > li a').evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
    ).toEqual([here(editionLead)]);
  });

  test('keeps the place where reading stopped for all of them', async () => {
    const paper = await ownCopyOf(fixture);
    const long = '/2025/05/05/the-long-way-round/';
    await page.goto(paper.at(`${long}index.html?utm_source=letter`));
    await page
      .locator('.prose > *')
      .nth(14)
      .evaluate((place) => place.scrollIntoView());
    await page.goto(paper.at('/'));
    await page.goto(paper.at(long));
    await page.locator('[data-bar="resume"]').waitFor();
  });

  test('is passed on by its permalink', async () => {
    const paper = await ownCopyOf(edition);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(paper.at(`${editionLead}index.html?utm_source=letter#text`));
    await page.locator('[data-share] summary').click();
    await page.locator('[data-copy="link"]').click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(homes.edition + editionLead);
  });

  test('is the edition whose stories are kept, for a front page under another address', async () => {
    const paper = await ownCopyOf(edition);
    await page.goto(paper.at('/index.html?utm_source=letter'));
    await waitForCopy('/');
    await waitForCopy(editionLead);
  });
});

test('a picture that is gone since the paper was published anew is shown in the size that is kept', async () => {
  const paper = await ownCopyOf(fixture);
  await page.goto(paper.at(fixtureLead));
  await waitForCopy(fixtureLead);
  await saveButton().click();
  await waitForErrands();
  await page.reload();
  rmSync(path.join(paper.folder, '_astro'), { recursive: true });
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await isWhole()).toBe(true);
});

describe('without a network', () => {
  test('a page that is not kept says so above the saved stories', async () => {
    const paper = await ownCopyOf(edition);
    await page.goto(paper.at(editionLead));
    await waitForCopy('/saved/');
    await waitForErrands();
    paper.stop();
    const answer = await page.goto(paper.at('/2019/02/28/never-seen/'));
    expect(answer?.status()).toBe(503);
    expect(await note().textContent()).toBe('There is no network, and this page is not kept on this device.');
    expect(await page.locator('h1').textContent()).toBe('Saved stories');
  });
});

describe('the service worker', () => {
  test('deletes the copies of one that went before', async () => {
    // A file that is no page brings no worker, so that the one before is there first.
    await page.goto(placeIn(edition, '/robots.txt'));
    await page.evaluate((old) => caches.open(old), `${prefix}broadsheet-files-0`);
    await page.goto(edition.address);
    await waitForErrands();
    const names = () => page.evaluate(() => caches.keys());
    expect(await names()).toContain(`${prefix}broadsheet-files-1`);
    await expect.poll(names).not.toContain(`${prefix}broadsheet-files-0`);
  });

  test('leaves the console clean', async () => {
    const told: string[] = [];
    context.on('console', (message) => told.push(message.text()));
    context.on('weberror', (error) => told.push(error.error().message));
    await page.goto(placeIn(edition, editionLead));
    await saveButton().click();
    await waitForErrands();
    await page.goto(edition.address);
    await page.goto(placeIn(edition, '/saved/'));
    await waitForErrands();
    expect(told).toEqual([]);
  });
});

describe('the list of saved stories', () => {
  test('says with scripts off what it needs, and shows nothing that would not work', async () => {
    const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await still.goto(placeIn(edition, '/saved/'));
    expect(await still.locator('main').innerText()).toContain('JavaScript, which is off');
    expect(await still.locator('main button').count()).toBe(0);
    await still.goto(placeIn(edition, editionLead));
    expect(await still.locator('button:visible').count()).toBe(0);
    await still.context().close();
  });

  test.each([
    [320, 'light'],
    [1440, 'dark'],
  ] as const)('has nothing for axe to find, %i px wide, %s', async (width, colorScheme) => {
    const own = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    const list = await own.newPage();
    await list.goto(placeIn(edition, editionLead));
    await list.locator('[data-tool="save"]').click();
    await list.goto(placeIn(edition, '/saved/'));
    await list.locator('[data-saved] > li').waitFor();
    expect(await violations(list, 'usual')).toEqual([]);
    expect(await list.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await own.close();
  });
});
