import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { filesIn, treeOf } from '../support/dist.ts';
import { copyPaper, makePaper, removePaper, runBuild, whole, writeContent } from '../support/paper.ts';
import { buildAnew, builtPaper, quickBuild } from '../support/quick-build.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';

const now = { BROADSHEET_NOW: '2026-01-15T12:00:00Z' };
const all = { ...now, ...whole };
const roots: string[] = [];

function newPaper(content: string | Record<string, string | Buffer>): string {
  const root = makePaper(content);
  roots.push(root);
  return root;
}

/** Builds a paper; throws when that fails. */
async function built(root: string, env: NodeJS.ProcessEnv = now, build = quickBuild): Promise<Built> {
  const { code, output } = await build(root, env);
  if (code !== 0) throw new Error(output);
  return toldBy(root, output);
}

interface Built {
  rendered: number;
  pages: number;
  indexed?: string;
  tree: Record<string, string>;
}

/** What a build told, and what it left. */
function toldBy(root: string, output: string): Built {
  const [, rendered, pages] = /Rendering (\d+) of (\d+) pages/.exec(output) ?? [];
  const [, indexed] = /Indexed (\d+ of \d+) parts/.exec(output) ?? [];
  return { rendered: Number(rendered), pages: Number(pages), indexed, tree: treeOf(path.join(root, 'dist')) };
}

/** What the paper in a folder looks like when it is built for the first time, elsewhere. */
async function builtClean(root: string, env = now, build = quickBuild): Promise<Record<string, string>> {
  return (await built(newPaper(path.join(root, 'content')), env, build)).tree;
}

/** Pages, and articles' other forms, that a change has rendered again, by their addresses. */
async function renderedBy(root: string, change: () => void, as: NodeJS.ProcessEnv): Promise<string[]> {
  change();
  const { code, output } = await quickBuild(root, { ...as, BROADSHEET_EXPLAIN: 'on' });
  if (code !== 0) throw new Error(output);
  return [...output.matchAll(/^ {2}(\/\S*) {2}\w/gm)]
    .map(([, address = '']) => address)
    .filter((address) => /^\/(?:[a-z\d][\w/-]*|\d.*\/(?:index|oembed)\.(?:md|json))?$/.test(address))
    .sort();
}

/** The articles among pages, by their last names. */
const articlesAmong = (addresses: string[]) =>
  addresses.flatMap((address) => /^\/\d{4}\/\d{2}\/\d{2}\/([a-z][\w-]*)$/.exec(address)?.[1] ?? []);

const pageOf = (root: string, slug: string) => path.join(root, `dist/2025/05/06/${slug}/index.html`);

afterAll(() => roots.forEach(removePaper));

