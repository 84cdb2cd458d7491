import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { articleIn, articlesIn, emptyPaper, imported, mistakesAt, put, remove, unaccounted } from './support.ts';

const roots: string[] = [];
afterEach(() => roots.splice(0).forEach(remove));

async function read(name: string, content: string | Uint8Array) {
  const root = emptyPaper({ [`in/${name}`]: content });
  roots.push(root);
  const reports = await imported(root, [`in/${name}`]);
  expect(reports.flatMap(unaccounted)).toEqual([]);
  expect(await mistakesAt(root)).toEqual([]);
  return { root, reports, texts: articlesIn(root).map((place) => articleIn(root, place)) };
}

test('an export of Ghost has tags, authors and pictures, and withholds what is for members', async () => {
  const data = {
    posts: [
      {
        id: '1',
        uuid: 'u1',
        title: 'Market closes',
        slug: 'market-closes',
        html: '<p>The council voted.</p>',
        status: 'published',
        visibility: 'public',
        published_at: '2019-03-05T08:00:00.000Z',
        custom_excerpt: 'After 140 years.',
      },
      { id: '2', title: 'For members', slug: 'm', html: '<p>x</p>', status: 'published', visibility: 'paid' },
    ],
    tags: [
      { id: 't', name: 'Town' },
      { id: 'h', name: '#hidden' },
    ],
    users: [{ id: 'u', name: 'Wren Quayside' }],
    posts_tags: [
      { post_id: '1', tag_id: 't' },
      { post_id: '1', tag_id: 'h', sort_order: 1 },
    ],
    posts_authors: [{ post_id: '1', author_id: 'u' }],
  };
  const { reports, texts } = await read('ghost.json', JSON.stringify({ db: [{ meta: { exported_on: 1 }, data }] }));
  expect(reports.map(({ outcome }) => outcome)).toEqual(['new', 'withheld']);
  for (const part of [
    'headline: Market closes',
    'standfirst: After 140 years.',
    'section: town',
    'who: wren-quayside',
    'published: 2019-03-05T16:00:00+08:00',
  ])
    expect(texts[0]).toContain(part);
});

test('an export of Substack has its drafts as drafts', async () => {
  const { texts } = await read(
    'substack.zip',
    zipSync({
      'posts.csv': strToU8(
        'post_id,post_date,is_published,type,audience,title,subtitle\n1.market,2019-03-05T08:00:00.000Z,true,newsletter,everyone,"Market, closed","He said ""no"""\n2.later,2019-03-06T08:00:00.000Z,false,newsletter,everyone,Later,\n',
      ),
      'posts/1.market.html': strToU8('<p>The council voted.</p>'),
      'posts/2.later.html': strToU8('<p>Not yet.</p>'),
    }),
  );
  expect(texts[0]).toContain('headline: Market, closed\n');
  expect(texts[0]).toContain('standfirst: He said "no"');
  expect(texts[1]).toContain('\nstatus: draft');
});

test('what an export of Substack has for readers to press is told, and stands in no story', async () => {
  const { texts, reports } = await read(
    'substack.zip',
    zipSync({
      'posts.csv': strToU8(
        'post_id,post_date,is_published,type,audience,title,subtitle\n1.market,2019-03-05T08:00:00.000Z,true,newsletter,everyone,Market,\n',
      ),
      'posts/1.market.html': strToU8(
        '<p>The council voted.</p><p class="button-wrapper"><a class="button primary" href="https://quay.example/subscribe?"><span>Subscribe now</span></a></p><div class="subscription-widget-wrap-editor"><div class="subscription-widget show-subscribe"><p class="cta-caption">Thanks for reading!</p></div></div><p>The market closes in May.</p>',
      ),
    }),
  );
  expect(texts[0]).toMatch(/The council voted\.\n\nThe market closes in May\.\n$/);
  const told = JSON.stringify(reports);
  expect(told).toContain('Subscribe now https://quay.example/subscribe?');
  expect(told).toContain('Thanks for reading!');
});

test('an export of Medium has subtitle, author and the address that the story had', async () => {
  const { texts, root } = await read(
    'medium.zip',
    zipSync({
      'posts/2019-03-05_Market-closes-abc.html': strToU8(
        '<html><head><title>Market closes</title></head><body><article class="h-entry"><header><h1 class="p-name">Market closes</h1></header><section data-field="subtitle" class="p-summary">After 140 years</section><section data-field="body" class="e-content"><p>The council voted.</p></section><footer><a class="p-author h-card" href="x">Wren Quayside</a><a href="https://medium.com/p/abc"><time class="dt-published" datetime="2019-03-05T08:00:00.000Z">March 5</time></a><a href="https://medium.com/p/abc" class="p-canonical">Canonical link</a></footer></article></body></html>',
      ),
    }),
  );
  for (const part of [
    'headline: Market closes',
    'standfirst: After 140 years',
    'who: wren-quayside',
    'published: 2019-03-05T16',
  ])
    expect(texts[0]).toContain(part);
  const { readFileSync } = await import('node:fs');
  expect(readFileSync(`${root}/content/imports.jsonl`, 'utf8')).toContain('"/p/abc"');
});

