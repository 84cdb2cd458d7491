import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import openGraphScraper from 'open-graph-scraper';
import sharp from 'sharp';
import { unfurl } from 'unfurl.js';
import { describe, expect, inject, it } from 'vitest';
import { attribute, elementsOf, pagesOf, parsed, textOf } from '../support/dist.ts';

/** What a page says in its `meta` elements, by property or name; a name may come several times. */
function tagsOf(html: string): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  for (const meta of elementsOf(parsed(html), 'meta')) {
    const name = attribute(meta, 'property') ?? attribute(meta, 'name');
    if (name) tags.set(name, [...(tags.get(name) ?? []), attribute(meta, 'content') ?? '']);
  }
  return tags;
}

const papers = [inject('edition'), inject('fixture')];
const pages = papers.flatMap((paper) =>
  pagesOf(paper).map((page) => ({ ...page, dist: paper.dist, tags: tagsOf(page.html) })),
);
const found = pages.filter(({ tags }) => !tags.has('robots'));
const articles = found.filter(({ at }) => /^\/\d{4}\/\d{2}\/\d{2}\/[a-z]/.test(at));
const pageAt = (part: string) => {
  const page = pages.find(({ at }) => at.includes(part));
  if (!page) throw new Error(`There is no page ${part}`);
  return page;
};

describe('every page that is to be found', () => {
  it('has one title, description, address, name of the paper and language to be shown with its link', () => {
    const names = ['og:type', 'og:title', 'og:url', 'og:site_name', 'og:locale', 'og:image', 'og:image:alt'];
    const without = found.flatMap(({ at, tags }) =>
      names.filter((name) => tags.get(name)?.length !== 1 || tags.get(name)?.[0] === '').map((name) => `${at} ${name}`),
    );
    expect(without).toEqual([]);
    expect(found.length).toBeGreaterThan(40);
  });

  it('says what is to be seen on its card to those that read no Open Graph for it', () => {
    for (const { at, tags } of found) expect(tags.get('twitter:image:alt'), at).toEqual(tags.get('og:image:alt'));
  });

  it('is described the same to search engines and where its link is shown', () => {
    for (const { at, tags } of found) expect(tags.get('og:description'), at).toEqual(tags.get('description'));
  });

  it('is described, but for stories without a standfirst and static pages of which nothing is said', () => {
    const lists = found.filter(
      ({ at }) => !articles.some((article) => article.at === at) && !/^\/(visiting|about|contact)/.test(at),
    );
    expect(lists.filter(({ tags }) => !tags.get('description')?.[0]).map(({ at }) => at)).toEqual([]);
  });

  it('says where it is for good', () => {
    for (const { at, html, tags } of found) {
      const canonical = elementsOf(parsed(html), 'link').filter((link) => attribute(link, 'rel') === 'canonical');
      expect(
        canonical.map((link) => attribute(link, 'href')),
        at,
      ).toEqual(tags.get('og:url'));
      expect(new URL(tags.get('og:url')?.[0] ?? 'x:').pathname).toBe(at);
    }
  });

  it('has a card that is there, as large as it says, and light', async () => {
    const weights = new Map<string, number>();
    for (const { at, dist, tags } of found) {
      const { protocol, pathname } = new URL(tags.get('og:image')?.[0] ?? 'x:');
      expect(protocol).toBe('https:');
      const file = path.join(dist, pathname);
      const { format, width, height } = await sharp(file).metadata();
      expect([`image/${format}`, `${width}`, `${height}`], at).toEqual([
        tags.get('og:image:type')?.[0],
        tags.get('og:image:width')?.[0],
        tags.get('og:image:height')?.[0],
      ]);
      weights.set(file, statSync(file).size);
    }
    const sorted = [...weights.values()].sort((a, b) => a - b);
    expect(sorted.at(-1)).toBeLessThan(100_000);
    expect(sorted[Math.floor(sorted.length * 0.75)]).toBeLessThan(70_000);
  });
});

describe('an article', () => {
  it('has its card beside it', () => {
    for (const { at, tags } of articles)
      expect(new URL(tags.get('og:image')?.[0] ?? 'x:').pathname).toBe(`${at}card.jpg`);
    expect(new Set(articles.map(({ tags }) => tags.get('og:type')?.[0]))).toEqual(new Set(['article']));
  });

  it('has its headline for a title, without the name of the paper', () => {
    for (const { html, tags } of articles)
      expect(tags.get('og:title')).toEqual(elementsOf(parsed(html), 'h1').map(textOf));
  });

  it('says when it came out and changed, who wrote it, and what it is about', () => {
    const { tags } = pageAt('trump-kim-talks');
    expect(tags.get('article:published_time')).toEqual(['2019-03-01T05:00:00+08:00']);
    expect(tags.get('article:modified_time')).toEqual(['2019-03-01T09:30:00+08:00']);
    expect(tags.get('article:author')).toEqual(['https://broadsheet.example/contributors/newsdesk/']);
    expect(tags.get('article:section')).toEqual(['World']);
    expect(tags.get('article:tag')).toContain('Diplomacy');
    expect(tags.get('og:locale')).toEqual(['en_GB']);
    expect(tags.get('twitter:card')).toEqual(['summary_large_image']);
  });

  it('names its language with a country', () => {
    expect(pageAt('jisr-al-mina').tags.get('og:locale')?.[0]).toMatch(/^ar_[A-Z]{2}$/);
    expect(pageAt('minato-no-hashi').tags.get('og:locale')).toEqual(['ja_JP']);
  });

  it('that was withdrawn has neither tags nor a card', () => {
    const { tags, dist, at } = pageAt('a-number-too-many');
    expect([...tags.keys()].filter((name) => /^(og|article|twitter):/.test(name))).toEqual([]);
    expect(existsSync(path.join(dist, at, 'card.jpg'))).toBe(false);
  });
});

describe('a link that is unfolded', () => {
  const { url, html, tags } = pageAt('ferries-return');
  const standfirst = tags.get('description')?.[0] ?? '';
  const alt = tags.get('og:image:alt')?.[0] ?? '';

  it('gives headline, standfirst and picture to open-graph-scraper', async () => {
    // It fetches no page of this machine.
    const { result } = await openGraphScraper({ html });
    expect(result.ogTitle).toBe('Ferries return to the inner harbour after “a long winter”');
    expect(result.ogDescription).toBe(standfirst);
    expect(result.ogImage).toEqual([
      { url: tags.get('og:image')?.[0], type: 'image/jpeg', width: '1200', height: '630', alt },
    ]);
  });

  it('gives headline, standfirst and picture to unfurl.js', async () => {
    const { open_graph: graph, twitter_card: twitter } = await unfurl(url, { oembed: false });
    expect(graph.title).toBe('Ferries return to the inner harbour after “a long winter”');
    expect(graph.description).toBe(standfirst);
    expect(graph.images?.[0]).toMatchObject({ url: tags.get('og:image')?.[0], width: 1200, height: 630, alt });
    expect(twitter.card).toBe('summary_large_image');
    expect(standfirst.length).toBeGreaterThan(20);
    expect(alt.length).toBeGreaterThan(10);
  });
});
