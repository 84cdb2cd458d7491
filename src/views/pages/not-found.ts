import type { Edition } from '../../newsroom/edition.ts';
import { addresses } from '../../newsroom/permalink.ts';
import { wordsOf } from '../../newsroom/words.ts';
import { newestView, type NewestView } from './list.ts';
import { siteView, type LinkView, type SiteView } from '../site.ts';

/** Said at any address that has no page. */
export interface NotFoundView {
  site: SiteView;
  title: string;
  heading: string;
  text: string;
  skip: string;
  newest: NewestView;
  /** Ways to the rest of the paper. */
  ways: LinkView[];
}

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
    newest: newestView(edition),
    ways: [
      { label: words.frontPage, href: addresses.front },
      ...site.navigation.sections,
      { label: words.topics, href: addresses.topics },
      { label: words.lists.archive, href: addresses.archive },
    ],
  };
}
