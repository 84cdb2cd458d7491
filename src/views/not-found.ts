import type { Edition } from '../newsroom/edition.ts';
import { wordsOf } from '../newsroom/words.ts';
import { siteView, type SiteView } from './site.ts';

export interface NotFoundView {
  site: SiteView;
  title: string;
  heading: string;
  text: string;
  skip: string;
}

export function notFoundView(edition: Edition): NotFoundView {
  const words = wordsOf(edition.publication.language);
  return {
    site: siteView(edition),
    title: `${words.notFound} – ${edition.publication.name}`,
    heading: words.notFound,
    text: words.notFoundText,
    skip: words.skipToText,
  };
}
