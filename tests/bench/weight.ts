import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { servePaper } from '../../src/desk/serve.ts';
import { openOwnBrowser, scrollThrough } from '../support/browser.ts';

/** What one kind of file costs a reader of one page. */
export interface Weight {
  kind: string;
  requests: number;
  raw: number;
  /** At quality 11; pictures and fonts are compressed already and count as they are. */
  brotli: number;
}

const screens = [
  { name: '375 px', width: 375, height: 812 },
  { name: '1440 px', width: 1440, height: 900 },
];

/**
 * The weight of the lead article of the shipped edition, read to its end.
 * @param dist where the edition is built
 */
export async function leadArticleWeight(dist: string): Promise<Weight[]> {
  const { server, address } = await servePaper(dist, 0);
  const browser = await openOwnBrowser();
  try {
    return await weighAt(await leadOf(address, browser), browser);
  } finally {
    await browser.close();
    server.close();
  }
}

async function leadOf(address: string, browser: Browser): Promise<string> {
  const page = await browser.newPage();
  await page.goto(address);
  const lead = await page.evaluate(() => document.querySelector<HTMLAnchorElement>('main h2 a')?.href);
  await page.close();
  if (!lead) throw new Error('The front page has no story.');
  return lead;
}

async function weighAt(address: string, browser: Browser): Promise<Weight[]> {
  const weights: Weight[] = [];
  for (const { name, ...viewport } of screens) {
    const page = await browser.newPage({ viewport });
    const files: { type: string; body: Buffer; isLater: boolean }[] = [];
    let isRead = false;
    const reading: Promise<void>[] = [];
    page.on('response', (response) => {
      const facts = { type: response.request().resourceType(), isLater: isRead };
      reading.push(response.body().then((body) => void files.push({ ...facts, body })));
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    isRead = true;
    await scrollThrough(page);
    await page.waitForLoadState('networkidle');
    await Promise.all(reading);
    const inline = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLScriptElement>('script:not([src])')]
        .filter(({ type }) => ['', 'module', 'text/javascript'].includes(type))
        .map((script) => script.textContent),
    );
    await page.close();
    const of = (type: string, from = files) => from.filter((file) => file.type === type).map(({ body }) => body);
    if (weights.length === 0) {
      weights.push(weigh('HTML with its styles', of('document')));
      weights.push(weigh('styles for paper, which wait', of('stylesheet')));
      weights.push(weigh('fonts', of('font'), false));
      const [later, atOnce] = [true, false].map((each) => files.filter(({ isLater }) => isLater === each));
      weights.push(weigh('script', [...of('script', atOnce), ...inline.map((text) => Buffer.from(text))]));
      weights.push(weigh('script while it is read', of('script', later)));
    }
    weights.push(weigh(`pictures at ${name}`, of('image'), false));
  }
  return weights;
}

function weigh(kind: string, bodies: Buffer[], compressible = true): Weight {
  const raw = sum(bodies.map((body) => body.length));
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return {
    kind,
    requests: bodies.length,
    raw,
    brotli: compressible ? sum(bodies.map((body) => brotliCompressSync(body, { params }).length)) : raw,
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
