import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { fetchedBytes, fetchedPage } from '../../../src/importing/fetching.ts';
import { decodedPage } from '../../../src/importing/page-encoding.ts';
import { parsedBody } from '../../../src/importing/print-body.ts';
import { accounted, textOfMarkdown, wordsIn } from '../../../src/importing/words.ts';
import { pages } from './pages.ts';
import { articleIn, articlesIn, emptyPaper, imported, mistakesAt, remove, unaccounted } from './support.ts';

const roots: string[] = [];
afterEach(() => roots.splice(0).forEach(remove));

const long =
  'The council of Asha voted on Monday to close the fish market after 140 years, ending a dispute that had divided the town since the flood of last spring, when the quay was under water for nine days. ';
const paragraphs = `<p>${long}</p><p>"We were never asked," said Mr Otto Pierhead. ${long}</p><p>${long}The end.</p>`;

const page = (html: string | Buffer, files: Record<string, string | Uint8Array> = {}) =>
  story('in/page.html', { 'in/page.html': html, ...files });

async function story(file: string, files: Record<string, string | Uint8Array>) {
  const root = emptyPaper(files);
  roots.push(root);
  const reports = await imported(root, [file]);
  expect(reports.flatMap(unaccounted)).toEqual([]);
  expect(await mistakesAt(root)).toEqual([]);
  return { report: reports[0]!, text: articlesIn(root).length > 0 ? articleIn(root) : '' };
}

