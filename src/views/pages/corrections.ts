import type { Article, Correction } from '../../newsroom/article.ts';
import { instantInWords } from '../../newsroom/calendar.ts';
import { isShown, type Edition } from '../../newsroom/edition.ts';
import type { Direction } from '../../newsroom/language.ts';
import { correctionsOf } from '../../newsroom/lists.ts';
import { addresses, permalinkOf } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';
import type { Listed } from '../listed.ts';
import type { TimeView } from './article.ts';
import { listHead, listPages, type ListHead, type ListPage } from './list.ts';

/** What was put right, the newest first. */
export interface CorrectionsView extends ListHead {
  corrections: CorrectionView[];
}

export interface CorrectionView {
  /** Kind and time are in the paper's language. */
  kind: string;
  when: TimeView;
  /** The story's, with its headline and the text of the correction in its own language. */
  href: string;
  headline: string;
  text: string;
  language: string;
  direction: Direction;
}

/** The pages of corrections; there is one where nothing was put right yet. */
export function correctionsPages(edition: Edition): Listed<CorrectionsView>[] {
  const words = wordsOf(edition.publication.language);
  const all = correctionsOf(edition);
  const viewOf = (page: ListPage<(typeof all)[number]>): CorrectionsView => {
    const corrections = page.items
      .filter(({ article }) => isShown(article))
      .map(({ article, correction }) => correctionView(article, correction, edition));
    const empty = words.lists.noCorrections;
    const contents = corrections.length > 0 ? corrections.map(({ headline }) => headline) : [empty];
    const feeds = all.length > 0 ? addresses.corrections : undefined;
    return { ...listHead({ edition, page, heading: words.corrections, empty, contents, feeds }), corrections };
  };
  return listPages(all, addresses.corrections).map((page) => ({ address: page.address, view: () => viewOf(page) }));
}

function correctionView(article: Article, { at, kind, text }: Correction, { publication }: Edition): CorrectionView {
  const { language, direction } = article;
  return {
    kind: wordsOf(publication.language).correctionKinds[kind],
    when: { iso: at, text: instantInWords(at, publication) },
    href: permalinkOf(article),
    headline: typesetText(article.shortHeadline ?? article.headline, article),
    text: typesetText(text, article),
    language,
    direction,
  };
}
