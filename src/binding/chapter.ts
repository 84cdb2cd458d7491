import type { Element, ElementContent, Properties } from 'hast';
import path from 'node:path';
import type { Book, Chapter } from './book.ts';
import { elementOf, hasClass } from './xhtml.ts';

export interface Place {
  /** Any address of the site. */
  site: string;
  /** Files of the book by the addresses that they have on the web, from the root of the site. */
  files: ReadonlyMap<string, string>;
  /** Ids in each file of the book. */
  ids: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Wide enough for a page of a book, in pixels. */
const pageWidth = 1280;

const left = new Set(
  'script style button svg source track dialog template form nav input select textarea iframe object embed link'.split(
    ' ',
  ),
);
const screenOnly = ['tools', 'contents', 'topics', 'cite', 'takeaway', 'notice', 'bar', 'enlarge', 'promos', 'times'];
const kept =
  /^(id|className|lang|dir|href|src|alt|width|height|dateTime|title|colSpan|rowSpan|scope|start|reversed|value|cite|role|aria.*)$/;

/**
 * The stories of a book as its readers can show them: nothing that only a screen of the site does, and every link leads to a place in
 * the book or to an address on the web.
 * @param pictures names in the book by paths in the site; those that are met are added
 */
export function chaptersOf({ address, chapters }: Book, pictures: Map<string, string>): Element[] {
  const articles = chapters.map(({ article, end }) => {
    const { properties, children } = cleaned(article, pictures);
    return elementOf('article', properties, [...children, end]);
  });
  const fileOf = (chapter: Chapter) => `${chapter.id}.xhtml`;
  const place: Place = {
    site: address,
    files: new Map(
      chapters.flatMap((chapter) => [chapter.address, chapter.short].map((each) => [each, fileOf(chapter)] as const)),
    ),
    ids: new Map(chapters.map((chapter, index) => [fileOf(chapter), idsIn(articles[index])])),
  };
  return articles.map((article, index) => {
    const own = chapters[index] as Chapter;
    const [body, end] = [article.children.slice(0, -1), article.children.slice(-1)];
    const linked = linkedTo(elementOf('article', article.properties, body), place, fileOf(own));
    // The short link stays one: it is what is passed on.
    return { ...linked, children: [...linked.children, ...end] };
  });
}

function cleaned(element: Element, pictures: Map<string, string>): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child];
    if (child.type !== 'element') return [];
    const { tagName, properties } = child;
    if (tagName === 'input' && properties.type === 'checkbox')
      return [{ type: 'text', value: properties.checked ? '☑' : '☐' }];
    if (left.has(tagName) || (properties.hidden ?? false) !== false) return [];
    if (screenOnly.some((name) => hasClass(child, name))) return [];
    if (tagName === 'picture') return cleaned(child, pictures).children;
    return [cleaned(child, pictures)];
  });
  const properties: Properties = Object.fromEntries(
    Object.entries(element.properties).filter(([name]) => kept.test(name)),
  );
  switch (element.tagName) {
    case 'img':
      properties.src = nameOf(largestPicture(element, pageWidth), pictures);
      properties.alt = element.properties.alt ?? '';
      break;
    case 'a':
      // As readers know them, which show a note where it is called.
      if (element.properties.dataFootnoteRef !== undefined)
        Object.assign(properties, { role: 'doc-noteref', epubType: 'noteref' });
      if (element.properties.dataFootnoteBackref !== undefined) properties.role = 'doc-backlink';
      break;
    case 'section':
      if (element.properties.dataFootnotes !== undefined)
        Object.assign(properties, { role: 'doc-endnotes', epubType: 'endnotes' });
      break;
    case 'label':
      return elementOf('span', properties, children);
    // Few readers open what is folded.
    case 'details':
      return elementOf('div', { ...properties, className: ['fact-box'] }, children);
    case 'summary':
      return elementOf('div', { ...properties, className: ['box-title'] }, children);
  }
  return { ...element, properties, children };
}

/** Elements whose links lead to where they can; what names an id that is gone names none. */
function linkedTo(element: Element, place: Place, file: string): Element {
  const { properties } = element;
  const ids = place.ids.get(file);
  const changed = Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) => {
      if (name === 'href') {
        const href = addressOf(String(value), place, file);
        return href ? [[name, href]] : [];
      }
      if (!/^aria(LabelledBy|DescribedBy|Controls|Owns|Details)$/.test(name)) return [[name, value]];
      const there = [value].flat().filter((id) => ids?.has(String(id)));
      return there.length > 0 ? [[name, there as string[]]] : [];
    }),
  ) as Properties;
  return {
    ...element,
    properties: changed,
    children: element.children.map((child) => (child.type === 'element' ? linkedTo(child, place, file) : child)),
  };
}

function addressOf(href: string, { site, files, ids }: Place, file: string): string | undefined {
  if (href.startsWith('#')) return ids.get(file)?.has(decoded(href.slice(1))) ? href : undefined;
  const url = new URL(href, site);
  const target = url.origin === new URL(site).origin ? files.get(url.pathname) : undefined;
  if (!target) return url.href;
  return target + (ids.get(target)?.has(decoded(url.hash.slice(1))) ? url.hash : '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function idsIn(element: Element | undefined): Set<string> {
  const ids = new Set<string>();
  const visit = ({ properties, children }: Element) => {
    if (properties.id !== undefined) ids.add(String(properties.id));
    for (const child of children) if (child.type === 'element') visit(child);
  };
  if (element) visit(element);
  return ids;
}

/** The largest file of a picture that is no wider than so many pixels, by its path in the site. */
export function largestPicture({ properties: { src, srcSet } }: Element, width: number): string {
  const variants = (Array.isArray(srcSet) ? srcSet.join(',') : String(srcSet ?? '')).split(',').map((each) => {
    const [file = '', wide = '0'] = each.trim().split(/\s+/);
    return { file, width: parseInt(wide, 10) };
  });
  const fitting = variants.filter((each) => each.file && each.width <= width).sort((a, b) => b.width - a.width);
  return fitting[0]?.file ?? String(src);
}

function nameOf(source: string, pictures: Map<string, string>): string {
  const name = pictures.get(source) ?? `picture-${pictures.size + 1}${path.extname(source)}`;
  pictures.set(source, name);
  return name;
}
