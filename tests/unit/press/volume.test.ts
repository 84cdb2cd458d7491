import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Volume, volumesOf } from '../../../src/press/volume.ts';

const page = '2019/03/01/story/index.html';
const picture = '_astro/quay.abc_1.jpeg';
const articles = [
  { id: '2019/03/01/story', data: { filed: { id: 'stry22' }, bodyKey: 'kbody' } },
  { id: '2020/03/01/other', data: { filed: { id: 'thrr22' }, bodyKey: 'kother' } },
];

let root: string;
const at = (...names: string[]) => path.join(root, ...names);
const inVolume = (file: string) => at('.astro/volumes/2019', file);

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Binds the volume of 2019 of one page with this key and these words, and a picture. */
function bind(key: string, words: string): boolean {
  write(at('.astro/next', page), words);
  write(at('.astro/next', picture), 'a picture');
  write(at('.astro/bodies/k/body.json'), '{}');
  return new Volume(root, '2019', articles).bind(new Map([['/2019/03/01/story', { key, files: [page, picture] }]]), {
    site: at('.astro/next'),
    cache: at('.astro'),
  });
}

const read = (key: string) => new Volume(root, '2019').read('/2019/03/01/story', key, page)?.toString();

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'broadsheet-volume-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('A volume', () => {
  test.each([
    ['/2019', true],
    ['/2019/03/01/story/index.md', true],
    ['/editions/2019-03-01', true],
    ['/editions/2019-03-01/books.json', true],
    ['/a/stry22', true],
    ['/a/thrr22', false],
    ['/20190', false],
    ['/2020/2019', false],
    ['/topics/2019', false],
    ['/', false],
  ])('is for what belongs to its year: %s, %s', (address, isFor) => {
    expect(new Volume(root, '2019', articles).isFor(address)).toBe(isFor);
  });

  test('may have more pages than a program can hand over at once', () => {
    const pages = new Map(Array.from({ length: 200_000 }, (_, each) => [`/2019/${each}`, { key: 'a', files: [] }]));
    mkdirSync(inVolume(''), { recursive: true });
    const bound = new Volume(root, '2019', articles).bind(pages, { site: at('.astro/next'), cache: at('.astro') });
    expect([bound, new Volume(root, '2019').digest]).toEqual([true, expect.stringMatching(/./)]);
  });

  test('has a page under the key that it was bound with, and under no other', () => {
    bind('a', 'The words.');
    expect([read('a'), read('b')]).toEqual(['The words.', undefined]);
  });

  test('that is bound again is another when a page of it is, and else not', () => {
    expect([bind('a', 'The words.'), bind('a', 'The words.'), bind('b', 'Others.')]).toEqual([true, false, true]);
    expect([read('a'), read('b')]).toEqual([undefined, 'Others.']);
  });

  test('keeps what it holds already where that lies, and leaves nothing that does not belong to it', () => {
    bind('a', 'The words.');
    write(inVolume('site/former/index.html'), 'Left over.');
    rmSync(at('.astro/next'), { recursive: true });
    const volume = new Volume(root, '2019', articles);
    volume.bind(new Map([['/2019/03/01/story', { key: 'a', files: [page] }]]), {
      site: at('.astro/next'),
      cache: at('.astro'),
    });
    expect(read('a')).toBe('The words.');
    expect([`site/${picture}`, 'site/former/index.html'].map((file) => existsSync(inVolume(file)))).toEqual([
      false,
      false,
    ]);
  });

  test('gives no page whose bytes are others than those that were bound', () => {
    bind('a', 'The words.');
    writeFileSync(inVolume(`site/${page}`), 'Other ones.');
    expect(read('a')).toBeUndefined();
  });

  test('gives nothing where its list of contents broke off', () => {
    bind('a', 'The words.');
    const list = inVolume('contents.jsonl');
    writeFileSync(list, readFileSync(list, 'utf8').slice(0, -20));
    expect([read('a'), new Volume(root, '2019').holds(picture)]).toEqual([undefined, false]);
  });

  test('brings bodies and pictures of its year along, but for damaged ones', () => {
    bind('a', 'The words.');
    for (const folder of ['bodies', 'next']) rmSync(at('.astro', folder), { recursive: true });
    writeFileSync(inVolume(`site/${picture}`), 'damaged');
    for (const volume of volumesOf(root)) volume.lend(at('.astro'));
    expect([at('.astro/bodies/k/body.json'), at('.astro/assets', path.basename(picture))].map(existsSync)).toEqual([
      true,
      false,
    ]);
  });
});
