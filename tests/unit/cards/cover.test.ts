import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { coverFile, coverSize, type Cover } from '../../../src/cards/cover.ts';

const set = (text: string) => ({ text, language: 'en', direction: 'ltr' as const });
const cover: Cover = {
  nameplate: set('The Harbour Paper'),
  day: set('Thursday 1 May 2025'),
  headline: set('Ferries return'),
};

/** Left and right edge of what is darker than the paper between two heights. */
async function inked(file: Buffer, from: number, to: number): Promise<[number, number]> {
  const { data } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true });
  const columns = new Set<number>();
  for (let y = from; y < to; y += 1)
    for (let x = 0; x < coverSize.width; x += 1) if ((data[y * coverSize.width + x] ?? 255) < 128) columns.add(x);
  return [Math.min(...columns), Math.max(...columns)];
}

describe('the cover of a book', () => {
  test('is a JPEG file large enough for shops, with the same bytes each time', async () => {
    const file = await coverFile(cover);
    expect(await sharp(file).metadata()).toMatchObject({ format: 'jpeg', ...coverSize });
    expect((await coverFile(cover)).equals(file)).toBe(true);
  });

  test('has a long nameplate whole, in lines in its middle', async () => {
    const nameplate = set('The Northern Harbour Intelligencer and Shipping Advertiser of the Western Isles');
    const [left, right] = await inked(await coverFile({ ...cover, nameplate }), 100, 180);
    expect(right - left).toBeGreaterThan(700);
    expect(Math.abs(left + right - coverSize.width)).toBeLessThan(8);
  });

  test('has its headline at the side where its lines begin', async () => {
    const backwards = { ...set('Ferries'), direction: 'rtl' as const };
    expect((await inked(await coverFile(cover), 600, 900))[0]).toBeLessThan(130);
    expect((await inked(await coverFile({ ...cover, headline: backwards }), 500, 760))[1]).toBeGreaterThan(1470);
  });

  test('has a picture in its own shape', async () => {
    const black = await sharp({ create: { width: 400, height: 800, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    const [left, right] = await inked(await coverFile({ ...cover, picture: black }), 900, 1200);
    expect([left, right].map((at) => Math.round(at / 10))).toEqual([55, 105]);
  });

  test('has a picture of which a side is hardly there', async () => {
    const line = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: '#000' } })
        .png()
        .toBuffer();
    for (const picture of [await line(1, 4000), await line(4000, 1)])
      expect(await sharp(await coverFile({ ...cover, picture })).metadata()).toMatchObject(coverSize);
  });
});
