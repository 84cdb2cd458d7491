import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePaper } from '../../src/desk/serve.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { overflow } from '../support/overflow.ts';
import { makePaper, project, removePaper } from '../support/paper.ts';
import { quickBuild } from '../support/quick-build.ts';
import { smallPaper } from '../support/small-paper.ts';

const look = path.join(project, 'tests/fixtures/tabloid/look.css');

let root: string;
let server: Server;
let address: string;
let browser: Browser;
beforeAll(async () => {
  root = makePaper(await smallPaper());
  cpSync(look, path.join(root, 'look.css'));
  const config = path.join(root, 'astro.config.mjs');
  const plain = readFileSync(config, 'utf8');
  writeFileSync(config, plain.replace('broadsheet()', "broadsheet({ customCss: ['./look.css'] })"));
  expect(await quickBuild(root)).toMatchObject({ code: 0 });
  ({ server, address } = await servePaper(path.join(root, 'dist'), 0));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
  removePaper(root);
});

async function lookAt<T>(at: string, what: (page: Page) => Promise<T>, how: BrowserContextOptions = {}): Promise<T> {
  const context = await browser.newContext({ serviceWorkers: 'block', ...how });
  const page = await context.newPage();
  await page.goto(address + at);
  const seen = await what(page);
  await context.close();
  return seen;
}

const pages = ['', '2025/05/06/first/', 'sections/town/', 'search/'];
const style = (selector: string, property: string) => (page: Page) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

describe('A second look, of one file of tokens', () => {
  test('takes at most 60 lines', () => {
    expect(readFileSync(look, 'utf8').trim().split('\n').length).toBeLessThanOrEqual(60);
  });

  test('sets headlines in its own face, and the text in the paper’s', async () => {
    expect(await lookAt(pages[1] ?? '', style('h1', 'font-family'))).toMatch(/^"?Broadsheet Sans/);
    expect(await lookAt(pages[1] ?? '', style('.prose p', 'font-family'))).toMatch(/^"?Broadsheet Serif/);
  });

  test('has its colours in the page, in its bar and in the browser around it', async () => {
    const dark: BrowserContextOptions = { colorScheme: 'dark' };
    expect(await lookAt('', style('html', 'background-color'), dark)).toBe('rgb(16, 20, 24)');
    expect(await lookAt('', style('body', 'border-top-color'))).toBe('rgb(192, 0, 26)');
    expect(readFileSync(path.join(root, 'dist/index.html'), 'utf8')).toContain(
      '<meta name="theme-color" content="#101418" media="(prefers-color-scheme: dark)">',
    );
    expect(readFileSync(path.join(root, 'dist/manifest.webmanifest'), 'utf8')).toContain('"theme_color":"#ffffff"');
  });

  test('leaves readers the colours that they choose', async () => {
    const seen = await lookAt('', async (page) => {
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'sepia'));
      return style('html', 'background-color')(page);
    });
    expect(seen).toBe('rgb(244, 234, 213)');
  });

  test('prints black on white, without the bar', async () => {
    const printed = await lookAt(pages[1] ?? '', async (page) => {
      await page.emulateMedia({ media: 'print' });
      return Promise.all([
        style('html', 'color')(page),
        style('html', 'background-color')(page),
        style('body', 'border-top-style')(page),
      ]);
    });
    expect(printed).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'none']);
  });

  test.each(pages)(
    'gives axe nothing to find, contrast neither, in light and dark, and fits 320 pixels at /%s',
    async (at) => {
      const found = await lookAt(at, async (page) => {
        const light = await violations(page, 'usual');
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await violations(page, 'usual');
        await page.setViewportSize({ width: 320, height: 640 });
        return { light, dark, narrow: await overflow(page) };
      });
      expect(found).toEqual({ light: [], dark: [], narrow: { sideways: 0, beyond: [] } });
    },
  );
});
