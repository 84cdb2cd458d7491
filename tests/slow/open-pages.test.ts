import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { servePaper } from '../../src/desk/serve.ts';
import { openBrowser } from '../support/browser.ts';
import { filesIn } from '../support/dist.ts';
import { removePaper, writeContent } from '../support/paper.ts';
import { builtPaper, quickBuild } from '../support/quick-build.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';
import { copyLink, openHeard, passingOn } from '../support/tabs.ts';

let browser: Browser;
let page: Page;
const told: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

async function open(url: string): Promise<void> {
  told.splice(0);
  page = await openHeard(browser, url, told);
}

describe('A page that is open while the paper is published again', () => {
  let root: string;
  let paper: Awaited<ReturnType<typeof servePaper>>;
  const script = () => path.join(root, 'src/scripts/passing-on.ts');
  const loaded = () => filesIn(path.join(root, 'dist')).filter((file) => /^_astro\/passing-on\.[^/]*\.js$/.test(file));

  const publish = async (at: string) => {
    const { code, output } = await quickBuild(root, { BROADSHEET_NOW: at });
    expect(code, output).toBe(0);
  };
  /** Publishes with another script for passing on. */
  const publishAnew = async (at: string) => {
    writeFileSync(script(), `${readFileSync(script(), 'utf8')}\nconsole.assert(${Math.random()} < 1);\n`);
    await publish(at);
  };

  beforeAll(async () => {
    root = await builtPaper(await smallPaper(), { BROADSHEET_NOW: '2025-06-01T00:00:00Z' });
    paper = await servePaper(path.join(root, 'dist'), 0);
  });
  afterAll(() => {
    paper.server.close();
    removePaper(root);
  });
  const story = () => new URL('/2025/05/06/first/', paper.address).href;

  test('still loads the script that it calls for.', async () => {
    await open(story());
    const [before] = loaded();
    await publishAnew('2025-06-02T00:00:00Z');
    expect(loaded()).toHaveLength(2);
    await page.locator('[data-share] summary').click();
    await copyLink(page).waitFor();
    expect(told).toEqual([]);
    expect(existsSync(path.join(root, 'dist', before ?? ''))).toBe(true);
  });

  test('works without it a week later, when it is gone, and no error is thrown.', async () => {
    await open('about:blank');
    let published = false;
    // The pointer may rest on the article from the beginning.
    await page.route(passingOn, (route) => (published ? route.continue() : route.abort()));
    await page.goto(story());
    await publishAnew('2025-06-03T00:00:00Z');
    await publish('2025-06-11T00:00:00Z');
    expect(loaded()).toHaveLength(1);
    published = true;
    await page.locator('[data-share] summary').click();
    await expect.poll(() => told.join()).toContain('404');
    expect(told.filter((line) => !/404|ERR_FAILED/.test(line))).toEqual([]);
    expect(await page.locator('.share-ways').innerText()).toContain('https://small.example/2025/05/06/first/');
    expect(await copyLink(page).isVisible()).toBe(false);
  });

  test('finds nothing of a story that was taken back.', async () => {
    await open(story());
    writeContent(root, 'articles/2025/05/06/first/index.md', articleOf('first', { status: 'draft', picture: true }));
    await publishAnew('2025-06-12T00:00:00Z');
    expect(filesIn(path.join(root, 'dist')).filter((file) => /first|quay/.test(file))).toEqual([]);
    expect(loaded()).toHaveLength(2);
  });
});

test('A search begins anew where parts of the index that was loaded are gone.', async () => {
  const root = await builtPaper(await smallPaper(), { BROADSHEET_NOW: '2025-06-01T00:00:00Z' });
  const build = async () => expect((await quickBuild(root, { BROADSHEET_NOW: '2025-06-01T00:00:00Z' })).code).toBe(0);
  const third = (body: string) =>
    writeContent(root, 'articles/2025/05/06/third/index.md', articleOf('third', { body }));
  const { server, address } = await servePaper(path.join(root, 'dist'), 0);
  try {
    await open(new URL('/search/', address).href);
    await page.locator('[name="q"]').fill('second');
    await page.locator('.result').first().waitFor();
    third('The third, and a lighthouse of all things.');
    await build();
    await page.locator('[name="q"]').fill('third');
    await page.getByText('lighthouse').waitFor();
    expect(await page.locator('.result h2').allInnerTexts()).toContain('Third headline');
  } finally {
    server.close();
    removePaper(root);
  }
});
