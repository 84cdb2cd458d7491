import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import sharp from 'sharp';
import { visit } from 'unist-util-visit';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { epubOf } from '../../src/binding/epub.ts';
import { BodyCache } from '../../src/body/body-cache.ts';
import { parsedBody } from '../../src/importing/print-body.ts';
import { accounted, textOfHtml, textOfMarkdown as textOfTree } from '../../src/importing/words.ts';
import type { FiledArticle } from '../../src/schema/article.ts';
import type { ArticleJson } from '../../src/views/machines/article-json.ts';
import type { Book } from '../../src/views/paper/book.ts';
import type { OEmbed } from '../../src/views/machines/oembed.ts';
import { articlesOf, headlineOf, spaced, withClass, wordsIn, type BuiltArticle } from '../support/articles.ts';
import { articleIn, emptyPaper, imported, remove, unaccounted } from '../unit/importing/support.ts';
import { attribute, elementsOf, filesIn, parsed, textOf } from '../support/dist.ts';

const papers = [
  { name: 'the edition', origin: 'https://broadsheet.example', ...inject('edition') },
  { name: 'the fixture paper', origin: 'https://fixture.example', ...inject('fixture') },
];

describe.each(papers)('every article of $name', ({ origin, ...paper }) => {
  const { dist } = paper;
  const articles = articlesOf(paper);
  const shown = articles.filter(({ withdrawn }) => !withdrawn);
  const fileOf = ({ at }: BuiltArticle, name: string) => path.join(dist, at, name);
  const read = (article: BuiltArticle, name: string) => readFileSync(fileOf(article, name), 'utf8');
  const jsonOf = (article: BuiltArticle) => JSON.parse(read(article, 'index.json')) as ArticleJson;

  test('leads to its other forms, and each is there', () => {
    for (const { tree } of shown) {
      const alternates = elementsOf(tree, 'link').filter((link) => attribute(link, 'rel') === 'alternate');
      const wanted = ['text/markdown', 'application/json', 'application/json+oembed'];
      expect(alternates.map((link) => attribute(link, 'type'))).toEqual(expect.arrayContaining(wanted));
      for (const link of alternates)
        expect(existsSync(path.join(dist, new URL(attribute(link, 'href') ?? '', origin).pathname))).toBe(true);
    }
  });

  /** Forms from which stories are imported again, with what each of them leaves out. */
  const forms: [form: string, sources: () => string[], lacks: string[]][] = [
    ['the JSON', () => shown.map((article) => fileOf(article, 'index.json')), []],
    ['the page', () => shown.map((article) => fileOf(article, 'index.html')), []],
    ['the Markdown', () => shown.map((article) => fileOf(article, 'index.md')), []],
    ['the feed in RSS', () => [path.join(dist, 'feed.xml')], ['kicker', 'kind', 'dateline', 'agencies']],
    ['the feed in Atom', () => [path.join(dist, 'atom.xml')], ['kicker', 'kind', 'dateline']],
    ['the JSON Feed', () => [path.join(dist, 'feed.json')], ['kicker', 'kind', 'dateline', 'agencies']],
    ['the book', () => [bookOf(paper)], ['topics', 'stories']],
  ];

  test.each(forms)('is imported again from %s as it is, but for what that leaves out', async (_, sources, lacks) => {
    const root = emptyPaper();
    onTestFinished(() => remove(root));
    const reports = await imported(root, sources());
    expect(reports.flatMap(unaccounted)).toEqual([]);
    expect(reports.filter(({ outcome }) => outcome !== 'new')).toEqual([]);
    const made = new Map(reports.map(({ article }) => filedIn(root, article)).map((filed) => [filed.headline, filed]));
    for (const json of shown.map(jsonOf)) {
      const filed = made.get(spaced(json.title));
      if (!filed && lacks.includes('stories')) continue;
      if (!filed) throw new Error(`${json.title} was not imported.`);
      const [said, wanted] = [factsFiled(filed), factsOf(json)];
      for (const field of lacks) wanted[field] = said[field];
      expect(said).toEqual(wanted);
      const { picture, body } = filed;
      const words = textOfTree(parsedBody(body));
      const lead = [picture?.alt, picture?.caption, picture?.credit, picture?.licence].join(' ');
      expect(
        accounted({ source: textOfHtml(parsed(withoutEnd(json))) }, { article: `${lead} ${words}`, report: '' }).lost,
      ).toEqual([]);
      for (const [, href = ''] of json.content_html.matchAll(/<a href="(https:\/\/(?!broadsheet|fixture)[^"#]+)"/g))
        expect(JSON.stringify([filed, reports])).toContain(href.replaceAll('&amp;', '&'));
      // In Markdown pictures of a gallery stand one after another, and a credit is an attribute only of those with a file.
      for (const { credit } of json.pictures)
        if (credit) expect([picture?.credit, ...creditsIn(body)].join('\n')).toContain(credit);
    }
  });

  test('has no other form when it was withdrawn, and none is there without an article', () => {
    const files = filesIn(dist).filter((file) => /^\d.*\.(md|json)$/.test(file));
    const wanted = shown.flatMap(({ at }) =>
      ['index.json', 'index.md', 'oembed.json'].map((name) => `${at.slice(1)}${name}`),
    );
    expect(files).toEqual(wanted.sort());
    for (const file of files) expect(readFileSync(path.join(dist, file), 'utf8')).not.toMatch(/secret(draft|embargo)/i);
  });

  describe('as Markdown', () => {
    const parts = (article: BuiltArticle) => {
      const [, front = '', body = ''] = /^---\n(.*?)^---\n(.*)$/ms.exec(read(article, 'index.md')) ?? [];
      return { front: parse(front) as Record<string, unknown>, body, tree: remark().use(remarkGfm).parse(body) };
    };

    test.each(shown.map((article) => [article.at, article] as const))('has the words of the page: %s', (_, article) => {
      const { body } = parts(article);
      const found = wordsIn(textOfMarkdown(body));
      expect(missing(wordsIn(textOfArticle(article)), found)).toEqual([]);
    });

    test('begins with the facts that the page shows', () => {
      for (const article of shown) {
        const { front } = parts(article);
        expect(front['headline']).toBe(headlineOf(article.tree));
        expect(front['permalink']).toBe(`${origin}${article.at}`);
        expect(front['published']).toBe(attribute(withClass(article.tree, 'dt-published')[0] as never, 'dateTime'));
        const page = spaced(textOf(article.tree));
        for (const name of ['standfirst', 'kicker', 'section', 'dateline', 'publication', 'licence'])
          if (front[name]) expect(page).toContain(spaced(String(front[name])));
      }
    });

    test('has no HTML in it, and no address that depends on where it is read', () => {
      for (const article of shown) {
        const { tree } = parts(article);
        visit(tree, (node) => {
          expect(node.type).not.toBe('html');
          if (node.type === 'link' || node.type === 'image') expect(node.url).toMatch(/^(https?:\/\/|mailto:|tel:)/);
        });
      }
    });
  });

  describe('as JSON', () => {
    test('has the facts that the page shows', () => {
      for (const article of shown) {
        const json = jsonOf(article);
        const page = spaced(textOf(article.tree));
        expect(json).toMatchObject({
          version: 1,
          url: `${origin}${article.at}`,
          title: headlineOf(article.tree),
          date_published: attribute(withClass(article.tree, 'dt-published')[0] as never, 'dateTime'),
          language: attribute(elementsOf(article.tree, 'html')[0] as never, 'lang'),
        });
        expect(json.authors.map(({ name }) => name)).toEqual(withClass(article.tree, 'p-author').map(textOf));
        for (const text of [...json.byline, json.summary, ...json.tags, ...json.corrections.map(({ text }) => text)])
          if (text) expect(page).toContain(spaced(text));
        for (const { heading, stories } of json.related)
          for (const text of [heading, ...stories.map(({ title }) => title)]) expect(page).toContain(spaced(text));
      }
    });

    test('has pictures that are there, in the size that is said', async () => {
      for (const article of shown)
        for (const { url, width, height } of jsonOf(article).pictures) {
          expect(url.startsWith(`${origin}/_astro/`)).toBe(true);
          const found = await sharp(path.join(dist, new URL(url).pathname)).metadata();
          expect([found.width, found.height]).toEqual([width, height]);
        }
    });

    test('has the text without scripts, classes and what else means something on the page alone', () => {
      for (const article of shown) {
        const tree = parsed(jsonOf(article).content_html);
        const names = elementsOf(tree, () => true).flatMap(({ tagName, properties }) => [
          ...(/^(script|style|form|input|button|label|nav)$/.test(tagName) ? [tagName] : []),
          ...Object.keys(properties).filter((name) =>
            /^(className|style|tabIndex|role|data.*|aria.*|on.*)$/.test(name),
          ),
        ]);
        expect(names).toEqual([]);
        for (const element of elementsOf(tree, (each) => 'href' in each.properties || 'src' in each.properties))
          expect(attribute(element, 'href') ?? attribute(element, 'src')).toMatch(/^(https?:\/\/|mailto:|tel:)/);
      }
    });

    test('has the words of the page in the text', () => {
      for (const article of shown) {
        const found = wordsIn(parsed(jsonOf(article).content_html).children.map(readable).join(''));
        const head = withClass(article.tree, 'heading').map(textOf).join(' ');
        expect(missing(wordsIn(textOfArticle(article)), [...found, ...wordsIn(head)])).toEqual([]);
      }
    });

    test('has each caption and credit with its picture', () => {
      for (const article of shown) {
        const captions = (tree: BuiltArticle['tree']) =>
          elementsOf(tree, 'figcaption').map((caption) => spaced(textOf(caption)));
        expect(captions(parsed(jsonOf(article).content_html))).toEqual(captions(article.tree));
      }
    });
  });

  test('is what oEmbed 1.0 asks of a rich answer', async () => {
    for (const article of shown) {
      const answer = JSON.parse(read(article, 'oembed.json')) as OEmbed;
      expect(answer).toMatchObject({
        version: '1.0',
        type: 'rich',
        title: headlineOf(article.tree),
        provider_url: `${origin}/`,
        width: expect.any(Number) as number,
        height: expect.any(Number) as number,
      });
      const html = parsed(answer.html);
      expect(elementsOf(html, 'a').map((link) => attribute(link, 'href'))).toEqual([`${origin}${article.at}`]);
      expect(elementsOf(html, (element) => /^(script|iframe|style|img)$/.test(element.tagName))).toEqual([]);
      const thumbnail = [answer.thumbnail_url, answer.thumbnail_width, answer.thumbnail_height];
      expect(new Set(thumbnail.map((each) => each === undefined)).size).toBe(1);
      if (!answer.thumbnail_url) continue;
      const found = await sharp(path.join(dist, new URL(answer.thumbnail_url).pathname)).metadata();
      expect([found.width, found.height]).toEqual(thumbnail.slice(1));
    }
  });
});

type Filed = FiledArticle & { body: string; review?: string };

function filedIn(root: string, article: string | undefined): Filed {
  const [, yaml = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(articleIn(root, article)) ?? [];
  return { ...(parse(yaml) as FiledArticle), body };
}

/** What the front matter of an imported story says, as its JSON does. */
function factsFiled(filed: Filed): Record<string, unknown> {
  const { standfirst = '', kicker = '', kind = 'news', language = 'en-GB', agencies = [], topics = [] } = filed;
  const { published, dateline, print, corrections = [], review } = filed;
  return {
    standfirst: spaced(standfirst),
    kicker,
    kind,
    language,
    agencies,
    topics: topics.length,
    published: Date.parse(published),
    dateline: dateline?.place,
    print,
    corrections: corrections.map(({ at, text, kind: what }) => [Date.parse(at), what, spaced(text)]),
    review,
  };
}

function factsOf(json: ArticleJson): Record<string, unknown> {
  return {
    standfirst: spaced(json.summary ?? ''),
    kicker: json.kicker ?? '',
    kind: json.kind,
    language: json.language,
    agencies: json.agencies,
    topics: json.topics.length,
    published: Date.parse(json.date_published),
    dateline: json.dateline?.place,
    print: json.print,
    corrections: json.corrections.map(({ date, text, kind }) => [Date.parse(date), kind, spaced(text)]),
    review: undefined,
  };
}

/** The text of a story without what stands at its end and is a field, and without the numbers of its notes, which are made anew. */
function withoutEnd({ content_html: whole, corrections, print, license }: ArticleJson): string {
  const html = whole.replace(/<sup><a [^>]*>\d+<\/a><\/sup>|(?<=<section>\s*)<h2>[^<]*<\/h2>/g, '');
  const end = corrections.length > 0 ? /<h2>[^<]*<\/h2>\s*<ol>\s*<li><p><b>[^]*$/ : /(?:<p>[^<]*<\/p>\s*)$/;
  return corrections.length > 0 || print || license?.name === 'All rights reserved' ? html.replace(end, '') : html;
}

function creditsIn(body: string): string[] {
  return [...body.matchAll(/credit="([^"]*)"| \| ([^"]*)"\)/g)].map(([, figure, row]) => figure ?? row ?? '');
}

/** The book of the newest day of a paper, bound without a cover. */
function bookOf({ root, dist }: { root: string; dist: string }): string {
  const records = filesIn(path.join(root, '.astro/books')).filter((name) => /^\d{4}-\d\d-\d\d\.json$/.test(name));
  const books = records.sort().map((name) => {
    const known = JSON.parse(readFileSync(path.join(root, '.astro/books', name), 'utf8')) as Record<string, Book>;
    return known[path.basename(name, '.json')];
  });
  const book = books.at(-1);
  if (!book) throw new Error('There is no book.');
  const cache = new BodyCache(path.join(root, '.astro/bodies'));
  const bodies = book.chapters.flatMap(({ bodyKey }) => cache.read(bodyKey) ?? []);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'broadsheet-book-')), 'book.epub');
  writeFileSync(file, epubOf(book, { dist, bodies, cover: Buffer.from('') }));
  return file;
}

