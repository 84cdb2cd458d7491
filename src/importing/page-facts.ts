import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { plainText } from './export-story.ts';
import { languageSaid } from './language-said.ts';
import { webAddress } from './tidy.ts';
import { textOfHtml } from './words.ts';

/** What a page says of its story to programs. */
export interface PageFacts {
  headline?: string | undefined;
  title?: string | undefined;
  description?: string | undefined;
  /** Whether readers see the description as well. */
  isDescribed: boolean;
  authors: string[];
  section?: string | undefined;
  topics: string[];
  published?: string | undefined;
  modified?: string | undefined;
  visibleTime?: string | undefined;
  language?: string | undefined;
  licence?: string | undefined;
  canonical?: string | undefined;
  image?:
    { src: string; alt?: string | undefined; caption?: string | undefined; credit?: string | undefined } | undefined;
  /** Whether there is more for subscribers. */
  isPaid: boolean;
  isLive: boolean;
  /** Values that readers do not see, for the count of words. */
  hidden: string[];
}

type Json = Record<string, unknown>;

const stories =
  /^(?:NewsArticle|Article|ReportageNewsArticle|AnalysisNewsArticle|OpinionNewsArticle|BlogPosting|LiveBlogPosting|BackgroundNewsArticle|ReviewNewsArticle|Report|SocialMediaPosting|TechArticle)$/;

/** Facts of a page in JSON-LD, Open Graph and other `meta`, microdata and `<time>`, in this order of trust. */
export function factsOfPage(tree: Root, address: string | undefined): PageFacts {
  const meta = new Map<string, string[]>();
  const properties = new Map<string, string[]>();
  const data: Json[] = [];
  let title: string | undefined;
  let language: string | undefined;
  let canonical: string | undefined;
  let time: string | undefined;
  let licence: string | undefined;
  const add = (map: Map<string, string[]>, name: string, value: unknown) => {
    const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
    if (text) map.set(name, [...(map.get(name) ?? []), text]);
  };
  visit(tree, 'element', (element) => {
    const { tagName, properties: given } = element;
    if (tagName === 'html' && typeof given.lang === 'string') language = given.lang;
    if (tagName === 'title' && title === undefined) title = lineOf(element);
    if (tagName === 'meta')
      add(meta, String(given.property ?? given.name ?? given.itemProp ?? '').toLowerCase(), given.content);
    if (tagName === 'link' && [given.rel].flat().includes('canonical')) canonical ??= webAddress(given.href);
    if ([given.rel].flat().includes('license')) licence ??= webAddress(given.href);
    if (tagName === 'time' && typeof given.dateTime === 'string') time ??= given.dateTime;
    if (typeof given.itemProp === 'string' || Array.isArray(given.itemProp))
      for (const name of [given.itemProp].flat())
        add(properties, String(name), given.content ?? given.dateTime ?? (tagName === 'meta' ? '' : lineOf(element)));
    if (tagName === 'script' && /^application\/ld\+json/i.test(String(given.type ?? ''))) data.push(...jsonIn(element));
  });
  const html = tree.children.find((child) => child.type === 'element' && child.tagName === 'html');
  if (html?.type === 'element' && typeof html.properties.lang === 'string') language = html.properties.lang;
  const story = data.find((each) => [each['@type']].flat().some((type) => stories.test(String(type)))) ?? {};
  const first = (...names: string[]) => names.map((name) => meta.get(name)?.[0]).find(Boolean);
  const of = (name: string) => textIn(story[name]) ?? properties.get(name)?.[0];
  const authors =
    namesIn(story.author).length > 0
      ? namesIn(story.author)
      : (meta.get('article:author') ?? meta.get('author') ?? [])
          .filter((each) => !/^https?:/.test(each))
          .flatMap((each) => each.split(/\s*,\s*|\s+and\s+/));
  const headline = of('headline') ?? first('og:title', 'twitter:title', 'dc.title', 'headline');
  const description = of('description') ?? first('og:description', 'description', 'twitter:description');
  const languages = [textIn(story.inLanguage), language, first('og:locale')].filter((each) => each !== undefined);
  const facts: PageFacts = {
    headline: headline && plainText(headline),
    title,
    description: description && plainText(description),
    isDescribed: false,
    authors: [...new Set(authors.map(plainText))].filter(Boolean),
    section: [textIn(story.articleSection), first('article:section', 'section')].find(Boolean),
    topics: [
      ...new Set([
        ...keywordsIn(story.keywords),
        ...(meta.get('article:tag') ?? []),
        ...(story.keywords ? [] : keywordsIn(meta.get('news_keywords')?.[0] ?? meta.get('keywords')?.[0])),
      ]),
    ],
    published:
      of('datePublished') ??
      first('article:published_time', 'date', 'dc.date', 'pubdate', 'publish-date', 'sailthru.date'),
    modified: of('dateModified') ?? first('article:modified_time', 'last-modified'),
    visibleTime: time,
    language: languages.map(languageSaid).find(Boolean) ?? languages[0],
    licence: textIn(story.license) ?? licence,
    canonical:
      webAddress(textIn(story.mainEntityOfPage)) ?? canonical ?? webAddress(first('og:url')) ?? webAddress(address),
    image:
      imageIn(story.image) ?? imageOf(first('og:image', 'twitter:image'), first('og:image:alt', 'twitter:image:alt')),
    isPaid: /^false$/i.test(String(story.isAccessibleForFree)),
    isLive: [story['@type']].flat().includes('LiveBlogPosting'),
    hidden: [],
  };
  const words = textOfHtml(tree);
  facts.isDescribed = Boolean(facts.description && words.replace(/\s+/g, ' ').includes(facts.description));
  // What only programs are told counts as the page's own words.
  facts.hidden = [
    facts.headline,
    facts.description,
    ...facts.authors,
    facts.section,
    ...facts.topics,
    facts.licence,
    facts.image?.alt,
    facts.image?.caption,
    facts.image?.credit,
  ].filter((each): each is string => typeof each === 'string');
  return facts;
}

function lineOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOfHtml(child) : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function jsonIn(element: Element): Json[] {
  const text = element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  if (text.length > 2_000_000) return [];
  try {
    return flattened(JSON.parse(text.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/g, '')), 0);
  } catch {
    return [];
  }
}

function flattened(value: unknown, depth: number): Json[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((each) => flattened(each, depth + 1));
  if (!value || typeof value !== 'object') return [];
  const object = value as Json;
  return [object, ...flattened(object['@graph'], depth + 1), ...flattened(object.mainEntity, depth + 1)];
}

function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) return textIn(value[0]);
  if (value && typeof value === 'object') {
    const { name, url, '@id': id } = value as Json;
    return textIn(name) ?? textIn(url) ?? textIn(id);
  }
  return undefined;
}

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^https?:/.test(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (value && typeof value === 'object') return namesIn((value as Json).name);
  return [];
}

function keywordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keywordsIn);
  return typeof value === 'string' ? value.split(/\s*[,;]\s*/).filter(Boolean) : [];
}

function imageIn(value: unknown): PageFacts['image'] {
  const single: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof single === 'string') return imageOf(single, undefined);
  if (!single || typeof single !== 'object') return undefined;
  const { url, contentUrl, caption, creditText, description } = single as Json;
  const src = webAddress(textIn(url) ?? textIn(contentUrl));
  return src ? { src, alt: textIn(description), caption: textIn(caption), credit: textIn(creditText) } : undefined;
}

function imageOf(src: string | undefined, alt: string | undefined): PageFacts['image'] {
  const address = webAddress(src);
  return address ? { src: address, alt } : undefined;
}