const shell = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body><nav><a href="/">Home</a></nav>${body}<footer>Imprint of the Gazette</footer></body></html>`;

/** Pages of differing make, with what of each becomes headline, byline and time. */
const makes: [make: string, html: string][] = [
  [
    'JSON-LD',
    shell(
      '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Market closes","author":{"@type":"Person","name":"Wren Quayside"},"datePublished":"2019-03-05T08:00:00Z"}</script>',
      `<article><h1>Market closes</h1>${paragraphs}</article>`,
    ),
  ],
  [
    'a graph of JSON-LD',
    shell(
      '<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["Article","NewsArticle"],"headline":"Market closes","author":["Wren Quayside"],"datePublished":"2019-03-05T16:00:00+08:00"}]}</script>',
      `<main><h1>Market closes</h1>${paragraphs}</main>`,
    ),
  ],
  [
    'Open Graph',
    shell(
      '<meta property="og:title" content="Market closes"><meta property="article:published_time" content="2019-03-05T08:00:00Z"><meta name="author" content="Wren Quayside">',
      `<main><h1>Market closes</h1><div>${paragraphs}</div></main>`,
    ),
  ],
  [
    'microdata',
    shell(
      '',
      `<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Market closes</h1><p>By Wren Quayside</p><time itemprop="datePublished" datetime="2019-03-05T08:00:00Z">5 March 2019, 16:00</time><div itemprop="articleBody">${paragraphs}</div></article>`,
    ),
  ],
  [
    'nothing but what readers see',
    shell(
      '<title>Market closes | The Gazette</title>',
      `<div id="content"><h1>Market closes</h1><p>By Wren Quayside</p><p>5 March 2019, 16:00</p>${paragraphs}</div>`,
    ),
  ],
  [
    'tables, as pages once were',
    shell(
      '<title>Market closes</title><meta name="author" content="Wren Quayside"><meta name="date" content="2019-03-05 16:00">',
      `<table><tr><td><a href="/a">a</a></td><td><h1>Market closes</h1>${paragraphs}</td></tr></table>`,
    ),
  ],
  [
    'microformats',
    shell(
      '',
      `<article class="h-entry"><h1 class="p-name">Market closes</h1><a class="p-author">Wren Quayside</a> <time class="dt-published" datetime="2019-03-05T08:00:00Z">Tuesday</time><div class="e-content">${paragraphs}</div></article>`,
    ),
  ],
];

describe.each(makes)('a page with %s', (make, html) => {
  test('gives headline, time and text, and tells the rest', async () => {
    const { text, report } = await page(html);
    expect(text).toContain('headline: Market closes');
    expect(text).toContain('published: 2019-03-05T16:00:00+08:00');
    if (make !== 'microformats') expect(text).toContain('who: wren-quayside');
    expect(text).toContain('"We were never asked," said Mr Otto Pierhead.');
    expect(text).not.toContain('Imprint of the Gazette');
    expect(report.leftovers.map((each) => each.text).join(' ')).toContain('imprint');
  });
});

describe.each(pages.map((each) => [each.make, each] as const))('a page: %s', (_, made) => {
  test('gives its story, all of it and nothing else, and tells the rest', async () => {
    const { text, report } = await page(made.html);
    const { headline, published, byline, around = [], has = [], told = [] } = made;
    const named = [`headline: ${headline}`, published && `published: ${published}`, byline && `who: ${byline}`];
    for (const line of [...named, ...has]) if (line) expect(text).toContain(line);
    for (const words of around) expect(text).not.toContain(words);
    for (const kind of told) expect(report.leftovers.map((each) => each.kind).join()).toContain(kind);
    const [, body = ''] = /^---\n[^]*?\n---\n([^]*)$/.exec(text) ?? [];
    const ours = likeness(textOfMarkdown(parsedBody(body)), made.text.join('\n'));
    expect(ours).toBe(1);
    expect(ours).toBeGreaterThanOrEqual(likeness(readabilityOf(made.html), made.text.join('\n')));
  });
});

/** F1 of the words of a text that was found, by those of the true one. */
function likeness(found: string, truth: string): number {
  const { lost, invented } = accounted({ source: truth }, { article: found, report: '' });
  const right = wordsIn(truth).length - lost.length;
  return (2 * right) / (2 * right + lost.length + invented.length);
}

function readabilityOf(html: string | Buffer): string {
  const { document } = parseHTML(typeof html === 'string' ? html : decodedPage(html));
  return new Readability(document).parse()?.textContent ?? '';
}

describe('a page in an encoding that', () => {
  const japanese = '市議会は月曜日、百四十年の歴史を持つ魚市場を閉鎖することを決めた。';
  // What Python and iconv write for these words; no encoder for it is in Node.
  test('is not declared is found out', () => {
    expect(decodedPage(Buffer.from('<p>caf\u00e9, Stra\u00dfe</p>', 'latin1'))).toContain('café, Straße');
    expect(
      decodedPage(
        Buffer.from([
          ...Buffer.from('<p>'),
          0x8e,
          0x73,
          0x8b,
          0x63,
          0x89,
          0xef,
          0x82,
          0xcd,
          0x8c,
          0x8e,
          0x97,
          0x6a,
          0x93,
          0xfa,
        ]),
      ),
    ).toContain('市議会は月曜日');
  });
  test('is declared wrongly is UTF-8 where its bytes are', () =>
    expect(decodedPage(Buffer.from(`<meta charset="iso-8859-1"><p>${japanese}</p>`))).toContain(japanese));
});

test('a picture that a browser has saved beside the page comes with its caption and credit', async () => {
  const png = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#963' } })
    .png()
    .toBuffer();
  const { text } = await page(
    shell(
      '',
      `<article><h1>Market closes</h1>${paragraphs}<figure><img src="page_files/q.png" alt="A quay"><figcaption>The quay. <span class="credit">Ann Other</span></figcaption></figure>${paragraphs}</article>`,
    ),
    { 'in/page_files/q.png': png },
  );
  expect(text).toContain(':::figure{src="./q.png" alt="A quay" credit="Ann Other"}\nThe quay.\n:::');
});

test('a page that leads out of its folder gets nothing from there', async () => {
  const { text } = await page(
    shell(
      '',
      `<article><h1>Market closes</h1>${paragraphs}<img src="../content/publication.yaml" alt="x"><img src="../../../../../../etc/passwd" alt="y"></article>`,
    ),
  );
  expect(text).not.toContain('figure');
});

describe('a page that a browser has saved as one file', () => {
  const address = 'https://gazette.example/2019/market/';
  const part = (head: string, content: string) => `--b\r\n${head}\r\n\r\n${content}\r\n`;
  /** As Chromium writes it; `more` are parts after the page. */
  const saved = (body: string, more: string[] = []) =>
    [
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: ${address}`,
      'Subject: Market closes | The Gazette',
      'Date: Mon, 2 Nov 2026 08:00:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b"',
      '',
      '',
      part(
        `Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: ${address}`,
        quotedPrintable(
          shell('', `<article><h1>Café on the quay closes</h1>${paragraphs}${body}${paragraphs}</article>`),
        ),
      ),
      ...more,
      '--b--\r\n',
    ].join('\r\n');
  const picture = async (head: string) =>
    part(
      `Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n${head}`,
      (
        await sharp({ create: { width: 60, height: 40, channels: 3, background: '#963' } })
          .png()
          .toBuffer()
      )
        .toString('base64')
        .replace(/.{76}/g, '$&\r\n'),
    );
  const read = (file: string | Buffer, name = 'in/page.mhtml') => story(name, { [name]: file });

  test('is that page, not a mail with its subject and its time', async () => {
    const { text } = await read(saved(''));
    expect(text).toContain('headline: Café on the quay closes');
    expect(text).not.toContain('2026-11-02');
  });

  test('is known by its head where its name does not say so', async () =>
    expect((await read(saved(''), 'in/page')).text).toContain('headline: Café on the quay closes'));

  test('has its links from the address that it was saved from', async () =>
    expect((await read(saved('<p>More of <a href="../harbour/">the harbour</a>.</p>'))).text).toContain(
      '[the harbour](https://gazette.example/2019/harbour/)',
    ));

  test.each([
    ['the address', 'Content-Location: https://gazette.example/2019/q.png', '../q.png'],
    ['the id', 'Content-ID: <q@mhtml.example>', 'cid:q@mhtml.example'],
  ])('has the picture by %s of its part', async (_, head, src) => {
    const file = saved(`<figure><img src="${src}" alt="A quay"><figcaption>The quay.</figcaption></figure>`, [
      await picture(head),
    ]);
    expect((await read(file)).text).toMatch(/:::figure\{src="\.\/[\w-]+\.png" alt="A quay"\}\nThe quay\.\n:::/);
  });

  test('has the picture in the size that the browser chose', async () => {
    const file = saved(
      '<figure><picture><source srcset="../q-480.png 480w, ../q-800.png 800w"><img src="../q.png" alt="A quay"></picture></figure>',
      [await picture('Content-Location: https://gazette.example/2019/q-800.png')],
    );
    expect((await read(file)).text).toContain(':::figure{src="./q.png" alt="A quay"}');
  });

  const withPicture = async () =>
    saved('<figure><img src="../q.png" alt="A quay"></figure>', [
      await picture('Content-Location: https://gazette.example/2019/q.png'),
    ]);
  const named = (boundary: string, as: string) => (file: string) =>
    file.replace('boundary="b"', as).replace(/^--b(?=\r|--)/gm, `--${boundary}`);
  const figure = ':::figure{src="./q.png" alt="A quay"}';

  test.each<[string, (file: string) => string]>([
    ['lines that end as in Unix', (file) => file.replaceAll('\r\n', '\n')],
    ['marks for its parts in no quotation marks', named("'b'", "boundary = 'b'")],
    ['marks for its parts with quotation marks in them', named('a"b=?', 'boundary="a\\"b=?"')],
    ['marks for its parts in pieces', named('ab', 'boundary*0="a"; boundary*1=b')],
    ['a picture of no kind', (file) => file.replace('image/png', 'application/octet-stream; name="q"')],
    ['the name of its maker in quotation marks', (file) => file.replace('<Saved by Blink>', '"Saved by Explorer"')],
    [
      'its page behind another that it shows',
      (file) =>
        file
          .replace('type="text/html"', 'type="text/html"; start="<page@x>"')
          .replace('--b\r\n', '--b\r\nContent-Type: text/html\r\n\r\n<p>Other</p>\r\n--b\r\nContent-ID: <page@x>\r\n'),
    ],
    [
      'its page in base 64',
      (file) =>
        file.replace(/quoted-printable(\r\n[^\r]*\r\n\r\n)([^]*?)(?=\r\n--b)/, (_, head: string, text: string) => {
          const plain = text.replaceAll('=\r\n', '');
          const bytes = plain.replace(/=(..)/g, (__, byte: string) => String.fromCharCode(parseInt(byte, 16)));
          return `base64${head}${Buffer.from(bytes, 'latin1').toString('base64')}`;
        }),
    ],
    [
      'addresses on the machine of a word processor, and nobody who sent it',
      (file) =>
        file.replace(/^From:[^]*?(?=MIME-Version)/, '').replaceAll('https://gazette.example/', 'file:///C:/D8A1/'),
    ],
  ])('is read with %s', async (_, change) => {
    const { text } = await read(change(await withPicture()), 'in/page');
    expect(text).toContain('headline: Café on the quay closes');
    expect(text).toContain(figure);
  });

  test('has a picture that was sent as it is', async () => {
    const png = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#963' } })
      .png()
      .toBuffer();
    const [head = '', end = ''] = (await withPicture()).split(/(?<=q\.png\r\n\r\n)[^]*(?=--b--)/);
    const file = Buffer.concat([Buffer.from(head.replace('base64', 'binary')), png, Buffer.from(`\r\n${end}`)]);
    expect((await read(file)).text).toContain(figure);
  });

  test('has the letters of the encoding that was sent with it', async () => {
    const file = saved('')
      .replace('text/html\r\n', 'text/html; charset="koi8-r"\r\n')
      .replace(/C(?:=\r\n)?a(?:=\r\n)?f(?:=\r\n)?=C3(?:=\r\n)?=A9/, '=EB=C1=C6=C5');
    expect((await read(file)).text).toContain('headline: Кафе on the quay closes');
  });

  test('is one text with the page in parts of parts', async () => {
    const inner = saved('').replace(
      /--b\r\n([^]*)--b--/,
      (whole) =>
        `--b\r\nContent-Type: multipart/alternative; boundary=b2\r\n\r\n${whole.replaceAll('--b', '--b2')}\r\n--b--`,
    );
    expect((await read(inner)).text).toContain('headline: Café on the quay closes');
  });

  test('gets nothing from the folder that it lies in', async () => {
    const png = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#963' } })
      .png()
      .toBuffer();
    const { text } = await story('in/page.mhtml', {
      'in/page.mhtml': saved('<img src="q.png" alt="x"><img src="file:///etc/hostname" alt="y">'),
      'in/q.png': png,
    });
    expect(text).not.toContain('figure');
  });

  test('is refused where there is no page in it', async () =>
    expect((await read(saved('').replace('text/html\r\n', 'text/css\r\n'))).report).toMatchObject({
      outcome: 'refused',
      reason: 'There is no page of HTML in it.',
    }));

  test('is refused where it has more parts than any page', async () =>
    expect((await read(saved('', ['--b\r\n\r\n'.repeat(20_000)]))).report?.outcome).toBe('refused'));
});

