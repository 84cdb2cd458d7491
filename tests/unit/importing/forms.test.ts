import sharp from 'sharp';
import { strToU8, zipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { articleIn, emptyPaper, imported, mistakesAt, remove, unaccounted } from './support.ts';

// What each form of a story has that others have not.

async function read(name: string, content: string | Uint8Array, more: Record<string, string | Uint8Array> = {}) {
  const root = emptyPaper({ [`in/${name}`]: content, ...more });
  onTestFinished(() => remove(root));
  const reports = await imported(root, [`in/${name}`]);
  expect(reports.flatMap(unaccounted)).toEqual([]);
  expect(await mistakesAt(root)).toEqual([]);
  const [first] = reports;
  return { reports, text: first?.article ? articleIn(root, first.article) : '', left: first?.leftovers ?? [] };
}

const picture = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#963' } })
    .png()
    .toBuffer();

const textItem = `<newsItem guid="urn:text"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2019-03-05T10:00:00Z</versionCreated></itemMeta><contentMeta><by>By Una Bank and Vic Ford</by><slugline>FLOOD</slugline><headline>River leaves its bed</headline></contentMeta><contentSet><inlineXML><html><body><p>The river rose.</p></body></html></inlineXML></contentSet></newsItem>`;
const pictureItem = `<newsItem guid="urn:picture"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><creditline>Agency/Lens</creditline><description role="drol:caption">A boat in the street.</description></contentMeta><contentSet><remoteContent href="small.png" width="100"/><remoteContent href="boat.png" width="4000"/></contentSet></newsItem>`;
const message = (...items: string[]) =>
  `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${items.join('')}</itemSet></newsMessage>`;

test('A text in NewsML-G2 has the picture of its message in the largest size, with caption and credit.', async () => {
  const { text, reports } = await read('a.xml', message(textItem, pictureItem), { 'in/boat.png': await picture() });
  expect(text).toContain('file: ./boat.png');
  expect(text).toContain('caption: A boat in the street.\n  credit: Agency/Lens');
  expect(reports).toHaveLength(1);
});

test('Names of a byline in NewsML-G2 are told apart.', async () =>
  expect((await read('a.xml', message(textItem))).text).toContain('- who: una-bank\n  - who: vic-ford'));

test('Words of a message that no field has are told.', async () =>
  expect((await read('a.xml', message(textItem))).left).toContainEqual({
    kind: 'words around the story',
    text: expect.stringContaining('flood') as string,
  }));

const nitf = (content: string) =>
  `<nitf><head><docdata><doc-id id-string="x"/><date.issue norm="20190305T100000Z"/></docdata></head><body><body.head><hedline><hl1>Gates shut</hl1><hl2>Last keeper leaves</hl2></hedline><abstract>He did it himself.</abstract></body.head><body.content>${content}</body.content></body></nitf>`;
const media = (name: string) =>
  `<media media-type="image"><media-reference source="${name}.png" alternate-text="${name} seen"/><media-caption>This is ${name}.</media-caption><media-producer>Wire/Box</media-producer></media>`;

test('Pictures of NITF stand where they stood, with captions and credits, and headings are headings.', async () => {
  const { text } = await read('a.nitf', nitf(`${media('one')}<p>A.</p>${media('two')}<hl2>Evening</hl2><p>B.</p>`), {
    'in/one.png': await picture(),
    'in/two.png': await picture(),
  });
  expect(text).toContain('file: ./one.png');
  expect(text).toMatch(
    /A\.\n\n:::figure\{src="\.\/[\w-]+\.png" alt="two seen" credit="Wire\/Box"\}\nThis is two\.\n:::\n\n## Evening/,
  );
});

test('A second headline of NITF beside an abstract is told.', async () =>
  expect((await read('a.nitf', nitf('<p>A.</p>'))).left.map(({ text }) => text)).toContain('last keeper leaves'));

const ninjs = {
  uri: 'https://wire.example/77',
  type: 'text',
  versioncreated: '2019-03-05T10:00:00Z',
  headlines: [{ role: 'main', value: 'Bridge opens' }],
  bodies: [{ contenttype: 'application/xhtml+xml', value: '<p>Cars crossed the bridge.</p>' }],
  by: 'Xan Span and Yve Arch',
  associations: [
    {
      type: 'picture',
      descriptions: [{ role: 'caption', value: 'The bridge at dawn.' }],
      creditline: 'Wire/Pia',
      renditions: [
        { href: 'https://wire.example/small.jpg', width: 100 },
        { href: 'bridge.png', width: 4000 },
      ],
    },
    { type: 'text', headlines: [{ value: 'Earlier story' }] },
  ],
};

test('A story in ninjs 3 has its byline, and the largest of its pictures with the credit.', async () => {
  const { text } = await read('a.json', JSON.stringify(ninjs), { 'in/bridge.png': await picture() });
  expect(text).toContain('- who: xan-span\n  - who: yve-arch');
  expect(text).toContain('file: ./bridge.png\n  alt: ""\n  caption: The bridge at dawn.\n  credit: Wire/Pia');
});

test('A story that one in ninjs goes with is told.', async () =>
  expect((await read('a.json', JSON.stringify(ninjs))).left.map(({ text }) => text).join()).toContain('earlier story'));

const note = (id: number) =>
  `<div class="footnote"><a id="footnote-${id}" href="#footnote-anchor-${id}" class="footnote-number">${id}</a><div class="footnote-content"><p>Note ${id}.</p></div></div>`;

test('Notes of Substack are notes.', async () => {
  const html = `<p>Opening<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a> of it.</p>${note(1)}`;
  const table = 'post_id,post_date,is_published,audience,title\n1.a,2019-03-05T10:00:00Z,true,everyone,A\n';
  const zip = zipSync({ 'posts.csv': strToU8(table), 'posts/1.a.html': strToU8(html) });
  const { text } = await read('a.zip', zip);
  expect(text).toContain('Opening[^footnote-1] of it.\n\n[^footnote-1]: Note 1.');
});

test('Headline and standfirst of Medium stand once.', async () => {
  const html = `<title>A walk</title><h1 class="p-name">A walk</h1><section data-field="subtitle">Seen slowly</section><section data-field="body"><section class="section--first"><div class="section-divider"><hr class="section-divider"></div><h3 class="graf--title">A walk</h3><h4 class="graf--subtitle">Seen slowly</h4><p>It begins.</p></section></section>`;
  const { text } = await read('a.zip', zipSync({ 'posts/2019-03-05_A-walk-1.html': strToU8(html) }));
  expect(text).toMatch(/---\n\nIt begins\.\n$/);
});

const ghost = (post: object) => JSON.stringify({ db: [{ data: { posts: [{ title: 'A', slug: 'a', ...post }] } }] });

test('A page that a card of Ghost shows is a link with its title.', async () => {
  const html =
    '<p>A.</p><figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://board.example/"><div class="kg-bookmark-title">Minutes</div><div class="kg-bookmark-description">All that was said.</div><img class="kg-bookmark-icon" src="https://board.example/i.ico"></a><figcaption>Read it</figcaption></figure>';
  const { text } = await read('a.json', ghost({ html }));
  expect(text).toContain('[Minutes](https://board.example/)\n\nAll that was said.\n\nRead it');
});

test('What a story of Ghost says to search engines and networks is told.', async () =>
  expect((await read('a.json', ghost({ html: '<p>A.</p>', og_title: 'Card' }))).left).toContainEqual({
    kind: 'field "og_title"',
    text: 'Card',
  }));

const entry = (more: string, content: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018"><entry><id>1</id>${more}<title>Gulls</title><published>2019-03-05T10:00:00Z</published><content type="html">${content.replaceAll('<', '&lt;')}</content></entry></feed>`;

test('A story that was thrown away at Blogger is withheld.', async () => {
  const { reports } = await read(
    'a.atom',
    entry('<blogger:type>POST</blogger:type><blogger:status>SOFT_TRASHED</blogger:status>', '<p>A.</p>'),
  );
  expect(reports[0]).toMatchObject({ outcome: 'withheld', reason: 'It was thrown away.' });
});

test('A picture that Blogger sets in a table with its caption is a picture with its caption.', async () => {
  const table =
    '<p>A.</p><table class="tr-caption-container"><tbody><tr><td><img src="https://b.example/roof.png" alt="Roof"></td></tr><tr><td class="tr-caption">The roof in June.</td></tr></tbody></table>';
  expect((await read('a.atom', entry('', table))).text).toContain(
    '[Roof](https://b.example/roof.png) The roof in June.',
  );
});

test('Shortcodes and links of Zola are known.', async () => {
  const body =
    '+++\ntitle = "Spring"\ndate = 2019-03-05\n+++\n\n{{ youtube(id="abcdefghijk", autoplay=1) }}\n\n{% quote(author="Bo Reed") %}\nWater waits.\n{% end %}\n\nSee [it](@/blog/other.md#bit).\n';
  const { text } = await read('content/a.md', body, { 'in/config.toml': 'base_url = "https://z.example"\n' });
  expect(text).toContain(
    '<https://www.youtube.com/watch?v=abcdefghijk>\n\n> Water waits.\n>\n> Bo Reed\n\nSee [it](https://z.example/blog/other/).',
  );
});

test('An address that a template makes is told as it is written.', async () => {
  const { left } = await read('a.md', '---\ntitle: A\npermalink: "/{{ page.date }}/a/"\n---\n\nA.\n');
  expect(left).toContainEqual({ kind: 'field "permalink"', text: '/{{ page.date }}/a/' });
});

test('A note of Obsidian is called as its file is, and no word of that is taken for invented.', async () =>
  expect((await read('Quiet harbour.md', 'Words.\n', { 'in/.obsidian/app.json': '{}' })).text).toContain(
    'headline: Quiet harbour',
  ));

test('The head of a mail that was forwarded is no byline, and a picture that its text does not show is told.', async () => {
  const png = (await picture()).toString('base64').replace(/.{76}/g, '$&\r\n');
  const html =
    '<p>Von: Chef &lt;chef@port.example><br>An: Presse</p><h1>Hafen wächst</h1><p>Zwölf Plätze kommen hinzu.</p>';
  const part = (head: string, content: string) => `--m\r\n${head}\r\n\r\n${content}\r\n`;
  const file = [
    'From: Presse <press@port.example>\r\nSubject: Hafen\r\nDate: Tue, 5 Mar 2019 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n',
    part('Content-Type: text/html; charset=utf-8', `${html}<p><img src="cid:a" alt="Kai"></p>`),
    part('Content-Type: image/png\r\nContent-ID: <a>\r\nContent-Transfer-Encoding: base64', png),
    part(
      'Content-Type: image/png\r\nContent-Disposition: attachment; filename=map.png\r\nContent-Transfer-Encoding: base64',
      png,
    ),
    '--m--\r\n',
  ].join('');
  const { text, left } = await read('a.eml', file);
  expect(text).not.toContain('contributors:');
  expect(left).toContainEqual({
    kind: 'head of a mail that was forwarded',
    text: 'Von: Chef <chef@port.example> An: Presse',
  });
  expect(left).toContainEqual({ kind: 'picture that the text does not show', text: 'map.png' });
});

test('A story of this engine has its pictures from where it is served, which need not be the host that it names.', async () => {
  const story = {
    version: 1,
    id: 'k7m2xq',
    url: 'https://small.example/2019/03/01/gates-shut/',
    title: 'Gates shut',
    date_published: '2019-03-01T05:00:00Z',
    content_html: '<p>A.</p><p><img src="https://small.example/_astro/quay.png" alt="A quay"></p>',
  };
  const root = emptyPaper();
  onTestFinished(() => remove(root));
  const asked: string[] = [];
  await imported(
    root,
    [
      {
        name: 'a',
        kind: 'broadsheet',
        bytes: () => Buffer.from(JSON.stringify(story)),
        address: 'http://localhost:4321/2019/03/01/gates-shut/index.json',
      },
    ],
    {
      fetched: (address) => {
        asked.push(address);
        return Promise.resolve(undefined);
      },
    },
  );
  expect(asked).toEqual(['http://localhost:4321/_astro/quay.png']);
});
