import { Readability } from '@mozilla/readability';
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { SKIP, visit } from 'unist-util-visit';
import { digestOf } from '../newsroom/digest.ts';
import { pictureBeside } from './beside.ts';
import { isDateLine, isCall, namesIn, splitNames } from './clipping-lines.ts';
import { timeIn } from './dates.ts';
import type { Draft, Fact, Refusal } from './draft.ts';
import { plainText } from './export-story.ts';
import { asBrowsersRead, htmlTree } from './html.ts';
import { decodedPage } from './page-encoding.ts';
import { ownArticleIn, readOwnPage } from './own-page.ts';
import { withNotes } from './notes.ts';
import { firstElement, linesOf } from './page-parts.ts';
import { factsOfPage, type PageFacts } from './page-facts.ts';
import { withoutFurniture } from './page-furniture.ts';
import { textOfHtml, wordsBeyond, wordsIn } from './words.ts';
import { isHidden, webAddress } from './tidy.ts';

/**
 * A page of the web as a story: the text that a reader mode finds, and what the page says of it in JSON-LD, Open Graph, microdata and in words
 * that readers see.
 */
export function readPage(
  bytes: Buffer,
  {
    source,
    key,
    file,
    address: given,
    charset,
    pictureBytes = (src) => pictureBeside(file, src),
  }: {
    source: string;
    key: string;
    file?: string | undefined;
    address?: string | undefined;
    /** The encoding that was sent with it. */
    charset?: string | undefined;
    /** Pictures that were saved with it; where it is absent they are looked for beside its file. */
    pictureBytes?: Draft['pictureBytes'];
  },
): Draft | Refusal {
  const html = withoutAmp(decodedPage(bytes, charset));
  const address = given ?? savedFrom(html);
  const whole = htmlTree(html);
  const facts = factsOfPage(whole, address);
  const own = ownArticleIn(whole);
  if (own) return readOwnPage(own, { page: whole, facts, source, key, file, pictureBytes });
  const base = facts.canonical ?? address;
  const title = headingOf(whole);
  const text = articleIn(asBrowsersRead(html));
  const found = text && { ...text, title };
  if (!found) return { source, refused: kindOfPage(whole) };
  const body = htmlTree(found.html);
  withNotes(whole);
  const leftovers: Draft['leftovers'] = withNotes(body);
  const draft: Draft = {
    source,
    key: facts.canonical ? `page ${facts.canonical}` : key,
    digest: digestOf(html),
    words: '',
    byline: [],
    topics: facts.topics.map((value) => ({ value })),
    former: [facts.canonical ?? address ?? ''].filter(Boolean),
    slug: slugIn(base),
    base,
    body,
    leftovers,
    pictureBytes,
  };
  const said = weigh(draft, facts, found);
  leftovers.push(...withoutFurniture(body, { isPaid: facts.isPaid }));
  takeVisible(draft, body);
  withoutOpening(draft, body);
  draft.published ??= dateBeside(whole, draft.headline?.value ?? '');
  if (facts.isPaid) leftovers.push({ kind: 'part that the page keeps for subscribers', text: '' });
  if (facts.isLive) leftovers.push({ kind: 'live blog, whose entries are one text', text: '' });
  // All words of the page: those that are no part of the story are told.
  const words = textOfHtml(whole);
  withoutPartsOfText(draft, { words, text: textOfHtml(body), title: title ?? '' });
  const story = [textOfHtml(body), draft.headline?.value, ...leftovers.map(({ text }) => text)].join('\n');
  const rest = wordsBeyond(words, story);
  if (rest.length > 0) leftovers.push({ kind: 'words of the page around the story', text: rest.join(' ') });
  draft.words = [words, ...onlyHidden(facts.hidden, words)].join('\n');
  draft.again = said.join('\n');
  return draft;
}

/** Pictures and films of AMP as HTML has them. */
function withoutAmp(html: string): string {
  if (!/<amp-/i.test(html)) return html;
  return html
    .replace(/<\/amp-(?:img|anim)\s*>/gi, '')
    .replace(/<amp-(?:img|anim)\b/gi, '<img')
    .replace(
      /<amp-youtube\b[^>]*\bdata-videoid="?([\w-]+)[^>]*>/gi,
      '<iframe src="https://www.youtube.com/embed/$1"></iframe>',
    )
    .replace(/<(\/?)amp-(video|iframe|audio)\b/gi, '<$1$2');
}

