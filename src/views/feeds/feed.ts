import type { Article, Correction, PictureFile } from '../../newsroom/article.ts';
import { instantInWords } from '../../newsroom/calendar.ts';
import { digestOf } from '../../newsroom/digest.ts';
import { isShown, lastChange, type Edition } from '../../newsroom/edition.ts';
import type { Direction } from '../../newsroom/language.ts';
import { licenceSentence, ownLicence } from '../../newsroom/licence.ts';
import { correctionsOf, documentsOfFeed, listsOf } from '../../newsroom/lists.ts';
import {
  absolute,
  addresses,
  archiveOfFeed,
  feedFormats,
  feedOf,
  hrefOf,
  pathOf,
  permalinkOf,
  type FeedFormat,
} from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';
import { articleAlone, type ArticleView } from '../pages/article.ts';
import { contributorsOf } from '../pages/contributor.ts';
import { sectionsOf, topicsOf } from '../pages/headings.ts';
import { htmlText } from '../../newsroom/escaping.ts';
import type { Listed } from '../listed.ts';
import { siteView } from '../site.ts';

/** A feed of the paper, whatever it is written in. All addresses are absolute. */
export interface FeedView {
  /** Never changes, and is the same in all documents of the feed. */
  id: string;
  title: string;
  description: string;
  language: string;
  direction: Direction;
  /** The page that lists the same. */
  home: string;
  publisher: { name: string; url: string; email?: string };
  rights?: string;
  icon: { small: string; large: string };
  /** What a person reads who opens the feed in a browser. */
  about: string;
}

/** A file of a feed. */
export interface FeedDocument {
  /** From the root of the site. */
  address: string;
  format: FeedFormat;
  self: string;
  feed: FeedView;
  /** Set on a document that is never changed when a story is added. */
  archive?: { current: string };
  /** The document with the entries before these. */
  older?: { href: string; format: 'atom' | 'json' };
  /** The newest first. */
  entries: FeedEntry[];
  /** Stories that were withdrawn, by the id that their entries had (RFC 6721). */
  gone: { id: string; at: string }[];
}

/** A story in a feed, or a correction. Its key stands for all that is said of it. */
export interface FeedEntry {
  key: string;
  /** Never changes. */
  id: string;
  href: string;
  title: string;
  summary?: string;
  /** RFC 3339. */
  published: string;
  updated: string;
  /** When it was published, in the words of the paper's language. */
  when: string;
  language: string;
  authors: FeedPerson[];
  contributors: FeedPerson[];
  categories: { id: string; label: string; scheme: string }[];
  rights?: string;
  picture?: { file: PictureFile; alt: string; credit?: string };
  /** The whole text, or the story that it is made from. */
  text: { html: string } | { story: ArticleView };
}

export interface FeedPerson {
  name: string;
  url?: string;
}

/**
 * Every file of every feed that has ever had an entry: the newest entries in three formats, and all that there ever was in archived documents.
 * Those hold the whole text of every story once more each, so that the paper, its sections and its corrections have them in Atom,
 * for which they were made, and the paper also as further pages of its JSON Feed; topics and contributors have none.
 */
export function feedDocuments(edition: Edition): readonly Listed<FeedDocument>[] {
  const known = documents.get(edition) ?? feedsIn(edition).flatMap((feed) => documentsOf(feed, edition));
  documents.set(edition, known);
  return known;
}

// Several files ask for each.
const documents = new WeakMap<Edition, readonly Listed<FeedDocument>[]>();
const feeds = new WeakMap<Edition, readonly Feed[]>();

/** A feed as others name it; addresses are absolute. */
export function feedsOf(
  edition: Edition,
): (Pick<Feed, 'kind' | 'title' | 'description'> & { home: string; rss: string })[] {
  const at = (address: string) => absolute(address, edition.publication.url);
  return feedsIn(edition).map(({ kind, list, title, description }) => ({
    kind,
    title,
    description,
    home: at(list),
    rss: at(feedOf(list, 'rss')),
  }));
}

/** A list that nothing was ever on has no feed: there is no time that it could truly be dated by. */
function feedsIn(edition: Edition): readonly Feed[] {
  const known = feeds.get(edition) ?? allFeeds(edition).filter(({ of }) => of.length > 0);
  feeds.set(edition, known);
  return known;
}

