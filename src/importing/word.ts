import mammoth from 'mammoth';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { digestOf } from '../newsroom/digest.ts';
import { takeDocument } from './document.ts';
import type { Draft, Leftover } from './draft.ts';
import { htmlTree } from './html.ts';
import { withNotes } from './notes.ts';
import { ruby, wholeDocument } from './word-xml.ts';
import { textOfHtml } from './words.ts';
import { childrenOf, elementsIn, escaped, textAt, textOf, type Xml } from './xml.ts';
import { filesInZip, textOfFile } from './zip.ts';

interface Named {
  source: string;
  key: string;
}

/** Names of styles, as Word has them in its languages, and what stands in them. */
const styles = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Titel'] => h1.title:fresh",
  "p[style-name='Headline'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Untertitel'] => p.subtitle:fresh",
  "p[style-name='Standfirst'] => p.standfirst:fresh",
  "p[style-name='Byline'] => p.byline:fresh",
  "p[style-name='Author'] => p.byline:fresh",
  "p[style-name='Kicker'] => p.kicker:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='Beschriftung'] => p.caption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];

/** A document of Word. Comments and what was deleted are never published, and counted. */
export async function readWord(bytes: Buffer, { source, key }: Named): Promise<Draft> {
  // Looked through first: what unfolds too far is not read.
  const whole = await wholeDocument(bytes);
  const parts = filesInZip(bytes, (name) => /^word\/(?:document|comments)\.xml$/.test(name));
  const document = textOfFile(parts.get('word/document.xml'));
  const { value } = await mammoth.convertToHtml(
    { buffer: whole.bytes },
    {
      styleMap: styles,
      convertImage: mammoth.images.imgElement(async (image) => ({ src: String(await image.readAsBuffer()) })),
    },
  );
  const count = (xml: string, pattern: RegExp) => xml.match(pattern)?.length ?? 0;
  return documentDraft(withRuby(value), {
    source,
    key,
    digest: digestOf(bytes),
    words: whole.words,
    leftovers: whole.leftovers,
    counts: {
      'comments of editors': count(textOfFile(parts.get('word/comments.xml')), /<w:comment\s/g),
      'passages that were deleted with changes tracked': count(document, /<w:del\s/g),
      'passages that were added with changes tracked': count(document, /<w:ins\s/g),
    },
    pictureBytes: (src) => filesInZip(bytes, (name) => name === src).get(src),
  });
}

function withRuby(html: string): string {
  const { begin, above, end } = ruby;
  return html.replaceAll(begin, '<ruby>').replaceAll(above, '<rt>').replaceAll(end, '</rt></ruby>');
}

function documentDraft(
  html: string,
  {
    source,
    key,
    digest,
    words,
    leftovers = [],
    counts,
    pictureBytes,
  }: Named & {
    digest: string;
    /** Where they are not those of the HTML. */
    words?: string;
    leftovers?: Leftover[];
    counts: Record<string, number>;
    pictureBytes?: Draft['pictureBytes'];
  },
): Draft {
  const body = htmlTree(html);
  const notes = withNotes(body);
  const draft: Draft = {
    source,
    key,
    digest,
    words: words === undefined ? textOfHtml(body) : `${words}\n${altsIn(body)}`,
    byline: [],
    topics: [],
    former: [],
    body,
    leftovers: [
      ...Object.entries(counts).flatMap(([kind, number]) => (number > 0 ? [{ kind, text: `(${number})` }] : [])),
      ...leftovers,
      ...notes,
    ],
    ...(pictureBytes ? { pictureBytes } : {}),
  };
  takeDocument(draft);
  return draft;
}

/** Alternative texts of pictures. */
function altsIn(body: Root): string {
  const alts: string[] = [];
  visit(body, 'element', ({ tagName, properties }) => {
    if (tagName === 'img' && typeof properties.alt === 'string') alts.push(properties.alt);
  });
  return alts.join('\n');
}

