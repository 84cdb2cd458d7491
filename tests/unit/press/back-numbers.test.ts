import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepBackNumbers, type BackNumbers } from '../../../src/press/back-numbers.ts';

const monday = '2025-05-05T06:00:00Z';
const tuesday = '2025-05-06T06:00:00Z';
const weekLater = '2025-05-12T06:00:00Z';
const eightDaysLater = '2025-05-13T06:00:01Z';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-back-numbers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is kept of a published site that has some files more than the next one, and what the next one has then. */
function kept({
  dist,
  next = ['reader.new.js'],
  last = {},
  asOf = tuesday,
}: {
  dist: string[];
  next?: string[];
  last?: BackNumbers;
  asOf?: string;
}): { kept: BackNumbers; files: string[] } {
  for (const [site, names] of Object.entries({ dist, next })) {
    mkdirSync(path.join(folder, site, '_astro'), { recursive: true });
    for (const name of names) writeFileSync(path.join(folder, site, '_astro', name), name);
  }
  const back = keepBackNumbers({ dist: path.join(folder, 'dist'), next: path.join(folder, 'next'), last, asOf });
  return { kept: back, files: readdirSync(path.join(folder, 'next/_astro')).filter((name) => !next.includes(name)) };
}

describe('Of the last publication stay', () => {
  test.each(['reader.old.js', 'print.old.css', 'serif-400.old.woff2'])('scripts, styles and fonts: %s', (name) => {
    const { kept: back, files } = kept({ dist: [name] });
    expect(back).toEqual({ [name]: tuesday });
    expect(files).toEqual([name]);
  });

  test('no compressed files, which a build may have been told to leave out', () => {
    expect(kept({ dist: ['reader.old.js.br', 'reader.new.js.gz'] }).files).toEqual([]);
  });

  test('other sizes of a picture that is still shown', () => {
    const { files } = kept({ dist: ['quay.a1b2_Z1x.avif', 'quay.a1b2_2y.jpeg'], next: ['quay.a1b2_3z.webp'] });
    expect(files.sort()).toEqual(['quay.a1b2_2y.jpeg', 'quay.a1b2_Z1x.avif']);
  });

  test('no picture that was replaced or whose story is gone', () => {
    expect(kept({ dist: ['quay.a1b2_Z1x.avif'], next: ['quay.c3d4_Z1x.avif', 'pier.e5f6_1.webp'] }).files).toEqual([]);
  });

  test.each(['clip.a1b2.mp4', 'my_clip.a1b2.webm', 'clip.a1b2.vtt'])('no film and no captions: %s', (name) => {
    expect(kept({ dist: [name], next: ['my_clip.c3d4.webm', 'my_photo.e5f6_1.webp'] }).files).toEqual([]);
  });
});

test('Nothing stays where nothing was published before.', () => {
  mkdirSync(path.join(folder, 'next/_astro'), { recursive: true });
  const sites = { dist: path.join(folder, 'dist'), next: path.join(folder, 'next') };
  expect(keepBackNumbers({ ...sites, last: {}, asOf: tuesday })).toEqual({});
});

test('A file that belongs to the next publication as well is none of a former one.', () => {
  const { kept: back } = kept({ dist: ['a.js'], next: ['a.js'], last: { 'a.js': monday } });
  expect(back).toEqual({});
});

describe('A file of a former publication', () => {
  test('keeps the instant since which it is one.', () => {
    expect(kept({ dist: ['a.js'], last: { 'a.js': monday } }).kept).toEqual({ 'a.js': monday });
  });

  test('stays for a week.', () => {
    expect(kept({ dist: ['a.js'], last: { 'a.js': monday }, asOf: weekLater }).files).toEqual(['a.js']);
  });

  test('is gone after that.', () => {
    const { kept: back, files } = kept({ dist: ['a.js'], last: { 'a.js': monday }, asOf: eightDaysLater });
    expect([back, files]).toEqual([{}, []]);
  });
});
