import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { layOutPictures } from '../../../src/press/pictures.ts';

test('A picture that is laid out for encoding keeps every time by which it is known not to have changed.', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-pictures-'));
  const file = path.join(root, 'quay.png');
  writeFileSync(file, 'bytes');
  const shared = globalThis as { astroAsset?: object };
  const before = shared.astroAsset;
  shared.astroAsset = {
    staticImages: new Map([['/_astro/quay.png', { originalSrcPath: file, transforms: new Map() }]]),
  };
  onTestFinished(() => {
    if (before) shared.astroAsset = before;
    else delete shared.astroAsset;
    rmSync(root, { recursive: true });
  });
  const { ctimeMs } = statSync(file);
  layOutPictures(path.join(root, 'next'));
  const place = path.join(root, 'next/_astro/quay.png');
  expect(readFileSync(place, 'utf8')).toBe('bytes');
  rmSync(place);
  expect([existsSync(file), statSync(file).ctimeMs]).toEqual([true, ctimeMs]);
});
