import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installPaper, runInstalled, runProgram } from '../support/installed-paper.ts';
import { makePaper, removePaper, type BuildResult } from '../support/paper.ts';
import { quickBuild } from '../support/quick-build.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';

// A paper in a folder of its own, beside one of the same stories in the engine's repository.

const first = 'content/articles/2025/05/06/first/index.md';
const withDifficulty = (value: string, body?: string) =>
  articleOf('first', { body, related: ['second', 'third'], picture: true }).replace(
    'section: town',
    `section: town\ndifficulty: ${value}`,
  );

const rated = (stars: number) => `The body of the first.\n\n:::rating{stars=${stars}}\n:::`;

const own = {
  'package.json': '{ "name": "small-paper", "private": true, "type": "module" }',
  'astro.config.mjs': `import { defineConfig } from 'astro/config';
import { broadsheet } from 'broadsheet';

export default defineConfig({
  integrations: [broadsheet({ components: { Heading: './src/Heading.astro' }, customCss: ['./src/look.css'] })],
});
`,
  'src/content.config.ts': `import { z } from 'astro/zod';
import { broadsheetCollections } from 'broadsheet/content';
import { blocks } from './blocks.ts';
import { words } from './words.ts';

export const collections = broadsheetCollections({
  extend: { difficulty: z.number().max(5).optional().describe('How hard it is to cook, from 1 to 5: \`3\`.') },
  words,
  blocks,
});
`,
  'src/words.ts': `import type { OwnWords } from 'broadsheet/content';

export const words: OwnWords = {
  en: ({ number }) => ({ frontPage: 'Page one', lists: { storyCount: (count) => \`\${number(count)} dishes\` } }),
};
`,
  'src/blocks.ts': `import type { OwnBlocks } from 'broadsheet/content';

export const blocks: OwnBlocks = {
  rating({ attributes: { stars = '' } }) {
    if (!/^[1-5]$/.test(stars)) throw new Error('a rating has from 1 to 5 stars.');
    const text = { type: 'text' as const, value: '★'.repeat(Number(stars)) };
    return { type: 'element', tagName: 'p', properties: { className: ['rating'] }, children: [text] };
  },
};
`,
  'src/Heading.astro': `---
import Heading from 'broadsheet/components/article/Heading.astro';

const { added } = Astro.props.view;
---

<Heading {...Astro.props} />
{added && <p class="difficulty">{added.difficulty} of 5</p>}
`,
  'src/look.css': '.difficulty { color: #00529b; }\n',
  'src/pages/shop.astro': '<h1>The shop</h1>\n',
};

const asOf = { BROADSHEET_NOW: '2025-05-07T00:00:00Z', BROADSHEET_CARDS: undefined };

let root: string;
let atHome: string;
let built: BuildResult;
beforeAll(async () => {
  const content = await smallPaper();
  const files = Object.entries(content).map(([file, text]) => [`content/${file}`, text] as const);
  root = installPaper({ ...Object.fromEntries(files), ...own, [first]: withDifficulty('3', rated(4)) });
  const { 'articles/2025/05/06/first/index.md': text } = content;
  atHome = makePaper({ ...content, 'articles/2025/05/06/first/index.md': `${String(text)}\n★★★★\n` });
  built = await runInstalled(root, ['build'], asOf);
  expect(await quickBuild(atHome, asOf)).toMatchObject({ code: 0 });
});
afterAll(() => {
  removePaper(root);
  removePaper(atHome);
});

const letters = 'abcdefghjkmn';
const page = (file: string) => readFileSync(path.join(root, 'dist', file), 'utf8');

