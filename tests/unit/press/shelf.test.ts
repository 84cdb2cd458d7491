import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isBook, Shelf, type Shelved } from '../../../src/press/shelf.ts';

const story = '/2025/05/06/books.json';
const newspaper = '/editions/2025-05-06/books.json';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-shelf-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Builds a site with some books, each with its key; gives those that had to be rendered, and what is remembered. */
function build(books: Record<string, string>, last?: Shelved): { rendered: string[]; left: Shelved } {
  const shelf = new Shelf(path.join(folder, 'books'), last);
  const rendered = Object.entries(books).flatMap(([address, key]) => (shelf.has(address, key) ? [] : [address]));
  for (const address of rendered) {
    mkdirSync(path.dirname(path.join(folder, 'site', address)), { recursive: true });
    writeFileSync(path.join(folder, 'site', address), String(books[address]));
  }
  const { books: left, moves, removals } = shelf.filled(path.join(folder, 'site'));
  for (const [from, to] of moves) {
    mkdirSync(path.dirname(to), { recursive: true });
    renameSync(from, to);
  }
  for (const file of removals) rmSync(file);
  return { rendered, left };
}

const shelved = () =>
  readdirSync(path.join(folder, 'books'), { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.json'),
  );

describe('The shelf of books', () => {
  test('has each record by what it is of, and leaves none in the site.', () => {
    build({ [story]: 'a', [newspaper]: 'b' });
    expect(shelved().sort()).toEqual(['2025-05-06.json', path.join('2025/05/06.json')]);
    expect(
      readdirSync(path.join(folder, 'site'), { recursive: true, encoding: 'utf8' }).filter((each) =>
        /json$/.test(each),
      ),
    ).toEqual([]);
  });

  test('keeps a book while its key is the same, and has another made when it is not.', () => {
    const { left } = build({ [story]: 'a', [newspaper]: 'b' });
    expect(build({ [story]: 'a', [newspaper]: 'c' }, left).rendered).toEqual([newspaper]);
    expect(readFileSync(path.join(folder, 'books/2025-05-06.json'), 'utf8')).toBe('c');
  });

  test('reads a record that lies there as it was put, and none that somebody changed or took away.', () => {
    const { left } = build({ [story]: '{"key":"a"}', [newspaper]: '{"key":"b"}' });
    const read = () => [story, newspaper].map((address) => new Shelf(path.join(folder, 'books'), left).read(address));
    expect(read()).toEqual([{ key: 'a' }, { key: 'b' }]);
    writeFileSync(path.join(folder, 'books/2025-05-06.json'), '{"key":"other"}');
    rmSync(path.join(folder, 'books/2025/05/06.json'));
    expect(read()).toEqual([{}, {}]);
  });

  test('has a book made again that somebody changed or took away.', () => {
    const { left } = build({ [story]: 'a', [newspaper]: 'b' });
    writeFileSync(path.join(folder, 'books/2025-05-06.json'), 'other');
    rmSync(path.join(folder, 'books/2025/05/06.json'));
    expect(build({ [story]: 'a', [newspaper]: 'b' }, left).rendered).toEqual([story, newspaper]);
  });

  test('loses the book of what is no longer published.', () => {
    const { left } = build({ [story]: 'a', [newspaper]: 'b' });
    build({ [newspaper]: 'b' }, left);
    expect(shelved()).toEqual(['2025-05-06.json']);
  });

  test('takes no other file for a book.', () => {
    expect([story, newspaper, '/pagefind/en-x-0.json', '/2025/05/06/ferries/index.json'].map(isBook)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
