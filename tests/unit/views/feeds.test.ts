import { describe, expect, it } from 'vitest';
import { htmlOf } from '../../../src/body/html.ts';
import { bodyView } from '../../../src/views/body.ts';
import { atomFile, jsonFile, rssFile, type WholeDocument } from '../../../src/views/feeds/feed-files.ts';
import { feedDocuments, feedsOf } from '../../../src/views/feeds/feed.ts';
import { readerText } from '../../../src/views/feeds/reader-text.ts';
import { articleView } from '../../../src/views/pages/article.ts';
import { fullBody, fullEdition, fullStory } from '../full-story.ts';

// Made in each test: in one place for all, they would be made before any of them.
const paper = () => ({ ...fullEdition });
const documents = () => feedDocuments(paper());

/** The feed at an address, with texts and pictures as files are written of it. */
function whole(address: string): WholeDocument {
  const document = documents()
    .find((each) => each.address === address)
    ?.view();
  if (!document) throw new Error(`There is no feed at ${address}`);
  const image = { src: 'https://paper.example/q.jpg', width: 600, height: 400 };
  const entries = document.entries.map((entry) => ({ ...entry, html: '<p>Text</p>', image: entry.picture && image }));
  return { ...document, style: '/feed.css', entries };
}

/** What stands in an element for programs, a line for each of its own. */
function inside(xml: string, element: RegExp): string {
  return (element.exec(xml)?.[0] ?? '').replace(/\n\s*/g, '\n');
}

describe('The text of a story for readers elsewhere', () => {
  it('has its picture, its parts, its corrections, its place in print and its licence', () => {
    const view = articleView({ article: { ...fullStory }, edition: paper() });
    const text = readerText({
      view,
      body: bodyView({ body: fullBody, view }),
      origin: 'https://paper.example',
      pictureAt: ({ hash }) => ({ src: `/_astro/${hash}`, width: 600, height: 400 }),
    });
    expect(htmlOf(text)).toBe(
      [
        '<figure><img src="https://paper.example/_astro/quay.jpg" alt="A quay" width="600" height="400"><figcaption>The quay at noon. <small><a href="https://pictures.example/quay">Photo: A. CC\u00A0BY\u00A04.0</a></small></figcaption></figure>',
        '<p>Ships <a href="https://paper.example/about/">came</a> in.</p>',
        '<figure><img src="https://paper.example/_astro/map.jpg" alt="The map.jpg" width="600" height="400"><figcaption>The <em>map</em>. <small>Map: B. CC0-1.0</small></figcaption></figure>',
        '<h2>Noon</h2><p>They left.</p>',
        '<figure><figure><img src="https://paper.example/_astro/quay.jpg" alt="The quay.jpg" width="600" height="400"></figure>',
        '<figure><img src="https://paper.example/_astro/map.jpg" alt="The map.jpg" width="600" height="400"></figure><figcaption>Both.</figcaption></figure>',
        '<figure><img src="https://paper.example/_astro/poster.jpg" alt="The poster.jpg" width="600" height="400"><p><b>Video</b> <a href="https://paper.example/2019/03/01/harbour-vote/">Play the video</a> <a href="https://www.films.example/tide">Watch or read at films.example</a> 1:32</p><figcaption><small>Film: C</small></figcaption></figure>',
        '<ul><li>One</li></ul>',
        '<p>The end.</p>',
        '<h2>Corrections</h2>',
        '<ol><li><p><b>Correction</b> <time datetime="2019-03-01T10:00:00+08:00">1 March 2019, 10:00 SGT</time></p><p>It was “four” boats.</p></li>',
        '<li><p><b>Clarification</b> <time datetime="2019-03-01T10:00:00+08:00">1 March 2019, 10:00 SGT</time></p><p>Each way.</p></li>',
        '<li><p><b>Update</b> <time datetime="2019-03-01T11:00:00+08:00">1 March 2019, 11:00 SGT</time></p><p>With the count.</p></li></ol>',
        '<p>A version of this article appeared in the print edition of The Daily on 1 March 2019 (World, page A1), with the headline “Ferries”.</p>',
        '<p>Text licensed under CC0-1.0</p>',
      ].join('\n'),
    );
  });
});

