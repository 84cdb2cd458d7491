import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import {
  atomFile,
  feedFile,
  rssFile,
  type WholeDocument,
  type WholeEntry,
} from '../../../src/views/feeds/feed-files.ts';

const entry = (title: string, name: string): WholeEntry => ({
  key: name,
  id: `https://paper.example/a/${name}/`,
  href: `https://paper.example/2019/03/01/${name}/`,
  title,
  published: '2019-03-01T05:00:00+08:00',
  updated: '2019-03-01T05:00:00+08:00',
  when: '1 March 2019',
  language: 'en-GB',
  authors: [],
  contributors: [],
  categories: [],
  text: { html: '' },
  html: `<p>How to write <code>&lt;item x&gt;</code> and ]]&gt;.</p>`,
});

const document: WholeDocument = {
  address: '/feed.xml',
  format: 'rss',
  self: 'https://paper.example/feed.xml',
  feed: {
    id: 'https://paper.example/',
    title: 'The <entry x> Paper',
    home: 'https://paper.example/',
    description: 'All of it.',
    about: 'A feed.',
    language: 'en-GB',
    direction: 'ltr',
    publisher: { name: 'The Press', url: 'https://paper.example/' },
    icon: { small: 'https://paper.example/small.png', large: 'https://paper.example/large.png' },
  },
  entries: [
    entry('What <item x> and <entry y> are for', 'tags'),
    entry('An ]]> and an <item x> more', 'ends'),
    entry('Harbour votes', 'vote'),
  ],
  gone: [],
  style: '/feed.css',
};

describe('a feed for a person who opens it', () => {
  const forms = {
    RSS: { xml: rssFile(document), start: /<item [^>]*>/, titles: titlesOfRss },
    Atom: { xml: atomFile(document), start: /<entry [^>]*>/, titles: titlesOfAtom },
  };

  it.each(Object.entries(forms))('has each headline in its own entry in %s, whatever stands in it', (_, form) => {
    const { xml, start, titles } = form;
    const outside = xml.replace(/<!\[CDATA\[.*?\]\]>/gs, '');
    const links = outside
      .split(start)
      .slice(1)
      .map((each) => Array.from(each.matchAll(/<h:a href="([^"]*)"/g), ([, href]) => href));
    expect(links).toEqual(document.entries.map(({ href }) => [href]));
    expect(titles(xml)).toEqual(document.entries.map(({ title }) => title));
  });
});

describe('a feed whose entries were all withdrawn', () => {
  const empty = {
    ...document,
    entries: [],
    gone: [{ id: 'https://paper.example/a/gone/', at: '2019-03-02T05:00:00Z' }],
  };

  it('is dated by the last of them', () => {
    expect(parseRssFeed(rssFile(empty)).lastBuildDate).toBe('Sat, 02 Mar 2019 05:00:00 GMT');
    expect(parseAtomFeed(atomFile(empty)).updated).toBe('2019-03-02T05:00:00.000Z');
  });
});

describe('a feed with all that it can have', () => {
  const whole: WholeDocument = {
    ...document,
    feed: {
      ...document.feed,
      title: 'The Paper',
      rights: 'CC BY',
      publisher: { ...document.feed.publisher, email: 'desk@paper.example' },
    },
    entries: [
      {
        ...entry('Harbour votes', 'vote'),
        html: '<p>x</p>',
        summary: 'Four & five.',
        updated: '2019-03-01T06:00:00+08:00',
        authors: [{ name: 'Ada', url: 'https://paper.example/contributors/ada/' }],
        contributors: [{ name: 'Bo' }],
        categories: [{ id: 'tides', label: 'Tides', scheme: 'https://paper.example/topics/' }],
        rights: 'CC0',
        picture: { alt: 'Quay', credit: 'Photo: Ada' },
        image: { src: 'https://paper.example/q.jpg', width: 3, height: 2 },
      } as WholeEntry,
    ],
    gone: [{ id: 'https://paper.example/a/gone/', at: '2019-03-02T05:00:00Z' }],
    older: { href: 'https://paper.example/feed/1.xml', format: 'atom' },
    archive: { current: 'https://paper.example/atom.xml' },
  };
  const media = {
    contents: [
      {
        url: 'https://paper.example/q.jpg',
        type: 'image/jpeg',
        medium: 'image',
        width: 3,
        height: 2,
        description: { value: 'Quay', type: 'plain' },
        credits: [{ value: 'Photo: Ada' }],
      },
    ],
  };

  it('tells it in RSS', () => {
    const xml = feedFile({ ...whole, format: 'rss' });
    expect(xml).toContain('<?xml-stylesheet type="text/css" href="/feed.css"?>');
    expect(parseRssFeed(xml)).toMatchObject({
      title: 'The Paper',
      link: 'https://paper.example/',
      description: 'All of it.',
      language: 'en-GB',
      copyright: 'CC BY',
      lastBuildDate: 'Sat, 02 Mar 2019 05:00:00 GMT',
      image: { url: 'https://paper.example/small.png', title: 'The Paper', link: 'https://paper.example/' },
      atom: {
        links: [
          { href: 'https://paper.example/feed.xml', rel: 'self', type: 'application/rss+xml' },
          { href: 'https://paper.example/feed/1.xml', rel: 'prev-archive', type: 'application/atom+xml' },
        ],
      },
      items: [
        {
          title: 'Harbour votes',
          link: 'https://paper.example/2019/03/01/vote/',
          description: 'Four &amp; five.',
          categories: [{ name: 'Tides', domain: 'https://paper.example/topics/' }],
          guid: { value: 'https://paper.example/a/vote/', isPermaLink: false },
          pubDate: 'Thu, 28 Feb 2019 21:00:00 GMT',
          content: { encoded: '<p>x</p>' },
          dc: { creators: ['Ada'], contributors: ['Bo'], languages: ['en-GB'], rights: ['CC0'] },
          atom: { updated: '2019-02-28T22:00:00.000Z' },
          media,
        },
      ],
    });
    expect(xml).toContain('<managingEditor>desk@paper.example (The Press)</managingEditor>');
  });

  it('tells it in Atom', () => {
    const xml = feedFile({ ...whole, format: 'atom' });
    expect(parseAtomFeed(xml)).toMatchObject({
      id: 'https://paper.example/',
      title: { value: 'The Paper' },
      subtitle: { value: 'All of it.' },
      updated: '2019-03-02T05:00:00.000Z',
      authors: [{ name: 'The Press', uri: 'https://paper.example/', email: 'desk@paper.example' }],
      rights: { value: 'CC BY' },
      icon: 'https://paper.example/large.png',
      links: [
        { href: 'https://paper.example/feed.xml', rel: 'self', type: 'application/atom+xml' },
        { href: 'https://paper.example/', rel: 'alternate', type: 'text/html' },
        { href: 'https://paper.example/atom.xml', rel: 'current', type: 'application/atom+xml' },
        { href: 'https://paper.example/feed/1.xml', rel: 'prev-archive', type: 'application/atom+xml' },
      ],
      entries: [
        {
          id: 'https://paper.example/a/vote/',
          title: { value: 'Harbour votes' },
          links: [
            { href: 'https://paper.example/2019/03/01/vote/', rel: 'alternate', type: 'text/html' },
            { href: 'https://paper.example/q.jpg', rel: 'enclosure', type: 'image/jpeg' },
          ],
          published: '2019-02-28T21:00:00.000Z',
          updated: '2019-02-28T22:00:00.000Z',
          authors: [{ name: 'Ada', uri: 'https://paper.example/contributors/ada/' }],
          contributors: [{ name: 'Bo' }],
          categories: [{ term: 'tides', label: 'Tides', scheme: 'https://paper.example/topics/' }],
          summary: { value: 'Four & five.' },
          rights: { value: 'CC0' },
          content: { value: '<p>x</p>', type: 'html' },
          media,
        },
      ],
    });
    expect(xml).toContain('<fh:archive ');
    expect(xml).toContain('ref="https://paper.example/a/gone/" when="2019-03-02T05:00:00.000Z"/>');
  });

  it('tells it as JSON', () =>
    expect(JSON.parse(feedFile({ ...whole, format: 'json' }))).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Paper',
      home_page_url: 'https://paper.example/',
      feed_url: 'https://paper.example/feed.xml',
      description: 'All of it.',
      next_url: 'https://paper.example/feed/1.xml',
      icon: 'https://paper.example/large.png',
      language: 'en-GB',
      authors: [{ name: 'The Press', url: 'https://paper.example/' }],
      items: [
        {
          id: 'https://paper.example/a/vote/',
          url: 'https://paper.example/2019/03/01/vote/',
          title: 'Harbour votes',
          summary: 'Four & five.',
          content_html: '<p>x</p>',
          image: 'https://paper.example/q.jpg',
          date_published: '2019-02-28T21:00:00.000Z',
          date_modified: '2019-02-28T22:00:00.000Z',
          authors: [{ name: 'Ada', url: 'https://paper.example/contributors/ada/' }],
          tags: ['Tides'],
          language: 'en-GB',
        },
      ],
    }));
});

