import type {
  Article,
  BreadcrumbList,
  CollectionPage,
  CorrectionComment,
  Graph,
  ImageObject,
  NewsMediaOrganization,
  Organization,
  Person,
  WebSite,
} from 'schema-dts';
import { lineOf } from '../../body/text.ts';
import type { Kind } from '../../newsroom/kinds.ts';
import { licenceAddress } from '../../newsroom/licence.ts';
import { absolute, addresses } from '../../newsroom/permalink.ts';
import type { ArticleView } from '../pages/article.ts';
import type { BodyView } from '../body.ts';
import type { MakerFacts, SignatoryFacts } from './facts.ts';
import type { ListHead } from '../pages/list.ts';
import type { SiteView } from '../site.ts';
import type { PhotoView } from '../story.ts';

/** What schema.org calls the kinds of stories. */
const types = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  briefs: 'NewsArticle',
  feature: 'ReportageNewsArticle',
  obituary: 'NewsArticle',
} as const satisfies Record<Kind, string>;

/** The picture that stands for an article: its lead, or the first of its body. */
export function mainPhoto({ lead }: Pick<ArticleView, 'lead'>, body: BodyView): PhotoView | undefined {
  return lead ?? body.parts.find((part) => part?.kind === 'photo')?.photo;
}

/**
 * An article as schema.org's vocabulary has it and Google's guidelines for articles ask: what the page says, no more.
 * @param shapes addresses in the site of the picture's shapes, the widest first; without a picture, of the card
 */
export function articleData({
  view,
  photo,
  shapes,
}: {
  view: ArticleView;
  photo?: PhotoView;
  shapes: readonly { src: string; width: number; height: number }[];
}): Graph {
  const { site, facts } = view;
  const { url } = site.paper;
  const at = (href: string) => absolute(href, url);
  const people = (makers: readonly SignatoryFacts[]) => makers.map((maker) => personOrOrganization(maker, url));
  const agencies = facts.agencies.map((name): Organization => ({ '@type': 'Organization', name }));
  const isEditor = ({ role, kind }: MakerFacts) => role === 'editor' && kind === 'person';
  const article: Article = {
    '@type': types[facts.kind],
    url: facts.url,
    mainEntityOfPage: facts.url,
    headline: facts.headline,
    description: view.description,
    image: some(images(photo, shapes, at)),
    datePublished: facts.published,
    dateModified: facts.changed,
    author: some(people(facts.signatories)),
    // The vocabulary knows persons alone as such.
    editor: some(people(facts.others.filter(isEditor)) as Person[]),
    translator: some(people(facts.others.filter(({ role }) => role === 'translator'))),
    contributor: some([
      ...people(facts.others.filter((maker) => maker.role !== 'translator' && !isEditor(maker))),
      ...(facts.authors.length > 0 ? agencies : []),
    ]),
    publisher: publisher(site),
    isPartOf: { '@type': 'Newspaper', name: site.name, publisher: { '@id': publisherId(url) } },
    articleSection: facts.section.label,
    keywords: some(facts.topics.map(({ label }) => label)),
    inLanguage: facts.language,
    isAccessibleForFree: true,
    license: facts.licence && licenceAddress(facts.licence),
    dateline: facts.dateline?.text,
    printEdition: facts.print && `${facts.print.publication}, ${facts.print.editionInWords}`,
    printSection: facts.print?.section,
    printPage: facts.print?.page,
    correction: some(
      facts.corrections
        .filter(({ kind }) => kind !== 'update')
        .map((correction): CorrectionComment => ({
          '@type': 'CorrectionComment',
          text: correction.text,
          datePublished: correction.at,
        })),
    ),
    speakable: { '@type': 'SpeakableSpecification', cssSelector: facts.standfirst ? ['h1', '.standfirst'] : ['h1'] },
  };
  return { '@context': 'https://schema.org', '@graph': [article, trail(view)] };
}

/** The paper itself, for its front page. */
export function frontData(site: SiteView): Graph {
  const { url } = site.paper;
  const page: WebSite = {
    '@type': 'WebSite',
    url: `${url}/`,
    name: site.name,
    description: site.tagline,
    inLanguage: site.language,
    publisher: { '@id': publisherId(url) },
    potentialAction: {
      '@type': 'SearchAction',
      target: `${absolute(addresses.search, url)}?q={words}`,
      // As Google reads it; the types know it by the longer form alone.
      ...{ 'query-input': 'required name=words' },
    },
  };
  return { '@context': 'https://schema.org', '@graph': [publisher(site), page] };
}

/** A page that lists stories, or what leads to them. */
export function listData({ site, heading, standfirst, canonical }: ListHead): Graph {
  const { url } = site.paper;
  const page: CollectionPage = {
    '@type': 'CollectionPage',
    url: canonical,
    name: heading,
    description: standfirst,
    inLanguage: site.language,
    isPartOf: { '@type': 'WebSite', name: site.name, url: `${url}/` },
  };
  return { '@context': 'https://schema.org', '@graph': [page] };
}

function publisherId(url: string): string {
  return `${url}/#publisher`;
}

function publisher({ paper }: SiteView): NewsMediaOrganization {
  const at = (href: string | undefined) => href && absolute(href, paper.url);
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(paper.url),
    name: paper.publisher.name,
    url: `${paper.url}/`,
    email: paper.publisher.email,
    logo: absolute(addresses.favicon, paper.url),
    publishingPrinciples: at(paper.principles),
    correctionsPolicy: at(paper.correctionsPolicy),
  };
}

function personOrOrganization({ name, kind, href }: SignatoryFacts, url: string): Person | Organization {
  return { '@type': kind === 'person' ? 'Person' : 'Organization', name, url: href && absolute(href, url) };
}

/** A picture in each of its shapes: a search engine shows the one that it needs, with its credit. */
function images(
  { caption, credit, licence, source }: Partial<PhotoView> = {},
  shapes: readonly { src: string; width: number; height: number }[],
  at: (href: string) => string,
): ImageObject[] {
  return shapes.map(({ src, width, height }) => ({
    '@type': 'ImageObject',
    url: at(src),
    // Google reads credit and licence only beside this.
    contentUrl: at(src),
    width: String(width),
    height: String(height),
    caption: caption && lineOf(caption),
    creditText: credit,
    license: licence && licenceAddress(licence),
    acquireLicensePage: source,
  }));
}

/** The way from the front page to the article, as masthead and headline tell it. */
function trail({ site, facts: { section, headline } }: ArticleView): BreadcrumbList {
  const { url } = site.paper;
  const stations = [
    { name: site.name, item: `${url}/` },
    { name: section.label, item: absolute(section.href, url) },
    { name: headline },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: stations.map((station, index) => ({ '@type': 'ListItem', position: index + 1, ...station })),
  };
}

/** A list that has something in it; one thing by itself. */
function some<T>(list: readonly T[]): T | readonly T[] | undefined {
  return list.length > 1 ? list : list[0];
}