/** A time in a line of its own near the headline, where the page tells none to programs. */
function dateBeside(page: Root, headline: string): Fact | undefined {
  const lines: string[] = [];
  visit(page, 'element', (element) => {
    if (/^(?:script|style|head|nav|footer)$/.test(element.tagName)) return SKIP;
    if (!/^(?:h1|h2|p|div|span|time|li|td|small|address)$/.test(element.tagName) || hasLines(element)) return undefined;
    lines.push(...linesOf(element));
    return SKIP;
  });
  const at = lines.findIndex((line) => headline && same(line, headline));
  const found = lines.slice(Math.max(0, at - 3), at + 8).find((line) => at >= 0 && isDateLine(line));
  return found ? { value: found, from: found, clue: 'a line that tells a time' } : undefined;
}

function hasLines(element: Element): boolean {
  return element.children.some(
    (child) =>
      child.type === 'element' &&
      (/^(?:h1|h2|p|div|span|time|li|td|ul|ol|table|section|small)$/.test(child.tagName) || hasLines(child)),
  );
}

interface Found {
  html: string;
  /** The largest heading of the page. */
  title?: string | undefined;
  byline?: string | undefined;
  excerpt?: string | undefined;
  language?: string | undefined;
}

/** The text of a page, by Readability; by microformats where these mark it. */
function articleIn(html: string): Found | undefined {
  const { document } = parseHTML(html.includes('<html') ? html : `<html><body>${html}</body></html>`);
  const marked = document.querySelector('.e-content, [itemprop="articleBody"]');
  const main = marked && (marked.textContent ?? '').trim().length > 200 ? marked.innerHTML : undefined;
  const article = new Readability(document, {
    keepClasses: true,
    charThreshold: 100,
    maxElemsToParse: 200_000,
  }).parse();
  const read = main ?? article?.content ?? undefined;
  // Cells of a table that is none any more.
  const text = read?.includes('<table') ? read : read?.replace(/<(\/?)(?:td|th|tr|tbody)\b/gi, '<$1div');
  if (!text || plainText(text).length < 40) return undefined;
  return {
    html: text,
    byline: article?.byline ?? bylineOn(document),
    excerpt: article?.excerpt ?? undefined,
    language: article?.lang ?? undefined,
  };
}

/** The words of the first heading of a page that readers see. */
function headingOf(page: Root): string | undefined {
  const isNamed = ({ properties }: Element, name: string) => [properties.className].flat().includes(name);
  const entry = firstElement(page, (element) => isNamed(element, 'h-entry'));
  const name = entry && firstElement(entry, (element) => isNamed(element, 'p-name'));
  const words = (element: Element) =>
    textOfHtml(withoutPictures(withoutHidden(element)).words)
      .replace(/\s+/g, ' ')
      .trim();
  const heading = firstElement(
    page,
    (element) =>
      (element === name || element.tagName === 'h1' || [element.properties.itemProp].flat().includes('headline')) &&
      words(element) !== '',
  );
  return heading && words(heading);
}

function withoutHidden(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] =>
    child.type !== 'element' ? [child] : isHidden(child) ? [] : [withoutHidden(child)],
  );
  return { ...element, children };
}

/** A short line of a page that says who wrote the story. */
function bylineOn(document: Document): string | undefined {
  for (const element of document.querySelectorAll('[rel~="author"], [class*="byline"], p, address, span')) {
    const line = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    const names = line.length < 100 ? namesIn(line) : undefined;
    if (names) return names.names.join(', ');
  }
  return undefined;
}

/**
 * Several clues for one fact: what the page says to programs counts, and what readers see where that is silent.
 * @returns what is taken from where readers do not see it
 */
