import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePaper } from '../../src/desk/serve.ts';
import { openBrowser, scrollThrough } from '../support/browser.ts';
import { hardPaper, hardPath } from '../support/hard-paper.ts';
import { firefoxPath, openFirefox } from '../support/firefox.ts';
import { overflow, overflowHere } from '../support/overflow.ts';
import { openToPrint, print } from '../support/pdf.ts';
import { builtPaper } from '../support/quick-build.ts';
import { partedSigns } from '../support/parted-signs.ts';
import { removePaper } from '../support/paper.ts';
import { hasWebKit, openWebKit, type WebKit } from '../support/webkit.ts';

let root: string;
let server: Server;
let address: string;
let browser: Browser;
beforeAll(async () => {
  root = await builtPaper(await hardPaper());
  ({ server, address } = await servePaper(path.join(root, 'dist'), 0));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
  removePaper(root);
});

async function lookAt<T>(
  name: string,
  width: number,
  what: (page: Page) => Promise<T>,
  how: BrowserContextOptions = {},
) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, serviceWorkers: 'block', ...how });
  const page = await context.newPage();
  await page.goto(address + hardPath(name));
  const seen = await what(page);
  await context.close();
  return seen;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const boxesOf = (page: Page, selector: string): Promise<Box[]> =>
  page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );

const boxOf = async (page: Page, selector: string): Promise<Box> => {
  const [box] = await boxesOf(page, selector);
  if (!box) throw new Error(`There is no ${selector}.`);
  return box;
};

const overlap = (one: Box, other: Box) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;

const furniture = '.prose > .margin, .rail, .prose > .wide';
const text = '.prose > :is(p, h2, ul), .prose > figure:not(.margin, .wide)';

describe('The margin of a wide screen', () => {
  test.each(['everything', 'early-box', 'ar'])('has a box beside its place in the text: %s', async (name) => {
    const { box, before, column } = await lookAt(name, 1440, async (page) => ({
      box: await boxOf(page, '.fact-box'),
      before: await page
        .locator('.fact-box')
        .evaluate((each) => each.previousElementSibling?.getBoundingClientRect().bottom),
      column: await boxOf(page, '.prose'),
    }));
    expect(box.left >= column.right || box.right <= column.left).toBe(true);
    if (before !== undefined) expect(Math.abs(box.top - before)).toBeLessThan(150);
  });

  test.each([
    ['everything', 1120],
    ['everything', 1440],
    ['everything', 1920],
    ['everything', 2560],
    ['early-box', 1440],
    ['ar', 1440],
    ['portrait-lead', 1440],
  ])('lets nothing in it reach into anything else: %s at %i px', async (name, width) => {
    for (const scale of ['', '1.35', '2']) {
      const { over, sideways } = await lookAt(name, width, async (page) => {
        await page.evaluate((value) => document.documentElement.style.setProperty('--given-scale', value), scale);
        const [beside, words] = [await boxesOf(page, furniture), await boxesOf(page, text)];
        return {
          over: beside.filter((one, index) =>
            [...beside.slice(index + 1), ...words].some((other) => overlap(one, other)),
          ),
          sideways: (await overflow(page)).sideways,
        };
      });
      expect({ scale, over, sideways }).toEqual({ scale, over: [], sideways: 0 });
    }
  });

  test('has notes beside their signs, which nobody copies or hears twice', async () => {
    const { notes, words } = await lookAt('everything', 1440, async (page) => ({
      notes: await page
        .locator('[data-note]')
        .evaluateAll((signs) => signs.map((sign) => getComputedStyle(sign, '::after').float)),
      words: await page.locator('.prose').innerText(),
    }));
    expect(notes).toEqual(['inline-end', 'inline-end', 'inline-end']);
    expect(words.match(/It rings twice/g)).toHaveLength(1);
  });

  test('is not there where a story has nothing for it: the text stands in the middle', async () => {
    const { prose, main } = await lookAt('unrailed', 1440, async (page) => ({
      prose: await boxOf(page, '.prose'),
      main: await boxOf(page, 'main'),
    }));
    expect(prose.left - main.left).toBeCloseTo(main.right - prose.right, 0);
    expect(prose.left - main.left).toBeGreaterThan(100);
  });

  test('keeps related stories in sight as long as it holds nothing else', async () => {
    const top = await lookAt('railed', 1440, async (page) => {
      await page.evaluate(() => scrollTo(0, 1400));
      return (await boxOf(page, '.rail')).top;
    });
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(100);
  });

  test.each([1120, 1440, 1920])('shows a wide picture as wide as the page: %i px', async (width) => {
    const { wide, main } = await lookAt('everything', width, async (page) => ({
      wide: await boxOf(page, '.photo.wide'),
      main: await boxOf(page, 'main'),
    }));
    expect(wide.left).toBeCloseTo(main.left, 0);
    expect(wide.right).toBeCloseTo(main.right, 0);
  });

  test('grows with the screen: page and letters', async () => {
    const at = (width: number) =>
      lookAt('unrailed', width, async (page) => ({
        page: (await boxOf(page, '.masthead')).right - (await boxOf(page, '.masthead')).left,
        letters: await page.locator('.prose').evaluate((prose) => parseFloat(getComputedStyle(prose).fontSize)),
      }));
    const [usual, large, largest] = [await at(1440), await at(1920), await at(2560)];
    expect(large.page).toBeGreaterThan(usual.page + 100);
    expect(large.letters).toBeGreaterThan(usual.letters + 1);
    expect(largest.letters).toBeGreaterThan(large.letters + 1);
  });
});

