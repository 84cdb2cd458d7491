import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openReadersBrowser } from '../support/browser.ts';
import { pagesOf } from '../support/dist.ts';
import { editionLead, fixtureLead } from '../support/landmarks.ts';
import {
  linesByColumn,
  outlineOf,
  picturesOf,
  picturesOfPages,
  plain,
  print,
  printedAt,
  textOfPrint,
  tool,
  wordsOfText,
  type Printed,
} from '../support/pdf.ts';

const papers = { edition: inject('edition'), fixture: inject('fixture') };
const formats = ['A4', 'Letter', 'Legal', 'A5'];
const urlOf = (paper: keyof typeof papers, at: string) => new URL(at, papers[paper].address).href;
const lead = urlOf('edition', editionLead);
const rich = urlOf('fixture', fixtureLead);
const arabic = urlOf('fixture', '/2025/05/06/jisr-al-mina/');
const japanese = urlOf('fixture', '/2025/05/06/minato-no-hashi/');
/** Every article that is not withdrawn. */
const articles = Object.values(papers).flatMap((paper) =>
  pagesOf(paper).filter(({ html }) => html.includes('class="colophon"')),
);

/** Every article on A4; on other paper four stand for all. */
const printedOn = (format: string) =>
  format === 'A4' ? articles : articles.filter(({ url }) => [lead, rich, arabic, japanese].includes(url));

let browser: Browser;
const prints = new Map<string, Printed>();

/** The same print for the same address and format. */
async function printed(url: string, format = 'A4'): Promise<Printed> {
  const key = `${url} ${format}`;
  const known = prints.get(key) ?? (await printedAt(browser, url, format));
  prints.set(key, known);
  return known;
}

interface OnScreen {
  /** The number of each link, and where it leads. */
  links: [number: string | null, href: string][];
  /** The page's own address. */
  own: string | null;
  /** The list of addresses. */
  listed: string[];
  /** Headline, sentences, captions and credits. */
  texts: string[];
}

const screens = new Map<string, OnScreen>();

/** What an article has on the screen that is to be found on paper. */
async function onScreen(url: string): Promise<OnScreen> {
  const known = screens.get(url);
  if (known) return known;
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(url);
  const read = {
    links: await page.$$eval('.article a[data-n]', (all) =>
      all.map((link): [string | null, string] => [
        link.getAttribute('data-n'),
        (link as HTMLAnchorElement).href.replace(/^(mailto|tel):/, ''),
      ]),
    ),
    own: await page.getAttribute('link[rel="canonical"]', 'href'),
    listed: await page.$$eval('.links li', (all) => all.map((item) => item.textContent.trim())),
    texts: await textsOf(
      page,
      '.heading h1, .heading .standfirst, .names, .prose :is(p, li, td):not(.contents *, .video-link), .caption, .credit',
    ),
  };
  await page.close();
  screens.set(url, read);
  return read;
}

beforeAll(async () => {
  browser = await openReadersBrowser();
});
afterAll(async () => {
  const [any] = prints.values();
  if (any) rmSync(path.dirname(any.file), { recursive: true, force: true });
  await browser.close();
});

