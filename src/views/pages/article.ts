import type { Article, PictureFile, RelatedGroup } from '../../newsroom/article.ts';
import { openingDatelineOf } from '../../newsroom/dateline.ts';
import { bylineLines } from '../../newsroom/byline.ts';
import {
  commaOf,
  dateInWords,
  dateOfInstant,
  hourInWords,
  instantInWords,
  wholeYears,
  type TimeSetting,
} from '../../newsroom/calendar.ts';
import { citedFacts, type Cited } from '../../newsroom/citation.ts';
import { isShown, type Edition } from '../../newsroom/edition.ts';
import { isolated, type Direction } from '../../newsroom/language.ts';
import { ownLicence } from '../../newsroom/licence.ts';
import { neighboursOf, type Neighbours } from '../../newsroom/neighbours.ts';
import { absolute, addresses, editionDateOf, formAddress, permalinkOf } from '../../newsroom/permalink.ts';
import { similarTo } from '../../newsroom/similar.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';
import { articleCard, type CardView } from '../machines/card.ts';
import { articleFacts, type ArticleFacts } from '../machines/facts.ts';
import { feedAlternates, type FeedLinkView } from '../feeds/feed-links.ts';
import { paperView, shortLinkOf, type PaperView } from '../paper/on-paper.ts';
import { siteView, type LinkView, type SiteView } from '../site.ts';
import {
  headlineLengthOf,
  leadPhotoView,
  storyLink,
  type HeadlineLength,
  type PhotoView,
  type StoryLinkView,
} from '../story.ts';

export interface TimeView {
  /** RFC 3339, or a plain date. */
  iso: string;
  text: string;
}

/** A time with the words before it: "Published", "am 1. März 2019, 05:30 Uhr". */
export interface StampView extends TimeView {
  label: string;
  /** The time as it follows the label. */
  told: string;
}

export interface RelatedGroupView {
  heading: string;
  stories: RelatedStoryView[];
}

/** A story that has an address, or one that is only named. */
export type RelatedStoryView = (StoryLinkView | { headline: string; source: string; href?: string }) & {
  note?: string;
  /** Plain date of the edition it stood in. */
  date?: TimeView;
};

export interface NeighbourView {
  rel: 'prev' | 'next';
  /** "Before this in World". */
  place: string;
  story: StoryLinkView;
}

/** Everything that an article's page says but its body, as finished strings: equal views, equal pages. */
export interface ArticleView {
  site: SiteView;
  language: string;
  direction: Direction;
  /** Of the window and of bookmarks. */
  title: string;
  /** Standfirst or first sentence; absent when it was withdrawn. */
  description?: string;
  /** With its origin. */
  canonical: string;
  /** The short link, with its origin. */
  shortlink: string;
  /** Addresses that lead on to it, from the root of the site. */
  former: string[];
  /** Set when search engines are to leave the page out. */
  robots?: 'noindex';
  /** The same article for programs, each with its media type. */
  alternates: { type: string; href: string }[];
  /** Of the paper. */
  feeds: FeedLinkView[];
  section: LinkView;
  kicker?: string;
  kind?: string;
  headline: string;
  headlineLength?: HeadlineLength;
  standfirst?: string;
  /** Lines of words and names; a name that has a page leads to it. The first line names the authors. */
  byline: { text: string; href?: string; author?: boolean }[][];
  topics: { label: string; items: LinkView[] };
  dateline?: string;
  /** What the text opens with in its place, where the paper wants it so. */
  opening?: string;
  published: StampView;
  /** With its hour alone where it is of the day of publication, which stands beside it. */
  updated?: StampView & { hour?: string };
  notice?: string;
  /** Set instead of everything below when the article was withdrawn. */
  withdrawn?: { heading: string; reason: string; when: TimeView };
  feature: boolean;
  lead?: PhotoView;
  /** Absent when the article was withdrawn. */
  card?: CardView;
  bodyKey: string;
  pictures: PictureFile[];
  /** Stories that the body names in blocks of its own, by path. */
  mentioned: Record<string, StoryLinkView>;
  corrections: { heading: string; items: { kind: string; text: string; when: TimeView }[] };
  provenance?: string;
  licence?: string;
  /** Groups that the editor made, and after them, under a heading of its own, what is about the same. */
  related: { heading: string; groups: RelatedGroupView[] };
  /** Stories before and after it in its section. */
  neighbours: { label: string; items: NeighbourView[] };
  /** What its citations are made of. */
  cited: Cited;
  promos: { heading: string; items: { text: string; label: string; href: string }[] };
  /** Words of the pictures' own page, which a script opens; `position` has {number} and {count} in it. */
  lightbox: { name: string; enlarge: string; close: string; next: string; previous: string; position: string };
  facts: ArticleFacts;
  onPaper: PaperView;
  /** What stands in fields that the paper has added, for components of its own. */
  added?: Readonly<Record<string, unknown>>;
  labels: ArticleLabels;
}