describe('A paper that has installed the engine', () => {
  test('is built by its command', () => {
    expect(built).toEqual({ code: 0, output: expect.stringMatching(/Published in dist\/\.\n$/) as string });
  });

  test('has its own component in the place of the engine’s, with what its own field says', () => {
    expect(page('2025/05/06/first/index.html')).toContain('<p class="difficulty">3 of 5</p>');
    expect(page('2025/05/06/second/index.html')).not.toContain('class="difficulty"');
  });

  test('has its own style sheet on every page, in a layer over the engine’s', () => {
    expect(/@layer utilities\{[^]*(@layer paper\{.*?\}\})@layer given\{/.exec(page('index.html'))?.[1]).toBe(
      '@layer paper{.difficulty{color:#00529b}}',
    );
  });

  test('has its own words on every page, and those of the engine that it has not replaced', () => {
    const article = page('2025/05/06/first/index.html');
    expect([/Page one|Front page/.exec(article)?.[0], article.includes('Skip to the text')]).toEqual([
      'Page one',
      true,
    ]);
    expect(page('archive/index.html')).toContain('3 dishes');
  });

  test('has its own block in pages, feeds and Markdown', () => {
    const files = ['2025/05/06/first/index.html', 'feed.xml', 'atom.xml', '2025/05/06/first/index.md'];
    expect(files.filter((file) => !page(file).includes('★★★★'))).toEqual([]);
    expect(page('2025/05/06/first/index.html')).toContain('<p class="rating">★★★★</p>');
  });

  test('is told where its own block cannot be made', async () => {
    writeFileSync(path.join(root, first), withDifficulty('3', rated(9)));
    const { code, output } = await runProgram(root, ['check'], asOf);
    writeFileSync(path.join(root, first), withDifficulty('3', rated(4)));
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(
        /^B-222 {2}\S+first\/index\.md:\d+:1\n +The block ":::rating" cannot be made: a rating has from 1/,
      ),
    ]);
  });

  test('has its own pages', () => {
    expect(page('shop/index.html')).toContain('<h1>The shop</h1>');
  });

  test('is in all else but the pictures of its name what it would be in the engine’s repository', () => {
    const ours = siteOf(path.join(root, 'dist'));
    const theirs = siteOf(path.join(atHome, 'dist'));
    ours.delete('shop/index.html');
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    const others = [...ours].filter(([file, content]) => content !== theirs.get(file)).map(([file]) => file);
    expect(others.filter((file) => !/^(favicon\.svg|apple-touch-icon\.png|icons\/\w+\.png)$/.test(file))).toEqual([]);
    expect(others).toContain('favicon.svg');
  });

  test('renders nothing again when nothing has changed, and all when its own component has', async () => {
    expect((await runProgram(root, ['build'], asOf)).output).toContain('Rendering 0 of ');
    writeFileSync(path.join(root, 'src/Heading.astro'), own['src/Heading.astro'].replace('of 5', 'of five'));
    expect((await runProgram(root, ['build'], asOf)).output).toMatch(/Rendering (\d+) of \1 pages/);
    expect(page('2025/05/06/first/index.html')).toContain('3 of five');
  });

  test('has its bodies made again when its own block is another', async () => {
    writeFileSync(path.join(root, 'src/blocks.ts'), own['src/blocks.ts'].replace('★', '☆'));
    await runProgram(root, ['build'], asOf);
    expect(page('2025/05/06/first/index.html')).toContain('☆☆☆☆');
  });

  test('is refused where its own words have a place that no word has', async () => {
    writeFileSync(path.join(root, 'src/words.ts'), own['src/words.ts'].replace('frontPage', 'frontpage'));
    const { code, output } = await runProgram(root, ['build'], asOf);
    writeFileSync(path.join(root, 'src/words.ts'), own['src/words.ts']);
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(
        /^X-004 {2}src\/content\.config\.ts\n +There is no word "en\.frontpage"\.\n +Did you mean "frontPage"\?$/m,
      ),
    ]);
  });

  test.each([
    ['9', 'S-004', 'The field "difficulty" cannot be 9 (too big: expected number to be <=5).'],
    ['hard', 'S-003', 'The field "difficulty" is text; it has to be a number.'],
  ])('is told where its own field is wrong: %s', async (value, code, found) => {
    writeFileSync(path.join(root, first), withDifficulty(value));
    const { code: status, output } = await runProgram(root, ['check'], asOf);
    writeFileSync(path.join(root, first), withDifficulty('3', rated(4)));
    expect([status, output]).toEqual([
      1,
      `${code}  ${first}:5\n       ${found}\n       How hard it is to cook, from 1 to 5: \`3\`.\n\nOne thing to mend.\n`,
    ]);
  });

  test('is rendered by several threads where it has many stories, with its own words and blocks', async () => {
    const names = Array.from({ length: 120 }, (_, number) => `story-${number}`);
    for (const [number, name] of names.entries()) {
      const folder = path.join(root, 'content/articles/2025/05/05', name);
      mkdirSync(folder, { recursive: true });
      const text = articleOf(name, { body: rated(2) }).replace(
        /^id: .*$/m,
        `id: many${letters[number % 12]}${letters[Math.floor(number / 12)]}`,
      );
      writeFileSync(path.join(folder, 'index.md'), text.replace('2025-05-06', '2025-05-05'));
    }
    for (const made of ['.astro', 'dist']) rmSync(path.join(root, made), { recursive: true, force: true });
    const { code, output } = await runInstalled(root, ['build'], asOf);
    expect([code, output]).toEqual([0, expect.not.stringContaining('Building by Astro')]);
    expect(names.filter((name) => !page(`2025/05/05/${name}/index.html`).includes('<p class="rating">☆☆'))).toEqual([]);
    expect(page('archive/index.html')).toContain('123 dishes');
  });

  test('is told how its commands are typed there', async () => {
    const { output } = await runInstalled(root, ['dev', '--help']);
    expect(output).toMatch(
      /^Usage: npx broadsheet dev \[options\]\n[^]*For example: npx broadsheet dev --port 8080\n$/,
    );
  });
});

