import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/views/pages/gallery.ts';

const photo = (width: number, height: number) => ({ file: { path: '', width, height, format: 'png', hash: '' } });
const wide = photo(3, 2);
const tall = photo(2, 3);
const panorama = photo(3, 1);
const counts = (photos: (typeof wide)[], placement: 'text' | 'wide') =>
  rowsOf(photos, placement).map(({ length }) => length);

describe('The rows of a gallery', () => {
  it('are one where that is as wide as is pleasant', () => {
    expect(counts([wide, tall, wide], 'wide')).toEqual([3]);
    expect(counts([wide, wide], 'text')).toEqual([2]);
  });

  it('leave no picture over', () => {
    expect(counts([wide, wide, wide, wide], 'text')).toEqual([2, 2]);
    expect(counts([wide, wide, wide, wide, wide], 'wide')).toEqual([3, 2].toSorted());
  });

  it('hold more where they are wider', () => {
    const four = Array.from({ length: 4 }, () => photo(4, 3));
    expect([counts(four, 'wide'), counts(four, 'text')]).toEqual([[4], [2, 2]]);
  });

  it('give a panorama one of its own', () => expect(counts([panorama, wide, wide], 'wide')).toEqual([1, 2]));

  it('keep the order, and every picture', () => {
    const photos = [tall, wide, panorama, tall, tall, wide, wide, tall];
    expect(rowsOf(photos, 'wide').flat()).toEqual(photos);
  });

  it('are none without pictures', () => expect(rowsOf([], 'text')).toEqual([]));
});
