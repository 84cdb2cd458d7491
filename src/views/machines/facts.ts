import type { Article, Contributor, Correction, PrintProvenance, Publication } from '../../newsroom/article.ts';
import { bylineLines, bylineText } from '../../newsroom/byline.ts';
import { dateInWords } from '../../newsroom/calendar.ts';
import { datelineOf } from '../../newsroom/dateline.ts';
import { lastChange } from '../../newsroom/edition.ts';
import { roles, type Kind, type Role } from '../../newsroom/kinds.ts';
import type { Direction } from '../../newsroom/language.ts';
import { absolute, addresses, permalinkOf } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import type { LinkView } from '../site.ts';

/**
 * What an article's page says, apart from the sentences in which it says it: all that other forms of it for programs have but
 * its text. Words are set as on the page, times are RFC 3339, addresses begin at the root of the site.
 */
export interface ArticleFacts {
  /** Minted once, never changed. */
  id: string;
  /** The permalink, with its origin. */
  url: string;
  headline: string;
  standfirst?: string;
  kicker?: string;
  kind: Kind;
  language: string;
  direction: Direction;
  section: LinkView;
  topics: LinkView[];
  /** Its lines as sentences. */
  byline: string[];
  /** Those of the byline's first line. */
  authors: MakerFacts[];
  /** Those of its other lines. */
  others: MakerFacts[];
  agencies: string[];
  /** Who answers for it as its authors: those, else the agencies, else the publisher. */
  signatories: SignatoryFacts[];
  /** `text` is the line of the page. */
  dateline?: { text: string; place: string; date?: string };
  published: string;
  updated?: string;
  print?: PrintProvenance & { editionInWords: string };
  corrections: Correction[];
  /** When it was published, updated or corrected last. */
  changed: string;
  licence?: string;
}

export interface SignatoryFacts {
  name: string;
  kind: Contributor['kind'];
  /** Of their page; agencies have none. */
  href?: string;
}

export interface MakerFacts extends SignatoryFacts {
  role: Role;
  href: string;
}

export function articleFacts(article: Article, publication: Publication): ArticleFacts {
  const { headline, standfirst, kicker, section, topics, dateline, contributors, agencies, print } = article;
  const set = (text: string) => typesetText(text, article);
  const makers = roles.flatMap((role) =>
    contributors
      .filter((each) => each.role === role)
      .map(({ contributor }) => ({
        name: set(contributor.name),
        kind: contributor.kind,
        role,
        href: addresses.contributor(contributor.id),
      })),
  );
  const authors = makers.filter(({ role }) => role === makers[0]?.role);
  const organisation = (name: string) => ({ name, kind: 'organisation' as const });
  const text = datelineOf(article);
  return {
    id: article.id,
    url: absolute(permalinkOf(article), publication.url),
    headline: set(headline),
    standfirst: standfirst && set(standfirst),
    kicker: kicker && set(kicker),
    kind: article.kind,
    language: article.language,
    direction: article.direction,
    section: { label: section.name, href: addresses.section(section.id) },
    topics: topics.map(({ id, name }) => ({ label: name, href: addresses.topic(id) })),
    byline: bylineLines(article).map(bylineText),
    authors,
    signatories:
      [
        authors,
        agencies.map(organisation),
        [{ ...organisation(publication.publisher.name), href: addresses.front }],
      ].find((each) => each.length > 0) ?? [],
    others: makers.filter(({ role }) => role !== makers[0]?.role),
    agencies,
    dateline: dateline && text ? { text, ...dateline } : undefined,
    published: article.published,
    updated: article.updated,
    print: print && { ...print, editionInWords: dateInWords(print.edition, article.language) },
    corrections: article.corrections.map((correction) => ({ ...correction, text: set(correction.text) })),
    changed: lastChange(article),
    licence: article.licence,
  };
}
