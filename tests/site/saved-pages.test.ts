import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { fetchedBytes, fetchedStory } from '../../src/importing/fetching.ts';
import { openBrowser, scrollThrough } from '../support/browser.ts';
import { editionLead, fixtureLead } from '../support/landmarks.ts';
import { articleIn, emptyPaper, imported, put, remove, unaccounted } from '../unit/importing/support.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const stories = [
  { name: 'the lead of the edition', at: editionLead, home: 'https://broadsheet.example/', ...inject('edition') },
  { name: 'a story with every block', at: fixtureLead, home: 'https://fixture.example/', ...inject('fixture') },
];

describe.each(stories)('$name is imported as it is in its site', ({ at, home, dist, address }) => {
  const url = home + at.slice(1);
  const atHome = (given: string) => given.replace(home, address);

  test('from its address', async () => {
    const root = paper();
    const got = await fetchedStory(atHome(url));
    if ('fault' in got) throw new Error(got.fault);
    const sources = [{ name: url, kind: 'broadsheet' as const, bytes: () => got.bytes, address: got.address }];
    const fetched = (picture: string) => fetchedBytes(atHome(picture));
    const { text } = filed(root, await imported(root, sources, { fetched }));
    expect(text).toBe((await fromSite('index.json')).text);
  });

  test('from a page that a browser has saved with its folder', async () => {
    const root = paper();
    put(root, await savedWithFolder(await opened(url, atHome), dist));
    const { text } = filed(root, await imported(root, ['in/page.html']));
    expect(text).toBe((await fromSite('index.html')).text);
  });

  test('from a page that a browser has saved as one file', async () => {
    const root = paper();
    const page = await opened(url, atHome);
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
    put(root, { 'in/page.mhtml': data });
    const { text } = filed(root, await imported(root, ['in/page.mhtml']));
    expect(text).toBe((await fromSite('index.html')).text);
  });

  async function fromSite(form: string) {
    const root = paper();
    const direct = filed(root, await imported(root, [path.join(dist, at, form)]));
    expect(direct.text).toContain('./a picture');
    return direct;
  }
});

function paper(): string {
  const root = emptyPaper();
  onTestFinished(() => remove(root));
  return root;
}

/** An article without the names of its pictures, which are those that a browser has chosen among several sizes. */
function filed(root: string, reports: Awaited<ReturnType<typeof imported>>) {
  expect(reports.map(({ outcome, reason }) => [outcome, reason])).toEqual([['new', undefined]]);
  expect(reports.flatMap(unaccounted)).toEqual([]);
  return {
    text: articleIn(root, reports[0]?.article).replace(/\.\/[\w-]+\.(?:jpg|png|gif|webp|avif|svg)/g, './a picture'),
  };
}

/** A page at the address that readers know it by, from where it is served here. */
async function opened(url: string, atHome: (given: string) => string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  onTestFinished(() => page.close());
  await page.route(`${new URL(url).origin}/**`, async (route) =>
    route.fulfill({ response: await route.fetch({ url: atHome(route.request().url()) }) }),
  );
  await page.goto(url, { waitUntil: 'load' });
  await scrollThrough(page);
  await page.waitForLoadState('networkidle');
  return page;
}

/** What Chromium writes for “Webpage, complete”: addresses of pictures lead into the folder, all others are whole. */
async function savedWithFolder(page: Page, dist: string): Promise<Record<string, string | Uint8Array>> {
  const pictures = await page.evaluate(() => {
    for (const link of document.links) link.href = String(link.href);
    return [...document.images].map((image) => {
      const { pathname } = new URL(image.currentSrc || image.src);
      image.src = `./page_files/${pathname.split('/').at(-1)}`;
      return pathname;
    });
  });
  const url = page.url();
  const note = `<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->`;
  const html = (await page.content()).replace(/(<!doctype html>)/i, `$1\n${note}\n`);
  const files = pictures.map(
    (at) => [`in/page_files/${path.basename(at)}`, readFileSync(path.join(dist, at))] as const,
  );
  return { 'in/page.html': html, ...Object.fromEntries(files) };
}
