import { describe, expect, it } from 'vitest';
import { textNode } from '../../../src/body/tree.ts';
import type { Article } from '../../../src/newsroom/article.ts';
import { articleJson } from '../../../src/views/machines/article-json.ts';
import { articleForms } from '../../../src/views/machines/forms.ts';
import { llmsText } from '../../../src/views/machines/llms.ts';
import { oEmbed } from '../../../src/views/machines/oembed.ts';
import { robotsText } from '../../../src/views/machines/robots.ts';
import { securityText } from '../../../src/views/machines/security.ts';
import { newsAddresses, sitemapIndex, sitemapViews } from '../../../src/views/machines/sitemap.ts';
import { frontData, listData } from '../../../src/views/machines/structured-data.ts';
import { siteView } from '../../../src/views/site.ts';
import { article, edition, publication } from '../articles.ts';

const withdrawn: Article['status'] = { state: 'withdrawn', at: '2019-03-02T00:00:00Z', reason: 'No.' };
const file = { path: 'content/a/quay.jpg', width: 90, height: 60, format: 'jpg', hash: 'a' };
const pictureAt = () => ({ src: '/_astro/quay.jpeg', width: 900, height: 600 });

describe('The sitemaps', () => {
  const march = article({ updated: '2019-03-01T09:30:00+08:00', picture: { file, alt: '' } });
  const april = article({ path: '2019/04/02/later', published: '2019-04-02T05:00:00Z' });
  const gone = article({ path: '2019/05/02/gone', status: withdrawn });
  const paper = edition([april, march, gone], '2019-04-02T12:00:00Z');

  it('are one of pages and one of each month, the oldest first, without stories that were withdrawn', () =>
    expect(sitemapViews(paper).map(({ name, addresses }) => [name, addresses().length > 0])).toEqual([
      ['pages', true],
      ['2019-03', true],
      ['2019-04', true],
    ]));

  it('tell of a story its last change and its picture, and of a list neither', () => {
    const [pages, first] = sitemapViews(paper);
    expect(first?.addresses()).toEqual([
      {
        url: 'https://paper.example/2019/03/01/harbour-vote/',
        lastChange: '2019-03-01T09:30:00+08:00',
        picture: file,
      },
    ]);
    expect(pages?.addresses().filter((each) => Object.keys(each).length > 1)).toEqual([]);
    expect(pages?.addresses()[0]).toEqual({ url: 'https://paper.example/' });
  });

  it('go on in a second file of a month that is full', () => {
    const stories = [1, 2, 3].map((number) => article({ path: `2019/03/01/story-${number}` }));
    const months = sitemapViews(edition(stories), 2).slice(1);
    expect(months.map(({ name, addresses }) => [name, addresses().length])).toEqual([
      ['2019-03', 2],
      ['2019-03-2', 1],
    ]);
  });

  it('stand in the index with the latest change of what they hold, and that of news last', () => {
    const early = article({ path: '2019/03/01/early', published: '2019-03-01T00:00:00Z' });
    expect(sitemapIndex(edition([march, early, april], '2019-04-02T12:00:00Z'))).toEqual([
      { url: 'https://paper.example/sitemaps/pages.xml', lastChange: undefined },
      { url: 'https://paper.example/sitemaps/2019-03.xml', lastChange: '2019-03-01T09:30:00+08:00' },
      { url: 'https://paper.example/sitemaps/2019-04.xml', lastChange: '2019-04-02T05:00:00Z' },
      { url: 'https://paper.example/sitemaps/news.xml' },
    ]);
  });

  it('have none of news where nothing came out for two days', () =>
    expect(sitemapIndex(edition([march], '2019-03-04T12:00:00Z')).map(({ url }) => url)).not.toContainEqual(
      expect.stringContaining('news.xml'),
    ));

  it.each([
    ['en-GB', 'en'],
    ['zh', 'zh-cn'],
    ['zh-Hans', 'zh-cn'],
    ['zh-Hant', 'zh-tw'],
    ['zh-TW', 'zh-tw'],
    ['zh-HK', 'zh-tw'],
  ])('tell Google the language of a story in %s as %s', (language, told) =>
    expect(newsAddresses(edition([article({ language })])).map((each) => each.publication)).toEqual([
      { name: 'The Paper', language: told },
    ]),
  );
});