describe('The feeds of a paper', () => {
  it('are of its stories, sections, topics and contributors, and of its corrections', () =>
    expect(
      feedsOf(paper()).map(({ kind, title, description, home, rss }) => [kind, title, description, home, rss]),
    ).toEqual([
      ['paper', 'The Paper', 'What’s on', 'https://paper.example/', 'https://paper.example/feed.xml'],
      [
        'section',
        'World – The Paper',
        undefined,
        'https://paper.example/sections/world/',
        'https://paper.example/sections/world/feed.xml',
      ],
      [
        'topic',
        'Ferries – The Paper',
        'All that floats.',
        'https://paper.example/topics/ferries/',
        'https://paper.example/topics/ferries/feed.xml',
      ],
      [
        'topic',
        'Votes – The Paper',
        undefined,
        'https://paper.example/topics/votes/',
        'https://paper.example/topics/votes/feed.xml',
      ],
      [
        'contributor',
        'Wren Quay – The Paper',
        'Of the quay.',
        'https://paper.example/contributors/wren/',
        'https://paper.example/contributors/wren/feed.xml',
      ],
      [
        'contributor',
        'Otto Pier – The Paper',
        undefined,
        'https://paper.example/contributors/otto/',
        'https://paper.example/contributors/otto/feed.xml',
      ],
      [
        'contributor',
        'The Desk – The Paper',
        undefined,
        'https://paper.example/contributors/desk/',
        'https://paper.example/contributors/desk/feed.xml',
      ],
      [
        'corrections',
        'Corrections – The Paper',
        undefined,
        'https://paper.example/corrections/',
        'https://paper.example/corrections/feed.xml',
      ],
    ]));

  it('lie each in three files', () =>
    expect(documents().map(({ address }) => address)).toEqual(
      feedsOf(paper()).flatMap(({ rss }) =>
        ['feed.xml', 'atom.xml', 'feed.json'].map((name) => new URL(name, rss).pathname),
      ),
    ));

  it('hold corrections with the words of each and the story', () =>
    expect(
      documents()
        .find(({ address }) => address === '/corrections/atom.xml')
        ?.view().entries,
    ).toMatchObject([
      {
        id: 'https://paper.example/a/k7m2xq/#correction-20190301030000',
        href: 'https://paper.example/2019/03/01/harbour-vote/',
        title: 'Update: Harbour votes for “ferries”',
        published: '2019-03-01T11:00:00+08:00',
        updated: '2019-03-01T11:00:00+08:00',
        when: '1 March 2019, 11:00 SGT',
        language: 'en-GB',
        authors: [],
        contributors: [],
        categories: [],
        text: {
          html: '<p>With the count.</p>\n<p><a href="https://paper.example/2019/03/01/harbour-vote/">Harbour votes for “ferries”</a></p>',
        },
      },
      {
        id: 'https://paper.example/a/k7m2xq/#correction-20190301020000-2',
        href: 'https://paper.example/2019/03/01/harbour-vote/',
        title: 'Clarification: Harbour votes for “ferries”',
        published: '2019-03-01T10:00:00+08:00',
        updated: '2019-03-01T10:00:00+08:00',
        when: '1 March 2019, 10:00 SGT',
        language: 'en-GB',
        authors: [],
        contributors: [],
        categories: [],
        text: {
          html: '<p>Each way.</p>\n<p><a href="https://paper.example/2019/03/01/harbour-vote/">Harbour votes for “ferries”</a></p>',
        },
      },
      {
        id: 'https://paper.example/a/k7m2xq/#correction-20190301020000',
        href: 'https://paper.example/2019/03/01/harbour-vote/',
        title: 'Correction: Harbour votes for “ferries”',
        published: '2019-03-01T10:00:00+08:00',
        updated: '2019-03-01T10:00:00+08:00',
        when: '1 March 2019, 10:00 SGT',
        language: 'en-GB',
        authors: [],
        contributors: [],
        categories: [],
        text: {
          html: '<p>It was “four” boats.</p>\n<p><a href="https://paper.example/2019/03/01/harbour-vote/">Harbour votes for “ferries”</a></p>',
        },
      },
    ]));
});

