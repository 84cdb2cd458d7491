import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Connect, ViteDevServer } from 'vite';
import { editorSettings } from '../editor/configuration.ts';
import { engineFile } from '../filing/engine.ts';
import { filesBelow } from '../filing/files.ts';
import { readLedger } from '../filing/ledger.ts';
import { currentInstant } from '../filing/now.ts';
import { readPaperData } from '../filing/paper-data.ts';
import { instantInZone } from '../newsroom/calendar.ts';
import { filedBy } from './filed-by.ts';
import { sveltiaFiles } from './sveltia.ts';

/** Where the paper is written: `/desk/`, an editor in the browser, for those who have no other. It is never part of the site. */
export function openEditorDesk(root: string, server: ViteDevServer): void {
  server.middlewares.use('/desk', (request, response) => {
    answer(root, request, response).catch((error: unknown) => end(response, 500, 'text/plain', String(error)));
  });
}

async function answer(root: string, request: Connect.IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.originalUrl ?? '/', 'http://localhost');
  const asked = decodeURIComponent((request.url ?? '/').replace(/[?#].*/, ''));
  // A browser leaves the slash out where somebody typed the address.
  if (pathname.endsWith('/desk')) return void response.writeHead(302, { location: `${pathname}/` }).end();
  if (!isOwn(request))
    return end(response, 403, 'text/plain', 'The desk is open on the machine that it runs on, and nowhere else.');
  const file = asked.replace(/^\/files\//, '');
  if (file !== asked) return answerFile(root, file, request, response);
  switch (asked) {
    case '/':
      return end(response, 200, 'text/html', html, { 'content-security-policy': policy.join('; ') });
    case '/editor.js':
      return end(response, 200, 'text/javascript', await script());
    case '/editor.css':
      return end(response, 200, 'text/css', readFileSync(engineFile('editor/page.css')));
    case '/settings.json':
      return end(response, 200, 'application/json', JSON.stringify(await settings(root)));
    default: {
      const part = asked.startsWith('/sveltia/') ? sveltiaFile(asked.slice('/sveltia/'.length)) : undefined;
      return part
        ? end(response, 200, part.type, part.bytes)
        : end(response, 404, 'text/plain', 'There is no such file.');
    }
  }
}

/** Whether a browser of this machine asks, for a page of this server: no other site may have it read or write a paper. */
function isOwn({ socket, headers }: IncomingMessage): boolean {
  const isHere = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '');
  const named = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? '');
  const { origin, 'sec-fetch-site': site = 'same-origin' } = headers;
  const isSame = origin === undefined || origin === `http://${headers.host}`;
  return isHere && named && isSame && ['same-origin', 'none'].includes(String(site));
}

const folders = ['articles', 'contributors', 'fronts', 'pages', 'pictures', 'related', 'sections', 'topics'];
const named = /^(?!.*(?:^|\/)\.)[^\\\0]+\.(?:md|ya?ml|jpe?g|png|webp|avif|gif|svg)$/i;

/** Files of the paper that an editor may change, by their names from its folder. */
function filesOf(root: string): string[] {
  const below = folders.flatMap((folder) =>
    filesBelow(path.join(root, 'content', folder), named).map((file) => `content/${folder}/${file}`),
  );
  return [...below, 'content/publication.yaml'];
}

function mayChange(file: string): boolean {
  const [content, folder = ''] = file.split('/');
  return file === 'content/publication.yaml' || (content === 'content' && folders.includes(folder) && named.test(file));
}

async function answerFile(
  root: string,
  file: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (file === '') return end(response, 200, 'application/json', JSON.stringify(filesOf(root)));
  const place = path.join(root, file);
  const isOutside = () => !realpathSync(nearestFolder(place)).startsWith(realpathSync(path.join(root, 'content')));
  if (!mayChange(file) || isOutside()) return end(response, 403, 'text/plain', 'An editor may not touch this file.');
  const bytes = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
  const refused = request.method === 'GET' ? undefined : refusal(root, file, request);
  if (refused) return end(response, 409, 'text/plain', refused);
  switch (request.method) {
    case 'GET':
      if (!existsSync(place)) return end(response, 404, 'text/plain', 'There is no such file.');
      return end(response, 200, types[path.extname(file).toLowerCase()] ?? 'text/plain', readFileSync(place), {
        etag: markOf(place),
      });
    case 'PUT': {
      const unfinished = path.join(root, '.astro', `desk-${process.pid}`);
      mkdirSync(path.dirname(place), { recursive: true });
      mkdirSync(path.dirname(unfinished), { recursive: true });
      writeFileSync(unfinished, /\.(?:md|ya?ml)$/.test(file) ? endedAs(place, bytes.toString()) : bytes);
      renameSync(unfinished, place);
      return end(response, 204, 'text/plain', '', { etag: markOf(place) });
    }
    case 'DELETE':
      rmSync(place, { force: true });
      if (readdirSync(path.dirname(place)).length === 0) rmdirSync(path.dirname(place));
      return end(response, 204, 'text/plain', '');
    default:
      return end(response, 405, 'text/plain', 'A file is read, written or deleted.');
  }
}

/** Why a file is not written or deleted, for who asks for it; nothing where it is. */
function refusal(root: string, file: string, { method, headers }: IncomingMessage): string | undefined {
  if ((headers['if-match'] ?? '') !== markOf(path.join(root, file)))
    return 'It was changed elsewhere after this page had read it. Copy what you wrote, load the page anew, and write it into what is there now.';
  const story = /^content\/articles(\/.*\/)[^/]*$/.exec(file)?.[1];
  if (method !== 'DELETE' || !readLedger(root).entries.some(({ permalink }) => permalink === story)) return undefined;
  return 'The story was published: readers have its address, and its files stay. If it is not to be read any more, choose "withdrawn" as its state, with the time and the reason.';
}

/** What tells a state of a file from others; empty where there is none. */
function markOf(place: string): string {
  return existsSync(place) ? `"${createHash('sha256').update(readFileSync(place)).digest('hex')}"` : '';
}

/** Text with the ends of lines that the file has which it takes the place of, and the same end: the editor hands on neither. */
function endedAs(place: string, text: string): string {
  if (!existsSync(place)) return text;
  const before = readFileSync(place, 'utf8');
  const [end = '\n'] = /\s*$/.exec(before) ?? [];
  const whole = text.trimEnd();
  return `${before.includes('\r\n') ? whole.replaceAll('\n', '\r\n') : whole}${end}`;
}

function nearestFolder(place: string): string {
  const folder = path.dirname(place);
  return existsSync(folder) ? folder : nearestFolder(folder);
}

async function settings(root: string, backend?: object): Promise<object> {
  const timeZone = readPaperData(root).publication?.timeZone ?? 'UTC';
  const { article } = await filedBy(root);
  const settings = { timeZone, ...editorSettings({ timeZone, backend: backend ?? { name: 'test-repo' }, article }) };
  return backend ? settings : { ...settings, today: instantInZone(currentInstant(), timeZone).slice(0, 10) };
}

/**
 * The same editor as a site of its own, which is put out wherever one likes: it reads and writes the paper's repository where that is kept.
 * @param backend where that is, in Sveltia's words
 * @returns files by their names
 */
export async function editorApart(root: string, backend: object): Promise<Map<string, string | Buffer>> {
  const elsewhere = policy
    .filter((line) => !line.startsWith('frame-ancestors'))
    .map((line) => (/^(?:img|connect)-src/.test(line) ? `${line} https:` : line));
  const meta = `<meta http-equiv="content-security-policy" content="${elsewhere.join('; ')}">\n<title>`;
  return new Map<string, string | Buffer>([
    ['index.html', html.replace('<link rel="icon" href="../favicon.svg">\n', '').replace('<title>', meta)],
    ['editor.js', await script()],
    ['editor.css', readFileSync(engineFile('editor/page.css'))],
    ['settings.json', JSON.stringify(await settings(root, backend))],
    ...[...sveltiaFiles()].map(([name, bytes]) => [`sveltia/${name}`, bytes()] as const),
  ]);
}

let made: Promise<string> | undefined;

/** The page's own script, with what it imports. */
function script(): Promise<string> {
  return (made ??= bundled());
}

async function bundled(): Promise<string> {
  const { build } = await import('vite');
  const bundles = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, target: 'es2022', lib: { entry: engineFile('editor/page.ts'), formats: ['es'] } },
  });
  const [bundle] = [bundles].flat();
  return bundle && 'output' in bundle ? bundle.output[0].code : '';
}

/** A file of Sveltia's. */
function sveltiaFile(name: string): { type: string; bytes: string | Buffer } | undefined {
  const bytes = (sveltia ??= sveltiaFiles()).get(name)?.();
  return bytes === undefined ? undefined : { type: types[path.extname(name)] ?? 'text/plain', bytes };
}

let sveltia: ReturnType<typeof sveltiaFiles> | undefined;

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
};

/** The one module that Sveltia asks for by its name. */
const imports = JSON.stringify({ imports: { immutable: './sveltia/immutable.js' } });

const policy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(imports).digest('base64')}'`,
  // Sveltia sets styles on elements, and shows pictures before they are filed.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' blob: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Desk</title>
<link rel="icon" href="../favicon.svg">
<link rel="stylesheet" href="editor.css">
<script type="importmap">${imports}</script>
<script type="module" src="editor.js"></script>
`;

function end(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  more: Record<string, string> = {},
): void {
  response
    .writeHead(status, {
      'content-type': /^text|json/.test(type) ? `${type}; charset=utf-8` : type,
      'cache-control': 'no-store',
      ...more,
    })
    .end(body);
}
