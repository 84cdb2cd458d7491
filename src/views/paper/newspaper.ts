import type { ElementContent } from 'hast';
import type { Body } from '../../body/body.ts';
import { forNewspaper, opened, type OpenedText } from '../../body/for-newspaper.ts';
import { lines } from '../../body/tree.ts';
import type { Article } from '../../newsroom/article.ts';
import { bylineLines, bylineText } from '../../newsroom/byline.ts';
import { commaOf, dayInWords, instantInWords, latestOf } from '../../newsroom/calendar.ts';
import { datelineOf } from '../../newsroom/dateline.ts';
import { isShown, lastChange, type Edition } from '../../newsroom/edition.ts';
import type { Direction } from '../../newsroom/language.ts';
import { ownLicence } from '../../newsroom/licence.ts';
import { listsOf } from '../../newsroom/lists.ts';
import { lettersOf } from '../../newsroom/letters.ts';
import { absolute, addresses } from '../../newsroom/permalink.ts';
import { newspaperOrder } from '../../newsroom/print.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';
import { articleLabels, type ArticleView, type TimeView } from '../pages/article.ts';
import { bodyView, type BodyView } from '../body.ts';
import type { Listed } from '../listed.ts';
import { castOff, imprintHeight, isBox } from './cast-off.ts';
import type { HeadlineSize } from './front-page.ts';
import { moved } from './furniture.ts';
import { storiesIn, type Row } from './inside-pages.ts';
import { makeUp } from './make-up.ts';
import { siteView } from '../site.ts';
import { leadPhotoView, storyLink, type PhotoView, type PictureFile, type StoryLinkView } from '../story.ts';

/** A printed edition as a newspaper, before it is made up: all that its page shows but the bodies. */
export interface NewspaperView {
  date: string;
  address: string;
  language: string;
  direction: Direction;
  title: string;
  canonical: string;
  skip: string;
  name: string;
  nameLength?: 'long' | 'very-long';
  /** What stands beside the name, and in the line below it. */
  ears: [string, string];
  folio: string[];
  day: TimeView;
  publisher: string;
  /** When the newest of its stories was filed or changed, RFC 3339. */
  modified: string;
  /** The lead comes first, and the stories of a section one after the other. */
  stories: NewspaperStory[];
  sections: Record<string, string>;
  corrections: {
    heading: string;
    items: {
      story: string;
      headline: string;
      text: string;
      when: string;
      /** Of headline and text. */
      language: string;
      direction: Direction;
    }[];
  };
  imprint: { heading: string; lines: string[]; back: string };
  words: {
    briefs: string;
    continuedOn: string;
    continuedFrom: string;
    inside: string;
    /** "Page", with the number in place of `{page}`. */
    page: string;
    accessible: string;
    print: string;
  };
}

export interface NewspaperStory {
  /** Its own, for good: it names the story on the page. */
  id: string;
  path: string;
  section: string;
  brief: boolean;
  headline: string;
  /** For the index. */
  shortHeadline: string;
  standfirst?: string;
  kicker?: string;
  kind?: string;
  byline: string[];
  dateline?: string;
  times: string;
  lead?: PhotoView;
  language: string;
  direction: Direction;
  /** The short link with its origin, and as it is read. */
  short: { href: string; text: string };
  licence?: string;
  bodyKey: string;
  pictures: PictureFile[];
  mentioned: Record<string, StoryLinkView>;
  labels: ArticleView['labels'];
}

const known = new WeakMap<Edition, Newspaper[]>();

/** A newspaper by its date. */
export interface Newspaper extends Listed<NewspaperView> {
  date: string;
}

/** A newspaper for each print date; each is made once for an edition. */
export function newspapers(edition: Edition): readonly Newspaper[] {
  const all = known.get(edition) ?? newNewspapers(edition);
  known.set(edition, all);
  return all;
}

function newNewspapers(edition: Edition): Newspaper[] {
  const { byDay, byPrintDate } = listsOf(edition);
  return [...byPrintDate].flatMap(([date, printed]) => {
    if (![...printed, ...(byDay.get(date) ?? [])].some(isShown)) return [];
    let made: NewspaperView | undefined;
    const view = () => (made ??= newspaperView(edition, date, newspaperOrder(edition, date)));
    return [{ date, address: addresses.newspaper(date), view }];
  });
}

