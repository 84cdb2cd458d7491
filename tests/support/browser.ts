import { existsSync } from 'node:fs';
import { chromium, type Browser, type ConsoleMessage, type Page } from 'playwright-core';
import { patience } from './patience.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The Chromium in `CHROMIUM`, or the first that this machine has, without the furniture of its windows where Debian's package for
 * that is there: it opens a page in less than half the time. `more` are switches of its command.
 */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return open(['/usr/bin/chromium-headless-shell', ...places], more);
}

/** Chromium as readers have it, for what the other does otherwise: it sets type on paper, and keeps service workers. */
export function openReadersBrowser(): Promise<Browser> {
  return open(places);
}

async function open(from: readonly string[], more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? from.find((place) => existsSync(place));
  if (!executablePath)
    throw new Error(
      `There is no Chromium at ${from.join(', ')}. Install one, or name it in the environment variable CHROMIUM.`,
    );
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
    timeout: patience,
  });
  browser.on('context', (context) => context.setDefaultTimeout(patience));
  return browser;
}

/** Brings every lazy picture of a page on the screen once, and waits until it is there. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      scrollTo(0, top);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
}

/** Gathers what pages say on the console, but for what a context says that keeps the service worker out. */
export function gatherConsole(
  from: { on(event: 'console', listener: (message: ConsoleMessage) => void): unknown },
  told: string[],
): void {
  from.on('console', (message) => {
    if (!message.text().startsWith('Service Worker registration blocked')) told.push(message.text());
  });
}