describe('an article on paper', () => {
  it('needs no more than two pages of A4 or Letter for the lead', async () => {
    for (const format of ['A4', 'Letter']) expect((await printed(lead, format)).pages.length, format).toBe(2);
  });

  it.each(formats)('keeps every word of every article 14 points from the edges of %s', async (format) => {
    for (const { url } of printedOn(format)) {
      const { pages, words } = await printed(url, format);
      const beyond = words.filter(({ page, left, top, right, bottom }) => {
        const { width = 0, height = 0 } = pages[page - 1] ?? {};
        return left < 14 || top < 14 || right > width - 14 || bottom > height - 14;
      });
      expect(beyond, `${url} on ${format}`).toEqual([]);
    }
  });

  it.each(formats)('leaves no last page of %s nearly empty', async (format) => {
    for (const { url } of printedOn(format)) {
      const { pages, words } = await printed(url, format);
      const foot = (pages.at(-1)?.height ?? 0) - 18 * (72 / 25.4);
      const last = words.filter(({ page, bottom }) => page === pages.length && bottom < foot);
      expect(Math.max(...last.map(({ bottom }) => bottom)) / (pages.at(-1)?.height ?? 0), url).toBeGreaterThan(0.15);
    }
  });

  it.each([
    ['A4', 9.5],
    ['Letter', 9.5],
    ['A5', 10],
  ])('sets its text on %s in %d points, which no box that is too wide makes smaller', async (format, size) => {
    for (const url of [lead, rich, urlOf('fixture', '/2025/05/06/the-harbour-handbook/')]) {
      const page = await browser.newPage({ serviceWorkers: 'block' });
      await page.goto(url);
      const text = await page.locator('.prose > p').first().innerText();
      const [word] = wordsOfText(await printed(url, format), text.slice(0, 20));
      await page.close();
      // What the font reserves above and below its letters.
      expect((word?.bottom ?? 0) - (word?.top ?? 0), url).toBeCloseTo(size * serifHeight, 1);
    }
  });

  it('has its head and its folio from the second page on', async () => {
    const { pages, words } = await printed(lead);
    const height = pages[0]?.height ?? 0;
    const inMargin = (wanted: number) =>
      words
        .filter(({ page, top, bottom }) => page === wanted && (bottom < 48 || top > height - 48))
        .map(({ text }) => text);
    expect(inMargin(1)).toEqual([]);
    expect(inMargin(2).join(' ')).toBe(
      'Trump-Kim talks break down after dispute over sanctions The Broadsheet · 1 March 2019 Page 2 of 2 broadsheet.example/a/k7m2xq',
    );
    expect(tool('pdftotext', (await printed(arabic)).file, '-')).toMatch(/2.*من.*2.*الصفحة/);
  });

  it('lists the address of every link once, and marks the link with its number', async () => {
    for (const { url } of articles) {
      const { links, own, listed } = await onScreen(url);
      const text = textOfPrint(await printed(url));
      const origin = new URL(own ?? '').origin;
      for (const [index, address] of listed.entries()) {
        expect(text, url).toContain(plain(`[${index + 1}]${address}`));
        expect(listed.indexOf(address), address).toBe(index);
      }
      for (const [number, href] of links)
        expect(listed[Number(number) - 1], url).toBe(href.replace(new URL(url).origin, origin));
    }
  });

  it('shows the short link of every related story', async () => {
    const text = textOfPrint(await printed(rich));
    for (const id of ['hndbk2', 'jsrmna', 'mnathash', 'swngbr', 'ebbtyde', 'rnd5mh'])
      expect(text).toContain(`fixture.example/a/${id}`);
    expect(text).toContain('https://gazette.fixture.example/ferries-then-and-now');
  });

  it('has a code that leads to the short link', async () => {
    for (const [url, short] of [
      [lead, 'https://broadsheet.example/a/k7m2xq/'],
      [arabic, 'https://fixture.example/a/jsrmna/'],
    ] as const) {
      const last = picturesOfPages(await printed(url), 150).at(-1) ?? '';
      expect(tool('zbarimg', '-q', '--raw', last).trim()).toBe(short);
    }
  });

  it('has its fonts in it, none of them drawn by hand, and no letter that programs cannot read', async () => {
    for (const { url } of articles) {
      const { file } = await printed(url);
      const fonts = tool('pdffonts', file).split('\n').slice(2).filter(Boolean);
      const own = fonts.filter((font) => !/Type 3/.test(font));
      expect(
        own.filter((font) => !/ yes (yes|no) +yes +\d+ +0$/.test(font)),
        url,
      ).toEqual([]);
      // What our faces have not comes from the system, whose collections of Chinese and Japanese faces Chromium draws by hand.
      if (!/[^\s\p{Script=Latin}\p{ASCII}\u00a0-\u00bf\u2000-\u2065\u20a0-\u2212]/u.test(tool('pdftotext', file, '-')))
        expect(own, url).toEqual(fonts);
      expect(tool('pdftotext', file, '-'), url).not.toMatch(/[\ufffd\u00ad]/);
    }
  });

  it('has its pictures as they were made for paper, in 150 dots an inch or more', async () => {
    for (const url of [lead, rich, arabic, japanese]) {
      const page = await browser.newPage({ serviceWorkers: 'block' });
      await page.goto(url);
      const count = await page.locator('.article img[hidden]').count();
      await page.close();
      const pictures = picturesOf(await printed(url));
      expect(pictures.length, url).toBe(count);
      // One of the fixture's own is smaller than that.
      for (const { format, ppi } of pictures)
        expect([format, ppi >= (url === rich ? 75 : 150)], url).toEqual(['jpeg', true]);
    }
  });

  it('is tagged, with one heading of the first rank and words for every figure', async () => {
    for (const url of [lead, rich, arabic, japanese]) {
      const { file } = await printed(url);
      expect(tool('pdfinfo', file)).toMatch(/Tagged: +yes/);
      const objects = tool('qpdf', '--qdf', '--object-streams=disable', file, '-').split('endobj');
      expect(objects.filter((object) => /\/S \/H1\b/.test(object)).length, url).toBe(1);
      expect(
        objects.filter((object) => /\/S \/Figure\b/.test(object) && !object.includes('/Alt')),
        url,
      ).toEqual([]);
    }
  });

  it('has its headings for an outline', async () => {
    for (const url of [lead, rich]) {
      const page = await browser.newPage({ serviceWorkers: 'block' });
      await page.goto(url);
      await page.emulateMedia({ media: 'print' });
      const headings = await page.$$eval('h1, h2, h3, h4, h5, h6', (all) =>
        all.filter((heading) => heading.checkVisibility()).map((heading) => heading.textContent.trim()),
      );
      await page.close();
      expect(outlineOf(await printed(url)), url).toEqual(headings);
    }
  });

  it('is a file in order', async () => {
    for (const url of [lead, rich, arabic, japanese])
      expect(tool('qpdf', '--check', (await printed(url)).file)).toContain('No syntax or stream encoding errors');
  });

  it('looks the same whatever the theme, the size, the typeface and the scripts', async () => {
    const picturesIn = (one: Printed) => picturesOfPages(one, 72).map((file) => readFileSync(file).toString('base64'));
    const settings = { theme: 'sepia', size: 'largest', typeface: 'sans', spacing: 'wide' };
    for (const [url, options, kept] of [
      [lead, { colorScheme: 'dark', contrast: 'more' }],
      [lead, {}, { theme: 'dark' }],
      [lead, { viewport: { width: 320, height: 640 } }, settings],
      [lead, { javaScriptEnabled: false }],
      [arabic, { colorScheme: 'dark' }, settings],
    ] as const) {
      const plainly = picturesIn(await printed(url));
      const other = picturesIn(await printedAt(browser, url, 'A4', options, kept));
      expect(
        other.map((picture, page) => picture === plainly[page]),
        `${url} ${JSON.stringify([options, kept])}`,
      ).toEqual(plainly.map(() => true));
    }
  });

  it('has every sentence, caption and credit in it', async () => {
    for (const { url } of articles) {
      const { texts } = await onScreen(url);
      // The marks of a <q> are no part of the HTML.
      const unquoted = (words: string) => plain(words).replace(/[“”]/g, '');
      const text = unquoted(textOfPrint(await printed(url)));
      expect(
        texts
          .flatMap((each) => each.split('\u0000'))
          .filter((each) => !inPieces(text, unquoted(each)) && !inParts(text, each)),
        url,
      ).toEqual([]);
    }
  });

  it('has nothing of what only a screen can do', async () => {
    const text = textOfPrint(await printed(rich));
    for (const words of [
      'Display',
      'Listen',
      'Save for later',
      'Skip to',
      'Follow the tides',
      'minute to read',
      'Topics',
    ])
      expect(text).not.toContain(plain(words));
  });

  it('tells the time itself and not how long ago it was', async () => {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    await page.clock.setFixedTime('2019-03-01T02:00:00Z');
    await page.goto(lead);
    expect(await page.locator('.times time').first().innerText()).toContain('ago');
    expect(textOfPrint(await print(page, 'A4'))).toContain(plain('Published 1 March 2019, 05:00 SGT'));
    await page.close();
  });
});

