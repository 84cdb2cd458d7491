import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { treeOf } from '../support/dist.ts';
import { removePaper, startBuild, writeContent, type BuildResult } from '../support/paper.ts';
import { builtPaper, quickBuild, quickDesk } from '../support/quick-build.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';

const env = { BROADSHEET_NOW: '2026-01-15T12:00:00Z' };
let root: string;
let before: Record<string, string>;
const published = () => treeOf(path.join(root, 'dist'));

beforeAll(async () => {
  root = await builtPaper(await smallPaper(), env);
  before = published();
});
afterAll(() => removePaper(root));

describe('a build of a paper with mistakes', () => {
  let result: BuildResult;
  beforeAll(async () => {
    writeContent(
      root,
      'articles/2025/05/06/first/index.md',
      articleOf('first', { headline: '""', related: ['nowhere'] }),
    );
    writeContent(
      root,
      'articles/2025/05/06/second/index.md',
      articleOf('second', { related: ['nowhere'], body: 'Fine.\n\n![](./none.png)' }),
    );
    result = await quickBuild(root, env);
  });
  afterAll(async () => {
    for (const [file, content] of Object.entries(await smallPaper())) writeContent(root, file, content);
  });

  test('exits with 1', () => {
    expect(result.code).toBe(1);
  });

  test.each([
    ['headline', /S-\d{3} {2}content\/articles\/2025\/05\/06\/first\/index\.md:3\n/],
    ['alternative text', /P-003 {2}content\/articles\/2025\/05\/06\/second\/index\.md:\d+/],
    ['picture', /P-004 {2}content\/articles\/2025\/05\/06\/second\/index\.md:\d+/],
  ])('tells of the missing %s, with file and line', (_name, told) => {
    expect(result.output).toMatch(told);
  });

  test('leaves what was published byte for byte', () => {
    expect(published()).toEqual(before);
  });
});

describe('a build that is killed', () => {
  // From before anything is read to after the pages have changed places, on slow machines and fast ones.
  const moments = [300, 900, 1500, 2200, 2900, 3600];

  test('leaves the old paper or the new one, at every moment, once the next command has run', async () => {
    let old = before;
    const halves: string[] = [];
    for (const [turn, moment] of moments.entries()) {
      writeContent(root, 'articles/2025/05/06/third/index.md', articleOf('third', { body: `Body number ${turn}.` }));
      const { child, ended } = startBuild(root, env);
      setTimeout(() => child.kill('SIGKILL'), moment);
      const { code } = await ended;
      await quickDesk(root, ['check'], env);
      const left = published();
      // What is new is so as a whole: a build after it has nothing to do.
      const isNew = !isDeepStrictEqual(left, old);
      if (isNew && !(await quickBuild(root, env)).output.includes('Rendering 0 of '))
        halves.push(`after ${moment} ms (exit ${code})`);
      old = left;
    }
    expect(halves).toEqual([]);
  });

  test('does not keep the next build from being right', async () => {
    for (const [file, content] of Object.entries(await smallPaper())) writeContent(root, file, content);
    const { code } = await quickBuild(root, env);
    expect(code).toBe(0);
    expect(published()).toEqual(before);
  });

  test('between the two renames of a whole site is mended by the next command', async () => {
    const move = (from: string, to: string) => renameSync(path.join(root, from), path.join(root, to));
    move('dist', '.astro/next');
    writeFileSync(
      path.join(root, '.astro/journal.json'),
      JSON.stringify({
        whole: { next: '.astro/next', dist: 'dist', previous: '.astro/previous' },
        moves: [],
        removals: [],
      }),
    );
    await quickDesk(root, ['check'], env);
    expect(published()).toEqual(before);
  });
});

describe('a build of a paper with a warning', () => {
  const warned = async (body: string) => {
    writeContent(root, 'articles/2025/05/06/second/index.md', articleOf('second', { body }));
    return quickBuild(root, env);
  };
  test('tells it each time, and publishes', async () => {
    const results = [await warned('2019. It was a good year.'), await quickBuild(root, env)];
    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    for (const { output } of results)
      expect(output).toMatch(/B-133 {2}content\/articles\/2025\/05\/06\/second\/index\.md:\d+:1 {2}\(a warning\)/);
  });
});

describe('a file that names another of the paper', () => {
  let paper: string;
  let whole: Record<string, string>;
  const first = 'articles/2025/05/06/first/index.md';
  const textOf = (file: string) => readFileSync(path.join(paper, 'content', file), 'utf8');
  beforeAll(async () => {
    const small = await smallPaper();
    paper = await builtPaper(
      {
        ...small,
        'contributors/other.yaml':
          'name: Another\nlinks: [{ label: A story, url: https://small.example/2025/05/06/first/ }]\n',
        'articles/2025/05/06/third/index.md': articleOf('third').replace('who: writer', 'who: other'),
      },
      env,
    );
    whole = treeOf(path.join(paper, 'dist'));
  });
  afterAll(() => removePaper(paper));

  test.each<[string, string, string, () => () => void]>([
    [
      'comes with each build',
      'dist/notice.css',
      '/nowhere.png',
      () => {
        const notice = path.join(paper, 'public/notice.css');
        writeFileSync(notice, 'a { background: url(/nowhere.png) }');
        return () => rmSync(notice);
      },
    ],
    [
      'is rendered',
      // The foot of every page has it: the first of them is named.
      'dist/404.html',
      '/nowhere/',
      () => {
        const before = textOf('publication.yaml');
        writeContent(
          paper,
          'publication.yaml',
          `${before}subscription: { label: Subscribe, text: Do, url: https://small.example/nowhere/ }\n`,
        );
        return () => writeContent(paper, 'publication.yaml', before);
      },
    ],
    [
      'stays as it is while the other goes',
      'dist/contributors/other/index.html',
      '/2025/05/06/first/',
      () => {
        const story = path.dirname(path.join(paper, 'content', first));
        const aside = path.join(paper, '.astro/first');
        renameSync(story, aside);
        return () => renameSync(aside, story);
      },
    ],
  ])('and that is not there stops publishing, where it %s', async (_, file, address, change) => {
    const mend = change();
    const { code, output } = await quickBuild(paper, env);
    mend();
    expect([code, output]).toEqual([
      1,
      expect.stringContaining(`X-001  ${file}\n       The file names "${address}", and there is none.\n`) as string,
    ]);
    expect(output).toContain('Nothing was published; the last good build stays.');
    expect(output).not.toMatch(/^\s+at /m);
    expect(treeOf(path.join(paper, 'dist'))).toEqual(whole);
  });

  test('does not keep the next build from being right, once it is mended', async () => {
    expect((await quickBuild(paper, env)).code).toBe(0);
    expect(treeOf(path.join(paper, 'dist'))).toEqual(whole);
  });
});
