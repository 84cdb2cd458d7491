import type { Article } from '../../newsroom/article.ts';
import { bylineLines, bylineText } from '../../newsroom/byline.ts';
import { dateInWords, epoch } from '../../newsroom/calendar.ts';
import type { Edition } from '../../newsroom/edition.ts';
import { absolute, addresses, editionDateOf } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';

/** What an article says on paper alone. */
export interface PaperView {
  /** Heading of the list of links. */
  links: string;
  /** Heads and feet of the pages. */
  running: {
    /** Cut where it is too long for two lines of a narrow page. */
    headline: string;
    /** "1 March 2019", of the edition. */
    day: string;
    /** The same in the paper's own language, beside its name. */
    paperDay: string;
    /** "Page 2 of 3" without its numbers: what stands before, between and after them. */
    folio: [before: string, between: string, after: string];
  };
  colophon: {
    /** The short link as one types it, and whole. */
    short: { text: string; href: string };
    qr: string;
    version: string;
    /** "By A and B", "With reporting by C". */
    credits: string[];
  };
}

export function paperView({ article, edition }: { article: Article; edition: Edition }): PaperView {
  const { language } = article;
  const { onPaper, lists } = wordsOf(language);
  const [before = '', between = '', after = ''] = onPaper.folio('|', '|').split('|');
  const text = shortLinkOf(article, edition);
  return {
    links: lists.links,
    running: {
      headline: cut(typesetText(article.shortHeadline ?? article.headline, article)),
      day: dateInWords(editionDateOf(article), language),
      paperDay: dateInWords(editionDateOf(article), edition.publication.language),
      folio: [before, between, after],
    },
    colophon: {
      short: { text, href: absolute(addresses.short(article.id), edition.publication.url) },
      qr: onPaper.qr(text),
      version: onPaper.version(versionOf(article)),
      credits: bylineLines(article).map(bylineText),
    },
  };
}

function cut(headline: string): string {
  return headline.length > 90 ? `${headline.slice(0, 90).replace(/\s+\S*$/, '')} …` : headline;
}

/** The short link of an article as one types it: "broadsheet.example/a/k7m2xq". */
export function shortLinkOf({ id }: Pick<Article, 'id'>, { publication }: Pick<Edition, 'publication'>): string {
  return absolute(addresses.short(id), publication.url).replace(/^https?:\/\/(.*)\/$/, '$1');
}

/** How often the paper has said that it changed an article: the first version, and one for each instant after it. */
export function versionOf({ published, updated, corrections }: Article): number {
  const instants = [updated, ...corrections.map(({ at }) => at)].flatMap((at) => (at ? epoch(at) : []));
  return 1 + new Set(instants.filter((at) => at > epoch(published))).size;
}
