import type { ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { digestOf } from '../newsroom/digest.ts';
import { articleId, articlePath } from '../newsroom/permalink.ts';
import type { Draft, Refusal } from './draft.ts';
import { draftOf, plainText, type ExportStory } from './export-story.ts';
import { htmlTree } from './html.ts';
import { languageSaid } from './language-said.ts';
import { ownDraft } from './own-story.ts';
import { licenceIn } from './own-words.ts';
import { webAddress } from './tidy.ts';
import { textOfHtml, wordsBeyond } from './words.ts';
import { allIn, childrenOf, elementsIn, htmlOf, textAt, textOf, type Xml } from './xml.ts';

interface Named {
  source: string;
  file?: string | undefined;
}

/** The entries of a feed in RSS or Atom, also of an export of Blogger, as a stream. */
export async function* readFeed(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { source, file }: Named,
): AsyncGenerator<Draft | Refusal> {
  let count = 0;
  for await (const each of elementsIn(chunks, (name) => name === 'item' || name === 'entry')) {
    count += 1;
    if ('tooLarge' in each)
      yield { source: `${source}, entry ${count}`, refused: 'It has more than 12 million letters.' };
    else {
      const story = each.name === 'item' ? itemStory(each, { source, file }) : entryStory(each, { source, file });
      if (story) yield story;
    }
  }
}

function itemStory(item: Xml, { source, file }: Named): Draft {
  const title = textAt(item, 'title');
  const link = textAt(item, 'link', 'guid');
  const content = textAt(item, 'content:encoded');
  const description = textAt(item, 'description');
  const [section, ...topics] = childrenOf(item, 'category')
    .map((each) => textOf(each).trim())
    .filter(Boolean);
  const date = textAt(item, 'pubDate', 'dc:date');
  const author =
    textAt(item, 'dc:creator') ||
    textAt(item, 'author')
      .replace(/^.*?\(([^)]+)\)$/, '$1')
      .replace(/\S+@\S+/, '')
      .trim();
  const story = {
    source: `${source}, “${title.slice(0, 60)}”`,
    key: `feed ${textAt(item, 'guid') || link || title}`,
    title,
    standfirst: content ? plainText(description) : '',
    html: content || description,
    byline: [...childrenOf(item, 'dc:creator').slice(1), ...childrenOf(item, 'dc:contributor')].reduce(
      (names, each) => [...names, textOf(each).trim()],
      author ? [author] : [],
    ),
    section,
    topics,
    published: date || undefined,
    updated: textAt(item, 'atom:updated', 'dcterms:modified') || undefined,
    language: item.attributes['xml:lang'] ?? (textAt(item, 'dc:language') || undefined),
  };
  if (isOwn({ id: textAt(item, 'guid'), link })) return ownEntry(story, { link, file });
  return draftOf({
    ...story,
    former: /^https?:/.test(link) ? [link] : [],
    slug: slugIn(link),
    base: webAddress(link),
    picture: mediaOf(item),
    licence: textAt(item, 'creativeCommons:license', 'cc:license') || undefined,
  });
}

function mediaOf(item: Xml): Draft['picture'] {
  const media = [
    ...childrenOf(item, 'media:content'),
    ...allIn(item, 'media:content'),
    ...childrenOf(item, 'media:thumbnail'),
    ...childrenOf(item, 'enclosure'),
  ].find(
    ({ attributes }) =>
      webAddress(attributes.url) &&
      /^image/.test(attributes.medium ?? attributes.type ?? 'image') &&
      /^(?:image|$)/.test(attributes.medium ?? ''),
  );
  const src = media && webAddress(media.attributes.url);
  if (!src) return undefined;
  const within = (name: string) => textAt(media, name) || textAt(item, name);
  return { value: { src, caption: within('media:description'), credit: within('media:credit') || undefined } };
}

