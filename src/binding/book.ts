import type { Element, ElementContent, Root } from 'hast';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rehype } from 'rehype';
import type { Cover } from '../cards/cover.ts';
import { dayInWords } from '../newsroom/calendar.ts';
import type { Direction } from '../newsroom/language.ts';
import { permalinkOf } from '../newsroom/permalink.ts';
import { wordsOf } from '../newsroom/words.ts';
import { largestPicture } from './chapter.ts';
import { elementOf, found, hasClass, lineOf } from './xhtml.ts';

/** A story of a book, as its page has it. */
export interface Chapter {
  /** Names the file in the book. */
  id: string;
  section: string;
  headline: string;
  language: string;
  direction: Direction;
  /** From the root of the site. */
  address: string;
  /** Likewise its short link. */
  short: string;
  article: Element;
  /** Short link and times, which close the story. */
  end: Element;
}

export interface Book {
  title: string;
  language: string;
  direction: Direction;
  creators: string[];
  publisher: string;
  /** The newspaper that it is, or is part of. */
  paper: string;
  rights?: string;
  description?: string;
  subjects: string[];
  /** Its address on the web: its identifier. */
  address: string;
  /** When it came out: a plain date, or RFC 3339. */
  date: string;
  /** Time of the newest change, RFC 3339. */
  modified: string;
  contents: string;
  accessible: string;
  cover: Cover;
  chapters: Chapter[];
  imprint: { heading: string; lines: Element[] };
}

export const notOneBuild = 'The pages in dist/ are not all of one build. Run npm run build, then try again.';

/**
 * The book of an edition, from its newspaper and the pages of the stories in it.
 * @returns or a sentence that says why there is none
 */
export function bookOfEdition(tree: Root, { date, dist }: { date: string; dist: string }): Book | string {
  const canonical = linkOf(tree, 'canonical');
  const stories = found(tree, ({ tagName, properties }) => tagName === 'article' && properties.dataPath !== undefined);
  const sections = found(tree, (element) => hasClass(element, 'section'));
  const pages = stories.flatMap((story) => {
    const address = permalinkOf({ path: String(story.properties.dataPath) });
    const file = path.join(dist, address, 'index.html');
    const within = sections.find((section) => found(section, (element) => element === story).length > 0);
    const heading = within && found(within, (element) => hasClass(element, 'section-head'))[0];
    const page = existsSync(file) && rehype().parse(readFileSync(file, 'utf8'));
    const chapter =
      page && chapterOf(page, { id: String(story.properties.id), section: heading ? lineOf(heading) : '', address });
    return chapter ? [{ page, chapter }] : [];
  });
  const [lead] = pages;
  if (!canonical || !lead || pages.length < stories.length) return notOneBuild;
  const chapters = pages.map(({ chapter }) => chapter);
  const { language, direction } = manner(tree);
  const { paper, publisher, licence, policy } = aboutPaper(lead.page);
  const modified = metaOf(tree, 'edition-modified');
  if (!modified) return notOneBuild;
  const address = canonical.replace(/print\/$/, '');
  const lines = imprintLines(tree).map((line) => elementOf('p', {}, linked(line)));
  return {
    title: titleOf(tree),
    language,
    direction,
    creators: [paper],
    publisher,
    paper,
    rights: pages.some(({ chapter }) => ownLicence(chapter)) ? undefined : licence,
    subjects: [...new Set(chapters.map(({ section }) => section).filter(Boolean))],
    address,
    date,
    modified,
    contents: wordsOf(language).newspaper.inside,
    accessible: wordsOf(language).newspaper.accessible,
    cover: coverOf(lead.chapter, {
      nameplate: { text: paper, language, direction },
      day: { text: dayInWords(date, language), language, direction },
      dist,
    }),
    chapters,
    imprint: {
      heading: wordsOf(language).imprint,
      lines: [...lines, ...newestChange(chapters, modified), ...policy],
    },
  };
}

/**
 * The book of one article, from its page.
 * @returns or a sentence that says why there is none
 */
