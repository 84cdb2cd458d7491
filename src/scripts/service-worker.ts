// The service worker: copies of pages for readers without a network. `pages/service-worker.js.ts` serves it, and puts
// `words` before it; below a path of its host its scope is the paper alone.
//
// - The network comes first for every page: no copy is shown while the network answers, however slowly, so that
//   none hides a correction or a withdrawal. An answer of 404 or 410 removes the copy.
// - A page is kept once, under the path that it is published at, whatever the address was that led to it.
// - Files under /_astro/ never change: their copy comes first.
// - Whatever else is asked for, and every other site, is left alone.
//
// To take it away from all readers, serve this in its place; browsers fetch it past their cache on the next visit:
//   addEventListener('install', () => skipWaiting());
//   addEventListener('activate', () => registration.unregister());

import type { Errand } from './saved-stories.ts';

/** The parts of a worker's events and global scope that are used here; TypeScript's own exclude those of a page. */
interface LastingEvent extends MessageEvent {
  waitUntil: (work: Promise<unknown>) => void;
}
interface FetchEvent extends LastingEvent {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith: (answer: Promise<Response>) => void;
}
interface Scope {
  registration: ServiceWorkerRegistration;
  clients: { claim: () => Promise<void> };
  skipWaiting: () => Promise<void>;
  addEventListener<Kind extends 'install' | 'activate' | 'message' | 'fetch'>(
    kind: Kind,
    hear: (event: Kind extends 'fetch' ? FetchEvent : LastingEvent) => void,
  ): void;
}
declare const words: { offline: string; notKept: string; language: string; direction: string };

const scope = self as unknown as Scope;
// Papers at one host have one store of caches.
const prefix = `${import.meta.env.BASE_URL.slice(1)}broadsheet-`;
/** A new number throws the old copies away. */
const saved = `${prefix}saved-1`;
const visited = `${prefix}visited-1`;
const files = `${prefix}files-1`;
const mostVisited = 60;
/** The list of saved stories, which stands for pages that were not kept. */
const list = `${import.meta.env.BASE_URL}saved/`;

scope.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([keep(list, { cache: saved, width: 0 }), scope.skipWaiting()]));
});

scope.addEventListener('activate', (event) => {
  const old = (name: string) => name.startsWith(prefix) && ![saved, visited, files].includes(name);
  const tidy = async () => {
    for (const name of await caches.keys()) if (old(name)) await caches.delete(name);
    await scope.registration.navigationPreload?.enable();
    await scope.clients.claim();
  };
  event.waitUntil(tidy());
});

scope.addEventListener('message', (event) => event.waitUntil(heed(event.data as Errand)));

scope.addEventListener('fetch', (event) => {
  const { method, mode, url, destination } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (mode === 'navigate') event.respondWith(page(event, pathname));
  // Video comes in pieces, which cannot be kept.
  else if (pathname.startsWith(`${import.meta.env.BASE_URL}_astro/`) && !/audio|video/.test(destination))
    event.respondWith(file(event));
});

/** Does what a page has asked for. Errands follow each other, so that two never fetch the same. */
function heed({ save, drop, seen, keep: paths = [], files: shown = [] }: Errand): Promise<void> {
  const work = async () => {
    await keepFiles(shown);
    if (save) await saveStory(save);
    if (drop) await forget(drop);
    // The browser has it, just as it is shown: it is not asked for again.
    if (seen) await keep(seen, { cache: visited, width: 480, from: 'force-cache' });
    for (const path of paths) await keep(path, { cache: visited, width: 480 });
  };
  // What could not be fetched is left out.
  errands = errands.then(work).catch(() => undefined);
  return errands;
}
let errands: Promise<void> = Promise.resolve();

async function page(event: FetchEvent, asked: string): Promise<Response> {
  const path = publishedAt(asked);
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    // What is missing under another spelling may be there under its own.
    if (answer.ok || path === asked) event.waitUntil(note(path, answer.clone()));
    return answer;
  } catch {
    const copy = await copyOf(path);
    if (copy) return marked(copy, words.offline);
    const place = await placeOf(path);
    return place ? Response.redirect(place) : marked(await copyOf(list), words.notKept, 503);
  }
}

