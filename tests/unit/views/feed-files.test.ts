import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { atomFile, rssFile, type WholeDocument, type WholeEntry } from '../../../src/views/feeds/feed-files.ts';

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

function titlesOfRss(xml: string) {
  return parseRssFeed(xml).items?.map(({ title }) => title);
}

function titlesOfAtom(xml: string) {
  return parseAtomFeed(xml).entries?.map(({ title }) => title?.value);
}
