import { isShown, type Edition } from '../../newsroom/edition.ts';
import { listsOf } from '../../newsroom/lists.ts';
import { addresses } from '../../newsroom/permalink.ts';
import { wordsOf } from '../../newsroom/words.ts';
import { storyRows, type StoryRow } from './list.ts';
import { siteView, type LinkView, type SiteView } from '../site.ts';
import { storyView } from '../story.ts';

/** Said at any address that has no page. */
export interface NotFoundView {
  site: SiteView;
  title: string;
  heading: string;
  text: string;
  skip: string;
  newest: { heading: string; rows: StoryRow[] };
  /** Ways to the rest of the paper. */
  ways: LinkView[];
}

const newestStories = 5;

export function notFoundView(edition: Edition): NotFoundView {
  const { publication } = edition;
  const words = wordsOf(publication.language);
  const site = siteView(edition);
  return {
    site,
    title: `${words.notFound} – ${publication.name}`,
    heading: words.notFound,
    text: words.notFoundText,
    skip: words.skipToText,
    newest: {
      heading: words.lists.newest,
      rows: storyRows(listsOf(edition).all.filter(isShown).slice(-newestStories).reverse().map(storyView)),
    },
    ways: [
      { label: words.frontPage, href: addresses.front },
      ...site.navigation.sections,
      { label: words.lists.archive, href: addresses.archive },
    ],
  };
}
