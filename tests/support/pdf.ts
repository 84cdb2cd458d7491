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
  const file = path.join(folder, `${++number}.pdf`);
  await page.pdf({ path: file, format, tagged: true, outline: true, preferCSSPageSize: true });
  return readPrinted(file);
}

/** Opens a page by itself, waits for its pictures, and prints it; `settings` are those that a reader has made on the device. */
export async function printedAt(
  browser: Browser,
  url: string,
  format: string,
  options: BrowserContextOptions = {},
  settings?: Record<string, string>,
): Promise<Printed> {
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
  const printed = await print(page, format);
  await page.close();
  return printed;
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

/** All words of a print in one but those in its margins, without spaces. */
export function textOfPrint({ pages, words }: Printed): string {
  const inside = words.filter(({ page, top, bottom }) => bottom > 48 && top < (pages[page - 1]?.height ?? 0) - 48);
  return plain(inside.map(({ text }) => text).join(''));
}

/** The words that make up a text, the first time that it stands on paper; none when it does not. */
export function wordsOfText({ words }: Printed, text: string): PrintedWord[] {
  const owners = words.flatMap((word) => [...plain(word.text)].map(() => word));
  const characters = words.flatMap((word) => [...plain(word.text)]);
  const wanted = [...plain(text)];
  const start = [...characters.keys()].find((at) =>
    wanted.every((character, index) => characters[at + index] === character),
  );
  return start === undefined ? [] : [...new Set(owners.slice(start, start + wanted.length))];
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
  tool('pdftoppm', '-r', String(resolution), '-png', file, prefix);
  return readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((name) => name.startsWith(`${prefix}-`))
    .sort();
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
