import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { treeOf } from '../support/dist.ts';
import { environment, makePaper, removePaper, runBuild, runDesk } from '../support/paper.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';

// What whoever writes the paper sees of it.

let root: string;
let dev: ChildProcess;
let address: string;
/** What it had told when it could be seen. */
let told = '';

beforeAll(async () => {
  root = makePaper({
    ...(await smallPaper()),
    'articles/2025/05/06/fourth/index.md': articleOf('fourth', { status: 'draft' }),
    'articles/2025/05/06/fifth/index.md': articleOf('fourth', {
      headline: 'Fifth headline',
      status: '{ embargoedUntil: 2099-12-05T05:00:00Z }',
    }).replace('id: frth22', 'id: ffth22'),
  });
  writeFileSync(
    path.join(root, 'src/content.config.ts'),
    `import { defineCollection } from 'astro/content/config';
import { file } from 'astro/loaders';
import { broadsheetCollections } from './press/collections.ts';
export const collections = { ...broadsheetCollections(), prices: defineCollection({ loader: file('prices.json') }) };
`,
  );
  writeFileSync(path.join(root, 'prices.json'), '[{ "id": "tea", "price": 3 }]');
  writeFileSync(
    path.join(root, 'src/pages/prices.astro'),
    `---
import { getCollection } from 'astro:content';
const [tea] = await getCollection('prices');
const stories = await getCollection('articles');
---
<p>{tea.data.price} pence, {stories.length} stories</p>
`,
  );
  dev = spawn(process.execPath, ['src/desk/desk.ts', 'dev', '--port', '4390'], {
    cwd: root,
    env: { ...environment(), NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  address = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (data: Buffer) => {
      output += String(data);
      const [, found] = /Front page\s+(http:\/\/localhost:\d+\/)/.exec(output) ?? [];
      if (!found) return;
      told ||= output;
      resolve(found);
    };
    dev.stdout?.on('data', read);
    dev.stderr?.on('data', read);
    dev.on('close', () => reject(new Error(output)));
  });
});
afterAll(() => {
  dev.kill();
  removePaper(root);
});

const pageAt = async (path: string) => {
  const response = await fetch(new URL(path, address));
  return { status: response.status, html: await response.text() };
};

test('A draft has its page, which says that readers do not see it.', async () => {
  const { status, html } = await pageAt('/2025/05/06/fourth/');
  expect([status, html]).toEqual([200, expect.stringContaining('A draft, which readers do not see.')]);
  expect(html).toContain('The body of the fourth.');
});

test('What is held back says until when, on the clock of the paper.', async () => {
  expect((await pageAt('/2025/05/06/fifth/')).html).toContain('Readers see it from 5 December 2099, 06:00 UTC+01:00.');
});

test('The front page names what is filed and not out, and no list has it.', async () => {
  const front = (await pageAt('/')).html;
  const held = /<aside class="held"[^]*?<\/aside>/.exec(front)?.[0] ?? '';
  expect([...held.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    '/2025/05/06/fifth/',
    '/2025/05/06/fourth/',
  ]);
  for (const list of [
    front.replace(held, ''),
    (await pageAt('/sections/town/')).html,
    (await pageAt('/feed.xml')).html,
  ])
    expect(list).not.toMatch(/F(ourth|ifth) headline/);
});

test('What is out says nothing of it.', async () => {
  expect((await pageAt('/2025/05/06/first/')).html).not.toContain('class="held"');
});

test('Pictures are shown.', async () => {
  const { html } = await pageAt('/2025/05/06/first/');
  const [, picture = ''] = /<img[^>]* src="([^"]*_image[^"]*)"/.exec(html) ?? [];
  const place = new URL(picture.replaceAll('&amp;', '&').replaceAll('&#38;', '&'), address);
  // The first of them has Vite load what encodes pictures; once, on a busy machine, it never answered that request.
  const answer = async () => {
    const { status, headers } = await fetch(place, { signal: AbortSignal.timeout(60_000) });
    return `${status} ${headers.get('content-type')}`;
  };
  await expect.poll(answer).toMatch(/^200 image\//);
});

/** A page in a browser, as whoever writes the paper sees it. */
async function opened(place: string): Promise<Page> {
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  // The editor in the browser shows a field when it comes into view: all of them at once in a window so high.
  const page = await browser.newPage({ viewport: { width: 1280, height: 4000 } });
  await page.goto(new URL(place, address).href);
  return page;
}

test('A mistake is told over the page that it concerns, and counted on the front page, until it is mended.', async () => {
  const file = path.join(root, 'content/articles/2025/05/06/second/index.md');
  const right = readFileSync(file, 'utf8');
  onTestFinished(() => writeFileSync(file, right));
  const page = await opened('/2025/05/06/second/');
  const report = page.getByRole('alert', { name: 'To mend' });
  writeFileSync(file, right.replace('section: town', 'section: tonw'));
  expect(await report.locator('a').getAttribute('href')).toMatch(
    /^vscode:\/\/file\/.*\/content\/articles\/2025\/05\/06\/second\/index\.md:\d+:\d+$/,
  );
  expect(await report.innerText()).toContain('R-001');

  const front = await opened('/');
  await front.getByText('One thing to mend').waitFor();
  expect(await front.getByRole('alert').count()).toBe(0);
  writeFileSync(file, right);
  await front.getByText('One thing to mend').waitFor({ state: 'detached' });
  await report.waitFor({ state: 'detached' });
});

test('Who wants it sees the paper as readers see it.', async () => {
  const page = await opened('/');
  await page.getByLabel('as readers see it').check();
  await page.waitForLoadState();
  await page.locator('.held').waitFor({ state: 'hidden' });
  const draft = await page.goto(new URL('/2025/05/06/fourth/', address).href);
  expect(draft?.status()).toBe(404);
});

test('What is saved is shown where it belongs, and what is deleted no more.', async () => {
  const file = path.join(root, 'content/articles/2025/05/06/sixth/index.md');
  const front = await opened('/');
  const story = articleOf('fourth', { headline: 'Sixth headline' }).replace('frth22', 'sxth22');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, story);
  await front.getByRole('link', { name: 'Sixth headline' }).first().waitFor();
  writeFileSync(file, story.replace('Sixth headline', 'Another headline').replace('The body of', 'A word more of'));
  await front.getByRole('link', { name: 'Another headline' }).first().waitFor();
  expect((await pageAt('/2025/05/06/sixth/')).html).toContain('A word more of the fourth.');
  rmSync(path.dirname(file), { recursive: true });
  await front.getByRole('link', { name: 'Another headline' }).first().waitFor({ state: 'detached' });
  expect((await pageAt('/2025/05/06/sixth/')).status).toBe(404);
});

/** A page, a feed or another form of a story without what is loaded otherwise where the paper is written: styles, scripts and encodings of pictures. */
function saidBy(text: string): string {
  return text
    .replaceAll(/<\?xml-stylesheet[^>]*>|<aside class="held"[^]*?<\/aside>|<(script|style)\b[^]*?<\/\1>/g, '')
    .replaceAll(/<(?:link rel="(?:preload|stylesheet|alternate stylesheet)"|meta http-equiv)[^>]*>/g, '')
    .replaceAll(/ srcset="[^"]*"/g, '')
    .replaceAll(/[^"\\\s<>(]*\/_(?:astro|image)\/(?:\\&|[^"\\\s<>)])*/g, 'picture')
    .replaceAll(/\s+/g, ' ');
}

