import fs, {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EditorialError } from '../../../src/newsroom/problem.ts';
import { finishPublication, publish, type Publication } from '../../../src/press/publication.ts';
import { inOrder } from '../../../src/press/putting-order.ts';

type Site = Record<string, string>;

const page = (...links: string[]) => links.map((link) => `<a href="/${link}">`).join('');

/** Of the one story has gone, with its picture; of the other there is a second part, with a picture, and each leads to the other. */
const before: Site = {
  'index.html': page('first/index.html', 'gone/index.html', '_astro/a.js'),
  'index.html.br': 'front page, before',
  'first/index.html': page('index.html', 'gone/index.html', '_astro/first.jpeg'),
  'first/index.html.br': 'first, before',
  'gone/index.html': page('index.html', '_astro/gone.jpeg'),
  'gone/index.html.br': 'gone',
  'feed.xml': page('first/index.html', 'gone/index.html'),
  '_astro/a.js': 'a',
  '_astro/first.jpeg': 'picture',
  '_astro/gone.jpeg': 'picture',
  'same/index.html': page('index.html', 'first/index.html'),
  folder: 'a file',
};
const after: Site = {
  'index.html': page('first/index.html', 'second/index.html', '_astro/b.js'),
  'index.html.br': 'front page, after',
  'first/index.html': page('index.html', 'second/index.html', '_astro/first.jpeg'),
  'first/index.html.br': 'first, after',
  'second/index.html': page('first/index.html', 'third/index.html', '_astro/second.jpeg'),
  'second/index.html.br': 'second',
  'third/index.html': page('second/index.html', 'folder/index.html'),
  'feed.xml': page('first/index.html', 'second/index.html'),
  '_astro/b.js': 'b',
  '_astro/first.jpeg': 'picture',
  '_astro/second.jpeg': 'picture',
  'same/index.html': page('index.html', 'first/index.html'),
  'folder/index.html': page('third/index.html'),
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'broadsheet-publication-'));
  write('dist', before);
});
afterEach(() => rmSync(root, { recursive: true }));

function write(folder: string, site: Site): void {
  for (const [file, text] of Object.entries(site)) {
    mkdirSync(path.dirname(path.join(root, folder, file)), { recursive: true });
    writeFileSync(path.join(root, folder, file), text);
  }
}

function published(): Site {
  const files = readdirSync(path.join(root, 'dist'), { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(path.join(root, 'dist'), file), readFileSync(file, 'utf8')]),
  );
}

/** Lays what has changed ready, as a run of the press does, and says what is to be done with it. */
function next(): Publication {
  const changed = Object.fromEntries(Object.entries(after).filter(([file, text]) => before[file] !== text));
  write('.astro/next', changed);
  const moves = inOrder(Object.keys(changed), (file) => file in before);
  const gone = inOrder(
    Object.keys(before).filter((file) => !(file in after)),
    () => true,
  );
  return {
    moves: moves.map((file) => [`.astro/next/${file}`, `dist/${file}`] as const),
    removals: gone.toReversed().map((file) => `dist/${file}`),
  };
}

/** What readers who come by the front page or by an address that was published before are led to, and is not there. */
function missing(site: Site): string[] {
  const seen = new Set<string>();
  const follow = (file: string): string[] => {
    if (seen.has(file)) return [];
    seen.add(file);
    const text = site[file];
    if (text === undefined) return [file];
    return [...text.matchAll(/href="\/([^"]*)"/g)].flatMap(([, named = '']) => follow(named));
  };
  return ['index.html', 'feed.xml', ...Object.keys(before).filter((file) => file in site)].flatMap(follow);
}

class Killed extends Error {}

const kinds = [
  'existsSync',
  'statSync',
  'accessSync',
  'mkdirSync',
  'openSync',
  'fsyncSync',
  'closeSync',
  'readFileSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'writeFileSync',
] as const;
const actual = { ...fs };

/** Does something, and calls `before` before each operation on a file, with its name. */
function on<T>(before: (operation: string) => void, act: () => T): T {
  for (const name of kinds) {
    const operate = actual[name] as (...given: unknown[]) => unknown;
    const watched = (...given: unknown[]): unknown => {
      const file = String(given[name === 'renameSync' ? 1 : 0]);
      before(`${name.slice(0, -'Sync'.length)} ${file.slice(root.length + 1)}`);
      return operate(...given);
    };
    Object.assign(fs, { [name]: watched });
  }
  syncBuiltinESMExports();
  try {
    return act();
  } finally {
    for (const name of kinds) Object.assign(fs, { [name]: actual[name] });
    syncBuiltinESMExports();
  }
}

/**
 * Does something in a process that dies before an operation on a file, counted from 0; of a file that is being written then, half has been.
 * Nothing catches that: the dead do nothing more.
 */
