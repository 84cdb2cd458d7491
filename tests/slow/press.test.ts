import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { treeOf } from '../support/dist.ts';
import { EditedPaper } from '../support/edited-paper.ts';
import { listPaper } from '../support/list-paper.ts';
import {
  copyPaper,
  makePaper,
  project,
  removePaper,
  runAstro,
  startBuild,
  whole,
  writeContent,
} from '../support/paper.ts';
import { buildAnew, builtPaper, quickBuild } from '../support/quick-build.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';

const roots: string[] = [];
const kept = (root: string) => (roots.push(root), root);
afterAll(() => roots.forEach(removePaper));

const distOf = (root: string) => treeOf(path.join(root, 'dist'));

/** Has the next build render every page again. */
function forgetPages(root: string): void {
  const index = new DatabaseSync(path.join(root, '.astro/index.db'));
  index.exec("UPDATE output SET key = ''; DELETE FROM seen");
  index.close();
}

describe('The bundle that a build has left', () => {
  test.each(['edition', 'fixture'] as const)('renders the %s byte for byte as Astro does', async (name) => {
    const paper = inject(name);
    const root = kept(copyPaper(paper.root));
    const env = { ...whole, BROADSHEET_NOW: paper.now };
    // The folder is another than that in which the bundle was made; Astro would make another.
    const madeAt = (of: string) => {
      const place = path.join(of, '.astro/bundle');
      return statSync(path.join(place, readdirSync(place).join(), 'paper.json')).mtime.getTime();
    };
    forgetPages(root);
    const { output } = await quickBuild(root, env);
    expect(output).toMatch(/Rendering (\d+) of \1 pages/);
    expect(output).not.toContain('by Astro');
    expect(madeAt(root)).toBe(madeAt(paper.root));
    expect(distOf(root)).toEqual(treeOf(paper.dist));
  });
});

describe('A paper of so many stories that several threads render it', () => {
  const now = { ...whole, BROADSHEET_NOW: '2026-01-15T12:00:00Z' };
  let root: string;
  beforeAll(async () => {
    root = kept(makePaper(listPaper(130)));
    const { code, output } = await startBuild(root, now).ended;
    expect({ code, output }).toMatchObject({ code: 0, output: expect.not.stringContaining('by Astro') as string });
  });

  test('is byte for byte as Astro’s own command builds it', async () => {
    const elsewhere = kept(makePaper(listPaper(130)));
    expect(await runAstro(elsewhere, now)).toMatchObject({ code: 0 });
    expect(distOf(root)).toEqual(distOf(elsewhere));
  });

  test('is known page by page to the next build', async () => {
    rmSync(path.join(root, 'content/contributors/writer.yaml'));
    writeContent(root, 'contributors/writer.yaml', 'name: A Writer\nrole: Correspondent\nbio: Writes every story.\n');
    const { output } = await quickBuild(root, now);
    expect(output).toContain('Rendering 0 of');
  });

  test('tells what is wrong with it, while its templates are bundled, and publishes nothing', async () => {
    const wrong = kept(makePaper({ ...listPaper(130), 'sections/quiet.yaml': 'title: Quiet\n' }));
    const { code, output } = await startBuild(wrong, now).ended;
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining('content/sections/quiet.yaml') as string,
    });
    expect(existsSync(path.join(wrong, 'dist'))).toBe(false);
  });

  test('is built by Astro, which tells what is wrong, where its templates cannot be bundled', async () => {
    const wrong = kept(makePaper(listPaper(130)));
    writeFileSync(
      path.join(wrong, 'src/layouts/Moved.astro'),
      '---\nimport nothing from "./nothing.ts";\n---\n{nothing}\n',
    );
    const { code, output } = await startBuild(wrong, now).ended;
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining('nothing.ts') as string });
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
    expect(await buildAnew(root, env())).toMatchObject({ code: 0 });
  });

  test('is after 15 edits as Astro’s own command builds it of nothing', async () => {
    while (edits.length < 15) {
      edits.push(await paper.edit());
      const { code, output } = await quickBuild(root, env());
      expect({ code, output, edits }).toMatchObject({
        code: 0,
        output: expect.not.stringContaining('by Astro') as string,
      });
    }
    const elsewhere = kept(makePaper(path.join(root, 'content')));
    expect(await runAstro(elsewhere, env())).toMatchObject({ code: 0 });
    expect(distOf(root), edits.join(', ')).toEqual(distOf(elsewhere));
  });

  test('is the same again when all of it is made again', async () => {
    const before = distOf(root);
    forgetPages(root);
    expect(await quickBuild(root, env())).toMatchObject({ code: 0 });
    expect(distOf(root)).toEqual(before);
  });
});