export interface ArticleLabels {
  skip: string;
  picture: string;
  pictures: string;
  video: string;
  play: string;
  related: string;
  watchAt: string;
}

/** What is made of an article and something besides, as long as that is the same. */
interface Known {
  edition: Edition;
  made: readonly unknown[];
  view: ArticleView;
}

const views = new WeakMap<Article, Known>();
const alone = new WeakMap<Article, Known>();

/**
 * The same object for the same article of an edition: its page and its other forms say the same. In the next edition it is the same
 * as well, as long as the article is, and all that stands around it.
 */
export function articleView({ article, edition }: { article: Article; edition: Edition }): ArticleView {
  return knownOr(views, { article, edition }, () => {
    const view = articleAlone({ article, edition });
    const isWithdrawn = !isShown(article);
    const years = wholeYears(article.published, edition.asOf);
    const { previous, next } = isWithdrawn ? {} : neighboursOf(article, edition);
    const similar = isWithdrawn ? [] : similarTo(article, edition);
    const related = article.related.flatMap(({ stories }) =>
      stories.map((story) => ('article' in story ? story.article : story.elsewhere)),
    );
    return {
      made: [view, years, previous, next, related.length, ...related, ...similar],
      make: () => ({
        ...view,
        notice: years >= 1 ? wordsOf(article.language).oldNotice(years) : undefined,
        related: {
          ...view.related,
          groups: isWithdrawn
            ? []
            : [
                ...article.related.map((group) => relatedGroupView(group, article, edition)),
                ...moreOnTopic(article, similar, edition),
              ],
        },
        neighbours: { ...view.neighbours, items: neighbourViews(article, { previous, next }) },
        promos: { ...view.promos, items: promosOf(article, edition) },
      }),
    };
  });
}

/** The same without what stands around an article on its page: how old it is, and ways to other stories but those in its text. */
export function articleAlone({ article, edition }: { article: Article; edition: Edition }): ArticleView {
  return knownOr(alone, { article, edition }, () => {
    const { publication } = edition;
    const site = siteView(edition);
    const mentioned = article.mentions.map((path) => {
      const story = edition.articles.get(path);
      return story && isShown(story) ? story : undefined;
    });
    return {
      made: [publication, site, ...mentioned],
      make: () => newArticleView({ article, edition, site, mentioned }),
    };
  });
}

function knownOr(
  all: WeakMap<Article, Known>,
  { article, edition }: { article: Article; edition: Edition },
  look: () => { made: readonly unknown[]; make: () => ArticleView },
): ArticleView {
  const known = all.get(article);
  if (known?.edition === edition) return known.view;
  const { made, make } = look();
  const isSame = known?.made.length === made.length && made.every((each, index) => each === known.made[index]);
  const view = known && isSame ? known.view : make();
  all.set(article, { edition, made, view });
  return view;
}

