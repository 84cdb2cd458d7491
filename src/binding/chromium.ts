import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { pathOf } from '../newsroom/permalink.ts';
import type { Book } from '../views/paper/book.ts';
import { describedPdf, lacking, pagesOf, type PdfFacts } from './pdf.ts';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The Chromium in `CHROMIUM`, or the first that this machine has; `undefined` where there is none. */
export function chromiumPath(): string | undefined {
  const named = process.env.CHROMIUM;
  return named ? (existsSync(named) ? named : undefined) : places.find((place) => existsSync(place));
}

export const paperSizes = ['A4', 'Letter'] as const;
export type PaperSize = (typeof paperSizes)[number];

interface Printing {
  /** The built site. */
  dist: string;
  page: Book['page'];
  executablePath: string;
}

/**
 * A page of a built site on paper, as tagged PDF with an outline. The browser is shown the files of the site under the site's own
 * origin, so that every link in the PDF leads there; it asks nobody for anything.
 * @throws EditorialError X-003 when the browser makes no such PDF
 */
export async function printed(
  { dist, page: { address, title }, executablePath }: Printing,
  about: Omit<PdfFacts, 'title'>,
): Promise<Record<PaperSize, Buffer>> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
  try {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      colorScheme: 'light',
      javaScriptEnabled: false,
      timezoneId: 'UTC',
      locale: 'en',
    });
    // An edition of many stories takes minutes on a slow machine.
    context.setDefaultTimeout(600_000);
    await context.route('**/*', (route) => {
      const file = fileOf(dist, route.request().url(), address);
      return file ? route.fulfill({ body: readFileSync(file), contentType: typeOf(file) }) : route.abort();
    });
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    const missing = await readied(page);
    if (missing.length > 0) throw lacking(`${title}.pdf`, `has no picture for ${missing.join(', ')}`);
    const sizes = {} as Record<PaperSize, Buffer>;
    for (const format of paperSizes)
      sizes[format] = describedPdf(await numbered(page, { format, title }), { ...about, title });
    return sizes;
  } finally {
    await browser.close();
  }
}

/** A page as PDF that says on which pages its stories stand, where it has room for that. */
async function numbered(page: Page, { format, title }: { format: PaperSize; title: string }): Promise<Buffer> {
  const names = await page.$$eval('[data-page-of]', (places) =>
    places.map((place) => (place as HTMLElement).dataset.pageOf ?? ''),
  );
  let said: ReadonlyMap<string, number> = new Map();
  // The first print tells the pages, the second says them; figures may take more room than none.
  for (let prints = 0; prints < 4; prints += 1) {
    const pdf = await page.pdf({ format, preferCSSPageSize: true, tagged: true, outline: true });
    const numbers = pagesOf(names, { pdf, file: `${title}.pdf` });
    if (names.every((name) => said.get(name) === numbers.get(name))) return pdf;
    await fillIn(page, numbers);
    said = numbers;
  }
  throw lacking(`${title}.pdf`, 'has other pages whenever its index says on which the stories stand');
}

/**
 * Every picture is JPEG, which a PDF takes as it is; pictures and fonts are there before the page is printed, and words of paper are
 * text, as scripts make them: a heading without text is in no outline.
 * @returns the pictures that do not come
 */
function readied(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    for (const source of document.querySelectorAll('picture source')) source.remove();
    for (const image of document.images) image.loading = 'eager';
    for (const place of document.querySelectorAll<HTMLElement>('[data-words]:empty:not(.word)'))
      place.textContent = place.dataset.words ?? '';
    const pictures = await Promise.all(
      [...document.images].map((image) =>
        image.decode().then(
          () => '',
          () => image.currentSrc || image.src,
        ),
      ),
    );
    // On a screen a font that is late is left out.
    for (const face of document.fonts) face.display = 'block';
    await document.fonts.ready;
    return [...new Set(pictures)].filter(Boolean);
  });
}

/** Writes the numbers of pages where the page has room for them. */
function fillIn(page: Page, numbers: ReadonlyMap<string, number>): Promise<void> {
  return page.evaluate((known) => {
    for (const place of document.querySelectorAll<HTMLElement>('[data-page-of]'))
      place.textContent = String(known[place.dataset.pageOf ?? ''] ?? '');
  }, Object.fromEntries(numbers));
}

function fileOf(dist: string, url: string, address: string): string | undefined {
  const { origin, pathname } = new URL(url);
  if (origin !== new URL(address).origin) return undefined;
  const file = path.join(dist, decodeURI(pathOf(pathname)), pathname.endsWith('/') ? 'index.html' : '');
  return file.startsWith(dist) && existsSync(file) ? file : undefined;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
};

function typeOf(file: string): string {
  return types[path.extname(file)] ?? 'application/octet-stream';
}
