import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describedPdf, pagesOfNames, type PdfFacts } from './pdf.ts';

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

/**
 * Pages of a built site on paper, as tagged PDF with an outline. The browser is shown the files of the folder under the site's own
 * origin, so that every link in the PDF leads there; it asks nobody for anything.
 * @param dist the built site
 * @param address of the page, with the origin of the site
 */
export async function printed(
  { dist, address, executablePath }: { dist: string; address: string; executablePath: string },
  about: PdfFacts,
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
    await readied(page);
    const sizes = {} as Record<PaperSize, Buffer>;
    for (const format of paperSizes) {
      const print = () => page.pdf({ format, preferCSSPageSize: true, tagged: true, outline: true });
      // The first print tells on which pages the stories stand, the second says so.
      const first = await print();
      const numbered = await fillIn(page, pagesOfNames(first));
      sizes[format] = describedPdf(numbered ? await print() : first, { ...about, title: await page.title() });
    }
    return sizes;
  } finally {
    await browser.close();
  }
}

/**
 * Every picture is JPEG, which a PDF takes as it is; pictures and fonts are there before the page is printed, and words of paper are
 * text, as scripts make them: a heading without text is in no outline.
 */
async function readied(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const source of document.querySelectorAll('picture source')) source.remove();
    for (const image of document.images) image.loading = 'eager';
    for (const place of document.querySelectorAll<HTMLElement>('[data-words]:empty:not(.word)'))
      place.textContent = place.dataset.words ?? '';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    // On a screen a font that is late is left out.
    for (const face of document.fonts) face.display = 'block';
    await document.fonts.ready;
  });
}

/** Writes the numbers of pages where the page has room for them; says whether it has. */
function fillIn(page: Page, numbers: ReadonlyMap<string, number>): Promise<boolean> {
  return page.evaluate((known) => {
    const places = document.querySelectorAll<HTMLElement>('[data-page-of]');
    for (const place of places) place.textContent = String(known[place.dataset.pageOf ?? ''] ?? '');
    return places.length > 0;
  }, Object.fromEntries(numbers));
}

function fileOf(dist: string, url: string, address: string): string | undefined {
  const { origin, pathname } = new URL(url);
  if (origin !== new URL(address).origin) return undefined;
  const file = path.join(dist, decodeURI(pathname), pathname.endsWith('/') ? 'index.html' : '');
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
