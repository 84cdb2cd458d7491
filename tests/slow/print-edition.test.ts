import type { Element } from 'hast';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { chromiumPath, paperSizes, printed, type PaperSize } from '../../src/binding/chromium.ts';
import { pagesOf } from '../../src/binding/pdf.ts';
import { servePaper } from '../../src/desk/serve.ts';
import { openBrowser, openPrinter } from '../support/browser.ts';
import { elementsOf, parsed, textOf } from '../support/dist.ts';
import { removePaper } from '../support/paper.ts';
import { openToPrint, serifHeight } from '../support/pdf.ts';
import { codesIn, onPdf, pagesOfPdf, type PdfPage, type PdfWord } from '../support/pdf-edition.ts';
import { builtSite } from '../support/quick-build.ts';
import { paragraphCount, printedDays, printedPaper } from '../support/printed-papers.ts';

const about = { author: 'The Broadsheet', modified: '2019-03-01T09:30:00+08:00' };
const pageAt = (address: string) => ({ address, title: 'The Broadsheet' });
const executablePath = chromiumPath() ?? '';
const edition = inject('edition');
const address = 'https://broadsheet.example/editions/2019-03-01/print/';
const html = readFileSync(path.join(edition.dist, 'editions/2019-03-01/print/index.html'), 'utf8');
const bare = (text: string) => text.replace(/[\s\u00ad]+/g, '');

let made = '';
let printer: Browser;
const pdfs = {} as Record<PaperSize, Buffer>;
const pages = {} as Record<PaperSize, PdfPage[]>;
beforeAll(async () => {
  printer = await openPrinter();
  Object.assign(pdfs, await printed({ dist: edition.dist, page: pageAt(address), executablePath }, about));
  for (const size of paperSizes) pages[size] = pagesOfPdf(pdfs[size]);
  made = await builtSite(await printedPaper(), { BROADSHEET_SEARCH: 'off' });
});
afterAll(async () => {
  removePaper(made);
  await printer.close();
});

/** The newspaper of a made paper as it is before it says on which pages stories stand, which takes half the time. */
async function printedOnce(root: string, date: string): Promise<Record<PaperSize, Buffer>> {
  const { server, address } = await servePaper(path.join(root, 'dist'), 0);
  const page = await openToPrint(printer, `${address}editions/${date}/print/`);
  await page.evaluate(async () => {
    // On a screen a font that is late is left out.
    for (const face of document.fonts) face.display = 'block';
    await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]);
  });
  const pdf = {} as Record<PaperSize, Buffer>;
  for (const format of paperSizes) pdf[format] = await page.pdf({ format, preferCSSPageSize: true });
  await page.close();
  server.close();
  return pdf;
}

/** Of the paper, in points. */
const margin = { head: 45, side: 42.5, foot: 42.5 };

/** The words of a page below its running head, but for those within the rule over a section. */
function wordsBelowHead({ words }: PdfPage): PdfWord[] {
  return words.filter(({ top, bottom }) => top > margin.head && bottom - top > 3);
}

/** How far above the foot of the page each of its three columns ends, in millimetres. */
function whiteAtFoot(page: PdfPage): number[] {
  const column = (page.width - 2 * margin.side) / 3;
  return [0, 1, 2].map((place) => {
    const from = margin.side + place * column - 3;
    const within = wordsBelowHead(page).filter(({ left }) => left >= from && left < from + column);
    const end = Math.max(margin.head, ...within.map(({ bottom }) => bottom));
    return (page.height - margin.foot - end) * 0.3528;
  });
}

/** A column of the pages inside. */
function columnOf(page: PdfPage, { left }: PdfWord): number {
  return Math.floor((left - margin.side + 3) / ((page.width - 2 * margin.side) / 3));
}