function weigh(draft: Draft, facts: PageFacts, found: Found): string[] {
  const guessed = (value: string | undefined, clue: string): Fact | undefined => (value ? { value, clue } : undefined);
  const visible = found.title ?? '';
  const said = facts.headline;
  // A title often goes on with the name of the paper.
  if (visible && (!said || same(visible, said) || same(said.replace(/\s+[|–—-]\s+[^|–—-]+$/, ''), visible)))
    draft.headline = { value: visible, clue: said ? undefined : ofHeading };
  else
    draft.headline = said
      ? {
          value: said,
          clue: visible && !same(visible, said) ? 'what the page says to programs: its heading is another' : undefined,
        }
      : undefined;
  if (facts.title && !draft.headline) {
    draft.headline = guessed(facts.title, 'the title of the window');
    facts.hidden.push(facts.title);
  }
  draft.standfirst = facts.description
    ? { value: facts.description, clue: facts.isDescribed ? undefined : 'the description for search engines' }
    : undefined;
  draft.byline =
    facts.authors.length > 0
      ? facts.authors.map((value) => ({ value }))
      : splitNames((found.byline ?? '').replace(/^\s*(?:by|von|par|por)\s+/i, ''))
          .filter((name) => name.length < 60 && !timeIn(name))
          .map((value) => ({ value, clue: 'what looks like a byline' }));
  draft.section = facts.section ? { value: facts.section } : undefined;
  draft.published = facts.published
    ? { value: facts.published, from: facts.published }
    : facts.visibleTime
      ? { value: facts.visibleTime, from: facts.visibleTime, clue: 'a time that stands in the page' }
      : undefined;
  draft.updated = facts.modified ? { value: facts.modified, from: facts.modified } : undefined;
  const language = facts.language ?? found.language;
  draft.language = language ? { value: language, from: language } : undefined;
  draft.licence = facts.licence ? { value: facts.licence } : undefined;
  if (facts.image)
    draft.picture = {
      value: { src: facts.image.src, alt: facts.image.alt, caption: facts.image.caption, credit: facts.image.credit },
      clue: undefined,
    };
  const { alt, caption, credit } = facts.image ?? {};
  const hidden = said ?? (draft.headline?.value === visible ? undefined : draft.headline?.value);
  return [hidden, facts.description, ...facts.authors, facts.licence, alt, caption, credit].filter(
    (each) => each !== undefined,
  );
}

function same(one: string, other: string): boolean {
  return wordsIn(one).join(' ') === wordsIn(other).join(' ');
}

/** A description that is no more than the beginning of the text is no standfirst. */
function withoutOpening(draft: Draft, body: Root): void {
  const { standfirst } = draft;
  const opening = standfirst && wordsIn(standfirst.value).join(' ');
  if (!opening || !wordsIn(textOfHtml(body)).join(' ').startsWith(opening)) return;
  draft.standfirst = undefined;
  draft.leftovers.push({ kind: 'description that the text begins with', text: standfirst.value });
}

/** Lines of the text that say again what a field says: headline, byline, time; and calls to follow the paper. */
function takeVisible(draft: Draft, body: Root): void {
  const headline = draft.headline?.value ?? '';
  const standfirst = draft.standfirst?.value ?? '';
  let seen = 0;
  visit(body, 'element', (element, index, parent) => {
    if (!parent || index === undefined || !/^(?:h1|h2|p|div|span|time|header|address)$/.test(element.tagName))
      return undefined;
    const { words, pictures } = withoutPictures(element);
    const line = textOfHtml(words).replace(/\s+/g, ' ').trim();
    const isHeading = /^h[12]$/.test(element.tagName);
    if (line === '' || (hasBlocks(element) && !isHeading)) return undefined;
    seen += 1;
    const remove = (kind: string) => {
      draft.leftovers.push({ kind, text: line });
      parent.children.splice(index, 1, ...pictures);
      return index + pictures.length;
    };
    const lines = linesOf(words);
    if (seen <= 12 && lines.length > 1 && lines.every((each) => namesIn(each) ?? isDateLine(each))) {
      for (const each of lines) {
        const names = namesIn(each)?.names ?? [];
        if (names.length > 0 && draft.byline.length === 0)
          draft.byline = names.map((value) => ({ value, clue: 'the line that begins as bylines do' }));
        if (isDateLine(each)) draft.published ??= { value: each, from: each, clue: 'a line that tells a time' };
      }
      return remove('byline and time as they stand in the text');
    }
    if (seen <= 12 && headline && same(line, headline)) return remove('headline that stands again in the text');
    if (seen <= 12 && standfirst && same(line, standfirst)) return remove('standfirst that stands again in the text');
    const names = seen <= 12 ? namesIn(line) : undefined;
    if (
      names &&
      (draft.byline.length === 0 || names.names.every((name) => draft.byline.some((each) => same(each.value, name))))
    ) {
      if (draft.byline.length === 0)
        draft.byline = names.names.map((value) => ({ value, clue: 'the line that begins as bylines do' }));
      return remove('byline as it stands in the text');
    }
    if (seen <= 12 && isDateLine(line)) {
      draft.published ??= { value: line, from: line, clue: 'a line that tells a time' };
      return remove('time as it stands in the text');
    }
    if (isCall(line)) return remove('call to follow the paper');
    // Part of a sentence is no line.
    return words.children.some((child) => child.type === 'text' && /[\p{L}\p{N}]/u.test(child.value))
      ? SKIP
      : undefined;
  });
}

