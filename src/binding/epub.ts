import type { Element } from 'hast';
import { zipSync, type Zippable } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BodyText } from '../body/body.ts';
import { elementOf, textNode } from '../body/tree.ts';
import { xmlText, xmlValue } from '../newsroom/escaping.ts';
import { pathOf } from '../newsroom/permalink.ts';
import type { Book, BookLine, Chapter } from '../views/paper/book.ts';
import { chapterTree, endOf } from './chapter.ts';
import { idsIn, linkedTo } from './links.ts';
import { xhtmlOf } from './xhtml.ts';

const container =
  '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">' +
  '<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n';

/** A file that its owner may write and everyone may read, for programs that unpack a book. */
const readable = 0o100644 * 2 ** 16;

const style = `body{font-family:serif;line-height:1.4;margin:0 4%;overflow-wrap:break-word}
h1{font-size:1.6em;line-height:1.15}h2{font-size:1.2em}h1,h2,h3{page-break-after:avoid;break-after:avoid;text-align:start}
.kicker,.names,.dateline,figcaption,.provenance,.video-link,.box-title,table{font-family:sans-serif;font-size:.85em}
.kicker{font-weight:bold;margin-bottom:0}.standfirst{font-size:1.15em}.names,.dateline{margin:.2em 0}.byline,.box-title{font-weight:bold}
figure{margin:1em 0;page-break-inside:avoid;break-inside:avoid}img{max-width:100%;max-height:90vh;width:auto;height:auto}small{font-size:1em}figcaption p{margin:.2em 0}
.fact-box,.timeline,.pull-quote,.related-block{border-top:1px solid;border-bottom:1px solid;padding:.3em 0;margin:1em 0}
.pull-quote{font-size:1.2em}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid;padding:.3em;text-align:start}
table{margin:1em 0}td,th{overflow-wrap:anywhere}.align-right{text-align:right}.align-center{text-align:center}
pre{white-space:pre-wrap}.numbers-9{padding-inline-start:5.5em}
.story-end{border-top:1px solid;margin-top:2em;font-family:sans-serif;font-size:.85em}.story-end p{margin:.3em 0}
.video-link .duration{margin-inline-start:.5em}.video-link a{margin-inline-end:.5em}.kind{font-style:italic}
.related-block span,.related-block time{display:block}
.cover{text-align:center;margin:0}.cover img{max-height:95vh}nav ol{list-style:none;padding-inline-start:1em}
`;

interface Parts {
  /** The built site, which has the pictures. */
  dist: string;
  /** Of the stories, in their order. */
  bodies: readonly BodyText[];
  /** JPEG. */
  cover: Buffer;
}

/** A book (EPUB 3.3, EPUB Accessibility 1.1) of stories and the pictures they show; the same stories give the same bytes. */
export function epubOf(book: Book, { dist, bodies, cover }: Parts): Buffer {
  const { stories, pictures } = storiesOf(book, bodies);
  const { headline, day, nameplate } = book.cover;
  const alt = [nameplate, day, headline].map(({ text }) => text).join('. ');
  const files: Record<string, string | Buffer> = {
    'META-INF/container.xml': container,
    'EPUB/package.opf': packageOf(book, pictures),
    'EPUB/nav.xhtml': navOf(book),
    'EPUB/cover.jpg': cover,
    'EPUB/cover.xhtml': page(
      book,
      book.title,
      `<section class="cover" epub:type="cover"><img src="cover.jpg" alt="${xmlValue(alt)}" role="doc-cover"/></section>`,
    ),
    'EPUB/imprint.xhtml': page(
      book,
      book.imprint.heading,
      '<section class="imprint" epub:type="colophon" role="doc-colophon" aria-labelledby="imprint">' +
        `<h1 id="imprint">${xmlText(book.imprint.heading)}</h1>${xhtmlOf(book.imprint.lines.map((line) => lineTree(line, book)))}</section>`,
    ),
    'EPUB/style.css': style,
    ...Object.fromEntries(
      book.chapters.map((each, index) => [
        `EPUB/${each.id}.xhtml`,
        page(each, each.headline, xhtmlOf(stories.slice(index, index + 1))),
      ]),
    ),
    ...Object.fromEntries(
      [...pictures].map(([source, name]) => [`EPUB/${name}`, readFileSync(path.join(dist, decodeURI(pathOf(source))))]),
    ),
  };
  // The time in a zip file is that of no zone: noon of one day, wherever it is made.
  const options = { mtime: new Date(1990, 0, 1, 12), os: 3, attrs: readable } as const;
  const bytes = (content: string | Buffer) => new Uint8Array(Buffer.from(content as string));
  const zip: Zippable = { mimetype: [bytes('application/epub+zip'), { ...options, level: 0 }] };
  for (const [name, content] of Object.entries(files))
    zip[name] = [bytes(content), { ...options, level: /\.(jpe?g|png)$/.test(name) ? 0 : 9 }];
  return Buffer.from(zipSync(zip));
}

/** The stories of a book with links that lead where they can, and the names of their pictures in the book by those in the site. */
function storiesOf({ address, chapters, files }: Book, bodies: readonly BodyText[]) {
  const pictures = new Map<string, string>();
  const nameOf = (source: string) => {
    const name = pictures.get(source) ?? `picture-${pictures.size + 1}${path.extname(source)}`;
    pictures.set(source, name);
    return name;
  };
  const trees = chapters.map((chapter, index) =>
    chapterTree(chapter, { body: bodies[index] ?? { text: [], parts: [] }, files, nameOf }),
  );
  const fileOf = ({ id }: Chapter) => `${id}.xhtml`;
  const places = {
    site: address,
    files: new Map(
      chapters.flatMap((chapter) =>
        [chapter.address, new URL(chapter.short.href).pathname].map((each) => [each, fileOf(chapter)] as const),
      ),
    ),
    ids: new Map(trees.map((tree, index) => [fileOf(chapters[index] as Chapter), idsIn(tree)])),
  };
  const stories = trees.map((tree, index) => {
    const chapter = chapters[index] as Chapter;
    const linked = linkedTo(tree, places, fileOf(chapter));
    return { ...linked, children: [...linked.children, endOf(chapter)] };
  });
  return { pictures, stories };
}

