import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { base, edition, fixture } from '../support/below.ts';
import { openBrowser } from '../support/browser.ts';
import { attribute, elementsOf, filesIn, pagesOf, parsed, textOf } from '../support/dist.ts';
import {
  byFeedparser,
  byFeedsmith,
  byRssParser,
  feedFilesOf,
  type FeedFile,
  type ReadEntry,
} from '../support/feeds.ts';

const papers = { edition, fixture };
/** Where an address of a paper's own is filed in it. */
const placeOf = (address: string) => new URL(address).pathname.slice(base.length + 1);
const files = Object.entries(papers).flatMap(([paper, { dist }]) =>
  feedFilesOf(dist).map((file) => ({ ...file, paper, dist })),
);
const xml = files.filter(({ format }) => format !== 'json');
const named = (list: typeof files) => list.map((file) => [`${file.paper}/${file.name}`, file] as const);
const fileOf = (dist: string, name: string): FeedFile => {
  const file = feedFilesOf(dist).find((each) => each.name === name);
  if (!file) throw new Error(`There is no feed ${name}`);
  return file;
};
const originOf = (dist: string) =>
  (parseJsonFeed(fileOf(dist, 'feed.json').text).home_page_url ?? '').replace(/\/$/, '');
/** As all parsers tell it: feedsmith takes comments out of headlines in XML, also those that are filed as text. */
const trimmed = (list: ReadEntry[]) =>
  list.map((entry) => ({ ...entry, title: entry.title.replace(/<!--.*?-->/g, '').trim(), html: entry.html.trim() }));
