import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BodyCache } from '../../src/body/body-cache.ts';
import { piecesOf } from '../../src/body/html.ts';
import { readPaper } from '../../src/checks/paper.ts';
import { checkPaper } from '../../src/desk/check.ts';
import { keepIds } from '../../src/desk/publish.ts';
import { servePaper } from '../../src/desk/serve.ts';
import { mistakesIn, problemReport } from '../../src/newsroom/problem.ts';
import { openOwnBrowser } from '../support/browser.ts';
import { makePaper, removePaper, writeContent } from '../support/paper.ts';
import { quickBuild } from '../support/quick-build.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';
import { openWithClipboard, said } from '../support/tabs.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openOwnBrowser();
});
afterAll(() => browser.close());

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

const pageAt = (url: string, options?: BrowserContextOptions) => openWithClipboard(browser, url, options);

describe('the ids of paragraphs, from one edition of a text to the next', () => {
  const one = 'The ferries came back to the inner harbour on Tuesday, for the first time since the storms.';
  const two = 'Nobody had told the gulls, who had taken the quay for theirs and would not leave it.';
  const three = 'A ticket costs two crowns, as it did before, and children under six travel for nothing.';
  const place = 'articles/2025/05/06/first';
  const asOf = '2025-06-01T00:00:00Z';
  let root: string;
  let first: string[];

  const write = (paragraphs: string[], headline?: string) =>
    writeContent(root, `${place}/index.md`, articleOf('first', { headline, body: paragraphs.join('\n\n') }));

  async function built(): Promise<string> {
    const { code, output } = await quickBuild(root, { BROADSHEET_NOW: asOf });
    expect(code, output).toBe(0);
    return readFileSync(path.join(root, 'dist/2025/05/06/first/index.html'), 'utf8');
  }
  const idsIn = (html: string) => [...html.matchAll(/<p id="(p-\w{4})"/g)].map(([, id]) => id);
  /** The ids of an article as the next build would have them. */
  async function ids(at = '2025/05/06/first'): Promise<(string | undefined)[]> {
    const bodies = path.join(root, '.astro/bodies');
    const { articles, problems } = await readPaper({ root, bodies });
    expect(problems).toEqual([]);
    const body = new BodyCache(bodies).read(articles.copies.get(at)?.copy.bodyKey ?? '');
    return idsIn(piecesOf(body ?? { text: [], parts: [] }).join(''));
  }

  beforeAll(async () => {
    root = makePaper(await smallPaper());
    write([one, two, three]);
    first = idsIn(await built()) as string[];
    expect(await keepIds({ root, asOf })).toEqual(['Kept the ids of the paragraphs of 3 articles.']);
  });
  afterAll(() => removePaper(root));

  test('are the same before and after they are kept', async () => {
    expect(first).toHaveLength(3);
    expect(await ids()).toEqual(first);
  });

  test('are kept once: nothing is written again', async () => {
    expect(await keepIds({ root, asOf })).toEqual([]);
  });

  test('stay when the headline is another, a paragraph comes before, two change places and a sentence is edited', async () => {
    write(
      ['Something new happened at dawn.', three.replace('two crowns', 'three crowns'), two, one],
      'Another headline',
    );
    const edited = await ids();
    expect(edited.slice(1)).toEqual([first[2], first[1], first[0]]);
    await keepIds({ root, asOf });
    expect(await ids()).toEqual(edited);
  });

  test('stay where an edit was kept and edited again', async () => {
    write([one, two, three.replace('two crowns', 'three crowns').replace('children under six', 'all children')]);
    expect(await ids()).toEqual(first);
    await keepIds({ root, asOf });
  });

  test('lead to the nearest paragraph when their own is gone, and this is said', async () => {
    write([one, three]);
    await keepIds({ root, asOf });
    await built();
    const { server, address } = await servePaper(path.join(root, 'dist'), 0);
    try {
      const url = new URL(`/2025/05/06/first/#${first[1]}`, address).href;
      const page = await pageAt(url);
      await expect
        .poll(() => said(page))
        .toBe('The paragraph that was linked to has been changed or removed. This is the nearest one.');
      const without = await pageAt(url, { javaScriptEnabled: false });
      const marked = await without
        .locator('.prose > p')
        .evaluateAll((all) =>
          all.map((paragraph) => getComputedStyle(paragraph).backgroundColor !== 'rgba(0, 0, 0, 0)'),
        );
      expect(marked).toEqual([true, false]);
    } finally {
      server.close();
    }
  });

  test('move with the folder of the article', async () => {
    renameSync(path.join(root, 'content', place), path.join(root, 'content/articles/2025/05/06/moved'));
    try {
      expect(await ids('2025/05/06/moved')).toEqual([first[0], first[2]]);
    } finally {
      renameSync(path.join(root, 'content/articles/2025/05/06/moved'), path.join(root, 'content', place));
    }
  });

  test('are not those of another story whose folder was copied', async () => {
    const copied = path.join(root, 'content/articles/2025/05/06/copied');
    cpSync(path.join(root, 'content', place), copied, { recursive: true });
    try {
      writeFileSync(path.join(copied, 'index.md'), articleOf('fourth', { body: 'Words of its own.' }));
      await keepIds({ root, asOf });
      const kept = JSON.parse(readFileSync(path.join(copied, 'passages.json'), 'utf8')) as Record<string, object>;
      expect(kept).toMatchObject({ article: 'frth22', retired: {} });
      expect(Object.values(kept['passages'] ?? {})).toEqual(['words of its own']);
    } finally {
      rmSync(copied, { recursive: true });
    }
  });

  test('are not guessed where the file that keeps them is damaged', async () => {
    const file = path.join(root, 'content', place, 'passages.json');
    const right = readFileSync(file, 'utf8');
    writeFileSync(file, right.replace('"retired"', '<<<<<<< HEAD\n  "retired"'));
    try {
      const report = problemReport(mistakesIn(await checkPaper(root)));
      expect(report).toMatch(/^[YS]-\d{3} {2}content\/articles\/2025\/05\/06\/first\/passages\.json:\d+/m);
      expect(report).toContain('version control');
    } finally {
      writeFileSync(file, right);
    }
  });
});
