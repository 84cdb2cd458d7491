import type { Root, RootContent } from 'hast';
import { existsSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { articlesOf, headlineOf, spaced, withClass } from '../support/articles.ts';
import { attribute, elementsOf, pagesOf, parsed, textOf } from '../support/dist.ts';
import { vocabulary } from '../support/schema-org.ts';

type Node = Record<string, unknown>;
type Value = [path: string, value: unknown];

const types = vocabulary();
// Google's reading of a search action, which schema.org describes in its own page on actions.
types.get('SearchAction')?.add('query-input');

const papers = [
  { name: 'the edition', origin: 'https://broadsheet.example', ...inject('edition') },
  { name: 'the fixture paper', origin: 'https://fixture.example', ...inject('fixture') },
];

/** Everything that a page's data says. */
function graphsOf(tree: Root): Node[] {
  return elementsOf(tree, (element) => attribute(element, 'type') === 'application/ld+json').flatMap((script) => {
    const data = JSON.parse(textOf(script)) as { '@context': string; '@graph': Node[] };
    expect(data['@context']).toBe('https://schema.org');
    return data['@graph'];
  });
}

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesIn)];
}

function valuesIn(value: unknown, at = ''): Value[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesIn(each, at));
  if (typeof value !== 'object' || value === null) return [[at, value]];
  return Object.entries(value).flatMap(([name, each]) => valuesIn(each, name));
}

function listOf<T>(value: unknown): T[] {
  return value === undefined ? [] : ((Array.isArray(value) ? value : [value]) as T[]);
}

