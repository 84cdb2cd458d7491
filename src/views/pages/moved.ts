import { isShown, type Edition } from '../../newsroom/edition.ts';
import type { Direction } from '../../newsroom/language.ts';
import { movedAddresses } from '../../newsroom/moved.ts';
import { absolute } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';

/** A page that does nothing but lead on to an article, where the host cannot. */
export interface MovedView {
  /** Its own, from the root of the site. */
  address: string;
  /** The article's. */
  href: string;
  /** With its origin. */
  canonical: string;
  language: string;
  direction: Direction;
  title: string;
  /** The article's, or that it was withdrawn. */
  headline: string;
}

/** A page for each former address and each short link. */
export function movedViews(edition: Edition): MovedView[] {
  const { publication, articles } = edition;
  return movedAddresses(edition).flatMap(({ from, to }) => {
    const article = articles.get(to.slice(1, -1));
    if (!article) return [];
    const { language, direction } = article;
    const headline = isShown(article) ? typesetText(article.headline, article) : wordsOf(language).withdrawn;
    return [
      {
        address: from,
        href: to,
        canonical: absolute(to, publication.url),
        language,
        direction,
        title: `${headline} – ${publication.name}`,
        headline,
      },
    ];
  });
}
