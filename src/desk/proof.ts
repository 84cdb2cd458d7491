import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromiumPath } from '../binding/chromium.ts';
import { filesBelow } from '../filing/files.ts';
import type { Outcome } from './outcome.ts';
import { refuse } from './refuse.ts';
import { servePaper } from './serve.ts';
import { typed } from './typed.ts';

/** As many as are looked at in half a minute or so: those that have changed last. */
const most = 40;

/**
 * `npm run desk proof`: has axe look at the built pages in Chromium, in light and in dark, and tells what keeps readers out. Without a
 * Chromium it says that nobody has looked.
 * @returns whether nothing was found
 */
export async function proof(root: string): Promise<Outcome> {
  const dist = path.join(root, 'dist');
  const pages = pagesIn(dist);
  if (pages.length === 0) return refuse(`dist/ has no pages yet. ${typed(root, 'build')} makes them.`);
  const executablePath = chromiumPath();
  if (!executablePath) {
    console.log(
      'No page was looked at, since no Chromium is installed: name one in the environment variable CHROMIUM.',
    );
    return true;
  }
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const { chromium } = await import('playwright-core');
  const { server, address } = await servePaper(dist, 0);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const found: string[] = [];
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    for (const file of pages) {
      await page.goto(new URL(encodeURI(file), address).href);
      await page.evaluate(axe);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const slips = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: Axe };
          const { violations } = await axe.run({ resultTypes: ['violations'] });
          return violations.map(({ id, help, nodes }) => `${id}: ${help}\n       ${nodes[0]?.html ?? ''}`);
        });
        found.push(...slips.map((slip) => `${file}  (${colorScheme})\n       ${slip}`));
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
  for (const slip of found) console.log(`${slip}\n`);
  console.log(
    `axe has looked at ${pages.length} pages, and found ${found.length === 0 ? 'nothing' : `${found.length} things`}.`,
  );
  return found.length === 0;
}

interface Axe {
  run: (options: object) => Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
}

/** The front page, then what has changed last; none that only leads on. */
function pagesIn(dist: string): string[] {
  const changed = (file: string) => statSync(path.join(dist, file)).mtimeMs;
  return filesBelow(dist, /(?:^|\/)index\.html$/)
    .filter((file) => !readFileSync(path.join(dist, file), 'utf8').includes('http-equiv="refresh"'))
    .map((file) => [file, file === 'index.html' ? Infinity : changed(file)] as const)
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([file]) => file.replace(/index\.html$/, ''));
}
