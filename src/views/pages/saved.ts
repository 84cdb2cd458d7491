import type { Edition } from '../../newsroom/edition.ts';
import { directionOf, type Direction } from '../../newsroom/language.ts';
import { absolute, addresses } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';
import { newestView, type NewestView } from './list.ts';
import { siteView, type SiteView } from '../site.ts';

/** The list of saved stories; the stories themselves are known to the reader's device alone. */
export interface SavedView {
  site: SiteView;
  title: string;
  canonical: string;
  skip: string;
  heading: string;
  /** Said in place of stories. */
  none: string;
  needsScript: string;
  /** Said of a story of which there is a copy. */
  kept: string;
  remove: string;
  newest: NewestView;
}

export function savedView(edition: Edition): SavedView {
  const { publication } = edition;
  const { comfort, skipToText } = wordsOf(publication.language);
  const site = siteView(edition);
  return {
    site,
    title: `${comfort.savedStories} – ${site.name}`,
    canonical: absolute(addresses.saved, publication.url),
    skip: skipToText,
    heading: comfort.savedStories,
    none: comfort.nothingSaved,
    needsScript: comfort.needsScript,
    kept: comfort.readableOffline,
    remove: comfort.remove,
    newest: newestView(edition),
  };
}

/** What the service worker says on the copies that it serves. */
export interface WorkerView {
  offline: string;
  notKept: string;
  language: string;
  direction: Direction;
}

export function workerView({ publication: { language } }: Pick<Edition, 'publication'>): WorkerView {
  const { comfort, language: spoken } = wordsOf(language);
  return {
    offline: typesetText(comfort.offline, spoken),
    notKept: typesetText(comfort.notKept, spoken),
    language: spoken,
    direction: directionOf(spoken),
  };
}
