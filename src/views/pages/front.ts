import { commaOf, dateInWords, dayInWords } from '../../newsroom/calendar.ts';
import type { Edition } from '../../newsroom/edition.ts';
import { frontOf, isUpright, type Band, type Front, type Placed } from '../../newsroom/front.ts';
import type { Direction } from '../../newsroom/language.ts';
import { addresses, editionDateOf } from '../../newsroom/permalink.ts';
import { wordsOf } from '../../newsroom/words.ts';
import { feedAlternates, type FeedLinkView } from '../feeds/feed-links.ts';
import { measureOf } from './copyfit.ts';
import { siteView, type LinkView, type SiteView } from '../site.ts';
import { storyView, type StoryView } from '../story.ts';

/** A story with as much of it as its place shows. */
export interface FrontStoryView extends StoryView {
  /** Whether its picture is as tall as wide, or taller, so that it stands beside the words. */
  upright: boolean;
  /** Of its edition, where that is not the page's; in the paper's language. */
  day?: { iso: string; text: string; language: string; direction: Direction };
}

/** Stories under a heading. */
export interface BandView {
  /** Names the heading on the page. */
  id: string;
  heading: string;
  /** The way to all stories of the kind. */
  all?: LinkView;
  stories: FrontStoryView[];
  /** Of a section across the page, how many stand in each column beside the first of its stories, and in each of those below. */
  columns?: { beside: number[]; rest: number[] };
  /** Whether it goes on with the one before it. */
  continued?: true;
}

/** A column beside the lead; what stands apart may go on in it. */
export interface SideView {
  second: FrontStoryView[];
  apart: (BandView & { goesOn: boolean })[];
}

/** The front page. */
export interface FrontView {
  site: SiteView;
  title: string;
  description?: string;
  canonical: string;
  skip: string;
  feeds: FeedLinkView[];
  /** Place and day of the edition; the place with what parts it from the day. */
  dateline: { place?: string; day?: { iso: string; text: string } };
  /** Absent while nothing is published. */
  page?: PageView;
  /** Said in place of stories. */
  empty: string;
}

export interface PageView {
  lead: FrontStoryView;
  /** Of the lead's picture. */
  leadPlace: 'front' | 'upright';
  makeUp: Front['makeUp'];
  across: boolean;
  /** Columns of what stands next to the lead, where that is below it. */
  below: Front['below'];
  second: FrontStoryView[];
  /** Analysis and briefs. */
  apart: BandView[];
  /** All of these in two columns of like height. */
  sides: SideView[];
  pairs: [FrontStoryView, FrontStoryView][];
  /** Bands across the page, or several side by side. */
  rows: BandView[][];
  /** Which of these have a column of their own on a very wide screen. */
  column?: Front['column'];
  /** The way to the day's other stories. */
  more?: LinkView;
}

export function frontView(edition: Edition): FrontView {
  const { publication, articles } = edition;
  const { name, url, language, publisher } = publication;
  const words = wordsOf(language);
  const front = frontOf(edition, measureOf);
  const site = siteView(edition);
  return {
    site,
    title: [site.name, site.tagline].filter(Boolean).join(' – '),
    description: site.tagline ?? (front && storyView(front.lead.article).headline),
    canonical: `${url}/`,
    skip: words.skipToText,
    feeds: articles.size > 0 ? feedAlternates(addresses.front, name) : [],
    dateline: {
      place: publisher.place && `${publisher.place}${commaOf(language)}`,
      day: front && { iso: front.date, text: dayInWords(front.date, language) },
    },
    page: front && pageView(front, edition),
    empty: words.noStories,
  };
}

function pageView(front: Front, edition: Edition): PageView {
  const { language } = edition.publication;
  const { front: words, lists } = wordsOf(language);
  const { direction } = siteView(edition);
  const leadArticle = front.lead.article;
  const said = new Set([leadArticle.kicker]);
  const story = ({ article, picture, standfirst }: Placed): FrontStoryView => {
    const view = storyView(article);
    const day = editionDateOf(article);
    return {
      ...view,
      // The lead's kicker stands for all: said again over each story it would tell nothing.
      kicker: article === leadArticle || !said.has(article.kicker) ? view.kicker : undefined,
      standfirst: standfirst ? view.standfirst : undefined,
      // The lead's picture stands with its credit alone, others go without words: the rest is with the article.
      picture:
        picture && view.picture
          ? {
              file: view.picture.file,
              alt: view.picture.alt,
              credit: article === leadArticle ? view.picture.credit : undefined,
            }
          : undefined,
      upright: isUpright(article),
      day: day === front.date ? undefined : { iso: day, text: dateInWords(day, language), language, direction },
    };
  };
  const stories = (placed: readonly Placed[]) => placed.map(story);
  const comment = stories(front.analysis);
  const kinds = new Set(comment.map(({ kind }) => kind));
  const acrossOf = ({ stories: placed, columns }: Omit<Band, 'section'>): Pick<BandView, 'stories' | 'columns'> => {
    if (!columns) return { stories: stories(placed) };
    const { beside, rest } = columns;
    return {
      stories: stories(placed),
      columns: { beside: beside.map(({ length }) => length), rest: rest.map(({ length }) => length) },
    };
  };
  const earlier = {
    id: 'earlier',
    heading: words.earlier,
    all: { label: lists.archive, href: addresses.archive },
    ...acrossOf(front.earlier),
  };
  const second = stories(front.second);
  const apart: BandView[] = [
    {
      id: 'analysis',
      ...(kinds.size === 1 ? underOne([...kinds][0], comment) : { heading: words.analysis, stories: comment }),
    },
    { id: 'briefs', ...underOne(words.briefs, stories(front.briefs)) },
  ].filter((band) => band.stories.length > 0);
  return {
    lead: story(front.lead),
    leadPlace: isUpright(leadArticle) ? 'upright' : 'front',
    makeUp: front.makeUp,
    across: front.across,
    below: front.below,
    second,
    apart,
    sides: [sideOf({ second, apart }, 0, front.firstColumn), sideOf({ second, apart }, front.firstColumn, Infinity)],
    pairs: front.pairs.map(([one, other]) => [story(one), story(other)]),
    rows: [
      ...front.sections.map((row) =>
        row.map((band) => ({
          id: `section-${band.section.id}`,
          heading: band.section.name,
          all: { label: words.allOf(band.section.name), href: addresses.section(band.section.id) },
          ...acrossOf(band),
          continued: band.continued,
        })),
      ),
      ...(front.earlier.stories.length > 0 ? [[earlier]] : []),
    ],
    column: front.column,
    more: front.more
      ? { label: words.allOf(dayInWords(front.date, language)), href: addresses.period(front.date) }
      : undefined,
  };
}

/** Of these stories those from one to another, as they stand below each other. */
function sideOf({ second, apart }: Pick<PageView, 'second' | 'apart'>, from: number, to: number): SideView {
  let before = second.length;
  const parts = apart.map((band) => {
    const [start, end] = [Math.max(0, from - before), Math.max(0, to - before)];
    before += band.stories.length;
    return { ...band, stories: band.stories.slice(start, end), goesOn: start > 0 };
  });
  return { second: second.slice(from, to), apart: parts.filter(({ stories }) => stories.length > 0) };
}

/** Stories of one kind: the heading names it for all. */
function underOne(heading: string | undefined, stories: readonly FrontStoryView[]): Omit<BandView, 'id'> {
  return { heading: heading ?? '', stories: stories.map((story) => ({ ...story, kind: undefined })) };
}