function newspaperView(edition: Edition, date: string, stories: readonly Article[]): NewspaperView {
  const { publication } = edition;
  const { language, name, tagline, url, publisher } = publication;
  const words = wordsOf(language);
  const site = siteView(edition);
  const set = (text: string) => typesetText(text, publication);
  const day = dayInWords(date, language);
  const host = new URL(url).host;
  return {
    date,
    address: addresses.newspaper(date),
    language,
    direction: site.direction,
    title: `${name}${commaOf(language)}${day}`,
    canonical: absolute(addresses.newspaper(date), url),
    skip: words.skipToText,
    name: site.name,
    nameLength: lettersOf(name) > 24 ? 'very-long' : lettersOf(name) > 15 ? 'long' : undefined,
    ears: [set(tagline ?? ''), host],
    folio: [
      [publisher.place, day].filter(Boolean).join(commaOf(language)),
      words.lists.storyCount(stories.length),
      words.lists.printPage('1'),
    ],
    day: { iso: date, text: day },
    publisher: publisher.name,
    modified: latestOf(stories.map(lastChange)),
    stories: stories.map((article) => storyOf(article, edition)),
    sections: Object.fromEntries(stories.map(({ section }) => [section.id, section.name])),
    corrections: {
      heading: words.corrections,
      items: stories.flatMap((article) =>
        article.corrections.map(({ at, kind, text }) => ({
          story: article.id,
          headline: typesetText(article.shortHeadline ?? article.headline, article),
          text: typesetText(text, article),
          when: `${words.correctionKinds[kind]}${commaOf(language)}${instantInWords(at, publication)}`,
          language: article.language,
          direction: article.direction,
        })),
      ),
    },
    imprint: {
      heading: words.imprint,
      lines: [
        ...site.imprint.lines,
        ...(publisher.email ? [publisher.email] : []),
        absolute(addresses.edition(date), url),
        ...new Set(stories.flatMap((article) => provenanceOf(article, language) ?? [])),
      ],
      back: set(words.lists.printEdition(day)),
    },
    words: {
      briefs: words.front.briefs,
      continuedOn: words.newspaper.continuedOn('2'),
      continuedFrom: words.newspaper.continuedFrom('1'),
      inside: words.newspaper.inside,
      page: words.lists.printPage('{page}'),
      accessible: words.newspaper.accessible,
      print: words.onPaper.print,
    },
  };
}

/** Where versions of the stories stood on paper, in one sentence for all of one publication. */
function provenanceOf({ print }: Article, language: string): string | undefined {
  if (!print) return undefined;
  return typesetText(
    wordsOf(language).lists.printEdition(
      `${print.publication}${commaOf(language)}${dayInWords(print.edition, language)}`,
    ),
    language,
  );
}

