import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Article } from '../../src/newsroom/article.ts';
import { hostsView } from '../../src/views/machines/hosts.ts';
import { openBrowser } from '../support/browser.ts';
import { filesIn, treeOf, leadsOn } from '../support/dist.ts';
import { ask, servers, startHost, type Answer, type Host } from '../support/hosts.ts';
import { removePaper, writeContent } from '../support/paper.ts';
import { builtPaper, quickBuild } from '../support/quick-build.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';
import { article, edition } from '../unit/articles.ts';

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
    for (const file of shown.filter((file) => !file.startsWith('.') && !leadsOn(inDist(file).toString()))) {
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
    if (at.startsWith('/search/')) await expect.poll(() => page.locator('.result h2').count()).toBe(1);
    expect(missing).toEqual(at === '/nowhere/' ? ['/nowhere/'] : []);
    expect(told.filter((line) => !/the server responded with a status of 404/.test(line))).toEqual([]);
    await context.close();
  });
});

/** A folder with files in it and the rules of a paper. */
function folderWith(files: Record<string, string>, articles: readonly Article[] = []): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-hosted-'));
  const rules = hostsView(edition(articles)).map(({ name, text }) => [name, text()] as const);
  for (const [name, text] of [...Object.entries(files), ...rules]) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

describe.each(['nginx', 'Caddy'] as const)('%s, of files that a paper may have', (server) => {
  const typed: Record<string, string> = {
    // Browsers show these to a person, and save what is called RSS or Atom to a file.
    'feed.xml': 'application/xml; charset=utf-8',
    'sections/world/atom.xml': 'application/xml; charset=utf-8',
    'feed/1.xml': 'application/xml; charset=utf-8',
    'feed.json': 'application/feed+json',
    'feed/1.json': 'application/feed+json',
    'sections/world/feed.json': 'application/feed+json',
    '2019/03/01/newsfeed.json': 'application/json',
    'sitemap.xml': 'application/xml; charset=utf-8',
    '2019/03/01/vote/index.json': 'application/json',
    '2019/03/01/vote/index.md': 'text/markdown; charset=utf-8',
    'site.webmanifest': 'application/manifest+json',
    'robots.txt': 'text/plain; charset=utf-8',
    '.well-known/security.txt': 'text/plain; charset=utf-8',
    '_astro/film.vtt': 'text/vtt; charset=utf-8',
    '_astro/script.js': 'text/javascript; charset=utf-8',
    'favicon.svg': 'image/svg+xml; charset=utf-8',
    '_astro/quay.avif': 'image/avif',
    '_astro/serif.woff2': 'font/woff2',
  };
  const stories = Array.from({ length: 10_000 }, (_, index) =>
    article({ path: `2019/03/01/a-story-with-a-name-of-the-usual-length-${index}`, id: `k${index}` }),
  );
  let folder: string;
  let host: Host;
  beforeAll(async () => {
    const empty = Object.fromEntries(Object.keys(typed).map((name) => [name, '']));
    folder = folderWith({ ...empty, 'index.html': 'Front', '404.html': 'Nothing' }, stories);
    host = await startHost(server, folder);
  });
  afterAll(async () => {
    await host.stop();
    rmSync(folder, { recursive: true });
  });

  test('says the type of each', async () => {
    const said = Object.keys(typed).map(async (name) => [
      name,
      (await ask(host.address, `/${name}`)).headers['content-type'],
    ]);
    expect(Object.fromEntries(await Promise.all(said))).toEqual(typed);
  });

  test('has feeds kept for minutes', async () => {
    const feeds = Object.keys(typed).filter((name) => /(feed|atom|\/1)\.(xml|json)$/.test(name));
    expect(feeds).toHaveLength(7);
    for (const name of [...feeds, 'sitemap.xml', '2019/03/01/vote/index.md'])
      expect((await ask(host.address, `/${name}`)).headers['cache-control']).toBe('public, max-age=300');
  });

  test('leads on from the last of 10,000 addresses', async () =>
    expect((await ask(host.address, '/a/k0/')).headers.location).toBe(`/${stories[0]?.path}/`));
});

describe('compressed files', () => {
  let root: string;
  const place = (file: string) => path.join(root, 'dist', file);
  const page = (slug: string) => `2025/05/06/${slug}/index.html`;
  const compressed = () => filesIn(place('')).filter((file) => /\.(br|gz)$/.test(file));
  const compressing = { BROADSHEET_NOW: '2026-01-15T12:00:00Z', BROADSHEET_COMPRESS: undefined };
  const build = async (env: NodeJS.ProcessEnv = {}) => {
    const { code, output } = await quickBuild(root, { ...compressing, ...env });
    if (code !== 0) throw new Error(output);
  };
  const nodes = () => new Map(compressed().map((file) => [file, statSync(place(file)).ino]));
  const wrong = () =>
    compressed().filter((file) => {
      const bytes = readFileSync(place(file));
      const text = file.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
      return !text.equals(readFileSync(place(file.slice(0, -3))));
    });
  beforeAll(async () => {
    root = await builtPaper(await smallPaper(), compressing);
  });
  afterAll(() => removePaper(root));

  test('lie beside every text of more than a kilobyte, and are smaller', () => {
    const texts = filesIn(place('')).filter((file) =>
      /\.(html|css|js|svg|json|xml|opml|txt|md|webmanifest)$/.test(file),
    );
    const large = texts.filter((file) => statSync(place(file)).size >= 1024);
    expect(compressed()).toEqual(large.flatMap((file) => [`${file}.br`, `${file}.gz`]).sort());
    for (const file of large)
      expect(statSync(place(`${file}.br`)).size).toBeLessThan(statSync(place(`${file}.gz`)).size);
  });

  test('hold what they lie beside', () => expect(wrong()).toEqual([]));

  test('are made anew for a page with one word edited, and for the pages without a key of their own; all others stay', async () => {
    const before = nodes();
    writeContent(root, 'articles/2025/05/06/third/index.md', articleOf('third', { body: 'An edited body.' }));
    await build();
    const after = nodes();
    const changed = [...after].filter(([file, node]) => before.get(file) !== node).map(([file]) => file);
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(changed.filter((file) => /^2025\/05\/06\/./.test(file))).toEqual([
      `${page('third')}.br`,
      `${page('third')}.gz`,
    ]);
    expect(changed.filter((file) => /^(sections|topics|contributors|archive|2025)\/.*html/.test(file))).toHaveLength(2);
    expect(brotliDecompressSync(readFileSync(place(`${page('third')}.br`))).toString()).toContain('An edited body.');
    expect(wrong()).toEqual([]);
  });

  test('are made again where one is gone', async () => {
    rmSync(place(`${page('first')}.br`));
    await build();
    expect(compressed()).toContain(`${page('first')}.br`);
    expect(wrong()).toEqual([]);
  });

  test('are left out when the build is told so, and come back', async () => {
    const before = treeOf(place(''));
    await build({ BROADSHEET_COMPRESS: 'off' });
    expect(compressed()).toEqual([]);
    await build();
    expect(treeOf(place(''))).toEqual(before);
  });
});