describe('JSON Feed', () => {
  const told = () => JSON.parse(jsonFile(whole('/feed.json'))) as Record<string, unknown>;
  it('tells of the paper', () => {
    const { items, ...head } = told();
    expect(head).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Paper',
      home_page_url: 'https://paper.example/',
      feed_url: 'https://paper.example/feed.json',
      description: 'What’s on',
      icon: 'https://paper.example/icons/512.png',
      language: 'en-GB',
      authors: [{ name: 'The Press', url: 'https://paper.example/' }],
    });
  });
  it('tells of each story all that there is', () =>
    expect(told().items).toEqual([
      {
        id: 'https://paper.example/a/k7m2xq/',
        url: 'https://paper.example/2019/03/01/harbour-vote/',
        title: 'Harbour votes for “ferries”',
        summary: 'The vote is over – at last.',
        content_html: '<p>Text</p>',
        image: 'https://paper.example/q.jpg',
        date_published: '2019-02-28T21:00:00.000Z',
        date_modified: '2019-03-01T03:00:00.000Z',
        authors: [{ name: 'Wren Quay', url: 'https://paper.example/contributors/wren/' }],
        tags: ['World', 'Ferries', 'Votes'],
        language: 'en-GB',
      },
      {
        id: 'https://paper.example/a/thrstr/',
        url: 'https://paper.example/2019/03/01/other/',
        title: 'Other boats',
        content_html: '<p>Text</p>',
        date_published: '2019-02-28T20:00:00.000Z',
        date_modified: '2019-02-28T20:00:00.000Z',
        authors: [{ name: 'The Press', url: 'https://paper.example/' }],
        tags: ['World'],
        language: 'en-GB',
      },
    ]));
});

describe('RSS', () => {
  const xml = () => rssFile(whole('/feed.xml'));
  it('tells of the paper', () =>
    expect(inside(xml(), /<channel>[^]*?(?=<item)/)).toBe(
      [
        '<channel>',
        '<h:header lang="en-GB" dir="ltr"><h:h1><h:a href="https://paper.example/">The Paper</h:a></h:h1><h:p class="standfirst">What’s on</h:p><h:p class="about">This is a feed. Put its address into a feed reader, and each new story comes to you whole, in the order of publication.</h:p></h:header>',
        '<title>The Paper</title>',
        '<link>https://paper.example/</link>',
        '<description>What’s on</description>',
        '<language>en-GB</language>',
        '<copyright>Text licensed under CC BY 4.0</copyright>',
        '<managingEditor>desk@paper.example (The Press)</managingEditor>',
        '<lastBuildDate>Fri, 01 Mar 2019 03:00:00 GMT</lastBuildDate>',
        '<image>',
        '<url>https://paper.example/icons/192.png</url>',
        '<title>The Paper</title>',
        '<link>https://paper.example/</link>',
        '</image>',
        '<atom:link href="https://paper.example/feed.xml" rel="self" type="application/rss+xml"/>',
        '',
      ].join('\n'),
    ));
  it('tells of a story all that there is', () =>
    expect(inside(xml(), /<item[^]*?<\/item>/)).toBe(
      [
        '<item xml:lang="en-GB">',
        '<h:h2 dir="auto"><h:a href="https://paper.example/2019/03/01/harbour-vote/">Harbour votes for “ferries”</h:a></h:h2>',
        '<h:time datetime="2019-03-01T05:00:00+08:00" lang="en-GB" dir="ltr">1 March 2019, 05:00 SGT</h:time>',
        '<title>Harbour votes for “ferries”</title>',
        '<link>https://paper.example/2019/03/01/harbour-vote/</link>',
        '<description>The vote is over – at last.</description>',
        '<category domain="https://paper.example/sections/">World</category>',
        '<category domain="https://paper.example/topics/">Ferries</category>',
        '<category domain="https://paper.example/topics/">Votes</category>',
        '<guid isPermaLink="false">https://paper.example/a/k7m2xq/</guid>',
        '<pubDate>Thu, 28 Feb 2019 21:00:00 GMT</pubDate>',
        '<atom:updated>2019-03-01T03:00:00.000Z</atom:updated>',
        '<dc:creator>Wren Quay</dc:creator>',
        '<dc:contributor>Otto Pier</dc:contributor>',
        '<dc:contributor>The Desk</dc:contributor>',
        '<dc:contributor>The Wire</dc:contributor>',
        '<dc:language>en-GB</dc:language>',
        '<dc:rights>Text licensed under CC0-1.0</dc:rights>',
        '<content:encoded><![CDATA[<p>Text</p>]]></content:encoded>',
        '<media:content url="https://paper.example/q.jpg" type="image/jpeg" medium="image" height="400" width="600">',
        '<media:description type="plain">A quay</media:description>',
        '<media:credit>Photo: A</media:credit>',
        '</media:content>',
        '</item>',
      ].join('\n'),
    ));
});