/** A path as the paper writes it: in small letters, with one slash between names and one at the end. */
function publishedAt(asked: string): string {
  let path = asked;
  try {
    path = decodeURI(asked);
  } catch {
    // Not the paper's: it is left as it is.
  }
  return (import.meta.env.BASE_URL === '/' ? path.toLowerCase() : lowered(path))
    .replace(/\/+/g, '/')
    .replace(/\/index\.html$/, '/')
    .replace(/\/[^/.]+$/, '$&/');
}

/** What the paper lies below has letters of both cases, if its host says so. */
function lowered(path: string): string {
  const below = decodeURI(import.meta.env.BASE_URL);
  return path.startsWith(below) ? import.meta.env.BASE_URL + path.slice(below.length).toLowerCase() : path;
}

/** The path of a story of which there is a copy, by its short link or a former address. */
async function placeOf(path: string): Promise<string | undefined> {
  for (const name of [saved, visited]) {
    const pages = await caches.open(name);
    for (const { url } of await pages.keys()) {
      const html = (await (await pages.match(url))?.text()) ?? '';
      const [, short = '', former = ''] =
        (import.meta.env.BASE_URL === '/'
          ? /<link rel="shortlink" href="[^"]*?(\/a\/[^"]*)"(?: data-former="([^"]*)")?/
          : /<link rel="shortlink" href="https?:\/\/[^/]+([^"]*)"(?: data-former="([^"]*)")?/
        ).exec(html) ?? [];
      if ([short, ...former.split(' ')].includes(path)) return new URL(url).pathname;
    }
  }
  return undefined;
}

async function file(event: FetchEvent): Promise<Response> {
  const { url, destination } = event.request;
  const cache = await caches.open(files);
  const copy = await cache.match(url);
  if (copy) return copy;
  // Of a picture that cannot be fetched, or is no longer there since the paper was published anew.
  const otherSize = async () => {
    const other = (await cache.keys()).find((key) => destination === 'image' && key.url.startsWith(stemOf(url)));
    return other && cache.match(other);
  };
  try {
    const answer = await fetch(event.request);
    if (answer.status === 200) event.waitUntil(put(files, url, answer.clone()));
    return answer.ok ? answer : ((await otherSize()) ?? answer);
  } catch (error) {
    const kept = await otherSize();
    if (kept) return kept;
    throw error;
  }
}

/** Takes the network's answer for a page to heart. */
async function note(path: string, answer: Response, cache = visited): Promise<void> {
  if (answer.status === 404 || answer.status === 410) return forget(path);
  if (!answer.ok || answer.redirected || !answer.headers.get('content-type')?.startsWith('text/html')) return;
  // A page that only leads on is no copy of a story.
  if ((await answer.clone().text()).includes('<meta http-equiv="refresh"')) return;
  await put((await copyOf(path, saved)) ? saved : cache, path, answer);
  const pages = await caches.open(visited);
  const paths = await pages.keys();
  if (paths.length > mostVisited) await thin(paths.length - mostVisited);
}

/** Fetches a page, the files that it cannot do without, and one size of each of its pictures, in CSS pixels. */
async function keep(
  path: string,
  { cache, width, from = 'no-cache' }: { cache: string; width: number; from?: RequestCache },
): Promise<void> {
  try {
    const answer = await fetch(path, { cache: from });
    const html = await answer.clone().text();
    await note(path, answer, cache);
    if (answer.ok) await keepFiles(filesOf(html, width, await keptFiles()));
  } catch {
    // Without a network there is nothing to fetch.
  }
}

async function saveStory(path: string): Promise<void> {
  const copy = await copyOf(path);
  if (copy) await put(saved, path, copy);
  await (await caches.open(visited)).delete(path);
  await keep(path, { cache: saved, width: 800 });
}