test('After edits all pages, feeds and forms of stories say what those of a build do.', async () => {
  const home = (story: string) => path.join(root, 'content/articles/2025/05/06', story, 'index.md');
  const edit = (story: string, from: string, to: string) => {
    const before = readFileSync(home(story), 'utf8');
    onTestFinished(() => writeFileSync(home(story), before));
    writeFileSync(home(story), before.replace(from, to));
  };
  const sport = path.join(root, 'content/sections/sport.yaml');
  const publication = path.join(root, 'content/publication.yaml');
  const sections = readFileSync(publication, 'utf8');
  onTestFinished(() => (rmSync(sport), writeFileSync(publication, sections)));
  writeFileSync(sport, 'name: Sport\n');
  writeFileSync(publication, sections.replace('[town]', '[town, sport]'));
  const story = (name: string, id: string) =>
    articleOf('third', { headline: `${name} headline`, body: 'Tides and ferries.' }).replace('thrd22', id);
  for (const [name, id] of [
    ['sixth', 'sxth22'],
    ['seventh', 'svth22'],
  ] as const) {
    mkdirSync(path.dirname(home(name)));
    onTestFinished(() => rmSync(path.dirname(home(name)), { recursive: true, force: true }));
    writeFileSync(home(name), story(name, id));
  }
  const sees = (place: string, words: string) => expect.poll(async () => (await pageAt(place)).html).toContain(words);
  await sees('/2025/05/06/sixth/', 'Tides and ferries.');
  edit('second', 'The body of the', 'A word of tides and ferries more of the');
  await sees('/2025/05/06/second/', 'A word of tides and ferries');
  edit('third', 'Third headline', 'Another headline');
  await sees('/2025/05/06/third/', 'Another headline');
  edit('sixth', 'section: town', 'section: sport');
  await sees('/sections/sport/', 'sixth headline');
  rmSync(path.dirname(home('seventh')), { recursive: true });
  await expect.poll(async () => (await pageAt('/2025/05/06/seventh/')).status).toBe(404);
  edit('first', 'A flat colour.', 'A flat colour, and a word more.');
  await sees('/2025/05/06/first/', 'A flat colour, and a word more.');

  const clean = makePaper(path.join(root, 'content'));
  onTestFinished(() => removePaper(clean));
  expect(await runBuild(clean)).toMatchObject({ code: 0 });
  const built = treeOf(path.join(clean, 'dist'));
  const files = Object.keys(built).filter((file) => /\.(?:html|xml|md|opml)$|index\.json$/.test(file));
  expect(files).toContain('2025/05/06/second/index.html');
  for (const file of files) {
    // A file whose name is a part of its address is found with a slash behind it where the paper is written.
    const { html } = await pageAt(`/${file.replace(/(^|\/)index\.html$/, '$1').replace(/index\.(?:md|json)$/, '$&/')}`);
    expect(saidBy(html), file).toBe(saidBy(readFileSync(path.join(clean, 'dist', file), 'utf8')));
  }
});

