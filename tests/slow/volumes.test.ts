import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { treeOf } from '../support/dist.ts';
import { removePaper, whole } from '../support/paper.ts';
import { builtPaper, quickBuild, quickDesk } from '../support/quick-build.ts';
import { smallPaper } from '../support/small-paper.ts';

const env = { ...whole, BROADSHEET_NOW: '2026-01-15T12:00:00Z' };
const years = ['2023', '2024', '2025'];

/** The small paper with a story of each of three years, of which the first names both others. */
async function paperOfYears(): Promise<Record<string, string | Buffer>> {
  const dated = (text: string) =>
    text.replace(/2025([/-]05[/-]06\/second)/g, '2024$1').replace(/2025([/-]05[/-]06\/third)/g, '2023$1');
  return Object.fromEntries(
    Object.entries(await smallPaper()).map(([file, content]) => {
      const place = dated(file);
      const [, year = '2025'] = /^articles\/(\d+)/.exec(place) ?? [];
      return [
        place,
        typeof content === 'string' ? dated(content).replace('published: 2025', `published: ${year}`) : content,
      ];
    }),
  );
}

describe('A paper that is built in volumes', () => {
  let root: string;
  let clean: Record<string, string>;
  const bind = async (year: string) => {
    const { code, output } = await quickDesk(root, ['build', '--volume', year], env);
    if (code !== 0) throw new Error(output);
    return { output, rendered: Number(/Rendering (\d+) of/.exec(output)?.[1]) };
  };
  /** Builds as a machine does that has been given the volumes, and nothing else. */
  const joined = async () => {
    for (const each of ['dist', '.astro/index.db', '.astro/bodies', '.astro/assets'])
      rmSync(path.join(root, each), { recursive: true, force: true });
    const { code, output } = await quickBuild(root, env);
    if (code !== 0) throw new Error(output);
    return { output, tree: treeOf(path.join(root, 'dist')) };
  };
  const third = () => path.join(root, 'content/articles/2023/05/06/third/index.md');
  const edit = (from: string, to: string) => writeFileSync(third(), readFileSync(third(), 'utf8').replace(from, to));

  beforeAll(async () => {
    root = await builtPaper(await paperOfYears(), env);
    clean = treeOf(path.join(root, 'dist'));
    for (const year of years) await bind(year);
  });
  afterAll(() => removePaper(root));

  test('publishes nothing while they are built', () => {
    expect(treeOf(path.join(root, 'dist'))).toEqual(clean);
  });

  test('has nothing to render in one that is built again', async () => {
    const { output, rendered } = await bind('2024');
    expect(rendered).toBe(0);
    expect(output).toContain('The volume 2024 is as it was');
  });

  test('is, when they are joined, what one build of all makes, and what is damaged is made anew', async () => {
    const damaged = path.join(root, '.astro/volumes/2024/site/2024/05/06/second/index.html');
    writeFileSync(damaged, readFileSync(damaged, 'utf8').replace('The body of the second', 'Something else'));
    const { output, tree } = await joined();
    expect(tree).toEqual(clean);
    expect(output).toMatch(/^Taking \d+ files over from volumes …$/m);
    expect((await bind('2024')).rendered).toBe(1);
  });

  test('has a correction in its own volume alone', async () => {
    edit(
      'status: published',
      'status: published\ncorrections: [{ at: 2025-07-01T00:00:00Z, kind: correction, text: It was not. }]',
    );
    const again = [await bind('2023'), await bind('2024'), await bind('2025')];
    expect(again.map(({ rendered }) => rendered > 0)).toEqual([true, false, false]);
    const page = path.join(root, '.astro/volumes/2023/site/2023/05/06/third/index.html');
    expect(readFileSync(page, 'utf8')).toContain('It was not.');
  });

  test('has none of a year without a story', async () => {
    const { code, output } = await quickDesk(root, ['build', '--volume', '2031'], env);
    expect([code, output]).toEqual([1, expect.stringContaining('No article is filed under 2031.') as string]);
  });
});