function entryStory(entry: Xml, { source, file }: Named): Draft | Refusal | undefined {
  const title = textAt(entry, 'title');
  const called = `${source}, “${title.slice(0, 60)}”`;
  const categories = childrenOf(entry, 'category');
  const kind =
    categories.find(({ attributes }) => attributes.scheme?.endsWith('#kind'))?.attributes.term?.replace(/^.*#/, '') ??
    textAt(entry, 'blogger:type').toLowerCase();
  if (/^(?:comment|settings|template)$/.test(kind)) return undefined;
  if (kind === 'page')
    return { source: called, refused: 'It is a page, not a story: content/pages/ is for these.', isWithheld: true };
  if (/TRASHED|DELETED/.test(textAt(entry, 'blogger:status')) || textAt(entry, 'blogger:trashed'))
    return { source: called, refused: 'It was thrown away.', isWithheld: true };
  const links = childrenOf(entry, 'link').map(({ attributes }) => attributes);
  const link = links.find(({ rel = 'alternate' }) => rel === 'alternate')?.href ?? '';
  const terms = categories
    .filter(({ attributes }) => !attributes.scheme?.endsWith('#kind'))
    .map(({ attributes }) => attributes.label ?? attributes.term ?? '');
  const [content] = childrenOf(entry, 'content');
  const [summary] = childrenOf(entry, 'summary');
  const html = (xml: Xml | undefined) => (xml ? (xml.attributes.type === 'xhtml' ? htmlOf(xml) : textOf(xml)) : '');
  const isDraft =
    textAt(entry, 'app:draft') === 'yes' ||
    allIn(entry, 'app:draft').some((each) => textOf(each) === 'yes') ||
    textAt(entry, 'blogger:status') === 'DRAFT';
  const former = [link, textAt(entry, 'blogger:filename')].filter(Boolean);
  const story = {
    source: called,
    key: `feed ${textAt(entry, 'id') || link}`,
    title,
    standfirst: content ? html(summary) : '',
    html: html(content ?? summary),
    byline: [...childrenOf(entry, 'author'), ...childrenOf(entry, 'contributor')]
      .map((author) => textAt(author, 'name'))
      .filter((name) => name && name !== 'Unknown'),
    section: terms[0],
    topics: terms.slice(1),
    published: textAt(entry, 'published', 'updated') || undefined,
    updated: textAt(entry, 'published') ? textAt(entry, 'updated') || undefined : undefined,
    language: entry.attributes['xml:lang'],
    licence: textAt(entry, 'rights') || undefined,
  };
  const makers = [...childrenOf(entry, 'author'), ...childrenOf(entry, 'contributor')].map((each) => ({
    name: textAt(each, 'name'),
    url: textAt(each, 'uri'),
  }));
  if (isOwn({ id: textAt(entry, 'id'), link })) return ownEntry(story, { link, makers, file });
  return draftOf({
    ...story,
    status: isDraft ? 'draft' : 'published',
    former,
    slug: slugIn(former[0] ?? ''),
    base: webAddress(link),
    change: withoutCaptionTables,
  });
}

/** Pictures with what stands below them, which Blogger sets in tables. */
function withoutCaptionTables(tree: Root): void {
  visit(tree, 'element', (table) => {
    if (table.tagName !== 'table' || ![table.properties.className].flat().includes('tr-caption-container')) return;
    const parts: ElementContent[] = [];
    visit(table, 'element', (cell) => {
      if (cell.tagName !== 'td') return undefined;
      const isCaption = [cell.properties.className].flat().includes('tr-caption');
      parts.push(...(isCaption ? [{ ...cell, tagName: 'figcaption' }] : cell.children));
      return SKIP;
    });
    Object.assign(table, { tagName: 'figure', properties: {}, children: parts });
  });
}

/** Whether an entry is of a paper by this engine: it is called by its short link, and leads to its permalink. */
function isOwn({ id, link }: { id: string; link: string }): boolean {
  const [, short = ''] = /\/a\/([^/]+)\/$/.exec(id) ?? [];
  const [, place = ''] = /\/(\d{4}\/\d\d\/\d\d\/[^/]+)\/$/.exec(link) ?? [];
  return articleId.test(short) && articlePath.test(place);
}

/** Somebody whom a feed names; contributors of a paper by this engine have a page there, agencies none. */
interface Maker {
  name?: string;
  url?: string;
}

/** An entry of a paper by this engine, which has the whole of a story but kicker, kind, dateline and who did what. */
function ownEntry(
  { title = '', standfirst = '', html, licence, byline = [], published, updated, ...story }: ExportStory,
  { link, makers, file }: { link: string; makers?: Maker[]; file?: string | undefined },
): Draft {
  const content = htmlTree(html);
  const text = textOfHtml(content);
  const { section, topics } = story;
  const language = languageSaid(story.language ?? '') ?? 'en';
  const names = makers ? makers.filter(({ url }) => url?.includes('/contributors/')) : byline.map((name) => ({ name }));
  const agencies = makers?.filter(({ url }) => !url) ?? [];
  // Where a story has no standfirst a feed has its first sentence.
  const isBeginning = wordsBeyond(standfirst, text).length === 0;
  return ownDraft(
    {
      url: link,
      title,
      summary: isBeginning ? undefined : standfirst,
      language: story.language,
      published: instantOf(published),
      updated: instantOf(updated),
      names: namesOf(names),
      agencies: namesOf(agencies),
      section,
      topics: topics ?? [],
      licence: licence && (licenceIn(licence, language) ?? licence),
      content,
    },
    {
      source: story.source,
      key: story.key,
      digest: digestOf(JSON.stringify([title, standfirst, html, byline, makers ?? [], updated])),
      isPart: true,
      words: [text, standfirst, licence, ...(makers ? namesOf(makers) : byline)].join('\n'),
      file,
    },
  );
}

function namesOf(makers: readonly Maker[]): string[] {
  return makers.flatMap(({ name }) => (name ? [name] : []));
}

function instantOf(time: string | undefined): string | undefined {
  const instant = Date.parse(time ?? '');
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}

/** The end of an address, where it is made of words. */
function slugIn(address: string): string | undefined {
  if (!URL.canParse(address, 'https://x.invalid')) return undefined;
  const name =
    new URL(address, 'https://x.invalid').pathname
      .replace(/(?:\/index)?(?:\.\w+)?\/*$/, '')
      .split('/')
      .pop() ?? '';
  return /[a-z]/i.test(name) ? name : undefined;
}

/** The items of a JSON Feed. */
export function* readJsonFeed(text: string, { source, file }: Named): Generator<Draft> {
  const feed = JSON.parse(text) as { items?: JsonItem[]; language?: string };
  for (const item of feed.items ?? []) {
    const [section, ...topics] = item.tags ?? [];
    const url = item.url ?? '';
    const story = {
      source: `${source}, “${(item.title ?? '').slice(0, 60)}”`,
      key: `feed ${item.id ?? url}`,
      title: item.title,
      standfirst: item.summary,
      html:
        item.content_html ??
        (item.content_text ?? '')
          .split(/\n\s*\n/)
          .map((each) => `<p>${each.replace(/[<&]/g, (letter) => `&#${letter.charCodeAt(0)};`)}</p>`)
          .join('\n'),
      byline: (item.authors ?? (item.author ? [item.author] : [])).map(({ name = '' }) => name).filter(Boolean),
      section,
      topics,
      published: item.date_published,
      updated: item.date_modified,
      language: item.language ?? feed.language,
    };
    if (isOwn({ id: item.id ?? '', link: url })) {
      yield ownEntry(story, { link: url, makers: item.authors ?? [], file });
      continue;
    }
    yield draftOf({
      ...story,
      former: url ? [url] : [],
      slug: slugIn(url),
      base: webAddress(url),
      picture: item.image ? { value: { src: item.image } } : undefined,
    });
  }
}

interface JsonItem {
  id?: string;
  url?: string;
  title?: string;
  summary?: string;
  content_html?: string;
  content_text?: string;
  image?: string;
  date_published?: string;
  date_modified?: string;
  authors?: Maker[];
  author?: { name?: string };
  tags?: string[];
  language?: string;
}