describe('A paper with the first of its kind', () => {
  const now = { BROADSHEET_NOW: '2025-07-01T00:00:00Z' };
  const place = 'articles/2025/05/06/second/index.md';
  const story = articleOf('second', { related: ['third'] });
  const published = 'status: published\n';
  let root: string;
  beforeAll(async () => {
    const paper = await smallPaper();
    const publication = String(paper['publication.yaml']).replace('[town]', '[town, sport]');
    root = kept(
      makePaper({
        ...paper,
        'publication.yaml': publication,
        'sections/sport.yaml': 'name: Sport\n',
        'topics/tides.yaml': 'name: Tides\n',
        'contributors/other.yaml': 'name: Other\n',
      }),
    );
    // Another paper's bundle might know of what this one has not.
    expect(await buildAnew(root, now)).toMatchObject({ code: 0 });
  });

  const kinds: [kind: string, from: string, to: string][] = [
    ['correction', published, `${published}corrections:\n  - at: 2025-06-01T12:00:00Z\n    text: It was otherwise.\n`],
    ['update', published, `${published}updated: 2025-06-01T12:00:00Z\n`],
    ['dateline', published, `${published}dateline: { place: Hanoi, date: 2025-05-05 }\n`],
    ['picture', published, `${published}picture:\n  file: ../first/quay.png\n  alt: Red.\n`],
    [
      'video',
      'The body',
      ':::video{poster="../first/quay.png" alt="Red." href="https://example.com/film" duration="1:32"}\nA film.\n:::\n\nThe body',
    ],
    ['story on a topic', published, `${published}topics: [tides]\n`],
    ['story in a section', 'section: town', 'section: sport'],
    ['story of a contributor', 'who: writer', 'who: other'],
    ['story that was in print', published, `${published}print: { publication: The Paper, edition: 2025-05-06 }\n`],
    ['story that was withdrawn', published, 'status: { withdrawn: 2025-06-02T00:00:00Z, reason: It was not so. }\n'],
  ];

  test.each(kinds)(
    'has what a paper has that begins with it: a %s; and without it what it had',
    async (_, from, to) => {
      const before = distOf(root);
      writeContent(root, place, story.replace(from, to));
      expect(await quickBuild(root, now)).toMatchObject({ code: 0 });
      const anew = kept(makePaper(path.join(root, 'content')));
      expect(await quickBuild(anew, now)).toMatchObject({ code: 0 });
      expect(distOf(root)).toEqual(distOf(anew));
      expect(distOf(root)).not.toEqual(before);
      writeContent(root, place, story);
      expect(await quickBuild(root, now)).toMatchObject({ code: 0 });
      expect(distOf(root)).toEqual(before);
    },
  );

  test('has with a story of each kind what a paper has that Astro builds of nothing', async () => {
    for (const [index, [, from, to]] of kinds.entries()) {
      const text = story.replace('id: scnd22', `id: knd${'23456789ab'[index]}22`).replace(from, to);
      writeContent(root, `articles/2025/05/06/kind-${index + 1}/index.md`, text);
    }
    const { code, output } = await quickBuild(root, now);
    expect({ code, output }).toMatchObject({ code: 0, output: expect.not.stringContaining('by Astro') as string });
    const anew = kept(makePaper(path.join(root, 'content')));
    expect(await buildAnew(anew, now)).toMatchObject({ code: 0 });
    expect(distOf(root)).toEqual(distOf(anew));
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
