import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Kept } from '../../../src/filing/copies.ts';
import { KeptCopies } from '../../../src/press/entries.ts';
import type { FiledArticle } from '../../../src/schema/article.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'broadsheet-filed-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const kept = (digest: string) => ({ digest, copy: { keywords: digest } }) as Kept<FiledArticle>;
const filed = (name = '') => path.join(root, '.astro/filed', name);

/** Keeps articles in the place of those before, in a process of their own. */
function keep(articles: Record<string, Kept<FiledArticle>>): KeptCopies {
  const copies = new KeptCopies(root);
  copies.keep(new Map(Object.entries(articles)));
  return copies;
}

describe('Articles that are kept as they were read', () => {
  test('are there for the next process', () => {
    keep({ '2025/05/06/first': kept('a'), '2025/05/07/second': kept('b') });
    const next = new KeptCopies(root);
    expect([next.get('2025/05/06/first'), next.get('2025/05/07/second'), next.get('2025/05/08/third')]).toEqual([
      kept('a'),
      kept('b'),
      undefined,
    ]);
  });

  test('lie in a file for each day, which goes with the last of them', () => {
    keep({ '2025/05/06/first': kept('a'), '2025/05/07/second': kept('b') });
    expect(readdirSync(filed()).sort()).toEqual(['2025-05-06.json', '2025-05-07.json']);
    keep({ '2025/05/07/second': kept('b') });
    expect(readdirSync(filed())).toEqual(['2025-05-07.json']);
  });

  test('are written again for the days alone on which one has changed, has come or has gone', () => {
    const copies = keep({ '2025/05/06/first': kept('a'), '2025/05/07/second': kept('b') });
    const first = copies.get('2025/05/06/first') ?? kept('');
    const before = statSync(filed('2025-05-06.json')).ino;
    copies.keep(new Map(Object.entries({ '2025/05/06/first': first, '2025/05/07/second': kept('c') })));
    expect(statSync(filed('2025-05-06.json')).ino).toBe(before);
    expect(readFileSync(filed('2025-05-07.json'), 'utf8')).toContain('"c"');
    copies.keep(new Map(Object.entries({ '2025/05/06/first': first, '2025/05/06/other': kept('d') })));
    expect(statSync(filed('2025-05-06.json')).ino).not.toBe(before);
  });

  test.each(['', '{"half', '[[1'])('are as if they were not there where the file is damaged: "%s"', (damaged) => {
    keep({ '2025/05/06/first': kept('a') });
    writeFileSync(filed('2025-05-06.json'), damaged);
    expect(new KeptCopies(root).get('2025/05/06/first')).toBeUndefined();
    keep({ '2025/05/06/first': kept('a') });
    expect(new KeptCopies(root).get('2025/05/06/first')).toEqual(kept('a'));
  });

  test('are none where nothing was read yet', () => {
    mkdirSync(path.join(root, '.astro'));
    expect(new KeptCopies(root).get('2025/05/06/first')).toBeUndefined();
  });
});