/** How high the text of a story stands in each column, before and after it goes on on a next page; in points. */
function turns(printed: readonly PdfPage[]): { page: number; before: number[]; after: number[] }[] {
  const isText = ({ top, bottom }: PdfWord) => Math.abs(bottom - top - 9 * serifHeight) < 0.5;
  const heightsIn = (page: PdfPage, words: readonly PdfWord[]) => {
    const top = Math.min(...words.map((word) => word.top));
    return [0, 1, 2].map((column) =>
      Math.max(0, ...words.filter((word) => columnOf(page, word) === column).map(({ bottom }) => bottom - top)),
    );
  };
  return printed.slice(2).flatMap((page, index) => {
    const words = wordsBelowHead(page).filter(({ top }) => top > margin.head + 20);
    // Headlines, and the names of sections that begin further down.
    const next = Math.min(page.height, ...words.filter(({ top, bottom }) => bottom - top > 16).map(({ top }) => top));
    // With the words of a picture; a line over the next headline is smaller than text, too.
    const after = words.filter((word) => word.bottom < (isText(word) ? next : next - 14));
    if (!after.some(isText)) return [];
    const from = printed[index + 1] as PdfPage;
    const link = from.words.findLast(({ text }) => text.includes('/a/'));
    const below = from.words.filter(({ top }) => top > (link?.bottom ?? margin.head) - 2);
    const top = Math.min(...below.filter(isText).map((word) => word.top));
    // With the words of a picture, which may fill a column.
    const before = below.filter((word) => word.top >= top);
    return [{ page: index + 3, before: heightsIn(from, before), after: heightsIn(page, after) }];
  });
}

/** Five lines, when they stand as near as they may. */
const fiveLines = 4 * 10.75 + 9 * serifHeight - 1;

/** The name of the section over each page inside, and the line that comes below it. */
function firstLines(printed: readonly PdfPage[]): { section: string; line: string }[] {
  return printed.slice(1).map((page) => {
    const lines = Map.groupBy(wordsBelowHead(page), ({ bottom }) => Math.round(bottom / 8));
    const [section = '', line = ''] = [...lines]
      .sort(([a], [b]) => a - b)
      .map(([, words]) => words.map(({ text }) => text).join(' '));
    return { section, line };
  });
}

interface Story {
  id: string;
  section: string;
  /** Its first paragraph inside. */
  opening: string;
}

/** The page that the head of a story stands on, which has its short link in it. */
function pageOf({ id }: Story, printed: readonly PdfPage[]): number {
  return 1 + printed.findIndex((page) => bareOf(page).includes(`/a/${id}/`));
}

const known = new WeakMap<PdfPage, string>();

/** All that stands on a page, without spaces. */
function bareOf(page: PdfPage): string {
  const found = known.get(page) ?? bare(page.text);
  known.set(page, found);
  return found;
}

/** The stories of a newspaper's page, in their order. */
function storiesOf(page: string): Story[] {
  const isSection = ({ properties }: Element) => ([] as unknown[]).concat(properties.className).includes('section');
  return elementsOf(parsed(page), isSection).flatMap((section) =>
    elementsOf(section, ({ properties }) => properties.dataPath !== undefined).map((story) => {
      const [text] = elementsOf(story, ({ properties }) =>
        ([] as unknown[]).concat(properties.className).includes('story-text'),
      );
      return {
        id: String(story.properties.id),
        section: textOf(elementsOf(section, 'h2')[0] ?? section).trim(),
        opening: textOf((text && elementsOf(text, 'p')[0]) ?? story).trim(),
      };
    }),
  );
}

