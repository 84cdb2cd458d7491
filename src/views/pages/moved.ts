import type { Article } from '../../newsroom/article.ts';
import { isShown, type Edition } from '../../newsroom/edition.ts';
import type { Direction } from '../../newsroom/language.ts';
import { movedAddresses, type MovedAddress } from '../../newsroom/moved.ts';
import { absolute, pathOf } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';
import type { Listed } from '../listed.ts';

/** A page that does nothing but lead on to an article, where the host cannot. */
export interface MovedView {
  /** Its own, from the root of the host. */
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

/**
 * A page for each former address and each short link.
 * @param articles those of them that are asked for
 */
export function movedViews(edition: Edition, articles = edition.articles): Listed<MovedView>[] {
  return movedAddresses({ articles }).flatMap((moved) => {
    const article = edition.articles.get(pathOf(moved.to).slice(1, -1));
    return article ? [{ address: moved.from, view: () => movedView(moved, article, edition) }] : [];
  });
}

function movedView({ from, to }: MovedAddress, article: Article, { publication }: Edition): MovedView {
  const { language, direction } = article;
  const headline = isShown(article) ? typesetText(article.headline, article) : wordsOf(language).withdrawn;
  return {
    address: from,
    href: to,
    canonical: absolute(to, publication.url),
    language,
    direction,
    title: `${headline} – ${publication.name}`,
    headline,
  };
}
