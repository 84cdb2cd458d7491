import type { AstroIntegration, AstroPrerenderer } from 'astro';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { close as closePagefind } from 'pagefind';
import { currentInstant } from '../filing/now.ts';
import { engineHome, isAtHome } from '../filing/engine.ts';
import { digestOfAdditions, digestOfEngine, digestOfPackages, digestOfSources } from '../filing/sources.ts';
import { BodyCache, bodiesFolder } from '../body/body-cache.ts';
import { digestOf } from '../newsroom/digest.ts';
import type { IndexRecord } from '../newsroom/index-parts.ts';
import { EditorialError, type Problem } from '../newsroom/problem.ts';
import { orders } from '../astro/internals.ts';
import { keepBackNumbers, type BackNumbers } from './back-numbers.ts';
import { drawnCards } from './cards.ts';
import { compress } from './compress.ts';
import { linked } from './linked.ts';
import { NamedFiles } from './named-files.ts';
import { encodedOtherwise, layOutPictures, type LaidOut } from './pictures.ts';
import { indexSources, writeIndex } from './search-index.ts';
import { isBook, Shelf, stampOf, type Shelved } from './shelf.ts';

/** Icons of papers that bring none. */
export const enginePublic = path.join(engineHome, 'public');

/** What the last published build holds, so that the next one renders only what has changed. */
interface Proof {
  backNumbers?: BackNumbers;
  books?: Shelved;
  /** By address. A part of the search index goes by the address of its records. */
  pages: Record<string, { key: string; file: string; stamp: string; assets: string[] }>;
}

/**
 * Builds beside the published site and puts the whole in its place at the end.
 *
 * A page is taken over from the published site when its key, the templates and the file itself are as they were;
 * all others are rendered. Its key is the `cacheKey` that its route gives; a page whose route gives none
 * is rendered when any other page is another, or any file of the paper but articles and their pictures.
 * A build that fails or is killed leaves the published site untouched, and one with a file that names another that is not there
 * fails (X-001). Parts of the search index are made, or taken over, in the same way; with `BROADSHEET_SEARCH=off` there is none. A card goes with the pages that show it;
 * with `BROADSHEET_CARDS=off` there is none. Books are kept for the desk and are in no site. What is rendered anew is compressed beside itself for servers that send
 * such files, unless `BROADSHEET_COMPRESS=off`. What open pages of former publications may ask for stays for a week.
 * @param replaced files that the paper has put in the place of the engine's
 */
export function press({ replaced = [] }: { replaced?: readonly string[] } = {}): AstroIntegration {
  const published = 'dist';
  let folders: {
    root: string;
    next: string;
    dist: string;
    previous: string;
    proof: string;
    bodies: string;
    books: string;
    cards: string;
    encodings: string;
  };
  const pages: Proof['pages'] = {};
  const pictures: LaidOut[] = [];
  let named: NamedFiles;
  let shelf: Shelf;

  return {
    name: 'press',
    hooks: {
      'astro:config:done': ({ config }) => {
        const root = fileURLToPath(config.root);
        const cache = fileURLToPath(config.cacheDir);
        folders = {
          root,
          next: fileURLToPath(config.outDir),
          dist: path.join(root, published),
          previous: path.join(cache, 'previous'),
          proof: path.join(cache, 'proof.json'),
          bodies: bodiesFolder(config.cacheDir),
          books: path.join(cache, 'books'),
          cards: path.join(cache, 'cards'),
          encodings: path.join(cache, 'assets'),
        };
        named = new NamedFiles(config.site === undefined ? '' : new URL(config.site).origin);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        recover(folders);
        const packages = digestOfPackages(folders.root);
        const templates = digestOf(
          digestOfEngine(['.'], notInPages),
          digestOfAdditions(folders.root),
          ...replaced.map((file) => readFileSync(file)),
          ...publicFolders(folders.root).map((folder) => digestOfSources(folder, ['.'])),
          packages,
          compressing,
          process.env.BROADSHEET_CARDS ?? '',
        );
        const indexing = digestOf(digestOfEngine(indexSources), packages, compressing);
        shelf = new Shelf(folders.books, proofOf(folders.proof).books);
        setPrerenderer((whole) =>
          onlyChanged(whole, { ...folders, templates, indexing, pages, pictures, named, shelf }),
        );
      },
      'astro:build:done': async ({ logger }) => {
        const { root, next, dist, previous, proof, encodings } = folders;
        layOutIcons(root, next);
        const refuse = (problems: Problem[]) => {
          if (problems.length === 0) return;
          // Whoever builds tells it; Astro would tell of a fault of the program as well.
          logger.options = { ...logger.options, level: 'silent' };
          throw new EditorialError(problems);
        };
        refuse(encodedOtherwise(pictures, { root, next, encodings }));
        await indexNewParts(pages, folders);
        refuse(namedInVain(named, pages, folders));
        if (compressing !== 'off') await compressNew(pages, folders);
        for (const page of Object.values(pages)) page.stamp = stampOf(path.join(next, page.file)) ?? '';
        const { backNumbers: last = {} } = proofOf(proof);
        const backNumbers = keepBackNumbers({ dist, next, last, asOf: currentInstant() });
        const books = shelf.fill(next);
        rmSync(previous, { recursive: true, force: true });
        // Two renames one after the other: a build that dies between them is mended by the next command.
        if (existsSync(dist)) renameSync(dist, previous);
        renameSync(next, dist);
        writeFileSync(proof, JSON.stringify({ backNumbers, books, pages } satisfies Proof));
        rmSync(previous, { recursive: true, force: true });
        console.log(`Published in ${published}/.`);
      },
    },
  };
}