describe.each(papers)('the structured data of $name', ({ origin, dist, address }) => {
  const pages = pagesOf({ dist, address }).map((page) => {
    const tree = parsed(page.html);
    return { ...page, tree, graph: graphsOf(tree) };
  });
  const articles = articlesOf({ dist, address })
    .filter(({ withdrawn }) => !withdrawn)
    .map((article) => {
      const graph = graphsOf(article.tree);
      return { ...article, graph, story: graph.find(({ headline }) => headline) ?? {} };
    });

  test('stands once on every article, the front page and every section', () => {
    const without = pages.filter(
      ({ at, graph, tree }) =>
        (at === '/' || at.startsWith('/sections/') || withClass(tree, 'h-entry').length > 0) && graph.length === 0,
    );
    expect(without.map(({ at }) => at)).toEqual([]);
    expect(articles.length).toBeGreaterThan(6);
  });

  test('is silent on stories that were withdrawn', () => {
    const notices = articlesOf({ dist, address }).filter(({ withdrawn }) => withdrawn);
    expect(notices.flatMap(({ tree }) => graphsOf(tree))).toEqual([]);
    expect(notices.filter(({ html }) => html.includes('text/markdown'))).toEqual([]);
  });

  test("has only types and properties of schema.org's vocabulary", () => {
    const strange = pages.flatMap(({ at, graph }) =>
      nodesIn(graph).flatMap((node) => {
        const names = Object.keys(node).filter((name) => !name.startsWith('@'));
        if (node['@type'] === undefined) return names.map((name) => `${at} ${name} without a type`);
        const properties = types.get(node['@type'] as string);
        if (!properties) return [`${at} ${String(node['@type'])}`];
        return names.filter((name) => !properties.has(name)).map((name) => `${at} ${String(node['@type'])}.${name}`);
      }),
    );
    expect(types.size).toBeGreaterThan(800);
    expect(pages.flatMap(({ graph }) => nodesIn(graph)).length).toBeGreaterThan(20);
    expect(strange).toEqual([]);
  });

  test('points to nodes that are there', () => {
    const lost = pages.flatMap(({ at, graph }) => {
      const nodes = nodesIn(graph);
      const named = nodes.filter((node) => node['@type']).map((node) => node['@id']);
      return nodes.filter((node) => !node['@type'] && !named.includes(node['@id'])).map(() => at);
    });
    expect(lost).toEqual([]);
  });

  test('gives the headline as it stands on the page', () => {
    expect(articles.map(({ story }) => story['headline'])).toEqual(articles.map(({ tree }) => headlineOf(tree)));
  });

  test('says nothing that is not on the page', () => {
    const silent = pages.flatMap(({ at, tree, graph }) => {
      const attributes = elementsOf(tree, () => true).flatMap((element) =>
        ['href', 'src', 'srcSet', 'alt', 'content', 'lang', 'dateTime', 'action', 'value', 'dir']
          .map((name) => attribute(element, name))
          .filter((value) => value !== undefined),
      );
      const shown = spaced([wordsOf(tree), ...attributes].join('\n'));
      const addresses = new Set([
        ...attributes.filter((value) => URL.canParse(value, origin)).map((value) => new URL(value, origin).href),
        `${origin}${at}`,
        `${origin}/`,
      ]);
      const isShown = ([name, value]: Value): boolean => {
        if (typeof value !== 'string' || /^@/.test(name)) return true;
        if (name === 'printEdition') return value.split(', ').every((each) => shown.includes(spaced(each)));
        if (name === 'cssSelector' || name === 'query-input') return true;
        if (name === 'target') return addresses.has(value.replace(/\?.*/, ''));
        // A licence is on the page by its name.
        if (name === 'license' && value.startsWith('https://creativecommons.org/')) {
          const [, terms = '', version = ''] = /licenses\/([\w-]+)\/([\d.]+)/.exec(value) ?? [];
          return shown.includes(`CC ${terms.toUpperCase()} ${version}`);
        }
        // Parts of the page's own picture.
        if (/\/_astro\/[^/]+\.jpeg$/.test(value)) return attributes.some((each) => each.includes(nameOf(value)));
        if (/^(width|height)$/.test(name)) return true;
        return addresses.has(value) || shown.includes(spaced(value));
      };
      return valuesIn(graph)
        .filter((value) => !isShown(value))
        .map(([name, value]) => `${at} ${name}: ${String(value)}`);
    });
    expect(silent).toEqual([]);
  });

  test('dates every article with its distance from UTC, and no change before the publication', () => {
    for (const { story } of articles) {
      const dates = [story['datePublished'], story['dateModified']] as string[];
      for (const date of dates) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/);
      expect(Date.parse(dates[1] ?? '')).toBeGreaterThanOrEqual(Date.parse(dates[0] ?? ''));
    }
  });

  test('gives each author by name and address, one object each', () => {
    const authors = articles.flatMap(({ story }) => listOf<Node>(story['author']));
    expect(authors.length).toBeGreaterThan(6);
    for (const author of authors) {
      expect(['Person', 'Organization']).toContain(author['@type']);
      expect(author['name']).toMatch(/\S/);
      if (author['url']) expect(existsSync(fileOf(dist, author['url'] as string))).toBe(true);
    }
    const bylines = articles.filter(({ tree }) => withClass(tree, 'p-author').length > 0);
    for (const { story, tree } of bylines)
      expect(listOf<Node>(story['author']).map(({ name }) => name)).toEqual(withClass(tree, 'p-author').map(textOf));
  });

  test('shows pictures in 16:9, 4:3 and 1:1 that are there and large enough', async () => {
    const shapes = articles.flatMap(({ at, story }) =>
      listOf<Node>(story['image'])
        .map((image) => ({ at, url: image['contentUrl'] as string, ...sizeOf(image) }))
        .filter(({ url }) => !url.endsWith('/card.jpg')),
    );
    expect(shapes.length).toBeGreaterThan(3);
    const ratios = new Map<string, number[]>();
    for (const { at, url, width, height } of shapes) {
      expect(url.startsWith(`${origin}/`)).toBe(true);
      expect(await sharp(fileOf(dist, url)).metadata()).toMatchObject({ width, height, format: 'jpeg' });
      expect(width * height).toBeGreaterThanOrEqual(50_000);
      ratios.set(at, [...(ratios.get(at) ?? []), width / height]);
    }
    for (const [first, second, third] of ratios.values()) {
      expect(first).toBeCloseTo(16 / 9, 1);
      if (second) expect(second).toBeCloseTo(4 / 3, 1);
      if (third) expect(third).toBeCloseTo(1, 1);
    }
    expect([...ratios.values()].some((each) => each.length === 3)).toBe(true);
  });

  test('shows the card of a story that has no picture', async () => {
    expect(articles.filter(({ story }) => story['image'] === undefined).map(({ at }) => at)).toEqual([]);
    const cards = articles.filter(({ story }) => String((story['image'] as Node)['contentUrl']).endsWith('card.jpg'));
    expect(cards.length).toBeGreaterThan(3);
    for (const { story, at } of cards) {
      const image = story['image'] as Node;
      expect(image).toEqual({
        '@type': 'ImageObject',
        url: `${origin}${at}card.jpg`,
        contentUrl: image['url'],
        width: '1200',
        height: '630',
      });
      expect(await sharp(fileOf(dist, image['url'] as string)).metadata()).toMatchObject({ width: 1200, height: 630 });
    }
  });

  test('describes every story as its page does elsewhere', () => {
    for (const { tree, story } of articles) {
      const said = elementsOf(tree, 'meta')
        .filter(({ properties }) => properties['name'] === 'description' || properties['property'] === 'og:description')
        .map((meta) => attribute(meta, 'content'));
      expect(said).toEqual([story['description'], story['description']]);
    }
  });

  test('names its authors as the page does in its head', () => {
    for (const { tree, story } of articles) {
      const [meta, ...more] = elementsOf(tree, ({ properties }) => properties['name'] === 'author');
      const names = listOf<Node>(story['author']).map(({ name }) => name);
      expect(meta && attribute(meta, 'content')).toBe(names.join(', '));
      expect(more).toEqual([]);
    }
  });

  test('calls no organisation an editor', () => {
    for (const { story } of articles)
      for (const editor of listOf<Node>(story['editor'])) expect(editor['@type']).toBe('Person');
  });

  test('names a publisher, and where its policies can be read', () => {
    for (const { story } of articles) {
      const publisher = story['publisher'] as Node;
      expect(publisher).toMatchObject({ '@type': 'NewsMediaOrganization', url: `${origin}/` });
      expect(publisher['publishingPrinciples']).toBe(`${origin}/about/`);
      expect(publisher['correctionsPolicy']).toMatch(/^https:\/\/.*corrections/);
    }
  });

  test('lets be spoken what is on the page', () => {
    for (const { story, tree } of articles)
      for (const selector of listOf<string>((story['speakable'] as Node)['cssSelector']))
        expect(selector.startsWith('.') ? withClass(tree, selector.slice(1)) : elementsOf(tree, selector)).toHaveLength(
          1,
        );
  });

  test('leads down by front page and section', () => {
    for (const { graph, story } of articles) {
      const trail = graph.find((node) => node['@type'] === 'BreadcrumbList');
      const items = listOf<Node>(trail?.['itemListElement']);
      expect(items.map(({ position }) => position)).toEqual([1, 2, 3]);
      expect(items.at(-1)?.['name']).toBe(story['headline']);
      for (const { item } of items.slice(0, 2)) expect(existsSync(fileOf(dist, item as string))).toBe(true);
    }
  });
});

