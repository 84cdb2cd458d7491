import type { Article, Contributor, Correction, PrintProvenance, Publication } from '../../newsroom/article.ts';
import { dateInWords } from '../../newsroom/calendar.ts';
import { lastChange } from '../../newsroom/edition.ts';
import { roles, type Kind, type Role } from '../../newsroom/kinds.ts';
import { addresses } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';

/**
 * What an article's page says, apart from the sentences in which it says it: for programs that read it.
 * Words are set as on the page, times are RFC 3339, addresses begin at the root of the site.
 */
export interface ArticleFacts {
  /** Minted once, never changed. */
  id: string;
  kind: Kind;
  /** Those of the byline's first line. */
  authors: MakerFacts[];
  /** Those of its other lines. */
  others: MakerFacts[];
  agencies: string[];
  /** Who answers for it as its authors: those, else the agencies, else the publisher. */
  signatories: SignatoryFacts[];
  dateline?: { place: string; date?: string };
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
  const { id, kind, contributors, agencies, dateline, print, corrections, licence, language } = article;
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
  return {
    id,
    kind,
    authors,
    signatories:
      [
        authors,
        agencies.map(organisation),
        [{ ...organisation(publication.publisher.name), href: addresses.front }],
      ].find((each) => each.length > 0) ?? [],
    others: makers.filter(({ role }) => role !== makers[0]?.role),
    agencies,
    dateline,
    print: print && { ...print, editionInWords: dateInWords(print.edition, language) },
    corrections: corrections.map((correction) => ({ ...correction, text: set(correction.text) })),
    changed: lastChange(article),
    licence,
  };
}