async function forget(path: string): Promise<void> {
  for (const name of [saved, visited]) await (await caches.open(name)).delete(path);
  await sweep();
}

/** Deletes the oldest visited pages. */
async function thin(count: number): Promise<void> {
  const pages = await caches.open(visited);
  // A cache names its oldest entry first.
  for (const key of (await pages.keys()).slice(0, count)) await pages.delete(key);
  await sweep();
}

/** Deletes the files that no kept page, and no kept script, names. */
async function sweep(): Promise<void> {
  const named: string[] = [];
  for (const name of [saved, visited, files]) {
    const cache = await caches.open(name);
    for (const key of await cache.keys())
      if (name !== files || key.url.endsWith('.js')) named.push((await (await cache.match(key))?.text()) ?? '');
  }
  const cache = await caches.open(files);
  for (const key of await cache.keys()) {
    const name = key.url.slice(key.url.lastIndexOf('/') + 1);
    if (!named.some((text) => text.includes(name))) await cache.delete(key);
  }
}

async function put(name: string, key: string, answer: Response): Promise<void> {
  try {
    await (await caches.open(name)).put(key, answer);
  } catch {
    // The device is full: half of what was visited makes room for what comes next.
    await thin(mostVisited / 2);
  }
}

async function copyOf(path: string, only?: string): Promise<Response | undefined> {
  for (const name of only ? [only] : [saved, visited]) {
    const copy = await (await caches.open(name)).match(path);
    if (copy) return copy;
  }
  return undefined;
}

/** A copy that says that it is one. */
async function marked(copy: Response | undefined, text: string, status = 200): Promise<Response> {
  if (!copy) return Response.error();
  const headers = new Headers(copy.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  const line = `<p class="offline-note" role="status" lang="${words.language}" dir="${words.direction}">${text}</p>`;
  const html = (await copy.text()).replace(/<body[^>]*>/, (body) => body + line);
  return new Response(html, { status, headers });
}

/** What a page needs: scripts and preloaded files, and one file of each picture of which none is kept. */
function filesOf(html: string, width: number, kept: readonly string[]): string[] {
  const needed = [...html.matchAll(/<(?:link|script)[^>]+"(\/_astro\/[^"]+)"/g)].map(([, path = '']) => path);
  const pictures = width > 0 ? (html.match(/<picture[^]*?<\/picture>/g) ?? []) : [];
  return needed.concat(
    pictures.flatMap((picture) => {
      const sizes = [...picture.matchAll(/(\/_astro\/[^\s"]+\.webp) (\d+)w/g)].sort(
        (a, b) => Number(a[2]) - Number(b[2]),
      );
      const [, path = ''] = sizes.filter((size) => Number(size[2]) <= width).at(-1) ?? sizes[0] ?? [];
      return path && !kept.some((url) => url.startsWith(stemOf(new URL(path, location.origin).href))) ? [path] : [];
    }),
  );
}

async function keepFiles(paths: readonly string[]): Promise<void> {
  const kept = new Set(await keptFiles());
  for (const path of paths) {
    const { href, pathname, origin } = new URL(path, location.origin);
    if (kept.has(href) || origin !== location.origin || !/^\/_astro\/.*(?<!\.mp4|\.webm)$/.test(pathname)) continue;
    kept.add(href);
    const answer = await fetch(href);
    if (answer.status !== 200) continue;
    const script = pathname.endsWith('.js') ? await answer.clone().text() : '';
    await put(files, href, answer);
    // What a script loads when it is asked to.
    await keepFiles(
      [...script.matchAll(/\.(\/[\w.-]+\.js)\b/g)].map(([, name = '']) => `${import.meta.env.BASE_URL}_astro${name}`),
    );
  }
}

async function keptFiles(): Promise<string[]> {
  return (await (await caches.open(files)).keys()).map(({ url }) => url);
}

/** The part of a picture's address that all its sizes share. */
function stemOf(url: string): string {
  return url.replace(/_[^_]*$/, '_');
}