describe('Pictures', () => {
  test.each([
    ['portrait-lead', 1024],
    ['portrait-lead', 1440],
    ['portrait-alone', 1440],
    ['square-lead', 1440],
    ['he', 1440],
  ])('of an upright lead stand beside the headline: %s at %i px', async (name, width) => {
    const { picture, heading, first } = await lookAt(name, width, async (page) => ({
      picture: await boxOf(page, '.photo-lead'),
      heading: await boxOf(page, 'h1'),
      first: await boxOf(page, '.prose p'),
    }));
    expect(picture.top).toBeLessThan(heading.bottom);
    expect(picture.left >= heading.right || picture.right <= heading.left).toBe(true);
    expect(first.top).toBeLessThan(900);
  });

  test.each([320, 768, 1440])(
    'are not enlarged beyond their size, and their words stand below them: %i px',
    async (width) => {
      for (const name of ['tiny-lead', 'pictures']) {
        const { image, caption } = await lookAt(name, width, async (page) => ({
          image: await boxOf(page, '.small picture img'),
          caption: await boxOf(page, '.small figcaption'),
        }));
        expect(image.right - image.left).toBeLessThanOrEqual(220);
        expect(caption.right - caption.left).toBeCloseTo(image.right - image.left, 0);
      }
    },
  );

  test.each([768, 1440])('of a gallery are equally high in each row, and fill it: %i px', async (width) => {
    const rows = await lookAt('galleries', width, async (page) => {
      await scrollThrough(page);
      return page.locator('.gallery-row').evaluateAll((all) =>
        all.map((row) => {
          const boxes = [...row.querySelectorAll('picture img')].map((image) => image.getBoundingClientRect());
          const { left, right } = row.getBoundingClientRect();
          return {
            alone: boxes.length === 1,
            uneven: Math.max(...boxes.map(({ height }) => height)) - Math.min(...boxes.map(({ height }) => height)),
            left: (boxes[0]?.left ?? 0) - left,
            right: right - (boxes.at(-1)?.right ?? 0),
          };
        }),
      );
    });
    expect(rows.length).toBeGreaterThan(6);
    for (const { alone, uneven, left, right } of rows) {
      expect(uneven).toBeLessThan(2);
      expect(Math.abs(left - right)).toBeLessThan(2);
      if (!alone) expect(Math.abs(left)).toBeLessThan(2);
    }
  });

  test('of a gallery are a strip on a telephone, of which more is seen than one', async () => {
    const strips = await lookAt('galleries', 390, (page) =>
      page.locator('.gallery-photos').evaluateAll((all) =>
        all.map((strip) => ({
          count: strip.querySelectorAll('.photo').length,
          scrolls: strip.scrollWidth > strip.clientWidth + 20,
          second: strip.querySelectorAll('picture img')[1]?.getBoundingClientRect().left ?? 0,
        })),
      ),
    );
    for (const { count, scrolls, second } of strips.filter((strip) => strip.count > 2)) {
      expect({ count, scrolls }).toEqual({ count, scrolls: true });
      expect(second).toBeLessThan(370);
    }
  });
});

