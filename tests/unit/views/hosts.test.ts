import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/newsroom/article.ts';
import { goneAddresses, movedAddresses } from '../../../src/newsroom/moved.ts';
import { layAt } from '../../../src/newsroom/permalink.ts';
import { hostsView } from '../../../src/views/machines/hosts.ts';
import { article, edition } from '../articles.ts';

const withdrawn: Article['status'] = { state: 'withdrawn', at: '2019-03-01T12:00:00Z', reason: 'Wrong.' };
const renamed = (facts: Partial<Article>, ...aliases: string[]) => article({ ...facts, aliases });
const small = edition([
  renamed({ path: '2019/03/01/vote', id: 'aaaaaa' }, '2019/03/01/poll', '2019/02/28/vote'),
  article({ path: '2019/03/01/gone', id: 'bbbbbb', status: withdrawn }),
]);
const textOf = (name: string, of = small) =>
  hostsView(of)
    .find((file) => file.name === name)
    ?.text() ?? '';

/** Rules as Netlify and Cloudflare Pages read them. */
const rulesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' '));

const big = edition(
  Array.from({ length: 3000 }, (_, index) => {
    const day = String(1 + Math.floor(index / 120)).padStart(2, '0');
    const path = `2019/03/${day}/story-${index}`;
    return renamed({ path, id: `k${index}` }, ...(index < 1500 ? [`${path}-as-it-was`] : []));
  }),
);

describe('addresses that have moved', () => {
  it('are old ones and short links, each with the permalink', () =>
    expect(movedAddresses(small)).toEqual([
      { from: '/2019/03/01/poll/', to: '/2019/03/01/vote/' },
      { from: '/2019/02/28/vote/', to: '/2019/03/01/vote/' },
      { from: '/a/aaaaaa/', to: '/2019/03/01/vote/' },
      { from: '/a/bbbbbb/', to: '/2019/03/01/gone/' },
    ]));

  it('are not those that are gone', () => expect(goneAddresses(small)).toEqual(['/2019/03/01/gone/']));
});

describe('Addresses of another system', () => {
  const imported = [
    {
      id: 'aaaaaa',
      former: [
        '/vote.html',
        '/2019/%C3%BCber/',
        '/vote.html',
        '/?p=12',
        '/about/',
        '/a{b}',
        '/x%22;',
        '/2019/03/01/poll/',
      ],
    },
    { id: 'bbbbbb', former: ['/vote.html', '/gone.php'] },
    { id: 'cccccc', former: ['/nobody/'] },
    { id: 'aaaaaa' },
  ];
  const files = hostsView(small, () => imported);
  const added = (name: string) => {
    const before = textOf(name).split('\n');
    return (files.find((file) => file.name === name)?.text() ?? '')
      .split('\n')
      .filter((line) => !before.includes(line));
  };

  it('lead to the story that they were of, where no page of the paper can have them and servers can name them', () => {
    expect(added('.hosts/nginx-http.conf')).toEqual(
      ['  /gone.php /2019/03/01/gone/;', '  /2019/über/ /2019/03/01/vote/;', '  /vote.html /2019/03/01/vote/;'].sort(
        (a, b) => Number(a.includes('gone')) - Number(b.includes('gone')) || (a < b ? -1 : 1),
      ),
    );
    expect(added('.hosts/Caddyfile')).toContain('\t/vote.html moved /2019/03/01/vote/');
    expect(rulesOf(added('_redirects').join('\n'))).toContainEqual(['/2019/%C3%BCber/', '/2019/03/01/vote/', '301']);
  });
});

describe('_redirects', () => {
  it('has each moved address for both hosts, permanently', () => {
    const rules = rulesOf(textOf('_redirects'));
    expect(rules).toHaveLength(8);
    expect(rules).toContainEqual(['/2019/03/01/poll/', '/2019/03/01/vote/', '301']);
    expect(rules).toContainEqual(['https://paper.example/a/aaaaaa/', 'https://paper.example/2019/03/01/vote/', '301!']);
  });

  it('says nothing of a withdrawn article, whose notice is a page there', () =>
    expect(rulesOf(textOf('_redirects')).filter(([from]) => from?.includes('gone'))).toEqual([]));

  const rules = rulesOf(textOf('_redirects', big));
  const plain = rules.filter(([from]) => from?.startsWith('/'));

  it('keeps to 2,000 rules that Cloudflare Pages counts, 1,000 characters each, without patterns', () => {
    expect(plain).toHaveLength(2000);
    for (const rule of rules) {
      expect(rule).toHaveLength(3);
      expect(rule.join(' ').length).toBeLessThanOrEqual(1000);
      expect(rule.join(' ')).not.toMatch(/\*|\/:/);
    }
    expect(new Set(rules.map(([from]) => from)).size).toBe(rules.length);
  });

  it('has all old addresses of a big paper before short links, and the newest of those', () => {
    expect(plain.filter(([from]) => from?.startsWith('/a/'))).toHaveLength(500);
    expect(plain.map(([from]) => from)).toContain('/a/k2999/');
    expect(plain.map(([from]) => from)).not.toContain('/a/k0/');
  });
});

