import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test, onTestFinished } from 'vitest';
import { violations } from '../support/axe.ts';
import { gatherConsole, openBrowser } from '../support/browser.ts';
import { editionLead, fixtureLead } from '../support/landmarks.ts';

const edition = inject('edition');
const fixture = inject('fixture');
const arabic = new URL('/2025/05/06/jisr-al-mina/', fixture.address).href;
const pictured = new URL(fixtureLead, fixture.address).href;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A transition, and a machine with other work, take their time. */

async function opened(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 390, height: 844 },
    ...options,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const enlarge = (page: Page) => page.locator('.enlarge');
const dialog = (page: Page) => page.locator('dialog.lightbox');
const position = (page: Page) => dialog(page).getByRole('status');
const shown = (page: Page) => dialog(page).locator('img');
const scaleOf = (page: Page) => shown(page).evaluate((image) => new DOMMatrix(getComputedStyle(image).transform).a);

/** Opens the first picture by the keyboard. */
async function openFirst(page: Page) {
  await enlarge(page).first().press('Enter');
  await dialog(page).waitFor();
}

/** Puts fingers on the picture, moves them, and lifts them. */
async function fingers(page: Page, ...ways: { from: [number, number]; to: [number, number] }[]) {
  const client: CDPSession = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : ways.map(({ from, to }, id) => ({
              id,
              x: from[0] + (to[0] - from[0]) * share,
              y: from[1] + (to[1] - from[1]) * share,
            })),
    });
  await send('touchStart', 0);
  for (const share of [0.25, 0.5, 0.75, 1]) await send('touchMove', share);
  await send('touchEnd', 1);
}

describe('a picture of an article', () => {
  test('opens by the keyboard, and gives the focus back when it is closed', async () => {
    const page = await opened(pictured);
    await openFirst(page);
    expect(await dialog(page).evaluate((element) => element.matches(':modal'))).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog(page).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement === document.querySelector('.enlarge'))).toBe(true);
  });

  test('opens by a click on it', async () => {
    const page = await opened(pictured);
    await page.locator('.photo-lead picture img').click();
    await dialog(page).waitFor();
    expect(await position(page).textContent()).toMatch(/^Picture 1 of \d$/);
    // Which it is, and what is to be seen, is said in it.
    expect(await dialog(page).getAttribute('aria-label')).toBe('Picture');
  });

  test('comes with the caption and credit that stand under it', async () => {
    const page = await opened(pictured);
    const under = await page.locator('.photo-lead figcaption').textContent();
    await openFirst(page);
    expect(await dialog(page).locator('.lightbox-caption').textContent()).toBe(under);
  });

  test('comes in its largest file', async () => {
    const page = await opened(new URL(editionLead, edition.address).href);
    const largest = await page
      .locator('.photo-lead picture')
      .evaluate((picture) =>
        Math.max(
          ...[...picture.querySelectorAll('source')].flatMap(({ srcset }) =>
            [...srcset.matchAll(/ (\d+)w/g)].map((each) => Number(each[1])),
          ),
        ),
      );
    await openFirst(page);
    await expect.poll(() => shown(page).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(largest);
  });

  test('has a button that is named, marked when it is reached, and nothing to tell when scripts are off', async () => {
    const page = await opened(pictured);
    await enlarge(page).first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(
      await enlarge(page)
        .first()
        .evaluate((button) => [button.ariaLabel, getComputedStyle(button).outlineStyle, button.clientHeight > 24]),
    ).toEqual([
      'Enlarge the picture: The first boat of the season leaves the north pier; the band had gone home.',
      'solid',
      true,
    ]);
    const still = await opened(pictured, { javaScriptEnabled: false });
    expect(await enlarge(still).count()).toBe(0);
    expect(await still.locator('.photo-lead picture img').evaluate((image) => getComputedStyle(image).cursor)).toBe(
      'auto',
    );
  });

  test('moves nothing on the page when its button is made, opened and closed', async () => {
    const page = await opened(pictured, { viewport: { width: 1440, height: 900 } });
    const place = () => page.locator('.prose').evaluate((prose) => prose.getBoundingClientRect().top + scrollY);
    const before = await place();
    await openFirst(page);
    await page.keyboard.press('Escape');
    expect(await place()).toBe(before);
  });
});

