import mammoth from 'mammoth';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { digestOf } from '../newsroom/digest.ts';
import { takeDocument } from './document.ts';
import type { Draft } from './draft.ts';
import { htmlTree } from './html.ts';
import { textOfHtml } from './words.ts';
import { elementsIn, escaped, type Xml } from './xml.ts';
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
  const parts = filesInZip(bytes, (name) => name.startsWith('word/'));
  const document = textOfFile(parts.get('word/document.xml'));
  if (!document) throw new Error('there is no document in it');
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, { styleMap: styles });
  const count = (xml: string, pattern: RegExp) => xml.match(pattern)?.length ?? 0;
  return documentDraft(value, {
    source,
    key,
    digest: digestOf(bytes),
    counts: {
      'comments of editors': count(textOfFile(parts.get('word/comments.xml')), /<w:comment\s/g),
      'passages that were deleted with changes tracked': count(document, /<w:del\s/g),
      'passages that were added with changes tracked': count(document, /<w:ins\s/g),
    },
  });
}

function documentDraft(
  html: string,
  {
    source,
    key,
    digest,
    counts,
    pictureBytes,
  }: Named & { digest: string; counts: Record<string, number>; pictureBytes?: Draft['pictureBytes'] },
): Draft {
  const body = htmlTree(html);
  const draft: Draft = {
    source,
    key,
    digest,
    words: textOfHtml(body),
    byline: [],
    topics: [],
    former: [],
    body,
    leftovers: Object.entries(counts).flatMap(([kind, number]) => (number > 0 ? [{ kind, text: `(${number})` }] : [])),
    ...(pictureBytes ? { pictureBytes } : {}),
  };
  takeDocument(draft);
  return draft;
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
  const draft: Draft = {
    source,
    key,
    digest: digestOf(bytes),
    words: textOfHtml(body),
    byline: [],
    topics: [],
    former: [],
    body,
    leftovers: comments > 0 ? [{ kind: 'comments of editors', text: `(${comments})` }] : [],
    pictureBytes: (src) => files.get(src) ?? [...files].find(([name]) => name.endsWith(`/${src}`))?.[1],
  };
  takeDocument(draft);
  return draft;
}

/** A text document of LibreOffice and others (OpenDocument). */
export async function readOpenDocument(bytes: Buffer, { source, key }: Named): Promise<Draft> {
  const files = filesInZip(
    bytes,
    (name) => name === 'content.xml' || name === 'styles.xml' || name.startsWith('Pictures/'),
  );
  const content = files.get('content.xml');
  if (!content) throw new Error('there is no document in it');
  const styles = new Map<string, Style>();
  let text: Xml | undefined;
  for (const file of [files.get('styles.xml'), content])
    for await (const each of elementsIn(
      file ? [file] : [],
      (name) => name === 'style:style' || name === 'office:text',
    )) {
      if ('tooLarge' in each) throw new Error('it has more than 12 million letters');
      if (each.name === 'office:text') text = each;
      else styles.set(each.attributes['style:name'] ?? '', styleOf(each));
    }
  if (!text) throw new Error('there is no text in it');
  const counts: Record<string, number> = {};
  const html = openHtml(text, { styles, counts });
  return documentDraft(html, {
    source,
    key,
    digest: digestOf(bytes),
    counts,
    pictureBytes: (src) => files.get(src.replace(/^\.\//, '')),
  });
}

interface Style {
  parent: string;
  isBold: boolean;
  isItalic: boolean;
}

function styleOf(style: Xml): Style {
  const rules = style.children.flatMap((child) => (typeof child === 'string' ? [] : [child.attributes]));
  return {
    parent: style.attributes['style:parent-style-name'] ?? '',
    isBold: rules.some((rule) => rule['fo:font-weight'] === 'bold'),
    isItalic: rules.some((rule) => rule['fo:font-style'] === 'italic'),
  };
}

function openHtml(xml: Xml, setting: { styles: ReadonlyMap<string, Style>; counts: Record<string, number> }): string {
  const { styles, counts } = setting;
  const count = (kind: string) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
    return '';
  };
  return xml.children
    .map((child): string => {
      if (typeof child === 'string') return escaped(child);
      const inner = () => openHtml(child, setting);
      const style = child.attributes['text:style-name'] ?? '';
      const named = `${style} ${styles.get(style)?.parent ?? ''}`;
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
          const { isBold, isItalic } = styles.get(style) ?? {};
          const words = isItalic ? `<em>${inner()}</em>` : inner();
          return isBold ? `<strong>${words}</strong>` : words;
        }
        case 'text:a':
          return `<a href="${escaped(child.attributes['xlink:href'] ?? '')}">${inner()}</a>`;
        case 'text:list':
          return `<ul>${inner()}</ul>`;
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
        case 'draw:image': {
          const src = child.attributes['xlink:href'] ?? '';
          return /^(?:\.\/)?Pictures\/|^https?:/.test(src) ? `<img src="${escaped(src)}" alt="">` : '';
        }
        case 'svg:title':
        case 'svg:desc':
          return '';
        case 'text:note-citation':
          return '';
        case 'text:note':
          return ` (${inner().replace(/<\/?p[^>]*>/g, '')})`;
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
