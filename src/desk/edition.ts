import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rehype } from 'rehype';
import { isDate } from '../newsroom/calendar.ts';
import { addresses, articlePath, permalinkOf } from '../newsroom/permalink.ts';
import { bookOfArticle, bookOfEdition, notOneBuild } from '../binding/book.ts';
import { chromiumPath, paperSizes, printed } from '../binding/chromium.ts';
import { epubOf } from '../binding/epub.ts';
import { typed } from './typed.ts';

const usage = (root: string) =>
  [
    'Say what to make files of:',
    `  ${typed(root, 'edition', '2019-03-01')}            a printed edition, by its date`,
    `  ${typed(root, 'edition', '2019/03/01/<slug>')}     one article, by its path`,
  ].join('\n');

/**
 * `npm run desk edition <date or article>`: writes a printed edition, or one article, as PDF (A4 and Letter) and as EPUB, from the
 * pages in `dist/`. The files go to `.astro/takeaway/`; the next build offers them on the page of the edition or the article as long as
 * it is as it was.
 * @returns the exit code
 */
export async function edition(args: readonly string[], root = process.cwd()): Promise<number> {
  const [what = '', ...more] = args;
  const article = what.replace(/^\/|\/$/g, '');
  const isEdition = isDate(what);
  if (more.length > 0 || !(isEdition || articlePath.test(article))) return fail(usage(root));
  const dist = path.join(root, 'dist');
  if (!existsSync(path.join(dist, 'index.html')))
    return fail(`There is no built paper in dist/. Run ${typed(root, 'build')} first.`);
  const address = isEdition ? addresses.newspaper(what) : permalinkOf({ path: article });
  const file = path.join(dist, address, 'index.html');
  if (!existsSync(file))
    return fail(isEdition ? unknownEdition(dist, what) : `There is no article "${article}" in dist/.`);
  const executablePath = chromiumPath();
  if (!executablePath)
    return fail(
      process.env.CHROMIUM
        ? `There is no Chromium at "${process.env.CHROMIUM}", which the environment variable CHROMIUM names.`
        : 'There is no Chromium on this machine, which sets the PDF. Install it (Debian: apt-get install chromium), ' +
            'or name one in the environment variable CHROMIUM.',
    );

  const tree = rehype().parse(readFileSync(file, 'utf8'));
  const book = isEdition ? bookOfEdition(tree, { date: what, dist }) : bookOfArticle(tree, { article, dist });
  if (typeof book === 'string') return fail(book);
  const key = keyOf(address, root);
  if (!key) return fail(notOneBuild);
  const home = path.join(root, '.astro/takeaway', isEdition ? what : article);
  const folder = path.join(home, key);
  const name = isEdition ? `${slugOf(book.paper)}-${what}` : path.basename(article);
  const pdf = await printed(
    { dist, address: new URL(address, book.address).href, executablePath },
    { ...book, author: book.creators.join(', '), keywords: book.subjects },
  );
  // Late: what sets the words tells the whole program of its own faces, and Chromium is to have the machine's.
  const { coverFile } = await import('../cards/cover.ts');
  const epub = epubOf(book, { dist, cover: await coverFile(book.cover) });
  rmSync(home, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (ending: string, bytes: Buffer) => {
    const target = path.join(folder, `${name}${ending}`);
    writeFileSync(target, bytes);
    console.log(`${path.relative(root, target)}  ${Math.ceil(bytes.length / 1000)} kB`);
  };
  for (const size of paperSizes) write(`-${size.toLowerCase()}.pdf`, pdf[size]);
  write('.epub', epub);
  console.log(`The next build offers them at ${isEdition ? addresses.edition(what) : address}.`);
  return 0;
}

/** The cache key that the last build gave a page; what follows it tells of files like these. */
function keyOf(address: string, root: string): string | undefined {
  const proof = path.join(root, '.astro/proof.json');
  if (!existsSync(proof)) return undefined;
  const { pages } = JSON.parse(readFileSync(proof, 'utf8')) as { pages: Record<string, { key: string }> };
  return pages[address.replace(/\/$/, '')]?.key.split(' ')[1];
}

function fail(message: string): 1 {
  console.error(message);
  return 1;
}

function unknownEdition(dist: string, date: string): string {
  const folder = path.join(dist, 'editions');
  const dates = existsSync(folder) ? readdirSync(folder).filter(isDate).sort() : [];
  const known =
    dates.length > 0
      ? `The newest are ${dates.slice(-3).reverse().join(', ')}.`
      : 'No article says where it was printed.';
  return `There is no printed edition of ${date} in dist/. ${known}`;
}

/** A name as part of the name of a file; "newspaper" for one without a Latin letter. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug || 'newspaper';
}
