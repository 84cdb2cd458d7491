import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import sharp from 'sharp';
import { visit } from 'unist-util-visit';
import { describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import type { ArticleJson } from '../../src/views/machines/article-json.ts';
import type { OEmbed } from '../../src/views/machines/oembed.ts';
import { articlesOf, headlineOf, spaced, withClass, wordsIn, type BuiltArticle } from '../support/articles.ts';
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