describe('the lightbox', () => {
  test('goes on and back by arrow keys, round and round', async () => {
    const page = await opened(pictured);
    await openFirst(page);
    const count = await enlarge(page).count();
    expect(count).toBeGreaterThan(3);
    await page.keyboard.press('ArrowRight');
    expect(await position(page).textContent()).toBe(`Picture 2 of ${count}`);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await position(page).textContent()).toBe(`Picture ${count} of ${count}`);
    await page.keyboard.press('Home');
    expect(await position(page).textContent()).toBe(`Picture 1 of ${count}`);
  });

  test('goes on and back by its buttons', async () => {
    const page = await opened(pictured);
    await openFirst(page);
    await page.getByRole('button', { name: 'Next picture' }).click();
    expect(await position(page).textContent()).toMatch(/^Picture 2 /);
    await page.getByRole('button', { name: 'Previous picture' }).click();
    expect(await position(page).textContent()).toMatch(/^Picture 1 /);
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => dialog(page).count()).toBe(0);
  });

  test('goes the other way in an article that runs from right to left', async () => {
    const page = await opened(arabic);
    await openFirst(page);
    const first = await shown(page).getAttribute('alt');
    await page.keyboard.press('ArrowLeft');
    const second = await shown(page).getAttribute('alt');
    expect(second).toBe(
      await page
        .locator('.enlarge')
        .nth(1)
        .evaluate((button) => button.parentElement?.querySelector('img')?.alt),
    );
    await page.keyboard.press('ArrowRight');
    expect(await shown(page).getAttribute('alt')).toBe(first);
    const [previous, next] = await dialog(page)
      .locator('.lightbox-steps button')
      .evaluateAll((all) => all.map((button) => button.getBoundingClientRect().left));
    expect(previous).toBeGreaterThan(next ?? Infinity);
  });

  test('goes on by a swipe, as pages turn', async () => {
    for (const [url, to] of [
      [pictured, 80],
      [arabic, 310],
    ] as const) {
      const page = await opened(url, { hasTouch: true, isMobile: true });
      await page.locator('.photo-lead picture img').tap();
      await dialog(page).waitFor();
      const first = await shown(page).getAttribute('alt');
      const second = await page
        .locator('.enlarge')
        .nth(1)
        .evaluate((button) => button.parentElement?.querySelector('img')?.alt);
      expect(second).not.toBe(first);
      await fingers(page, { from: [390 - to, 400], to: [to, 405] });
      await expect.poll(() => shown(page).getAttribute('alt')).toBe(second);
    }
  });

  test('enlarges by pinching, and by tapping twice back again', async () => {
    const page = await opened(pictured, { hasTouch: true, isMobile: true });
    await page.locator('.photo-lead picture img').tap();
    await dialog(page).waitFor();
    await fingers(page, { from: [180, 400], to: [80, 400] }, { from: [210, 400], to: [310, 400] });
    await expect.poll(() => scaleOf(page)).toBeGreaterThan(3);
    expect(await position(page).textContent()).toMatch(/^Picture 1 /);
    await page.touchscreen.tap(195, 400);
    await page.touchscreen.tap(195, 400);
    await expect.poll(() => scaleOf(page)).toBe(1);
  });

  test('enlarges about the pointer by the wheel with Ctrl, and moves what is enlarged', async () => {
    const page = await opened(pictured, { viewport: { width: 1200, height: 800 } });
    await openFirst(page);
    await page.mouse.move(600, 350);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await expect.poll(() => scaleOf(page)).toBeGreaterThan(2);
    const left = () => shown(page).evaluate((image) => new DOMMatrix(getComputedStyle(image).transform).e);
    await expect.poll(left).toBeCloseTo(0, 0);
    await page.mouse.down();
    await page.mouse.move(700, 350, { steps: 4 });
    await page.mouse.up();
    await expect.poll(left).toBeCloseTo(100, 0);
    expect(await position(page).textContent()).toMatch(/^Picture 1 /);
  });

  test('enlarges by keys', async () => {
    const page = await opened(pictured);
    await openFirst(page);
    await page.keyboard.press('+');
    await expect.poll(() => scaleOf(page)).toBe(1.5);
    await page.keyboard.press('0');
    await expect.poll(() => scaleOf(page)).toBe(1);
  });

  test('moves at once for a reader who wants no motion', async () => {
    const page = await opened(pictured, { reducedMotion: 'reduce' });
    await openFirst(page);
    expect(await shown(page).evaluate((image) => getComputedStyle(image).transitionDuration)).toBe('0s');
  });

  test('keeps the page below still, and out of reach', async () => {
    const page = await opened(pictured, { viewport: { width: 1200, height: 800 } });
    await openFirst(page);
    const top = await page.evaluate(() => scrollY);
    await page.mouse.move(600, 300);
    await page.mouse.wheel(0, 500);
    await page.keyboard.press('PageDown');
    expect(await page.evaluate(() => scrollY)).toBe(top);
    for (let reached = 0; reached < 8; reached += 1) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(
          () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
        ),
      ).toBe(true);
    }
  });

  test.each([
    [320, 'light', pictured],
    [1440, 'dark', pictured],
    [320, 'dark', arabic],
  ] as const)('has nothing for axe to find, and fits, %i px wide, %s', async (width, colorScheme, url) => {
    const page = await opened(url, { viewport: { width, height: 640 }, colorScheme });
    await openFirst(page);
    expect(await violations(page, 'usual')).toEqual([]);
    expect(
      await dialog(page).evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [
        scrollWidth - clientWidth,
        scrollHeight - clientHeight,
      ]),
    ).toEqual([0, 0]);
    const small = await dialog(page)
      .locator('button')
      .evaluateAll((all) => all.filter((button) => button.clientHeight < 24 || button.clientWidth < 24).length);
    expect(small).toBe(0);
  });

  test('breaks no policy and leaves the console clean', async () => {
    const page = await opened(pictured);
    const told: string[] = [];
    gatherConsole(page, told);
    page.on('pageerror', (error) => told.push(error.message));
    await openFirst(page);
    for (let each = 0; each < 5; each += 1) await page.keyboard.press('ArrowRight');
    await page.waitForLoadState('networkidle');
    expect(told).toEqual([]);
  });
});
