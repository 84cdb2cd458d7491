import { zipSync, type Zippable } from 'fflate';
import type { Element, ElementContent, Root } from 'hast';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { escaped, found, hasClass, textOf, xhtmlOf } from './xhtml.ts';

/** A story of a book, as its page has it. */
export interface Chapter {
  /** Names the file in the book. */
  id: string;
  section: string;
  headline: string;
  language: string;
  direction: string;
  /** From the root of the site. */
  address: string;
  article: Element;
}

export interface Book {
  title: string;
  language: string;
  direction: string;
  author: string;
  /** Its address on the web: its identifier. */
  address: string;
  /** RFC 3339. */
  modified: string;
  contents: string;
  accessible: string;
  /** What the cover says below the name. */
  cover: { name: string; lines: string[] };
  chapters: Chapter[];
}

const container =
  '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">' +
  '<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n';

const style = `body{font-family:serif;line-height:1.4;margin:0 4%}
h1{font-size:1.6em;line-height:1.15}h2{font-size:1.2em}h1,h2,h3{page-break-after:avoid;break-after:avoid;text-align:start}
.kicker,.byline,figcaption,.provenance,.video-link,.box-title,table{font-family:sans-serif;font-size:.85em}
.kicker{font-weight:bold;margin-bottom:0}.standfirst{font-size:1.15em}.names{font-weight:bold}.byline p{margin:.2em 0}
figure{margin:1em 0;page-break-inside:avoid;break-inside:avoid}img{max-width:100%;height:auto}figcaption p{margin:.2em 0}
.times span{display:block}.fact-box,.timeline,.pull-quote,.related-block{border-top:1px solid;border-bottom:1px solid;padding:.3em 0;margin:1em 0}
.pull-quote{font-size:1.2em}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid;padding:.3em;text-align:start}
.cover{text-align:center;margin:0}.cover img{max-height:95vh}nav ol{list-style:none;padding-inline-start:1em}
`;

/** A book (EPUB 3.3, EPUB Accessibility 1.1) of stories and the pictures they show; the same stories give the same bytes. */
export function epubOf(book: Book, dist: string): Buffer {
  const pictures = new Map<string, string>();
  const inBook = new Map(book.chapters.map(({ address, id }) => [address, `${id}.xhtml`]));
  const chapters = book.chapters.map((chapter) => {
    const article = cleaned(chapter.article, { book, inBook, pictures });
    return { ...chapter, file: `${chapter.id}.xhtml`, body: xhtmlOf(article) };
  });
  const files: Record<string, string | Buffer> = {
    'META-INF/container.xml': container,
    'EPUB/package.opf': packageOf(book, chapters, pictures),
    'EPUB/nav.xhtml': navOf(book),
    'EPUB/cover.svg': coverOf(book),
    'EPUB/cover.xhtml': page(
      book,
      book.title,
      `<section class="cover" epub:type="cover"><img src="cover.svg" alt="${quoted([book.cover.name, ...book.cover.lines].join('. '))}"/></section>`,
    ),
    'EPUB/style.css': style,
    ...Object.fromEntries(chapters.map((each) => [`EPUB/${each.file}`, page(each, each.headline, each.body)])),
    ...Object.fromEntries(
      [...pictures].map(([source, name]) => [`EPUB/${name}`, readFileSync(path.join(dist, source))]),
    ),
  };
  // The time in a zip file is that of no zone: noon of one day, wherever it is made.
  const options = { mtime: new Date(1990, 0, 1, 12), os: 3 } as const;
  const bytes = (content: string | Buffer) => new Uint8Array(Buffer.from(content as string));
  const zip: Zippable = { mimetype: [bytes('application/epub+zip'), { ...options, level: 0 }] };
  for (const [name, content] of Object.entries(files))
    zip[name] = [bytes(content), { ...options, level: /\.(jpe?g|png)$/.test(name) ? 0 : 9 }];
  return Buffer.from(zipSync(zip));
}

interface Place {
  book: Book;
  inBook: ReadonlyMap<string, string>;
  /** Names in the book by paths in the site; those that are met are added. */
  pictures: Map<string, string>;
}

const left = new Set(['script', 'style', 'button', 'svg', 'source', 'dialog', 'template', 'form', 'nav', 'input']);
const screenOnly = ['tools', 'contents', 'topics', 'cite', 'takeaway', 'notice', 'bar', 'enlarge', 'promos'];
const kept =
  /^(id|className|lang|dir|href|src|alt|width|height|dateTime|title|colSpan|rowSpan|scope|start|reversed|value|cite|open|role|aria.*)$/;

function cleaned(element: Element, place: Place): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child];
    if (child.type !== 'element' || left.has(child.tagName) || screenOnly.some((name) => hasClass(child, name)))
      return [];
    if (child.properties.hidden) return [];
    if (child.tagName === 'picture') return cleaned(child, place).children;
    return [cleaned(child, place)];
  });
  const properties = Object.fromEntries(Object.entries(element.properties).filter(([name]) => kept.test(name)));
  if (element.tagName === 'img') {
    const source = jpegOf(element);
    properties.src = picture(source, place.pictures);
    properties.alt = element.properties.alt ?? '';
  }
  if (element.tagName === 'a' && typeof properties.href === 'string') properties.href = address(properties.href, place);
  return { ...element, properties, children };
}

/** The file of a picture that is large enough for a page of a book, by its path in the site. */
function jpegOf({ properties: { src, srcSet } }: Element): string {
  const variants = (Array.isArray(srcSet) ? srcSet.join(',') : String(srcSet ?? '')).split(',').map((each) => {
    const [file = '', width = '0'] = each.trim().split(/\s+/);
    return { file, width: parseInt(width, 10) };
  });
  const fitting = variants.filter(({ file, width }) => file && width <= 1280).sort((a, b) => b.width - a.width);
  return fitting[0]?.file ?? String(src);
}