/** Of the engine: commands, what they make of pages, and what pictures and faces that lie there ready were made with. */
const notInPages = ['artwork', 'binding', 'checks', 'desk', 'fonts/build.ts', 'fonts/sfnt.ts'];

const compressing = process.env.BROADSHEET_COMPRESS ?? 'on';

/** Puts the last good build back where a build died while it changed places. */
export function recover({ dist, previous }: { dist: string; previous: string }): void {
  if (!existsSync(dist) && existsSync(previous)) renameSync(previous, dist);
}

interface Work {
  root: string;
  next: string;
  dist: string;
  proof: string;
  cards: string;
  templates: string;
  indexing: string;
  pages: Proof['pages'];
  pictures: LaidOut[];
  named: NamedFiles;
  shelf: Shelf;
}

function onlyChanged(
  whole: AstroPrerenderer,
  { root, next, dist, proof, cards, templates, indexing, pages, pictures, named, shelf }: Work,
): AstroPrerenderer {
  const last = proofOf(proof);
  const expected = new Map<string, { key: string; file: string }>();
  return {
    name: 'press',
    setup: () => whole.setup?.() ?? Promise.resolve(),
    getStaticPaths: async () => {
      const paths = await whole.getStaticPaths();
      const whatElse = digestOf(
        paperVersion(root),
        ...paths.map(({ pathname, cacheKey }) => `${pathname} ${cacheKey}`),
      );
      const changed = paths.filter(({ pathname, route, cacheKey = whatElse }) => {
        const address = addressOf(pathname);
        if (isPart(address) && process.env.BROADSHEET_SEARCH === 'off') return false;
        if (isBook(address)) return !shelf.has(address, `${templates} ${cacheKey}`);
        const key = `${isPart(address) ? indexing : templates} ${cacheKey}`;
        const before = last.pages[address];
        if (before?.key === key && takeOver(before, { dist, next })) {
          pages[address] = before;
          return false;
        }
        expected.set(address, { key, file: route.type === 'endpoint' ? address : fileOf(address) });
        return true;
      });
      const isPage = (address: string) => !isPart(address) && !isBook(address);
      const count = (list: typeof paths) => list.filter(({ pathname }) => isPage(addressOf(pathname))).length;
      console.log(`Rendering ${count(changed)} of ${count(paths)} pages …`);
      return changed;
    },
    render: async (request, options) => {
      const result = await whole.render(request, options);
      const address = addressOf(decodeURI(new URL(request.url).pathname));
      const page = expected.get(address);
      if (!page) return result;
      const response = result instanceof Response ? result : result.response;
      // Names of files are ASCII: the bytes need not be read as UTF-8 and written again.
      const bytes = Buffer.from(await response.arrayBuffer());
      const text = bytes.toString('latin1');
      if (!isPart(address)) named.read(page.file, text);
      pages[address] = { ...page, stamp: '', assets: assetsIn(text) };
      return new Response(bytes, response);
    },
    teardown: async () => {
      layOutFilms(next);
      for (const { address, file } of await drawnCards(orders().cards, { root, cache: cards })) {
        const place = path.join(next, address);
        // Another page that was taken over may have brought an older one.
        rmSync(place, { force: true });
        linked(file, place);
      }
      pictures.push(...layOutPictures(next));
      const count = pictures.length;
      if (count > 0) console.log(`Encoding ${count === 1 ? 'one picture' : `${count} pictures`}, unless done before …`);
      await whole.teardown?.();
    },
  };
}

function addressOf(pathname: string): string {
  return pathname.replace(/\/$/, '') || '/';
}

function isPart(address: string): boolean {
  return /^\/pagefind\/[\w-]+\.json$/.test(address);
}

/**
 * Files that are named and are not there, each with one that names it: by what was rendered and what comes into the site with each
 * build; and by any page, where a page that was published is gone.
 */
function namedInVain(
  named: NamedFiles,
  pages: Proof['pages'],
  { root, next, proof }: { root: string; next: string; proof: string },
): Problem[] {
  const read = (file: string) => named.read(file, readFileSync(path.join(next, file), 'latin1'));
  for (const file of comingWithEachBuild(root, next)) if (/\.(?:html|css|js|json|xml)$/.test(file)) read(file);
  const gone = Object.keys(proofOf(proof).pages).filter((address) => !isPart(address) && !(address in pages));
  if (gone.length > 0)
    for (const [address, { file, stamp }] of Object.entries(pages)) if (stamp !== '' && !isPart(address)) read(file);
  return [...named.addresses]
    .filter(([address]) => !isThere(next, address))
    .map(([address, by]) => ({
      code: 'X-001',
      file: path.join('dist', by),
      found: `The file names "${address}", and there is none.`,
      remedy:
        'Mend it in content/ or public/, or put a file there in public/ if another program answers at that address; ' +
        'if neither says it, delete .astro/proof.json and build again.',
    }));
}