/** Every field that a story may have, in forms that an editor's program does not have, and every block. */
const everything = `---
# The desk keeps this note.
id: evry22
headline: "Every field: 'a colon'"
shortHeadline: Every field     # for lists
standfirst: One sentence that says what happened.
kicker: Old kicker # of the series
section: town
topics: [ferries]
kind: analysis
contributors:
  - who: writer
  - { who: writer, role: editor }
agencies: [Reuters]
dateline: { place: Hanoi, date: 2025-05-05 }
published: 2025-05-06T05:00:00Z
updated: 2025-05-06T09:30:00+02:00
status: { withdrawn: 2025-05-07T06:30:00+09:00, reason: "It was wrong, 'all' of it." }
review: required
picture: { file: ../first/quay.png, alt: "A flat colour.", caption: Red., credit: "Photo: Agency", source: https://example.com/a, licence: CC BY 4.0, focus: 50% 55% }
related:
  - heading: More
    stories:
      - 2025/05/06/first
      - article: 2025/05/06/second
        note: As it happened
print:
  publication: The Small Paper
  edition: 2025-05-06
  page: "1"
corrections:
  - at: 2025-05-06T12:00:00+08:00
    text: What was wrong and what is right.
aliases: [/2025/05/06/old/]
language: en-GB
direction: ltr
licence: CC BY 4.0
promos: { follow: true, subscribe: false }
---

First *paragraph*,  H~2~O, "quotes" -- and :lang[Realpolitik]{tag=de}.

![A quay](../first/quay.png "The strike began at noon. | Photo: Agency")

:::figure{src="../first/quay.png" alt="…" placement=inset}
The caption.
:::

:::gallery[All of them]
![One](../first/quay.png "One")
![Two](../first/quay.png "Two")
:::

:::video{poster="../first/quay.png" alt="…" href="https://example.com/film" duration="1:32"}
The caption.
:::

:::pull-quote{by="Somebody"}
Sometimes you have to walk.
:::

:::fact-box[Title]
1) one

*  two
:::

:::timeline[Title]
- **Noon** What happened then.
:::

:::table[Caption]
| Port | Ferries |
| ---- | ------: |
| Asha |      12 |
:::

::related[Read also]{stories="2025/05/06/first"}

Last line.\u0020\u0020

`;

