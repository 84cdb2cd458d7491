import type { PictureFile } from '../../newsroom/article.ts';
import { dayInWords, epoch } from '../../newsroom/calendar.ts';
import type { Lettering } from '../../newsroom/card.ts';
import type { Edition } from '../../newsroom/edition.ts';
import type { Direction } from '../../newsroom/language.ts';
import { absolute, addresses } from '../../newsroom/permalink.ts';
import { wordsOf } from '../../newsroom/words.ts';
import { articleView, type ArticleView } from '../pages/article.ts';
import type { SiteView } from '../site.ts';
import type { NewspaperView } from './newspaper.ts';

/**
 * A newspaper or a story as its PDF and its EPUB have it: all that is bound but the texts of the stories, which are found by their
 * keys, and pictures, which lie in the site.
 */
export interface Book {
  /** Cache key of the page that its files are offered with, as long as the page has it. */
  key: string;
  /** The page that is printed: its address with the origin of the site, and its title. */
  page: { address: string; title: string };
  /** What its files are called, without what tells their kind. */
  name: string;
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
  /** Its address on the web: its identifier, and where its files are offered. */
  address: string;
  /** When it came out: a plain date, or RFC 3339. */
  date: string;
  /** Time of the newest change, RFC 3339. */
  modified: string;
  contents: string;
  accessible: string;
  cover: BookCover & { picture?: string };
  chapters: Chapter[];
  imprint: { heading: string; lines: BookLine[] };
  /** Where pictures and films lie in the site, by their paths from the project's folder. */
  files: Record<string, string>;
}

interface BookCover {
  nameplate: Lettering;
  day: Lettering;
  headline: Lettering;
  note?: Lettering;
}

/** A story of a book: what its page says of it but the text. */
export interface Chapter extends Pick<
  ArticleView,
  | 'language'
  | 'direction'
  | 'kicker'
  | 'kind'
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'dateline'
  | 'lead'
  | 'bodyKey'
  | 'pictures'
  | 'mentioned'
  | 'labels'
  | 'corrections'
  | 'provenance'
  | 'licence'
> {
  /** Names its file in the book. */
  id: string;
  section: string;
  /** From the root of the site. */
  address: string;
  /** The short link with its origin, and as it is read. */
  short: { href: string; text: string };
  /** When it was published and updated, each in a line; with RFC 3339 for programs. */
  times: { text: string; iso: string }[];
}

/** A line of words, of a link, or of both; in the language of the book where it names none. */
export interface BookLine {
  words?: string;
  link?: { href: string; text: string };
  language?: string;
  direction?: Direction;
}

/** A book whose pictures are still files of the paper. */
export type BookView = Omit<Book, 'files' | 'cover'> & { cover: BookCover & { picture?: PictureFile } };

interface NewspaperPage {
  newspaper: NewspaperView;
  edition: Edition;
  /** Of the page. */
  key: string;
}

/** The book of a newspaper; its stories are in the order of the edition. */
export function bookOfEdition({ newspaper, edition, key }: NewspaperPage): BookView | undefined {
  const { date, language, direction, title, modified, sections } = newspaper;
  const stories = newspaper.stories.flatMap(({ id, path, section }) => {
    const article = edition.articles.get(path);
    return article ? [{ id, section: sections[section] ?? '', view: articleView({ article, edition }) }] : [];
  });
  const views = stories.map(({ view }) => view);
  const [lead] = views;
  if (!lead) return undefined;
  const { site } = lead;
  const { imprint, newspaper: words } = wordsOf(language);
  const set = (text: string): Lettering => ({ text, language, direction });
  return {
    key,
    page: { address: newspaper.canonical, title },
    name: `${slugOf(site.name)}-${date}`,
    title,
    language,
    direction,
    creators: [site.name],
    publisher: site.paper.publisher.name,
    paper: site.name,
    rights: views.some((view) => view.licence) ? undefined : licenceOf(site),
    subjects: [...new Set(stories.map(({ section }) => section).filter(Boolean))],
    address: absolute(addresses.edition(date), site.paper.url),
    date,
    modified,
    contents: words.inside,
    accessible: words.accessible,
    cover: { ...coverOf(lead), nameplate: nameplateOf(site), day: set(dayInWords(date, language)) },
    chapters: stories.map(({ view, ...place }) => chapterOf(view, place)),
    imprint: {
      heading: imprint,
      lines: [...newspaper.imprint.lines.map(lineOf), ...newestChange(views, modified), ...policyOf(site)],
    },
  };
}

