import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleIn, emptyPaper, imported, mistakesAt, put, remove, seeds, unaccounted } from './support.ts';

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

test.each(seeds(1, 2))(
  'any lines of text become an article with all their words that builds (seed %i)',
  async (seed) => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        '\n',
        '\n\n',
        'By Wren Quayside',
        'PHOTO: AGENCY',
        'A ship. PHOTO: REUTERS',
        'A ship.',
        'MORE ON THIS TOPIC',
        'A version of this article appeared in the print edition of The Gazette on March 05, 2019, with the headline Market closes',
        'VIDEO: REUTERS',
        'Join our channel on Telegram',
        'PUBLISHED MAR 5, 2019, 5:00 AM SGT',
        'ASHA (REUTERS) - ',
        '市議会は月曜日',
        'Mr Otto Pierhead said: "No."',
        '【北京=共同】',
        '# ',
        ':::box',
        '::leaf :text[a]{b=c}',
        '[^1] [a](b)',
        '| a | b |',
        '<b>',
      ),
    );
    const root = emptyPaper();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        count += 1;
        put(root, { [`s${count}.txt`]: `Story ${count}\n\n${lines.join('')}` });
        const [report] = await imported(root, [`s${count}.txt`]);
        expect(report?.outcome).toBe('new');
        expect(unaccounted(report!)).toEqual([]);
      }),
      { numRuns: 80, seed },
    );
    expect(await mistakesAt(root)).toEqual([]);
    remove(root);
  },
);
