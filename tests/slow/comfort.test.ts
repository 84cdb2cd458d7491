import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { servePaper } from '../../src/desk/serve.ts';
import { violations } from '../support/axe.ts';
import { gatherConsole, idleControls, openBrowser, scrollThrough } from '../support/browser.ts';
import { attribute, elementsOf, pagesOf, parsed, textOf } from '../support/dist.ts';
import { oneOfEachKind } from '../support/kinds.ts';
import { fixtureLead } from '../support/landmarks.ts';

const fixture = inject('fixture');
const pages = pagesOf(fixture);
// A newspaper has only a way back.
const kinds = oneOfEachKind(pages, /jisr|ferries-return/).filter(({ at }) => !at.endsWith('/print/'));
const urlOf = (at: string) => new URL(at, fixture.address).href;
const front = fixture.address;
const lead = urlOf(fixtureLead);
const long = urlOf('/2025/05/05/the-long-way-round/');
const arabic = urlOf('/2025/05/06/jisr-al-mina/');
const scripts = /\/_astro\/[^/]*\.js$/;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const opened: BrowserContext[] = [];
const complaints: string[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((context) => context.close()));
  expect(complaints.splice(0)).toEqual([]);
});

/** A device of its own, with nothing kept on it; what its pages say on the console fails the test. */
async function device(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 768, height: 900 },
    ...options,
  });
  gatherConsole(context, complaints);
  context.on('weberror', (error) => {
    // What a browser says that was too busy to show a transition between two pages.
    if (!error.error().message.startsWith('Transition was aborted')) complaints.push(error.error().message);
  });
  opened.push(context);
  return context;
}

async function pageAt(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await device(options)).newPage();
  await page.goto(url);
  return page;
}

const keptOn = (page: Page, name: string) =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null') as unknown, name);

/** Keeps a value on a device before its first page is opened. */
const keptBefore = (context: BrowserContext, name: string, value: object) =>
  context.addInitScript(
    // The empty page that a browser begins with has nothing to keep.
    ([key, text]) => location.protocol === 'http:' && localStorage.setItem(key, text),
    [name, JSON.stringify(value)] as const,
  );

const paperOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

const papers = { paper: 'rgb(253, 252, 249)', sepia: 'rgb(244, 234, 213)', dark: 'rgb(23, 21, 19)' };

async function openDisplay(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Display' }).first().click();
  await page.getByRole('dialog').waitFor();
}

