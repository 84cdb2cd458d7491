import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePaper, project, removePaper, runBuild } from '../support/paper.ts';

const article = '2019/03/01/trump-kim-talks-break-down-after-dispute-over-sanctions';
let root = '';
let folder = '';

function desk(what: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, ['src/desk/edition.ts', ...what], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

/** The files of a folder by their names. */
function filesOf(place: string): Record<string, Buffer> {
  return Object.fromEntries(readdirSync(place).map((name) => [name, readFileSync(path.join(place, name))]));
}

function only(place: string): string {
  return path.join(place, readdirSync(place)[0] ?? '');
}

let first: Record<string, Buffer> = {};
beforeAll(async () => {
  root = makePaper(path.join(project, 'content'));
  const { code, output } = await runBuild(root);
  if (code !== 0) throw new Error(output);
  const { status, stderr } = desk(['2019-03-01'], { TZ: 'Asia/Tokyo' });
  if (status !== 0) throw new Error(stderr);
  folder = only(path.join(root, '.astro/takeaway/2019-03-01'));
  first = filesOf(folder);
});
afterAll(() => removePaper(root));

describe('an edition to take away', () => {
  test('is PDF on two papers and EPUB', () => {
    expect(Object.keys(first)).toEqual([
      'the-broadsheet-2019-03-01-a4.pdf',
      'the-broadsheet-2019-03-01-letter.pdf',
      'the-broadsheet-2019-03-01.epub',
    ]);
  });

  test('has the same bytes when it is made again in another time zone', () => {
    desk(['2019-03-01'], { TZ: 'America/New_York' });
    const again = filesOf(folder);
    expect(Object.keys(first).filter((name) => !again[name]?.equals(first[name] ?? Buffer.alloc(0)))).toEqual([]);
  });

  test('is a book without an error or a warning', () => {
    expect(checked(path.join(folder, 'the-broadsheet-2019-03-01.epub'))).toContain('0 fatals / 0 errors / 0 warnings');
  });

  test('has as a book every story in its section, pictures with their words, and what readers who cannot see need', () => {
    const book = unzipSync(new Uint8Array(first['the-broadsheet-2019-03-01.epub'] ?? Buffer.alloc(0)));
    const text = (name: string) => strFromU8(book[name] ?? new Uint8Array());
    expect(Object.keys(book)[0]).toBe('mimetype');
    expect(text('EPUB/nav.xhtml').match(/<a href/g)).toHaveLength(7);
    expect(text('EPUB/nav.xhtml')).toContain('<span>World</span>');
    expect(text('EPUB/package.opf')).toContain('schema:accessibilitySummary');
    expect(text('EPUB/k7m2xq.xhtml')).toContain('according to Vietnam’s Foreign Ministry');
    expect(text('EPUB/k7m2xq.xhtml')).toMatch(/<img[^>]*alt="Drawing of a white colonial hotel/);
  });

  test('is offered by the next build on the page of the edition, and no longer when the edition has changed', async () => {
    await runBuild(root);
    const page = () => readFileSync(path.join(root, 'dist/editions/2019-03-01/index.html'), 'utf8');
    for (const name of Object.keys(first)) {
      expect(page()).toContain(`href="/editions/2019-03-01/${name}"`);
      expect(
        readFileSync(path.join(root, 'dist/editions/2019-03-01', name)).equals(first[name] ?? Buffer.alloc(0)),
      ).toBe(true);
    }
    const file = path.join(root, 'content/articles', article, 'index.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('with nothing signed', 'with nothing at all signed'));
    await runBuild(root);
    expect(page()).not.toContain('.epub"');
    expect(readdirSync(path.join(root, 'dist/editions/2019-03-01')).filter((name) => /pdf|epub/.test(name))).toEqual(
      [],
    );
  });
});

describe('an article to take away', () => {
  test('is a sound book too', () => {
    expect(desk([article]).status).toBe(0);
    const files = only(path.join(root, '.astro/takeaway', article));
    expect(readdirSync(files)).toHaveLength(3);
    expect(checked(path.join(files, `${path.basename(article)}.epub`))).toContain('0 fatals / 0 errors / 0 warnings');
  });

  test('is offered by the next build beside the article, and stays so when it is made again of that', async () => {
    const made = only(path.join(root, '.astro/takeaway', article));
    await runBuild(root);
    const page = readFileSync(path.join(root, 'dist', article, 'index.html'), 'utf8');
    for (const [name, bytes] of Object.entries(filesOf(made))) {
      expect(page).toContain(`href="/${article}/${name}"`);
      expect(readFileSync(path.join(root, 'dist', article, name)).equals(bytes)).toBe(true);
    }
    expect(desk([article]).status).toBe(0);
    expect(only(path.join(root, '.astro/takeaway', article))).toBe(made);
  });

  test('is no longer offered when the article has changed', async () => {
    const file = path.join(root, 'content/articles', article, 'index.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('signed', 'agreed'));
    await runBuild(root);
    expect(readFileSync(path.join(root, 'dist', article, 'index.html'), 'utf8')).not.toMatch(/\.(pdf|epub)"/);
    expect(readdirSync(path.join(root, 'dist', article)).filter((name) => /pdf|epub/.test(name))).toEqual([]);
  });
});

describe('the command', () => {
  test.each([
    [[], 'Say what to make files of'],
    [['yesterday'], 'Say what to make files of'],
    [['2018-01-01'], 'There is no printed edition of 2018-01-01 in dist/. The newest are 2019-03-01.'],
    [['2018/01/01/no-such-story'], 'There is no article "2018/01/01/no-such-story" in dist/.'],
  ])('says of %j what is wrong', (args, message) => {
    const { status, stderr } = desk(args);
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
  });

  test('says what to install where there is no Chromium', () => {
    const { status, stderr } = desk(['2019-03-01'], { CHROMIUM: '/nowhere/chromium' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('There is no Chromium at "/nowhere/chromium"')]);
  });
});

function checked(file: string): string {
  const { stdout, stderr } = spawnSync('java', ['-jar', '/usr/bin/epubcheck', file], { encoding: 'utf8' });
  return stdout + stderr;
}