describe('the structured data of an article', () => {
  const stories = new Map(
    papers.flatMap((paper) =>
      articlesOf(paper).map(({ at, tree }) => [at, graphsOf(tree).find(({ headline }) => headline) ?? {}] as const),
    ),
  );
  const ferries = stories.get('/2025/05/06/ferries-return-to-the-inner-harbour/') ?? {};

  test.each([
    ['/2019/03/01/talks-failure-reflects-weakness-of-top-down-method/', 'AnalysisNewsArticle'],
    ['/2025/05/06/a-case-for-slow-boats/', 'OpinionNewsArticle'],
    ['/2025/05/06/ferries-return-to-the-inner-harbour/', 'NewsArticle'],
  ])('calls %s %s', (at, type) => expect(stories.get(at)?.['@type']).toBe(type));

  test('has each correction, but no update', () => {
    expect(listOf<Node>(ferries['correction']).map((each) => each['datePublished'])).toEqual([
      '2025-05-06T08:00:00+02:00',
      '2025-05-06T09:00:00+02:00',
    ]);
  });

  test('says where a version of it was printed', () => {
    expect(ferries).toMatchObject({
      printEdition: 'The Fixture, 6 May 2025',
      printSection: 'Harbour',
      printPage: '3',
      dateline: 'North Pier, 5 May',
    });
  });

  test('has credit, licence and source of its picture in each shape, by the address of the file', () => {
    const shapes = listOf<Node>(ferries['image']);
    expect(shapes).toHaveLength(3);
    for (const shape of shapes)
      expect(shape).toMatchObject({
        '@type': 'ImageObject',
        contentUrl: shape['url'],
        creditText: 'Photo: Ines Breakwater',
        license: 'https://creativecommons.org/licenses/by/4.0/',
        acquireLicensePage: 'https://pictures.fixture.example/ferry',
      });
  });

  test('has the organisation that edited it among those who had a part in it', () => {
    expect(ferries['editor']).toBeUndefined();
    expect(listOf<Node>(ferries['contributor']).map(({ name }) => name)).toContain('The Fixture tide desk');
  });

  test('has its first sentence for a description where there is no standfirst, and its publisher for an author', () => {
    expect(stories.get('/2025/05/06/without-company/')).toMatchObject({
      description: 'Nothing stands beside this story and nothing below it.',
      author: { '@type': 'Organization', name: 'The Fixture Press', url: 'https://fixture.example/' },
    });
  });

  test('cannot be left by its words', () => {
    const brackets = pagesOf(inject('fixture')).find(({ at }) => at.includes('angle-brackets'));
    const script = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(brackets?.html ?? '')?.[1] ?? '';
    expect(script).not.toContain('<');
    expect(JSON.parse(script)).toBeTypeOf('object');
  });
});

/** Pixels, as the data of a picture says. */
function sizeOf({ width, height }: Node): { width: number; height: number } {
  return { width: Number(width), height: Number(height) };
}

/** The words of a page, without scripts and styles. */
function wordsOf(node: Root | RootContent): string {
  if (node.type === 'element' && /^(script|style)$/.test(node.tagName)) return '';
  return 'children' in node ? node.children.map(wordsOf).join('') : textOf(node);
}

/** What all files of a picture begin with. */
function nameOf(url: string): string {
  return /_astro\/[\w-]+\.\w+?(?=_\w+\.jpeg$)/.exec(url)?.[0] ?? url;
}

function fileOf(dist: string, url: string): string {
  const { pathname } = new URL(url);
  return path.join(dist, decodeURI(pathname), pathname.endsWith('/') ? 'index.html' : '');
}
