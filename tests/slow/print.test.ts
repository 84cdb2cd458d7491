import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPrinter } from '../support/browser.ts';
import { pagesOf } from '../support/dist.ts';
import { editionLead, fixtureLead } from '../support/landmarks.ts';
import {
  codeAtEnd,
  fillsOf,
  inside,
  linesByColumn,
  missingFrom,
  openToPrint,
  outlineOf,
  picturesOf,
  picturesOfPages,
  plain,
  print,
  serifHeight,
  setTo,
  textOfPrint,
  textsOfArticle,
  textsOnPaper,
  tool,
  wordsOfText,
  type Printed,
  type PrintedWord,
} from '../support/pdf.ts';

const papers = { edition: inject('edition'), fixture: inject('fixture') };
const formats = ['A4', 'Letter', 'Legal', 'A5'];
const urlOf = (paper: keyof typeof papers, at: string) => new URL(at, papers[paper].address).href;
const lead = urlOf('edition', editionLead);
const rich = urlOf('fixture', fixtureLead);
const handbook = urlOf('fixture', '/2025/05/06/the-harbour-handbook/');
const arabic = urlOf('fixture', '/2025/05/06/jisr-al-mina/');
const japanese = urlOf('fixture', '/2025/05/06/minato-no-hashi/');
/** Every article that is not withdrawn. */
const articles = Object.values(papers).flatMap((paper) =>
  pagesOf(paper).filter(({ html }) => html.includes('class="colophon"')),
);

/** Those that stand for all on other paper than A4. */
const chosen = [lead, rich, arabic, japanese, handbook];
const printedOn = (format: string) => (format === 'A4' ? articles : articles.filter(({ url }) => chosen.includes(url)));

let browser: Browser;

interface OnScreen {
  /** The number of each link, and where it leads. */
  links: [number: string | null, href: string][];
  /** The page's own address. */
  own: string | null;
  /** The list of addresses. */
  listed: string[];
  /** How many pictures it has for paper. */
  pictures: number;
  /** How its text begins. */
  start: string;
  /** Headline, sentences, captions and credits. */
  texts: string[];
}

const visits = new Map<string, Promise<{ screen: OnScreen; prints: Map<string, Printed> }>>();

/** One visit to an article gives its words on the screen and all its prints, since opening it takes longer than these. */
function visit(url: string) {
  const known = visits.get(url) ?? visited(url);
  visits.set(url, known);
  return known;
}

async function visited(url: string) {
  const page = await openToPrint(browser, url);
  const screen = {
    links: await page.$$eval('.article a[data-n]', (all) =>
      all.map((link): [string | null, string] => [
        link.getAttribute('data-n'),
        (link as HTMLAnchorElement).href.replace(/^(mailto|tel):/, ''),
      ]),
    ),
    own: await page.getAttribute('link[rel="canonical"]', 'href'),
    listed: await page.$$eval('.links div > p', (all) => all.map((item) => item.textContent.trim())),
    pictures: await page.locator('.article img[hidden]').count(),
    start: await page.$$eval('.prose > p', ([first]) => first?.textContent.slice(0, 20) ?? ''),
    texts: await page.$$eval(textsOfArticle, textsOnPaper),
  };
  const prints = new Map<string, Printed>();
  for (const format of chosen.includes(url) ? formats : ['A4']) prints.set(format, await print(page, format));
  await page.close();
  return { screen, prints };
}

const onScreen = async (url: string) => (await visit(url)).screen;

async function printed(url: string, format = 'A4'): Promise<Printed> {
  const found = (await visit(url)).prints.get(format);
  if (!found) throw new Error(`${url} is not printed on ${format}.`);
  return found;
}

beforeAll(async () => {
  browser = await openPrinter();
});
afterAll(async () => {
  rmSync(path.dirname((await printed(lead)).file), { recursive: true, force: true });
  await browser.close();
});