describe('wherever a page ends', () => {
  it.each([
    ['A4', lead],
    ['A5', lead],
    ['A4', urlOf('fixture', '/2025/05/05/the-long-way-round/')],
  ])('on %s, no heading is left alone, no line of a paragraph and no caption', async (format, url) => {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    await page.goto(url);
    const headings = await page.$$eval('.prose > h2', (all) =>
      all.map((heading) => ({
        heading: heading.textContent,
        next: heading.nextElementSibling?.textContent.split(' ').slice(0, 6).join(' ') ?? '',
      })),
    );
    const paragraphs = await textsOf(page, '.prose > p');
    const captions = await textsOf(page, '.prose .caption');
    const faults: string[] = [];
    for (let lines = 0; lines < 24; lines += 1) {
      await page.evaluate((count) => {
        const shift = document.querySelector('#shift') ?? document.createElement('div');
        shift.id = 'shift';
        (shift as HTMLElement).style.height = `${count * 12.54}pt`;
        document.querySelector('.prose')?.prepend(shift);
      }, lines);
      const one = await print(page, format);
      const columnsOf = (text: string) => linesByColumn(one, wordsOfText(one, text));
      for (const { heading, next } of headings)
        if (columnsOf(heading + next).length !== 1) faults.push(`${lines}: ${heading}`);
      for (const text of paragraphs)
        if (columnsOf(text).length > 1 && columnsOf(text).includes(1)) faults.push(`${lines}: ${text}`);
      for (const text of captions) if (columnsOf(text).length !== 1) faults.push(`${lines}: ${text}`);
      const pictures = picturesOf(one).slice(-captions.length);
      for (const [index, text] of captions.entries())
        if (wordsOfText(one, text)[0]?.page !== pictures[index]?.page) faults.push(`${lines}: picture of ${text}`);
    }
    await page.close();
    expect(faults).toEqual([]);
  });
});

