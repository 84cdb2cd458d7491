import type { ElementContent } from 'hast';
import { forFeeds } from '../../body/for-feeds.ts';
import { htmlOf } from '../../body/html.ts';
import type { Correction, Kind, Role } from '../../newsroom/article.ts';
import { licenceAddress, licenceName } from '../../newsroom/licence.ts';
import { absolute } from '../../newsroom/permalink.ts';
import { bylineOf } from './article-markdown.ts';
import { photosOf, type BodyView } from '../body.ts';
import type { FormView } from './forms.ts';
import type { PictureAt } from '../feeds/reader-text.ts';

/**
 * An article as JSON, version 1. Names are those of a JSON Feed 1.1 item where it has one, else of schema.org, in its
 * manner of writing. A version that a program for this one cannot read has another number; fields may be added.
 * Times are RFC 3339 with an offset, dates are ISO 8601, addresses are absolute, languages BCP 47. What an article
 * has not is left out, but lists that are empty stand.
 */
export interface ArticleJson {
  version: 1;
  /** Never changes, whatever becomes of headline and address. */
  id: string;
  /** The permalink. */
  url: string;
  title: string;
  /** The standfirst, in plain text. */
  summary?: string;
  kicker?: string;
  kind: Kind;
  language: string;
  direction: 'ltr' | 'rtl';
  date_published: string;
  date_modified: string;
  /** Lines of the byline, as the page has them. */
  byline: string[];
  /** Those of its first line. */
  authors: { name: string; url: string }[];
  /** Those of its other lines. */
  contributors: { name: string; url: string; role: Role }[];
  agencies: string[];
  dateline?: { text: string; place: string; date?: string };
  section: { name: string; url: string };
  tags: string[];
  topics: { name: string; url: string }[];
  /** Lead picture, text, corrections and provenance, as feeds have them. */
  content_html: string;
  /** The lead picture. */
  image?: string;
  /** All pictures in the order of the page, each with its own size. */
  pictures: {
    url: string;
    width: number;
    height: number;
    alt: string;
    caption_html?: string;
    credit?: string;
    source?: string;
    licence?: string;
  }[];
  corrections: { date: string; kind: Correction['kind']; text: string }[];
  /** Where a version of it stood on paper. */
  print?: { publication: string; edition: string; headline?: string; section?: string; page?: string };
  /** Groups of stories beside it, in the order of the page. */
  related: { heading: string; stories: { title: string; url?: string }[] }[];
  /** Of the text; the address where it is known. */
  license?: { name: string; url?: string };
  publisher: { name: string; publication: string; url: string };
}

export function articleJson({
  view,
  body,
  text,
  pictureAt,
}: {
  view: FormView;
  body: BodyView;
  /** The article's text for readers elsewhere. */
  text: readonly ElementContent[];
  pictureAt: PictureAt;
}): ArticleJson {
  const { site, facts, lead, published, section, topics } = view;
  const at = (href: string) => absolute(href, site.paper.url);
  const photos = [...(lead ? [lead] : []), ...photosOf(body)];
  const pictures = photos.map(({ file, alt, caption, credit, source, licence }) => {
    const { src, width, height } = pictureAt(file);
    return {
      url: at(src),
      width,
      height,
      alt,
      caption_html: caption && htmlOf(forFeeds(caption, view.canonical)),
      credit,
      source,
      licence,
    };
  });
  const { print, licence } = facts;
  return {
    version: 1,
    id: facts.id,
    url: view.canonical,
    title: view.headline,
    summary: view.standfirst,
    kicker: view.kicker,
    kind: facts.kind,
    language: view.language,
    direction: view.direction,
    date_published: published.iso,
    date_modified: facts.changed,
    byline: bylineOf(view),
    authors: facts.authors.map(({ name, href }) => ({ name, url: at(href) })),
    contributors: facts.others.map(({ name, href, role }) => ({ name, url: at(href), role })),
    agencies: facts.agencies,
    dateline: view.dateline && facts.dateline ? { text: view.dateline, ...facts.dateline } : undefined,
    section: { name: section.label, url: at(section.href) },
    tags: topics.items.map(({ label }) => label),
    topics: topics.items.map(({ label, href }) => ({ name: label, url: at(href) })),
    content_html: htmlOf(text),
    image: lead && pictures[0]?.url,
    pictures,
    corrections: facts.corrections.map(({ at: date, kind, text }) => ({ date, kind, text })),
    print: print && {
      publication: print.publication,
      edition: print.edition,
      headline: print.headline,
      section: print.section,
      page: print.page,
    },
    related: view.related.groups.map(({ heading, stories }) => ({
      heading,
      stories: stories.map(({ headline, href }) => ({ title: headline, url: href && at(href) })),
    })),
    license: licence ? { name: licenceName(licence), url: licenceAddress(licence) } : undefined,
    publisher: { name: site.paper.publisher.name, publication: site.name, url: at('/') },
  };
}
