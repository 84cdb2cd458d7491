import type { Element, Root } from 'hast';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rehype } from 'rehype';
import { isDate } from '../newsroom/calendar.ts';
import { addresses, articlePath, permalinkOf } from '../newsroom/permalink.ts';
import { wordsOf } from '../newsroom/words.ts';
import { chromiumPath, paperSizes, printed } from './chromium.ts';
import { chapterOf, epubOf, type Book } from './epub.ts';
import { found, hasClass, textOf } from './xhtml.ts';

const usage = [
  'Say what to make files of:',
  '  npm run desk edition 2019-03-01            a printed edition, by its date',
  '  npm run desk edition 2019/03/01/<slug>     one article, by its path',
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
  if (more.length > 0 || !(isEdition || articlePath.test(article))) return fail(usage);
  const dist = path.join(root, 'dist');
  if (!existsSync(path.join(dist, 'index.html')))
    return fail('There is no built paper in dist/. Run npm run build first.');
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
  const book = isEdition ? bookOfEdition(tree, dist) : bookOfArticle(tree, article);
  if (typeof book === 'string') return fail(book);
  const key = keyOf(address, root);
  if (!key) return fail(notOneBuild);
  const home = path.join(root, '.astro/takeaway', isEdition ? what : article);
  const folder = path.join(home, key);
  const name = isEdition ? `${slugOf(book.cover.name)}-${what}` : path.basename(article);
  const pdf = await printed(
    { dist, address: new URL(address, book.address).href, executablePath },
    { author: book.author, modified: book.modified },
  );
  rmSync(home, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (ending: string, bytes: Buffer) => {
    const target = path.join(folder, `${name}${ending}`);
    writeFileSync(target, bytes);
    console.log(`${path.relative(root, target)}  ${Math.ceil(bytes.length / 1000)} kB`);
  };
  for (const size of paperSizes) write(`-${size.toLowerCase()}.pdf`, pdf[size]);
  write('.epub', epubOf(book, dist));
  console.log(`The next build offers them at ${isEdition ? addresses.edition(what) : address}.`);
  return 0;
}

const notOneBuild = 'The pages in dist/ are not all of one build. Run npm run build, then try again.';

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

function bookOfEdition(tree: Root, dist: string): Book | string {
  const html = found(tree, ({ tagName }) => tagName === 'html')[0];
  const canonical = canonicalOf(tree);
  const stories = found(tree, ({ tagName, properties }) => tagName === 'article' && properties.dataPath !== undefined);
  const sections = found(tree, (element) => hasClass(element, 'section'));
  const chapters = stories.flatMap((story) => {
    const storyPath = String(story.properties.dataPath);
    const address = permalinkOf({ path: storyPath });
    const file = path.join(dist, address, 'index.html');
    const within = sections.find((section) => found(section, (element) => element === story).length > 0);
    const heading = within && found(within, (element) => hasClass(element, 'section-head'))[0];
    const chapter =
      existsSync(file) &&
      chapterOf(rehype().parse(readFileSync(file, 'utf8')), {
        id: String(story.properties.id),
        section: heading ? textOf(heading).trim() : '',
        address,
      });
    return chapter ? [chapter] : [];
  });
  if (!html || !canonical || chapters.length < stories.length || chapters.length === 0) return notOneBuild;
  const language = String(html.properties.lang);
  const day = found(tree, ({ tagName }) => tagName === 'time')[0];
  const name = found(tree, ({ tagName }) => tagName === 'h1')[0];
  return {
    title: titleOf(tree),
    language,
    direction: String(html.properties.dir),
    author: metaOf(tree, 'author') ?? '',
    address: canonical.replace(/print\/$/, ''),
    modified: metaOf(tree, 'edition-modified') ?? '',
    contents: wordsOf(language).newspaper.inside,
    accessible: wordsOf(language).newspaper.accessible,
    cover: {
      name: name ? textOf(name).trim() : '',
      lines: [day ? textOf(day).trim() : '', chapters[0]?.headline ?? ''],
    },
    chapters,
  };
}

function bookOfArticle(tree: Root, articlePath: string): Book | string {
  const address = canonicalOf(tree);
  const section = found(tree, ({ tagName, properties }) => tagName === 'a' && properties.ariaCurrent !== undefined)[0];
  const chapter = chapterOf(tree, {
    id: 'story',
    section: section ? textOf(section).trim() : '',
    address: permalinkOf({ path: articlePath }),
  });
  if (!address || !chapter) return `The page of "${articlePath}" has no article on it.`;
  const times = found(chapter.article, ({ tagName }) => tagName === 'time').map(({ properties }) =>
    String(properties.dateTime),
  );
  if (hasClass(chapter.article, 'withdrawn') || times.length === 0)
    return `The article "${articlePath}" has been withdrawn, and there is nothing to take away.`;
  const names = found(chapter.article, (element) => hasClass(element, 'names')).map((line) => textOf(line).trim());
  const paper = titleOf(tree).split(' – ').at(-1) ?? '';
  return {
    title: chapter.headline,
    language: chapter.language,
    direction: chapter.direction,
    author: paper,
    address,
    modified:
      times
        .filter((time) => time.includes('T'))
        .sort((a, b) => Date.parse(a) - Date.parse(b))
        .at(-1) ?? '',
    contents: wordsOf(chapter.language).newspaper.inside,
    accessible: wordsOf(chapter.language).newspaper.accessible,
    cover: { name: paper, lines: [names[0] ?? '', chapter.headline] },
    chapters: [{ ...chapter, section: chapter.section || paper }],
  };
}

function titleOf(tree: Root): string {
  const title = found(tree, ({ tagName }) => tagName === 'title')[0];
  return title ? textOf(title).trim() : '';
}

function metaOf(tree: Root, name: string): string | undefined {
  const meta: Element | undefined = found(
    tree,
    ({ tagName, properties }) => tagName === 'meta' && properties.name === name,
  )[0];
  return meta && String(meta.properties.content);
}

function canonicalOf(tree: Root): string | undefined {
  const link = found(
    tree,
    ({ tagName, properties }) =>
      tagName === 'link' && Array.isArray(properties.rel) && properties.rel.includes('canonical'),
  )[0];
  return link && String(link.properties.href);
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

if (import.meta.main) process.exitCode = await edition(process.argv.slice(2));