/** A document of Google Docs that was saved as a web page: a file of HTML and its pictures in an archive. */
export function readGoogleDocs(bytes: Buffer, { source, key }: Named): Draft {
  const files = filesInZip(bytes, (name) => /\.html?$|images\//.test(name));
  const page = [...files].find(([name]) => /\.html?$/.test(name));
  if (!page) throw new Error('there is no page in it');
  const html = textOfFile(page[1]);
  const css = html.match(/<style[^]*?<\/style>/gi)?.join('') ?? '';
  const manner = (pattern: RegExp) =>
    new Set(
      Array.from(css.matchAll(/\.(c\d+)\{([^}]*)\}/g))
        .filter(([, , rules = '']) => pattern.test(rules))
        .map(([, name = '']) => name),
    );
  const [bold, italic] = [manner(/font-weight:\s*700/), manner(/font-style:\s*italic/)];
  let comments = 0;
  const body = htmlTree(html);
  visit(body, 'element', (element, index, parent) => {
    const names = [element.properties.className].flat().map(String);
    const link = element.children[0];
    const isComment = (each: Element) =>
      each.tagName === 'a' && /^#cmnt(?:_ref)?\d+$/.test(String(each.properties.href));
    if (parent && index !== undefined && element.tagName === 'sup' && link?.type === 'element' && isComment(link)) {
      comments += 1;
      parent.children.splice(index, 1);
      return index;
    }
    if (parent && index !== undefined && element.tagName === 'div' && JSON.stringify(element).includes('"#cmnt_ref')) {
      parent.children.splice(index, 1);
      return index;
    }
    if (element.tagName === 'a') {
      const [, real] = /^https:\/\/www\.google\.com\/url\?q=([^&]+)/.exec(String(element.properties.href)) ?? [];
      if (real) element.properties.href = decodeURIComponent(real);
    }
    if (element.tagName === 'span' && !/^h\d$/.test(parent && 'tagName' in parent ? parent.tagName : '')) {
      if (names.some((name) => bold.has(name))) element.tagName = 'strong';
      else if (names.some((name) => italic.has(name))) element.tagName = 'em';
    }
    return undefined;
  });
  const notes = withNotes(body);
  const draft: Draft = {
    source,
    key,
    digest: digestOf(bytes),
    words: textOfHtml(body),
    byline: [],
    topics: [],
    former: [],
    body,
    leftovers: [...(comments > 0 ? [{ kind: 'comments of editors', text: `(${comments})` }] : []), ...notes],
    pictureBytes: (src) => files.get(src) ?? [...files].find(([name]) => name.endsWith(`/${src}`))?.[1],
  };
  takeDocument(draft);
  return draft;
}