export function bookOfArticle(tree: Root, { article, dist }: { article: string; dist: string }): Book | string {
  const address = linkOf(tree, 'canonical');
  const current = found(tree, ({ tagName, properties }) => tagName === 'a' && properties.ariaCurrent !== undefined)[0];
  const section = current ? lineOf(current) : '';
  const chapter = chapterOf(tree, { id: 'story', section, address: permalinkOf({ path: article }) });
  if (!address || !chapter) return `The page of "${article}" has no article on it.`;
  const modified = timesOf(chapter.article).toSorted((a, b) => Date.parse(b.iso) - Date.parse(a.iso))[0];
  const published = timesOf(chapter.article)[0];
  if (hasClass(chapter.article, 'withdrawn') || !published || !modified)
    return `The article "${article}" has been withdrawn, and there is nothing to take away.`;
  const { language, direction } = chapter;
  const { paper, publisher, licence, policy, authors, topics, lines, nameplate } = aboutPaper(tree);
  const version = found(tree, (element) => hasClass(element, 'version'))
    .map((line) => lineOf(line).replaceAll('\u00a0', ' '))
    .join(' · ');
  const names = found(chapter.article, (element) => hasClass(element, 'names'))[0];
  const standfirst = found(chapter.article, (element) => hasClass(element, 'standfirst'))[0];
  // The colophon has the paper's licence where the article has none of its own, which stands at its end.
  const isPapers = found(tree, (element) => hasClass(element, 'colophon')).some(
    (colophon) => licence && lineOf(colophon).includes(licence),
  );
  const rights = isPapers ? licence : ownLicence(chapter);
  return {
    title: chapter.headline,
    language,
    direction,
    creators: authors.length > 0 ? authors : [paper],
    publisher,
    paper,
    rights,
    description: standfirst && lineOf(standfirst),
    subjects: [section, ...topics].filter(Boolean),
    address,
    date: published.iso,
    modified: modified.iso,
    contents: wordsOf(language).newspaper.inside,
    accessible: wordsOf(language).newspaper.accessible,
    cover: coverOf(chapter, {
      nameplate,
      day: { text: String(manner(tree).day), language, direction },
      note: names && lineOf(names),
      dist,
    }),
    chapters: [{ ...chapter, section: section || paper }],
    imprint: {
      heading: wordsOf(language).imprint,
      lines: [
        ...lines.filter((line) => isPapers || lineOf(line) !== licence),
        ...(isPapers || !rights ? [] : [elementOf('p', {}, text(rights))]),
        elementOf('p', {}, linked(address)),
        elementOf('p', {}, linked(new URL(chapter.short, address).href)),
        ...(version ? [elementOf('p', {}, text(version))] : []),
        ...policy,
      ],
    },
  };
}

/** The story on an article's page; `undefined` where the page has none. */
function chapterOf(tree: Root, facts: Pick<Chapter, 'id' | 'section' | 'address'>): Chapter | undefined {
  const article = found(tree, (element) => element.tagName === 'article' && hasClass(element, 'article'))[0];
  const heading = article && found(article, ({ tagName }) => tagName === 'h1')[0];
  if (!article || !heading) return undefined;
  const { language, direction, short } = manner(tree);
  const link = linkOf(tree, 'shortlink') ?? '';
  const times = timesOf(article).filter(({ isCorrection }) => !isCorrection);
  return {
    ...facts,
    headline: lineOf(heading),
    language,
    direction,
    short: link && new URL(link).pathname,
    article,
    end: elementOf('footer', { className: ['story-end'] }, [
      ...(link ? [elementOf('p', {}, [elementOf('a', { href: link, dir: 'ltr' }, text(short))])] : []),
      ...times.map(({ whole }) => elementOf('p', {}, text(lineOf(whole)))),
    ]),
  };
}

/** Whether a line names the licence of a text, in the words of its language. */
/** The sentence in which a story has another licence than the paper. */
function ownLicence({ article, language }: Chapter): string | undefined {
  return found(article, (element) => hasClass(element, 'provenance'))
    .flatMap((part) => found(part, ({ tagName }) => tagName === 'p').map(lineOf))
    .find((line) => saysLicence(line, language));
}

function saysLicence(line: string, language: string): boolean {
  const spaced = (words: string) => words.replace(/\s+/g, ' ');
  const [before = '', after = ''] = spaced(wordsOf(language).textLicence('\u0000')).split('\u0000');
  return spaced(line).startsWith(before) && spaced(line).endsWith(after);
}

interface Time {
  iso: string;
  /** The time with the word before it. */
  whole: Element;
  isCorrection: boolean;
}

/** Times at which an article was published and changed. A text may name any other. */
function timesOf(article: Element): Time[] {
  return found(article, (element) => hasClass(element, 'times') || hasClass(element, 'corrections')).flatMap((part) =>
    holders(part).flatMap((whole) => {
      const time = whole.children.find((child) => child.type === 'element' && child.tagName === 'time');
      const iso = time?.type === 'element' ? String(time.properties.dateTime) : '';
      return iso.includes('T') ? [{ iso, whole, isCorrection: hasClass(part, 'corrections') }] : [];
    }),
  );
}

/** Elements with a time right in them. */
function holders(part: Element): Element[] {
  return part.children.flatMap((child) =>
    child.type !== 'element' || child.tagName === 'time'
      ? []
      : child.children.some((each) => each.type === 'element' && each.tagName === 'time')
        ? [child]
        : holders(child),
  );
}

/** When an edition was changed last, as the story's page says it. */
function newestChange(chapters: readonly Chapter[], modified: string): Element[] {
  const instant = Date.parse(modified);
  for (const { article, language, direction } of chapters) {
    const newest = timesOf(article).findLast(({ iso }) => Date.parse(iso) === instant);
    if (newest) return [elementOf('p', { lang: language, dir: direction }, text(lineOf(newest.whole)))];
  }
  return [];
}

