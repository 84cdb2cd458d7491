import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { treeOf } from '../support/dist.ts';
import { EditedPaper } from '../support/edited-paper.ts';
import {
  copyPaper,
  makePaper,
  project,
  removePaper,
  runAstro,
  startBuild,
  startPress,
  whole,
  writeContent,
} from '../support/paper.ts';
import { patience } from '../support/patience.ts';
import { builtPaper, quickBuild } from '../support/quick-build.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';

const roots: string[] = [];
const kept = (root: string) => (roots.push(root), root);
afterAll(() => roots.forEach(removePaper));

const distOf = (root: string) => treeOf(path.join(root, 'dist'));
const proofOf = (root: string) => path.join(root, '.astro/proof.json');

/** Has the next build render every page again. */
function forgetPages(root: string): void {
  const proof = JSON.parse(readFileSync(proofOf(root), 'utf8')) as { pages: Record<string, { key: string }> };
  for (const page of Object.values(proof.pages)) page.key = '';
  writeFileSync(proofOf(root), JSON.stringify(proof));
}

describe('The bundle that a build has left', () => {
  test.each(['edition', 'fixture'] as const)('renders the %s byte for byte as Astro does', async (name) => {
    const paper = inject(name);
    const root = kept(copyPaper(paper.root));
    const env = { ...whole, BROADSHEET_NOW: paper.now };
    // The folder is another than that in which the bundle was made.
    expect(await quickBuild(root, env)).toMatchObject({ code: 0 });
    forgetPages(root);
    const { output } = await quickBuild(root, env);
    expect(output).toMatch(/Rendering (\d+) of \1 pages/);
    expect(output).not.toContain('by Astro');
    expect(distOf(root)).toEqual(treeOf(paper.dist));
  });
});

describe('A paper that is edited again and again', () => {
  let root: string;
  let paper: EditedPaper;
  const edits: string[] = [];
  const env = () => ({ ...whole, BROADSHEET_NOW: paper.now });

  beforeAll(async () => {
    root = kept(makePaper({}));
    paper = new EditedPaper(root, 20250506);
    await paper.fill();
    expect(await quickBuild(root, env())).toMatchObject({ code: 0 });
  });

  /** What a build elsewhere, of nothing, gives. */
  async function clean(build = quickBuild): Promise<Record<string, string>> {
    const elsewhere = kept(makePaper(path.join(root, 'content')));
    const { code, output } = await build(elsewhere, env());
    if (code !== 0) throw new Error(output);
    const tree = distOf(elsewhere);
    removePaper(elsewhere);
    return tree;
  }

  test.each([5, 10, 15, 20, 25, 30])('is after %d edits as a clean build gives it', async (count) => {
    while (edits.length < count) {
      edits.push(await paper.edit());
      const { code, output } = await quickBuild(root, env());
      expect({ code, output, edits }).toMatchObject({
        code: 0,
        output: expect.not.stringContaining('by Astro') as string,
      });
    }
    expect(distOf(root), edits.join(', ')).toEqual(await clean());
  });

  test('is at the end as Astro’s own command builds it', async () => {
    expect(distOf(root)).toEqual(await clean(runAstro));
  });

  test('is the same again when all of it is made again', async () => {
    const before = distOf(root);
    forgetPages(root);
    expect(await quickBuild(root, env())).toMatchObject({ code: 0 });
    expect(distOf(root)).toEqual(before);
    rmSync(path.join(root, '.astro/filed'), { recursive: true });
    expect((await quickBuild(root, env())).output).toContain('Rendering 0 of ');
  });
});