test('a page whose script does not come shows no control that does nothing', async () => {
  const context = await device();
  await context.route(scripts, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  const page = await context.newPage();
  for (const { url } of kinds) {
    await page.goto(url);
    expect(await page.locator(idleControls).count(), url).toBe(0);
  }
});

describe('the settings of the display', () => {
  test.each(Object.entries(papers))('colour the page before its script has come: %s', async (theme, colour) => {
    const context = await device({ colorScheme: theme === 'dark' ? 'light' : 'dark' });
    await keptBefore(context, 'display', { theme });
    await context.route(scripts, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    const page = await context.newPage();
    await page.addInitScript(() => {
      const told = window as unknown as { atFirst: string };
      new MutationObserver((_, observer) => {
        if (!document.querySelector('.skip')) return;
        observer.disconnect();
        told.atFirst = getComputedStyle(document.documentElement).backgroundColor;
      }).observe(document, { childList: true, subtree: true });
    });
    for (const url of [front, lead]) {
      await page.goto(url);
      expect(await page.evaluate(() => (window as unknown as { atFirst: string }).atFirst)).toBe(colour);
    }
  });

  test.each(['light', 'dark'] as const)(
    'leave the colours to a device that is %s until one is chosen',
    async (scheme) => {
      const page = await pageAt(lead, { colorScheme: scheme });
      expect(await paperOf(page)).toBe(scheme === 'dark' ? papers.dark : papers.paper);
    },
  );

  test.each([
    ['Colours', 'Sepia', () => paperOf],
    ['Typeface', 'Sans serif', () => sizeOf],
  ])('change the page at once, and every page after it: %s, %s', async (group, choice, measure) => {
    const page = await pageAt(lead);
    const before = await measure()(page);
    await openDisplay(page);
    await page.getByRole('group', { name: group }).getByRole('radio', { name: choice, exact: true }).check();
    const after = await measure()(page);
    expect(after).not.toEqual(before);
    await page.goto(long);
    expect(await measure()(page)).toEqual(after);
    await openDisplay(page);
    expect(await page.getByRole('radio', { name: choice, exact: true }).isChecked()).toBe(true);
  });

  test.each([
    ['Text size', 7],
    ['Line spacing', 4],
    ['Letter spacing', 4],
    ['Line length', 3],
  ])('change the page in steps, each more than the last: %s', async (name, steps) => {
    const page = await pageAt(lead, { viewport: { width: 1440, height: 900 } });
    await openDisplay(page);
    const slider = page.getByRole('slider', { name });
    const seen: string[] = [];
    for (let step = 0; step < steps; step += 1) {
      await slider.fill(String(step));
      seen.push(JSON.stringify(await sizeOf(page)));
    }
    expect(new Set(seen).size).toBe(steps);
    await page.goto(long);
    expect(JSON.stringify(await sizeOf(page))).not.toBe(seen[0]);
    await openDisplay(page);
    expect(await slider.inputValue()).toBe(String(steps - 1));
    expect(await slider.getAttribute('aria-valuetext')).toBe(`${steps}/${steps}`);
  });

  test('are made at the lower edge, over a text that stays in reach', async () => {
    const page = await pageAt(lead);
    await openDisplay(page);
    const sheet = page.getByRole('dialog');
    const { y = 0, height = 0 } = (await sheet.boundingBox()) ?? {};
    expect(y + height).toBe(900);
    expect(height).toBeLessThanOrEqual(540);
    expect(await sheet.evaluate((dialog) => dialog.matches(':modal'))).toBe(false);
  });

  test('speak of no keys where there is no keyboard', async () => {
    const page = await pageAt(lead, { hasTouch: true, isMobile: true });
    await openDisplay(page);
    expect(await page.getByText('Single-key shortcuts').filter({ visible: true }).count()).toBe(0);
  });

  function sizeOf(page: Page) {
    return page
      .locator('.prose > p')
      .first()
      .evaluate((paragraph) => {
        const { fontSize, lineHeight, fontFamily, letterSpacing, width } = getComputedStyle(paragraph);
        return [fontSize, lineHeight, fontFamily, letterSpacing, width];
      });
  }

  test('are gone when it is set as it was', async () => {
    const page = await pageAt(lead);
    const before = await sizeOf(page);
    await openDisplay(page);
    await page.getByRole('slider', { name: 'Text size' }).fill('6');
    await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
    expect(await keptOn(page, 'display')).toEqual({ scale: '2', keys: 'off' });
    await page.getByRole('button', { name: 'As it was' }).click();
    await expect.poll(() => keptOn(page, 'display')).toBeNull();
    expect(await sizeOf(page)).toEqual(before);
  });

  test('are followed by the other pages that are open', async () => {
    const context = await device();
    const [one, other] = [await context.newPage(), await context.newPage()];
    await one.goto(lead);
    await other.goto(front);
    await openDisplay(one);
    await one.getByRole('radio', { name: 'Sepia' }).check();
    await expect.poll(() => paperOf(other)).toBe(papers.sepia);
  });

  test('colour the frame of the window like the page', async () => {
    const page = await pageAt(lead);
    const frame = () =>
      page.locator('meta[name="theme-color"]').evaluateAll((all) => all.map((meta) => meta.getAttribute('content')));
    const before = await frame();
    await openDisplay(page);
    await page.getByRole('radio', { name: 'Dark' }).check();
    expect(await frame()).toEqual([papers.dark, papers.dark]);
    await page.getByRole('radio', { name: 'As on the device' }).check();
    expect(await frame()).toEqual(before);
  });

  test('leave print black on white, in its own size', async () => {
    const context = await device();
    const printed = async () => {
      const page = await context.newPage();
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.goto(lead);
      const look = await page
        .locator('.prose > p')
        .first()
        .evaluate((paragraph) => {
          const { color, fontSize, lineHeight, fontFamily } = getComputedStyle(paragraph);
          return {
            color,
            fontSize,
            lineHeight,
            fontFamily,
            paper: getComputedStyle(document.documentElement).backgroundColor,
          };
        });
      return look;
    };
    const plain = await printed();
    await keptBefore(context, 'display', {
      theme: 'dark',
      scale: '1.35',
      leading: '1.4',
      letters: '0.12',
      line: '0.75',
      typeface: 'sans',
    });
    expect(await printed()).toEqual(plain);
    expect(plain).toMatchObject({ color: 'rgb(0, 0, 0)', paper: 'rgb(255, 255, 255)' });
  });

  test.each(Object.keys(papers))('keep a contrast of 7 to 1 between words and paper: %s', async (theme) => {
    const context = await device();
    await keptBefore(context, 'display', { theme });
    const page = await context.newPage();
    await page.goto(lead);
    const colours = await page
      .locator('.prose > p, .times, .kicker, .credit')
      .evaluateAll((all) => all.map((element) => getComputedStyle(element).color));
    const paper = await paperOf(page);
    expect([...new Set(colours)].map((colour) => contrast(colour, paper)).filter((ratio) => ratio < 7)).toEqual([]);
    expect(new Set(colours).size).toBeGreaterThanOrEqual(3);
  });

  test('are set by the keyboard alone, which is then where it was', async () => {
    const page = await pageAt(lead);
    const button = page.locator('.tools').getByRole('button', { name: 'Display' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Display' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await paperOf(page)).toBe(papers.sepia);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

describe('a sheet over the page', () => {
  test.each([
    ['paper', 320],
    ['sepia', 1440],
    ['dark', 320],
  ])('has nothing for axe to find and fits the screen: %s, %i px wide', async (theme, width) => {
    const context = await device({ viewport: { width, height: 640 } });
    await keptBefore(context, 'display', { theme });
    const page = await context.newPage();
    for (const url of [lead, arabic]) {
      await page.goto(url);
      for (const key of ['d', '?']) {
        await page.keyboard.press(key);
        const dialog = page.getByRole('dialog');
        await dialog.waitFor();
        expect(await violations(page)).toEqual([]);
        expect(await dialog.evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth)).toBe(0);
        await page.keyboard.press('Escape');
      }
    }
  });
});

describe('the heading of an article', () => {
  test('says how long it takes to read, in its language', async () => {
    const timesOn = (at: string) =>
      elementsOf(parsed(pages.find((page) => page.at === at)?.html ?? ''), ({ properties }) =>
        [properties['className']].flat().includes('tools'),
      ).map(textOf)[0];
    expect(timesOn('/2025/05/05/the-long-way-round/')).toContain('5 minutes to read');
    expect(timesOn('/2025/05/05/the-day-before/')).not.toContain('minute');
  });
});

describe('the list of contents', () => {
  const listOf = (html: string) =>
    elementsOf(parsed(html), 'div')
      .filter((division) => attribute(division, 'className') === 'contents')
      .flatMap((division) => elementsOf(division, 'a'));

  test('of a long article leads to each of its parts', () => {
    const html = pages.find(({ url }) => url === long)?.html ?? '';
    const links = listOf(html);
    expect(links.map(textOf)).toEqual([
      'From the north pier to the ropewalk',
      'From the ropewalk to the mill',
      'From the mill to the swing bridge',
      'From the swing bridge to the fish market',
      'From the fish market to the south pier',
    ]);
    for (const link of links)
      expect(html).toContain(`<h2 id="${decodeURIComponent(attribute(link, 'href') ?? '').slice(1)}"`);
  });

  test('is spared where an article is short', () => {
    expect(listOf(pages.find(({ url }) => url === lead)?.html ?? '')).toEqual([]);
  });
});

describe('the line that shows how much is read', () => {
  const shareOf = (page: Page) =>
    page.locator('.article').evaluate((article) => {
      const { scale, animationName } = getComputedStyle(article, '::before');
      return animationName === 'none' ? undefined : Number(scale.split(' ')[0] === 'none' ? 1 : scale.split(' ')[0]);
    });

  test('is empty at the headline, and full at the end of the text', async () => {
    const page = await pageAt(long);
    // How far the page is scrolled is known with its first frame.
    await expect.poll(() => shareOf(page)).toBe(0);
    await page.locator('.prose > :last-child').evaluate((last) => last.scrollIntoView({ block: 'end' }));
    await expect.poll(() => shareOf(page)).toBeGreaterThan(0.97);
    await page.locator('.prose > :nth-child(14)').evaluate((middle) => middle.scrollIntoView());
    await expect.poll(() => shareOf(page)).toBeLessThan(0.8);
  });

  test('is not there for readers who want no motion', async () => {
    expect(await shareOf(await pageAt(long, { reducedMotion: 'reduce' }))).toBeUndefined();
  });
});

describe('an article that was left in the middle', () => {
  const offerOn = (page: Page) => page.getByRole('link', { name: 'Continue where you stopped' });
  const leaveAt = async (page: Page, block: number) => {
    await page
      .locator('.prose > *')
      .nth(block)
      .evaluate((place) => place.scrollIntoView());
    await page.goto(front);
  };

  test('is gone on with from there', async () => {
    const page = await pageAt(long);
    await leaveAt(page, 14);
    await page.goto(long);
    await offerOn(page).click();
    const top = await page
      .locator('.prose > *')
      .nth(14)
      .evaluate((place) => place.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(40);
    expect(await offerOn(page).isVisible()).toBe(false);
  });

  test('offers it by keyboard, and lets it be closed', async () => {
    const page = await pageAt(long);
    await leaveAt(page, 14);
    await page.goto(long);
    await offerOn(page).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await offerOn(page).isVisible()).toBe(false);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('offers nothing when the place is reached by scrolling', async () => {
    const page = await pageAt(long);
    await leaveAt(page, 14);
    await page.goto(long);
    expect(await offerOn(page).isVisible()).toBe(true);
    await page
      .locator('.prose > *')
      .nth(14)
      .evaluate((place) => place.scrollIntoView());
    await expect.poll(() => offerOn(page).isVisible()).toBe(false);
  });

  test('offers nothing when it was read to its end, or hardly begun', async () => {
    const page = await pageAt(long);
    await leaveAt(page, 14);
    await page.goto(long);
    await scrollThrough(page);
    await page.goto(front);
    expect(await keptOn(page, 'places')).toBeNull();
    await page.goto(long);
    await page.goto(front);
    expect(await keptOn(page, 'places')).toBeNull();
  });

  test('is forgotten when a hundred others came after it', async () => {
    const context = await device();
    const page = await context.newPage();
    await page.goto(front);
    await page.evaluate(() => {
      const places = Object.fromEntries(Array.from({ length: 120 }, (_, day) => [`/${day}/`, [3, day]]));
      localStorage.setItem('places', JSON.stringify(places));
    });
    await page.goto(long);
    await leaveAt(page, 14);
    const places = Object.keys((await keptOn(page, 'places')) as object);
    expect(places).toHaveLength(100);
    expect(places[0]).toBe('/2025/05/05/the-long-way-round/');
    expect(places).not.toContain('/20/');
  });

  test('is not taken for visited while the browser only prepares it', async () => {
    const context = await device();
    await keptBefore(context, 'places', { '/2025/05/05/the-long-way-round/': [14, 1] });
    const page = await context.newPage();
    await page.addInitScript(() => Object.defineProperty(document, 'prerendering', { value: true }));
    await page.goto(long);
    expect(await offerOn(page).isVisible()).toBe(false);
    await page.evaluate(() => document.dispatchEvent(new Event('prerenderingchange')));
    expect(await offerOn(page).isVisible()).toBe(true);
  });
});

describe('a time of the last days', () => {
  const timesAt = async (now: string, url = lead) => {
    const page = await (await device()).newPage();
    await page.clock.setFixedTime(now);
    await page.goto(url);
    return page
      .locator('.times time')
      .evaluateAll((all) => (all as HTMLTimeElement[]).map(({ textContent, title }) => [textContent, title]));
  };

  test('is told by its distance, with the time itself at hand', async () => {
    expect(await timesAt('2025-05-06T12:00:00+02:00')).toEqual([
      ['4 hours ago', '6 May 2025, 07:30 UTC+02:00'],
      ['11:30', '6 May 2025, 11:30 UTC+02:00'],
    ]);
  });

  test('is told in the language of the article', async () => {
    expect((await timesAt('2025-05-08T12:00:00+02:00', arabic))[0]?.[0]).toMatch(/قبل يوم/);
  });

  test.each(['2025-06-06T12:00:00+02:00', '2025-05-06T07:00:00+02:00'])(
    'is left as it is at other times: %s',
    async (now) => {
      expect((await timesAt(now)).map(([, title]) => title)).toEqual(['', '6 May 2025, 11:30 UTC+02:00']);
    },
  );
});

describe('nothing on a page moves', () => {
  test.each([320, 768, 1440])('when its script comes late and finds all that it can, %i px wide', async (width) => {
    const context = await device({ viewport: { width, height: 900 } });
    await keptBefore(context, 'display', { scale: '1.15' });
    await keptBefore(context, 'places', { '/2025/05/05/the-long-way-round/': [14, 1], [fixtureLead]: [8, 1] });
    await context.addInitScript(() => {
      speechSynthesis.getVoices = () => [{ lang: 'en-GB' } as SpeechSynthesisVoice];
    });
    await context.route(scripts, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    const page = await context.newPage();
    await page.clock.setFixedTime('2025-05-06T12:00:00+02:00');
    for (const url of [front, lead, long, arabic]) {
      await page.goto(url);
      const shift = await page.evaluate(
        () =>
          new Promise<string[]>((resolve) => {
            const moved: string[] = [];
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node?: Node }[] })[])
                moved.push(
                  ...entry.sources.map(({ node }) => `${node?.nodeName} ${node?.textContent?.trim().slice(0, 40)}`),
                );
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(moved), 300);
          }),
      );
      expect(shift, url).toEqual([]);
    }
    expect(await page.goto(long).then(() => page.locator('.bar:visible').count())).toBe(1);
  });
});

describe('listening', () => {
  /** Stands in for the voices of a system, which a browser without a screen has none of. */
  const voices = (context: BrowserContext, lang: string) =>
    context.addInitScript((language) => {
      const said: string[] = [];
      let saying: SpeechSynthesisUtterance | undefined;
      const synthesis = Object.assign(new EventTarget(), {
        getVoices: () => [{ lang: language }],
        speak: (utterance: SpeechSynthesisUtterance) => {
          said.push(`${utterance.lang}: ${utterance.text.trim()}`);
          saying = utterance;
        },
        cancel: () => {
          const stopped = saying;
          saying = undefined;
          stopped?.onend?.(new Event('end') as SpeechSynthesisEvent);
        },
      });
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
      Object.assign(window, { said, sayOn: () => saying?.onend?.(new Event('end') as SpeechSynthesisEvent) });
    }, lang);
  const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);
  const sayOn = (page: Page) => page.evaluate(() => (window as unknown as { sayOn: () => void }).sayOn());
  const listenOn = (page: Page) => page.getByRole('button', { name: 'Listen' });
  const marked = (page: Page) => page.locator('[data-aloud]');

  async function listening(): Promise<Page> {
    const context = await device();
    await voices(context, 'en-US');
    const page = await context.newPage();
    await page.goto(long);
    await listenOn(page).click();
    await expect.poll(() => said(page)).toHaveLength(1);
    return page;
  }

  test('is not offered where there is no voice for the language', async () => {
    const context = await device();
    await voices(context, 'de-DE');
    const page = await context.newPage();
    await page.goto(long);
    expect(await listenOn(page).isVisible()).toBe(false);
  });

  test('loads its script when it is asked for', async () => {
    const context = await device();
    await voices(context, 'en_GB');
    const page = await context.newPage();
    const loaded: string[] = [];
    page.on('request', (request) => request.url().includes('/reading-aloud.') && loaded.push(request.url()));
    await page.goto(long, { waitUntil: 'networkidle' });
    expect(loaded).toEqual([]);
    await listenOn(page).click();
    await expect.poll(() => loaded).toHaveLength(1);
  });

  test('goes sentence by sentence through the text and marks the part that is read', async () => {
    const page = await listening();
    await sayOn(page);
    expect(await said(page)).toEqual([
      'en-GB: From the north pier to the south pier a boat takes eleven minutes.',
      'en-GB: On foot it takes two hours and a half, for the shore bends inland before it bends back, and no street follows it all the way.',
    ]);
    expect((await marked(page).textContent())?.slice(0, 30)).toBe('From the north pier to the sou');
    for (let sentence = 0; sentence < 3; sentence += 1) await sayOn(page);
    expect((await marked(page).textContent())?.slice(0, 20)).toBe('What follows is in t');
  });

  test('pauses, and goes on with the same sentence', async () => {
    const page = await listening();
    await page.getByRole('button', { name: 'Pause' }).click();
    expect(await said(page)).toHaveLength(1);
    await page.getByRole('button', { name: 'Go on' }).click();
    const [first, again] = await said(page);
    expect(again).toBe(first);
    expect(await page.getByRole('button', { name: 'Pause' }).isVisible()).toBe(true);
  });

  test('stops, and leaves no mark', async () => {
    const page = await listening();
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(await marked(page).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Stop' }).isVisible()).toBe(false);
    expect(await listenOn(page).evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await said(page)).toHaveLength(1);
  });
});

describe('a single key', () => {
  const dialog = (page: Page) => page.getByRole('dialog');

  test('opens the list of all of them', async () => {
    const page = await pageAt(lead);
    await page.keyboard.press('?');
    expect(await dialog(page).ariaSnapshot()).toMatch(/Keyboard shortcuts[^]*Search \/[^]*Next story n ?j/);
  });

  test.each([
    ['/', '/search/'],
    ['f', '/'],
  ])('leads to another page: %s', async (key, address) => {
    const page = await (await device()).newPage();
    await page.route('**/search/', (route) => route.fulfill({ contentType: 'text/html', body: '<p>Search' }));
    await page.goto(lead);
    await page.keyboard.press(key);
    await page.waitForURL(urlOf(address));
  });

  test('does nothing where there is no story to lead to', async () => {
    const page = await pageAt(front);
    await page.keyboard.press('n');
    await page.keyboard.press('s');
    expect(page.url()).toBe(front);
  });

  test.each(['n', 'j'])('leads to the next story: %s', async (key) => {
    const page = await pageAt(lead);
    await page.evaluate(() =>
      document.querySelector('main')?.insertAdjacentHTML('beforeend', '<a rel="next" href="/">'),
    );
    await page.keyboard.press(key);
    await page.waitForURL(front);
  });

  test('does nothing beside another key, in a field, or under a sheet', async () => {
    const page = await pageAt(lead);
    for (const key of ['Control+d', 'Alt+d', 'Meta+d']) await page.keyboard.press(key);
    await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('afterbegin', '<input id="field">'));
    await page.locator('#field').press('d');
    expect(await dialog(page).count()).toBe(0);
    await page.locator('#field').evaluate((field) => field.remove());
    await page.keyboard.press('d');
    await dialog(page).waitFor();
    await page.keyboard.press('?');
    expect(await dialog(page).getByRole('heading').textContent()).toBe('Display');
  });

  test.each([
    ['the sheet of settings', 'd'],
    ['the list of shortcuts', '?'],
  ])('does nothing once it is switched off in %s', async (_where, key) => {
    const page = await pageAt(lead);
    await page.keyboard.press(key);
    await dialog(page).getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press(key);
    expect(await dialog(page).count()).toBe(0);
    await page.goto(front);
    await page.keyboard.press(key);
    expect(await dialog(page).count()).toBe(0);
  });
});

describe('the next page', () => {
  test('is prepared when a reader points at its link, and search is not', async () => {
    const { server, address } = await servePaper(fixture.dist, 0);
    const prepared: string[] = [];
    server.on('request', ({ url, headers }: { url: string; headers: Record<string, string> }) => {
      if (headers['sec-purpose']?.startsWith('prefetch')) prepared.push(url);
    });
    const page = await (await device()).newPage();
    await page.goto(new URL(fixtureLead, address).href);
    await page.getByRole('link', { name: 'Search' }).hover();
    await page.waitForTimeout(500);
    await page.locator('.nameplate a').hover();
    await expect.poll(() => prepared).toContain('/');
    expect(prepared).not.toContain('/search/');
    server.close();
  });

  test('is fetched where the browser knows no speculation rules, once, and not on a small data plan', async () => {
    const fetchedOn = async (saveData: boolean) => {
      const page = await (await device()).newPage();
      await page.addInitScript((save) => {
        HTMLScriptElement.supports = () => false;
        Object.defineProperty(navigator, 'connection', { value: { saveData: save } });
      }, saveData);
      const fetched: string[] = [];
      page.on(
        'request',
        (request) => request.resourceType() === 'fetch' && fetched.push(new URL(request.url()).pathname),
      );
      await page.goto(lead);
      for (const name of ['nameplate a', 'names a', 'nameplate a', 'navigation a[href="/search/"]'])
        await page.locator(`.${name}`).first().hover();
      if (!saveData) await expect.poll(() => fetched).toContain('/');
      await page.waitForTimeout(200);
      return fetched;
    };
    expect(await fetchedOn(true)).toEqual([]);
    const fetched = await fetchedOn(false);
    expect(fetched.filter((each) => each === '/')).toHaveLength(1);
    expect(fetched).not.toContain('/search/');
    complaints.splice(0);
  });

  test('comes without a transition for readers who want no motion', () => {
    const html = pages[0]?.html ?? '';
    expect(html).toMatch(/prefers-reduced-motion: ?no-preference\)[^@]*\{@view-transition\{navigation:auto/);
    expect(html.split('@view-transition')).toHaveLength(2);
  });
});

describe('the script of an article', () => {
  const html = pages.find(({ url }) => url === lead)?.html ?? '';
  const all = elementsOf(parsed(html), 'script');
  const textsOf = (script: (typeof all)[number]) => {
    const source = attribute(script, 'src');
    return source ? readFileSync(path.join(fixture.dist, source), 'utf8') : textOf(script);
  };

  test('is at most 6 KB in Brotli', () => {
    const weight = all.map((script) => brotliCompressSync(textsOf(script)).length).reduce((sum, each) => sum + each, 0);
    expect(weight).toBeGreaterThan(500);
    expect(weight).toBeLessThanOrEqual(6144);
  });

  test('waits until the page is there, but for what colours it', () => {
    const atOnce = all.filter((script) => attribute(script, 'type') === undefined);
    expect(atOnce.map(textsOf)).toEqual([readFileSync('src/scripts/first-paint.js', 'utf8')]);
  });
});
