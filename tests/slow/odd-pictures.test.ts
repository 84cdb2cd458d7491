import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { attribute, elementsOf, filesIn, parsed, treeOf } from '../support/dist.ts';
import { ground, oddPictures, type Colour } from '../support/odd-pictures.ts';
import { makePaper, removePaper, runBuild, writeContent } from '../support/paper.ts';
import { quickBuild } from '../support/quick-build.ts';
import { smallPaper } from '../support/small-paper.ts';

const odd = await oddPictures();
const env = { BROADSHEET_CARDS: undefined };
const letters = 'abcdefghjkmnpqrstuvwxyz';
const slugOf = (name: string) => name.replace('.', '-');
const stemOf = (name: string) => name.replace(/\.\w+$/, '');

/** A story of a picture, which stands over it, in it, and in a gallery. */
const storyOf = (name: string, number: number) => `---
id: pctr2${letters[number]}
headline: Of ${name}
section: town
published: 2025-05-06T05:${String(number).padStart(2, '0')}:00Z
status: published
picture: { file: ./${name}, alt: Two halves. }
---

The story.

![Two halves](./${name} "Again.")

:::gallery[Both]
![The left half](./${name})
![The right half](./${name})
:::
`;

let root: string;
let dist: string;
let told: string;
beforeAll(async () => {
  root = makePaper({
    ...(await smallPaper()),
    ...Object.fromEntries(
      odd.flatMap(({ name, bytes }, number) => [
        [`articles/2025/05/06/${slugOf(name)}/${name}`, bytes],
        [`articles/2025/05/06/${slugOf(name)}/index.md`, storyOf(name, number)],
      ]),
    ),
  });
  dist = path.join(root, 'dist');
  const { code, output } = await runBuild(root, env);
  if (code !== 0) throw new Error(output);
  told = output;
});
afterAll(() => removePaper(root));

const marks: Record<string, RegExp> = {
  jpg: /^\xff\xd8\xff/,
  jpeg: /^\xff\xd8\xff/,
  png: /^\x89PNG/,
  webp: /^RIFF[^]{4}WEBP/,
  avif: /^[^]{4}ftypavif/,
  svg: /^<svg/,
};
const isPicture = (file: string) => /\.(jpe?g|png|webp|avif|svg|gif)$/.test(file);

describe('every picture of a site', () => {
  const sites = [
    ['with odd pictures', () => dist],
    ['that is shipped', () => inject('edition').dist],
    ['of the fixtures', () => inject('fixture').dist],
  ] as const;
  test.each(sites)('%s has the format of its name', (_, folder) => {
    const pictures = filesIn(folder()).filter(isPicture);
    const wrong = pictures.filter(
      (file) =>
        !marks[path.extname(file).slice(1)]?.test(readFileSync(path.join(folder(), file)).toString('latin1', 0, 16)),
    );
    expect(pictures.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });

  test('with odd pictures comes from an encoder, and none is a drawing or moves', async () => {
    const files = filesIn(path.join(dist, '_astro')).filter(isPicture);
    for (const file of files) {
      expect(file).toMatch(/\.(jpeg|webp|avif)$/);
      const { pages, hasAlpha } = await sharp(path.join(dist, '_astro', file)).metadata();
      expect([file, pages ?? 1, hasAlpha]).toEqual([file, 1, false]);
    }
  });
});

/** How far the colours of two points of a picture are from what is meant, of 255. */
async function distance(file: string, [left, right]: readonly Colour[], within?: [number, number]): Promise<number> {
  const { data, info } = await sharp(file).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const [from, to] = within ?? [0, info.width];
  const at = (part: number) => (Math.floor(info.height / 2) * info.width + Math.floor(from + (to - from) * part)) * 3;
  const points = [
    [at(0.25), left],
    [at(0.75), right],
  ] as const;
  return Math.max(
    ...points.flatMap(([start, colour]) =>
      [0, 1, 2].map((band) => Math.abs((data[start + band] ?? 0) - (colour?.[band] ?? 0))),
    ),
  );
}

describe.each(odd.map((picture) => [picture.name, picture] as const))(
  '%s',
  (name, { left, right, width = 640, height = 480, within = 6 }) => {
    const colours = (file: string) => {
      const behind: Colour = file.endsWith('.jpeg') ? [255, 255, 255] : [0xfd, 0xfc, 0xf9];
      return [left === ground ? behind : left, right];
    };

    test('has the colours of its halves in every file that is made of it', async () => {
      const files = filesIn(path.join(dist, '_astro')).filter(
        (file) => file.startsWith(`${stemOf(name)}.`) && isPicture(file),
      );
      expect(files.length).toBeGreaterThan(2);
      for (const file of files)
        expect(await distance(path.join(dist, '_astro', file), colours(file)), file).toBeLessThan(within);
    });

    test('keeps the room that it takes on its page', () => {
      const page = parsed(readFileSync(path.join(dist, '2025/05/06', slugOf(name), 'index.html'), 'utf8'));
      const sizes = elementsOf(page, 'img').map((image) => [
        Number(attribute(image, 'width')),
        Number(attribute(image, 'height')),
      ]);
      expect(sizes).toContainEqual([width, height]);
      // Pictures of a gallery are told in one height.
      for (const [wide = 0, high = 1] of sizes) expect(wide / high / (width / height)).toBeCloseTo(1, 2);
    });

    // What a card shows is not enlarged more than twice.
    test.runIf(height > 400 && width > 400)('lies on its card', async () => {
      const card = path.join(dist, '2025/05/06', slugOf(name), 'card.jpg');
      expect(await distance(card, colours('card.jpg'), [640, 1200])).toBeLessThan(within + 2);
    });
  },
);

describe('the build of a paper with odd pictures', () => {
  test('tells which of them move', () => {
    const moving = Array.from(told.matchAll(/The picture "([^"]*)" moves/g), ([, name]) => name);
    expect(moving.sort()).toEqual(
      odd
        .map(({ name }) => name)
        .filter((name) => /^moving/.test(name))
        .sort(),
    );
  });

  test('makes what it has made of them again when that is gone', async () => {
    const before = treeOf(dist);
    rmSync(path.join(root, '.astro/pictures'), { recursive: true });
    const { code, output } = await quickBuild(root, env);
    expect([code, output]).toEqual([0, expect.stringContaining('Rendering 0 of')]);
    expect(treeOf(dist)).toEqual(before);
  });

  test('publishes nothing when one is damaged, and says which', async () => {
    const before = treeOf(dist);
    const flat = sharp({ create: { width: 900, height: 600, channels: 3, background: '#468' } });
    const damaged = await flat.avif().toBuffer();
    damaged.fill(0x41, damaged.indexOf('mdat') + 8);
    const place = 'articles/2025/05/06/deep-png';
    writeContent(root, `${place}/photo.avif`, damaged);
    writeContent(root, `${place}/index.md`, `${storyOf('deep.png', 5)}\n![A photo](./photo.avif)\n`);
    for (const attempt of ['first', 'second']) {
      const { code, output } = await quickBuild(root, env);
      expect([attempt, code]).toEqual([attempt, 1]);
      expect(output).toContain(`P-014  content/${place}/photo.avif\n       The picture could not be encoded as`);
      expect(treeOf(dist)).toEqual(before);
    }
  });
});
