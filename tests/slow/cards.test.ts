import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attribute, elementsOf, filesIn, parsed, treeOf } from '../support/dist.ts';
import { makePaper, removePaper, runBuild, whole, writeContent } from '../support/paper.ts';
import { quickBuild } from '../support/quick-build.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';

/** What a page says in its `meta` elements, by property or name; a name may come several times. */
function tagsOf(html: string): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  for (const meta of elementsOf(parsed(html), 'meta')) {
    const name = attribute(meta, 'property') ?? attribute(meta, 'name');
    if (name) tags.set(name, [...(tags.get(name) ?? []), attribute(meta, 'content') ?? '']);
  }
  return tags;
}

describe('cards of a paper that is built again', () => {
  const now = { BROADSHEET_NOW: '2026-01-15T12:00:00Z', BROADSHEET_SEARCH: 'off' };
  let root: string;
  const cards = () =>
    Object.fromEntries(Object.entries(treeOf(path.join(root, 'dist'))).filter(([file]) => file.endsWith('card.jpg')));
  const built = async (env: NodeJS.ProcessEnv = {}, build = quickBuild) => {
    const { code, output } = await build(root, { ...now, ...whole, ...env });
    if (code !== 0) throw new Error(output);
    return /Drew (\d+ of \d+) cards/.exec(output)?.[1];
  };
  const timeOf = (slug: string) => statSync(path.join(root, `dist/2025/05/06/${slug}/card.jpg`)).mtimeMs;

  beforeAll(async () => {
    root = makePaper({
      ...(await smallPaper()),
      'articles/2025/05/06/first/quay.png': await sharp({
        create: { width: 900, height: 700, channels: 3, background: '#47a' },
      })
        .png()
        .toBuffer(),
    });
    expect(await built()).toBe('4 of 4');
  });
  afterAll(() => removePaper(root));

  test('are the same in another time zone and language, all of them drawn anew', async () => {
    const before = cards();
    rmSync(path.join(root, 'dist'), { recursive: true });
    rmSync(path.join(root, '.astro'), { recursive: true });
    const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' };
    expect(await built(elsewhere, runBuild)).toBe('4 of 4');
    expect(cards()).toEqual(before);
    expect(Object.keys(before).length).toBe(4);
  });

  test('are drawn again only where a headline changed, and not where the text of a story did', async () => {
    const [before, times] = [cards(), ['first', 'second'].map(timeOf)];
    writeContent(root, 'articles/2025/05/06/third/index.md', articleOf('third', { headline: 'Another headline' }));
    const edited = articleOf('second', { body: 'Edited.', related: ['third'] });
    writeContent(root, 'articles/2025/05/06/second/index.md', edited);
    expect(await built()).toBe('1 of 4');
    const changed = Object.entries(cards()).filter(([file, digest]) => before[file] !== digest);
    expect(changed.map(([file]) => file)).toEqual(['2025/05/06/third/card.jpg']);
    expect(['first', 'second'].map(timeOf)).toEqual(times);
  });

  test('are drawn again where the picture changed', async () => {
    const before = cards();
    const other = sharp({ create: { width: 900, height: 700, channels: 3, background: '#a74' } });
    writeContent(root, 'articles/2025/05/06/first/quay.png', await other.png().toBuffer());
    // A process that has read a picture keeps it under its name.
    expect(await built({}, runBuild)).toMatch(/^1 of/);
    expect(cards()['2025/05/06/first/card.jpg']).not.toBe(before['2025/05/06/first/card.jpg']);
  });

  test('go with a story that goes', async () => {
    writeContent(root, 'articles/2025/05/06/second/index.md', articleOf('second', { status: 'draft' }));
    writeContent(root, 'articles/2025/05/06/first/index.md', articleOf('first', { picture: true }));
    await built();
    expect(Object.keys(cards()).sort()).toEqual(['2025/05/06/first/card.jpg', '2025/05/06/third/card.jpg', 'card.jpg']);
  });

  test('are left out when the build is told so, and the picture of a story stands in', async () => {
    await built({ BROADSHEET_CARDS: 'off' });
    expect(cards()).toEqual({});
    const tags = (slug: string) => tagsOf(readFileSync(path.join(root, `dist/2025/05/06/${slug}/index.html`), 'utf8'));
    const [image = ''] = tags('first').get('og:image') ?? [];
    const { width, height } = await sharp(path.join(root, 'dist', new URL(image).pathname)).metadata();
    expect([`${width}`, `${height}`]).toEqual(
      ['og:image:width', 'og:image:height'].map((name) => tags('first').get(name)?.[0]),
    );
    expect(tags('third').has('og:image')).toBe(false);
    expect(tags('third').get('og:title')).toEqual(['Another headline']);
    expect(filesIn(path.join(root, 'dist')).length).toBeGreaterThan(5);
  });
});
