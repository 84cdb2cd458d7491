import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { init } from '../../src/desk/init.ts';
import { servePaper } from '../../src/desk/serve.ts';
import { openBrowser } from '../support/browser.ts';
import { filesIn, treeOf } from '../support/dist.ts';
import { installEngine, runInstalled } from '../support/installed-paper.ts';
import { environment, project, removePaper } from '../support/paper.ts';

/** The headline of a story that is written in the browser. */
const written = 'In the browser';
const picture = 'tests/fixtures/paper/articles/2025/05/06/ferries-return-to-the-inner-harbour/ferry.jpg';

// What somebody does who begins a paper, one command after the other, in a folder with spaces and letters beyond ASCII.

const env = { BROADSHEET_NOW: '2026-11-29T08:00:00Z' };

const papers = [
  {
    name: 'Küstenblatt',
    language: 'de-DE',
    place: 'Kiel',
    timeZone: 'Europe/Berlin',
    url: 'https://name.github.io/zeitung/küste/',
    below: '/zeitung/k%C3%BCste',
    headline: 'Fähre: „pünktlich“',
    slug: 'faehre-puenktlich',
    sentence: 'Die Fähre kam um acht.',
    says: '<html lang="de-DE" dir="ltr"',
  },
  {
    name: 'الصباح',
    language: 'ar',
    place: 'بيروت',
    timeZone: 'Asia/Beirut',
    url: 'https://sabah.example/daily',
    below: '/daily',
    headline: 'عودة العبارة',
    slug: 'awdt-alabart',
    sentence: 'وصلت العبارة في الثامنة.',
    says: '<html lang="ar" dir="rtl"',
  },
];

/** The engine as the first of them has packed it. */
const packed = mkdtempSync(path.join(tmpdir(), 'broadsheet-engine-'));
afterAll(() => removePaper(packed));