describe('Tables', () => {
  test('of many columns show half a one at the edge of a telephone, and keep the first', async () => {
    const { cells, edge, kept } = await lookAt('tables', 320, async (page) => {
      const scroller = page.locator('.table-scroll').first();
      const edge = (await scroller.boundingBox())?.width ?? 0;
      const cells = await boxesOf(page, '.table-scroll:first-of-type thead th');
      await scroller.evaluate((element) => element.scrollTo(200, 0));
      return { cells, edge, kept: (await boxOf(page, '.table-scroll td')).left };
    });
    const cut = cells.find(({ left, right }) => left < edge + 13 && right > edge + 13);
    const share = (edge + 13 - (cut?.left ?? 0)) / ((cut?.right ?? 1) - (cut?.left ?? 0));
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.85);
    expect(kept).toBeCloseTo(cells[0]?.left ?? 0, 0);
  });

  test('that are wider than the text are as wide as the page, and nothing of them is hidden there', async () => {
    const { table, main, hidden } = await lookAt('tables', 1440, async (page) => ({
      table: await boxOf(page, '.table-scroll table'),
      main: await boxOf(page, 'main'),
      hidden: await page
        .locator('.table-scroll')
        .first()
        .evaluate((box) => box.scrollWidth - box.clientWidth),
    }));
    expect([table.left, table.right]).toEqual([main.left, main.right]);
    expect(hidden).toBe(0);
  });

  test.each([320, 1440])('or pictures begin a text where its first line would stand at %i px', async (width) => {
    for (const name of ['tables', 'galleries'])
      expect(
        await lookAt(name, width, async (page) => {
          const [text, first] = await Promise.all([boxOf(page, '.prose'), boxOf(page, '.prose > :first-child')]);
          return first.top - text.top;
        }),
      ).toBeCloseTo(0, 0);
  });

  test('across the columns of a sheet stand as far from the text below as from that above', async () => {
    const space = await lookAt('tables', 690, async (page) => {
      await page.emulateMedia({ media: 'print' });
      return (await boxOf(page, '.table-scroll + p')).top - (await boxOf(page, '.table-scroll')).bottom;
    });
    expect(space).toBeGreaterThan(6);
  });

  test('of two narrow columns are no wider than they need', async () => {
    const { table, column } = await lookAt('tables', 1440, async (page) => ({
      table: await boxOf(page, '.table-scroll:has(caption) table'),
      column: await boxOf(page, '.prose'),
    }));
    expect(table.right - table.left).toBeLessThan((column.right - column.left) / 2);
  });

  test('and long code have a shadow where there is more', async () => {
    const grounds = await lookAt('tables', 320, (page) =>
      page
        .locator('.table-scroll, .prose pre')
        .evaluateAll((all) => all.map((each) => getComputedStyle(each).backgroundAttachment)),
    );
    expect(grounds.length).toBeGreaterThan(2);
    for (const ground of grounds) expect(ground).toBe('local, local, scroll, scroll');
  });
});

test('A list that needs several sheets fills the first', async () => {
  const page = await openToPrint(browser, `${address}sections/town/`);
  const { pages, words } = await print(page, 'A4');
  await page.close();
  const [first] = pages;
  expect(pages.length).toBeGreaterThan(1);
  expect(Math.max(...words.filter(({ page }) => page === 1).map(({ bottom }) => bottom))).toBeGreaterThan(
    (first?.height ?? 0) * 0.7,
  );
});

test.each([
  ...['de', 'fi', 'hu', 'nl', 'sv'].flatMap((name) => [
    [name, '.heading', '1'] as const,
    [name, '.prose', '2'] as const,
  ]),
  ['de', '.prose', '1'],
] as const)(
  'Long words are parted with a sign, which is in no text that is copied: %s, %s in letters of size %s',
  async (name, part, scale) => {
    for (const width of [320, 768]) {
      const { parted, text } = await lookAt(name, width, async (page) => {
        await page.evaluate((value) => document.documentElement.style.setProperty('--given-scale', value), scale);
        return { parted: await partedSigns(page, part), text: await page.evaluate(() => document.body.innerText) };
      });
      if (width === 320) expect(parted.length).toBeGreaterThan(0);
      expect(Math.min(1, ...parted)).toBeGreaterThan(0);
      expect(text).not.toContain('\u00ad');
    }
  },
);

test.each([
  'everything',
  'galleries',
  'pictures',
  'tables',
  'tiny-lead',
  'de',
  'fi',
  'hu',
  'sv',
  'nl',
  'ar',
  'he',
  'ja',
])('Nothing reaches over a screen of 320 pixels: %s', async (name) => {
  expect(await lookAt(name, 320, overflow)).toEqual({ sideways: 0, beyond: [] });
});

test.each([
  ['everything', 320],
  ['everything', 768],
  ['everything', 1440],
  ['galleries', 320],
  ['galleries', 1440],
  ['portrait-lead', 1440],
])('Nothing moves while pictures and type come: %s at %i px', async (name, width) => {
  const shift = await lookAt(name, width, async (page) => {
    await page.route('**/*.{woff2,avif,webp,jpg,css}', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.reload({ waitUntil: 'networkidle' });
    await scrollThrough(page);
    return page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0));
  });
  expect(shift).toBe(0);
});

