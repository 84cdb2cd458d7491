import { existsSync } from 'node:fs';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { patience } from './patience.ts';
import { newFile, readPrinted, type Printed } from './pdf.ts';

/** The Firefox in `FIREFOX`, or Debian's; `undefined` where there is none. */
export const firefoxPath = process.env['FIREFOX'] ?? ['/usr/bin/firefox-esr'].find((place) => existsSync(place));

/** @param settings of the browser, as on its page about:config */
export function openFirefox(settings: Record<string, unknown> = {}): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: firefoxPath ?? '',
    headless: true,
    timeout: patience,
    protocolTimeout: patience,
    extraPrefsFirefox: settings,
  });
}

const sheets = { A4: ['210mm', '297mm'], Letter: ['8.5in', '11in'], A5: ['148mm', '210mm'] } as const;

/**
 * Prints a page as Firefox's own dialogue does: with margins of half an inch, which the page's replace, and without backgrounds.
 * `100vh` is the sheet less that half inch, whatever the page's own margins are.
 */
export async function printInFirefox(page: Page, format: keyof typeof sheets): Promise<Printed> {
  const file = newFile();
  const [width, height] = sheets[format];
  const margin = { top: '0.5in', right: '0.5in', bottom: '0.5in', left: '0.5in' };
  await page.pdf({ path: file, width, height, margin, preferCSSPageSize: true });
  return readPrinted(file);
}