/** What the page says in headline, standfirst, pictures' words, text, corrections and provenance. */
function textOfArticle({ tree }: BuiltArticle): string {
  const said = (name: string) => withClass(tree, name).map((element) => readable(element));
  return [
    headlineOf(tree),
    ...said('standfirst'),
    ...said('photo-lead'),
    ...said('e-content'),
    ...said('corrections'),
    ...said('provenance'),
  ].join('\n');
}

// Left out: ways to other stories, ways back from notes, and the notes' own heading.
function readable(node: BuiltArticle['tree']['children'][number]): string {
  if (node.type !== 'element') return node.type === 'text' ? node.value : '';
  const name = attribute(node, 'className') ?? '';
  if (/\b(related-block|contents)\b/.test(name) || node.properties['dataFootnoteBackref'] !== undefined) return ' ';
  const [only] = node.children;
  const isMark = node.tagName === 'sup' && only?.type === 'element' && only.tagName === 'a';
  if (isMark || node.properties['id'] === 'footnote-label') return ' ';
  return ` ${node.children.map(readable).join('')} `.replace(/^ | $/g, isBlock(node.tagName) ? ' ' : '');
}

function isBlock(name: string): boolean {
  return /^(p|div|h\d|li|dt|dd|tr|td|th|figure|figcaption|blockquote|aside|section|summary|caption|pre|br|rt|label|time)$/.test(
    name,
  );
}

function textOfMarkdown(body: string): string {
  const texts: string[] = [];
  visit(remark().use(remarkGfm).parse(body), (node) => {
    if ('value' in node) texts.push(node.value);
    else if (/^(paragraph|heading|tableCell|listItem|break)$/.test(node.type)) texts.push(' ');
  });
  return texts.join('');
}

/** Words that are in one text and not in the other, as often as they are. */
function missing(wanted: readonly string[], found: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wanted.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left < 1;
  });
}
