import type { Element, Root } from 'hast';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { visit } from 'unist-util-visit';
import type { Draft, Refusal } from './draft.ts';
import { draftOf, plainText } from './export-story.ts';
import type { Mapping } from './mapping.ts';
import { argumentsIn } from './shortcodes.ts';
import { webAddress } from './tidy.ts';
import { childrenOf, elementsIn, escaped, textAt, textOf, type Xml } from './xml.ts';

/** A file of the library, as a story shows it. */
interface Attachment {
  url: string;
  alt: string;
  caption: string;
  credit: string;
}

/**
 * The stories of an export of WordPress (WXR), as a stream: the file is read twice, once for what many stories name, and no more of it is
 * in memory than that and one story.
 */
export async function* readWordPress(
  chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { source, file, mapping }: { source: string; file?: string | undefined; mapping: Mapping },
): AsyncGenerator<Draft | Refusal> {
  const library = new Map<string, Attachment>();
  const authors = new Map<string, string>();
  let base: string | undefined;
  for await (const each of elementsIn(chunks(), isWanted)) {
    if ('tooLarge' in each) continue;
    if (each.name === 'wp:author')
      authors.set(
        textAt(each, 'wp:author_login'),
        textAt(each, 'wp:author_display_name') || textAt(each, 'wp:author_login'),
      );
    else if (each.name !== 'item') base ??= webAddress(textOf(each));
    else if (textAt(each, 'wp:post_type') === 'attachment') library.set(textAt(each, 'wp:post_id'), attachmentOf(each));
  }
  let count = 0;
  for await (const each of elementsIn(chunks(), isWanted)) {
    count += 1;
    if ('tooLarge' in each) {
      yield { source: `${source}, item ${count}`, refused: 'It has more than 12 million letters.' };
      continue;
    }
    if (each.name !== 'item') continue;
    const story = storyOf(each, { source, authors, library, base, file, mapping });
    if (story) yield story;
  }
}

function isWanted(name: string, at: readonly string[]): boolean {
  return (
    name === 'item' ||
    name === 'wp:author' ||
    name === 'wp:base_blog_url' ||
    (name === 'link' && at.at(-2) === 'channel')
  );
}

interface Setting {
  source: string;
  authors: ReadonlyMap<string, string>;
  library: ReadonlyMap<string, Attachment>;
  base: string | undefined;
  file: string | undefined;
  mapping: Mapping;
}

