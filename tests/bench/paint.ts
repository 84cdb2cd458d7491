import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openOwnBrowser } from '../support/browser.ts';
import { editionLead } from '../support/landmarks.ts';

/** When a page is painted on a telephone, in milliseconds: its first text, and the largest of what is seen at once. */
export interface Paint {
  first: number;
  largest: number;
}

const telephone = { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** 1.6 Mbit/s down, 750 kbit/s up, a tenth of a second and a half for each answer. */
const network = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const slower = 4;

/**
 * Medians of first visits to the lead article of the shipped edition and, turn by turn with them, to a bare page of the same words.
 * @param dist where the edition is built
 */
export async function paintsOf(dist: string, visits = 9): Promise<{ article: Paint; bare: Paint }> {
  const bare = Buffer.from(bareOf(readFileSync(path.join(dist, editionLead, 'index.html'), 'utf8')));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1');
    const file = path.join(dist, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const isBare = pathname === '/bare/';
    if (!isBare && !(existsSync(file) && statSync(file).isFile())) return response.writeHead(404).end();
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    const body = isBare ? bare : readFileSync(file);
    if (!/text|json|svg/.test(type)) return response.writeHead(200, { 'content-type': type }).end(body);
    return response.writeHead(200, { 'content-type': type, 'content-encoding': 'br' }).end(packed(body, file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await openOwnBrowser();
  try {
    const found: Record<'article' | 'bare', Paint[]> = { article: [], bare: [] };
    // One visit more, which warms both up.
    for (let visit = 0; visit <= visits; visit += 1)
      for (const [page, at] of [['article', editionLead] as const, ['bare', '/bare/'] as const]) {
        const paint = await visited(browser, origin + at);
        if (visit > 0) found[page].push(paint);
      }
    return { article: medianOf(found.article), bare: medianOf(found.bare) };
  } finally {
    await browser.close();
    server.close();
  }
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpeg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

const known = new Map<string, Buffer>();

function packed(body: Buffer, file: string): Buffer {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const bytes = known.get(file) ?? brotliCompressSync(body, { params });
  known.set(file, bytes);
  return bytes;
}

/** The words of a page's main part in paragraphs, and nothing else. */
function bareOf(html: string): string {
  const [main = ''] = /<main[^]*<\/main>/.exec(html) ?? [];
  const [, title = ''] = /<title>([^<]*)/.exec(html) ?? [];
  const words = main
    .replace(/<(script|style|svg|template)\b[^]*?<\/\1>/g, '')
    .replace(/<\/?(?:p|h\d|li|ul|ol|div|figure|figcaption|header|section|aside|dialog|table|tr|button)\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .split(/\n\s*/)
    .filter((line) => line.trim() !== '');
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`;
  return `<!doctype html><html lang="en">${head}${words.map((line) => `<p>${line}</p>`).join('\n')}</html>`;
}

async function visited(browser: Browser, url: string): Promise<Paint> {
  const context = await browser.newContext({ ...telephone, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.goto(url, { waitUntil: 'load' });
    return await paintOf(page);
  } finally {
    await context.close();
  }
}

function paintOf(page: Page): Promise<Paint> {
  return page.evaluate(async () => {
    const last = (type: string) =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type,
          buffered: true,
        });
      });
    await last('largest-contentful-paint');
    // Pictures are painted a moment after they are there.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [first] = performance.getEntriesByName('first-contentful-paint');
    return { first: first?.startTime ?? 0, largest: await last('largest-contentful-paint') };
  });
}

function medianOf(paints: readonly Paint[]): Paint {
  const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  return { first: middle(paints.map(({ first }) => first)), largest: middle(paints.map(({ largest }) => largest)) };
}
