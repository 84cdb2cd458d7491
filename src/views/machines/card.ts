import type { Article } from '../../newsroom/article.ts';
import { dateInWords } from '../../newsroom/calendar.ts';
import { cardSize, type Card, type Lettering } from '../../newsroom/card.ts';
import type { Edition } from '../../newsroom/edition.ts';
import { addresses, editionDateOf } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';
import { siteView, type SiteView } from '../site.ts';

/** A card and where it lies. */
export interface CardView {
  address: string;
  width: number;
  height: number;
  card: Card;
}

export function articleCard(article: Article, edition: Edition): CardView {
  const { language, direction, picture, kind } = article;
  const lettering = (text: string): Lettering => ({ text: typesetText(text, article), language, direction });
  const over = [wordsOf(language).kinds[kind], article.kicker].filter((each) => each !== undefined);
  return {
    address: addresses.card(article),
    ...cardSize,
    card: {
      nameplate: nameplateOf(siteView(edition)),
      direction,
      story: {
        headline: lettering(article.headline),
        kicker: over.length > 0 ? lettering(over.join(' · ')) : undefined,
        date: lettering(dateInWords(editionDateOf(article), language)),
        picture: picture && { file: picture.file, focus: picture.focus },
      },
    },
  };
}

export function paperCard(site: SiteView): CardView {
  const { tagline, language, direction } = site;
  return {
    address: addresses.paperCard,
    ...cardSize,
    card: {
      nameplate: nameplateOf(site),
      direction,
      tagline: tagline ? { text: tagline, language, direction } : undefined,
    },
  };
}

function nameplateOf({ name, language, direction }: SiteView): Lettering {
  return { text: name, language, direction };
}
