import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleIn, emptyPaper, imported, mistakesAt, put, remove, unaccounted } from './support.ts';

const folder = path.join(import.meta.dirname, 'clippings');
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe.each(names)('the clipping %s', (name) => {
  test('becomes the article that an editor would make of it, with every word in it or in the report', async () => {
    const root = emptyPaper();
    put(root, { [name]: readFileSync(path.join(folder, name)) });
    const [report] = await imported(root, [name]);
    await expect(articleIn(root)).toMatchFileSnapshot(path.join(folder, name.replace(/\.txt$/, '.md')));
    expect(unaccounted(report!)).toEqual([]);
    expect(report!.review).toBe(true);
    expect(await mistakesAt(root)).toEqual([]);
    remove(root);
  });
});