function allFeeds(edition: Edition): Feed[] {
  const { publication } = edition;
  const { name, tagline, language } = publication;
  const set = (text: string) => typesetText(text, publication);
  const stories = (articles: readonly Article[]) => listed(articles, (article) => new StoryItem(article, edition));
  const under = (heading: string) => `${set(heading)} – ${name}`;
  return [
    {
      kind: 'paper',
      list: addresses.front,
      title: set(name),
      description: tagline && set(tagline),
      ...stories(listsOf(edition).all),
    },
    ...sectionsOf(edition).map(({ heading: { id, name: section, description }, stories: articles }): Feed => ({
      kind: 'section',
      list: addresses.section(id),
      title: under(section),
      description: description && set(description),
      ...stories(articles),
    })),
    ...topicsOf(edition).map(({ heading: { id, name: topic, description }, stories: articles }): Feed => ({
      kind: 'topic',
      list: addresses.topic(id),
      title: under(topic),
      description: description && set(description),
      ...stories(articles),
    })),
    ...contributorsOf(edition).map(({ contributor: { id, name: contributor, bio }, stories: articles }): Feed => ({
      kind: 'contributor',
      list: addresses.contributor(id),
      title: under(contributor),
      description: bio && set(bio),
      ...stories(articles),
    })),
    {
      kind: 'corrections',
      list: addresses.corrections,
      title: under(wordsOf(language).corrections),
      ...listed(correctionsOf(edition), ({ article, correction }) => correctionItem(article, correction, edition)),
    },
  ];
}

/** What has archived documents, and in which formats. */
const archived: Record<Feed['kind'], readonly ('atom' | 'json')[]> = {
  paper: ['atom', 'json'],
  section: ['atom'],
  topic: [],
  contributor: [],
  corrections: ['atom'],
};

/** Something that was once in a feed; it has no entry any more when its story was withdrawn. */
interface Item {
  article: Article;
  id: string;
  entry: () => FeedEntry;
}

interface Feed {
  kind: 'paper' | 'section' | 'topic' | 'contributor' | 'corrections';
  /** Of the page that lists the same, from the root of the site. */
  list: string;
  title: string;
  description?: string;
  /** What it gives, the oldest first, and an item of that: of tens of thousands few are asked for. */
  of: readonly unknown[];
  items: (part: readonly unknown[]) => Item[];
}

function listed<T>(of: readonly T[], itemOf: (each: T) => Item): Pick<Feed, 'of' | 'items'> {
  return { of, items: (part) => (part as readonly T[]).map(itemOf) };
}

function documentsOf({ kind, list, title, description, of, items }: Feed, edition: Edition): Listed<FeedDocument>[] {
  const formats = archived[kind];
  const { publication } = edition;
  const { url, publisher, language, licence } = publication;
  const { direction } = siteView(edition);
  const words = wordsOf(language);
  const at = (address: string) => absolute(address, url);
  const feed: FeedView = {
    id: idOf(feedOf(list, 'atom'), publication),
    title,
    description: description ?? title,
    language,
    direction,
    home: at(list),
    publisher: { name: publisher.name, url: at(addresses.front), email: publisher.email },
    rights: licence && licenceSentence(licence, language),
    icon: { small: at(addresses.icon(192)), large: at(addresses.icon(512)) },
    about: words.feeds.about,
  };
  const { newest, archives } = documentsOfFeed(of);
  const document = (
    format: FeedFormat,
    part: readonly unknown[],
    before: number,
    number?: number,
  ): Listed<FeedDocument> => {
    const older = format === 'json' ? 'json' : 'atom';
    const address = number === undefined ? feedOf(list, format) : archiveOfFeed(list, older, number);
    const view = (): FeedDocument => ({
      address,
      format,
      self: at(address),
      feed,
      archive: number === undefined ? undefined : { current: at(feedOf(list, format)) },
      older:
        before > 0 && formats.includes(older)
          ? { href: at(archiveOfFeed(list, older, before)), format: older }
          : undefined,
      entries: items(part)
        .filter(({ article }) => isShown(article))
        .map((item) => item.entry())
        .reverse(),
      gone: items(part).flatMap(({ id, article: { status } }) =>
        status.state === 'withdrawn' ? [{ id, at: status.at }] : [],
      ),
    });
    return { address, view };
  };
  return [
    // What the last archive holds as well is not left out: a story that is added then changes no archive.
    ...feedFormats.map((format) => document(format, newest, archives.length)),
    ...formats.flatMap((format) => archives.map((part, index) => document(format, part, index, index + 1))),
  ];
}

