import type { Element, ElementContent, Properties, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { digestOf } from '../newsroom/digest.ts';
import type { Draft } from './draft.ts';
import { ownPicture } from './own-pictures.ts';
import { ownDraft, type OwnStory } from './own-story.ts';
import { agenciesIn, datelineIn, kindCalled, licenceAt, licenceIn, namesOfByline } from './own-words.ts';
import { languageSaid } from './language-said.ts';
import type { PageFacts } from './page-facts.ts';
import { firstElement } from './page-parts.ts';
import { textOfHtml } from './words.ts';

/** The article of a page by this engine; `undefined` where a page is another's, or has none. */
export function ownArticleIn(tree: Root): Element | undefined {
  return firstElement(tree, (element) => has(element, 'h-entry') && firstElement(element, isText) !== undefined);
}

/** The address of the whole of a story for programs, as its page names it, on the page's own host. */
export function jsonOfPage(html: string, address: string): string | undefined {
  const [, href = ''] =
    /<link rel="alternate" type="application\/json" href="([^"<>]+\/index\.json)">/.exec(html) ?? [];
  if (!href || !URL.canParse(href, address)) return undefined;
  const url = new URL(href, address);
  return url.origin === new URL(address).origin ? url.href : undefined;
}

function isText(element: Element): boolean {
  return has(element, 'e-content') && element.properties.dataText !== undefined;
}

/** The story of a page that this engine has published, by the marks that it has for programs and by its own sentences. */
export function readOwnPage(
  article: Element,
  {
    page,
    facts,
    file,
    pictureBytes,
    ...source
  }: {
    page: Root;
    facts: PageFacts;
    source: string;
    key: string;
    file?: string | undefined;
    pictureBytes: NonNullable<Draft['pictureBytes']>;
  },
): Draft {
  const link = firstElement(article, (element) => has(element, 'u-url'));
  const own = ownParts(article, languageSaid(facts.language ?? '') ?? 'en');
  const url = String(link?.properties.value ?? facts.canonical ?? '') || undefined;
  // Browsers that save a page as one file leave out what it says to programs.
  const licence = facts.licence ? licenceAt(facts.licence) : licenceAtTheFoot(page);
  return ownDraft(
    { ...own, url, section: facts.section, topics: facts.topics, licence: own.licence ?? licence },
    {
      ...source,
      digest: digestOf(textOfHtml(article)),
      words: textOfHtml(page),
      // As it was saved, or as it lies in its site.
      pictureBytes: async (src) => (await pictureBytes(src)) ?? ownPicture(src, file),
    },
  );
}

/** The licence of all texts of a paper, as it stands below each. */
function licenceAtTheFoot(page: Root): string | undefined {
  const foot = firstElement(page, (element) => element.tagName === 'footer' && has(element, 'imprint'));
  const language = languageSaid(String(foot?.properties.lang)) ?? 'en';
  const lines = foot ? all(foot, ({ tagName }) => tagName === 'p') : [];
  return lines.map((line) => licenceIn(textOfHtml(line).trim(), language)).find(Boolean);
}

/** What the markup of a story says of it, on its page as in a book. */
export function ownParts(article: Element, language: string): OwnStory & { published: string } {
  const by = (name: string) => firstElement(article, (element) => has(element, name));
  const line = (element: Element | undefined) => (element ? textOfHtml(element).replace(/\s+/g, ' ').trim() : '');
  const times = all(
    article,
    ({ tagName, properties }) => tagName === 'time' && typeof properties.dateTime === 'string',
  );
  const time = (name: string, index: number) =>
    String((by(name) ?? times.filter((each) => isIn(article, each))[index])?.properties.dateTime ?? '');
  const published = time('dt-published', 0);
  const updated = time('dt-updated', 1);
  const over = by('kicker');
  const label = over && firstElement(over, (element) => has(element, 'kind'));
  const kicker = over && { ...over, children: over.children.filter((child) => child !== label) };
  const lines = all(article, (element) => has(element, 'names'));
  const agencies = lines.flatMap((each) => agenciesIn(line(each), language));
  const names = lines.flatMap((each) => {
    const links = all(each, ({ tagName }) => tagName === 'a').map(line);
    return links.length > 0 ? links : namesOfByline(line(each), language);
  });
  const dateline = line(by('dateline'));
  return {
    title: line(firstElement(article, ({ tagName }) => tagName === 'h1')),
    summary: line(by('standfirst')),
    kicker: line(kicker),
    kind: kindCalled(line(label), language),
    language,
    published,
    updated: updated || undefined,
    names,
    agencies,
    ...(dateline ? { dateline: datelineIn(dateline, language, published) } : {}),
    content: { type: 'root', children: contentOf(article) },
  };
}

/** The times at the end of a story in a book. */
function isIn(article: Element, time: Element): boolean {
  const end = firstElement(article, (element) => has(element, 'story-end'));
  return end !== undefined && all(end, (element) => element === time).length > 0;
}

/** Lead picture, text, corrections, provenance: one after another, without what only a page has. */
function contentOf(node: Element): ElementContent[] {
  return node.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return child.type === 'text' && child.value.trim() === '' ? [] : [child];
    if (has(child, 'heading') || /^(?:header|footer|aside|nav)$/.test(child.tagName)) return [];
    if (isText(child)) return cleaned(child.children);
    if (has(child, 'story-part') || has(child, 'ending') || has(child, 'provenance')) return contentOf(child);
    if ([child.properties.ariaLabelledBy].flat().includes('corrections')) return cleaned(child.children);
    return cleaned([child]);
  });
}

function cleaned(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const { tagName, properties } = node;
    if (/^(?:nav|aside|button)$/.test(tagName) || properties.role === 'navigation') return [];
    if (has(node, 'retired') || properties.id === 'footnote-label') return [];
    if (properties.dataFootnoteBackref !== undefined || (tagName === 'img' && properties.hidden)) return [];
    const children = cleaned(node.children);
    if (has(node, 'fact-box') || has(node, 'timeline')) return [boxed(node, children)];
    return [{ ...node, properties: kept(properties), children }];
  });
}

/** A box under its title. */
function boxed(node: Element, children: ElementContent[]): Element {
  const inside = children.map((child) =>
    child.type === 'element' && /^h\d$/.test(child.tagName) ? { ...child, tagName: 'summary', properties: {} } : child,
  );
  return {
    type: 'element',
    tagName: 'details',
    properties: { className: [has(node, 'timeline') ? 'timeline' : 'fact-box'] },
    children: inside,
  };
}

function kept(properties: Properties): Properties {
  const { className, href, ...rest } = properties;
  const [, align] = /(?:^| )align-(\w+)/.exec([className].flat().join(' ')) ?? [];
  return {
    ...rest,
    ...(align ? { align } : {}),
    // Headings of the text are called after their words.
    ...(typeof href === 'string' ? { href: href.replace(/^#text-/, '#') } : {}),
  };
}

function has({ properties }: Element, name: string): boolean {
  return [properties.className].flat().includes(name);
}

function all(tree: Root | Element, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => void (test(element) && found.push(element)));
  return found;
}