test('The package holds no TypeScript that Node.js would have to read.', () => {
  const lib = path.join(root, 'node_modules/broadsheet/lib');
  const sources = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.d)\.ts$/.test(file));
  // The service worker is read as text.
  expect(sources).toEqual([path.join('scripts', 'service-worker.ts')]);
  expect(existsSync(path.join(lib, 'artwork'))).toBe(false);
});

test('The program of the package is in few files, with the licences of what is in them.', () => {
  const text = (file: string) => readFileSync(path.join(root, 'node_modules/broadsheet/lib/desk', file), 'utf8');
  const [, check = ''] = /import\("\.\/(check-[\w-]+\.js)"\)/.exec(text('desk.js')) ?? [];
  const loaded = new Set(['desk.js', check]);
  for (const file of loaded)
    for (const [, next = ''] of text(file).matchAll(/^import .*?"\.\/([^"]+)"/gm)) loaded.add(next);
  expect(loaded.size).toBeLessThan(60);
  expect(text('licences.txt')).toMatch(/^zod \d[^]*\(MIT\)[^]*Colin McDonnell/m);
});

test('The package names every other that its modules load.', () => {
  const engine = path.join(root, 'node_modules/broadsheet');
  const modules = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const loaded = modules.flatMap((file) =>
    [
      ...readFileSync(path.join(engine, file), 'utf8').matchAll(
        /^(?:import|export) [^;]*?from ['"]([a-z@][^'":]*)['"]/gm,
      ),
    ].map(([, name = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? ''),
  );
  const { dependencies } = JSON.parse(readFileSync(path.join(engine, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect([...new Set(loaded)].filter((name) => !(name in dependencies))).toEqual([]);
});

/** The files of a site by their names, without what the paper has put in the place of the engine's. */
function siteOf(dist: string): Map<string, string> {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const plain = (text: string) =>
    text
      .replace(/<p class="difficulty">[^<]*<\/p>/g, '')
      .replaceAll(' class="rating"', '')
      .replaceAll('Page one', 'Front page')
      .replace(/\b\d dishes/g, (count) => (count === '1 dishes' ? '1 story' : count.replace('dishes', 'stories')))
      .replace(/>\s+</g, '><')
      .replace(/<style>[^]*?<\/style>|<meta http-equiv="content-security-policy"[^>]*>/g, '')
      .replace(/_astro\/feed\.[\w-]+\.css/g, '_astro/feed.css');
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const isText = /\.(html|xml|json|md|txt|js|opml|css)$/.test(file);
      const text = readFileSync(file, 'latin1');
      const name = plain(path.relative(dist, file));
      return [name, name.endsWith('/feed.css') ? '' : isText ? plain(text) : text];
    }),
  );
}