describe('the button that prints', () => {
  it('asks for pictures and type, and prints what is chosen', async () => {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await page.goto(lead);
    await page.click('[data-opens="print"]');
    const sheet = page.locator('#print');
    await sheet.getByLabel('With pictures').uncheck();
    await sheet.getByLabel('Larger type').check();
    await sheet.getByRole('button', { name: 'Print' }).click();
    await page.waitForSelector('html[data-printed]');
    const one = await print(page, 'A4');
    await page.close();
    expect(picturesOf(one)).toEqual([]);
    const [word] = wordsOfText(one, 'Donald Trump and Kim Jong Un ended');
    expect((word?.bottom ?? 0) - (word?.top ?? 0)).toBeCloseTo(12.5 * serifHeight, 1);
    expect(textOfPrint(one)).toContain(plain('At his press conference Mr Trump said'));
  });

  it('prints nothing when the sheet is only closed', async () => {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await page.goto(lead);
    await page.click('[data-opens="print"]');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog[open]'));
    expect(await page.getAttribute('html', 'data-printed')).toBeNull();
    await page.close();
  });

  it.each([
    ['no picture of paper where one touches the screen', { hasTouch: true, isMobile: true }, 0],
    ['those of paper with the page where one has a mouse', {}, 3],
  ])('fetches %s', async (_, options, count) => {
    const page = await browser.newPage({ serviceWorkers: 'block', ...options });
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(lead, { waitUntil: 'networkidle' });
    expect(fetched.filter((url) => /\.jpe?g$/.test(url)).length).toBe(count);
    await page.close();
  });
});

/** What the serif's own measures make of its size, in the boxes that poppler draws. */
const serifHeight = 1.3704;

/** Texts of elements with the numbers that links have on paper. */
function textsOf(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (all) =>
    all.map((element) => {
      const copy = element.cloneNode(true) as Element;
      for (const link of copy.querySelectorAll('a[data-n]')) link.append(`[${link.getAttribute('data-n') ?? ''}]`);
      for (const hidden of copy.querySelectorAll('[data-footnote-backref], input, ul, ol, table')) hidden.remove();
      return copy.textContent;
    }),
  );
}

/** Whether a text is there, whole or in pieces of 20 letters and more: between columns and pages programs read what else stands there. */
function inPieces(text: string, each: string): boolean {
  if (text.includes(each)) return true;
  const cut = [...each].findLastIndex(
    (_, length) => length >= 20 && text.includes([...each].slice(0, length).join('')),
  );
  return cut > 0 && cut < each.length - 20 && inPieces(text, [...each].slice(cut).join(''));
}

/** Whether all letters of a text that runs both ways, or has letters over others, are there: programs read it in an order of their own. */
function inParts(text: string, each: string): boolean {
  return (
    /\p{Script=Arabic}|\p{Script=Hiragana}/u.test(each) && [...plain(each)].every((letter) => text.includes(letter))
  );
}