/** The book of one article; `undefined` of one that was withdrawn. */
export function bookOfArticle(view: ArticleView, key: string): BookView | undefined {
  if (view.withdrawn) return undefined;
  const { site, language, direction, headline, canonical, shortlink, section, topics, facts, licence, onPaper } = view;
  const { imprint, newspaper: words } = wordsOf(language);
  const rights = licence ?? licenceOf(site);
  const { language: sitesLanguage, direction: sitesDirection } = site;
  const ofPaper = (line: BookLine) => ({ ...line, language: sitesLanguage, direction: sitesDirection });
  const [publisher = '', ...licences] = site.imprint.lines;
  const { email } = site.paper.publisher;
  const byline = view.byline[0]?.map(({ text }) => text).join('');
  const cover = coverOf(view);
  return {
    key,
    page: { address: canonical, title: view.title },
    name: new URL(canonical).pathname.split('/').at(-2) ?? '',
    title: headline,
    language,
    direction,
    creators: facts.signatories.map(({ name }) => name),
    publisher: site.paper.publisher.name,
    paper: site.name,
    rights,
    description: view.standfirst,
    subjects: [section.label, ...topics.items.map(({ label }) => label)],
    address: canonical,
    date: view.published.iso,
    modified: facts.changed,
    contents: words.inside,
    accessible: words.accessible,
    cover: {
      ...cover,
      nameplate: nameplateOf(site),
      day: { text: onPaper.running.day, language, direction },
      note: byline ? { text: byline, language, direction } : cover.note,
    },
    chapters: [chapterOf(view, { id: 'story', section: section.label })],
    imprint: {
      heading: imprint,
      lines: [
        // A licence of the article's own is told in its language.
        ...[publisher, ...(licence ? [] : licences)].map((words) => ofPaper({ words })),
        ...(email ? [ofPaper(lineOf(email))] : []),
        ...(licence ? [{ words: licence }] : []),
        lineOf(canonical),
        lineOf(shortlink),
        { words: [...timesOf(view).map(({ text }) => text), onPaper.colophon.version].join(' · ') },
        ...policyOf(site),
      ],
    },
  };
}

function chapterOf(view: ArticleView, { id, section }: Pick<Chapter, 'id' | 'section'>): Chapter {
  const { short } = view.onPaper.colophon;
  return {
    id,
    section,
    address: new URL(view.canonical).pathname,
    short,
    times: timesOf(view),
    language: view.language,
    direction: view.direction,
    kicker: view.kicker,
    kind: view.kind,
    headline: view.headline,
    standfirst: view.standfirst,
    byline: view.byline,
    dateline: view.facts.dateline?.text,
    lead: view.lead,
    bodyKey: view.bodyKey,
    pictures: view.pictures,
    mentioned: view.mentioned,
    labels: view.labels,
    corrections: view.corrections,
    provenance: view.provenance,
    licence: view.licence,
  };
}

function timesOf({ published, updated }: Pick<ArticleView, 'published' | 'updated'>): Chapter['times'] {
  return [published, updated].flatMap((time) => (time ? { text: `${time.label} ${time.told}`, iso: time.iso } : []));
}

function coverOf({ headline, standfirst, language, direction, lead }: ArticleView) {
  const set = (text: string): Lettering => ({ text, language, direction });
  return { headline: set(headline), note: standfirst ? set(standfirst) : undefined, picture: lead?.file };
}

function nameplateOf({ name, language, direction }: SiteView): Lettering {
  return { text: name, language, direction };
}

/** The sentence that names the licence of a paper, if it has one. */
function licenceOf({ imprint }: SiteView): string | undefined {
  return imprint.lines[1];
}

/** When an edition was changed last, as the page of the story says it. */
function newestChange(views: readonly ArticleView[], modified: string): BookLine[] {
  const instant = epoch(modified);
  for (const { published, updated, corrections, language, direction } of views) {
    const times = [
      { iso: published.iso, words: `${published.label} ${published.told}` },
      ...(updated ? [{ iso: updated.iso, words: `${updated.label} ${updated.told}` }] : []),
      ...corrections.items.map(({ kind, when }) => ({ iso: when.iso, words: `${kind} ${when.text}` })),
    ];
    const newest = times.findLast(({ iso }) => epoch(iso) === instant);
    if (newest) return [{ words: newest.words, language, direction }];
  }
  return [];
}

/** Where the paper says how it mends mistakes. */
function policyOf({ paper, imprint, language, direction }: SiteView): BookLine[] {
  const { correctionsPolicy, url } = paper;
  if (!correctionsPolicy) return [];
  const href = absolute(correctionsPolicy, url);
  const words = imprint.groups.flatMap(({ links }) => links).find((link) => absolute(link.href, url) === href)?.label;
  return [{ words, link: { href, text: href }, language, direction }];
}

/** A line that is an address or a mailbox as a link to it. */
function lineOf(text: string): BookLine {
  if (/^https?:\/\/\S+$/.test(text)) return { link: { href: text, text } };
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return { link: { href: `mailto:${text}`, text } };
  return { words: text };
}

/** A name as part of the name of a file; "newspaper" for one without a Latin letter. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug || 'newspaper';
}