describe('a second build of the fixture paper without a change', () => {
  let root: string;
  const fixture = inject('fixture');
  const as = { ...whole, BROADSHEET_NOW: fixture.now };
  let first: Built;
  let second: Built;
  beforeAll(async () => {
    root = copyPaper(fixture.root);
    roots.push(root);
    first = toldBy(root, fixture.output);
    second = await built(root, as, runBuild);
  });

  test('renders no page', () => {
    expect(first.rendered).toBe(first.pages);
    expect(second.rendered).toBe(0);
  });

  test('makes no part of the search index again', () => {
    expect(first.indexed).toBe('4 of 4');
    expect(second.indexed).toBeUndefined();
  });

  test('gives the same files with the same bytes', () => {
    expect(second.tree).toEqual(first.tree);
  });

  test('leaves files alone whose bytes are as they were, though their page is rendered again', async () => {
    const time = () => statSync(path.join(root, 'dist/404.html')).mtimeMs;
    const before = time();
    expect(await renderedBy(root, () => writeContent(root, 'README.md', 'Notes, too.\n'), as)).toContain('/404');
    expect(time()).toBe(before);
  });

  const keyless = ['/', '/404', '/saved', '/search'];

  test('and one after an edit of one word renders that article and the pages without a key of their own', async () => {
    const file = path.join(root, 'content/articles/2025/05/06/ebb/index.md');
    const edit = () => writeFileSync(file, readFileSync(file, 'utf8').replace('On some there', 'On some days there'));
    const forms = ['', '/index.json', '/index.md', '/oembed.json'].map((file) => `/2025/05/06/ebb${file}`);
    expect(await renderedBy(root, edit, as)).toEqual([...forms, ...keyless].sort());
  });

  test('and one after an edit of a file that is no article renders the pages without a key of their own', async () => {
    expect(await renderedBy(root, () => writeContent(root, 'README.md', 'Notes.\n'), as)).toEqual(keyless);
  });

  test('and one after a story is added renders it, the articles before and after it, and few that are about the same', async () => {
    const text = readFileSync(path.join(root, 'content/articles/2025/05/06/harbour-briefs/index.md'), 'utf8');
    const added = text
      .replace(/^id: .*$/m, 'id: gwtd22')
      .replace(/^headline: .*$/m, 'headline: Low tide\ntopics: [tides]')
      .replace(/^published: .*$/m, 'published: 2025-05-06T05:55:00+02:00');
    const files = await renderedBy(root, () => writeContent(root, 'articles/2025/05/06/low-tide/index.md', added), as);
    const articles = articlesAmong(files);
    expect(articles).toEqual(expect.arrayContaining(['ebb', 'harbour-briefs', 'low-tide']));
    // The lead is the other story on tides.
    expect(articles).toContain('ferries-return-to-the-inner-harbour');
    expect(articles.length).toBeLessThan(7);
  });
});

