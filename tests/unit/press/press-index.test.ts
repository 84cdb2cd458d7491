import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Kept } from '../../../src/filing/copies.ts';
import { changesFile, indexFile, PressIndex, type Changes, type Output } from '../../../src/press/press-index.ts';
import type { FiledArticle } from '../../../src/schema/article.ts';

let root: string;
const open = new Set<PressIndex>();
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'broadsheet-index-'));
});
afterEach(() => {
  for (const index of open) index.close();
  open.clear();
  rmSync(root, { recursive: true });
});

function opened(): PressIndex {
  const index = new PressIndex(root);
  open.add(index);
  return index;
}

const at = (file: string) => path.join(root, file);
const output = (file: string, assets: string[] = []): Output => ({ key: `key of ${file}`, file, stamp: '1-1', assets });
const kept = (id: string) =>
  ({
    digest: `digest of ${id}`,
    copy: { filed: { id, topics: [] }, keywords: 'quay harbour' },
  }) as unknown as Kept<FiledArticle>;
const none: Changes = {
  standing: { asOf: '2025-05-06T06:00:00Z', backNumbers: {}, books: {}, others: ['robots.txt'] },
  rendered: [],
  gone: [],
  articles: [],
  withoutArticles: [],
  seen: [],
};

/** A publication that comes to its end: what was put down is taken in by whoever opens the index next. */
function published(changes: Partial<Changes>): PressIndex {
  const index = opened();
  index.putDown(at(changesFile), { ...none, ...changes });
  return opened();
}