/** A text document of LibreOffice and others (OpenDocument). */
export async function readOpenDocument(bytes: Buffer, { source, key }: Named): Promise<Draft> {
  const files = filesInZip(bytes, (name) => /^(?:(?:Object \d+\/)?content\.xml|styles\.xml|Pictures\/.*)$/.test(name));
  const content = files.get('content.xml');
  if (!content) throw new Error('there is no document in it');
  const styles = new Map<string, Style>();
  const leftovers: Leftover[] = [];
  const tell = (kind: string, words: string) => {
    const text = words.replace(/\s+/g, ' ').trim();
    if (/\p{L}/u.test(text) && !leftovers.some((left) => left.kind === kind && left.text === text))
      leftovers.push({ kind, text });
  };
  let text: Xml | undefined;
  for (const file of [files.get('styles.xml'), content])
    for await (const each of elementsIn(file ? [file] : [], (name) => wantedOfOpenDocument.test(name))) {
      if ('tooLarge' in each) throw new Error('it has more than 12 million letters');
      if (each.name === 'office:text') text = each;
      else if (/^style:(?:header|footer)/.test(each.name)) tell('head or foot of the pages', textOf(each));
      else styles.set(each.attributes['style:name'] ?? '', styleOf(each));
    }
  if (!text) throw new Error('there is no text in it');
  for (const [name, file] of files)
    if (name.startsWith('Object '))
      for await (const each of elementsIn([file], (_, path) => path.length === 1))
        if (!('tooLarge' in each)) tell('words in a drawing or a program', textOf(each));
  const setting: Setting = { styles, counts: {}, notes: [], tell };
  const html = openHtml(text, setting);
  const notes = setting.notes.map((note, index) => `<li id="note-${index + 1}">${note}</li>`).join('');
  return documentDraft(notes ? `${html}<section data-footnotes><ol>${notes}</ol></section>` : html, {
    source,
    key,
    digest: digestOf(bytes),
    leftovers,
    counts: setting.counts,
    pictureBytes: (src) => files.get(src.replace(/^\.\//, '')),
  });
}

const wantedOfOpenDocument = /^(?:style:(?:style|header|footer)|text:list-style|office:text)$/;

interface Style {
  parent: string;
  isBold: boolean;
  isItalic: boolean;
  isHidden: boolean;
  /** Whether a list of it counts. */
  isNumbered: boolean;
}

function styleOf(style: Xml): Style {
  const rules = childrenOf(style).map(({ attributes }) => attributes);
  return {
    parent: style.attributes['style:parent-style-name'] ?? '',
    isBold: rules.some((rule) => rule['fo:font-weight'] === 'bold'),
    isItalic: rules.some((rule) => rule['fo:font-style'] === 'italic'),
    isHidden: rules.some((rule) => rule['text:display'] === 'none'),
    isNumbered: childrenOf(style)[0]?.name === 'text:list-level-style-number',
  };
}

interface Setting {
  styles: ReadonlyMap<string, Style>;
  counts: Record<string, number>;
  /** HTML of the notes up to here. */
  notes: string[];
  tell: (kind: string, words: string) => void;
  /** What is said of a picture, and whether a list counts, where it stands in one. */
  alt?: string;
  isNumbered?: boolean;
}

function openHtml(xml: Xml, setting: Setting): string {
  const { styles, counts, notes, tell } = setting;
  const count = (kind: string) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
    return '';
  };
  return xml.children
    .map((child): string => {
      if (typeof child === 'string') return escaped(child);
      const inner = (more: Partial<Setting> = {}) => openHtml(child, { ...setting, ...more });
      const style = child.attributes['text:style-name'] ?? '';
      const { isBold, isItalic, isHidden, isNumbered, parent = '' } = styles.get(style) ?? {};
      const named = `${style} ${parent}`;
      if (isHidden || /^text:hidden-/.test(child.name)) {
        tell('hidden words', textOf(child) || (child.attributes['text:string-value'] ?? ''));
        return '';
      }
      switch (child.name) {
        case 'text:p': {
          if (/\bTitle\b/.test(named)) return `<h1 class="title">${inner()}</h1>`;
          const name = /\bSubtitle\b/.test(named)
            ? 'subtitle'
            : /Caption|Illustration|Figure/i.test(named)
              ? 'caption'
              : /Byline|Author/i.test(named)
                ? 'byline'
                : '';
          return /Quotations/.test(named)
            ? `<blockquote><p>${inner()}</p></blockquote>`
            : `<p${name ? ` class="${name}"` : ''}>${inner()}</p>`;
        }
        case 'text:h': {
          const rank = Math.min(6, Math.max(1, Number(child.attributes['text:outline-level']) || 1));
          return `<h${rank}>${inner()}</h${rank}>`;
        }
        case 'text:span': {
          const words = isItalic ? `<em>${inner()}</em>` : inner();
          return isBold ? `<strong>${words}</strong>` : words;
        }
        case 'text:a':
          return `<a href="${escaped(child.attributes['xlink:href'] ?? '')}">${inner()}</a>`;
        case 'text:list': {
          // One within another counts as that does.
          const counted = style ? (isNumbered ?? false) : (setting.isNumbered ?? false);
          const tag = counted ? 'ol' : 'ul';
          return `<${tag}>${inner({ isNumbered: counted })}</${tag}>`;
        }
        case 'text:list-item':
          return `<li>${inner()}</li>`;
        case 'table:table':
          return `<table>${inner()}</table>`;
        case 'table:table-row':
          return `<tr>${inner()}</tr>`;
        case 'table:table-cell':
          return `<td>${inner()}</td>`;
        case 'text:s':
          return ' ';
        case 'text:tab':
          return ' ';
        case 'text:line-break':
          return '<br>';
        case 'draw:frame':
          return inner({ alt: textAt(child, 'svg:desc', 'svg:title') });
        case 'draw:image': {
          const src = child.attributes['xlink:href'] ?? '';
          return /^(?:\.\/)?Pictures\/|^https?:/.test(src)
            ? `<img src="${escaped(src)}" alt="${escaped(setting.alt ?? '')}">`
            : '';
        }
        case 'svg:title':
        case 'svg:desc':
          return '';
        case 'text:note-citation':
          return '';
        case 'text:note': {
          const number = notes.push('');
          notes[number - 1] = inner();
          return `<sup><a href="#note-${number}" data-footnote-ref></a></sup>`;
        }
        case 'text:ruby':
          return `<ruby>${inner()}</ruby>`;
        case 'text:ruby-text':
          return `<rt>${inner()}</rt>`;
        case 'office:annotation':
          return count('comments of editors');
        case 'office:annotation-end':
          return '';
        case 'text:tracked-changes':
          child.children.forEach((change) => typeof change !== 'string' && count('passages with changes tracked'));
          return '';
        case 'text:sequence-decls':
        case 'office:forms':
          return '';
        default:
          return inner();
      }
    })
    .join('');
}