describe('an article on paper', () => {
  it('needs no more than two pages of A4 or Letter for the lead', async () => {
    for (const format of ['A4', 'Letter']) expect((await printed(lead, format)).pages.length, format).toBe(2);
  });

  it('fills both columns of the first page of A4 with the lead', async () => {
    expect(fillsOf(await printed(lead, 'A4'))[0]).toBeGreaterThan(0.95);
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
    for (const url of [lead, rich, handbook]) {
      const [word] = wordsOfText(await printed(url, format), (await onScreen(url)).start);
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
    ] as const)
      expect(codeAtEnd(await printed(url))).toBe(short);
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
      const pictures = picturesOf(await printed(url));
      expect(pictures.length, url).toBe((await onScreen(url)).pictures);
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
      const figures = objects.filter((object) => /\/S \/Figure\b/.test(object));
      expect(
        figures.filter((object) => !object.includes('/Alt')),
        url,
      ).toEqual([]);
      // One for each picture and for the code: a figure around them would be read in place of what is in it.
      expect(figures.length, url).toBe((await onScreen(url)).pictures + 1);
    }
  });

  it('has its headings for an outline', async () => {
    for (const url of [lead, rich]) {
      const page = await browser.newPage({ serviceWorkers: 'block' });
      await page.goto(url);
      await page.emulateMedia({ media: 'print' });
      const headings = await page.$$eval('h1, h2, h3, h4, h5, h6, [role=heading]', (all) =>
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
      const page = await openToPrint(browser, url, options, kept);
      const other = picturesIn(await print(page, 'A4'));
      await page.close();
      expect(
        other.map((picture, page) => picture === plainly[page]),
        `${url} ${JSON.stringify([options, kept])}`,
      ).toEqual(plainly.map(() => true));
    }
  });

  it('has every sentence, caption and credit in it', async () => {
    for (const { url } of articles) {
      const { texts } = await onScreen(url);
      expect(missingFrom(await printed(url), texts), url).toEqual([]);
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

describe('a front page on paper', () => {
  it('begins its headlines where the text below them begins', async () => {
    const page = await openToPrint(browser, urlOf('edition', '/'), { colorScheme: 'dark' });
    const [headline, standfirst] = await page.$eval('.story:has(.standfirst)', (story) =>
      ['.headline', '.standfirst'].map((part) => story.querySelector(part)?.textContent.trim() ?? ''),
    );
    const one = await print(page, 'A4');
    await page.close();
    const [first, below] = [headline, standfirst].map((text) => wordsOfText(one, text ?? '')[0]?.left ?? 0);
    expect(Math.abs((first ?? 0) - (below ?? 99))).toBeLessThan(1);
  });
});

describe('pages that are no article', () => {
  it.each([
    ['the front page', 'edition', '/', 'A4', 1],
    ['the front page', 'edition', '/', 'Letter', 1],
    ['the front page', 'edition', '/', 'A5', 2],
    ['saved stories', 'edition', '/saved/', 'A4', 1],
    ['a section', 'fixture', '/sections/harbour/', 'A4', 1],
  ] as const)('%s (%s, %s) on %s is whole on as few sheets as it needs: %i', async (_, paper, at, format, sheets) => {
    const page = await openToPrint(browser, urlOf(paper, at));
    const one = await print(page, format);
    await page.close();
    expect(one.pages).toHaveLength(sheets);
    // Such pages have no running head, not even a dot of one.
    expect(one.words.filter(({ page: number, top }) => number > 1 && top < 45)).toEqual([]);
  });
});

describe('wherever a page ends', () => {
  it.each([
    ['A4', 660, 1400],
    ['Letter', 620, 1340],
    ['A5', 130, 900],
  ])('every page of %s but the last is filled to 60 per cent', async (format, from, to) => {
    const page = await openToPrint(browser, rich);
    const low: string[] = [];
    for (const boxes of [true, false])
      for (let words = from; words < to; words += (to - from) / 16) {
        await page.evaluate(setTo, { words: Math.round(words), boxes });
        const one = await print(page, format);
        for (const [number, fill] of fillsOf(one).slice(0, -1).entries())
          if (fill < 0.6)
            low.push(
              `${Math.round(words)} words ${boxes ? 'with' : 'without'} boxes: page ${number + 1} ${fill.toFixed(2)}`,
            );
      }
    await page.close();
    expect(low).toEqual([]);
  });

  it.each([
    ['A4', 'the lead', lead, 1],
    ['A5', 'the lead', lead, 1],
    ['Letter', 'the lead', lead, 2],
    ['A4', 'the lead in larger type', lead, 2],
    ['A4', 'a long text', urlOf('fixture', '/2025/05/05/the-long-way-round/'), 1],
    ['A4', 'one of many boxes and pictures', rich, 2],
    ['A5', 'one of many boxes and pictures', rich, 2],
    ['Letter', 'one of tables and notes', handbook, 3],
  ])('on %s, in %s, nothing is parted that belongs together', async (format, name, url, step) => {
    const page = await openToPrint(browser, url);
    if (name.endsWith('larger type'))
      await page.$eval('#print [name="larger"]', (box) => ((box as HTMLInputElement).checked = true));
    await page.emulateMedia({ media: 'print' });
    const { headings, boxes, figures } = await page.evaluate(togetherOnPaper);
    await page.emulateMedia({ media: null });
    const paragraphs = await page.$$eval('.prose > p', textsOnPaper);
    const whole = await page.$$eval('.prose .caption, .pull-quote blockquote', textsOnPaper);
    const faults: string[] = [];
    for (let lines = 0; lines < 24; lines += step) {
      await page.evaluate((count) => {
        const shift = document.querySelector('#shift') ?? document.createElement('div');
        shift.id = 'shift';
        (shift as HTMLElement).style.height = `${count}lh`;
        document.querySelector('.prose')?.prepend(shift);
      }, lines);
      const one = inside(await print(page, format));
      const fault = (text: string) => faults.push(`${lines}: ${text}`);
      const columnsOf = (words: PrintedWord[]) => linesByColumn(one, words);
      for (const pairs of [headings, boxes]) {
        let before: PrintedWord | undefined;
        for (const [first, last] of pairs) {
          const start = wordsOfText(one, first, before);
          before = start.at(-1);
          const end = wordsOfText(one, last, before);
          if (end.length === 0 || columnsOf([...start, ...end]).length !== 1) fault(`${first} … ${last}`);
        }
      }
      for (const text of paragraphs) {
        const columns = columnsOf(wordsOfText(one, text));
        if (columns.length > 1 && columns.includes(1)) fault(text);
      }
      for (const text of whole) if (columnsOf(wordsOfText(one, text)).length !== 1) fault(text);
      const pages = picturesOf(one).map(({ page: at }) => at);
      let before: PrintedWord | undefined;
      for (const [text, count] of figures) {
        before = wordsOfText(one, text, before).at(-1);
        if (pages.splice(0, count).some((at) => at !== before?.page)) fault(`picture of ${text}`);
      }
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
    const small = await print(page, 'A5');
    await page.close();
    expect(picturesOf(one)).toEqual([]);
    // Its short link at the end is not broken, and no box leaves a small page half empty.
    expect(
      one.words.filter(({ page: at, text }) => at === one.pages.length && text.endsWith('/a/k7m2xq')),
    ).toHaveLength(2);
    expect(Math.min(...fillsOf(small).slice(0, -1))).toBeGreaterThan(0.6);
    expect(small.pages).toHaveLength(5);
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
    await page.locator('#print').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#print').waitFor({ state: 'hidden' });
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

/** In the page: of headings the words that are to stand below them, of boxes how they begin and end, of figures the words below and how many pictures. */
function togetherOnPaper() {
  const seen = (selector: string) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
  const wordsOf = (element: Element | null | undefined, from: number, to?: number) =>
    (element?.textContent ?? '').trim().split(/\s+/).slice(from, to).join(' ');
  return {
    headings: seen(':is(.prose, .ending, .related, .links) :is(h2, h3, h4, h5, h6), .box-title').map(
      (heading): [string, string] => [heading.textContent.trim(), wordsOf(heading.nextElementSibling, 0, 1)],
    ),
    boxes: seen(
      '.fact-box, .timeline, .related-block, .video, .table-scroll:not(:has(th:nth-child(6))), .colophon > div',
    ).map((box): [string, string] => [wordsOf(box, 0, 2), wordsOf(box, -2)]),
    figures: seen('.photo:not(.photo-gallery), .gallery').map((figure): [string, number] => [
      wordsOf([...figure.querySelectorAll('.caption, .credit')].at(-1), 0, 3),
      [...figure.querySelectorAll('img')].filter((image) => image.checkVisibility()).length,
    ]),
  };
}