describe('a feed', () => {
  test('in RSS has full texts, credits and categories', async () => {
    const { texts } = await read(
      'feed.xml',
      '<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d" xmlns:media="m"><channel><title>Old</title><item><title>Market closes</title><link>https://old.example/market-closes</link><guid>g1</guid><dc:creator>Wren Quayside</dc:creator><category>Town</category><pubDate>Tue, 05 Mar 2019 08:00:00 GMT</pubDate><description>After 140 years.</description><content:encoded><![CDATA[<p>The council voted.</p>]]></content:encoded></item></channel></rss>',
    );
    for (const part of [
      'headline: Market closes',
      'standfirst: After 140 years.',
      'section: town',
      'who: wren-quayside',
      'published: 2019-03-05T16',
      'The council voted.',
    ])
      expect(texts[0]).toContain(part);
  });
  test('of Blogger in Atom leaves out comments and has drafts as drafts', async () => {
    const kind = (name: string) =>
      `<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${name}"/>`;
    const { texts, reports } = await read(
      'blog.xml',
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="a"><entry><id>1</id>${kind('post')}<title type="text">Market closes</title><content type="html">&lt;p&gt;The council voted.&lt;/p&gt;</content><published>2019-03-05T16:00:00.000+08:00</published><author><name>Wren Quayside</name></author><app:control><app:draft>yes</app:draft></app:control></entry><entry><id>2</id>${kind('comment')}<title>c</title><content>hm</content></entry></feed>`,
    );
    expect(reports).toHaveLength(1);
    expect(texts[0]).toContain('\nstatus: draft');
  });
  test('in JSON has authors and dates', async () => {
    const { texts } = await read(
      'feed.json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [
          {
            id: '1',
            url: 'https://old.example/a',
            title: 'Market closes',
            content_html: '<p>The council voted.</p>',
            date_published: '2019-03-05T08:00:00Z',
            authors: [{ name: 'Wren Quayside' }],
            tags: ['Town'],
          },
        ],
      }),
    );
    expect(texts[0]).toContain('who: wren-quayside');
  });
});

describe('wire copy', () => {
  test('in NewsML-G2 keeps its embargo, its terms and its subjects', async () => {
    const { texts, reports } = await read(
      'wire.xml',
      '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:1" version="1"><rightsInfo><usageTerms>Not for archives</usageTerms></rightsInfo><itemMeta><itemClass qcode="ninat:text"/><provider><name>Tide Agency</name></provider><versionCreated>2019-03-05T08:00:00Z</versionCreated><embargoed>2019-03-06T05:00:00Z</embargoed><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><urgency>4</urgency><headline>Market closes</headline><by>By Wren Quayside</by><language tag="en"/><subject qcode="medtop:1"><name>fishing industry</name></subject></contentMeta><contentSet><inlineXML><html><head><title>x</title></head><body><p>The council voted.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>',
    );
    for (const part of [
      'headline: Market closes',
      'agencies:\n  - Tide Agency',
      'embargoedUntil: 2019-03-06T05:00:00+00:00',
      'topics:\n  - fishing-industry',
    ])
      expect(texts[0]).toContain(part);
    expect(reports[0]?.leftovers).toContainEqual({ kind: 'usage terms', text: 'Not for archives' });
  });

  test('in NITF has headline, byline, dateline and text', async () => {
    const { texts } = await read(
      'story.xml',
      '<?xml version="1.0"?><nitf><head><title>Market closes</title><docdata><doc-id id-string="d1"/><date.issue norm="20190305T080000Z"/></docdata></head><body><body.head><hedline><hl1>Market closes</hl1></hedline><byline>By <person>Wren Quayside</person></byline><dateline><location>Asha</location></dateline></body.head><body.content><p>The council voted.</p></body.content></body></nitf>',
    );
    for (const part of ['headline: Market closes', 'who: wren-quayside', 'place: Asha', 'published: 2019-03-05T16'])
      expect(texts[0]).toContain(part);
  });

  test.each([
    [
      '1',
      {
        uri: 'urn:1',
        type: 'text',
        pubstatus: 'usable',
        headline: 'Market closes',
        byline: 'Wren Quayside',
        versioncreated: '2019-03-05T08:00:00Z',
        body_xhtml: '<p>The council voted.</p>',
      },
    ],
    [
      '3',
      {
        uri: 'urn:1',
        type: 'text',
        pubstatus: 'usable',
        headlines: [{ role: 'main', value: 'Market closes' }],
        byline: 'Wren Quayside',
        versioncreated: '2019-03-05T08:00:00Z',
        bodies: [{ contenttype: 'application/xhtml+xml', value: '<p>The council voted.</p>' }],
      },
    ],
  ])('in ninjs %s has headline, byline and text', async (_, item) => {
    const { texts } = await read('wire.json', JSON.stringify(item));
    for (const part of ['headline: Market closes', 'who: wren-quayside', 'The council voted.'])
      expect(texts[0]).toContain(part);
  });

  test('that kills a story withdraws the one that was imported', async () => {
    const item = {
      uri: 'urn:1',
      type: 'text',
      pubstatus: 'usable',
      headline: 'Market closes',
      versioncreated: '2019-03-05T08:00:00Z',
      body_xhtml: '<p>The council voted.</p>',
    };
    const { root } = await read('wire.json', JSON.stringify(item));
    put(root, {
      'in/kill.json': JSON.stringify({
        ...item,
        pubstatus: 'canceled',
        versioncreated: '2019-03-05T09:00:00Z',
        ednote: 'The figures were of another year.',
      }),
    });
    expect((await imported(root, ['in/kill.json']))[0]?.outcome).toBe('updated');
    expect(articleIn(root)).toContain('reason: The figures were of another year.');
    expect(await mistakesAt(root)).toEqual([]);
  });
});