function lineTree({ words, link, language, direction }: BookLine, book: Book): Element {
  const isForeign = language !== undefined && (language !== book.language || direction !== book.direction);
  return elementOf('p', isForeign ? { lang: language, dir: direction } : {}, [
    ...(words ? [textNode(link ? `${words} ` : words)] : []),
    ...(link ? [elementOf('a', { href: link.href, dir: 'ltr' }, [textNode(link.text)])] : []),
  ]);
}

function page({ language, direction }: { language: string; direction: string }, title: string, body: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n' +
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}" dir="${direction}">` +
    `<head><title>${xmlText(title)}</title><link rel="stylesheet" href="style.css"/></head><body>${body}</body></html>\n`
  );
}

function navOf(book: Book): string {
  const { chapters, contents, imprint } = book;
  const items = (stories: readonly Chapter[]) =>
    stories
      .map(
        ({ id, headline, language, direction }) =>
          `<li lang="${language}" xml:lang="${language}" dir="${direction}"><a href="${id}.xhtml">${xmlText(headline)}</a></li>`,
      )
      .join('');
  // A section comes twice where two papers are in one edition; contents are in the order of the stories.
  const runs: Chapter[][] = [];
  for (const chapter of chapters) {
    const run = runs.at(-1);
    if (run && run[0]?.section === chapter.section) run.push(chapter);
    else runs.push([chapter]);
  }
  const list = runs
    .map((stories) => {
      const section = stories[0]?.section;
      return section ? `<li><span>${xmlText(section)}</span><ol>${items(stories)}</ol></li>` : items(stories);
    })
    .join('');
  const landmarks = [
    ['cover', 'cover.xhtml', book.title],
    ['toc', 'nav.xhtml', contents],
    ['bodymatter', `${chapters[0]?.id}.xhtml`, chapters[0]?.headline ?? ''],
    ['colophon', 'imprint.xhtml', imprint.heading],
  ].map(([type = '', file = '', name = '']) => `<li><a epub:type="${type}" href="${file}">${xmlText(name)}</a></li>`);
  return page(
    book,
    contents,
    `<nav epub:type="toc" role="doc-toc" id="toc"><h1>${xmlText(contents)}</h1><ol>${list}` +
      `<li><a href="imprint.xhtml">${xmlText(imprint.heading)}</a></li></ol></nav>` +
      `<nav epub:type="landmarks" hidden="hidden"><ol>${landmarks.join('')}</ol></nav>`,
  );
}

function packageOf(book: Book, pictures: ReadonlyMap<string, string>): string {
  const { chapters, rights, description } = book;
  const dc = (name: string, value: string | undefined) => (value ? `<dc:${name}>${xmlText(value)}</dc:${name}>` : '');
  const meta = (property: string, value: string) => `<meta property="${property}">${xmlText(value)}</meta>`;
  const features = [
    'alternativeText',
    'readingOrder',
    'structuralNavigation',
    'tableOfContents',
    'displayTransformability',
  ];
  const type = (name: string) =>
    name.endsWith('.png') ? 'image/png' : name.endsWith('.webp') ? 'image/webp' : 'image/jpeg';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${book.language}" dir="${book.direction}" prefix="schema: http://schema.org/">` +
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:identifier id="id">${xmlText(book.address)}</dc:identifier>${dc('title', book.title)}` +
    `<dc:language>${book.language}</dc:language>${book.creators.map((each) => dc('creator', each)).join('')}` +
    dc('publisher', book.publisher) +
    dc('date', book.date) +
    dc('rights', rights) +
    dc('description', description) +
    book.subjects.map((each) => dc('subject', each)).join('') +
    meta('dcterms:modified', new Date(book.modified).toISOString().replace(/\.\d+Z$/, 'Z')) +
    // Shelves put the issues of a paper together.
    `<meta property="belongs-to-collection" id="paper">${xmlText(book.paper)}</meta>` +
    '<meta refines="#paper" property="collection-type">series</meta>' +
    meta('schema:accessMode', 'textual') +
    meta('schema:accessMode', 'visual') +
    meta('schema:accessModeSufficient', 'textual') +
    features.map((feature) => meta('schema:accessibilityFeature', feature)).join('') +
    meta('schema:accessibilityHazard', 'none') +
    meta('schema:accessibilitySummary', book.accessible) +
    // For readers of EPUB 2.
    '<meta name="cover" content="cover-image"/>' +
    '</metadata><manifest>' +
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>' +
    '<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>' +
    '<item id="cover-image" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>' +
    '<item id="imprint" href="imprint.xhtml" media-type="application/xhtml+xml"/>' +
    '<item id="style" href="style.css" media-type="text/css"/>' +
    chapters.map(({ id }) => `<item id="s-${id}" href="${id}.xhtml" media-type="application/xhtml+xml"/>`).join('') +
    [...pictures.values()]
      .map((name, index) => `<item id="p-${index + 1}" href="${name}" media-type="${type(name)}"/>`)
      .join('') +
    `</manifest><spine page-progression-direction="${book.direction}"><itemref idref="cover"/><itemref idref="nav"/>` +
    chapters.map(({ id }) => `<itemref idref="s-${id}"/>`).join('') +
    '<itemref idref="imprint"/></spine></package>\n'
  );
}