function picture(source: string, pictures: Map<string, string>): string {
  const name = pictures.get(source) ?? `picture-${pictures.size + 1}${path.extname(source)}`;
  pictures.set(source, name);
  return name;
}

function address(href: string, { book, inBook }: Place): string {
  if (href.startsWith('#')) return href;
  const url = new URL(href, book.address);
  const file = url.origin === new URL(book.address).origin ? inBook.get(url.pathname) : undefined;
  return file ?? url.href;
}

function page({ language, direction }: { language: string; direction: string }, title: string, body: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n' +
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}" dir="${direction}">` +
    `<head><title>${escaped(title)}</title><link rel="stylesheet" href="style.css"/></head><body>${body}</body></html>\n`
  );
}

function navOf(book: Book): string {
  const sections = [...Map.groupBy(book.chapters, ({ section }) => section)];
  const items = (chapters: readonly Chapter[]) =>
    chapters
      .map(
        ({ id, headline, language, direction }) =>
          `<li lang="${language}" xml:lang="${language}" dir="${direction}"><a href="${id}.xhtml">${escaped(headline)}</a></li>`,
      )
      .join('');
  const list = sections
    .map(([section, chapters]) => `<li><span>${escaped(section)}</span><ol>${items(chapters)}</ol></li>`)
    .join('');
  return page(
    book,
    book.contents,
    `<nav epub:type="toc" role="doc-toc" id="toc"><h1>${escaped(book.contents)}</h1><ol>${list}</ol></nav>`,
  );
}

function packageOf(
  book: Book,
  chapters: readonly { id: string; file: string }[],
  pictures: ReadonlyMap<string, string>,
): string {
  const meta = (property: string, value: string) => `<meta property="${property}">${escaped(value)}</meta>`;
  const day = new Date(book.modified).toISOString();
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
    `<dc:identifier id="id">${escaped(book.address)}</dc:identifier><dc:title>${escaped(book.title)}</dc:title>` +
    `<dc:language>${book.language}</dc:language><dc:creator>${escaped(book.author)}</dc:creator>` +
    `<dc:publisher>${escaped(book.author)}</dc:publisher><dc:date>${day.slice(0, 10)}</dc:date>` +
    meta('dcterms:modified', day.replace(/\.\d+Z$/, 'Z')) +
    meta('schema:accessMode', 'textual') +
    (pictures.size > 0 ? meta('schema:accessMode', 'visual') : '') +
    meta('schema:accessModeSufficient', 'textual') +
    features.map((feature) => meta('schema:accessibilityFeature', feature)).join('') +
    meta('schema:accessibilityHazard', 'none') +
    meta('schema:accessibilitySummary', book.accessible) +
    '</metadata><manifest>' +
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>' +
    '<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>' +
    '<item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>' +
    '<item id="style" href="style.css" media-type="text/css"/>' +
    chapters.map(({ id, file }) => `<item id="s-${id}" href="${file}" media-type="application/xhtml+xml"/>`).join('') +
    [...pictures.values()]
      .map((name, index) => `<item id="p-${index + 1}" href="${name}" media-type="${type(name)}"/>`)
      .join('') +
    `</manifest><spine page-progression-direction="${book.direction}"><itemref idref="cover"/><itemref idref="nav"/>` +
    chapters.map(({ id }) => `<itemref idref="s-${id}"/>`).join('') +
    '</spine></package>\n'
  );
}

/** Name, day and headlines between rules, as SVG: a cover of type alone is sharp on every screen. */
function coverOf({ language, direction, cover }: Book): string {
  const [day = '', ...headlines] = cover.lines;
  const lines = headlines.slice(0, 1).flatMap((headline) => wrapped(headline, 22));
  const size = Math.min(150, 1720 / Math.max(8, cover.name.length));
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1600" viewBox="0 0 1200 1600" xml:lang="${language}" direction="${direction}" font-family="serif" text-anchor="middle">` +
    '<rect width="1200" height="1600" fill="#fdfcf9"/><g fill="#1b1917">' +
    `<text x="600" y="300" font-size="${size.toFixed(0)}" font-weight="bold">${escaped(cover.name)}</text>` +
    '<rect x="100" y="380" width="1000" height="6"/>' +
    `<text x="600" y="450" font-size="44">${escaped(day)}</text><rect x="100" y="490" width="1000" height="2"/>` +
    lines
      .map(
        (line, index) =>
          `<text x="600" y="${680 + index * 104}" font-size="84" font-weight="bold">${escaped(line)}</text>`,
      )
      .join('') +
    '</g></svg>\n'
  );
}

function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, 8);
}

function quoted(text: string): string {
  return escaped(text).replaceAll('"', '&quot;');
}

/** The story on an article's page; `undefined` where the page has none. */
export function chapterOf(tree: Root, facts: Pick<Chapter, 'id' | 'section' | 'address'>): Chapter | undefined {
  const html = found(tree, ({ tagName }) => tagName === 'html')[0];
  const article = found(tree, (element) => element.tagName === 'article' && hasClass(element, 'article'))[0];
  const heading = article && found(article, ({ tagName }) => tagName === 'h1')[0];
  if (!html || !article || !heading) return undefined;
  return {
    ...facts,
    headline: textOf(heading).trim(),
    language: String(html.properties.lang),
    direction: String(html.properties.dir),
    article,
  };
}