describe('Whom to tell of a weakness', () => {
  const told = (asOf: string, email?: string) =>
    securityText({ publication: { ...publication, publisher: { name: 'The Press', email } }, asOf });

  it('is the address of the publisher, until the first of the eleventh month to come', () => {
    expect(told('2019-03-15T12:00:00Z', 'desk@paper.example')).toBe(
      [
        'Contact: mailto:desk@paper.example',
        'Expires: 2020-02-01T00:00:00Z',
        'Preferred-Languages: en-GB',
        'Canonical: https://paper.example/.well-known/security.txt',
        '',
      ].join('\n'),
    );
  });

  it('is the same through a month', () =>
    expect(told('2019-03-01T00:00:00Z', 'a@b.example')).toBe(told('2019-03-31T23:00:00Z', 'a@b.example')));

  it('is not said where a publisher names no address', () => expect(told('2019-03-15T12:00:00Z')).toBeUndefined());
});

it('Programs are told that all is open, and where the sitemaps are', () =>
  expect(robotsText({ publication })).toBe('User-agent: *\nAllow: /\n\nSitemap: https://paper.example/sitemap.xml\n'));

describe('The paper for language models', () => {
  const text = llmsText({
    ...edition([
      article({ path: '2019/03/01/a', headline: 'Boats [and] "ships"', standfirst: 'Two\nlines.' }),
      article({ path: '2019/03/01/b', headline: 'Later', published: '2019-03-01T06:00:00+08:00', opening: 'It was.' }),
      article({ path: '2019/03/01/c', headline: 'Gone', status: withdrawn }),
    ]),
    publication: { ...publication, tagline: "What's on." },
  });

  it('begins with its name and what it says of itself', () =>
    expect(text).toMatch(/^# The Paper\n\n> What’s on\.\n\n## /));

  it('lists the stories that are shown, the newest first, as Markdown with what they tell', () =>
    expect(text.split('\n').filter((line) => line.includes('index.md'))).toEqual([
      '- [Later](https://paper.example/2019/03/01/b/index.md): It was.',
      '- [Boats \\[and\\] “ships”](https://paper.example/2019/03/01/a/index.md): Two lines.',
    ]));

  it('is told whole, list by list', () => {
    const page = { id: 'about', title: 'About', language: 'en-GB', direction: 'ltr' as const };
    const pages = new Map([['about', { ...page, bodyKey: '', pictures: [], mentions: [] }]]);
    const section = { id: 'world', name: 'World', description: 'Afar\nand near.' };
    expect(llmsText({ ...edition([article({ section })]), pages })).toBe(
      [
        '# The Paper',
        '## Sections',
        '- [World](https://paper.example/sections/world/): Afar and near.',
        '## Newest stories',
        '- [Harbour votes for ferries](https://paper.example/2019/03/01/harbour-vote/index.md)',
        '## Feeds',
        '- [RSS](https://paper.example/feed.xml)\n- [Atom](https://paper.example/atom.xml)\n- [JSON Feed](https://paper.example/feed.json)\n- [OPML](https://paper.example/feeds.opml)',
        '## Optional',
        '- [Archive](https://paper.example/archive/)\n- [Topics](https://paper.example/topics/)\n- [Contributors](https://paper.example/contributors/)\n- [Corrections](https://paper.example/corrections/)\n- [About](https://paper.example/about/)\n',
      ].join('\n\n'),
    );
  });

  it('has its thirty newest stories', () => {
    const stories = Array.from({ length: 31 }, (_, index) =>
      article({
        path: `2019/03/01/s${index}`,
        headline: `S${index}`,
        published: `2019-03-01T05:${10 + index}:00+08:00`,
      }),
    );
    const headlines = Array.from(llmsText(edition(stories)).matchAll(/\[(S\d+)\]/g), ([, each]) => each);
    expect([headlines.length, headlines[0], headlines.at(-1)]).toEqual([30, 'S30', 'S1']);
  });

  it('names its feeds once it has a story', () => {
    expect(text).toContain('[OPML](https://paper.example/feeds.opml)');
    expect(llmsText(edition([]))).not.toContain('OPML');
  });
});

describe('An article for programs', () => {
  const formOf = (facts: Partial<Article>) => {
    const story = article(facts);
    return articleForms(story, edition([story]));
  };
  const json = (facts: Partial<Article>) =>
    articleJson({ view: formOf(facts).view(), body: { text: [], parts: [] }, text: [textNode('Text.')], pictureAt });

  it('has three files beside its page, and none where it was withdrawn', () => {
    expect(formOf({}).files.map(({ name }) => name)).toEqual(['index.md', 'index.json', 'oembed.json']);
    expect(formOf({ status: withdrawn }).files).toEqual([]);
  });

  it('has its addresses whole', () =>
    expect(json({ topics: [{ id: 'tides', name: 'Tides' }] })).toMatchObject({
      url: 'https://paper.example/2019/03/01/harbour-vote/',
      section: { name: 'World', url: 'https://paper.example/sections/world/' },
      topics: [{ name: 'Tides', url: 'https://paper.example/topics/tides/' }],
      tags: ['Tides'],
      publisher: { name: 'The Press', publication: 'The Paper', url: 'https://paper.example/' },
    }));

  it('tells when it came out and changed last', () => {
    const corrections = [{ at: '2019-03-02T00:00:00Z', kind: 'correction' as const, text: 'Four.' }];
    expect(json({ corrections })).toMatchObject({
      date_published: '2019-03-01T05:00:00+08:00',
      date_modified: '2019-03-02T00:00:00Z',
      corrections: [{ date: '2019-03-02T00:00:00Z', kind: 'correction', text: 'Four.' }],
    });
  });

  it('has its licence by name, with the address where it is known', () => {
    expect(json({ licence: 'CC0-1.0' }).license).toEqual({
      name: 'CC0-1.0',
      url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    });
    expect(json({ licence: 'All rights reserved' }).license).toEqual({ name: 'All rights reserved', url: undefined });
    expect(json({}).license).toBeUndefined();
  });

  it('has its picture with all that is said of it', () => {
    const picture = { file, alt: 'A quay', caption: 'The quay.', credit: 'Photo: A', licence: 'CC BY 4.0' };
    expect(json({ picture })).toMatchObject({
      image: 'https://paper.example/_astro/quay.jpeg',
      pictures: [
        {
          url: 'https://paper.example/_astro/quay.jpeg',
          width: 900,
          height: 600,
          alt: 'A quay',
          caption_html: 'The quay.',
          credit: 'Photo: A',
          licence: 'CC BY 4.0',
        },
      ],
    });
    expect(json({})).toMatchObject({ image: undefined, pictures: [] });
  });

  it('is embedded as a quotation in which its words are text', () => {
    const { html, thumbnail_url: picture } = oEmbed(
      formOf({ headline: 'A < B', standfirst: 'Ships & boats.', picture: { file, alt: '' } }).view(),
      pictureAt,
    );
    expect(html).toBe(
      '<blockquote cite="https://paper.example/2019/03/01/harbour-vote/" lang="en-GB" dir="ltr">' +
        '<p><a href="https://paper.example/2019/03/01/harbour-vote/"><strong>A &lt; B</strong></a></p>' +
        '<p>Ships &amp; boats.</p>' +
        '<footer>The Paper, <time datetime="2019-03-01T05:00:00+08:00">1 March 2019, 05:00 SGT</time></footer></blockquote>',
    );
    expect(picture).toBe('https://paper.example/_astro/quay.jpeg');
  });

  it('is embedded higher the more lines it has', () => {
    const height = (headline: string, standfirst?: string) =>
      oEmbed(formOf({ headline, standfirst }).view(), pictureAt).height;
    expect([height('Short'), height('Two lines '.repeat(10)), height('Short', 'One line')]).toEqual([120, 144, 144]);
  });
});

describe('Search engines are told', () => {
  it('of the front page whose it is, and how to search it', () => {
    const [who, site] = frontData(siteView(edition([])))['@graph'] as unknown as Record<string, unknown>[];
    expect(who).toMatchObject({ '@id': 'https://paper.example/#publisher', name: 'The Press' });
    expect(site).toMatchObject({
      url: 'https://paper.example/',
      publisher: { '@id': 'https://paper.example/#publisher' },
      potentialAction: { target: 'https://paper.example/search/?q={words}', 'query-input': 'required name=words' },
    });
  });

  it('of a list what it is', () => {
    const head = { heading: 'World', standfirst: 'Afar.', canonical: 'https://paper.example/sections/world/' };
    const { '@graph': graph } = listData({ ...head, site: siteView(edition([])) } as Parameters<typeof listData>[0]);
    expect(graph).toMatchObject([
      { '@type': 'CollectionPage', name: 'World', description: 'Afar.', url: head.canonical, inLanguage: 'en-GB' },
    ]);
  });
});
