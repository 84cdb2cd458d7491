import type { Edition } from '../../newsroom/edition.ts';
import { goneAddresses, importedAddresses, movedAddresses, type Imported } from '../../newsroom/moved.ts';
import { hrefOf, pathOf, pathOfPaper } from '../../newsroom/permalink.ts';

/** A file that tells a host how to serve the paper. */
export interface HostFile {
  /** From the root of the site. */
  name: string;
  text: () => string;
}

/**
 * Rules for the hosts that people use: which addresses have moved or are gone (those of another system among them), what may be kept for how long, what a
 * browser is to refuse, and of what type a file is. Every other host shows the pages that lead on.
 */
export function hostsView(edition: Edition, imported: () => readonly Imported[] = () => []): HostFile[] {
  let all: { moved: Moved; gone: string[] } | undefined;
  // By address: the rules are the same whatever the order of the files is, and the newest stand first where not all can.
  const found = () =>
    (all ??= {
      moved: [...movedAddresses(edition), ...importedAddresses(imported(), edition)].sort((a, b) =>
        a.to === b.to ? (a.from < b.from ? -1 : 1) : a.to < b.to ? 1 : -1,
      ),
      gone: goneAddresses(edition).sort(),
    });
  return [
    { name: '_redirects', text: () => redirects(found().moved, new URL(edition.publication.url).origin) },
    { name: '_headers', text: headers },
    { name: '.hosts/nginx-http.conf', text: () => nginxMaps(found()) },
    { name: '.hosts/nginx.conf', text: nginx },
    { name: '.hosts/Caddyfile', text: () => caddy(found()) },
    // GitHub Pages would leave out what begins with a line or a dot; it is what papers below a path are read from.
    ...(pathOfPaper() ? [{ name: '.nojekyll', text: () => 'Files are served as they lie here.\n' }] : []),
  ];
}

type Moved = ReturnType<typeof movedAddresses>;