/** An element's words, and the pictures among them. */
function withoutPictures(element: Element): { words: Element; pictures: Element[] } {
  const pictures: Element[] = [];
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (child.tagName === 'img') pictures.push(child);
    if (child.tagName === 'img') return [];
    const inner = withoutPictures(child);
    pictures.push(...inner.pictures);
    return [inner.words];
  });
  return { words: { ...element, children }, pictures };
}

/** What was guessed to be headline or byline of a page is none where it is part of the text. */
function withoutPartsOfText(
  draft: Draft,
  { words, text, title }: { words: string; text: string; title: string },
): void {
  const around = wordsBeyond(words, text).join(' ');
  const isApart = (line: string, others: string) => wordsBeyond(line, others).length === 0;
  if (draft.headline?.clue === ofHeading && !isApart(title, around)) draft.headline = undefined;
  const beside = wordsBeyond(around, title).join(' ');
  draft.byline = draft.byline.filter(({ value, clue }) => !clue || isApart(value, beside));
}

const ofHeading = 'the largest heading of the page';

function hasBlocks(element: Element): boolean {
  return element.children.some(
    (child) =>
      child.type === 'element' &&
      (/^(?:p|div|ul|ol|table|figure|section|blockquote|h[1-6]|iframe|video)$/.test(child.tagName) || hasBlocks(child)),
  );
}

/** Words that a page says to programs alone; what is said several times counts once. */
function onlyHidden(values: readonly string[], visible: string): string[] {
  const most = new Map<string, number>();
  for (const value of values) {
    const own = new Map<string, number>();
    for (const word of wordsIn(value)) own.set(word, (own.get(word) ?? 0) + 1);
    for (const [word, count] of own) most.set(word, Math.max(count, most.get(word) ?? 0));
  }
  const all = [...most].flatMap(([word, count]) => Array.from({ length: count }, () => word));
  return wordsBeyond(all.join(' '), visible);
}

/** What is told of a page in which no story is found. */
function kindOfPage(tree: Root): string {
  const types: string[] = [];
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'script' || !/ld\+json/.test(String(element.properties.type))) return;
    types.push(toHtml(element.children).replace(/.*"@type"\s*:\s*"(\w+)".*/s, '$1'));
  });
  if (types.includes('LiveBlogPosting')) return 'It is a live blog: import its entries one by one.';
  if (types.includes('ImageGallery')) return 'It is a gallery of pictures without a text.';
  return 'No story is found in it: a page that scripts build has no text of its own.';
}

/** The address that browsers note at the beginning of a page that they save. */
function savedFrom(html: string): string | undefined {
  return webAddress(/<!-- saved from url=\(\d{4}\)(\S+) -->/.exec(html.slice(0, 4000))?.[1]);
}

function slugIn(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const name =
    new URL(address).pathname
      .replace(/(?:\/index)?(?:\.\w+)?\/*$/, '')
      .split('/')
      .pop() ?? '';
  return /[a-z]/i.test(name) ? name : undefined;
}
