import type { ArticleView } from '../pages/article.ts';
import { absolute } from '../../newsroom/permalink.ts';
import { paperCard, type CardView } from './card.ts';
import type { SiteView } from '../site.ts';
import type { PhotoView } from '../story.ts';

/** What a page says of itself where its link is shown: the Open Graph protocol (ogp.me). */
export interface OpenGraphView {
  /** Names and values in order; a name may come several times. */
  tags: [name: string, value: string][];
  image: {
    card: CardView;
    alt: string;
    /** Shown where there are no cards. */
    picture?: PhotoView;
    /** Of the paper. */
    origin: string;
  };
}

/** `undefined` for a story that was withdrawn. */
export function articleGraph(view: ArticleView): OpenGraphView | undefined {
  const { site, card, description, facts, lead } = view;
  if (!card) return undefined;
  const { url, headline, published, changed } = facts;
  const origin = new URL(url).origin;
  return {
    tags: [
      ['og:type', 'article'],
      ['og:title', headline],
      ...(description ? [['og:description', description] as [string, string]] : []),
      ['og:url', url],
      ['og:site_name', site.name],
      ['og:locale', localeOf(facts.language)],
      ['article:published_time', published],
      ...(changed === published ? [] : [['article:modified_time', changed] as [string, string]]),
      ...facts.authors
        .filter(({ role }) => role === 'writer')
        .map(({ href }): [string, string] => ['article:author', absolute(href, origin)]),
      ['article:section', facts.section.label],
      ...facts.topics.map(({ label }): [string, string] => ['article:tag', label]),
    ],
    image: { card, alt: lead?.alt ? lead.alt : headline, picture: lead, origin },
  };
}

/** Of every other page that is to be found. */
export function pageGraph({
  site,
  heading,
  description,
  canonical,
  language = site.language,
}: {
  site: SiteView;
  heading: string;
  description?: string;
  canonical: string;
  language?: string;
}): OpenGraphView {
  return {
    tags: [
      ['og:type', 'website'],
      ['og:title', heading],
      ...(description ? [['og:description', description] as [string, string]] : []),
      ['og:url', canonical],
      ['og:site_name', site.name],
      ['og:locale', localeOf(language)],
    ],
    image: { card: paperCard(site), alt: site.name, origin: new URL(canonical).origin },
  };
}

/** "en_GB": language and country, the likeliest country where a tag names none. */
function localeOf(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return [language, region].filter(Boolean).join('_');
}
