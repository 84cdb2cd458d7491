import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { printed } from '../../src/binding/chromium.ts';
import { epubOf } from '../../src/binding/epub.ts';
import { BodyCache } from '../../src/body/body-cache.ts';
import { edition } from '../../src/desk/edition.ts';
import type { Book } from '../../src/views/paper/book.ts';
import { openPrinter, printerIn } from '../support/browser.ts';
import { elementsOf, parsed, textOf } from '../support/dist.ts';
import { copyPaper, makePaper, removePaper, whole } from '../support/paper.ts';
import { quickBuild } from '../support/quick-build.ts';
import { codesIn } from '../support/pdf-edition.ts';
import {
  firstHeadingsIn,
  outlineOf,
  picturesOfPages,
  plain,
  print,
  readPrinted,
  textOfPrint,
  tool,
} from '../support/pdf.ts';

const article = '2019/03/01/trump-kim-talks-break-down-after-dispute-over-sanctions';
const name = { edition: 'the-broadsheet-2019-03-01', article: path.basename(article) };
let root = '';
/** Files as they were first made, by their names. */
const first = { edition: {} as Record<string, Buffer>, article: {} as Record<string, Buffer> };

function desk(what: string, env: NodeJS.ProcessEnv = {}) {
  const { status, stderr } = spawnSync(process.execPath, ['src/desk/desk.ts', 'edition', what], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(stderr);
}

/** The folder of the files that were made of something, and the files by their names. */
function made(what: string): { folder: string; files: Record<string, Buffer> } {
  const home = path.join(root, '.astro/takeaway', what);
  const folder = path.join(home, readdirSync(home)[0] ?? '');
  const names = readdirSync(folder);
  return { folder, files: Object.fromEntries(names.map((each) => [each, readFileSync(path.join(folder, each))])) };
}

/** The texts of a book by the names of its files. */
function textsIn(epub: Buffer | undefined): Record<string, string> {
  const files = Object.entries(unzipSync(new Uint8Array(epub ?? Buffer.alloc(0))));
  return Object.fromEntries(
    files.filter(([file]) => !/\.(jpe?g|png)$/.test(file)).map(([file, bytes]) => [file, strFromU8(bytes)]),
  );
}

const page = (address: string) => readFileSync(path.join(root, 'dist', address, 'index.html'), 'utf8');

const buildAgain = () => quickBuild(root, { ...whole, BROADSHEET_NOW: inject('edition').now });

beforeAll(() => {
  root = copyPaper(inject('edition').root);
  for (const [kind, what] of [['edition', '2019-03-01'] as const, ['article', article] as const]) {
    desk(what, { TZ: 'Asia/Tokyo' });
    first[kind] = made(what).files;
  }
});
afterAll(() => removePaper(root));

describe('an edition and an article to take away', () => {
  test('are PDF on two papers and EPUB', () => {
    for (const kind of ['edition', 'article'] as const)
      expect(Object.keys(first[kind]).sort()).toEqual([
        `${name[kind]}-a4.pdf`,
        `${name[kind]}-letter.pdf`,
        `${name[kind]}.epub`,
      ]);
  });

  test.each([
    ['edition', '2019-03-01'],
    ['article', article],
  ] as const)('are books without an error or a warning: the %s', (kind, what) => {
    expect(checked(path.join(made(what).folder, `${name[kind]}.epub`))).toContain('0 fatals / 0 errors / 0 warnings');
  });

  test('say what they are, of whom, under which licence, and when they were changed last', () => {
    for (const [kind, facts] of [
      [
        'edition',
        { Title: 'The Broadsheet, Friday 1 March 2019', Author: 'The Broadsheet', Keywords: 'World' },
      ] as const,
      [
        'article',
        {
          Title: 'Trump-Kim talks break down after dispute over sanctions – The Broadsheet',
          Author: 'The Broadsheet newsdesk',
          Keywords: 'World, Trump-Kim summit, North Korea, United States, Diplomacy, Sanctions',
        },
      ] as const,
    ]) {
      const { file } = fileOf(kind, '-a4.pdf');
      const said = tool('pdfinfo', file);
      const about = { ...facts, Creator: 'Broadsheet', Tagged: 'yes' };
      for (const [field, value] of Object.entries(about))
        expect(said).toMatch(new RegExp(`^${field}: +${value}$`, 'm'));
      expect(said).toMatch(/^CreationDate: +Fri Mar +1 01:30:00 2019 UTC\nModDate: +Fri Mar +1 01:30:00 2019 UTC$/m);
      expect(said).not.toContain('Headless');
      expect(tool('pdfinfo', '-meta', file)).toContain('>Text licensed under CC BY 4.0</rdf:li>');
      expect(tool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
    }
  });

  test('are offered by the next build on the page of the edition and beside the article', async () => {
    await buildAgain();
    for (const [kind, at] of [['edition', 'editions/2019-03-01'] as const, ['article', article] as const]) {
      for (const [each, bytes] of Object.entries(first[kind])) {
        expect(page(at)).toContain(`href="/${at}/${each}"`);
        expect(readFileSync(path.join(root, 'dist', at, each)).equals(bytes)).toBe(true);
      }
    }
  });

  test.each([
    ['edition', '2019-03-01'],
    ['article', article],
  ] as const)(
    'have the same bytes and stay offered when the %s is made again in another time zone, of pages that offer them',
    (kind, what) => {
      const before = made(what).folder;
      desk(what, { TZ: 'America/New_York' });
      const { folder, files } = made(what);
      expect(folder).toBe(before);
      expect(Object.keys(files)).toEqual(Object.keys(first[kind]));
      const other = Object.keys(files).filter((each) => !files[each]?.equals(first[kind][each] ?? Buffer.alloc(0)));
      expect(other).toEqual([]);
    },
  );

  test('are made of books that are in no site, one of the edition and one of each story', () => {
    const known = (file: string) =>
      Object.keys(JSON.parse(readFileSync(path.join(root, '.astro/books', file), 'utf8')) as object);
    expect(known('2019-03-01.json')).toEqual(['2019-03-01']);
    expect(known('2019/03/01.json')).toHaveLength(7);
    const site = readdirSync(path.join(root, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(site.filter((file) => path.basename(file).startsWith('books.json'))).toEqual([]);
  });

  test('are no longer offered when what they are of has changed', async () => {
    const file = path.join(root, 'content/articles', article, 'index.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('with nothing signed', 'with nothing at all signed'));
    await buildAgain();
    for (const at of ['editions/2019-03-01', article]) {
      expect(page(at)).not.toMatch(/\.(pdf|epub)"/);
      expect(readdirSync(path.join(root, 'dist', at)).filter((each) => /pdf|epub/.test(each))).toEqual([]);
    }
  });
});

describe('the book of an edition', () => {
  let texts: Record<string, string> = {};
  beforeAll(() => {
    texts = textsIn(first.edition[`${name.edition}.epub`]);
  });

  test('has every story in its section, and pictures with their words', () => {
    expect(Object.keys(texts)[0]).toBe('mimetype');
    expect(texts['EPUB/nav.xhtml']?.match(/<li [^>]*><a href/g)).toHaveLength(7);
    expect(texts['EPUB/nav.xhtml']).toContain('<span>World</span>');
    expect(texts['EPUB/k7m2xq.xhtml']).toContain('according to Vietnam’s Foreign Ministry');
    expect(texts['EPUB/k7m2xq.xhtml']).toMatch(/<img[^>]*alt="Drawing of a white colonial hotel/);
  });

  test('says what readers who cannot see need, and what shops and shelves ask for', () => {
    const metadata = texts['EPUB/package.opf'] ?? '';
    for (const said of [
      'schema:accessibilitySummary',
      'schema:accessModeSufficient',
      '<dc:publisher>The Broadsheet</dc:publisher>',
      '<dc:rights>Text licensed under CC BY 4.0</dc:rights>',
      '<dc:date>2019-03-01</dc:date>',
      '<meta property="dcterms:modified">2019-03-01T01:30:00Z</meta>',
      'page-progression-direction="ltr"',
    ])
      expect(metadata).toContain(said);
  });

  test('runs from the cover over the contents and the stories to the imprint, and has its landmarks', () => {
    const order = [...(texts['EPUB/package.opf'] ?? '').matchAll(/<itemref idref="([^"]+)"/g)].map(([, id]) => id);
    expect([...order.slice(0, 3), order.length, order.at(-1)]).toEqual(['cover', 'nav', 's-k7m2xq', 10, 'imprint']);
    const landmarks = [...(texts['EPUB/nav.xhtml'] ?? '').matchAll(/<a epub:type="(\w+)" href="([^"]+)"/g)];
    expect(landmarks.map(([, type, file]) => `${type} ${file}`)).toEqual([
      'cover cover.xhtml',
      'toc nav.xhtml',
      'bodymatter k7m2xq.xhtml',
      'colophon imprint.xhtml',
    ]);
  });

  test('has a cover that readers without SVG can show', async () => {
    expect(texts['EPUB/package.opf']).toContain('href="cover.jpg" media-type="image/jpeg" properties="cover-image"');
    const cover = unzipSync(new Uint8Array(first.edition[`${name.edition}.epub`] ?? Buffer.alloc(0)))['EPUB/cover.jpg'];
    expect(await sharp(cover).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 2400 });
  });

  test('ends each story with its short link and its times', () => {
    expect(texts['EPUB/k7m2xq.xhtml']).toContain(
      '<footer class="story-end"><p><a href="https://broadsheet.example/a/k7m2xq/" dir="ltr">broadsheet.example/a/k7m2xq</a></p>' +
        '<p><time datetime="2019-03-01T05:00:00+08:00">Published 1 March 2019, 05:00 SGT</time></p>' +
        '<p><time datetime="2019-03-01T09:30:00+08:00">Updated 1 March 2019, 09:30 SGT</time></p></footer></article>',
    );
  });

  test('has an imprint of the words that the newspaper has, the newest change, and where the policy on corrections stands', () => {
    const imprint = texts['EPUB/imprint.xhtml'] ?? '';
    for (const said of [
      '>Imprint</h1>',
      '<p>Published by The Broadsheet, Singapore</p>',
      '<p>Text licensed under CC BY 4.0</p>',
      'href="https://broadsheet.example/editions/2019-03-01/"',
      '>Updated 1 March 2019, 09:30 SGT</p>',
      'Corrections policy <a href="https://broadsheet.example/corrections-policy/"',
    ])
      expect(imprint).toContain(said);
  });

  test('has nothing of what only a screen can do', () => {
    const stories = Object.entries(texts).filter(([file]) => /EPUB\/\w{6,}\.xhtml/.test(file));
    expect(stories.length).toBeGreaterThan(7);
    for (const [file, text] of stories) expect(text, file).not.toMatch(screenOnly);
  });
});

describe('the book of an article', () => {
  test('has an imprint with its permalink, its short link and its version', () => {
    const imprint = textsIn(first.article[`${name.article}.epub`])['EPUB/imprint.xhtml'];
    for (const said of [
      `href="https://broadsheet.example/${article}/"`,
      'href="https://broadsheet.example/a/k7m2xq/"',
      'Updated 1 March 2019, 09:30 SGT · Version 2',
      'Published by The Broadsheet, Singapore',
    ])
      expect(imprint).toContain(said);
  });

  test('has its writer for its author', () => {
    const metadata = textsIn(first.article[`${name.article}.epub`])['EPUB/package.opf'];
    expect(metadata).toContain('<dc:creator>The Broadsheet newsdesk</dc:creator>');
    expect(metadata).toContain('<dc:date>2019-03-01T05:00:00+08:00</dc:date>');
  });
});

describe('a book of all that a story can hold', () => {
  const stories = ['the-harbour-handbook', 'ferries-return-to-the-inner-harbour', 'ebb', 'minato-no-hashi'];
  const { dist } = inject('fixture');
  let book = {} as Book;
  let epub: Buffer = Buffer.alloc(0);
  let texts: Record<string, string> = {};
  beforeAll(async () => {
    const left = path.join(dist, '../.astro');
    const day = JSON.parse(readFileSync(path.join(left, 'books/2025/05/06.json'), 'utf8')) as Record<string, Book>;
    const books = ['jisr-al-mina', ...stories].flatMap((slug) => day[`2025/05/06/${slug}`] ?? []);
    const chapters = books.flatMap((one, index) => one.chapters.map((each) => ({ ...each, id: `story${index}` })));
    const files = Object.assign({}, ...books.map((one) => one.files)) as Book['files'];
    book = { ...(books[0] as Book), chapters, files };
    const cache = new BodyCache(path.join(left, 'bodies'));
    const bodies = chapters.flatMap(({ bodyKey }) => cache.read(bodyKey) ?? []);
    const white = { create: { width: 100, height: 150, channels: 3, background: '#fff' } } as const;
    epub = epubOf(book, { dist, bodies, cover: await sharp(white).jpeg().toBuffer() });
    texts = textsIn(epub);
  });

  test('is without an error or a warning', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-book-'));
    const file = path.join(folder, 'all.epub');
    writeFileSync(file, epub);
    expect(checked(file)).toContain('0 fatals / 0 errors / 0 warnings');
    rmSync(folder, { recursive: true });
  });

  test('turns its pages as its language is read, and tells the language of each story', () => {
    expect(texts['EPUB/package.opf']).toContain('page-progression-direction="rtl"');
    expect(texts['EPUB/story0.xhtml']).toContain('lang="ar" xml:lang="ar" dir="rtl"');
    expect(texts['EPUB/story4.xhtml']).toContain('lang="ja" xml:lang="ja" dir="ltr"');
  });

  test('has nothing of what only a screen can do', () => {
    for (const [file, text] of Object.entries(texts))
      if (file.startsWith('EPUB/story')) expect(text, file).not.toMatch(screenOnly);
  });

  test('unfolds what is folded, and tells which tasks are done', () => {
    expect(texts['EPUB/story1.xhtml']).toMatch(/<div class="box-title">[^<]*What the handbook leaves out/);
    expect(texts['EPUB/story1.xhtml']).toMatch(/☑\s*Paint the buoy/);
    expect(texts['EPUB/story1.xhtml']).toMatch(/☐\s*Ring the bell/);
  });

  test('has the picture of a film with its caption and links to where it is shown', () => {
    const figures = [...(texts['EPUB/story3.xhtml'] ?? '').matchAll(/<figure [\s\S]*?<\/figure>/g)].map(
      ([figure]) => figure,
    );
    const film = figures.find((figure) => figure.includes('class="video-link"'));
    expect(film).toMatch(/<img src="picture-\d+\.jpeg"/);
    expect(film).toMatch(/<a href="https:\/\/fixture\.example\/_astro\/tide\.[^"]+\.webm">/);
    expect(film).toContain('The tide, in two seconds.');
  });

  test('leads to its own stories within it, and to all else by an address on the web', () => {
    const links = Object.entries(texts)
      .filter(([file]) => file.startsWith('EPUB/story'))
      .flatMap(([, text]) => [...text.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = '']) => href));
    expect(links).toContain('story1.xhtml');
    expect(links.filter((href) => !/^(https?:|mailto:|tel:|#|story\d\.xhtml)/.test(href))).toEqual([]);
  });
});

describe('the PDF of an article', () => {
  const sizes = ['-a4.pdf', '-letter.pdf'];

  test.each(sizes)('has two pages, the headline, every paragraph, and a running head: %s', (ending) => {
    const printed = readPrinted(fileOf('article', ending).file);
    expect(printed.pages).toHaveLength(2);
    const story = textsIn(first.article[`${name.article}.epub`])['EPUB/story.xhtml'] ?? '';
    const parts = elementsOf(parsed(story), 'article').flatMap(({ children }) => children);
    const prose = parts.filter((part) => part.type === 'element' && !/^(header|footer)$/.test(part.tagName));
    const paragraphs = prose.flatMap((part) => elementsOf(part, 'p').map(textOf));
    expect(paragraphs.length).toBeGreaterThan(12);
    // Between two columns stands what lies there in the order of the file.
    const text = textOfPrint(printed).replace(/\[\d+\]/g, '');
    const halves = (whole: string) => {
      const cut = Math.floor(whole.length / 2);
      return [whole.slice(0, cut), whole.slice(cut)];
    };
    const missing = paragraphs
      .map(plain)
      .filter((each) => !text.includes(each) && !halves(each).some((half) => text.includes(half)));
    expect(missing).toEqual([]);
    expect(text).toContain(plain('Trump-Kim talks break down after dispute over sanctions'));
    const height = printed.pages[1]?.height ?? 0;
    const margins = printed.words.filter(({ page: at, top, bottom }) => at === 2 && (bottom < 48 || top > height - 48));
    expect(margins.map(({ text: word }) => word).join(' ')).toBe(
      'Trump-Kim talks break down after dispute over sanctions The Broadsheet · 1 March 2019 Page 2 of 2 broadsheet.example/a/k7m2xq',
    );
  });

  test('has one heading of the first rank, its headings for an outline, and a code that leads to the short link', () => {
    const pdf = fileOf('article', '-a4.pdf');
    expect(firstHeadingsIn(pdf)).toBe(1);
    expect(outlineOf(pdf)).toEqual([
      'Trump-Kim talks break down after dispute over sanctions',
      'Yongbyon, and what lay beyond it',
      'What each side put on the table',
      '“A very friendly walk”',
      'Regret in Seoul, losses on the markets',
      'See Top of the News',
      'Links',
    ]);
    expect(codesIn(pdf.bytes)).toEqual(['https://broadsheet.example/a/k7m2xq/']);
  });
});

describe('the PDF of an edition', () => {
  test('has one heading of the first rank, the headings of its page for an outline, and no colours of a dark screen', async () => {
    const browser = await openPrinter();
    const shown = await browser.newPage({ serviceWorkers: 'block' });
    await shown.goto(new URL('editions/2019-03-01/print/', inject('edition').address).href, {
      waitUntil: 'networkidle',
    });
    await shown.emulateMedia({ media: 'print' });
    const headings = await shown.$$eval('h1, h2, h3, h4, h5, h6', (all) =>
      all
        .filter((heading) => heading.checkVisibility())
        .map((heading) => heading.textContent.replace(/[ \n\t]+/g, ' ').trim()),
    );
    const pictures: string[][] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await shown.emulateMedia({ colorScheme, media: null });
      const files = picturesOfPages(await print(shown, 'A4'), 40);
      pictures.push(files.map((file) => readFileSync(file).toString('base64')));
    }
    await browser.close();
    const pdf = fileOf('edition', '-a4.pdf');
    expect(firstHeadingsIn(pdf)).toBe(1);
    expect(outlineOf(pdf)).toEqual(headings);
    expect(pictures[0]?.length).toBeGreaterThan(1);
    expect(pictures[1]?.map((picture, at) => picture === pictures[0]?.[at])).toEqual(pictures[0]?.map(() => true));
  });
});

describe('a page that would not be whole on paper', () => {
  test.each([
    ['a picture does not come', '<img src="/quay.jpg" alt="">', 'has no picture for https://paper.example/quay.jpg'],
    ['its index names a story that is not there', '<a href="#k7m2xq"><i data-page-of="k7m2xq"></i></a>', '"k7m2xq"'],
  ])('is refused: %s', async (_, html, message) => {
    const dist = mkdtempSync(path.join(tmpdir(), 'broadsheet-page-'));
    writeFileSync(path.join(dist, 'index.html'), `<!doctype html><html lang="en"><title>A</title><h1>A</h1>${html}`);
    const page = { address: 'https://paper.example/', title: 'A' };
    const facts = { author: 'Ada Quay', modified: '2019-03-01T05:00:00+08:00' };
    const executablePath = printerIn(dist);
    await expect(printed({ dist, page, executablePath }, facts)).rejects.toThrow(message);
    rmSync(dist, { recursive: true });
  });
});

describe('the command', () => {
  const said = (what: string) => saidOf(root, what);
  const saidOf = async (paper: string, what: string) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const code = await edition(what, paper);
    const message = error.mock.calls.flat().join('\n');
    error.mockRestore();
    return [code, message];
  };

  test.each([
    ['yesterday', 'Say what to make files of'],
    ['2018-01-01', 'There is no printed edition of 2018-01-01 in dist/. The newest are 2019-03-01.'],
    ['2018/01/01/no-such-story', 'There is no article "2018/01/01/no-such-story" in dist/.'],
  ])('says of %j what is wrong', async (what, message) => {
    expect(await said(what)).toEqual([1, expect.stringContaining(message)]);
  });

  test('says that there is nothing to take away of an article that was withdrawn', async () => {
    const what = '2025/05/06/a-number-too-many';
    expect(await saidOf(path.dirname(inject('fixture').dist), `/${what}/`)).toEqual([
      1,
      expect.stringContaining(`There is nothing to take away at "${what}"`),
    ]);
  });

  test('says to build again where what lies in dist/ is of another build', async () => {
    const other = makePaper({});
    mkdirSync(path.join(other, 'dist'));
    writeFileSync(path.join(other, 'dist/index.html'), '');
    expect(await saidOf(other, '2019-03-01')).toEqual([
      1,
      expect.stringContaining('Run npx broadsheet build, then try again'),
    ]);
    removePaper(other);
  });

  test('says what to install where there is no Chromium', async () => {
    vi.stubEnv('CHROMIUM', '/nowhere/chromium');
    expect(await said('2019-03-01')).toEqual([
      1,
      expect.stringContaining('There is no Chromium at "/nowhere/chromium"'),
    ]);
    vi.unstubAllEnvs();
  });
});

const screenOnly =
  /<(button|form|input|label|select|dialog|script|style|svg|video|audio|iframe|object|details|source|nav)\b|\shidden\b|minutes? to read|Save for later/;

/** One of the files as they were first made. */
function fileOf(kind: keyof typeof first, ending: string): { file: string; bytes: Buffer } {
  const what = kind === 'edition' ? '2019-03-01' : article;
  const each = `${name[kind]}${ending}`;
  return { file: path.join(made(what).folder, each), bytes: first[kind][each] ?? Buffer.alloc(0) };
}

function checked(file: string): string {
  // A program that runs for a few seconds: the whole of Java's compiler costs more than it gives.
  const quickly = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
  const { stdout, stderr } = spawnSync('java', [...quickly, '-jar', '/usr/bin/epubcheck', file], { encoding: 'utf8' });
  return stdout + stderr;
}