function quotedPrintable(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) =>
      byte < 32 || byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/(?:=[0-9A-F]{2}|[^=]){60}/g, '$&=\r\n');
}

test('a page that a browser has saved has its links from the address that is noted in it', async () => {
  const html = shell(
    '',
    `<article><h1>Market closes</h1>${paragraphs}<p>See <a href="/harbour/">it</a>.</p></article>`,
  );
  const { text } = await page(`<!-- saved from url=(0032)https://gazette.example/market/ -->\n${html}`);
  expect(text).toContain('[it](https://gazette.example/harbour/)');
});

test.each(['english', 'en-', 'de-1901-1901', '*', 'x'])(
  'a story whose language is said to be "%s" is imported all the same',
  async (language) => {
    const { report } = await page(
      shell('', `<article><h1>Market closes</h1>${paragraphs}</article>`).replace(/lang="[^"]*"/, `lang="${language}"`),
    );
    expect(report).toMatchObject({ outcome: 'new' });
    const own = {
      version: 1,
      id: 'k7m2xq',
      url: 'https://a.example/2019/03/01/market-closes/',
      title: 'Market closes',
      language,
      date_published: '2019-03-01T00:00:00Z',
      content_html: paragraphs,
    };
    const { report: other } = await story('in/index.json', { 'in/index.json': JSON.stringify(own) });
    expect(other).toMatchObject({ outcome: 'new' });
  },
);

