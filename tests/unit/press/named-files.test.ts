import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { NamedFiles } from '../../../src/press/named-files.ts';

const origin = 'https://paper.example';

function namedIn(file: string, text: string): string[] {
  const named = new NamedFiles(origin);
  named.read(file, Buffer.from(text).toString('latin1'));
  return [...named.addresses.keys()];
}

describe('A file is named', () => {
  test.each([
    ['by a link', 'a.html', '<a href="/about/?from=here#us">', ['/about/']],
    ['by a link with the origin', 'a.html', `<a href="${origin}/about/">`, ['/about/']],
    ['by a link with a sign of HTML', 'a.html', '<a href="/a&amp;b&#38;c.pdf">', ['/a&b&c.pdf']],
    ['by a link in Arabic', 'a.html', '<a href="/ميناء.pdf">', ['/ميناء.pdf']],
    ['by a picture', 'a.html', '<img alt="a > b" src="/_astro/a.webp">', ['/_astro/a.webp']],
    [
      'by each width of a picture',
      'a.html',
      '<source srcset="/_astro/a.webp 100w, /_astro/b.webp 1.5x">',
      ['/_astro/a.webp', '/_astro/b.webp'],
    ],
    ['by a film', 'a.html', '<video poster="/_astro/a.webp">', ['/_astro/a.webp']],
    ['for a script', 'a.html', '<p data-film="/_astro/a.vtt" data-href="/search/">', ['/_astro/a.vtt', '/search/']],
    ['by a script', 'a.html', '<script type="module" src="/_astro/a.js">', ['/_astro/a.js']],
    ['by a card', 'a.html', `<meta property="og:image" content="${origin}/card.jpg">`, ['/card.jpg']],
    ['by a page that leads on', 'a.html', '<meta http-equiv="refresh" content="0; url=/b/">', ['/b/']],
    [
      'by styles in a page',
      'a.html',
      '<head><style>@media (width<9px){a{b:url(/_astro/a.woff2)}}</style></head>',
      ['/_astro/a.woff2'],
    ],
    [
      'for search engines',
      'a.html',
      `<script type="application/ld+json">{"image":["${origin}/a.jpg"]}</script>`,
      ['/a.jpg'],
    ],
    ['by styles', '_astro/a.css', '@import \'/b.css\';a{b:url("/_astro/c.woff2")}', ['/b.css', '/_astro/c.woff2']],
    ['by the imports of a script', '_astro/a.js', 'import"./b.js";import(`./c.js`)', ['/_astro/b.js', '/_astro/c.js']],
    ['by the styles of a feed', '/feed.xml', '<?xml-stylesheet href="/_astro/a.css"?>', ['/_astro/a.css']],
    ['by an enclosure', '/feed.xml', `<enclosure url="${origin}/a.mp3"/>`, ['/a.mp3']],
    ['by an entry', '/feed.xml', `<link>${origin}/a/</link><link href="${origin}/b/"/>`, ['/a/', '/b/']],
    ['by the text of an entry', '/feed.xml', `<![CDATA[<img src="${origin}/a.jpg">]]>`, ['/a.jpg']],
    [
      'by a sitemap',
      '/sitemap.xml',
      `<loc>${origin}/a/</loc><image:loc>${origin}/a.jpg</image:loc>`,
      ['/a/', '/a.jpg'],
    ],
    ['by a list of feeds', '/feeds.opml', `<outline xmlUrl="${origin}/feed.xml"/>`, ['/feed.xml']],
    [
      'by JSON',
      '/feed.json',
      JSON.stringify({ url: `${origin}/a/`, content_html: `<img src="${origin}/a.jpg">` }),
      ['/a/', '/a.jpg'],
    ],
    ['by an icon', '/manifest.webmanifest', '{"start_url":"/","icons":[{"src":"/a.png"}]}', ['/', '/a.png']],
    ['by Markdown', '/index.md', `url: ${origin}/a/\n\n![A](${origin}/a.jpg)`, ['/a/', '/a.jpg']],
    ['by a text for programs', '/robots.txt', `Sitemap: ${origin}/sitemap.xml`, ['/sitemap.xml']],
    ['by a rule that leads on', '/_redirects', `${origin}/a/ ${origin}/b/ 301!\n/c/ /d/ 301`, ['/b/', '/d/']],
  ])('%s', (_, file, text, names) => expect(new Set(namedIn(file, text))).toEqual(new Set(names)));
});

describe('No file is named', () => {
  test.each([
    ['by a tag in words', 'a.html', '<code>&lt;img src="/a.png"> &lt;a title="x" href="/b"></code>'],
    ['by an address in words', 'a.html', `<p>${origin}/nowhere "/etc/passwd" url(/a.png) "${origin}/b"</p>`],
    ['by an alt text', 'a.html', '<img alt="/a.png" title="/b">'],
    ['by words of the head', 'a.html', '<meta name="description" content="/etc/passwd">'],
    ['on another site', 'a.html', '<a href="//other.example/a"><a href="https://paper.example.org/a">'],
    ['in the page itself', 'a.html', '<a href="#a"><a href="mailto:a@paper.example">'],
    ['by data in styles', 'a.css', 'a{b:url(data:image/png;base64,AAAA)}'],
    ['by words in JSON', 'a.json', JSON.stringify({ title: '/etc/passwd', text: `see "${origin}/b" <img src="/c">` })],
    ['by code in JSON', 'a.json', JSON.stringify({ content_html: `<code>&#x3C;img src="${origin}/a.png"></code>` })],
    ['by words in a feed', 'a.xml', `<title>${origin}/a</title><summary>/b</summary>`],
    ['by code in Markdown', 'a.md', `\`[a](${origin}/a)\`\n\n\`\`\`\n[b](${origin}/b)\n\`\`\`\n`],
    ['by a former address', '_redirects', '# From /a/ on.\n/a/ https://other.example/ 301'],
    ['in a file of another kind', 'constructor', '<a href="/a">'],
  ])('%s', (_, file, text) => expect(namedIn(file, text)).toEqual([]));
});

test('A file that many name is told with the first of them.', () => {
  const named = new NamedFiles(origin);
  named.read('a.html', '<a href="/c/">');
  named.read('b.html', '<a href="/c/">');
  expect([...named.addresses]).toEqual([['/c/', 'a.html']]);
});

test('Files are not kept in memory for the addresses that they name.', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const named = new NamedFiles(origin);
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = heap();
  const words = 'word '.repeat(100_000);
  for (let number = 0; number < 100; number += 1)
    named.read('a.html', Buffer.from(`<a href="/2019/03/01/story-${number}/">${words}`).toString('latin1'));
  // The hundred files are 50 MB.
  expect(heap() - before).toBeLessThan(10_000_000);
  expect(named.addresses.size).toBe(100);
});