describe('The index of what is published', () => {
  test('knows of nothing where nothing was published', () => {
    const index = opened();
    expect([index.size, index.turn, index.standing.others, index.article('2025/05/06/first')]).toEqual([
      0,
      0,
      [],
      undefined,
    ]);
  });

  test('has what a publication has put down', () => {
    const page = output('2025/05/06/first/index.html', ['_astro/a.css']);
    const index = published({
      rendered: [['/2025/05/06/first', page, ['2025/05/06/second']]],
      articles: [['2025/05/06/first', kept('abc234')]],
      seen: [['content/articles/2025/05/06/first/index.md', '12 1']],
    });
    expect(index.output('/2025/05/06/first')).toEqual(page);
    expect(index.article('2025/05/06/first')).toEqual(kept('abc234'));
    expect(index.listings().get('2025/05/06/first')).toEqual({ id: 'abc234', topics: [], keywords: 'quay harbour' });
    expect(index.stampOf('content/articles/2025/05/06/first/index.md')).toBe('12 1');
    expect([index.turn, index.standing.others]).toEqual([1, ['robots.txt']]);
  });

  test('has lists and stamps of several months in the order of their names, as the last publication left them', () => {
    const stamp = (file: string, is: string | undefined) => [`content/articles/${file}/index.md`, is] as const;
    published({
      articles: [
        ['2025/06/01/third', kept('ghj789')],
        ['2025/05/06/second', kept('def567')],
        ['2025/05/06/first', kept('abc234')],
      ],
      seen: [stamp('2025/06/01/third', '1 1'), stamp('2025/05/06/second', '2 2'), stamp('2025/05/06/first', '3 3')],
    });
    const index = published({
      articles: [['2025/05/07/later', kept('kmn234')]],
      withoutArticles: ['2025/05/06/second', '2025/06/01/third'],
      seen: [stamp('2025/06/01/third', undefined), stamp('2025/05/06/second', '4 4')],
    });
    expect([...index.listings()].map(([path, { id }]) => [path, id])).toEqual([
      ['2025/05/06/first', 'abc234'],
      ['2025/05/07/later', 'kmn234'],
    ]);
    expect([...index.seen()]).toEqual([stamp('2025/05/06/first', '3 3'), stamp('2025/05/06/second', '4 4')]);
  });

  test('knows how many articles have a word as long as each publication tells', () => {
    const told = (isAll: boolean, ...holders: [string, number][]) => {
      const index = published({ words: { isAll, holders } });
      return [index.knowsWords, ...['quay', 'harbour', 'tide'].map((word) => index.holdersOf(word))];
    };
    expect(told(true, ['quay', 3], ['harbour', 2])).toEqual([true, 3, 2, 0]);
    expect(told(false, ['quay', 2], ['tide', 1])).toEqual([true, 2, 2, 1]);
    expect(told(true, ['tide', 1])).toEqual([true, 0, 0, 1]);
    expect(published({}).knowsWords).toBe(false);
  });

  test('has nothing of a publication that did not come to its end', () => {
    opened().putDown(at('.astro/index.next'), { ...none, rendered: [['/about', output('about/index.html'), []]] });
    expect(opened().output('/about')).toBeUndefined();
  });

  test('takes a publication in once, though its file is there again', () => {
    const change = { rendered: [['/about', output('about/index.html', ['_astro/a.css']), []]] } as const;
    opened().putDown(at(changesFile), { ...none, ...change });
    copyFileSync(at(changesFile), at('copy'));
    opened();
    copyFileSync(at('copy'), at(changesFile));
    const index = opened();
    expect([index.turn, index.usersOf('_astro/a.css'), existsSync(at(changesFile))]).toEqual([1, 1, false]);
  });

  test('tells what another process has published since it was asked', () => {
    const index = opened();
    expect(index.standing.asOf).toBe('');
    published({});
    expect(index.standing.asOf).toBe('2025-05-06T06:00:00Z');
  });

  test('tells which outputs show something of an article, by its path or its id', () => {
    published({
      rendered: [
        ['/2025/05/06', output('2025/05/06/index.html'), ['2025/05/06/first', '2025/05/06/second']],
        ['/editions/2025-05-06', output('editions/2025-05-06/index.html'), ['a/abc234']],
        ['/about', output('about/index.html'), ['2025/05/06/second']],
      ],
    });
    const first = { path: '2025/05/06/first', id: 'abc234' };
    expect(opened().showing(first).sort()).toEqual(['/2025/05/06', '/editions/2025-05-06']);
    published({ rendered: [['/2025/05/06', output('2025/05/06/index.html'), []]], gone: ['/about'] });
    expect(opened().showing(first)).toEqual(['/editions/2025-05-06']);
    expect(opened().showing({ path: '2025/05/06/second', id: 'def567' })).toEqual([]);
  });

  test('counts who needs a file, and forgets it with the last', () => {
    const shared = '_astro/quay_1.webp';
    published({
      rendered: [
        ['/a', output('a/index.html', [shared, 'a/index.html.br']), []],
        ['/b', output('b/index.html', [shared]), []],
      ],
    });
    expect([opened().usersOf(shared), opened().usersOf('a/index.html.br')]).toEqual([2, 0]);
    published({ gone: ['/a'] });
    expect([opened().usersOf(shared), opened().assetsUnder('_astro/quay_')]).toEqual([1, [shared]]);
    published({ rendered: [['/b', output('b/index.html'), []]] });
    expect([opened().usersOf(shared), opened().assetsUnder('_astro/quay_')]).toEqual([0, []]);
  });

  test('lists addresses that begin alike', () => {
    published({
      rendered: ['/corrections', '/corrections/page/1', '/contributors'].map((address) => [
        address,
        output(`${address.slice(1)}/index.html`),
        [],
      ]),
    });
    expect(opened().addressesUnder('/corrections')).toEqual(['/corrections', '/corrections/page/1']);
  });

  test.each([
    ['is damaged', () => writeFileSync(at(indexFile), 'no database, but long enough to be one '.repeat(200))],
    ['is empty', () => writeFileSync(at(indexFile), '')],
    [
      'is of another form',
      () => {
        const index = new DatabaseSync(at(indexFile));
        index.exec('PRAGMA user_version = 4711');
        index.close();
      },
    ],
    ['has changes before it that are cut off', () => writeFileSync(at(changesFile), '["turn",1]\n["output","/b"')],
  ])('is made anew where it %s', (_, damage) => {
    published({ rendered: [['/about', output('about/index.html'), []]] });
    for (const index of open) index.close();
    open.clear();
    damage();
    expect(opened().size).toBe(0);
    expect(published({ rendered: [['/about', output('about/index.html'), []]] }).size).toBe(1);
  });
});