describe('a build after an edit', () => {
  let root: string;
  const content = (file: string, text: string | Buffer) => writeContent(root, `articles/2025/05/06/${file}`, text);
  const shownBy = (slug: string) => readFileSync(pageOf(root, slug), 'utf8');
  beforeAll(async () => {
    root = await builtPaper(await smallPaper(), now);
    roots.push(root);
  });

  describe('of the headline of a related story, and of one word of another', () => {
    let edited: Built;
    beforeAll(async () => {
      content('second/index.md', articleOf('second', { headline: 'Second headline, mended' }));
      content('third/index.md', articleOf('third', { body: 'An edited body.' }));
      edited = await built(root);
    });

    test('shows the headline where it is named, and does not render every page', () => {
      expect(shownBy('first')).toContain('Second headline, mended');
      expect(edited.rendered).toBeLessThan(edited.pages);
    });

    test('shows the word', () => expect(shownBy('third')).toContain('An edited body.'));

    test('gives what a clean build gives', async () => expect(edited.tree).toEqual(await builtClean(root)));
  });

  test("of a contributor's name shows it", async () => {
    writeContent(root, 'contributors/writer.yaml', 'name: Renamed Writer\n');
    await built(root);
    expect(shownBy('third')).toContain('Renamed Writer');
  });

  test('that holds a story back publishes it in the first build after the embargo, though no file has changed', async () => {
    content('fourth/index.md', articleOf('fourth', { status: '{ embargoedUntil: 2025-06-01T00:00:00Z }' }));
    await built(root, { BROADSHEET_NOW: '2025-05-31T23:59:00Z' });
    expect(existsSync(pageOf(root, 'fourth'))).toBe(false);
    await built(root, { BROADSHEET_NOW: '2025-06-01T00:00:00Z' });
    expect(existsSync(pageOf(root, 'fourth'))).toBe(true);
  });

  test('of a picture under its old name changes the page and its files, and all is as a clean build gives it', async () => {
    const pictures = () => filesIn(path.join(root, 'dist/_astro')).filter((file) => file.startsWith('quay.'));
    const before = pictures();
    const other = sharp({ create: { width: 200, height: 100, channels: 3, background: '#00f' } });
    content('first/quay.png', await other.png().toBuffer());
    const { tree } = await built(root, all, runBuild);
    const page = shownBy('first');
    expect(before.filter((file) => page.includes(file))).toEqual([]);
    expect(pictures().filter((file) => page.includes(file)).length).toBeGreaterThan(0);
    expect(tree).toEqual(await builtClean(root, all));
  });

  describe('that makes a published article a draft, and deletes another,', () => {
    let edited: Built;
    beforeAll(async () => {
      expect(existsSync(pageOf(root, 'third'))).toBe(true);
      rmSync(path.join(root, 'content/articles/2025/05/06/third'), { recursive: true });
      content('first/index.md', articleOf('first', { status: 'draft', picture: true }));
      content('second/index.md', articleOf('second'));
      edited = await built(root);
    });

    test('leaves nothing of the draft', () => {
      const files = Object.keys(edited.tree).filter(
        (file) =>
          /first|quay/.test(file) || readFileSync(path.join(root, 'dist', file), 'latin1').includes('First headline'),
      );
      expect(files).toEqual([]);
    });

    test('removes the page of the one that is gone', () => expect(existsSync(pageOf(root, 'third'))).toBe(false));

    test('leaves the paper as a clean build gives it, whatever came before', async () =>
      expect(edited.tree).toEqual(await builtClean(root, now, buildAnew)));
  });

  test('of a command, of what makes books of pages, and of what has drawn the pictures or cut the fonts renders no page', async () => {
    for (const file of ['desk/check.ts', 'binding/epub.ts', 'artwork/style.ts', 'fonts/build.ts']) {
      const place = path.join(root, 'src', file);
      writeFileSync(place, `${readFileSync(place, 'utf8')}// Another.\n`);
    }
    expect((await built(root)).rendered).toBe(0);
  });

  test('of the templates renders every page, and makes no part of the search index again', async () => {
    const styles = path.join(root, 'src/styles/styles.css');
    writeFileSync(styles, `${readFileSync(styles, 'utf8')}\nhr { color: rebeccapurple }\n`);
    const { rendered, pages, indexed } = await built(root);
    expect(rendered).toBe(pages);
    expect(indexed).toBeUndefined();
    expect(shownBy('second')).toMatch(/rebeccapurple|#639/);
  });
});

describe('the search index in parts of two stories', () => {
  let root: string;
  let first: Built;
  const ofPart = (tree: Record<string, string>, part: string) =>
    Object.entries(tree).filter(([file]) => file.startsWith(`pagefind/${part}/`));
  beforeAll(async () => {
    root = newPaper(await smallPaper());
    const size = path.join(root, 'src/newsroom/index-parts.ts');
    writeFileSync(size, readFileSync(size, 'utf8').replace('storiesInPart = 1000', 'storiesInPart = 2'));
    first = await built(root);
  });

  test('is made whole by the first build', () => expect(first.indexed).toBe('2 of 2'));

  test('is made again only where a story was edited, and is as a clean build gives it', async () => {
    writeContent(root, 'articles/2025/05/06/third/index.md', articleOf('third', { body: 'An edited body.' }));
    const edited = await built(root);
    expect(edited.indexed).toBe('1 of 2');
    expect(ofPart(edited.tree, 'en-x-0')).toEqual(ofPart(first.tree, 'en-x-0'));
    expect(ofPart(edited.tree, 'en-x-1')).not.toEqual(ofPart(first.tree, 'en-x-1'));
    rmSync(path.join(root, 'dist'), { recursive: true });
    rmSync(path.join(root, '.astro'), { recursive: true });
    expect((await built(root)).tree).toEqual(edited.tree);
  });

  test('is left out when the build is told so', async () => {
    const { tree } = await built(root, { ...now, BROADSHEET_SEARCH: 'off' });
    expect(Object.keys(tree).filter((file) => file.startsWith('pagefind/'))).toEqual([]);
  });
});

test('A project in a folder whose name means something else in addresses is built as in any other, and then rendered no more.', async () => {
  const clean = await builtPaper(await smallPaper(), now);
  roots.push(clean);
  const named = path.join(clean, '50% #1? a%20b "c" & d');
  renameSync(makePaper(await smallPaper()), named);
  expect((await built(named, now, runBuild)).tree).toEqual(treeOf(path.join(clean, 'dist')));
  expect((await built(named, now, runBuild)).rendered).toBe(0);
});