test('a language that is none is told', async () => {
  const { report } = await story('in/a.md', {
    'in/a.md': `---\ntitle: Market closes\ndate: 2019-03-01\nlang: english\n---\n\nWords.\n`,
  });
  expect(report?.leftovers).toContainEqual({ kind: 'language that is none', text: 'english' });
});

test('a page without a story is not imported, and says why', async () => {
  const { report } = await page(shell('', '<div id="app"></div>'));
  expect(report).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('No story') as string });
});

test('a page that is nested ten thousand times is refused', async () => {
  const root = emptyPaper({ 'in/page.html': `<html><body>${'<div>'.repeat(10_000)}x` });
  roots.push(root);
  expect((await imported(root, ['in/page.html']))[0]?.outcome).toBe('refused');
});

test('a page and its pictures are fetched, and one that never ends or is not there is not', async () => {
  const png = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#963' } })
    .png()
    .toBuffer();
  const server = createServer((request, response) => {
    if (request.url === '/q.png') response.end(png);
    else if (request.url === '/story')
      response.end(
        shell('', `<article><h1>Market closes</h1>${paragraphs}<img src="/q.png" alt="A quay">${paragraphs}</article>`),
      );
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const got = await fetchedPage(`${origin}/story`);
  if ('fault' in got) throw new Error(got.fault);
  const root = emptyPaper();
  roots.push(root);
  const [report] = await imported(
    root,
    [{ name: got.name, kind: 'page', bytes: () => got.bytes, address: got.address }],
    { fetched: fetchedBytes },
  );
  expect(report?.outcome).toBe('new');
  expect(articleIn(root)).toContain('src="./q.png"');
  expect(await fetchedPage(`${origin}/other`)).toMatchObject({ fault: expect.stringContaining('404') as string });
  server.close();
});
