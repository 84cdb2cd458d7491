import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromiumPath, paperSizes, printed } from '../binding/chromium.ts';
import { epubOf } from '../binding/epub.ts';
import { BodyCache } from '../body/body-cache.ts';
import { coverFile } from '../cards/cover.ts';
import { readPaperData } from '../filing/paper-data.ts';
import { isDate } from '../newsroom/calendar.ts';
import { articlePath, pathOf, recordedPath } from '../newsroom/permalink.ts';
import type { Book } from '../views/paper/book.ts';
import { typed } from './typed.ts';

const usage = (root: string) =>
  [
    'Say what to make files of:',
    `  ${typed(root, 'edition', '2019-03-01')}            a printed edition, by its date`,
    `  ${typed(root, 'edition', '2019/03/01/<slug>')}     one article, by its path`,
  ].join('\n');

/**
 * `npm run desk edition <date or article>`: writes a printed edition, or one article, as PDF (A4 and Letter) and as EPUB, from the
 * book that the last build left of it below `.astro/books/`. The files go to `.astro/takeaway/`; the next build offers them on the page
 * of the edition or the article as long as it is as it was.
 * @returns the exit code
 */
export async function edition(given: string, root = process.cwd()): Promise<number> {
  const what = isDate(given) ? given : given.replace(/^\/|\/$/g, '');
  if (!(isDate(what) || articlePath.test(what))) return fail(usage(root));
  const dist = path.join(root, 'dist');
  if (!existsSync(path.join(dist, 'index.html')))
    return fail(`There is no built paper in dist/. Run ${typed(root, 'build')} first.`);
  const books = path.join(root, '.astro/books');
  if (!existsSync(books)) return fail(notOneBuild(root));
  const record = path.join(books, `${isDate(what) ? what : path.dirname(what)}.json`);
  const known = existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as Record<string, Book>) : {};
  const book = known[what];
  if (!book) return fail(isDate(what) ? unknownEdition(books, what) : unknownArticle(dist, what));
  const executablePath = chromiumPath();
  if (!executablePath)
    return fail(
      process.env.CHROMIUM
        ? `There is no Chromium at "${process.env.CHROMIUM}", which the environment variable CHROMIUM names.`
        : 'There is no Chromium on this machine, which sets the PDF. Install it (Debian: apt-get install chromium), ' +
            'or name one in the environment variable CHROMIUM.',
    );

  readPaperData(root);
  const cache = new BodyCache(path.join(root, '.astro/bodies'));
  const bodies = book.chapters.flatMap(({ bodyKey }) => cache.read(bodyKey) ?? []);
  const picture = book.cover.picture && path.join(dist, placeOf(book.cover.picture));
  const needed = [new URL(book.page.address).pathname, ...Object.values(book.files)].map((each) =>
    path.join(dist, placeOf(each)),
  );
  if (bodies.length < book.chapters.length || ![...needed, picture ?? dist].every((each) => existsSync(each)))
    return fail(notOneBuild(root));
  // First the browser: once letters have been set here, what starts later knows no faces but the paper's.
  const pdf = await printed(
    { dist, page: book.page, executablePath },
    { ...book, author: book.creators.join(', '), keywords: book.subjects },
  );
  const epub = epubOf(book, { dist, bodies, cover: await coverFile({ ...book.cover, picture }) });

  const home = path.join(root, '.astro/takeaway', what);
  const folder = path.join(home, book.key);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (ending: string, bytes: Buffer) => {
    const target = path.join(folder, `${book.name}${ending}`);
    writeFileSync(target, bytes);
    console.log(`${path.relative(root, target)}  ${Math.ceil(bytes.length / 1000)} kB`);
  };
  for (const size of paperSizes) write(`-${size.toLowerCase()}.pdf`, pdf[size]);
  write('.epub', epub);
  console.log(`The next build offers them at ${new URL(book.address).pathname}.`);
  return 0;
}

/** Where an address from the root of the host is filed in the site. */
function placeOf(address: string): string {
  return decodeURI(pathOf(address));
}

function notOneBuild(root: string): string {
  return `What the last build left below .astro/ is not of the pages in dist/. Run ${typed(root, 'build')}, then try again.`;
}

function fail(message: string): 1 {
  console.error(message);
  return 1;
}

function unknownEdition(books: string, date: string): string {
  const dates = readdirSync(books)
    .map((name) => path.basename(name, '.json'))
    .filter(isDate)
    .sort();
  const known =
    dates.length > 0
      ? `The newest are ${dates.slice(-3).reverse().join(', ')}.`
      : 'No article says where it was printed.';
  return `There is no printed edition of ${date} in dist/. ${known}`;
}

function unknownArticle(dist: string, article: string): string {
  return existsSync(path.join(dist, recordedPath({ path: article }), 'index.html'))
    ? `There is nothing to take away at "${article}": the article was withdrawn, or has another address now.`
    : `There is no article "${article}" in dist/.`;
}
