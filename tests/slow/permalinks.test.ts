import { cpSync, readFileSync, renameSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkPaper } from '../../src/desk/check.ts';
import { servePaper } from '../../src/desk/serve.ts';
import { mistakesIn, problemReport } from '../../src/newsroom/problem.ts';
import { openBrowser } from '../support/browser.ts';
import { treeOf } from '../support/dist.ts';
import { makePaper, removePaper, runDesk, writeContent } from '../support/paper.ts';
import { quickBuild, quickDesk } from '../support/quick-build.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';

const env = { BROADSHEET_NOW: '2026-01-15T12:00:00Z' };
let root: string;
let server: Server;
let address: string;
let browser: Browser;
/** With scripts off. */
let page: Page;

const at = (file: string) => path.join(root, file);
const ledger = () => readFileSync(at('content/ledger.jsonl'), 'utf8');
const permalinks = () => [...ledger().matchAll(/"permalink":"([^"]+)"/g)].map(([, permalink]) => permalink);
/** What a build of the paper as it is would tell, and stop at. */
const mistakes = async () => problemReport(mistakesIn(await checkPaper(root)));
const published = () => treeOf(at('dist'));
const story = (name: string) => `articles/2025/05/06/${name}/index.md`;
const withAlias = (text: string, ...aliases: string[]) =>
  text.replace('\nheadline:', `\naliases: [${aliases.join(', ')}]\nheadline:`);

/** Where a reader ends who opens an address, and what stands there. */
async function endOf(from: string): Promise<{ at: string; heading: string }> {
  await page.goto(new URL(from, address).href);
  await page.waitForURL((url) => /^\/\d{4}\/\d{2}\/\d{2}\/[a-z-]+\/$/.test(url.pathname) && url.pathname !== from);
  return { at: new URL(page.url()).pathname, heading: await page.locator('h1').innerText() };
}

beforeAll(async () => {
  root = makePaper({ ...(await smallPaper()), [story('fourth')]: articleOf('fourth', { status: 'draft' }) });
  const { code, output } = await quickDesk(root, ['publish'], env);
  if (code !== 0) throw new Error(output);
  ({ server, address } = await servePaper(at('dist'), 0));
  browser = await openBrowser();
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  cpSync(at('content'), at('as-published'), { recursive: true });
});
afterAll(async () => {
  await browser.close();
  server.close();
  removePaper(root);
});
afterEach(() => {
  rmSync(at('content'), { recursive: true });
  cpSync(at('as-published'), at('content'), { recursive: true });
});

describe('The ledger', () => {
  test('has what was published, and no draft', () =>
    expect(permalinks()).toEqual(['first', 'second', 'third'].map((name) => `/2025/05/06/${name}/`)));

  test('stays as it is when nothing is new', async () => {
    const before = ledger();
    const { code, output } = await quickDesk(root, ['publish'], env);
    expect([code, output]).toEqual([0, expect.stringContaining('Nothing new for content/ledger.jsonl.')]);
    expect(output).toContain('Rendering 0 of');
    expect(ledger()).toBe(before);
  });

  test('stays as it is, as does the address, when a headline is edited', async () => {
    const before = ledger();
    writeContent(root, story('third'), articleOf('third', { headline: 'Third, mended' }));
    expect((await quickDesk(root, ['publish'], env)).code).toBe(0);
    expect(ledger()).toBe(before);
    expect(await endOf('/a/thrd22/')).toEqual({ at: '/2025/05/06/third/', heading: 'Third, mended' });
  });

  test('is not added to by a paper with mistakes', async () => {
    const before = ledger();
    writeContent(root, story('fourth'), articleOf('fourth', { related: ['nowhere'] }));
    expect((await quickDesk(root, ['publish'], env)).code).toBe(1);
    expect(ledger()).toBe(before);
  });

  test('is added to when a draft is published, with the former addresses that it came with, which are then kept as well', async () => {
    writeContent(root, story('fourth'), withAlias(articleOf('fourth'), '/2024/12/01/imported/'));
    const { output } = await quickDesk(root, ['publish'], env);
    expect(output).toContain('Added to content/ledger.jsonl; commit it:\n  /2025/05/06/fourth/\n');
    expect(permalinks().slice(3)).toEqual(['/2025/05/06/fourth/', '/2024/12/01/imported/']);
    writeContent(root, story('fourth'), articleOf('fourth'));
    expect(await mistakes()).toContain('/2024/12/01/imported/ was published, and nothing');
  });
});

