import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EditorialError } from '../../../src/newsroom/problem.ts';
import { finishPublication, publish, type Disk, type Publication } from '../../../src/press/publication.ts';
import { inOrder } from '../../../src/press/putting-order.ts';

type Site = Record<string, string>;

const page = (...links: string[]) => links.map((link) => `<a href="/${link}">`).join('');

/** Of the one story has gone, with its picture; of the other there is a second part, with a picture, and each leads to the other. */
const before: Site = {
  'index.html': page('first/index.html', 'gone/index.html', '_astro/a.js'),
  'index.html.br': 'front page, before',
  'first/index.html': page('index.html', 'gone/index.html', '_astro/first.jpeg'),
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
  'second/index.html': page('first/index.html', 'third/index.html', '_astro/second.jpeg'),
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

/** Ends a process at an act, counted from 0. */
function killedAt(turn: number): Disk {
  let acts = 0;
  return watched(() => {
    if (acts++ === turn) throw new Killed();
  });
}

/** A disk that is not waited for. */
function watched(watch: Disk['watch']): Disk {
  return { watch, sync: () => undefined };
}

const moments = 40;
let acts: string[] = [];

describe('A publication', () => {
  test('makes the next site of the last, and leaves nothing else.', () => {
    acts = [];
    publish(
      root,
      next(),
      watched((act) => acts.push(act)),
    );
    expect(published()).toEqual(after);
    expect(existsSync(path.join(root, '.astro/journal.json'))).toBe(false);
    expect(readdirSync(path.join(root, 'dist')).sort()).toEqual(
      ['_astro', 'feed.xml', 'first', 'folder', 'index.html', 'index.html.br', 'same', 'second', 'third'].sort(),
    );
  });

  test('takes no more acts than the tests below break off.', () => {
    expect(acts.length).toBeLessThan(moments);
  });

  test.each(Array.from({ length: moments }, (_, turn) => turn))(
    'that dies at act %d has each file as it was or as it is to be, leads no reader astray, and is completed by the next command',
    (turn) => {
      const begun = (() => {
        try {
          publish(root, next(), killedAt(turn));
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
        }
        return existsSync(path.join(root, '.astro/journal.json'));
      })();
      const left = published();
      for (const [file, text] of Object.entries(left)) expect([before[file], after[file]]).toContain(text);
      expect(missing(left)).toEqual([]);
      finishPublication(root);
      expect(published()).toEqual(begun || turn >= moments - 1 ? after : left);
      if (turn <= acts.indexOf('name the journal')) expect(left).toEqual(before);
    },
  );

  test.each(Array.from({ length: 30 }, (_, turn) => turn))(
    'that dies at act %d, and again while it is completed, is completed by the command after',
    (turn) => {
      const atPut = acts.indexOf('name the journal') + 1;
      expect(() => publish(root, next(), killedAt(atPut))).toThrow(Killed);
      try {
        finishPublication(root, killedAt(turn));
      } catch (error) {
        expect(error).toBeInstanceOf(Killed);
      }
      expect(missing(published())).toEqual([]);
      finishPublication(root);
      expect(published()).toEqual(after);
    },
  );

  test.each([0, 1, 2, 3, 4])('of a whole site that dies at act %d of its end is the next one after it', (turn) => {
    write('.astro/next', after);
    const whole = { next: '.astro/next', dist: 'dist', previous: '.astro/previous' };
    const named: string[] = [];
    const disk = watched((act) => {
      if (named.includes('name the journal') && named.length - named.indexOf('name the journal') - 1 === turn)
        throw new Killed();
      named.push(act);
    });
    try {
      publish(root, { whole, moves: [], removals: [] }, disk);
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
    }
    finishPublication(root);
    expect(published()).toEqual(after);
    expect(existsSync(path.join(root, '.astro/previous'))).toBe(false);
  });

  test.each([
    ['ENOSPC', 'The disk is full (ENOSPC).'],
    ['EROFS', 'The disk can only be read (EROFS).'],
    ['EACCES', 'This account may not write there (EACCES).'],
  ])('that the system refuses (%s) changes nothing, and tells what to do', (code, found) => {
    const refusing = watched((act) => {
      if (act !== 'write the journal') return;
      throw Object.assign(new Error(code), { code, path: path.join(root, 'dist/second/index.html') });
    });
    const told = (() => {
      try {
        publish(root, next(), refusing);
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
    const refusing = watched((act) => {
      if (act === 'put dist/index.html') throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    });
    expect(() => publish(root, next(), refusing)).toThrow(/What is half published is completed then\.$/);
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