describe('_headers', () => {
  const blocks = textOf('_headers')
    .trimEnd()
    .split(/\n(?=\/)/);
  /** Headers that the hosts would send with a file, by the patterns of the rules. */
  const sentWith = (at: string) =>
    blocks.flatMap((block) => {
      const [pattern = '', ...headers] = block.split('\n');
      const form = pattern.replaceAll('.', '\\.').replace('*', '.*').replace(/:\w+/g, '[^/]+');
      return new RegExp(`^${form}$`).test(at) ? headers.map((header) => header.trim()) : [];
    });
  const typeOf = (at: string) => sentWith(at).filter((header) => header.startsWith('Content-Type'));

  it('has blocks of an address and headers below it, within what the hosts read', () => {
    expect(blocks.length).toBeLessThanOrEqual(100);
    for (const block of blocks) {
      // Cloudflare Pages takes one asterisk in an address.
      expect(block).toMatch(/^\/(:?[\w.]+\/)*([\w.]+|\*[\w.]*)(\n {2}[A-Za-z-]+: [^\n]+)+$/);
      for (const line of block.split('\n')) expect(line.length).toBeLessThanOrEqual(2000);
    }
  });

  const feeds = ['/feed.json', '/corrections/feed.json', '/sections/world/feed.json', '/feed/1.json'];
  it.each(feeds)('calls %s a feed', (at) => expect(typeOf(at)).toEqual(['Content-Type: application/feed+json']));

  it.each(['/feed.xml', '/feed/1.xml', '/2019/03/01/vote/index.json', '/'])('leaves the type of %s as it is', (at) =>
    expect(typeOf(at)).toEqual([]),
  );

  it('says no header for one address twice, since both values would be sent', () => {
    for (const at of ['/', '/_astro/a.js', '/feed.xml', ...feeds]) {
      const names = sentWith(at).map((header) => header.split(':')[0]);
      expect(names.length).toBeGreaterThan(5);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('the rules of all hosts', () => {
  it('are the same whatever the order of the files is', () => {
    const turned = edition([...big.articles.values()].reverse());
    const texts = (of: typeof big) => hostsView(of).map(({ text }) => text());
    expect(texts(turned)).toEqual(texts(big));
  });
});

describe('The remarks of a file say how it is included', () => {
  const remarksOf = (name: string) =>
    textOf(name)
      .split('\n')
      .filter((line) => line.startsWith('#'))
      .join('\n');

  it('by nginx', () => {
    const remarks = remarksOf('.hosts/nginx.conf');
    expect(remarks).toContain('here with this site in /srv/paper/dist.');
    for (const line of [
      'include /srv/paper/dist/.hosts/nginx-http.conf;',
      '  root /srv/paper/dist;',
      '  include /srv/paper/dist/.hosts/nginx.conf;',
    ])
      expect(remarks).toContain(`#   ${line}`);
  });

  it('by Caddy', () => {
    const remarks = remarksOf('.hosts/Caddyfile');
    for (const line of [
      'paper.example {',
      '  root * /srv/paper/dist',
      '  import /srv/paper/dist/.hosts/Caddyfile',
      '}',
    ])
      expect(remarks).toContain(`#   ${line}\n`.trimEnd());
  });

  it('from the folder above it, of a paper below a path', () => {
    layAt('https://paper.example/the%20paper/');
    try {
      const remarks = remarksOf('.hosts/nginx.conf');
      expect(remarks).toContain('#     root /srv/www;');
      expect(remarks).toContain('#     include /srv/www/the paper/.hosts/nginx.conf;');
      expect(hostsView(small).map(({ name }) => name)).toContain('.nojekyll');
    } finally {
      layAt('https://paper.example');
    }
    expect(hostsView(small).map(({ name }) => name)).not.toContain('.nojekyll');
  });
});

describe('The file for', () => {
  const plain = edition([
    renamed({ path: '2019/03/01/vote', id: 'aaaaaa' }, '2019/03/01/poll'),
    article({ path: '2019/03/01/gone', id: 'bbbbbb', status: withdrawn }),
  ]);
  /** Without its remarks. */
  const linesOf = (name: string) =>
    textOf(name, plain)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));

  it('the http block of nginx knows what has moved, what is gone and what may be kept', () =>
    expect(linesOf('.hosts/nginx-http.conf')).toEqual([
      'map_hash_bucket_size 512;',
      'map_hash_max_size 2048;',
      'map $uri $broadsheet_moved {',
      '  default "";',
      '  /2019/03/01/poll/ /2019/03/01/vote/;',
      '  /a/aaaaaa/ /2019/03/01/vote/;',
      '  /a/bbbbbb/ /2019/03/01/gone/;',
      '}',
      'map $uri $broadsheet_gone {',
      '  default "";',
      '  /2019/03/01/gone/ 1;',
      '}',
      'map $uri $broadsheet_keeping {',
      '  default "no-cache";',
      '  "~^/_astro/|^/pagefind/.*_[0-9a-f]+\\.pf_" "public, max-age=31536000, immutable";',
      '  "~^/pagefind/" "no-cache";',
      '  "~\\.(xml|xsl|json|txt|md|webmanifest|opml)$" "public, max-age=300";',
      '}',
    ]));

  it('the server of nginx serves it by these', () =>
    expect(linesOf('.hosts/nginx.conf')).toEqual([
      'index index.html;',
      'absolute_redirect off;',
      'log_not_found off;',
      'gzip_static on;',
      'gzip_vary on;',
      'etag on;',
      'charset utf-8;',
      'charset_types text/css text/javascript application/xml text/xsl text/x-opml text/plain text/markdown text/vtt image/svg+xml;',
      'default_type application/octet-stream;',
      'types {',
      '  text/html html;',
      '  text/css css;',
      '  text/javascript js;',
      '  application/json json;',
      '  application/manifest+json webmanifest;',
      '  application/xml xml;',
      '  text/xsl xsl;',
      '  text/x-opml opml;',
      '  text/plain txt;',
      '  text/markdown md;',
      '  text/vtt vtt;',
      '  image/svg+xml svg;',
      '  image/png png;',
      '  image/jpeg jpg jpeg;',
      '  image/webp webp;',
      '  image/avif avif;',
      '  image/x-icon ico;',
      '  font/woff2 woff2;',
      '  video/mp4 mp4;',
      '  video/webm webm;',
      '}',
      'add_header Content-Security-Policy "frame-ancestors \'none\'" always;',
      'add_header X-Frame-Options "DENY" always;',
      'add_header X-Content-Type-Options "nosniff" always;',
      'add_header Referrer-Policy "strict-origin-when-cross-origin" always;',
      'add_header Permissions-Policy "camera=(), microphone=(), geolocation=()" always;',
      'add_header Cross-Origin-Opener-Policy "same-origin" always;',
      'add_header Cache-Control $broadsheet_keeping always;',
      'if ($broadsheet_moved) { return 301 $broadsheet_moved; }',
      'if ($broadsheet_gone) { return 410; }',
      'error_page 403 =404 /404.html;',
      'error_page 404 /404.html;',
      'error_page 410 @broadsheet_gone;',
      'location = /404.html { internal; }',
      'location @broadsheet_gone { try_files ${uri}index.html =410; }',
      'location ~ "/\\.(?!well-known/)|^/_(headers|redirects)$" { return 404; }',
      'location ~ "/feed(/\\d+)?\\.json$" { types { } default_type application/feed+json; }',
    ]));

  it('Caddy knows the same, and the type of each file', () =>
    expect(linesOf('.hosts/Caddyfile').slice(0, 38)).toEqual([
      'map {path} {broadsheet_state} {broadsheet_to} {',
      '\t/2019/03/01/poll/ moved /2019/03/01/vote/',
      '\t/a/aaaaaa/ moved /2019/03/01/vote/',
      '\t/a/bbbbbb/ moved /2019/03/01/gone/',
      '\t/2019/03/01/gone/ gone /2019/03/01/gone/index.html',
      '\tdefault here /',
      '}',
      'map {path} {broadsheet_keeping} {',
      '\t"~^/_astro/|^/pagefind/.*_[0-9a-f]+\\.pf_" "public, max-age=31536000, immutable"',
      '\t"~^/pagefind/" "no-cache"',
      '\t"~\\.(xml|xsl|json|txt|md|webmanifest|opml)$" "public, max-age=300"',
      '\tdefault no-cache',
      '}',
      'map {path} {broadsheet_type} {',
      '\t"~/feed(/\\d+)?\\.json$" "application/feed+json"',
      '\t"~\\.(html)$" "text/html; charset=utf-8"',
      '\t"~\\.(css)$" "text/css; charset=utf-8"',
      '\t"~\\.(js)$" "text/javascript; charset=utf-8"',
      '\t"~\\.(json)$" "application/json"',
      '\t"~\\.(webmanifest)$" "application/manifest+json"',
      '\t"~\\.(xml)$" "application/xml; charset=utf-8"',
      '\t"~\\.(xsl)$" "text/xsl; charset=utf-8"',
      '\t"~\\.(opml)$" "text/x-opml; charset=utf-8"',
      '\t"~\\.(txt)$" "text/plain; charset=utf-8"',
      '\t"~\\.(md)$" "text/markdown; charset=utf-8"',
      '\t"~\\.(vtt)$" "text/vtt; charset=utf-8"',
      '\t"~\\.(svg)$" "image/svg+xml; charset=utf-8"',
      '\t"~\\.(png)$" "image/png"',
      '\t"~\\.(jpg|jpeg)$" "image/jpeg"',
      '\t"~\\.(webp)$" "image/webp"',
      '\t"~\\.(avif)$" "image/avif"',
      '\t"~\\.(ico)$" "image/x-icon"',
      '\t"~\\.(woff2)$" "font/woff2"',
      '\t"~\\.(mp4)$" "video/mp4"',
      '\t"~\\.(webm)$" "video/webm"',
      '\t"~/$" "text/html; charset=utf-8"',
      '\tdefault application/octet-stream',
      '}',
    ]));

  it('Caddy serves it by these', () =>
    expect(linesOf('.hosts/Caddyfile').slice(38)).toEqual([
      '@broadsheet_moved expression {broadsheet_state} == "moved"',
      '@broadsheet_gone expression {broadsheet_state} == "gone"',
      '@broadsheet_hidden {',
      '\tpath */.* /_headers /_redirects /404.html',
      '\tnot path /.well-known/*',
      '}',
      '@broadsheet_refused not method GET HEAD',
      'redir @broadsheet_moved {broadsheet_to} permanent',
      'error @broadsheet_gone 410',
      'error @broadsheet_hidden 404',
      'error @broadsheet_refused 405',
      'header {',
      '\tContent-Security-Policy "frame-ancestors \'none\'"',
      '\tX-Frame-Options "DENY"',
      '\tX-Content-Type-Options "nosniff"',
      '\tReferrer-Policy "strict-origin-when-cross-origin"',
      '\tPermissions-Policy "camera=(), microphone=(), geolocation=()"',
      '\tCross-Origin-Opener-Policy "same-origin"',
      '\tCache-Control {broadsheet_keeping}',
      '\tContent-Type {broadsheet_type}',
      '}',
      'header {',
      '\tVary Accept-Encoding',
      '\tdefer',
      '}',
      'file_server {',
      '\tprecompressed br gzip',
      '}',
      'handle_errors {',
      '\t@gone expression {err.status_code} == 410',
      '\t@refused expression {err.status_code} == 405',
      '\t@missing expression !({err.status_code} in [405, 410])',
      '\trewrite @gone {broadsheet_to}',
      '\trewrite @missing /404.html',
      '\trespond @refused 405',
      '\theader Cache-Control no-cache',
      '\theader Content-Type "text/html; charset=utf-8"',
      '\theader {',
      '\t\tVary Accept-Encoding',
      '\t\tdefer',
      '\t}',
      '\tfile_server {',
      '\t\tprecompressed br gzip',
      '\t}',
      '}',
    ]));

  it.each(['.hosts/nginx.conf', '.hosts/Caddyfile'])('whoever installs it says where it goes: %s', (name) =>
    expect(textOf(name, plain)).toMatch(
      /^# The paper by (nginx|Caddy), here with this site in \/srv\/paper\/dist\. Reload \1/,
    ),
  );
});