describe.each(paperSizes)('the edition printed on %s', (size) => {
  test('has a front page of one sheet, from the nameplate on', () => {
    const [front] = pages[size];
    expect(front?.text).toMatch(/^The day’s news/);
    expect(front?.text).toContain('Continued on page 2');
    expect(front?.text).not.toContain('From page 1');
  });

  test('goes on with the lead on page 2', () => {
    expect(pages[size][1]?.text).toContain('From page 1 Trump-Kim talks break down');
  });

  test('has name, day, number and section over every page but the first', () => {
    const heads = pages[size].map(({ words }) =>
      words
        .filter(({ bottom }) => bottom < 45)
        .map(({ text }) => text)
        .join(' '),
    );
    expect(heads).toEqual([
      '',
      ...pages[size].slice(1).map((_, index) => `The Broadsheet Friday 1 March 2019 Page ${index + 2}`),
    ]);
    expect(firstLines(pages[size]).map(({ section }) => section)).toEqual(pages[size].slice(1).map(() => 'World'));
  });

  test('fills its inner pages to within 25 mm of their foot', () => {
    const inner = pages[size].slice(1, -1);
    expect(inner.length).toBeGreaterThan(1);
    expect(inner.map((page) => Math.min(...whiteAtFoot(page))).filter((white) => white > 25)).toEqual([]);
  });

  test('begins and goes on with five lines in each column of a story that a page parts', () => {
    expect(turns(pages[size]).filter(({ before, after }) => Math.min(...before, ...after) < fiveLines)).toEqual([]);
  });

  test('sets a long timeline beside the text around it, in two columns', () => {
    const page = pages[size].find(({ text }) => text.includes('Thursday 28 February in Hanoi'));
    const at = (text: string) => page?.words.find((word) => word.text === text);
    // Words of the first entry, of the last and of the story.
    const [first, last, story] = [at('Morning'), at('Afternoon'), at('Even')];
    expect(new Set([first, last, story].map((word) => Math.round((word?.left ?? 0) / 60))).size).toBe(3);
    expect(pages[size]).toHaveLength(4);
  });

  test('has no page that begins with a link or holds the imprint alone', () => {
    expect(pages[size].at(-1)?.text).toContain('Imprint');
    expect(firstLines(pages[size]).filter(({ line }) => /\/a\/|Imprint/.test(line))).toEqual([]);
  });

  test('tells in its index the pages that the stories stand on', () => {
    const ids = elementsOf(parsed(html), ({ properties }) => properties.dataPath !== undefined);
    const names = ids.map(({ properties }) => String(properties.id));
    const named = pagesOf(names, { pdf: pdfs[size], file: 'edition.pdf' });
    expect(ids).toHaveLength(7);
    const wrong = ids.filter(({ properties, children }) => {
      const page = pages[size][(named.get(String(properties.id)) ?? 0) - 1];
      const [headline] = children.flatMap((child) => elementsOf(child, 'h3'));
      return !headline || !bare(page?.text ?? '').includes(bare(textOf(headline)));
    });
    expect(wrong).toEqual([]);
  });

  test('has every paragraph, caption and credit of every story', () => {
    // A paragraph that runs over two pages has the heads of the second in it.
    const raw = onPdf(pdfs[size], 'pdftotext', '-raw', '{}', '-').replace(/\f.*Page \d+\nWorld\n/g, '');
    const text = bare(raw).replaceAll('·', '');
    const words = (entity: string) => entity.replace(/&amp;/g, '&');
    const said = elementsOf(parsed(html), ({ tagName }) => /^(p|figcaption|li|h[3-6])$/.test(tagName))
      .filter(({ children }) => !children.some((child) => child.type === 'element' && /^(p|ul)$/.test(child.tagName)))
      .flatMap((element) => elementTexts(textOf(element)))
      .filter((each) => !/Skip to|Print edition of Friday|7 storiesPage|^World$/.test(each));
    const missing = said.filter((each) =>
      each
        .split(/(?<=[.:,]) /)
        .some((part) => !bare(words(text)).includes(bare(part).replaceAll('·', '').slice(0, 24))),
    );
    expect(missing).toEqual([]);
  });

  test('keeps every word 14 points from the edges', () => {
    const near = pages[size].flatMap(({ words, width, height }) =>
      words.filter(
        ({ left, top, right, bottom }) => left < 14 || top < 14 || right > width - 14 || bottom > height - 14,
      ),
    );
    expect(near).toEqual([]);
  });

  test('has a code on page 1 and one in the imprint that lead to the edition, and at each story its short link', () => {
    const edition = 'https://broadsheet.example/editions/2019-03-01/';
    expect(codesIn(pdfs[size])).toEqual([edition, edition]);
    const text = bare(pages[size].map((page) => page.text).join(''));
    const ids = elementsOf(parsed(html), ({ properties }) => properties.dataPath !== undefined);
    expect(ids.filter(({ properties }) => !text.includes(`/a/${String(properties.id)}/`))).toEqual([]);
  });

  test('has its fonts within it, and none of Type 3', () => {
    const fonts = onPdf(pdfs[size], 'pdffonts', '{}').split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(2);
    expect(fonts.filter((font) => /Type 3/.test(font) || !/\syes\s+yes\s+(yes|no)\s/.test(font))).toEqual([]);
  });

  test('has JPEG pictures of 150 points an inch or more', () => {
    const pictures = onPdf(pdfs[size], 'pdfimages', '-list', '{}').split('\n').slice(2).filter(Boolean);
    expect(pictures.length).toBeGreaterThan(2);
    const poor = pictures
      .map((line) => line.trim().split(/\s+/))
      .filter((cells) => cells[8] !== 'jpeg' || Number(cells[12]) < 150);
    expect(poor).toEqual([]);
  });

  test('is sound, tagged, titled and signed, with a description of every figure, in the language of the paper', () => {
    expect(onPdf(pdfs[size], 'qpdf', '--check', '{}')).toContain('No syntax or stream encoding errors');
    const info = onPdf(pdfs[size], 'pdfinfo', '{}');
    expect(info).toMatch(/Title: +The Broadsheet, Friday 1 March 2019/);
    expect(info).toMatch(/Author: +The Broadsheet/);
    expect(info).toMatch(/Tagged: +yes/);
    const text = pdfs[size].toString('latin1');
    expect(text).toContain('/Lang (en-GB)');
    expect(text).toContain('/Outlines');
    const figures = text.match(/\/S \/Figure[^]*?endobj/g) ?? [];
    expect(figures.length).toBeGreaterThan(4);
    expect(figures.filter((figure) => !figure.includes('/Alt'))).toEqual([]);
  });
});