function coverOf(
  { headline, language, direction, article }: Chapter,
  { dist, note, ...head }: Pick<Cover, 'nameplate' | 'day'> & { dist: string; note?: string },
): Cover {
  const set = (words: string) => ({ text: words, language, direction });
  const standfirst = found(article, (element) => hasClass(element, 'standfirst'))[0];
  const below = note ?? (standfirst && lineOf(standfirst));
  const image = found(article, (element) => hasClass(element, 'photo-lead')).flatMap((figure) =>
    found(figure, ({ tagName, properties }) => tagName === 'img' && !properties.hidden),
  )[0];
  const picture = image && path.join(dist, largestPicture(image, 1800));
  return { ...head, headline: set(headline), note: below ? set(below) : undefined, picture };
}

interface Data {
  '@type': string;
  name?: string;
  keywords?: string | string[];
  author?: { name: string } | { name: string }[];
  publisher?: { name: string; correctionsPolicy?: string };
}

/** What the page of an article says of the paper, to readers and to programs. */
function aboutPaper(tree: Root) {
  const script = found(tree, ({ properties }) => properties.type === 'application/ld+json')[0];
  const data =
    script?.children[0]?.type === 'text' ? (JSON.parse(script.children[0].value) as { '@graph': Data[] }) : undefined;
  const { author = [], publisher, keywords = [] } = data?.['@graph'].find((each) => each.publisher) ?? {};
  const footer = found(tree, (element) => element.tagName === 'footer' && hasClass(element, 'imprint'))[0];
  const marks = { lang: String(footer?.properties.lang), dir: directionIn(footer) };
  const within = (holds: (element: Element) => boolean) => (footer ? found(footer, holds) : []);
  const name = within((element) => hasClass(element, 'nameplate'))[0];
  const paper = name ? lineOf(name) : '';
  const texts = within((element) => element.tagName === 'p' && !hasClass(element, 'nameplate')).map(lineOf);
  const links = within(({ tagName }) => tagName === 'a');
  const mail = links.find(({ properties }) => String(properties.href).startsWith('mailto:'));
  const policy = publisher?.correctionsPolicy;
  const toPolicy =
    policy &&
    links.find(({ properties }) => new URL(String(properties.href), linkOf(tree, 'canonical')).href === policy);
  return {
    paper,
    nameplate: { text: paper, language: marks.lang, direction: marks.dir },
    publisher: publisher?.name ?? paper,
    authors: [author].flat().map((each) => each.name),
    topics: [keywords].flat(),
    licence: texts[1],
    lines: [
      ...texts.map((line) => elementOf('p', marks, text(line))),
      ...(mail ? [elementOf('p', marks, linked(lineOf(mail)))] : []),
    ],
    policy: policy ? [elementOf('p', marks, [...text(toPolicy ? `${lineOf(toPolicy)} ` : ''), ...linked(policy)])] : [],
  };
}

/** The lines below the heading `imprint` of a newspaper. */
function imprintLines(tree: Root): string[] {
  const around = (node: Root | Element): Element | undefined => {
    for (const child of node.children) {
      const deeper = child.type === 'element' && around(child);
      if (deeper) return deeper;
    }
    const has = (holds: (element: Element) => boolean) => found(node, holds).length > 0;
    return has(({ properties }) => properties.id === 'imprint') && has(({ tagName }) => tagName === 'p')
      ? (node as Element)
      : undefined;
  };
  const part = around(tree);
  return part
    ? found(part, ({ tagName }) => tagName === 'p')
        .map(lineOf)
        .filter(Boolean)
    : [];
}

function text(value: string): ElementContent[] {
  return value ? [{ type: 'text', value }] : [];
}

/** A line that is an address or a mailbox as a link to it. */
function linked(line: string): ElementContent[] {
  const href = /^https?:\/\/\S+$/.test(line) ? line : /^[^\s@]+@[^\s@]+$/.test(line) ? `mailto:${line}` : undefined;
  return href ? [elementOf('a', { href, dir: 'ltr' }, text(line))] : text(line);
}

/** Language and direction of a page; an article's has its short link as it is read, and the day. */
function manner(tree: Root) {
  const html = found(tree, ({ tagName }) => tagName === 'html')[0];
  const { lang, dataShort = '', dataDay = '' } = html?.properties ?? {};
  return { language: String(lang), direction: directionIn(html), short: String(dataShort), day: String(dataDay) };
}

function directionIn(element: Element | undefined): Direction {
  return element?.properties.dir === 'rtl' ? 'rtl' : 'ltr';
}

function titleOf(tree: Root): string {
  const title = found(tree, ({ tagName }) => tagName === 'title')[0];
  return title ? lineOf(title) : '';
}

function metaOf(tree: Root, name: string): string | undefined {
  const meta = found(tree, ({ tagName, properties }) => tagName === 'meta' && properties.name === name)[0];
  return meta && String(meta.properties.content);
}

function linkOf(tree: Root, rel: string): string | undefined {
  const link = found(
    tree,
    ({ tagName, properties }) => tagName === 'link' && Array.isArray(properties.rel) && properties.rel.includes(rel),
  )[0];
  return link && String(link.properties.href);
}