describe.each(papers)('A first day of $name', ({ below, headline, sentence, says, ...paper }) => {
  let place: string;
  let home: string;
  let slug: string;
  const ledger = () => readFileSync(path.join(home, 'content/ledger.jsonl'), 'utf8').trim().split('\n');
  const story = () => path.join(home, `content/articles/2026/11/29/${slug}/index.md`);

  beforeAll(async () => {
    place = mkdtempSync(path.join(tmpdir(), 'broadsheet first day '));
    vi.stubEnv('BROADSHEET_NOW', env.BROADSHEET_NOW);
    const { name, language, timeZone, url } = paper;
    const wanted = { name, language, place: paper.place, timeZone, url, yes: true, install: false, git: false };
    const [known] = readdirSync(packed);
    const engine = known && { engine: `file:engine/${known}` };
    expect(await init(place, 'Küsten blatt', { ...wanted, ...engine, deploy: 'github-pages' })).toBe(true);
    vi.unstubAllEnvs();
    home = path.join(place, 'Küsten blatt');
    const folder = path.join(home, 'engine');
    if (known) cpSync(packed, folder, { recursive: true });
    else cpSync(folder, packed, { recursive: true });
    installEngine(home, path.join(folder, readdirSync(folder).join()));
    const filed = await runInstalled(home, ['new', headline], env);
    [, slug = ''] = /^content\/articles\/2026\/11\/29\/([a-z0-9-]+)\/index\.md\n$/.exec(filed.output) ?? [];
  });
  afterAll(() => removePaper(place));

  test('a story is filed under a name of plain letters', () => {
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('a mistake is told by the command and over the page, until it is mended, and the draft is seen', async () => {
    const text = readFileSync(story(), 'utf8');
    writeFileSync(story(), `${text.replace('status: draft', 'status: pulished')}${sentence}\n`);
    const checked = await runInstalled(home, ['check'], env);
    expect([checked.code, checked.output]).toEqual([1, expect.stringMatching(/index\.md:\d+\n +.*"pulished"/)]);

    const address = await shown(home, 'dev', 4391);
    expect(new URL(address).pathname).toBe(`${below}/`);
    const browser = await openBrowser();
    onTestFinished(() => browser.close());
    // The editor shows a field when it comes into view: all of them at once in a window so high.
    const page = await browser.newPage({ viewport: { width: 1280, height: 4000 } });
    await page.goto(`${address}2026/11/29/${slug}/`);
    const report = page.getByRole('alert', { name: 'To mend' });
    expect(await report.innerText()).toContain('"pulished"');
    writeFileSync(story(), `${text}${sentence}\n`);
    await report.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await page.goto(`${address}2026/11/29/${slug}/`), page.locator('main').innerText()))
      .toContain(sentence);
    expect(await page.locator('.held').innerText()).toBe('A draft, which readers do not see.');
    await page.getByRole('link', { name: 'edit' }).click();
    await page.getByRole('textbox', { name: 'Headline', exact: true }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Text', exact: true }).inputValue()).toContain(sentence);

    await page.goto(`${address}desk/#/collections/articles/new`);
    await page.getByRole('textbox', { name: 'Headline', exact: true }).fill(written);
    await page.getByRole('radiogroup', { name: 'Section' }).getByRole('radio').first().check();
    await page.getByRole('radio', { name: 'published' }).check();
    await page.getByRole('textbox', { name: 'Published' }).fill('2026-11-29T08:30');
    await page.getByRole('checkbox', { name: /Picture/ }).check();
    const file = page.getByRole('group', { name: /File/ }).locator('input[type=file]').first();
    await file.setInputFiles(path.join(project, picture));
    // The editor reads it first, and files no story without it.
    await page.getByText('./ferry.jpg', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Alt', exact: true }).fill(headline);
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill(sentence);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect
      .poll(() => existsSync(path.join(home, 'content/articles/2026/11/29/in-the-browser/index.md')))
      .toBe(true);
    const both = await runInstalled(home, ['check'], env);
    expect([both.code, both.output]).toEqual([0, expect.not.stringContaining('in-the-browser')]);
  });

  test('it is published below the path, and whoever starts the paper sees it there', async () => {
    writeFileSync(story(), readFileSync(story(), 'utf8').replace('status: draft', 'status: published'));
    const published = await runInstalled(home, ['publish'], env);
    expect([published.code, published.output]).toEqual([0, expect.stringContaining('Published in dist/.')]);
    expect(published.output).toMatch(/For readers: \d+ pages new\./);
    const entered = ledger().map((line) => JSON.parse(line) as { permalink?: string; paper?: string });
    expect(entered.flatMap(({ permalink = [] }) => permalink)).toContain(`/2026/11/29/${slug}/`);
    expect(entered.at(-1)).toEqual({ paper: new URL(paper.url).href.replace(/\/$/, '') });
    const page = readFileSync(path.join(home, `dist/2026/11/29/${slug}/index.html`), 'utf8');
    expect(page).toContain(sentence);
    expect(page).toContain(says);
    expect(page).toContain(`href="${below}/sections/news/"`);
    const other = readFileSync(path.join(home, 'dist/2026/11/29/in-the-browser/index.html'), 'utf8');
    expect(other).toContain(written);
    expect(other).toMatch(/<img[^>]*ferry/);

    const { server, address } = await servePaper(path.join(home, 'dist'), 0);
    onTestFinished(() => void server.close());
    expect(new URL(address).pathname).toBe(`${below}/`);
    for (const each of ['', `2026/11/29/${slug}/`, 'feed.xml', 'service-worker.js', 'favicon.svg', 'icons/192.png'])
      expect([each, (await fetch(address + each)).status]).toEqual([each, 200]);
    expect((await fetch(new URL('/', address))).url).toBe(address);
  });

  test('nothing of the paper of demonstration is in it, nor its icons', () => {
    const dist = path.join(home, 'dist');
    const files = filesIn(dist).filter((name) => /\.(html|json|xml|txt|md|webmanifest)$/.test(name));
    const strange = files.filter((name) =>
      /The Broadsheet|broadsheet\.example|Singapore|Hanoi/.test(readFileSync(path.join(dist, name), 'utf8')),
    );
    expect([files.length > 30, strange]).toEqual([true, []]);
    expect(readFileSync(path.join(dist, 'favicon.svg'))).not.toEqual(
      readFileSync(path.join(project, 'public/favicon.svg')),
    );
  });

  // What has to do with no language is done once.
  if (paper.language !== 'de-DE') return;

  test('it moves by one line, and the ids of its feeds stay', async () => {
    const idsIn = () =>
      [...readFileSync(path.join(home, 'dist/atom.xml'), 'utf8').matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id);
    const before = idsIn();
    const publication = path.join(home, 'content/publication.yaml');
    const text = readFileSync(publication, 'utf8');
    writeFileSync(publication, text.replace(/^url: .*$/m, 'url: https://moved.example'));
    const built = await runInstalled(home, ['build'], env);
    expect([built.code, idsIn()]).toEqual([0, before]);
    expect(readFileSync(path.join(home, 'dist/index.html'), 'utf8')).not.toContain(below);
    writeFileSync(publication, text);
  });

  test('the scripts of its package.json work', async () => {
    const { scripts } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { scripts: object };
    expect(Object.keys(scripts).sort()).toEqual(['build', 'check', 'desk', 'dev', 'start', 'test']);
    const [, tested = ''] = [['run', 'check'], ['test'], ['run', 'desk', 'next', '--', '--json']].map((words) =>
      execFileSync('npm', words, { cwd: home, env: { ...environment(), ...env }, encoding: 'utf8', stdio: 'pipe' }),
    );
    expect(tested).toMatch(/axe has looked at \d+ pages, and found nothing/);
    expect((await fetch(await shown(home, 'start', 4392))).status).toBe(200);
  });

  test('another engine comes into it, and what it says stays', async () => {
    const [engine = ''] = readdirSync(path.join(home, 'engine'));
    const content = treeOf(path.join(home, 'content'));
    const second = path.join(place, 'broadsheet-0.2.0.tgz');
    const unpacked = path.join(place, 'unpacked');
    mkdirSync(unpacked);
    execFileSync('tar', ['-xzf', path.join(home, 'engine', engine), '-C', unpacked]);
    const facts = path.join(unpacked, 'package/package.json');
    writeFileSync(facts, readFileSync(facts, 'utf8').replace(/"version": "[^"]*"/, '"version": "0.2.0"'));
    execFileSync('tar', ['-czf', second, '-C', unpacked, 'package']);
    const updated = await runInstalled(home, ['update', second], { ...env, PATH: withoutNetwork(place, home) });
    expect([updated.code, updated.output]).toEqual([
      0,
      expect.stringMatching(/^The engine was \d\S+, and is 0\.2\.0\./),
    ]);
    expect(readdirSync(path.join(home, 'engine'))).toEqual(['broadsheet-0.2.0.tgz']);
    expect(treeOf(path.join(home, 'content'))).toEqual(content);
    expect((await runInstalled(home, ['--version'], env)).output).toBe('broadsheet 0.2.0\n');
    expect((await runInstalled(home, ['build'], env)).code).toBe(0);
  });
});

/** Starts a command that shows the paper, and waits for its address. */
function shown(home: string, script: 'dev' | 'start', port: number): Promise<string> {
  const child = spawn('npm', ['run', script, '--', '--port', String(port)], {
    cwd: home,
    env: { ...environment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  onTestFinished(() => void process.kill(-(child.pid ?? 0)));
  return new Promise((resolve, reject) => {
    let told = '';
    const read = (data: Buffer) => {
      told += String(data);
      const [, address] = /Front page\s+(http:\S+)/.exec(told) ?? [];
      if (address) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', () => reject(new Error(told)));
  });
}

/** A path with an npm that installs nothing but an engine that is named to it, as npm does where all else is there. */
function withoutNetwork(place: string, home: string): string {
  const folder = path.join(place, 'bin');
  const npm = path.join(folder, 'npm');
  if (!existsSync(folder)) mkdirSync(folder);
  const unpack = `const named = process.argv.find((word) => word.startsWith('broadsheet@file:'));
if (!named) process.exit(0);
const target = 'node_modules/broadsheet';
require('node:fs').rmSync(target, { recursive: true });
require('node:fs').mkdirSync(target);
require('node:child_process').execFileSync('tar', ['-xzf', named.replace('broadsheet@file:', ''), '-C', target, '--strip-components=1']);
require('node:fs').chmodSync(target + '/lib/desk/desk.js', 0o755);
`;
  writeFileSync(npm, `#!${process.execPath}\n${unpack}`);
  chmodSync(npm, 0o755);
  return [folder, path.join(home, 'node_modules/.bin'), process.env['PATH']].join(path.delimiter);
}