function newArticleView({
  article,
  edition,
  site,
  mentioned,
}: {
  article: Article;
  edition: Edition;
  site: SiteView;
  /** By path; absent where there is none to be shown. */
  mentioned: readonly (Article | undefined)[];
}): ArticleView {
  const { publication } = edition;
  const { language } = article;
  const words = wordsOf(language);
  const set = (text: string) => typesetText(text, article);
  const setting: TimeSetting = { language, timeZone: publication.timeZone, timeZoneName: publication.timeZoneName };
  const time = (iso: string): TimeView => ({ iso, text: instantInWords(iso, setting) });
  const stamp = (label: string, iso: string): StampView => ({ label, ...time(iso), told: words.at(time(iso).text) });
  const { status, published, updated, print } = article;
  const dayOf = (iso: string) => dateOfInstant(iso, publication.timeZone);
  const withdrawn =
    status.state === 'withdrawn'
      ? {
          heading: words.withdrawn,
          reason: set(status.reason),
          when: { iso: status.at, text: words.withdrawnOn(time(status.at).text) },
        }
      : undefined;
  const facts = articleFacts(article, publication);
  const { headline, standfirst, url: canonical } = facts;
  return {
    site,
    language,
    direction: article.direction,
    title: `${withdrawn?.heading ?? headline} – ${publication.name}`,
    description: withdrawn ? undefined : (standfirst ?? article.opening),
    canonical,
    shortlink: absolute(addresses.short(article.id), publication.url),
    former: article.aliases.map((path) => permalinkOf({ path })),
    robots: withdrawn && 'noindex',
    alternates: withdrawn
      ? []
      : [
          { type: 'text/markdown', href: formAddress(permalinkOf(article), 'markdown') },
          { type: 'application/json', href: formAddress(permalinkOf(article), 'json') },
          // Those who look for it may not resolve an address.
          { type: 'application/json+oembed', href: formAddress(canonical, 'oembed') },
        ],
    feeds: feedAlternates(addresses.front, publication.name, ['rss', 'atom']),
    section: facts.section,
    kicker: facts.kicker,
    kind: words.kinds[article.kind],
    headline,
    headlineLength: headlineLengthOf(headline),
    standfirst,
    byline: bylineLines(article).map((line, index) =>
      line.map(({ text, contributor }) => ({
        text,
        href: contributor && addresses.contributor(contributor),
        author: contributor && index === 0 ? true : undefined,
      })),
    ),
    topics: { label: words.topics, items: facts.topics },
    dateline: publication.dateline === 'text' ? undefined : facts.dateline?.text,
    opening: publication.dateline === 'text' ? openingDatelineOf(article) : undefined,
    published: stamp(words.published, published),
    updated: updated
      ? {
          ...stamp(words.updated, updated),
          hour: dayOf(updated) === dayOf(published) ? hourInWords(updated, setting) : undefined,
        }
      : undefined,
    withdrawn,
    feature: article.kind === 'feature',
    lead: leadPhotoView(article),
    card: withdrawn ? undefined : articleCard(article, edition),
    bodyKey: article.bodyKey,
    pictures: article.pictures,
    mentioned: Object.fromEntries(
      mentioned.flatMap((story) =>
        story ? [[story.path, { ...storyLink(story), short: shortLinkOf(story, edition) }]] : [],
      ),
    ),
    corrections: {
      heading: words.corrections,
      items: facts.corrections.map(({ at, kind, text }) => ({
        kind: words.correctionKinds[kind],
        text,
        when: time(at),
      })),
    },
    provenance:
      print &&
      set(
        words.provenance({
          ...print,
          publication: isolated(print.publication, language),
          date: dateInWords(print.edition, language),
        }),
      ),
    licence: ownLicence(article, publication),
    related: { heading: words.related, groups: [] },
    neighbours: { label: article.section.name, items: [] },
    cited: citedFacts({ article, publication }),
    promos: { heading: wordsOf(publication.language).stayInTouch, items: [] },
    lightbox: {
      name: words.picture,
      enlarge: words.comfort.enlarge,
      close: words.comfort.close,
      next: words.comfort.nextPicture,
      previous: words.comfort.previousPicture,
      position: words.comfort.pictureOf('{number}', '{count}'),
    },
    facts,
    onPaper: paperView({ article, edition }),
    added: article.added,
    labels: articleLabels(language),
  };
}

function relatedGroupView({ heading, stories }: RelatedGroup, beside: Article, edition: Edition): RelatedGroupView {
  const { language } = beside;
  const set = (text: string) => typesetText(text, beside);
  return {
    heading: set(heading),
    stories: stories.map((story) => {
      const note = story.note && set(story.note);
      if ('article' in story)
        return {
          ...storyLink(story.article),
          headline: typesetText(story.article.headline, story.article),
          short: shortLinkOf(story.article, edition),
          note,
        };
      const { title, publication, date, url } = story.elsewhere;
      return {
        headline: set(title),
        source: `${isolated(publication, language)}${commaOf(language)}${dateInWords(date, language)}`,
        href: url,
        note,
      };
    }),
  };
}

/** One group of stories that the paper finds by itself; none where nothing is about the same. */
function moreOnTopic({ language }: Article, similar: readonly Article[], edition: Edition): RelatedGroupView[] {
  const stories = similar.map((other) => {
    const iso = editionDateOf(other);
    return { ...storyLink(other), short: shortLinkOf(other, edition), date: { iso, text: dateInWords(iso, language) } };
  });
  return stories.length > 0 ? [{ heading: wordsOf(language).article.moreOnTopic, stories }] : [];
}

function neighbourViews(article: Article, { previous, next }: Neighbours): NeighbourView[] {
  const { previousIn, nextIn } = wordsOf(article.language).article;
  const { name } = article.section;
  return [
    ...(previous ? [{ rel: 'prev' as const, place: previousIn(name), story: storyLink(previous) }] : []),
    ...(next ? [{ rel: 'next' as const, place: nextIn(name), story: storyLink(next) }] : []),
  ];
}

function promosOf(article: Article, { publication }: Edition) {
  const shown = [
    article.promos.follow ? publication.channel : undefined,
    article.promos.subscribe ? publication.subscription : undefined,
  ];
  return shown.flatMap((promo) =>
    promo
      ? [
          {
            text: typesetText(promo.text, publication),
            label: typesetText(promo.label, publication),
            href: promo.url,
          },
        ]
      : [],
  );
}

/** Words of the interface within an article, and in its language. */
export function articleLabels(language: string): ArticleView['labels'] {
  const words = wordsOf(language);
  return {
    skip: words.skipToText,
    picture: words.picture,
    pictures: words.pictures,
    video: words.video,
    play: words.comfort.play,
    related: words.related,
    watchAt: words.watchAt('{host}'),
  };
}
