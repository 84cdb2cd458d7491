import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changedSince, changedStamps, stampsOf } from '../../../src/filing/stamps.ts';

let root: string;
let before: Map<string, string>;
const folder = 'content/articles/2025/05/06/quay';
const text = `${folder}/index.md`;
const at = (file: string) => path.join(root, file);

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'broadsheet-stamps-'));
});
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(async () => {
  rmSync(at('content'), { recursive: true, force: true });
  mkdirSync(at(folder), { recursive: true });
  writeFileSync(at(text), 'Ferries.');
  writeFileSync(at(`${folder}/.index.md.swp`), '');
  // What has just been written may be written again within the same tick of the clock.
  await pause(60);
  before = stampsOf(root);
});

const since = (stamps: ReadonlyMap<string, string>) => changedSince(root, stamps, (place) => stamps.has(place));
const changed = () => [...since(before).changed.keys()].sort();
const comeOrGone = () => since(before).comeOrGone;

describe('Of the files below content/', () => {
  test('none has changed while nobody writes', () => expect([changed(), comeOrGone()]).toEqual([[], []]));

  test('one has that was written, though it is as long and as old as before', () => {
    writeFileSync(at(text), 'Bridges.');
    utimesSync(at(text), 0, 0);
    utimesSync(at(text), new Date(), new Date());
    expect(changed()).toEqual([text]);
  });

  test('one has in whose place another was put, and its folder', () => {
    writeFileSync(at(`${folder}/.new`), 'Bridges.');
    renameSync(at(`${folder}/.new`), at(text));
    expect([changed(), comeOrGone()]).toEqual([[folder, text], []]);
  });

  test('one has come, and one has gone', () => {
    writeFileSync(at(`${folder}/quay.jpg`), '');
    rmSync(at(text));
    expect(comeOrGone().sort()).toEqual([text, `${folder}/quay.jpg`]);
  });

  test('those that are hidden are none', () => {
    writeFileSync(at(`${folder}/.DS_Store`), '');
    expect(comeOrGone()).toEqual([]);
    expect([...before.keys()].filter((place) => place.includes('.swp'))).toEqual([]);
  });

  test('what was written just before counts as changed', () => {
    writeFileSync(at(text), 'Bridges.');
    const soon = stampsOf(root);
    expect(since(soon).changed.has(text)).toBe(true);
  });

  test('those that differ between two looks are told, and those that are gone', () => {
    const later = new Map([...before, [text, 'another']]);
    later.delete(folder);
    expect(changedStamps(before, later)).toEqual([
      [text, 'another'],
      [folder, undefined],
    ]);
  });
});
