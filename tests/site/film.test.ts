import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { gatherConsole, openBrowser } from '../support/browser.ts';
import { project } from '../support/paper.ts';

const ebb = new URL('/2025/05/06/ebb/', inject('fixture').address).href;
const clip = readFileSync(path.join(project, 'tests/fixtures/paper/articles/2025/05/06/ebb/tide.webm'));

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function opened(options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 390, height: 844 },
    ...options,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const told: string[] = [];
  gatherConsole(page, told);
  await page.goto(ebb, { waitUntil: 'networkidle' });
  return { page, asked, told, play: page.getByRole('link', { name: 'Play the video' }) };
}

describe('a film of the paper', () => {
  test('is not loaded, and neither are its captions, before a reader asks for it', async () => {
    const { page, asked } = await opened();
    await page.locator('.video').scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((file) => /\.(webm|vtt)$/.test(file))).toEqual([]);
    expect(await page.locator('video').count()).toBe(0);
  });

  test('plays with its captions in the place of its poster when a reader asks', async () => {
    const { page, told, play } = await opened();
    const shape = () => page.locator('.video > :first-child').evaluate((each) => each.getBoundingClientRect().height);
    const before = await shape();
    await play.press('Enter');
    const film = page.locator('.video video');
    await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0);
    const facts = await film.evaluate((video: HTMLVideoElement) => ({
      controls: video.controls,
      focused: document.activeElement === video,
      captions: video.textTracks[0]?.mode,
    }));
    expect(facts).toEqual({ controls: true, focused: true, captions: 'showing' });
    await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.textTracks[0]?.cues?.length)).toBe(1);
    expect(Math.abs((await shape()) - before)).toBeLessThan(2);
    expect(told).toEqual([]);
  });

  test('plays when its poster is clicked', async () => {
    const { page } = await opened();
    await page.locator('.video picture img').click();
    await page.locator('.video video').waitFor();
  });

  test('is a link to its file with scripts off', async () => {
    const { page, play } = await opened({ javaScriptEnabled: false });
    const answer = await page.request.get(new URL((await play.getAttribute('href')) ?? '', ebb).href);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'video/webm']);
    expect(await answer.body()).toEqual(clip);
  });

  test('names the page where it came from beside it', async () => {
    const { page } = await opened();
    expect(await page.locator('.video-link a[rel="external"]').getAttribute('href')).toBe(
      'https://www.films.fixture.example/tide',
    );
  });
});