const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('the feeds', () => {
  it('are there for the paper, its sections, topics and contributors, and the corrections, in three formats', () => {
    for (const { dist } of Object.values(papers)) {
      const lists = filesIn(dist)
        .filter((name) =>
          /^(index\.html|(sections|topics|contributors)\/[^/]+\/index\.html|corrections\/index\.html)$/.test(name),
        )
        .map((name) => name.replace(/index\.html$/, ''))
        // Nothing was put right in the edition.
        .filter((list) => list !== 'corrections/' || dist !== papers.edition.dist);
      const names = feedFilesOf(dist).map(({ name }) => name);
      for (const list of lists)
        expect(names).toEqual(expect.arrayContaining(['feed.xml', 'atom.xml', 'feed.json'].map((each) => list + each)));
      expect(lists.length).toBeGreaterThan(5);
    }
  });

  it('are well-formed', () => {
    const names = xml.map(({ dist, name }) => path.join(dist, name));
    const { status, stderr } = spawnSync('xmllint', ['--noout', ...names], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.each(named(xml))('are read alike by three parsers: %s', async (_, file) => {
    const entries = byFeedsmith(file);
    expect(trimmed(await byRssParser(file))).toEqual(trimmed(entries));
    // feedparser takes a headline for HTML and leaves tags out of it, also those that are filed as text.
    const untagged = (list: ReadEntry[]) =>
      trimmed(list).map((entry) => ({ ...entry, title: entry.title.replace(/<[^>]*>/g, '').trim() }));
    expect(untagged(await byFeedparser(file))).toEqual(untagged(entries));
  });

  it('say the same in each format', () => {
    for (const { dist, name } of files.filter(({ format }) => format === 'rss')) {
      const facts = ['feed.xml', 'atom.xml', 'feed.json'].map((each) =>
        trimmed(byFeedsmith(fileOf(dist, name.replace('feed.xml', each)))),
      );
      expect(facts[1]).toEqual(facts[0]);
      expect(facts[2]).toEqual(facts[0]);
    }
  });

  it('hold the stories that the list shows, the newest first', () => {
    for (const { dist, name } of files.filter(({ name: each }) =>
      /^(sections|topics|contributors)\/[^/]+\/feed\.xml$/.test(each),
    )) {
      const list = parsed(readFileSync(path.join(dist, name.replace('feed.xml', 'index.html')), 'utf8'));
      const shown = elementsOf(list, (element) => String(element.properties['className']).includes('row-headline'))
        .flatMap((heading) => elementsOf(heading, 'a'))
        .map((link) => attribute(link, 'href'));
      const entries = byFeedsmith(fileOf(dist, name));
      expect(entries.map(({ href }) => new URL(href).pathname).sort(), name).toEqual(shown.sort());
      const times = entries.map(({ published }) => published);
      expect(times).toEqual(times.toSorted().reverse());
    }
  });

  it('say of each entry its short address as its id, which is no link', () => {
    for (const file of files.filter(({ name }) => !name.startsWith('corrections/'))) {
      const origin = originOf(file.dist);
      for (const { id } of byFeedsmith(file)) expect(id).toMatch(new RegExp(`^${origin}/a/[a-z2-9]{6,12}/$`));
    }
    const { text } = fileOf(papers.edition.dist, 'feed.xml');
    expect(parseRssFeed(text).items?.every(({ guid }) => guid?.isPermaLink === false)).toBe(true);
  });

  it('name themselves, the page that lists the same, their authors, sections and topics, and the picture', () => {
    const origin = originOf(papers.edition.dist);
    const rss = parseRssFeed(fileOf(papers.edition.dist, 'sections/world/feed.xml').text);
    expect(rss.link).toBe(`${origin}/sections/world/`);
    expect(rss.atom?.links).toEqual([
      { href: `${origin}/sections/world/feed.xml`, rel: 'self', type: 'application/rss+xml' },
    ]);
    const lead = rss.items?.find(({ link }) => link?.includes('trump-kim-talks'));
    expect(lead?.dc?.creators).toEqual(['The Broadsheet newsdesk']);
    expect(lead?.categories?.map(({ name }) => name)).toEqual(expect.arrayContaining(['World', 'North Korea']));
    const [picture] = lead?.media?.contents ?? [];
    expect(picture).toMatchObject({ type: 'image/jpeg', medium: 'image', width: 1200 });
    expect(filesIn(papers.edition.dist)).toContain(placeOf(picture?.url ?? ''));
    const atom = parseAtomFeed(fileOf(papers.edition.dist, 'sections/world/atom.xml').text);
    expect(atom.links?.map(({ rel, href }) => [rel, href])).toEqual([
      ['self', `${origin}/sections/world/atom.xml`],
      ['alternate', `${origin}/sections/world/`],
    ]);
    expect(atom.entries?.every(({ authors = [] }) => authors.length > 0)).toBe(true);
  });

  it('are JSON Feed by its specification', () => {
    const address = z.url({ protocol: /^https$/ });
    const person = z.strictObject({ name: z.string().min(1), url: address.optional() });
    const feed = z.strictObject({
      version: z.literal('https://jsonfeed.org/version/1.1'),
      title: z.string().min(1),
      home_page_url: address,
      feed_url: address,
      next_url: address.optional(),
      description: z.string().min(1),
      icon: address,
      language: z.string(),
      authors: z.array(person).min(1),
      items: z.array(
        z.strictObject({
          id: z.string().min(1),
          url: address,
          title: z.string().min(1),
          summary: z.string().optional(),
          content_html: z.string().min(1),
          image: address.optional(),
          date_published: z.iso.datetime({ offset: true }),
          date_modified: z.iso.datetime({ offset: true }),
          authors: z.array(person).min(1).optional(),
          tags: z.array(z.string()).optional(),
          language: z.string(),
        }),
      ),
    });
    for (const file of files.filter(({ format }) => format === 'json')) {
      const { feed_url: self } = feed.parse(JSON.parse(file.text));
      expect(placeOf(self)).toBe(file.name);
    }
  });

  it('give every paragraph, caption and credit of the article', () => {
    const missing: string[] = [];
    let looked = 0;
    for (const { dist } of Object.values(papers)) {
      for (const { href, html } of byFeedsmith(fileOf(dist, 'feed.xml'))) {
        const page = parsed(readFileSync(path.join(dist, placeOf(href), 'index.html'), 'utf8'));
        const has = (name: string) => (element: ReturnType<typeof elementsOf>[number]) =>
          String(element.properties['className'] ?? '')
            .split(',')
            .includes(name);
        const parts = elementsOf(page, has('prose')).flatMap((prose) => [
          ...prose.children.flatMap((child) =>
            child.type === 'element' && /^(p|blockquote|ul|ol|h2|table)$/.test(child.tagName) ? [child] : [],
          ),
        ]);
        const words = [...parts, ...elementsOf(page, has('caption')), ...elementsOf(page, has('credit'))];
        // Boxes of a list of tasks are letters here, as readers know no controls.
        const text = squeezed(textOf(parsed(html))).replace(/[☐☑]/g, '');
        for (const part of words) {
          looked += 1;
          if (!text.includes(squeezed(textOf(part)))) missing.push(`${href}: ${textOf(part).slice(0, 60)}`);
        }
      }
    }
    expect(missing).toEqual([]);
    expect(looked).toBeGreaterThan(100);
  });

  it('hold no script, no handler, and no address that is not whole', () => {
    for (const file of files) {
      for (const { html, href } of byFeedsmith(file)) {
        const tree = parsed(html);
        expect(
          elementsOf(tree, (element) => /^(script|style|iframe|link|object)$/.test(element.tagName)),
          href,
        ).toEqual([]);
        for (const element of elementsOf(tree, () => true)) {
          expect(Object.keys(element.properties).filter((name) => /^on|^style$|^srcSet$/.test(name))).toEqual([]);
          for (const name of ['href', 'src', 'cite'])
            if (attribute(element, name) !== undefined)
              expect(attribute(element, name)).toMatch(/^(https?:\/\/|mailto:|tel:)/);
        }
      }
    }
  });

  it('name pictures that are there', () => {
    for (const { dist } of Object.values(papers)) {
      const there = new Set(filesIn(dist));
      const pictures = byFeedsmith(fileOf(dist, 'feed.xml')).flatMap(({ html }) =>
        elementsOf(parsed(html), 'img').map((image) => placeOf(attribute(image, 'src') ?? '')),
      );
      expect(pictures.filter((name) => !there.has(name))).toEqual([]);
      expect(pictures.length).toBeGreaterThan(1);
    }
  });

  it('leave out what is withdrawn, and say in Atom that it is gone', () => {
    const { dist } = papers.fixture;
    const notice = pagesOf(papers.fixture).find(({ html }) => html.includes('This article has been withdrawn'));
    for (const file of feedFilesOf(dist)) expect(file.text).not.toContain(notice?.at ?? '?');
    const gone = /<at:deleted-entry [^>]*ref="([^"]+)" when="([^"]+)"/.exec(fileOf(dist, 'atom.xml').text);
    expect(gone?.[1]).toMatch(/\/a\/[a-z2-9]+\/$/);
    expect(new Date(gone?.[2] ?? '').getTime()).toBeGreaterThan(0);
  });

  it('are all in the OPML file, in the order of the paper', () => {
    for (const { dist } of Object.values(papers)) {
      const { body } = parseOpml(readFileSync(path.join(dist, 'feeds.opml'), 'utf8'));
      const outlines = (body?.outlines ?? []).flatMap((outline) => outline.outlines ?? [outline]);
      const named = outlines.map(({ xmlUrl }) => placeOf(xmlUrl ?? ''));
      expect(named[0]).toBe('feed.xml');
      expect(named.sort()).toEqual(
        feedFilesOf(dist)
          .filter(({ format }) => format === 'rss')
          .map(({ name }) => name)
          .sort(),
      );
      expect(outlines.every(({ type, text, htmlUrl }) => type === 'rss' && text && htmlUrl)).toBe(true);
    }
  });

  it('are named in the heads of the pages that list the same, and the paper’s in those of articles', () => {
    const pages = Object.values(papers).flatMap(pagesOf);
    for (const { at, url, html } of pages) {
      const links = elementsOf(parsed(html), 'link')
        .filter((link) => attribute(link, 'rel') === 'alternate' && /rss|atom|feed/.test(attribute(link, 'type') ?? ''))
        .map((link) => attribute(link, 'href'));
      if (/^\/\d{4}\/\d{2}\/\d{2}\/[^/]+\/$/.test(at))
        expect(links, at).toEqual([`${base}/feed.xml`, `${base}/atom.xml`]);
      else if (at === '/corrections/' && url.startsWith(papers.edition.address)) expect(links).toEqual([]);
      else if (/^\/($|corrections\/|(sections|topics|contributors)\/[^/]+\/$)/.test(at))
        expect(links, at).toEqual(['feed.xml', 'atom.xml', 'feed.json'].map((name) => base + at + name));
    }
  });
});

describe('a feed in a browser', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser.close());

  test.each(['feed.xml', 'atom.xml'])(
    'shows headlines as links, times and standfirsts, and no machine’s words: /%s',
    async (name) => {
      for (const { address, dist } of Object.values(papers)) {
        const page = await browser.newPage({ serviceWorkers: 'block', viewport: { width: 320, height: 800 } });
        const errors: string[] = [];
        page.on('requestfailed', (request) => errors.push(request.url()));
        page.on('response', (response) => {
          if (response.status() >= 400 && !response.url().endsWith('/favicon.ico')) errors.push(response.url());
        });
        await page.goto(address + name);
        const shown = await page.evaluate(() => ({
          text: document.documentElement.innerText ?? document.documentElement.textContent,
          wide: document.documentElement.scrollWidth,
          links: [...document.querySelectorAll('h2 a')]
            .filter((link) => link.getBoundingClientRect().height >= 24)
            .map((link) => (link as HTMLAnchorElement).href),
          visible: [...document.querySelectorAll('*')]
            .filter((element) => element.getBoundingClientRect().height > 0)
            .map(({ localName }) => localName),
          background: getComputedStyle(document.documentElement).backgroundColor,
        }));
        expect(shown.links).toEqual(byFeedsmith(fileOf(dist, name)).map(({ href }) => href));
        expect(shown.wide).toBeLessThanOrEqual(320);
        expect(
          shown.visible.filter(
            (element) => !/^(rss|channel|item|feed|entry|header|h1|h2|p|a|time|description|summary)$/.test(element),
          ),
        ).toEqual([]);
        expect(shown.visible).toContain(name === 'feed.xml' ? 'description' : 'summary');
        expect(shown.background).toBe('rgb(253, 252, 249)');
        expect(errors).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
          'rgb(23, 21, 19)',
        );
        await page.close();
      }
    },
  );
});