/** Texts between line breaks of the source, each on one line. */
function elementTexts(text: string): string[] {
  return [text.replace(/\s+/g, ' ').trim()].filter(Boolean);
}

/** Words that stand over others, by more than a half of their boxes, which lines that are set close share a part of; but not those within a rule. */
function overprinted(page: PdfPage): string[] {
  const words = page.words.filter(({ top, bottom }) => bottom - top > 3);
  const shared = (a: PdfWord, b: PdfWord) =>
    (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)) / Math.min(a.bottom - a.top, b.bottom - b.top);
  return words.flatMap((word, index) => {
    const over = words
      .slice(index + 1)
      .find((other) => other.left < word.right - 1 && other.right > word.left + 1 && shared(word, other) > 0.5);
    return over ? [`${word.text} / ${over.text}`] : [];
  });
}

describe.each(Object.entries(printedDays))('a newspaper of %s', (date, { count, furnished }) => {
  let sizes: Record<PaperSize, PdfPage[]>;
  let stories: Story[];
  beforeAll(async () => {
    stories = storiesOf(readFileSync(path.join(made, `dist/editions/${date}/print/index.html`), 'utf8'));
    const pdf = await printedOnce(made, date);
    sizes = { A4: pagesOfPdf(pdf.A4), Letter: pagesOfPdf(pdf.Letter) };
  });

  test('has a front page of one sheet, and the lead goes on on page 2', () => {
    for (const size of paperSizes) {
      const [front, second] = sizes[size];
      expect(front?.text).toContain('Continued on page 2');
      expect(second?.text).toContain('From page 1');
    }
  });

  test('prints no word over another', () => {
    for (const size of paperSizes) expect(sizes[size].flatMap(overprinted), size).toEqual([]);
  });

  test('has every paragraph of every story, those of the front page above its index', () => {
    const first = Object.entries(printedDays).reduce((sum, [day, each]) => (day < date ? sum + each.count : sum), 0);
    for (const size of paperSizes) {
      const [front, ...inner] = sizes[size];
      // All stories of a small paper stand in front, and there is no index.
      const index = front?.words.findLast(({ text }) => text === 'Inside')?.top ?? front?.height ?? 0;
      const above = front?.words.filter(({ bottom }) => bottom < index + 2) ?? [];
      const text = bare([...above.map((word) => word.text), ...inner.map((page) => page.text)].join(' '));
      const begins = stories.flatMap((_, story) =>
        Array.from(
          { length: paragraphCount(story, count) },
          (__, place) => `Paragraph${first + story + 1}.${place + 1}:`,
        ),
      );
      expect(begins.length).toBeGreaterThan(count);
      expect(begins.filter((each) => !text.includes(each))).toEqual([]);
    }
  });

  test('has no page that begins with the link of a story or the imprint', () => {
    for (const size of paperSizes)
      expect(firstLines(sizes[size]).filter(({ line }) => /\/a\/|Imprint/.test(line))).toEqual([]);
  });

  test('names over each page the section that the page begins with', () => {
    for (const size of paperSizes) {
      const places = stories.map((story) => pageOf(story, sizes[size]));
      for (const [index, { section }] of firstLines(sizes[size]).entries()) {
        const before = stories.filter((_, at) => (places[at] ?? 0) < index + 2).at(-1);
        const here = stories.find((_, at) => places[at] === index + 2);
        expect([before?.section, here?.section], `${size}, page ${index + 2}`).toContain(section);
      }
    }
  });

  test('leaves no headline without the beginning of its text', () => {
    expect(stories).toHaveLength(count);
    for (const size of paperSizes) {
      const stranded = stories.filter((story) => {
        const page = sizes[size][pageOf(story, sizes[size]) - 1];
        return !page || !bareOf(page).includes(bare(story.opening.slice(0, 18)));
      });
      expect(
        stranded.map(({ id }) => id),
        size,
      ).toEqual([]);
    }
  });

  test('leaves no page but the last white for more than 25 mm', () => {
    for (const size of paperSizes)
      expect(
        sizes[size]
          .slice(1, -1)
          .map((page) => Math.round(Math.min(...whiteAtFoot(page))))
          .filter((white) => white > 25),
        size,
      ).toEqual([]);
  });

  test('begins and goes on with five lines in each column of a story that a page parts', () => {
    for (const size of paperSizes)
      expect(
        turns(sizes[size]).filter(({ before, after }) => Math.min(...before, ...after) < fiveLines),
        size,
      ).toEqual([]);
  });

  test.runIf(furnished)('keeps boxes, timelines and pictures whole, on a page of their story', () => {
    for (const size of paperSizes) {
      const begun = sizes[size].flatMap((page) =>
        page.words.flatMap(({ text }) => {
          const [, number, story] = /^((\d+)\.\d+)a,?$/.exec(text) ?? [];
          return number && story ? [{ page, number, story }] : [];
        }),
      );
      expect(begun.length).toBeGreaterThan(count / 3);
      const astray = begun.filter(
        ({ page, number, story }) =>
          !page.words.some(({ text }) => text === `${number}z`) || !bareOf(page).includes(`Paragraph${story}.`),
      );
      expect(
        astray.map(({ number }) => number),
        size,
      ).toEqual([]);
    }
  });

  test('fills a quarter of its last page', () => {
    for (const size of paperSizes) {
      const last = sizes[size].at(-1);
      expect(Math.min(...(last ? whiteAtFoot(last) : [])), size).toBeLessThan(0.75 * (size === 'A4' ? 266 : 248.4));
    }
  });
});