const entries = new WeakMap<ArticleView, FeedEntry>();

class StoryItem implements Item {
  readonly article: Article;
  readonly #edition: Edition;

  constructor(article: Article, edition: Edition) {
    this.article = article;
    this.#edition = edition;
  }

  get id(): string {
    return idOf(addresses.short(this.article.id), this.#edition.publication);
  }

  entry(): FeedEntry {
    const { article, id } = this;
    const edition = this.#edition;
    const view = articleAlone({ article, edition });
    const entry = entries.get(view) ?? storyEntry({ article, edition, view, id });
    entries.set(view, entry);
    return entry;
  }
}

function storyEntry({
  article,
  edition,
  view,
  id,
}: {
  article: Article;
  edition: Edition;
  view: ArticleView;
  id: string;
}): FeedEntry {
  const { publication } = edition;
  const { language, section, topics, contributors } = article;
  const at = (address: string) => absolute(address, publication.url);
  const person = ({ contributor }: Article['contributors'][number]): FeedPerson => ({
    name: typesetText(contributor.name, article),
    url: at(addresses.contributor(contributor.id)),
  });
  const writers = contributors.filter(({ role }) => role === 'writer');
  const authors = writers.length > 0 ? writers : contributors;
  const { site, lead, facts } = view;
  const said = {
    id,
    href: view.canonical,
    title: view.headline,
    summary: view.description,
    published: article.published,
    updated: lastChange(article),
    when: instantInWords(article.published, publication),
    language,
    authors:
      authors.length > 0
        ? authors.map(person)
        : facts.signatories.map(({ name, href }) => ({ name, url: href && at(href) })),
    contributors: [
      ...contributors.filter((each) => !authors.includes(each)).map(person),
      ...(authors.length > 0 ? article.agencies.map((name) => ({ name: typesetText(name, article) })) : []),
    ],
    categories: [
      { ...category(section), scheme: at(hrefOf('/sections/')) },
      ...topics.map((topic) => ({ ...category(topic), scheme: at(addresses.topics) })),
    ],
    rights: ownLicence(article, publication),
    picture: lead && { file: lead.file, alt: lead.alt, credit: lead.credit },
  };
  return {
    ...said,
    key: digestOf(JSON.stringify([said, { ...view, site: undefined }, site.name])),
    text: { story: view },
  };
}

/** An address as it was when the paper was first published, which stays the same wherever that moves: it names, and does not lead. */
function idOf(href: string, { url, firstUrl = url }: Edition['publication']): string {
  return new URL(firstUrl + pathOf(href)).href;
}

function category({ id, name }: { id: string; name: string }) {
  return { id, label: name };
}

function correctionItem(article: Article, correction: Correction, edition: Edition): Item {
  const { publication } = edition;
  const { language, corrections } = article;
  const { at, kind, text } = correction;
  const same = corrections.slice(0, corrections.indexOf(correction)).filter((other) => other.at === at).length;
  const mark = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14);
  const id = `${idOf(addresses.short(article.id), publication)}#correction-${mark}${same ? `-${same + 1}` : ''}`;
  return {
    article,
    id,
    entry: () => {
      const href = absolute(permalinkOf(article), publication.url);
      const headline = typesetText(article.headline, article);
      const said = {
        id,
        href,
        title: `${wordsOf(language).correctionKinds[kind]}: ${headline}`,
        published: at,
        updated: at,
        when: instantInWords(at, publication),
        language,
        authors: [],
        contributors: [],
        categories: [],
        text: {
          html: `<p>${htmlText(typesetText(text, article))}</p>\n<p><a href="${href}">${htmlText(headline)}</a></p>`,
        },
      };
      return { ...said, key: digestOf(JSON.stringify(said)) };
    },
  };
}
