import { dayInWords } from '../newsroom/calendar.ts';
import { frontOrder, latestDate, type Edition } from '../newsroom/edition.ts';
import { wordsOf } from '../newsroom/words.ts';
import { siteView, type SiteView } from './site.ts';
import { storyView, type StoryView } from './story.ts';

/** The front page: the newest day's stories, the lead first. */
export interface FrontView {
  site: SiteView;
  title: string;
  canonical: string;
  skip: string;
  /** The edition's date; absent while nothing is published. */
  date?: { iso: string; text: string };
  lead?: StoryView;
  stories: StoryView[];
  /** Said in place of stories. */
  empty: string;
}

export function frontView(edition: Edition): FrontView {
  const { publication } = edition;
  const words = wordsOf(publication.language);
  const date = latestDate(edition);
  const [lead, ...others] = date ? frontOrder(edition, date).map(storyView) : [];
  // The lead's kicker stands for all: said again over each story it would tell nothing.
  const stories = others.map((story) => (story.kicker === lead?.kicker ? { ...story, kicker: undefined } : story));
  return {
    site: siteView(edition),
    title: [publication.name, publication.tagline].filter(Boolean).join(' – '),
    canonical: `${publication.url}/`,
    skip: words.skipToText,
    date: date ? { iso: date, text: dayInWords(date, publication.language) } : undefined,
    lead,
    stories,
    empty: words.noStories,
  };
}