// The page has a policy of its own, which cannot say this. A policy is never loosened by another, so nothing else is said.
const security: [name: string, value: string][] = [
  ['Content-Security-Policy', "frame-ancestors 'none'"],
  ['X-Frame-Options', 'DENY'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

/** What a server of its own serves in the examples: of a paper below a path, the folder above that path. */
const served = () => (pathOfPaper() ? '/srv/www' : '/srv/paper/dist');
const folder = () => served() + decodeURI(pathOfPaper());

/** A copy is kept, and used when the server says that it is still good. */
const revalidate = 'no-cache';

/** How long a copy is good, by regular expressions of the path; the first that fits counts. Nothing that is missing or gone is kept. */
const keeping = (): [path: string, value: string][] => {
  const below = expressed(decodeURI(pathOfPaper()));
  return [
    [`^${below}/_astro/|^${below}/pagefind/.*_[0-9a-f]+\\.pf_`, 'public, max-age=31536000, immutable'],
    [`^${below}/pagefind/`, revalidate],
    ['\\.(xml|xsl|json|txt|md|webmanifest|opml)$', 'public, max-age=300'],
  ];
};

/** A text as a regular expression. */
function expressed(text: string): string {
  return text.replaceAll('.', '\\.');
}

/** An address as servers compare it. */
function decoded(address: string): string {
  return decodeURI(address);
}

/**
 * Types that do not follow from the end of a name, by regular expressions of the path, and by patterns of Netlify and
 * Cloudflare Pages, no two of which fit one address. RSS and Atom have none of their own: Firefox saves those to a file,
 * and a person who opens the feed would not see it.
 */
const feedTypes: { path: string; patterns: string[]; type: string }[] = [
  {
    path: '/feed(/\\d+)?\\.json$',
    patterns: ['/feed.json', '/:list/feed.json', '/:list/:name/feed.json', '/feed/*.json'],
    type: 'application/feed+json',
  },
];

const types: [ends: string, type: string][] = [
  ['html', 'text/html'],
  ['css', 'text/css'],
  ['js', 'text/javascript'],
  ['json', 'application/json'],
  ['webmanifest', 'application/manifest+json'],
  ['xml', 'application/xml'],
  ['xsl', 'text/xsl'],
  ['opml', 'text/x-opml'],
  ['txt', 'text/plain'],
  ['md', 'text/markdown'],
  ['vtt', 'text/vtt'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['jpg jpeg', 'image/jpeg'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['ico', 'image/x-icon'],
  ['woff2', 'font/woff2'],
  ['mp4', 'video/mp4'],
  ['webm', 'video/webm'],
];
const isText = (type: string) => /^text\/|xml$|javascript$/.test(type);

/** What Cloudflare Pages reads of `_redirects`; pages lead on from all other addresses. */
const mostRedirects = 2000;

// Cloudflare Pages knows no 410, and Netlify promises none: there a withdrawn story's notice is a page like others.
function redirects(moved: Moved, origin: string): string {
  const isShort = ({ from }: { from: string }) => pathOf(from).startsWith('/a/');
  const kept = [...moved.filter((each) => !isShort(each)), ...moved.filter(isShort)].slice(0, mostRedirects);
  return lines(
    '# Netlify serves a file rather than a rule, unless the rule insists; Cloudflare Pages leaves out addresses with a host.',
    ...kept.map(({ from, to }) => `${origin}${from} ${origin}${to} 301!`),
    '# Cloudflare Pages.',
    ...kept.map(({ from, to }) => `${from} ${to} 301`),
  );
}

// A header of two rules that fit one address is sent with both values: no two say the same. Both hosts have all else
// revalidated anyway, know the usual types, compress by themselves, and serve https alone.
function headers(): string {
  return lines(
    hrefOf('/*'),
    ...security.map(([name, value]) => `  ${name}: ${value}`),
    hrefOf('/_astro/*'),
    `  Cache-Control: ${keeping()[0]?.[1]}`,
    ...feedTypes.flatMap(({ patterns, type }) =>
      patterns.flatMap((pattern) => [hrefOf(pattern), `  Content-Type: ${type}`]),
    ),
  );
}

function nginxMaps({ moved, gone }: { moved: Moved; gone: string[] }): string {
  return lines(
    '# For the http block of nginx, beside the server that includes nginx.conf, where it is said how; once in an nginx.',
    `map_hash_bucket_size 512;`,
    `map_hash_max_size ${Math.max(2048, 2 * moved.length)};`,
    'map $uri $broadsheet_moved {',
    '  default "";',
    ...moved.map(({ from, to }) => `  ${decoded(from)} ${to};`),
    '}',
    'map $uri $broadsheet_gone {',
    '  default "";',
    ...gone.map((address) => `  ${decoded(address)} 1;`),
    '}',
    'map $uri $broadsheet_keeping {',
    `  default "${revalidate}";`,
    ...keeping().map(([path, value]) => `  "~${path}" "${value}";`),
    '}',
  );
}

function nginx(): string {
  const below = decoded(pathOfPaper());
  const missing = `${below}/404.html`;
  return lines(
    `# The paper by nginx, here with this site in ${folder()}. Reload nginx after a build, so that it learns of moved`,
    '# addresses: until then pages lead on.',
    '#',
    `#   include ${folder()}/.hosts/nginx-http.conf;`,
    '#   server {',
    '#     listen 443 ssl;',
    '#     server_name paper.example;',
    `#     root ${served()};`,
    '#     brotli_static on;  # only with its module, in Debian libnginx-mod-http-brotli-static',
    '#     add_header Strict-Transport-Security "max-age=31536000" always;  # once https is there to stay',
    `#     include ${folder()}/.hosts/nginx.conf;`,
    '#   }',
    'index index.html;',
    'absolute_redirect off;',
    'log_not_found off;',
    'gzip_static on;',
    'gzip_vary on;',
    'etag on;',
    'charset utf-8;',
    `charset_types ${types
      .map(([, type]) => type)
      .filter((type) => type !== 'text/html' && isText(type))
      .join(' ')};`,
    'default_type application/octet-stream;',
    'types {',
    ...types.map(([ends, type]) => `  ${type} ${ends};`),
    '}',
    ...security.map(([name, value]) => `add_header ${name} "${value}" always;`),
    'add_header Cache-Control $broadsheet_keeping always;',
    'if ($broadsheet_moved) { return 301 $broadsheet_moved; }',
    'if ($broadsheet_gone) { return 410; }',
    `error_page 403 =404 ${missing};`,
    `error_page 404 ${missing};`,
    'error_page 410 @broadsheet_gone;',
    `location = ${missing} { internal; }`,
    'location @broadsheet_gone { try_files ${uri}index.html =410; }',
    `location ~ "/\\.(?!well-known/)|^${expressed(below)}/_(headers|redirects)$" { return 404; }`,
    ...feedTypes.map(({ path, type }) => `location ~ "${path}" { types { } default_type ${type}; }`),
  );
}

// Caddy sorts its own directives, and puts the same ones with and without conditions in an order of its own: a map is read
// from top to bottom.
function caddy({ moved, gone }: { moved: Moved; gone: string[] }): string {
  const below = decoded(pathOfPaper());
  const typed = (type: string) => `"${type}${isText(type) ? '; charset=utf-8' : ''}"`;
  return lines(
    `# The paper by Caddy, here with this site in ${folder()}. Reload Caddy after a build, so that it learns of moved`,
    '# addresses: until then pages lead on.',
    '#',
    '#   paper.example {',
    `#     root * ${served()}`,
    '#     header Strict-Transport-Security "max-age=31536000"  # once https is there to stay',
    `#     import ${folder()}/.hosts/Caddyfile`,
    '#   }',
    'map {path} {broadsheet_state} {broadsheet_to} {',
    ...moved.map(({ from, to }) => `\t${decoded(from)} moved ${to}`),
    ...gone.map((address) => `\t${decoded(address)} gone ${decoded(address)}index.html`),
    '\tdefault here /',
    '}',
    'map {path} {broadsheet_keeping} {',
    ...keeping().map(([path, value]) => `\t"~${path}" "${value}"`),
    `\tdefault ${revalidate}`,
    '}',
    'map {path} {broadsheet_type} {',
    ...feedTypes.map(({ path, type }) => `\t"~${path}" ${typed(type)}`),
    ...types.map(([ends, type]) => `\t"~\\.(${ends.replaceAll(' ', '|')})$" ${typed(type)}`),
    '\t"~/$" "text/html; charset=utf-8"',
    '\tdefault application/octet-stream',
    '}',
    '@broadsheet_moved expression {broadsheet_state} == "moved"',
    '@broadsheet_gone expression {broadsheet_state} == "gone"',
    '@broadsheet_hidden {',
    `\tpath */.* ${['/_headers', '/_redirects', '/404.html'].map((file) => below + file).join(' ')}`,
    `\tnot path ${below}/.well-known/*`,
    '}',
    '@broadsheet_refused not method GET HEAD',
    'redir @broadsheet_moved {broadsheet_to} permanent',
    'error @broadsheet_gone 410',
    'error @broadsheet_hidden 404',
    'error @broadsheet_refused 405',
    'header {',
    ...security.map(([name, value]) => `\t${name} "${value}"`),
    '\tCache-Control {broadsheet_keeping}',
    '\tContent-Type {broadsheet_type}',
    '}',
    // Caddy says so of compressed answers alone, to which this would be added.
    ...varying(),
    ...files(),
    'handle_errors {',
    ...[
      '@gone expression {err.status_code} == 410',
      '@refused expression {err.status_code} == 405',
      '@missing expression !({err.status_code} in [405, 410])',
      'rewrite @gone {broadsheet_to}',
      `rewrite @missing ${below}/404.html`,
      'respond @refused 405',
      `header Cache-Control ${revalidate}`,
      'header Content-Type "text/html; charset=utf-8"',
      ...varying(),
      ...files(),
    ].map((line) => `\t${line}`),
    '}',
  );
}

const varying = () => ['header {', '\tVary Accept-Encoding', '\tdefer', '}'];
const files = () => ['file_server {', '\tprecompressed br gzip', '}'];

function lines(...all: string[]): string {
  return `${all.join('\n')}\n`;
}
