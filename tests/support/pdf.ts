import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A word on paper; measures in points from the upper left corner of its page. */
export interface PrintedWord {
  text: string;
  /** From 1. */
  page: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Printed {
  file: string;
  /** Width and height of each page in points. */
  pages: { width: number; height: number }[];
  /** In the order in which they were set. */
  words: PrintedWord[];
}

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-print-'));
let number = 0;

/** Runs a tool of poppler, qpdf or zbar, and gives what it says. */
export function tool(command: string, ...args: string[]): string {
  return execFileSync(command, args, { maxBuffer: 1 << 27, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
}

/** Prints a page as it stands in the browser. */
export async function print(page: Page, format: string): Promise<Printed> {
  const file = newFile();
  await page.pdf({ path: file, format, tagged: true, outline: true, preferCSSPageSize: true });
  return readPrinted(file);
}

/** Opens a page by itself and waits for its pictures; `settings` are those that a reader has made on the device. */
export async function openToPrint(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  settings?: Record<string, string>,
): Promise<Page> {
  const page = await browser.newPage({ serviceWorkers: 'block', ...options });
  if (settings) await page.addInitScript((kept) => localStorage.setItem('display', kept), JSON.stringify(settings));
  await page.goto(url);
  await page.$$eval('img[hidden]', (all) =>
    Promise.all(
      all.map((image) => {
        (image as HTMLImageElement).loading = 'eager';
        return (image as HTMLImageElement).decode();
      }),
    ),
  );
  return page;
}

/** A place for the next file. */
export function newFile(): string {
  return path.join(folder, `${++number}.pdf`);
}

/** What stands on the pages of a PDF. */
export function readPrinted(file: string): Printed {
  const pages: Printed['pages'] = [];
  const words: PrintedWord[] = [];
  const pattern =
    /<page width="([\d.]+)" height="([\d.]+)"|<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  for (const [, width, height, left, top, right, bottom, text] of tool(
    'pdftotext',
    '-bbox',
    '-raw',
    file,
    '-',
  ).matchAll(pattern)) {
    if (width) pages.push({ width: Number(width), height: Number(height) });
    else
      words.push({
        text: (text ?? '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&'),
        page: pages.length,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      });
  }
  return { file, pages, words };
}

/** A text without its spaces, in the forms of letters that a program finds it by. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2060\u2066-\u2069]+/g, '');
}

/** A print without what stands in its margins. */
export function inside({ file, pages, words }: Printed): Printed {
  return {
    file,
    pages,
    words: words.filter(({ page, top, bottom }) => bottom > 48 && top < (pages[page - 1]?.height ?? 0) - 48),
  };
}

/** All words of a print in one but those in its margins, without spaces. */
export function textOfPrint(printed: Printed): string {
  return plain(
    inside(printed)
      .words.map(({ text }) => text)
      .join(''),
  );
}

/** The words that make up a text, the first time that it stands on paper, or the first time after a word; none when it does not. */
export function wordsOfText(printed: Printed, text: string, after?: PrintedWord): PrintedWord[] {
  const { letters, owners } = lettersOf(printed);
  const start = letters.indexOf(plain(text), after ? owners.lastIndexOf(after) + 1 : 0);
  return start < 0 ? [] : [...new Set(owners.slice(start, start + plain(text).length))];
}

const known = new WeakMap<Printed, { letters: string; owners: PrintedWord[] }>();

/** All letters of a print, and to which word each belongs. */
function lettersOf(printed: Printed): { letters: string; owners: PrintedWord[] } {
  const read = known.get(printed);
  if (read) return read;
  const each = printed.words.map((word) => ({ word, letters: plain(word.text) }));
  const found = {
    letters: each.map(({ letters }) => letters).join(''),
    owners: each.flatMap(({ word, letters }) => Array.from({ length: letters.length }, () => word)),
  };
  known.set(printed, found);
  return found;
}

/** The lines of words in each column of each page that they stand in. */
export function linesByColumn(printed: Printed, words: readonly PrintedWord[]): number[] {
  const columns = new Map<string, Set<number>>();
  for (const word of words) {
    const width = printed.pages[word.page - 1]?.width ?? 0;
    // Paper of 600 CSS pixels and more has two columns.
    const column = width >= 450 && word.left > width / 2 - 2 ? 1 : 0;
    const lines = columns.get(`${word.page} ${column}`) ?? new Set();
    columns.set(`${word.page} ${column}`, lines.add(Math.round(word.bottom / 6)));
  }
  return [...columns.values()].map((lines) => lines.size);
}

/** Pictures of a print with their format and resolution. */
export function picturesOf({ file }: Printed): { page: number; format: string; ppi: number }[] {
  return tool('pdfimages', '-list', file)
    .split('\n')
    .slice(2)
    .filter(Boolean)
    .map((line) => line.trim().split(/\s+/))
    .map((cells) => ({ page: Number(cells[0]), format: cells[8] ?? '', ppi: Number(cells[12]) }));
}

/** Every page as a picture, by its bytes. */
export function picturesOfPages({ file }: Printed, resolution: number): string[] {
  const prefix = `${file}-${resolution}`;
  // Packing them would take three times as long as drawing them.
  tool('pdftoppm', '-r', String(resolution), file, prefix);
  return readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((name) => name.startsWith(`${prefix}-`))
    .sort();
}

/** What the code on the last page says, at 150 dots an inch. */
export function codeAtEnd({ file, pages }: Printed): string {
  tool('pdftoppm', '-r', '150', '-gray', '-singlefile', '-f', String(pages.length), file, `${file}-end`);
  return tool('zbarimg', '-q', '--raw', `${file}-end.pgm`).trim();
}

interface OutlineItem {
  title: string;
  kids?: OutlineItem[];
}

/** The titles in the outline of a PDF, in its order. */
export function outlineOf({ file }: Pick<Printed, 'file'>): string[] {
  const { outlines } = JSON.parse(tool('qpdf', '--json', '--json-key=outlines', file)) as { outlines: OutlineItem[] };
  const titles = (items: OutlineItem[]): string[] => items.flatMap(({ title, kids = [] }) => [title, ...titles(kids)]);
  // Chromium tells the title of a heading twice that it has moved to the head of a column.
  return titles(outlines).map((title) => title.replace(/^(.+)\1$/, '$1'));
}

/** How many headings of the first rank the tags of a PDF know. */
export function firstHeadingsIn({ file }: Pick<Printed, 'file'>): number {
  const objects = tool('qpdf', '--qdf', '--object-streams=disable', file, '-').split('endobj');
  return objects.filter((object) => /\/S \/H1\b/.test(object)).length;
}

/** What the serif's own measures make of its size, in the boxes that poppler draws. */
export const serifHeight = 1.3704;

/** Headline, sentences, captions and credits. */
export const textsOfArticle =
  '.heading h1, .heading .standfirst, .names, .prose :is(p, li, td):not(.contents *, .video-link), .caption, .credit';

/** In the page: texts of elements with the numbers that links have on paper. */
export function textsOnPaper(all: Element[]): string[] {
  return all.map((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const link of copy.querySelectorAll('a[data-n]')) link.append(`[${link.getAttribute('data-n') ?? ''}]`);
    for (const hidden of copy.querySelectorAll('[data-footnote-backref], input, ul, ol, table')) hidden.remove();
    return copy.textContent;
  });
}

/** Those of some texts that a print has not. */
export function missingFrom(printed: Printed, texts: readonly string[]): string[] {
  // The marks of a <q> are no part of the HTML.
  const unquoted = (words: string) => plain(words).replace(/[“”]/g, '');
  const text = unquoted(textOfPrint(printed));
  return texts
    .flatMap((each) => each.split('\u0000'))
    .filter((each) => !inPieces(text, unquoted(each)) && !inParts(text, each));
}

/** Whether a text is there, whole or in pieces of 16 letters and more: between columns and pages programs read what else stands there. */
function inPieces(text: string, each: string): boolean {
  if (text.includes(each)) return true;
  const cut = [...each].findLastIndex(
    (_, length) => length >= 16 && text.includes([...each].slice(0, length).join('')),
  );
  return cut > 0 && cut < each.length - 16 && inPieces(text, [...each].slice(cut).join(''));
}

/** Whether all letters of a text that runs both ways, or has letters over others, are there: programs read it in an order of their own. */
function inParts(text: string, each: string): boolean {
  return (
    /\p{Script=Arabic}|\p{Script=Hiragana}/u.test(each) && [...plain(each)].every((letter) => text.includes(letter))
  );
}

/** In the page: makes the text one of so many words, with the article's own boxes among its paragraphs or nothing but the text. */
export function setTo({ words, boxes }: { words: number; boxes: boolean }) {
  const prose = document.querySelector('.prose');
  if (!prose) return;
  const kept = (window as unknown as { kept?: Element[] }).kept ?? [
    ...prose.querySelectorAll(':scope > :is(.pull-quote, .fact-box, .timeline, ul)'),
  ];
  Object.assign(window, { kept });
  if (!boxes)
    for (const each of document.querySelectorAll('.photo-lead, main > .related, .ending, .links')) each.remove();
  document.querySelector('.article')?.classList.toggle('feature', boxes);
  const sentence =
    'The board met for the third time this month and put off the vote on the new quay, for nobody would say what it costs.';
  const sentences = sentence.split(' ');
  const paragraphs: Element[] = [];
  for (let left = words; left > 0; left -= 62) {
    const paragraph = document.createElement('p');
    paragraph.textContent = Array.from(
      { length: Math.min(left, 62) },
      (_, at) => sentences[at % sentences.length],
    ).join(' ');
    paragraphs.push(paragraph);
  }
  prose.replaceChildren(...paragraphs);
  if (boxes) for (const [at, box] of kept.entries()) (paragraphs[2 + at * 2] ?? paragraphs.at(-1))?.after(box);
}

/** How far each page is filled, on the average of its columns. */
export function fillsOf(one: Printed): number[] {
  const { pages, words } = inside(one);
  return pages.map(({ width, height }, index) => {
    const columns = width >= 450 ? [0, width / 2 - 2] : [0];
    const ends = columns.map((from, at) => {
      const within = words.filter(
        ({ page, left }) => page === index + 1 && left >= from && left < (columns[at + 1] ?? Infinity),
      );
      return Math.max(51, ...within.map(({ bottom }) => bottom));
    });
    return ends.reduce((sum, end) => sum + (end - 51) / (height - 102), 0) / ends.length;
  });
}
