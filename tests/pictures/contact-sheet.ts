import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import sharp from 'sharp';
import { servePaper } from '../../src/desk/serve.ts';
import { openReadersBrowser, scrollThrough } from '../support/browser.ts';
import { startBuilders } from '../support/builders.ts';
import { pagesOf, type BuiltPage } from '../support/dist.ts';
import { frontPaper, sections, type Made } from '../support/front-papers.ts';
import { hardPaper } from '../support/hard-paper.ts';
import { pagesToLookAt } from '../support/kinds.ts';
import { jobOf, makeContent, makePaper, project, removePaper } from '../support/paper.ts';

/**
 * Makes a sheet of each page kind and each hard case, at five widths, in light, dark and sepia, and of each printed page, to be looked at. It
 * lies outside of the repository, in a folder that is told at the end: `npm run pictures`, behind which a paper may be named.
 */
const widths = [320, 768, 1024, 1440, 1920];
const themes = ['light', 'dark', 'sepia'] as const;
const gap = 16;
const ground = { channels: 3, background: '#8a867f' } as const;
const out = mkdtempSync(path.join(tmpdir(), 'broadsheet-contact-'));

const fronts: Record<string, Made[]> = Object.fromEntries(
  [1, 2, 3, 5, 7, 12, 25, 40].map((count) => [
    `front-${count}`,
    Array.from({ length: count }, (_, index): Made => ({
      picture: index % 3 === 0 ? (index % 2 === 0 ? [1200, 800] : [900, 1200]) : undefined,
      section: sections[index % 5],
      kind: index % 11 === 5 ? 'analysis' : 'news',
    })),
  ]),
);
const papers: Record<string, () => Promise<string | Record<string, string | Buffer>>> = {
  edition: () => Promise.resolve(path.join(project, 'content')),
  fixture: () => Promise.resolve(path.join(project, 'tests/fixtures/paper')),
  hard: hardPaper,
  ...Object.fromEntries(Object.entries(fronts).map(([name, stories]) => [name, () => frontPaper(stories)])),
};

const browser = await openReadersBrowser();
const builders = await startBuilders();
const wanted = process.argv.slice(2);
for (const [name, content] of Object.entries(papers)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const files = await content();
  const isMade = typeof files !== 'string';
  const root = isMade ? makeContent(files) : makePaper(files);
  const { code, output } = await builders.run({ ...jobOf(root, undefined, {}), isForSite: isMade });
  if (code !== 0) throw new Error(output);
  const dist = path.join(root, 'dist');
  const { server, address } = await servePaper(dist, 0);
  const pages = name.startsWith('front') ? [{ at: '/', url: address }] : pagesToLookAt(pagesOf({ dist, address }));
  const screens = await Promise.all(
    widths.map((width) => browser.newContext({ viewport: { width, height: 900 }, serviceWorkers: 'block' })),
  );
  // Fonts are shown when they are there in time: from the second page on they are.
  await Promise.all(screens.map((screen) => shot(screen, address)));
  for (const page of pages) await sheetOf(screens, page, path.join(out, name));
  await Promise.all(screens.map((screen) => screen.close()));
  server.close();
  removePaper(root);
}
await builders.stop();
await browser.close();
console.log(`The sheets are in ${out}`);

/** A page at each width, light above dark above sepia, and behind them as it is printed. */
async function sheetOf(
  screens: readonly BrowserContext[],
  { at, url }: Pick<BuiltPage, 'at' | 'url'>,
  folder: string,
): Promise<void> {
  const shots = await Promise.all(screens.map((screen) => shot(screen, url)));
  const rows = [...themes.map((_, theme) => shots.map((all) => all[theme] as Buffer)), await printed(browser, url)];
  mkdirSync(folder, { recursive: true });
  const name = at.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'front';
  writeFileSync(path.join(folder, `${name}.webp`), await stacked(await Promise.all(rows.map(sideBySide))));
}

/** A whole page on a screen, once in each theme. */
async function shot(screen: BrowserContext, url: string): Promise<Buffer[]> {
  const page = await screen.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  await scrollThrough(page);
  // What stands still on a screen is seen where it stands at first.
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  const pictures: Buffer[] = [];
  for (const theme of themes) {
    // Light and dark as the device has it, sepia as a reader sets it.
    if (theme !== 'sepia') await page.emulateMedia({ colorScheme: theme });
    else await page.evaluate(() => (document.documentElement.dataset['theme'] = 'sepia'));
    pictures.push(await page.screenshot({ fullPage: true, type: 'jpeg' }));
  }
  await page.close();
  return pictures;
}

async function printed(browser: Browser, url: string): Promise<Buffer[]> {
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-printed-'));
  const file = path.join(folder, 'page.pdf');
  await page.pdf({ path: file, format: 'A4', preferCSSPageSize: true });
  await page.close();
  execFileSync('pdftoppm', ['-r', '60', '-png', file, path.join(folder, 'page')]);
  const names = execFileSync('ls', [folder])
    .toString()
    .split('\n')
    .filter((each) => each.endsWith('.png'));
  const pages = names.map((each) => readFileSync(path.join(folder, each)));
  rmSync(folder, { recursive: true });
  return pages;
}

/** A third of their size, cut where they are longer than a sheet can be. */
async function sideBySide(pictures: readonly Buffer[]): Promise<Buffer> {
  const small = await Promise.all(
    pictures.map(async (picture) => {
      const { width = 1, height = 1 } = await sharp(picture).metadata();
      return sharp(picture)
        .extract({ left: 0, top: 0, width, height: Math.min(height, 9000) })
        .resize({ width: Math.max(120, Math.round(width / 3)) })
        .png()
        .toBuffer({ resolveWithObject: true });
    }),
  );
  const height = Math.max(...small.map(({ info }) => info.height), 1);
  const lefts = small.map((_, index) => small.slice(0, index).reduce((sum, { info }) => sum + info.width + gap, gap));
  const width = (lefts.at(-1) ?? 0) + (small.at(-1)?.info.width ?? 0) + gap;
  return sharp({ create: { width, height: height + gap, ...ground } })
    .composite(small.map(({ data }, index) => ({ input: data, left: lefts[index] ?? 0, top: gap })))
    .png()
    .toBuffer();
}

async function stacked(rows: readonly Buffer[]): Promise<Buffer> {
  const sizes = await Promise.all(rows.map(async (row) => sharp(row).metadata()));
  const tops = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, { height }) => sum + height, 0));
  const width = Math.max(...sizes.map((size) => size.width));
  const height = sizes.reduce((sum, size) => sum + size.height, 0);
  return sharp({ create: { width, height: Math.min(height, 16_000), ...ground } })
    .composite(
      rows.map((input, index) => ({ input, left: 0, top: tops[index] ?? 0 })).filter(({ top }) => top < 12_000),
    )
    .webp({ quality: 80 })
    .toBuffer();
}