describe('Atom', () => {
  const xml = () => atomFile(whole('/atom.xml'));
  it('tells of the paper', () =>
    expect(inside(xml(), /<feed[^]*?(?=<entry)/)).toBe(
      [
        '<feed xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en-GB">',
        '<h:header lang="en-GB" dir="ltr"><h:h1><h:a href="https://paper.example/">The Paper</h:a></h:h1><h:p class="standfirst">What’s on</h:p><h:p class="about">This is a feed. Put its address into a feed reader, and each new story comes to you whole, in the order of publication.</h:p></h:header>',
        '<author>',
        '<name>The Press</name>',
        '<uri>https://paper.example/</uri>',
        '<email>desk@paper.example</email>',
        '</author>',
        '<icon>https://paper.example/icons/512.png</icon>',
        '<id>https://paper.example/atom.xml</id>',
        '<link href="https://paper.example/atom.xml" rel="self" type="application/atom+xml"/>',
        '<link href="https://paper.example/" rel="alternate" type="text/html"/>',
        '<rights>Text licensed under CC BY 4.0</rights>',
        '<subtitle>What’s on</subtitle>',
        '<title>The Paper</title>',
        '<updated>2019-03-01T03:00:00.000Z</updated>',
        '',
      ].join('\n'),
    ));
  it('tells of a story all that there is', () =>
    expect(inside(xml(), /<entry[^]*?<\/entry>/)).toBe(
      [
        '<entry xml:lang="en-GB">',
        '<h:h2 dir="auto"><h:a href="https://paper.example/2019/03/01/harbour-vote/">Harbour votes for “ferries”</h:a></h:h2>',
        '<h:time datetime="2019-03-01T05:00:00+08:00" lang="en-GB" dir="ltr">1 March 2019, 05:00 SGT</h:time>',
        '<author>',
        '<name>Wren Quay</name>',
        '<uri>https://paper.example/contributors/wren/</uri>',
        '</author>',
        '<category term="world" scheme="https://paper.example/sections/" label="World"/>',
        '<category term="ferries" scheme="https://paper.example/topics/" label="Ferries"/>',
        '<category term="votes" scheme="https://paper.example/topics/" label="Votes"/>',
        '<content type="html"><![CDATA[<p>Text</p>]]></content>',
        '<contributor>',
        '<name>Otto Pier</name>',
        '<uri>https://paper.example/contributors/otto/</uri>',
        '</contributor>',
        '<contributor>',
        '<name>The Desk</name>',
        '<uri>https://paper.example/contributors/desk/</uri>',
        '</contributor>',
        '<contributor>',
        '<name>The Wire</name>',
        '</contributor>',
        '<id>https://paper.example/a/k7m2xq/</id>',
        '<link href="https://paper.example/2019/03/01/harbour-vote/" rel="alternate" type="text/html"/>',
        '<link href="https://paper.example/q.jpg" rel="enclosure" type="image/jpeg"/>',
        '<published>2019-02-28T21:00:00.000Z</published>',
        '<rights>Text licensed under CC0-1.0</rights>',
        '<summary>The vote is over – at last.</summary>',
        '<title>Harbour votes for “ferries”</title>',
        '<updated>2019-03-01T03:00:00.000Z</updated>',
        '<media:content url="https://paper.example/q.jpg" type="image/jpeg" medium="image" height="400" width="600">',
        '<media:description type="plain">A quay</media:description>',
        '<media:credit>Photo: A</media:credit>',
        '</media:content>',
        '</entry>',
      ].join('\n'),
    ));
});
