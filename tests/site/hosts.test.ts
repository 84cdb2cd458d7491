import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { filesIn, treeOf } from '../support/dist.ts';
import { ask, servers, startHost, type Answer, type Host } from '../support/hosts.ts';
import { makePaper, removePaper, runBuild, writeContent } from '../support/paper.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';

const { dist } = inject('fixture');
const files = filesIn(dist);
const inDist = (file: string) => readFileSync(path.join(dist, file));
const permalink = '/2025/05/06/ferries-return-to-the-inner-harbour/';
const withdrawn = '/2025/05/06/a-number-too-many/';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(servers)('%s', (server) => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost(server, dist);
  });
  afterAll(() => host.stop());

  const get = (at: string, encoding?: string): Promise<Answer> =>
    ask(host.address, at, { headers: encoding ? { 'accept-encoding': encoding } : {} });

  test('serves an article at its permalink, and the front page', async () => {
    const article = await get(permalink);
    expect([article.status, article.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(article.body.equals(inDist(`${permalink}index.html`))).toBe(true);
    expect((await get('/')).body.equals(inDist('index.html'))).toBe(true);
  });

  test('leads from an address without its slash to the one with it', async () => {
    const { status, headers } = await get(permalink.slice(0, -1));
    expect([301, 308]).toContain(status);
    expect(headers.location).toBe(permalink);
  });

  test('leads from a short link to the permalink', async () => {
    const { status, headers } = await get('/a/ebbtyde/');
    expect([status, headers.location]).toEqual([301, '/2025/05/06/ebb/']);
  });

  test('leads from each address of the rules to one that is there, or gone', async () => {
    const rules = [
      ...inDist('.hosts/nginx-http.conf')
        .toString()
        .matchAll(/^ {2}(\/\S+\/) (\/\S+\/);$/gm),
    ];
    expect(rules.length).toBeGreaterThan(10);
    for (const [, from = '', to = ''] of rules) {
      const { status, headers } = await get(from);
      expect([from, status, headers.location]).toEqual([from, 301, to]);
      expect([from, (await get(to)).status]).toEqual([from, to === withdrawn ? 410 : 200]);
    }
  });

  test('says of a withdrawn article that it is gone, in the words of its notice', async () => {
    for (const encoding of [undefined, 'gzip']) {
      const { status, headers, body } = await get(withdrawn, encoding);
      expect([status, headers['cache-control']]).toEqual([410, 'no-cache']);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(body.equals(inDist(`${withdrawn}index.html`))).toBe(true);
    }
  });

  test('answers a wrong address with 404 and the page for it', async () => {
    const wrong = ['/nowhere/', '/nowhere', '/2025/05/06/nothing.html', '/_astro/gone.js', '/a/nobody/', '/404.html'];
    for (const at of wrong) {
      const { status, headers, body } = await get(at, 'gzip');
      expect([at, status, headers['cache-control']]).toEqual([at, 404, 'no-cache']);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(body.equals(inDist('404.html'))).toBe(true);
    }
  });

  test('lists no folder', async () => {
    for (const at of ['/_astro/', '/pagefind/', '/a/']) expect([at, (await get(at)).status]).toEqual([at, 404]);
  });

  test('shows neither the rules nor any file whose name begins with a dot', async () => {
    const kept = ['/_headers', '/_redirects', '/.hosts/Caddyfile', '/.hosts/nginx.conf', '/.hosts/', '/.git/config'];
    const asked = [...kept, '/%2ehosts/Caddyfile', '//.hosts/Caddyfile', '/_astro/../.hosts/Caddyfile', '/%5fheaders'];
    for (const at of asked)
      expect([at, (await get(at)).body.toString().includes('frame-ancestors')]).toEqual([at, false]);
    for (const at of kept) expect([at, (await get(at)).status]).toEqual([at, 404]);
  });

  test('leaves the folder of the site by no path', async () => {
    const outside = [
      '/../content/publication.yaml',
      '/_astro/../../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
    ];
    for (const at of [...outside, '/../../../../../../etc/passwd', '/..\\package.json']) {
      const { status, body } = await get(at);
      expect([at, status >= 400 || body.equals(inDist('404.html'))]).toEqual([at, true]);
      expect([at, /root:x:|"name": "broadsheet"|^timeZone:/m.test(body.toString())]).toEqual([at, false]);
    }
  });

  test('sends every text as it was compressed, by what a browser takes, and all browsers get the same', async () => {
    const compressed = files.filter((file) => /\.gz$/.test(file)).map((file) => file.slice(0, -3));
    const shown = compressed.filter((file) => file !== '404.html' && `/${file}` !== `${withdrawn}index.html`);
    expect(shown.length).toBeGreaterThan(30);
    for (const file of shown.filter((file) => !/^(a\/|\.)/.test(file))) {
      const at = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
      const [plain, zipped, both] = [await get(at), await get(at, 'gzip'), await get(at, 'gzip, deflate, br')];
      expect([at, plain.status, plain.headers['content-encoding']]).toEqual([at, 200, undefined]);
      expect([at, zipped.headers['content-encoding']]).toEqual([at, 'gzip']);
      expect(zipped.sent.equals(inDist(`${file}.gz`))).toBe(true);
      expect([at, both.headers['content-encoding']]).toEqual([at, server === 'nginx without Brotli' ? 'gzip' : 'br']);
      if (server !== 'nginx without Brotli') expect(both.sent.equals(inDist(`${file}.br`))).toBe(true);
      for (const answer of [plain, zipped, both]) {
        expect(answer.body.equals(inDist(file))).toBe(true);
        expect([at, answer.headers['content-type']]).toEqual([at, plain.headers['content-type']]);
        expect([at, answer.headers.vary?.toLowerCase()]).toEqual([at, 'accept-encoding']);
      }
    }
  });

  test('has hashed files kept for a year, feeds for minutes, and all else asked for again', async () => {
    const kept = async (at: string) => (await get(at)).headers['cache-control'];
    const year = 'public, max-age=31536000, immutable';
    const fragment = files.find((file) => file.endsWith('.pf_fragment'));
    for (const file of [...files.filter((name) => /^_astro\/.*(js|woff2|avif)$/.test(name)), fragment])
      expect([file, await kept(`/${file}`)]).toEqual([file, year]);
    const entry = files.find((file) => file.endsWith('pagefind-entry.json'));
    expect(await kept(`/${entry}`)).toBe('no-cache');
    for (const at of ['/', permalink, '/service-worker.js', '/a/ebbtyde/'])
      expect([at, await kept(at)]).toEqual([at, 'no-cache']);
  });

  test('answers 304 to who has the page already', async () => {
    for (const encoding of ['identity', 'gzip', 'br']) {
      const { headers } = await get(permalink, encoding);
      const again = { 'if-none-match': headers.etag ?? '', 'accept-encoding': encoding };
      expect((await ask(host.address, permalink, { headers: again })).status).toBe(304);
    }
  });

  test('says with each answer what a browser is to refuse', async () => {
    for (const at of ['/', permalink, withdrawn, '/nowhere/', '/service-worker.js', '/favicon.svg', '/a/ebbtyde/'])
      expect((await get(at)).headers).toMatchObject({
        'content-security-policy': "frame-ancestors 'none'",
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'permissions-policy': 'camera=(), microphone=(), geolocation=()',
        'cross-origin-opener-policy': 'same-origin',
      });
  });

  test('answers HEAD with the headers of GET and no body', async () => {
    const { headers, status } = await get(permalink);
    const head = await ask(host.address, permalink, { method: 'HEAD' });
    const facts = (of: typeof headers) => ({ ...of, date: '' });
    expect([head.status, head.sent.length]).toEqual([status, 0]);
    expect(facts(head.headers)).toEqual(facts(headers));
  });

  test('refuses what is neither GET nor HEAD', async () => {
    expect((await ask(host.address, permalink, { method: 'POST' })).status).toBe(405);
  });

  test.each([permalink, '/search/?q=helmsman', '/nowhere/'])('shows %s in Chromium without a complaint', async (at) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    page.on('pageerror', (error) => told.push(error.message));
    page.on('requestfailed', (request) => told.push(request.url()));
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(new URL(response.url()).pathname);
    });
    await page.goto(new URL(at, host.address).href, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => document.fonts.check('16px "Source Serif 4"') && document.fonts.size > 0)).toBe(
      true,
    );
    if (at.startsWith('/search/')) expect(await page.locator('.result h2').count()).toBe(1);
    expect(missing).toEqual(at === '/nowhere/' ? ['/nowhere/'] : []);
    expect(told.filter((line) => !/the server responded with a status of 404/.test(line))).toEqual([]);
    await context.close();
  });
});
