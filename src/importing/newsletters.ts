import type { ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Draft, Leftover, Refusal } from './draft.ts';
import { draftOf, plainText } from './export-story.ts';
import { htmlTree } from './html.ts';
import { firstElement, pageParts } from './page-parts.ts';
import { linkTo, paragraph } from './tidy.ts';
import { textOfHtml } from './words.ts';
import { filesInZip, textOfFile } from './zip.ts';

interface Named {
  source: string;
}

/** The stories of an export of Ghost (JSON). */
export function* readGhost(text: string, { source }: Named): Generator<Draft | Refusal> {
  const whole = JSON.parse(text) as { db?: { data?: GhostData }[]; data?: GhostData };
  const data = whole.db?.[0]?.data ?? whole.data ?? {};
  const tags = new Map((data.tags ?? []).map((tag) => [tag.id, tag]));
  const users = new Map((data.users ?? []).map((user) => [user.id, user.name ?? '']));
  const metas = new Map((data.posts_meta ?? []).map((meta) => [meta.post_id, meta]));
  const ofPost = <Link extends { post_id?: string; sort_order?: number }>(
    links: Link[] | undefined,
    id: string | undefined,
  ) => (links ?? []).filter(({ post_id }) => post_id === id).sort((a, b) => (a.sort_order ?? 0) - (b.sort_order ?? 0));
  for (const post of data.posts ?? []) {
    const called = `${source}, “${(post.title ?? '').slice(0, 60)}”`;
    if (post.type === 'page' || post.page) {
      yield { source: called, refused: 'It is a page, not a story: content/pages/ is for these.', isWithheld: true };
      continue;
    }
    if (post.visibility && !/^public$/.test(post.visibility)) {
      yield { source: called, refused: `It is for ${post.visibility} alone.`, isWithheld: true };
      continue;
    }
    if (!post.html) {
      yield { source: called, refused: 'It has no HTML in the export: open and save it in Ghost, and export again.' };
      continue;
    }
    const named = ofPost(data.posts_tags, post.id).flatMap(({ tag_id }) => tags.get(tag_id) ?? []);
    const open = named.filter((tag) => !(tag.name ?? '').startsWith('#'));
    const hidden = named.filter((tag) => (tag.name ?? '').startsWith('#'));
    const meta = metas.get(post.id);
    const site = /https?:\/\/[^/"']+/.exec(data.settings?.find(({ key }) => key === 'url')?.value ?? '')?.[0];
    const here = (html: string) => html.replaceAll('__GHOST_URL__', site ?? '');
    yield draftOf({
      source: called,
      key: `ghost ${post.uuid ?? post.id ?? post.slug ?? ''}`,
      title: post.title,
      standfirst: post.custom_excerpt ?? '',
      html: here(post.html),
      byline: ofPost(data.posts_authors, post.id)
        .map(({ author_id }) => users.get(author_id) ?? '')
        .filter(Boolean),
      section: open[0]?.name,
      topics: open.slice(1).map(({ name = '' }) => name),
      published: post.published_at ?? post.created_at ?? undefined,
      updated: post.updated_at ?? undefined,
      status: /^(?:published|sent|scheduled)$/.test(post.status ?? '') ? 'published' : 'draft',
      language: post.locale ?? undefined,
      slug: post.slug,
      former: post.slug ? [`/${post.slug}/`] : [],
      base: site ? `${site}/` : undefined,
      change: (tree) => changeCards(tree),
      leftovers: [
        ...hidden.map(({ name = '' }) => ({ kind: 'tag that readers do not see', text: name })),
        ...said({ ...post, ...meta }).map(([name, text]) => ({ kind: `field "${name}"`, text })),
      ],
      picture: post.feature_image
        ? {
            value: {
              src: here(post.feature_image),
              alt: meta?.feature_image_alt ?? '',
              caption: plainText(meta?.feature_image_caption ?? ''),
            },
          }
        : undefined,
    });
  }
}

/** What Ghost says of a story to search engines, networks and mails. */
function said(post: Record<string, unknown>): [name: string, text: string][] {
  return Object.entries(post).flatMap(([name, value]): [string, string][] =>
    /^(?:meta|og|twitter)_(?:title|description)$|^(?:email_subject|canonical_url|codeinjection_\w+)$/.test(name) &&
    typeof value === 'string' &&
    value
      ? [[name, value]]
      : [],
  );
}

/** Cards of Ghost: a page that is shown with its title, what can be folded up, recordings and files. */
function changeCards(tree: Root): void {
  visit(tree, 'element', (card, index, parent) => {
    const names = [card.properties.className].flat();
    if (!parent || index === undefined || !names.includes('kg-card')) return;
    const part = (name: string) =>
      firstElement(card, ({ properties }) => [properties.className].flat().includes(name))?.children ?? [];
    const link = firstElement(card, ({ tagName }) => tagName === 'a')?.properties.href;
    const line = (children: ElementContent[], href: unknown) =>
      paragraph(typeof href === 'string' && href ? [{ ...linkTo(href), children }] : children);
    const below = firstElement(card, ({ tagName }) => tagName === 'figcaption')?.children ?? [];
    const others = (...parts: ElementContent[][]) => parts.filter(({ length }) => length > 0).map(paragraph);
    const put = (...children: ElementContent[]) => void parent.children.splice(index, 1, ...children);
    if (names.includes('kg-bookmark-card'))
      put(
        line(part('kg-bookmark-title'), link),
        ...others(part('kg-bookmark-description'), part('kg-bookmark-author'), part('kg-bookmark-publisher'), below),
      );
    else if (names.includes('kg-file-card'))
      put(
        line(part('kg-file-card-title'), link),
        ...others(part('kg-file-card-caption'), part('kg-file-card-filename'), part('kg-file-card-filesize')),
      );
    else if (names.includes('kg-audio-card'))
      put(line(part('kg-audio-title'), firstElement(card, ({ tagName }) => tagName === 'audio')?.properties.src));
    else if (names.includes('kg-toggle-card'))
      put({
        ...card,
        tagName: 'details',
        properties: {},
        children: [{ ...paragraph(part('kg-toggle-heading-text')), tagName: 'summary' }, ...part('kg-toggle-content')],
      });
  });
}

interface GhostData {
  posts?: {
    id?: string;
    uuid?: string;
    title?: string;
    slug?: string;
    html?: string | null;
    type?: string;
    page?: number;
    status?: string;
    visibility?: string;
    feature_image?: string | null;
    custom_excerpt?: string | null;
    published_at?: string | null;
    created_at?: string | null;
    updated_at?: string | null;
    locale?: string | null;
  }[];
  tags?: { id?: string; name?: string }[];
  users?: { id?: string; name?: string }[];
  posts_tags?: { post_id?: string; tag_id?: string; sort_order?: number }[];
  posts_authors?: { post_id?: string; author_id?: string; sort_order?: number }[];
  posts_meta?: { post_id?: string; feature_image_alt?: string | null; feature_image_caption?: string | null }[];
  settings?: { key?: string; value?: string }[];
}

/** The stories of an export of Substack: a table of posts, and a file of HTML for each. */
export function* readSubstack(bytes: Uint8Array, { source }: Named): Generator<Draft | Refusal> {
  const files = filesInZip(bytes, (name) => /posts\.csv$|\.html$/.test(name));
  const table = [...files].find(([name]) => name.endsWith('posts.csv'))?.[1];
  for (const row of rowsOf(textOfFile(table))) {
    const id = row.post_id ?? '';
    const called = `${source}, ${id}`;
    const html = [...files].find(([name]) => name.endsWith(`/${id}.html`) || name === `${id}.html`)?.[1];
    if (!html) {
      yield { source: called, refused: 'Its text is not in the archive.' };
      continue;
    }
    if (row.audience && !/^everyone$/.test(row.audience)) {
      yield { source: called, refused: `It is for ${row.audience.replaceAll('_', ' ')} alone.`, isWithheld: true };
      continue;
    }
    const slug = id.replace(/^\d+\./, '');
    const leftovers = row.podcast_url ? [{ kind: 'address of a recording', text: row.podcast_url }] : [];
    yield draftOf({
      source: called,
      key: `substack ${id}`,
      title: row.title,
      standfirst: row.subtitle,
      html: textOfFile(html),
      change: (tree) => {
        leftovers.push(...withoutOffers(tree));
        setQuotations(tree);
      },
      published: row.post_date,
      status: row.is_published === 'true' ? 'published' : 'draft',
      slug,
      former: [`/p/${slug}`],
      leftovers,
    });
  }
}

/** What Substack puts into a text for readers to press: to subscribe, to share, to write a comment, to load its program. */
const offer =
  /^(?:button-wrapper|captioned-button-wrap|subscription-widget(?:-wrap(?:-editor)?)?|install-substack-app-embed|community-chat|paywall-jump)$/;

/** Takes offers of Substack out of a text. @returns their words, each with the address that it leads to */
function withoutOffers(tree: Root): Leftover[] {
  const taken: Leftover[] = [];
  visit(tree, 'element', (element, index, parent) => {
    const names = [element.properties.className].flat().map(String);
    if (!parent || index === undefined || !names.some((name) => offer.test(name))) return undefined;
    const link = firstElement(element, ({ tagName }) => tagName === 'a')?.properties.href;
    const text = [textOfHtml(element).replace(/\s+/g, ' ').trim(), link].filter(Boolean).join(' ');
    if (text) taken.push({ kind: 'offer to subscribe or to share', text });
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return taken;
}

/** Quotations that Substack sets apart. */
function setQuotations(tree: Root): void {
  visit(tree, 'element', (element) => {
    if ([element.properties.className].flat().includes('pullquote')) element.tagName = 'blockquote';
  });
}

/** Rows of a table of comma-separated values (RFC 4180) by the names in its first line. */
export function rowsOf(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  const [names = [], ...others] = rows;
  return others
    .filter((row) => row.some(Boolean))
    .map((row) => Object.fromEntries(names.map((name, index) => [name.trim(), row[index] ?? ''])));
}

/** Takes headline and standfirst, which stand again at the head of a text, out of it, and the line before these. */
function withoutHead(tree: Root, said: readonly string[]): Draft['leftovers'] {
  const taken: Draft['leftovers'] = [];
  visit(tree, 'element', (element, index, parent) => {
    const names = [element.properties.className].flat().join(' ');
    if (!parent || index === undefined || !/graf--(?:title|subtitle)|section-divider/.test(names)) return undefined;
    const text = textOfHtml(element).trim();
    if (text !== '' && !said.includes(text)) return undefined;
    if (text === '' && !JSON.stringify(parent).includes('section--first')) return undefined;
    if (text !== '') taken.push({ kind: 'headline or standfirst that stands again in the text', text });
    parent.children.splice(index, 1);
    return index;
  });
  return taken;
}

/** The stories of an export of Medium: a page of HTML for each, in microformats. */
export function* readMedium(bytes: Uint8Array, { source }: Named): Generator<Draft | Refusal> {
  for (const [name, content] of filesInZip(bytes, (each) => /(?:^|\/)posts\/[^/]+\.html$/.test(each))) {
    const called = `${source}, ${name}`;
    try {
      const parts = pageParts(htmlTree(textOfFile(content)));
      const title = parts.text('p-name') || parts.title;
      const byline = parts.text('p-author');
      const canonical = parts.link('p-canonical');
      const leftovers: Draft['leftovers'] = [];
      yield draftOf({
        source: called,
        key: `medium ${name.replace(/^.*\//, '')}`,
        title,
        standfirst: parts.field('subtitle'),
        html: parts.html('body') || parts.html('e-content'),
        leftovers,
        change: (tree) => leftovers.push(...withoutHead(tree, [title, parts.field('subtitle')])),
        byline: byline ? [byline] : [],
        published: parts.time('dt-published') || undefined,
        status: /(?:^|\/)draft_/.test(name) ? 'draft' : 'published',
        former: canonical ? [canonical] : [],
      });
    } catch (error) {
      yield { source: called, refused: `It cannot be read: ${(error as Error).message}.` };
    }
  }
}