describe('a feed with as little as it may have', () => {
  it('says nothing of what there is none of', () => {
    const [first] = document.entries;
    const bare = { ...document, entries: first ? [{ ...first, picture: { alt: '' } } as WholeEntry] : [] };
    const rss = feedFile({ ...bare, format: 'rss' });
    const atom = feedFile({ ...bare, format: 'atom' });
    for (const name of ['managingEditor', 'copyright', 'prev-archive', '<description/>', 'media:', 'dc:rights'])
      expect(rss, name).not.toContain(name);
    for (const name of ['<rights', 'fh:archive', 'deleted-entry', 'current', 'enclosure', '<summary', 'media:'])
      expect(atom, name).not.toContain(name);
    const { items, ...feed } = JSON.parse(feedFile({ ...bare, format: 'json' })) as { items: object[] };
    expect(Object.keys(items[0] ?? {})).toEqual([
      'id',
      'url',
      'title',
      'content_html',
      'date_published',
      'date_modified',
      'language',
    ]);
    expect(feed).not.toHaveProperty('next_url');
  });

  it('says what it is once', () => {
    const feed = { ...document.feed, description: document.feed.title };
    expect(rssFile({ ...document, feed })).not.toContain('class="standfirst"');
    expect(rssFile(document)).toContain('<h:p class="standfirst">All of it.</h:p><h:p class="about">A feed.</h:p>');
  });
});

function titlesOfRss(xml: string) {
  return parseRssFeed(xml).items?.map(({ title }) => title);
}

function titlesOfAtom(xml: string) {
  return parseAtomFeed(xml).entries?.map(({ title }) => title?.value);
}