function storyOf(article: Article, { publication, articles }: Edition): NewspaperStory {
  const { language } = article;
  const words = wordsOf(language);
  const set = (text: string) => typesetText(text, article);
  const setting = { language, timeZone: publication.timeZone, timeZoneName: publication.timeZoneName };
  const href = absolute(addresses.short(article.id), publication.url);
  const { updated } = article;
  return {
    id: article.id,
    path: article.path,
    section: article.section.id,
    brief: article.kind === 'briefs',
    headline: set(article.headline),
    shortHeadline: set(article.shortHeadline ?? article.headline),
    standfirst: article.standfirst && set(article.standfirst),
    kicker: article.kicker && set(article.kicker),
    kind: words.kinds[article.kind],
    byline: bylineLines(article).map(bylineText),
    dateline: datelineOf(article),
    // The zone stays with its time.
    times: (updated
      ? `${words.updated} ${words.at(instantInWords(updated, setting))}`
      : `${words.published} ${words.at(instantInWords(article.published, setting))}`
    ).replace(/ (?=\S+$)/, '\u00a0'),
    lead: leadPhotoView(article),
    language,
    direction: article.direction,
    short: { href, text: href.replace(/^https?:\/\//, '') },
    licence: ownLicence(article, publication),
    bodyKey: article.bodyKey,
    pictures: article.pictures,
    mentioned: Object.fromEntries(
      article.mentions.flatMap((path) => {
        const mentioned = articles.get(path);
        return mentioned && isShown(mentioned) ? [[path, storyLink(mentioned)]] : [];
      }),
    ),
    labels: articleLabels(language),
  };
}

/** A story in its place on the newspaper's pages. */
export interface PlacedStory {
  story: NewspaperStory;
  /** Whether its beginning stands on the front page, and this is the rest. */
  continued: boolean;
  /** Its text, piece by piece. */
  stretches: BodyView[];
  /** Its box, where that stands beside the text. */
  box?: BodyView;
  /** Whether its text begins with the standfirst, which else stands over it. */
  standfirstWithin: boolean;
}

export interface NewspaperPages {
  front: {
    story: NewspaperStory;
    size: HeadlineSize;
    /** Size of its text, in points. */
    type: number;
    picture?: PhotoView;
    opening: ElementContent[];
    rail: {
      story: NewspaperStory;
      standfirst?: string;
      picture?: PhotoView;
      opening: ElementContent[];
      label: string;
    }[];
    /** Whether a notice of the paper's own stands below the rail where there is room. */
    notice: boolean;
    index: { story: NewspaperStory; section: string }[];
  };
  sections: {
    id: string;
    name: string;
    /** Room above it on A4 and Letter, in points, besides what is always there. */
    air: number[];
    rows: PlacedRow[];
  }[];
  /** By how many quarters of a point the lines inside stand farther apart on A4 and Letter. */
  leading: number[];
  /** How many sheets it takes, more or less. */
  sheets: number;
}

export interface PlacedRow {
  /** One story across the page, one beside its headline, or several side by side. */
  kind: 'wide' | 'low' | 'beside';
  stories: PlacedStory[];
  /** Where the picture of one across the page stands: beside the headline, or behind as many pieces of the text; or that its box stands beside that. */
  picture: 'broad' | 'boxed' | number;
  /** Whether the first of several stands over two columns. */
  double: boolean;
  /** Whether it is so low that it stays on one page. */
  whole: boolean;
  /** Room below its headline on the same page, in points, where five lines of text are not enough. */
  begins: number;
  /** Room above it on A4 and Letter, in points, besides what is always there. */
  air: number[];
}

/** Makes up the pages of a newspaper from its stories' bodies, which are in the stories' order. */
export function newspaperPages(view: NewspaperView, bodies: readonly Body[]): NewspaperPages | undefined {
  const { stories } = view;
  const [lead] = stories;
  if (!lead) return undefined;
  const cut = stories.map(({ id }, number) => opened(forNewspaper(bodies[number]?.text ?? [], id)));
  const partsOf = (number: number) => bodies[number]?.parts ?? [];
  const copies = stories.map((each, number) => {
    const { parts } = bodyView({ body: { text: [], parts: partsOf(number) }, view: each });
    return castOff(each, cut[number] as OpenedText, parts, view.language);
  });
  const briefs = new Set(stories.flatMap(({ brief }, number) => (brief ? [number] : [])));
  const { front, inside } = makeUp(copies, { briefs, imprint: imprintHeight(view) });
  const openings = new Map([
    [0, front.lead.opening],
    ...front.rail.map(({ story, opening }) => [story, opening] as const),
  ]);
  const opening = (number: number) =>
    lines((cut[number]?.blocks ?? []).slice(0, openings.get(number) ?? 0).map((block) => [block]));
  const story = (number: number) => stories[number] as NewspaperStory;
  const placed = (number: number, row: Row): PlacedStory => {
    const boxed = 'wide' in row && row.picture === 'boxed';
    const count = openings.get(number) ?? 0;
    const pieces = moved(remaining(cut[number] as OpenedText, count), ('wide' in row && row.moved) || 0);
    const viewOf = (text: ElementContent[]) =>
      bodyView({ body: { text, parts: partsOf(number) }, view: story(number) });
    const aside = (node: ElementContent) => boxed && node.type === 'element' && isBox(node);
    return {
      story: story(number),
      continued: count > 0,
      stretches: pieces.filter(({ node }) => !aside(node)).map(({ node }) => viewOf([node])),
      box: boxed ? viewOf(pieces.map(({ node }) => node).filter(aside)) : undefined,
      standfirstWithin: 'wide' in row && row.within === 'standfirst',
    };
  };
  return {
    front: {
      story: lead,
      size: front.lead.size,
      type: front.lead.type,
      picture: lead.lead,
      opening: opening(0),
      rail: front.rail.map((place) => ({
        story: story(place.story),
        standfirst: place.standfirst ? story(place.story).standfirst : undefined,
        picture: place.picture ? story(place.story).lead : undefined,
        opening: opening(place.story),
        label: view.sections[story(place.story).section] ?? '',
      })),
      notice: front.notice,
      index: front.index.map((number) => ({
        story: story(number),
        section: view.sections[story(number).section] ?? '',
      })),
    },
    sections: inside.sections.map(({ section, air, rows }) => ({
      id: section,
      name: view.sections[section] ?? '',
      air,
      rows: rows.map((row): PlacedRow => ({
        kind: 'wide' in row ? 'wide' : 'low' in row ? 'low' : 'beside',
        stories: storiesIn(row).map((number) => placed(number, row)),
        picture: 'wide' in row ? row.picture : 0,
        double: 'beside' in row && row.double,
        whole: row.whole,
        begins: row.begins,
        air: row.air,
      })),
    })),
    leading: inside.leading,
    sheets: 1 + inside.pages,
  };
}

/** What of a text stands inside, when the front page has some of the blocks that it opens with. */
function remaining({ blocks, rest }: OpenedText, from: number): Pick<OpenedText['rest'][number], 'node' | 'kind'>[] {
  return [
    ...rest.filter(({ before }) => before < from),
    ...blocks
      .slice(from)
      .flatMap((node, index) => [
        ...rest.filter(({ before }) => before === from + index),
        { node, kind: node.tagName === 'p' ? ('text' as const) : ('heading' as const) },
      ]),
    ...rest.filter(({ before }) => before >= Math.max(from, blocks.length)),
  ];
}
