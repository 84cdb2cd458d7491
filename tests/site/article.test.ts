import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, scrollThrough } from '../support/browser.ts';
import { pagesOf } from '../support/dist.ts';

const lead = pagesOf(inject('edition')).find((page) => page.at.includes('trump-kim-talks'))?.url ?? '';
const hard = pagesOf(inject('fixture'))
  .filter(({ at }) => /faehre-nach-norden|jisr-al-mina|ferries-return/.test(at))
  .map(({ url }) => url);
const widths = [320, 768, 1440];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('the lead article', () => {
  it.each([320, 360, 390, 412])(
    'says who, where and when in three lines at most, above one of tools, %i px wide',
    async (width) => {
      const page = await browser.newPage({ serviceWorkers: 'block', viewport: { width, height: 844 } });
      const found: Record<string, number[]> = {};
      // One in another language, one from right to left, and one of four lines of credits.
      for (const url of [lead, ...hard]) {
        // Fonts are shown when they are there in time: the second visit has them.
        for (let visit = 0; visit < 2; visit += 1) await page.goto(url, { waitUntil: 'networkidle' });
        found[url] = await page.locator('.signature, .tools').evaluateAll((blocks) =>
          blocks.map((block) => {
            const { lineHeight, paddingBlockStart, borderBlockStartWidth } = getComputedStyle(block);
            const inside =
              block.getBoundingClientRect().height - parseFloat(paddingBlockStart) - parseFloat(borderBlockStartWidth);
            return Math.round(inside / parseFloat(lineHeight));
          }),
        );
      }
      await page.close();
      expect(hard).toHaveLength(3);
      expect(found).toEqual(Object.fromEntries([lead, ...hard].map((url) => [url, [3, 1]])));
    },
  );

  it.each([
    { line: 'a quick line', latency: 20, asked: 'all' },
    { line: 'a line on which an answer takes longer than browsers wait for it', latency: 150, asked: 'not all' },
  ])('asks for its faces before they are needed on $line: $asked', async ({ latency, asked }) => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const throughput = { downloadThroughput: 1_000_000, uploadThroughput: 1_000_000 };
    await session.send('Network.emulateNetworkConditions', { offline: false, latency, ...throughput });
    await page.goto(lead, { waitUntil: 'networkidle' });
    const media = await page
      .locator('link[as=font]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('media')));
    const loaded = await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
    const { picture, faces } = await page.evaluate(() => {
      const asked = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const lead = document.querySelector<HTMLImageElement>('.photo-lead img')?.currentSrc;
      return {
        picture: asked.find(({ name }) => name === lead)?.responseEnd ?? Infinity,
        faces: asked.filter(({ name }) => name.endsWith('.woff2')).map(({ startTime }) => startTime),
      };
    });
    await context.close();
    expect(media).toEqual([asked, asked, asked, asked]);
    // Where they would come late they leave the line to the picture.
    if (asked === 'not all') expect(Math.min(...faces)).toBeGreaterThan(picture);
    // For the next page they come in any case.
    expect(loaded).toBeGreaterThanOrEqual(4);
  });

  it.each([
    { width: 375, dots: 2, file: 640 },
    { width: 390, dots: 3, file: 640 },
    { width: 430, dots: 3, file: 800 },
    { width: 768, dots: 2, file: 1800 },
    { width: 1440, dots: 1, file: 1200 },
  ])(
    'asks in its head for the file of the picture that it shows, and for no other: $file pixels at $width × $dots',
    async ({ width, dots, file }) => {
      const viewport = { width, height: 812 };
      const page = await browser.newPage({ serviceWorkers: 'block', viewport, deviceScaleFactor: dots });
      await page.goto(lead, { waitUntil: 'networkidle' });
      const [asked, shown] = await page.evaluate(() => {
        const picture = document.querySelector<HTMLImageElement>('.photo-lead img');
        const stem = picture?.currentSrc.replace(/_[^_]*$/, '') ?? 'none';
        const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
        return [
          files
            .filter(({ name }) => name.startsWith(stem) && name.endsWith('.avif'))
            .map(({ name, initiatorType }) => [name, initiatorType]),
          picture?.currentSrc,
        ];
      });
      const candidates = await page.locator('.photo-lead source').first().getAttribute('srcset');
      await page.close();
      expect(asked).toEqual([[shown, 'link']]);
      expect(candidates).toContain(`${new URL(shown ?? '').pathname} ${file}w`);
    },
  );

  it.each([320, 360, 412])(
    'has its tools fade at the edge until the last of them is reached, %i px wide',
    async (width) => {
      const page = await browser.newPage({ serviceWorkers: 'block', viewport: { width, height: 800 } });
      await page.goto(lead, { waitUntil: 'networkidle' });
      const masks = await page.locator('.tools').evaluate(async (tools) => {
        const mask = () => getComputedStyle(tools).maskImage;
        const first = mask();
        tools.scrollLeft = tools.scrollWidth;
        for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
        return [first, mask()];
      });
      await page.close();
      expect(masks).toEqual([expect.stringContaining('gradient'), 'none']);
    },
  );

  it.each(widths)('moves nothing while its fonts and pictures come late, %i px wide', async (width) => {
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width, height: 900 } });
    const page = await context.newPage();
    for (const late of ['**/*.woff2', '**/*.avif']) {
      await page.route(late, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 600));
        await route.continue();
      });
    }
    await page.goto(lead, { waitUntil: 'networkidle' });
    await scrollThrough(page);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 200);
        }),
    );
    await context.close();
    expect(shift).toBe(0);
  });

  it('shows its text before any picture or font has come', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.route(/\.(woff2|avif|webp|jpeg)$/, (route) => route.abort());
    await page.goto(lead);
    expect(await page.getByText('A working lunch and a joint signing ceremony at the').isVisible()).toBe(true);
    await context.close();
  });

  it('can be walked through by keyboard, beginning with the way past the masthead', async () => {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    await page.goto(lead);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the text' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    const links = await page.getByRole('link').count();
    for (let step = 1; step < links; step += 1) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
      expect(outline).toBe('solid');
    }
    expect(await page.evaluate(() => document.activeElement?.closest('footer') !== null)).toBe(true);
    await page.close();
  });

  it('is read in the order of a newspaper', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(lead);
    const tree = await page.locator('body').ariaSnapshot();
    const order = [
      'Skip to the text',
      'The Broadsheet',
      'Trump-Kim summit',
      'heading "Trump-Kim talks break down after dispute over sanctions" [level=1]',
      'The two leaders dropped',
      'link "The Broadsheet newsdesk"',
      'Hanoi, 28 February',
      'Published',
      'Updated',
      'more than 7 years old',
      'Drawing of a white colonial hotel',
      'The Sofitel Legend Metropole Hanoi, where',
      'Illustration: The Broadsheet',
      'Donald Trump and Kim Jong Un ended',
      'heading "Yongbyon, and what lay beyond it" [level=2]',
      'A version of this article appeared in the print edition of The Straits Times',
      'heading "See Top of the News" [level=2]',
      'In just a few hours, the praise and smiles unravelled in no deal',
      'Summit Briefs',
      'Follow the channel',
      'Subscribe',
      'contentinfo',
    ];
    const plain = tree.replaceAll('\u00a0', ' ');
    let place = 0;
    const missed = order.filter((words) => {
      const next = plain.indexOf(words, place);
      if (next >= 0) place = next;
      return next < 0;
    });
    expect(missed).toEqual([]);
    await page.close();
  });

  it('leads to each of the six related stories, and each of them back', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(lead);
    const related = page.getByRole('complementary', { name: 'Related stories' }).getByRole('link');
    expect(await related.count()).toBe(6);
    for (const link of await related.all()) {
      const headline = (await link.textContent())?.trim();
      const other = await browser.newPage({ javaScriptEnabled: false });
      await other.goto(new URL((await link.getAttribute('href')) ?? '', lead).href);
      expect((await other.getByRole('heading', { level: 1 }).textContent())?.trim()).toBe(headline);
      expect(await other.locator(`a[href="${new URL(lead).pathname}"]`).count()).toBeGreaterThan(0);
      await other.close();
    }
    await page.close();
  });
});