test('In the browser’s editor one field of a story is changed, and everything else of its file stays byte for byte.', async () => {
  const file = path.join(root, 'content/articles/2025/05/06/everything/index.md');
  onTestFinished(() => rmSync(path.dirname(file), { recursive: true }));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, everything.replaceAll('\n', '\r\n'));
  const desk = await opened('/desk/');
  const asked: string[] = [];
  desk.on('requestfinished', (request) => void asked.push(request.url()));
  await desk.getByText('Every field: ').click();
  await desk.getByRole('textbox', { name: 'Kicker' }).fill('New kicker');
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => readFileSync(file, 'utf8'))
    .toBe(everything.replace('Old kicker', 'New kicker').replaceAll('\n', '\r\n'));
  expect(asked.filter((place) => !/^(?:data|blob):/.test(place) && !place.startsWith(address))).toEqual([]);
});

test('A file that was changed elsewhere while the browser’s editor had it open is not written over, and the editor hears why.', async () => {
  const file = path.join(root, 'content/articles/2025/05/06/fourth/index.md');
  const before = readFileSync(file, 'utf8');
  onTestFinished(() => writeFileSync(file, before));
  const desk = await opened('/desk/#/collections/articles/entries/2025/05/06/fourth/index');
  const kicker = desk.getByRole('textbox', { name: 'Kicker' });
  await kicker.fill('New kicker');
  writeFileSync(file, `${before}A line more.\n`);
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.getByRole('alertdialog').getByText('It was changed elsewhere').waitFor();
  expect(readFileSync(file, 'utf8')).toBe(`${before}A line more.\n`);
  await desk.reload();
  await kicker.fill('New kicker');
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => readFileSync(file, 'utf8'))
    .toBe(`${before.replace(/\n---\n/, '\nkicker: New kicker\n---\n')}A line more.\n`);
});

test('In the browser’s editor a draft is deleted with its folder; what was published stays, and the editor hears why.', async () => {
  const home = (story: string) => path.join(root, 'content/articles/2025/05/06', story);
  const ledger = path.join(root, 'content/ledger.jsonl');
  onTestFinished(() => rmSync(ledger));
  const first = { id: 'frst22', permalink: '/2025/05/06/first/', published: '2025-05-06T05:00:00Z', digest: 'a' };
  writeFileSync(ledger, `${JSON.stringify(first)}\n`);
  mkdirSync(home('seventh'));
  writeFileSync(
    path.join(home('seventh'), 'index.md'),
    articleOf('fourth', { status: 'draft' }).replace('frth22', 'svth22'),
  );
  const deleted = async (story: string) => {
    const desk = await opened(`/desk/#/collections/articles/entries/2025/05/06/${story}/index`);
    await desk.getByRole('button', { name: 'Show Editor Options' }).click();
    await desk.getByRole('menuitem', { name: 'Delete' }).click();
    const told = desk.waitForEvent('dialog').catch(() => undefined);
    await desk.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    return { told };
  };
  await deleted('seventh');
  await expect.poll(() => existsSync(home('seventh'))).toBe(false);
  const dialog = await (await deleted('first')).told;
  expect(dialog?.message()).toContain('The story was published');
  await dialog?.accept();
  expect(existsSync(path.join(home('first'), 'index.md'))).toBe(true);
});