describe('An article whose folder is renamed', () => {
  const rename = (text: string) => {
    renameSync(at('content/articles/2025/05/06/first'), at('content/articles/2025/05/06/renamed'));
    writeContent(root, story('renamed'), text);
  };
  const text = articleOf('first', { related: ['second', 'third'], picture: true });

  test('without an alias fails the build by name, and the last build stays', async () => {
    const before = published();
    rename(text);
    const { code, output } = await quickBuild(root, env);
    expect(code).toBe(1);
    expect(output).toContain(
      'A-002  content/ledger.jsonl:1\n       /2025/05/06/first/ was published, and nothing is there now.',
    );
    expect(output).toContain('`aliases: [/2025/05/06/first/]` to content/articles/2025/05/06/renamed/index.md');
    expect(published()).toEqual(before);
  });

  test('with an alias is found at the old address, the new one and the short link', async () => {
    rename(withAlias(text, '/2025/05/06/first/'));
    expect((await quickDesk(root, ['publish'], env)).code).toBe(0);
    const there = { at: '/2025/05/06/renamed/', heading: 'First headline' };
    expect(await endOf('/2025/05/06/first/')).toEqual(there);
    expect(await endOf('/a/frst22/')).toEqual(there);
    expect(permalinks()).toEqual(['first', 'second', 'third', 'renamed'].map((name) => `/2025/05/06/${name}/`));
  });
});

describe('An article that is taken away', () => {
  const takeAway = () => {
    rmSync(at('content/articles/2025/05/06/first'), { recursive: true });
    writeContent(root, story('second'), articleOf('second', { related: ['third'] }));
  };

  test('is a mistake, by name', async () => {
    takeAway();
    expect(await mistakes()).toContain('A-002  content/ledger.jsonl:1\n       /2025/05/06/first/ was published');
  });

  describe('with another in its place, and one that is withdrawn instead,', () => {
    beforeAll(async () => {
      takeAway();
      writeContent(root, story('third'), withAlias(articleOf('third'), '/2025/05/06/first/', '/a/frst22/'));
      const status = '{ withdrawn: 2025-05-07T09:00:00+02:00, reason: It was not so. }';
      writeContent(root, story('second'), articleOf('second', { status }));
      expect((await quickBuild(root, env)).code).toBe(0);
    });

    test('leaves its addresses to the one that takes its place', async () => {
      const there = { at: '/2025/05/06/third/', heading: 'Third headline' };
      expect(await endOf('/2025/05/06/first/')).toEqual(there);
      expect(await endOf('/a/frst22/')).toEqual(there);
    });

    test('leaves a dated notice, to which the short link leads', async () => {
      expect(await endOf('/a/scnd22/')).toEqual({
        at: '/2025/05/06/second/',
        heading: 'This article has been withdrawn',
      });
      const notice = await page.locator('main').innerText();
      expect(notice).toMatch(/It was not so\.\s+Withdrawn 7 May 2025, 09:00 UTC\+02:00/);
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
      expect(readFileSync(at('dist/a/scnd22/index.html'), 'utf8')).not.toContain('Second headline');
    });
  });
});

test('What `npm run desk` can do is told when it is asked for something else.', async () => {
  const { code, output } = await runDesk(root, ['constructor'], env);
  expect(code).toBe(2);
  expect(output).toMatch(/^There is no "constructor"\.\n[^]*\n {2}npm run desk publish/);
});

test('Publishing as of a time that is none is refused.', async () => {
  const { code, output } = await runDesk(root, ['publish'], { BROADSHEET_NOW: 'noon' });
  expect([code, output]).toEqual([1, expect.stringContaining('BROADSHEET_NOW is "noon"')]);
});

test('A paragraph is found by its link through an old address, where scripts run.', async () => {
  const other = await browser.newPage();
  await other.goto(new URL('/a/thrd22/#p-test', address).href);
  await other.waitForURL((url) => url.pathname === '/2025/05/06/third/');
  expect(new URL(other.url()).hash).toBe('#p-test');
  await other.close();
});