/** Whether an address leads to a file of a site. */
function isThere(site: string, address: string): boolean {
  try {
    const place = path.join(site, decodeURIComponent(address));
    return [place, path.join(place, 'index.html')].some((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
  } catch {
    return false;
  }
}

/** Makes the search index of the parts whose records were rendered, and takes the records out of the site. */
async function indexNewParts(pages: Proof['pages'], { next, bodies }: { next: string; bodies: string }): Promise<void> {
  const parts = Object.entries(pages).filter(([address]) => isPart(address));
  const added = parts.filter(([address, { file }]) => file === address);
  if (added.length === 0) return;
  const start = performance.now();
  try {
    for (const [address, page] of added) {
      const name = path.basename(address, '.json');
      const records = JSON.parse(readFileSync(path.join(next, address), 'utf8')) as IndexRecord[];
      rmSync(path.join(next, address));
      const folder = path.join('pagefind', name);
      const files = await writeIndex({
        name,
        records,
        bodies: new BodyCache(bodies),
        folder: path.join(next, folder),
      });
      page.assets.push(...files.map((file) => path.join(folder, file)));
      page.file = path.join(folder, 'pagefind-entry.json');
    }
  } finally {
    await closePagefind();
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`Indexed ${added.length} of ${parts.length} parts of the search in ${seconds} s.`);
}

/**
 * Compresses what was rendered or indexed anew, and what comes into the site with each build: scripts, and public files.
 * A page has its compressed files among those it needs: it is taken over with them or not at all.
 */
async function compressNew(pages: Proof['pages'], { root, next }: { root: string; next: string }): Promise<void> {
  const always = comingWithEachBuild(root, next);
  const added = Object.values(pages)
    .filter(({ stamp }) => stamp === '')
    .map((page) => ({ page, files: [page.file, ...page.assets.filter((file) => !file.startsWith('_astro/'))] }));
  const made = await compress(next, [...always, ...added.flatMap(({ files }) => files)]);
  for (const { page, files } of added) page.assets.push(...files.flatMap((file) => made.get(file) ?? []));
}

/** Scripts, styles and public files of a site, and with them its pictures. */
function comingWithEachBuild(root: string, next: string): string[] {
  return [
    ...publicFolders(root).flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' })),
    ...readdirSync(path.join(next, '_astro')).map((name) => path.join('_astro', name)),
  ];
}

/** What comes into the site as it is: the paper's own files, then the engine's. */
function publicFolders(root: string): string[] {
  const own = path.join(root, 'public');
  const all = isAtHome(root) ? [own] : [own, enginePublic];
  return all.filter((folder) => existsSync(folder));
}

/** The engine's icons, where the paper has none of its own; Astro has laid out what is the paper's. */
function layOutIcons(root: string, next: string): void {
  if (!isAtHome(root)) cpSync(enginePublic, next, { recursive: true, force: false });
}

/** Of a page, as Astro writes it. */
function fileOf(address: string): string {
  return /^\/(404|500)$/.test(address) ? `${address}.html` : path.join(address, 'index.html');
}

/** A digest of the paper's files but for articles and pictures, which pages have in their own keys, and the ledger. */
function paperVersion(root: string): string {
  const apart = ['articles', 'pictures', 'ledger.jsonl'];
  const others = readdirSync(path.join(root, 'content')).filter((name) => !apart.includes(name));
  return digestOfSources(
    root,
    others.map((name) => path.join('content', name)),
  );
}

function proofOf(file: string): Proof {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Proof;
  } catch {
    return { pages: {} };
  }
}

/** Files of ours that a page needs: pictures, fonts and its card, by their path in the site. */
function assetsIn(html: string): string[] {
  const [, card] = /<meta property="og:image" content="https?:\/\/[^/]+\/([^"]*card\.jpg)"/.exec(html) ?? [];
  return [...new Set([...(html.match(/_astro\/[\w@.~-]+/g) ?? []), ...(card ? [card] : [])])];
}

/** Links a page and its files from the published site into the next one; `false` when one is gone or was changed by hand. */
function takeOver(
  { file, stamp, assets }: Proof['pages'][string],
  { dist, next }: { dist: string; next: string },
): boolean {
  if (stampOf(path.join(dist, file)) !== stamp) return false;
  return [...assets, file].every((each) => linked(path.join(dist, each), path.join(next, each)));
}

// A copy, not a link: the page that is published keeps its film when an editor changes the file.
function layOutFilms(next: string): void {
  for (const [address, file] of orders().films) {
    const place = path.join(next, address);
    mkdirSync(path.dirname(place), { recursive: true });
    copyFileSync(file, place);
  }
}
