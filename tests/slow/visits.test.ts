import type { Browser, BrowserContext, CDPSession, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { gatherConsole, openBrowser, scrollThrough } from '../support/browser.ts';
import { pagesOf } from '../support/dist.ts';
import { oneOfEachKind, pagesToLookAt } from '../support/kinds.ts';
import { overflow } from '../support/overflow.ts';

const papers = [inject('edition'), inject('fixture')];
// The fixture paper first: its lists hold more than those of the edition.
const pages = papers.toReversed().flatMap(pagesOf);
const looked = pagesToLookAt(pages);
const kinds = oneOfEachKind(pages, /trump-kim-talks|jisr|handbook|ferries-return/);
// Pages whose parts no other has; the rest share their style sheets.
const looks = kinds.filter(({ at }) =>
  /^\/$|^\/(sections\/[^/]+|search|saved|visiting)\/$|404|ferries-return|jisr|handbook/.test(at),
);
const isLead = (at: string) => at.includes('trump-kim-talks');

interface Shift extends PerformanceEntry {
  value: number;
  sources: { node?: Node }[];
}
declare global {
  interface Window {
    shifts: string[];
    policies: string[];
  }
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A page, and what it tells on the console, asks of others and does not get, since `begin` was called last. */
async function listenedTo(context: BrowserContext) {
  const page = await context.newPage();
  const told: string[] = [];
  const asked = new Set<Request>();
  gatherConsole(page, told);
  page.on('pageerror', ({ message }) => told.push(message));
  page.on('request', (request) => {
    asked.add(request);
    if (!papers.some(({ address }) => request.url().startsWith(address))) told.push(`asks ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // A page that is left gives up what it has not got yet.
    if (asked.has(request)) told.push(`${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) told.push(`${response.status()} ${response.url()}`);
  });
  await page.addInitScript(() => {
    window.shifts = [];
    window.policies = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[])
        window.shifts.push(
          `${value}: ${sources.map(({ node }) => node?.textContent?.trim().slice(0, 40)).join(' | ')}`,
        );
    }).observe({ type: 'layout-shift', buffered: true });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      window.policies.push(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  const begin = () => {
    asked.clear();
    told.splice(0);
  };
  return { page, told, begin };
}

/** In the page: whether a font of the paper that came too late is left out, as style sheets say, and another is in its place. */
function isWithoutFont(): boolean {
  const probe = document.body.appendChild(document.createElement('span'));
  probe.textContent = 'immovable';
  const widthIn = (families: string) => {
    probe.style.fontFamily = families;
    return probe.getBoundingClientRect().width;
  };
  const asked = [...document.fonts].filter(
    ({ family, status, unicodeRange }) =>
      family.includes('Broadsheet') && status !== 'unloaded' && unicodeRange.startsWith('U+0-'),
  );
  const late = asked.filter(({ family, weight, style }) => {
    Object.assign(probe.style, { fontWeight: weight, fontStyle: style });
    return widthIn(`${family}, monospace`) === widthIn('monospace');
  });
  probe.remove();
  return late.length > 0;
}

/** In the page: links that stand by themselves and are neither 24 pixels high and wide nor that far from any other. */
function crowdedLinks(): string[] {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const block = (element: Element): Element =>
    getComputedStyle(element).display.startsWith('inline') && element.parentElement
      ? block(element.parentElement)
      : element;
  const targets = [...document.querySelectorAll('a[href], summary')].map((element) => ({
    element,
    box: element.getBoundingClientRect(),
  }));
  const isSmall = ({ width, height }: DOMRect) => width < 24 || height < 24;
  return targets.flatMap(({ element, box }) => {
    const around = block(element);
    // Among other words the line height of the text decides.
    const standsAlone = around === element || around.textContent.trim() === element.textContent.trim();
    if (!standsAlone || !isSmall(box)) return [];
    // The spacing that WCAG 2.2, 2.5.8, takes in place of size.
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const crowded = targets.some(({ element: other, box: { left, right, top, bottom } }) => {
      if (other === element) return false;
      return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) < 12;
    });
    return crowded
      ? [`${element.textContent.trim().slice(0, 40)}: ${Math.round(box.width)} × ${Math.round(box.height)}`]
      : [];
  });
}

interface Seen {
  shifts: string[];
  told: string[];
  /** Overflow at a zoom of 400 %, on a screen of 320 pixels, and there with text twice its size. */
  zoomed: unknown;
  narrow: unknown;
  large: unknown;
  /** How many banners, main parts and imprints programs find. */
  landmarks: number[];
  /** What axe finds, by how the page is looked at. */
  axe: Record<string, string[]>;
  crowded: string[];
  /** Whether the button in the imprint opens the settings of the display; asked of one page of each kind. */
  settings: boolean;
}

describe('a page that is visited', () => {
  let page: Page;
  let told: string[];
  let begin: () => void;
  let device: CDPSession;
  beforeAll(async () => {
    // The worker would fetch the whole edition behind each page.
    const context = await browser.newContext({ serviceWorkers: 'block' });
    ({ page, told, begin } = await listenedTo(context));
    device = await context.newCDPSession(page);
  });
  afterAll(() => page.context().close());

  /** One visit to a page shows it in all widths and colours, since opening it takes longer than these. */
  async function visited(one: (typeof looked)[number]): Promise<Seen> {
    const { at, url } = one;
    await page.goto('about:blank');
    await page.setViewportSize({ width: 390, height: 844 });
    begin();
    await page.goto(url);
    await scrollThrough(page);
    const { shifts, policies } = await page.evaluate(() => ({ shifts: window.shifts, policies: window.policies }));
    const seen = { shifts, told: [...told, ...policies] };
    // What fits is told of the page as it is meant.
    for (let tries = 0; tries < 5 && (await page.evaluate(isWithoutFont)); tries += 1) await page.reload();
    await page.evaluate(() => scrollTo(0, 0));
    const landmarks = await Promise.all(
      (['banner', 'main', 'contentinfo'] as const).map((role) => page.getByRole(role).count()),
    );

    await device.send('Emulation.setDeviceMetricsOverride', {
      width: 320,
      height: 256,
      deviceScaleFactor: 4,
      mobile: false,
    });
    const zoomed = await overflow(page);
    // Else the next page would have it too.
    await device.send('Emulation.clearDeviceMetricsOverride');
    await page.setViewportSize({ width: 320, height: 640 });
    const narrow = await overflow(page);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
    const large = await overflow(page);
    await page.evaluate(() => document.documentElement.removeAttribute('style'));

    const axe: Seen['axe'] = {};
    const isKind = kinds.includes(one);
    if (isKind) axe['320 pixels'] = await violations(page);
    await page.setViewportSize({ width: 768, height: 900 });
    if (!isKind) axe['768 pixels'] = await violations(page);
    if (looks.includes(one)) {
      await page.emulateMedia({ forcedColors: 'active' });
      axe['forced colours'] = await violations(page, 'looks');
      await page.emulateMedia({ forcedColors: 'none' });
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
      axe['dark, 768 pixels'] = await violations(page, 'looks');
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'sepia'));
      axe['sepia, 1440 pixels'] = await violations(page, 'looks');
    }
    if (isLead(at))
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ contrast: 'more', colorScheme });
        axe[`high contrast, ${colorScheme}`] = await violations(page);
      }
    await page.emulateMedia({ contrast: null, colorScheme: null });
    await page.setViewportSize({ width: 390, height: 844 });
    const crowded = await page.evaluate(crowdedLinks);
    // A newspaper has only a way back.
    const settings = !isKind || at.endsWith('/print/') || (await opensSettings());
    return { ...seen, landmarks, zoomed, narrow, large, axe, crowded, settings };
  }

  async function opensSettings(): Promise<boolean> {
    await page.getByRole('contentinfo').getByRole('button').click();
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    return sheet.isVisible();
  }

  describe.each(looked)('at $at', (one) => {
    let seen: Seen;
    beforeAll(async () => {
      seen = await visited(one);
    });

    it('moves nothing when it is read to its end', () => {
      expect(seen.shifts).toEqual([]);
    });

    it('misses nothing, says nothing on the console, breaks no policy, and asks nobody else for anything', () => {
      expect(seen.told).toEqual([]);
    });

    it('has one banner, one main part and one imprint', () => {
      // That of a newspaper stands on its last page, at the end of the main part.
      expect(seen.landmarks).toEqual([1, 1, one.at.endsWith('/print/') ? 0 : 1]);
    });

    const none = { sideways: 0, beyond: [] };

    it('fits a screen of 1280 pixels at a zoom of 400 %', () => {
      expect(seen.zoomed).toEqual(none);
    });

    it('fits a screen of 320 pixels, and with text twice its size', () => {
      expect([seen.narrow, seen.large]).toEqual([none, none]);
    });

    it('has links by themselves that are at least 24 pixels high and wide, or that far from any other', () => {
      expect(seen.crowded).toEqual([]);
    });

    it.runIf(kinds.includes(one))('has a way to the settings of the display', () => {
      expect(seen.settings).toBe(true);
    });

    it('has nothing for axe to find', () => {
      expect(seen.axe).toEqual(Object.fromEntries(Object.keys(seen.axe).map((how) => [how, []])));
      expect(Object.keys(seen.axe).length).toBeGreaterThan(0);
    });
  });

  it('is looked at in dark, in sepia and in forced colours too where its parts are its own, and the lead in high contrast', () => {
    expect([kinds.length > 20, looks.length > 8, kinds.some(({ at }) => isLead(at))]).toEqual([true, true, true]);
  });
});

describe('a page with its service worker', () => {
  it('says nothing on the console, breaks no policy, and asks nobody else for anything', async () => {
    const context = await browser.newContext({ viewport: { width: 768, height: 900 } });
    const { page, told } = await listenedTo(context);
    for (const { url } of looks) {
      await page.goto(url);
      await scrollThrough(page);
      told.push(...(await page.evaluate(() => window.policies)));
    }
    await context.close();
    expect(told).toEqual([]);
  });
});
