import { describe, expect, test } from 'vitest';
import { keepBackNumbers, type BackNumbers } from '../../../src/press/back-numbers.ts';

const monday = '2025-05-05T06:00:00Z';
const tuesday = '2025-05-06T06:00:00Z';
const weekLater = '2025-05-12T06:00:00Z';
const eightDaysLater = '2025-05-13T06:00:01Z';

/** What is kept of a published site that has some files more than the next one. */
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
}): BackNumbers {
  return keepBackNumbers({
    published: dist,
    isCurrent: (name) => next.includes(name),
    isShown: (picture) => next.some((name) => name.startsWith(`${picture}_`)),
    last,
    asOf,
  });
}

describe('Of the last publication stay', () => {
  test.each(['reader.old.js', 'print.old.css', 'serif-400.old.woff2'])('scripts, styles and fonts: %s', (name) => {
    expect(kept({ dist: [name] })).toEqual({ [name]: tuesday });
  });

  test('no compressed files, which a build may have been told to leave out', () => {
    expect(kept({ dist: ['reader.old.js.br', 'reader.new.js.gz'] })).toEqual({});
  });

  test('other sizes of a picture that is still shown', () => {
    const names = ['quay.a1b2_Z1x.avif', 'quay.a1b2_2y.jpeg'];
    expect(Object.keys(kept({ dist: names, next: ['quay.a1b2_3z.webp'] }))).toEqual(names);
  });

  test('no picture that was replaced or whose story is gone', () => {
    expect(kept({ dist: ['quay.a1b2_Z1x.avif'], next: ['quay.c3d4_Z1x.avif', 'pier.e5f6_1.webp'] })).toEqual({});
  });

  test.each(['clip.a1b2.mp4', 'my_clip.a1b2.webm', 'clip.a1b2.vtt'])('no film and no captions: %s', (name) => {
    expect(kept({ dist: [name], next: ['my_clip.c3d4.webm', 'my_photo.e5f6_1.webp'] })).toEqual({});
  });
});

test('Nothing stays where nothing was published before.', () => {
  expect(kept({ dist: [], next: [] })).toEqual({});
});

test('A file that belongs to the next publication as well is none of a former one.', () => {
  expect(kept({ dist: ['a.js'], next: ['a.js'], last: { 'a.js': monday } })).toEqual({});
});

describe('A file of a former publication', () => {
  test('keeps the instant since which it is one.', () => {
    expect(kept({ dist: ['a.js'], last: { 'a.js': monday } })).toEqual({ 'a.js': monday });
  });

  test('stays for a week.', () => {
    expect(kept({ dist: ['a.js'], last: { 'a.js': monday }, asOf: weekLater })).toEqual({ 'a.js': monday });
  });

  test('is gone after that.', () => {
    expect(kept({ dist: ['a.js'], last: { 'a.js': monday }, asOf: eightDaysLater })).toEqual({});
  });
});
