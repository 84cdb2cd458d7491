import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserServer, type ConsoleMessage, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { patience } from './patience.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
// Without the furniture of windows, where Debian's package for that is there: it opens a page in less than half the time.
const lightest = ['/usr/bin/chromium-headless-shell', ...places];

const asOnPaper = '--font-render-hinting=none';

/** The Chromium that all files share, as `serveBrowser` started it. Closing it closes what was opened of it here. */
export async function openBrowser(): Promise<Browser> {
  return patient(await chromium.connect(inject('browser')));
}

/** A lighter Chromium by itself, for tests of the clipboard, which all pages of a browser share; `more` are switches of its command. */
export async function openOwnBrowser(more: readonly string[] = []): Promise<Browser> {
  return patient(await chromium.launch(command(lightest, more)));
}

/** Chromium as readers have it, for what the lighter one does otherwise. */
export async function openReadersBrowser(): Promise<Browser> {
  return patient(await chromium.launch(command(places)));
}

/** A lighter Chromium that sets type on paper as that of readers does: without the flag letters stand on whole pixels. */
export function openPrinter(): Promise<Browser> {
  return openOwnBrowser([asOnPaper]);
}

/** A command in a folder that starts such a one, for programs that start their Chromium themselves. */
export function printerIn(folder: string): string {
  const file = path.join(folder, 'printer');
  writeFileSync(file, `#!/bin/sh\nexec '${command(lightest).executablePath}' ${asOnPaper} "$@"\n`, { mode: 0o755 });
  return file;
}

/** Starts the Chromium that all files share. */
export function serveBrowser(): Promise<BrowserServer> {
  return chromium.launchServer(command(lightest));
}

/** The Chromium in `CHROMIUM`, or the first of some that this machine has. */
function command(from: readonly string[], more: readonly string[] = []) {
  const executablePath = process.env['CHROMIUM'] ?? from.find((place) => existsSync(place));
  if (!executablePath)
    throw new Error(
      `There is no Chromium at ${from.join(', ')}. Install one, or name it in the environment variable CHROMIUM.`,
    );
  return {
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
  };
}

/** Less patient than a test as a whole, so that what hangs is told by its name. */
function patient(browser: Browser): Browser {
  browser.on('context', (context) => context.setDefaultTimeout(patience / 4));
  return browser;
}

/** Brings every lazy picture of a page on the screen once, and waits until it is there. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      scrollTo(0, top);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    // What a strip has beyond the screen, its own scrolling brings.
    for (const image of document.images) {
      if (image.complete) continue;
      image.scrollIntoView({ inline: 'nearest' });
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    for (const strip of document.querySelectorAll('*')) strip.scrollLeft = 0;
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

/** Controls on the screen that do nothing without a script. A form that has an address works without one. */
export const idleControls =
  'button:not([action] *):visible, input:not(.prose input, [action] *):visible, dialog:visible, .bar:visible';