describe('a newspaper that is read from right to left', () => {
  let root = '';
  let pdf: Record<PaperSize, Buffer>;
  beforeAll(async () => {
    root = await builtSite(await printedPaper({ '2025-05-02': { count: 7, pictures: false } }, 'ar'), {
      BROADSHEET_SEARCH: 'off',
    });
    pdf = await printedOnce(root, '2025-05-02');
  });
  afterAll(() => removePaper(root));

  test('has its name on the right and the number of the page on the left', () => {
    for (const page of pagesOfPdf(pdf.A4).slice(1)) {
      const head = page.words.filter(({ bottom }) => bottom < margin.head);
      const [number] = head.filter(({ text }) => /^\d$/.test(text));
      const name = head.filter(({ right }) => right > page.width - margin.side - 1);
      expect(number?.left).toBeLessThan(page.width / 2);
      expect(name.map(({ text }) => text).join(' ')).toMatch(/^[\p{Script=Arabic}\s]+$/u);
    }
  });

  test('prints no word over another, though its lines stand farther apart', () => {
    for (const size of paperSizes) expect(pagesOfPdf(pdf[size]).flatMap(overprinted), size).toEqual([]);
  });
});

describe('the edition on a screen', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  const url = new URL('/editions/2019-03-01/print/', edition.address).href;
  const open = async (width: number, options: BrowserContextOptions = {}) => {
    const page = await browser.newPage({ serviceWorkers: 'block', viewport: { width, height: 900 }, ...options });
    await page.goto(url);
    return page;
  };

  test('lies sheet by sheet where there is room for one, with no line between two', async () => {
    const page = await open(1440);
    const { height, between, lines, sheets } = await page.evaluate(() => {
      const [first, second] = document.querySelectorAll('.sheets i');
      const top = document.querySelector('.pages')?.getBoundingClientRect().top ?? 0;
      const one = first?.getBoundingClientRect();
      const height = one?.height ?? 0;
      const all = [...document.querySelectorAll('.pages :is(p, h3, li, img)')];
      return {
        height,
        between: (second?.getBoundingClientRect().top ?? 0) - (one?.bottom ?? 0),
        sheets: (document.querySelector('.pages')?.getBoundingClientRect().height ?? 0) / (height + 24),
        lines: all.flatMap((element) => [...element.getClientRects()].map((box) => [box.top - top, box.bottom - top])),
      };
    });
    expect([height, between]).toEqual([1263, 24]);
    // One sheet more or less than on A4 of paper, whose margins are not quite the same.
    expect(Math.abs(Math.round(sheets) - pages.A4.length)).toBeLessThan(2);
    expect(Math.abs(sheets - Math.round(sheets))).toBeLessThan(0.05);
    expect(lines.length).toBeGreaterThan(100);
    const period = height + between;
    const astray = lines.filter(
      ([top = 0, bottom = 0]) =>
        top % period < 60 || bottom % period > 1210 || Math.floor(top / period) < Math.floor(bottom / period),
    );
    expect(astray).toEqual([]);
    await page.close();
  });

  test('is no wider for a word that no column holds', async () => {
    const page = await open(1440);
    const [before, after] = await page.evaluate(() => {
      const widthOf = () => document.querySelector('.section')?.getBoundingClientRect().width;
      const width = widthOf();
      for (const text of document.querySelectorAll('.wide .story-text > p'))
        text.prepend('Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesnovelle ');
      return [width, widthOf()];
    });
    expect(after).toBe(before);
    await page.close();
  });

  test('leaves two points between the headline of a story that goes on and the line below it', async () => {
    const page = await open(1440);
    const room = await page.$eval('.continued', (story) => {
      const of = (selector: string) => story.querySelector(selector)?.getBoundingClientRect();
      return (of('.byline')?.top ?? 0) - (of('.headline')?.bottom ?? 0);
    });
    expect(room).toBeCloseTo(3, 1);
    await page.close();
  });

  test('is one long sheet where there is none', async () => {
    const page = await open(768);
    expect(await page.locator('.sheets').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(768);
    await page.close();
  });

  test('prints at the push of a button, which is there when scripts are', async () => {
    const page = await open(1440);
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await page.getByRole('button', { name: 'Print' }).click();
    expect(await page.getAttribute('html', 'data-printed')).toBe('');
    await page.close();
    const still = await open(1440, { javaScriptEnabled: false });
    expect(await still.getByRole('button').count()).toBe(0);
    await still.close();
  });
});