function killedAt(turn: number, act: () => void): void {
  let count = 0;
  try {
    on((operation) => {
      if (count++ < turn) return;
      const [, file] = /^writeFile (.*)$/.exec(operation) ?? [];
      if (file && count === turn + 1) actual.writeFileSync(path.join(root, file), '{"moves":[[');
      throw new Killed();
    }, act);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}

/** Publishes on a disk of which something is told or refused. */
function publishOn(before: (operation: string) => void): void {
  const publication = next();
  on(before, () => publish(root, publication));
}

/** More than any of these publications has. */
const moments = Array.from({ length: 130 }, (_, turn) => turn);
let operations: string[] = [];
const isBegun = (turn: number) => turn > operations.indexOf('rename .astro/journal.json');

describe('A publication', () => {
  test('makes the next site of the last, and leaves nothing else.', () => {
    operations = [];
    publishOn((operation) => operations.push(operation.replace(/\.\d+$/, '')));
    expect(published()).toEqual(after);
    expect(existsSync(path.join(root, '.astro/journal.json'))).toBe(false);
    expect(readdirSync(path.join(root, 'dist')).sort()).toEqual(
      ['_astro', 'feed.xml', 'first', 'folder', 'index.html', 'index.html.br', 'same', 'second', 'third'].sort(),
    );
  });

  test('leaves nothing of what is in its place already, as another name of the same file.', () => {
    write('.astro/next', { 'index.html': 'The same.' });
    const [from, to] = ['.astro/next/index.html', 'dist/index.html'] as const;
    rmSync(path.join(root, to));
    linkSync(path.join(root, from), path.join(root, to));
    publish(root, { moves: [[from, to]], removals: [] });
    expect([from, to].map((file) => existsSync(path.join(root, file)))).toEqual([false, true]);
  });

  test('takes no more operations than the tests below break off.', () => {
    expect(operations.length).toBeGreaterThan(100);
    expect(operations.length).toBeLessThan(moments.length);
  });

  test.each(moments)(
    'that dies at operation %d has each file as it was or as it is to be, leads no reader astray, and is completed by the next command',
    (turn) => {
      const publication = next();
      killedAt(turn, () => publish(root, publication));
      const left = published();
      for (const [file, text] of Object.entries(left)) expect([before[file], after[file]]).toContain(text);
      expect(missing(left)).toEqual([]);
      if (!isBegun(turn)) expect(left).toEqual(before);
      finishPublication(root);
      expect(published()).toEqual(isBegun(turn) ? after : before);
    },
  );

  test.each(moments)(
    'that dies as it begins to put files in their places, and at operation %d as it is completed, is completed by the command after',
    (turn) => {
      const publication = next();
      killedAt(operations.indexOf('rename .astro/journal.json') + 1, () => publish(root, publication));
      killedAt(turn, () => finishPublication(root));
      expect(missing(published())).toEqual([]);
      finishPublication(root);
      expect(published()).toEqual(after);
    },
  );

  test.each(moments.slice(0, 30))('of a whole site that dies at operation %d is the last one or the next', (turn) => {
    write('.astro/next', after);
    const whole = { next: '.astro/next', dist: 'dist', previous: '.astro/previous' };
    killedAt(turn, () => publish(root, { whole, moves: [], removals: [] }));
    const isNamed = existsSync(path.join(root, '.astro/journal.json')) || !existsSync(path.join(root, '.astro/next'));
    finishPublication(root);
    expect(published()).toEqual(isNamed ? after : before);
  });

  test.each([
    ['ENOSPC', 'The disk is full (ENOSPC).'],
    ['EROFS', 'The disk can only be read (EROFS).'],
    ['EACCES', 'This account may not write there (EACCES).'],
  ])('that the system refuses (%s) changes nothing, and tells what to do', (code, found) => {
    const refusing = (operation: string) => {
      if (!/^writeFile .astro\/journal/.test(operation)) return;
      throw Object.assign(new Error(code), { code, path: path.join(root, 'dist/second/index.html') });
    };
    const told = (() => {
      try {
        publishOn(refusing);
      } catch (error) {
        return error;
      }
      return undefined;
    })();
    expect(told).toBeInstanceOf(EditorialError);
    expect((told as EditorialError).problems).toMatchObject([
      {
        code: 'X-005',
        file: 'dist/second/index.html',
        found,
        remedy: expect.stringMatching(/then try again\.$/) as string,
      },
    ]);
    expect(published()).toEqual(before);
  });

  test('that the system breaks off on the way says that it is completed later', () => {
    let isFull = false;
    const refusing = (operation: string) => {
      isFull ||= operation === 'rename dist/index.html';
      if (isFull && /^(?:rename|mkdir|rm|writeFile) /.test(operation))
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    expect(() => publishOn(refusing)).toThrow(/What is half published is completed then\.$/);
    finishPublication(root);
    expect(published()).toEqual(after);
  });
});

describe('Files are put in their places', () => {
  const order = (files: string[], there: string[] = []) => inOrder(files, (file) => there.includes(file));

  test('pictures and scripts before new pages, new pages before those that lead to them', () => {
    expect(
      order(['index.html', 'new/index.html', '_astro/a.js', 'new/card.jpg', 'feed.xml'], ['index.html', 'feed.xml']),
    ).toEqual(['_astro/a.js', 'new/card.jpg', 'new/index.html', 'feed.xml', 'index.html']);
  });

  test('a page right behind its compressed forms, though one of them is new', () => {
    expect(
      order(['b.html', 'a.html.gz', 'a.html', 'a.html.br', 'b.html.br'], ['a.html', 'b.html', 'a.html.br']),
    ).toEqual(['a.html.br', 'a.html.gz', 'a.html', 'b.html.br', 'b.html']);
  });

  test('the index of a search behind the parts that it names', () => {
    const files = ['pagefind/en-x-0/pagefind-entry.json', 'pagefind/en-x-0/index/en_1.pf_index'];
    expect(order(files, [files[0] ?? ''])).toEqual(files.toReversed());
  });
});