describe('The press that stays', () => {
  let root: string;
  let paper: EditedPaper;
  let running: ReturnType<typeof startPress>;
  const env = { ...whole, BROADSHEET_NOW: '2025-07-01T00:00:00Z' };
  const count = () => running.told().match(/That took/g)?.length ?? 0;

  /** Waits until what was saved is published. */
  async function published(before: number): Promise<void> {
    await vi.waitUntil(() => count() > before, { timeout: patience });
    for (let seen = before; seen !== count(); await pause(1000)) seen = count();
  }

  beforeAll(async () => {
    root = kept(makePaper({}));
    paper = new EditedPaper(root, 31);
    await paper.fill();
    running = startPress(root, env);
    await published(0);
  });
  afterAll(() => running.child.kill());

  async function isAsClean(): Promise<void> {
    const elsewhere = kept(makePaper(path.join(root, 'content')));
    expect(await quickBuild(elsewhere, env)).toMatchObject({ code: 0 });
    expect(distOf(root)).toEqual(distOf(elsewhere));
  }

  test('has what was saved, edit for edit, as a clean build has it', async () => {
    const edits: string[] = [];
    while (edits.length < 20) {
      const before = count();
      const edit = await paper.edit();
      edits.push(edit);
      if (edit !== 'nothing') await published(before);
    }
    expect(running.told(), edits.join(', ')).not.toMatch(/Nothing was published|not published to its end/);
    await isAsClean();
  });

  test('goes on from what another command has published meanwhile', async () => {
    writeContent(root, 'topics/tides.yaml', 'name: Tides and more\n');
    await quickBuild(root, env);
    const before = count();
    writeContent(root, 'topics/ferries.yaml', 'name: Ferries and more\n');
    await published(before);
    await isAsClean();
  });

  test('publishes nothing while there is something to mend, and all of it when it is mended', async () => {
    const file = 'contributors/ann.yaml';
    writeContent(root, file, 'nme: Ann\n');
    writeContent(root, 'contributors/bob.yaml', 'name: Robert\n');
    await expect.poll(running.told).toContain('Nothing was published; the last good build stays.');
    const before = count();
    writeContent(root, file, 'name: Ann\n');
    await published(before);
    await isAsClean();
  });
});

describe('Two publications at once', () => {
  test('follow each other, and both are published', async () => {
    const env = { BROADSHEET_NOW: '2026-01-15T12:00:00Z' };
    const root = kept(await builtPaper(await smallPaper(), env));
    writeContent(root, 'articles/2025/05/06/third/index.md', articleOf('third', { body: 'One of two.' }));
    const results = await Promise.all([startBuild(root, env).ended, startBuild(root, env).ended]);
    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    expect(results.map(({ output }) => output).join('')).toMatch(
      /Another build is at work \(process \d+\)\. Waiting until it has ended …/,
    );
    expect(readFileSync(path.join(root, 'dist/2025/05/06/third/index.html'), 'utf8')).toContain('One of two.');
  });
});

test('A paper with a collection of its own, which no bundle could know, is built by Astro each time.', async () => {
  const env = { BROADSHEET_NOW: '2026-01-15T12:00:00Z' };
  const root = kept(makePaper(await smallPaper()));
  const config = path.join(root, 'src/content.config.ts');
  const text = readFileSync(path.join(project, 'src/content.config.ts'), 'utf8');
  writeFileSync(
    config,
    `import { defineCollection } from 'astro/content/config';\nimport { file } from 'astro/loaders';\n${text}\n`.replace(
      /export const collections = ([^;]*);/,
      "export const collections = { ...$1, prices: defineCollection({ loader: file('prices.json') }) };",
    ),
  );
  writeFileSync(path.join(root, 'prices.json'), '[{ "id": "tea", "price": 3 }]');
  writeFileSync(
    path.join(root, 'src/pages/prices.astro'),
    "---\nimport { getCollection } from 'astro:content';\nconst prices = await getCollection('prices');\n---\n<p>{prices[0].data.price}</p>\n",
  );
  expect(await quickBuild(root, env)).toMatchObject({ code: 0 });
  const page = () => readFileSync(path.join(root, 'dist/prices/index.html'), 'utf8');
  expect(page()).toContain('<p>3</p>');
  writeFileSync(path.join(root, 'prices.json'), '[{ "id": "tea", "price": 4 }]');
  writeContent(root, 'articles/2025/05/06/third/index.md', articleOf('third', { body: 'Another.' }));
  expect(await quickBuild(root, env)).toMatchObject({ code: 0 });
  expect(page()).toContain('<p>4</p>');
});