function storyOf(item: Xml, { source, authors, library, base, file, mapping }: Setting): Draft | Refusal | undefined {
  const type = textAt(item, 'wp:post_type') || 'post';
  const id = textAt(item, 'wp:post_id');
  const title = textAt(item, 'title');
  const called = `${source}, ${id ? `${type} ${id}` : type}${title ? ` “${plainText(title).slice(0, 60)}”` : ''}`;
  if (
    /^(?:attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|wp_\w+|acf-\w+|user_request)$/.test(
      type,
    )
  )
    return undefined;
  const withheld = (refused: string): Refusal => ({ source: called, refused, isWithheld: true });
  if (type === 'page') return withheld('It is a page, not a story: content/pages/ is for these.');
  if (type !== 'post' && !mapping.fields[`type:${type}`] && !/article|story|news|post|review|opinion/.test(type))
    return withheld(`It is of the kind "${type}", which is no story.`);
  const status = textAt(item, 'wp:status');
  if (status === 'private') return withheld('It is private.');
  if (textAt(item, 'wp:post_password')) return withheld('It is behind a password.');
  if (/^(?:trash|auto-draft|inherit|spam)$/.test(status))
    return withheld(`It was thrown away or never written (${status}).`);
  const meta = new Map(
    childrenOf(item, 'wp:postmeta').map((each) => [textAt(each, 'wp:meta_key'), textAt(each, 'wp:meta_value')]),
  );
  const leftovers: Draft['leftovers'] = [];
  const comments = childrenOf(item, 'wp:comment').length;
  if (comments > 0) leftovers.push({ kind: 'comments of readers', text: `(${comments})` });
  const categories = childrenOf(item, 'category');
  // Old exports say only once what kind of term it is, or never.
  const unnamed = categories.some(({ attributes }) => attributes.domain) ? undefined : 'category';
  const named = (domain: string) =>
    categories
      .filter(({ attributes }) => (attributes.domain ?? unnamed) === domain)
      .map((each) => textOf(each).trim())
      .filter(Boolean);
  const [section, ...others] = named('category').filter(
    (name) => !/^(?:uncategorized|uncategorised|allgemein|sin categoría|non classé)$/i.test(name),
  );
  const known = ['category', 'post_tag', 'author', 'post_format', 'nav_menu'];
  for (const { attributes, children } of categories)
    if (attributes.domain && !known.includes(attributes.domain))
      leftovers.push({
        kind: `term of "${attributes.domain}"`,
        text: children.filter((child) => typeof child === 'string').join(''),
      });
  const creator = textAt(item, 'dc:creator');
  const coauthors = named('author');
  const byline = coauthors.length > 0 ? coauthors : creator ? [authors.get(creator) ?? creator] : [];
  const content = textAt(item, 'content:encoded');
  const excerpt = textAt(item, 'excerpt:encoded');
  const subtitle = meta.get('newspack_article_subtitle') ?? meta.get('_subtitle') ?? meta.get('subtitle') ?? '';
  if (subtitle && excerpt) leftovers.push({ kind: 'excerpt beside a subtitle', text: plainText(excerpt) });
  const link = textAt(item, 'link');
  const slug = textAt(item, 'wp:post_name');
  const old = childrenOf(item, 'wp:postmeta')
    .filter((each) => textAt(each, 'wp:meta_key') === '_wp_old_slug')
    .map((each) => textAt(each, 'wp:meta_value'));
  const gmt = textAt(item, 'wp:post_date_gmt');
  const local = textAt(item, 'wp:post_date');
  const changed = textAt(item, 'wp:post_modified_gmt');
  const isTime = (text: string) => /^\d{4}-/.test(text) && !text.startsWith('0000');
  const featured = library.get(meta.get('_thumbnail_id') ?? '');
  const draft = draftOf({
    source: called,
    key: `wordpress ${textAt(item, 'guid') || `${source} ${id}`}`,
    title,
    standfirst: subtitle || excerpt,
    html: `${withoutBrackets(content, library, leftovers)}${notesOf(meta.get('footnotes'))}`,
    byline,
    section,
    topics: [...others, ...named('post_tag')],
    published: isTime(gmt) ? `${gmt}Z` : isTime(local) ? local : textAt(item, 'pubDate') || undefined,
    updated: isTime(changed) && changed > gmt ? `${changed}Z` : undefined,
    status: /^(?:draft|pending)$/.test(status) ? 'draft' : 'published',
    slug,
    former: [link, textAt(item, 'guid'), ...old.map((name) => link.replace(slug, name))].filter(
      (each) => each !== '' && URL.canParse(each),
    ),
    base: base ? `${base.replace(/\/$/, '')}/` : undefined,
    leftovers,
    picture: featured?.url
      ? {
          value: {
            src: featured.url,
            alt: featured.alt,
            caption: featured.caption,
            credit: featured.credit || undefined,
          },
        }
      : undefined,
    pictureBytes: (src) => uploadIn(file, src),
    change: (tree) => withCredits(tree, library),
  });
  if (content === '' && !title) return withheld('It has neither a headline nor a text.');
  return draft;
}

function attachmentOf(item: Xml): Attachment {
  const meta = new Map(
    childrenOf(item, 'wp:postmeta').map((each) => [textAt(each, 'wp:meta_key'), textAt(each, 'wp:meta_value')]),
  );
  const credit = [meta.get('_media_credit'), meta.get('_navis_media_credit_org')].filter(Boolean).join(' / ');
  return {
    url: textAt(item, 'wp:attachment_url', 'guid'),
    alt: meta.get('_wp_attachment_image_alt') ?? '',
    caption: plainText(textAt(item, 'excerpt:encoded')),
    credit,
  };
}