test.runIf(firefoxPath)('Firefox lays out margin and galleries alike', async () => {
  const firefox = await openFirefox();
  const page = await firefox.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(address + hardPath('everything'));
  const boxes = (selector: string) =>
    page.$$eval(selector, (elements) =>
      elements.map((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
  const [beside, words] = [await boxes(furniture), await boxes(text)];
  const over = beside.filter((one, index) =>
    [...beside.slice(index + 1), ...words].some((other) => overlap(one, other)),
  );
  expect(beside.length).toBeGreaterThan(4);
  expect(over).toEqual([]);
  const heights = (await boxes('.gallery-row picture img')).map(({ top, bottom }) => bottom - top);
  expect(heights).toHaveLength(3);
  expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(2);
  await firefox.close();
});

describe.runIf(hasWebKit)('In WebKitGTK', () => {
  let webkit: WebKit;
  beforeAll(async () => {
    webkit = await openWebKit();
  });
  afterAll(() => webkit.close());

  const boxes = (selector: string): Promise<Box[]> =>
    webkit.run(
      (wanted) =>
        [...document.querySelectorAll(wanted)].map((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return { left, right, top, bottom };
        }),
      selector,
    );

  test.each(['everything', 'galleries', 'tables', 'portrait-lead', 'ar', 'ja', 'de'])(
    'nothing reaches over its narrowest window: %s',
    async (name) => {
      await webkit.open(address + hardPath(name), 320);
      expect(await webkit.run(() => innerWidth)).toBeLessThan(500);
      expect(await webkit.run(overflowHere)).toEqual({ sideways: 0, beyond: [] });
    },
  );

  test('what can be pressed is underlined as links are, and no rule is left out for a legend', async () => {
    await webkit.open(address + hardPath('everything'), 1440);
    const found = await webkit.run(async () => {
      document.querySelector<HTMLElement>('[data-opens="display"]')?.click();
      while (!document.querySelector('#display:modal, #display[open]'))
        await new Promise((resolve) => setTimeout(resolve, 20));
      const [fieldset] = document.querySelectorAll('#display fieldset');
      const legend = fieldset?.querySelector('legend')?.getBoundingClientRect();
      return {
        lines: [...document.querySelectorAll('.tools .word')].map((word) => getComputedStyle(word).textDecorationLine),
        below: (legend?.top ?? 0) - (fieldset?.getBoundingClientRect().top ?? 0),
      };
    });
    expect(new Set(found.lines)).toEqual(new Set(['underline']));
    expect(found.below).toBeGreaterThan(4);
  });

  test.each([1440, 1920])('nothing in the margin reaches into anything else at %i px', async (width) => {
    await webkit.open(address + hardPath('everything'), width);
    const [beside, words] = [await boxes(furniture), await boxes(text)];
    expect(words.length).toBeGreaterThan(10);
    expect(
      beside.filter((one, index) => [...beside.slice(index + 1), ...words].some((other) => overlap(one, other))),
    ).toEqual([]);
    expect(await webkit.run(overflowHere)).toEqual({ sideways: 0, beyond: [] });
  });

  test('pictures in a row of a gallery are equally high', async () => {
    await webkit.open(address + hardPath('everything'), 1440);
    const heights = (await boxes('.gallery-row picture img')).map(({ top, bottom }) => bottom - top);
    expect(heights).toHaveLength(3);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(2);
  });

  test('an upright lead stands beside its heading', async () => {
    await webkit.open(address + hardPath('portrait-lead'), 1440);
    const [[heading], [photo], [words]] = [await boxes('.heading'), await boxes('.upright'), await boxes('.prose')];
    expect(photo?.left).toBeGreaterThanOrEqual(heading?.right ?? Infinity);
    expect(photo?.top).toBeLessThan((heading?.top ?? 0) + 60);
    expect(words?.top).toBeLessThan((photo?.bottom ?? 0) + 60);
  });

  test('a wide table scrolls by itself, and its first column stays', async () => {
    await webkit.open(address + hardPath('tables'), 320);
    const { over, before, after } = await webkit.run(() => {
      const box = document.querySelector('.table-scroll');
      const first = () => box?.querySelector('td')?.getBoundingClientRect().left;
      const before = first();
      if (box) box.scrollLeft = 120;
      return { over: (box?.scrollWidth ?? 0) - (box?.clientWidth ?? 0), before, after: first() };
    });
    expect(over).toBeGreaterThan(120);
    expect(after).toBe(before);
  });

  test('small capitals are as large as the face has them', async () => {
    await webkit.open(address + hardPath('everything'), 1440);
    const { shown, capitals } = await webkit.run(async () => {
      await document.fonts.ready;
      const dateline = document.querySelector<HTMLElement>('.signature .dateline');
      const widthOf = (caps: string) => {
        dateline?.style.setProperty('font-feature-settings', caps);
        const range = document.createRange();
        if (dateline) range.selectNodeContents(dateline);
        return range.getBoundingClientRect().width;
      };
      return { shown: widthOf(''), capitals: widthOf("'smcp', 'c2sc'") };
    });
    expect(shown).toBe(capitals);
    expect(shown).toBeGreaterThan(90);
  });
});