test('The browser’s editor files a story under the day on which it is begun, also where the page is older.', async () => {
  const desk = await opened('/desk/');
  await desk.getByRole('button', { name: 'Create Entry or Assets' }).waitFor();
  await desk.route('**/settings.json', async (route) => {
    const settings = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...settings, today: '2031-02-03' } });
  });
  const file = path.join(root, 'content/articles/2031/02/03/past-midnight/index.md');
  onTestFinished(() => rmSync(path.join(root, 'content/articles/2031'), { recursive: true }));
  const again = desk.waitForEvent('load');
  await desk.evaluate(() => (location.hash = '#/collections/articles/new'));
  await again;
  await desk.getByRole('textbox', { name: 'Headline', exact: true }).fill('Past midnight');
  await desk.getByRole('radiogroup', { name: 'Section' }).getByRole('radio').first().check();
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
});

test('The browser’s editor is for pages of its own server, and for files that an editor writes.', async () => {
  const at = (place: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(new URL(`/desk/files/${place}`, address), { headers, method }).then(({ status }) => status);
  expect(await at('content/publication.yaml')).toBe(200);
  for (const place of [
    'content/ledger.jsonl',
    'package.json',
    'content/articles/..%2f..%2fpackage.json',
    'content/pages/.a.md',
  ])
    expect([place, await at(place)]).toEqual([place, 403]);
  expect(await at('content/publication.yaml', { origin: 'https://other.example' }, 'PUT')).toBe(403);
  expect(await at('content/publication.yaml', { 'sec-fetch-site': 'cross-site' })).toBe(403);
});

test('The browser’s editor is written as a site of its own, for where the paper is kept, and never for readers.', async () => {
  const words = ['editor', 'apart', 'coast/small-paper'];
  expect((await runDesk(root, words, { NODE_ENV: 'development' })).code).toBe(0);
  const settings = readFileSync(path.join(root, 'apart/settings.json'), 'utf8');
  expect(JSON.parse(settings)).toMatchObject({
    config: { backend: { name: 'github', repo: 'coast/small-paper', branch: 'main' } },
  });
  expect(readFileSync(path.join(root, 'apart/index.html'), 'utf8')).toContain(
    '<meta http-equiv="content-security-policy"',
  );
  expect(readFileSync(path.join(root, 'apart/sveltia/npm/index.js'), 'utf8')).toContain('`../locales/de.js`');
  expect((await runDesk(root, ['editor', 'dist/desk', 'coast/small-paper'])).code).toBe(1);
});

test('A page of the paper’s own reads its own collections beside those of the engine.', async () => {
  expect((await pageAt('/prices/')).html).toContain('<p>3 pence, 5 stories</p>');
  writeFileSync(path.join(root, 'prices.json'), '[{ "id": "tea", "price": 4 }]');
  await expect.poll(async () => (await pageAt('/prices/')).html).toContain('<p>4 pence, 5 stories</p>');
});

test('The terminal has the address alone.', () => {
  expect(stripVTControlCharacters(told).replace(/:\d+/, ':PORT').trim()).toBe(
    'Front page    http://localhost:PORT/\n\n  Stop with Ctrl+C.',
  );
});

test('A draft is written as one file that asks for nothing else, and says what it is.', async () => {
  const written = await runDesk(root, ['preview', '2025/05/06/fourth'], { NODE_ENV: 'development' });
  expect(written).toEqual({ code: 0, output: 'fourth.preview.html\n' });
  const html = readFileSync(path.join(root, 'fourth.preview.html'), 'utf8');
  expect(html).toContain('The body of the fourth.');
  expect(html).toMatch(/<meta name="robots" content="noindex[^>]*>/);
  expect(html).toContain('not published');
  expect(html).not.toMatch(/<script|localhost|(?:src|href)="\/|url\(["']?\//);
});