/** A picture of the library that lies beside the export: `uploads/2019/03/quay.jpg`; the original before one that was made smaller. */
function uploadIn(file: string | undefined, src: string): Uint8Array | undefined {
  const [, name = ''] = /\/uploads\/([\w./%-]+)/.exec(src.replace(/[?#].*$/, '')) ?? [];
  if (!file || name === '' || name.split('/').includes('..')) return undefined;
  for (const each of [name.replace(/-\d+x\d+(?=\.\w+$)/, ''), name])
    for (const folder of ['uploads', 'wp-content/uploads', 'media']) {
      const place = path.join(path.dirname(file), folder, each);
      if (existsSync(place)) return readFileSync(place);
    }
  return undefined;
}

/** Who made the pictures in a text, as the library knows it. */
function withCredits(tree: Root, library: ReadonlyMap<string, Attachment>): void {
  visit(tree, 'element', (image, index, parent) => {
    if (image.tagName !== 'img' || !parent || index === undefined) return;
    const [, id = ''] = /wp-image-(\d+)/.exec([image.properties.className].flat().join(' ')) ?? [];
    const known = library.get(id || String(image.properties.dataId ?? ''));
    if (!known) return;
    if (!image.properties.alt && known.alt) image.properties.alt = known.alt;
    if (!known.credit) return;
    const credit: Element = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['credit'] },
      children: [{ type: 'text', value: known.credit }],
    };
    const figure = parent.type === 'element' && parent.tagName === 'figure' ? parent : undefined;
    const legend = figure?.children.find(
      (child): child is Element => child.type === 'element' && child.tagName === 'figcaption',
    );
    if (legend) legend.children.push({ type: 'text', value: ' ' }, credit);
    else if (figure)
      figure.children.push({ type: 'element', tagName: 'figcaption', properties: {}, children: [credit] });
    else
      parent.children[index] = {
        type: 'element',
        tagName: 'figure',
        properties: {},
        children: [image, { type: 'element', tagName: 'figcaption', properties: {}, children: [credit] }],
      };
  });
}

/** Notes of the block for footnotes, which are kept beside the text. */
function notesOf(json: string | undefined): string {
  try {
    const notes = JSON.parse(json ?? '[]') as { id?: string; content?: string }[];
    if (!Array.isArray(notes) || notes.length === 0) return '';
    const items = notes.map(({ id = '', content = '' }) => `<li id="fn-${escaped(id)}"><p>${content}</p></li>`);
    return `<section data-footnotes><ol>${items.join('')}</ol></section>`;
  } catch {
    return '';
  }
}

/** A text of WordPress as HTML: shortcodes in brackets are made, and where the classic editor wrote it, empty lines part paragraphs. */
export function withoutBrackets(
  content: string,
  library: ReadonlyMap<string, Attachment>,
  leftovers: Draft['leftovers'],
): string {
  const isBlocks = content.includes('<!-- wp:');
  const kept: string[] = [];
  const html = content
    .replace(/<!--\s*\/?wp:[^]*?-->|<!--\s*(?:more|nextpage|noteaser)[^>]*-->/g, '')
    .replace(/<(pre|code|script|style)\b[^]*?<\/\1>/gi, (piece) => `\uE000${kept.push(piece) - 1}\uE001`)
    .replace(/\[caption([^\]]*)\]([^]*?)\[\/caption\]/g, (_, given: string, inner: string) => {
      const [image = ''] = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner) ?? [];
      const words = argumentsIn(given).caption ?? inner.replace(image, '').trim();
      return `\n\n<figure>${image}<figcaption>${words}</figcaption></figure>\n\n`;
    })
    .replace(/\[gallery([^\]]*)\]/g, (source: string, given: string) => {
      const ids = (argumentsIn(given).ids ?? argumentsIn(given).include ?? '').split(',').map((id) => id.trim());
      const images = ids.flatMap((id) => library.get(id) ?? []);
      if (images.length === 0) {
        leftovers.push({ kind: 'gallery whose pictures are not in the export', text: source });
        return '';
      }
      const figures = images.map(
        ({ url, alt, caption, credit }) =>
          `<figure><img src="${escaped(url)}" alt="${escaped(alt)}"><figcaption>${escaped(caption)}${credit ? `<span class="credit">${escaped(credit)}</span>` : ''}</figcaption></figure>`,
      );
      return `\n\n<figure class="gallery">${figures.join('')}</figure>\n\n`;
    })
    .replace(
      /\[(embed|youtube|vimeo|video|audio|soundcloud|tweet|instagram|playlist)([^\]]*)\](?:([^[]*)\[\/\1\])?/g,
      (source: string, _: string, given: string, inner = '') => {
        const address = [inner, ...Object.values(argumentsIn(given.replace(/^=/, '')))].map(webAddress).find(Boolean);
        if (!address) leftovers.push({ kind: 'embedding without an address', text: source });
        return address ? `\n\n<p><a href="${escaped(address)}">${escaped(address)}</a></p>\n\n` : '';
      },
    )
    .replace(
      /\[(\/?)([a-z][\w-]*)((?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s\]]+))*)\s*\/?\](?!\()/gi,
      (source: string, closing: string, name: string, given: string) => {
        // Words in brackets are words; a shortcode has attributes, or an end.
        if (!given && !closing && !content.includes(`[/${name}]`)) return source;
        leftovers.push({ kind: `shortcode "${name}" that is not known`, text: source });
        return '';
      },
    );
  const whole = isBlocks ? html : inParagraphs(html);
  return whole.replace(/\uE000(\d+)\uE001/g, (_, index: string) => kept[Number(index)] ?? '');
}

const block =
  /^<\/?(?:address|article|aside|blockquote|details|div|dl|fieldset|figure|figcaption|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio)\b/i;

/** Paragraphs where the classic editor left an empty line, and ends of lines where it left one. */
function inParagraphs(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .flatMap((piece) =>
      piece.split(
        /\n(?=<(?:blockquote|div|figure|h[1-6]|ol|p|pre|table|ul)\b)|(?<=<\/(?:blockquote|div|figure|h[1-6]|ol|p|pre|table|ul)>)\n/i,
      ),
    )
    .map((piece) =>
      block.test(piece) || /^\uE000\d+\uE001$/.test(piece) ? piece : `<p>${piece.replace(/\n/g, '<br>\n')}</p>`,
    )
    .join('\n\n');
}
