import { commaOf } from '../newsroom/calendar.ts';
import type { Edition } from '../newsroom/edition.ts';
import { directionOf, type Direction } from '../newsroom/language.ts';
import { licenceSentence } from '../newsroom/licence.ts';
import { addresses, feedOf } from '../newsroom/permalink.ts';
import { typesetText } from '../newsroom/typography.ts';
import { wordsOf } from '../newsroom/words.ts';

export interface LinkView {
  label: string;
  /** Leaves the paper when it begins with a scheme. */
  href: string;
}

/** What stands on every page around its own matter, in the paper's language. */
export interface SiteView {
  name: string;
  tagline?: string;
  /** The name as a drawing, with its size. */
  nameplate?: { src: string; width: number; height: number };
  language: string;
  direction: Direction;
  /** Address of the front page. */
  home: string;
  /** Ways to the rest of the paper: its sections in their order, then what finds a story. */
  navigation: { label: string; sections: LinkView[]; others: LinkView[] };
  /** Words of the search field, and where its question goes. */
  search: { label: string; button: string; href: string };
  imprint: {
    heading: string;
    lines: string[];
    email?: string;
    /** Of the paper itself, to read, to follow, and what it holds to; none is empty. */
    groups: { label: string; links: LinkView[] }[];
    /** Opens the settings of the display; shown when a script is there. */
    display: string;
  };
  paper: PaperFacts;
}

/** The paper for programs that read it. */
export interface PaperFacts {
  /** What every address begins with, without a slash at the end. */
  url: string;
  publisher: { name: string; place?: string; email?: string };
  /** Addresses of the pages on how the paper works and how it mends mistakes, from the root of the host or elsewhere. */
  principles?: string;
  correctionsPolicy?: string;
}

const known = new WeakMap<object, SiteView>();

/** The same object for the same edition, and for the next as long as it says the same. */
export function siteView(edition: SiteFacts): SiteView {
  const view = known.get(edition) ?? asBefore(newSiteView(edition));
  known.set(edition, view);
  return view;
}

let last: { text: string; view: SiteView } | undefined;

function asBefore(view: SiteView): SiteView {
  const text = JSON.stringify(view);
  if (last?.text !== text) last = { text, view };
  return last.view;
}

type SiteFacts = Pick<Edition, 'publication' | 'sections' | 'pages' | 'articles'>;

function newSiteView({ publication, sections, pages, articles }: SiteFacts): SiteView {
  const { name, tagline, language, publisher, licence, policies } = publication;
  const words = wordsOf(language);
  const { lists, searching, comfort } = words;
  const first = publication.pages.flatMap((id) => pages.get(id) ?? []);
  const ownPages = [...first, ...[...pages.values()].filter((page) => !first.includes(page))];
  return {
    name: typesetText(name, publication),
    tagline: tagline && typesetText(tagline, publication),
    ...(publication.nameplate && {
      nameplate: { src: addresses.nameplate, width: Math.round(48 * (publication.nameplateRatio ?? 6)), height: 48 },
    }),
    language,
    direction: directionOf(language),
    home: addresses.front,
    navigation: {
      label: lists.navigation,
      sections: publication.sections.map((id) => ({
        label: sections.get(id)?.name ?? id,
        href: addresses.section(id),
      })),
      others: [
        { label: words.topics, href: addresses.topics },
        { label: lists.archive, href: addresses.archive },
        { label: lists.search, href: addresses.search },
      ],
    },
    search: { label: searching.label, button: searching.button, href: addresses.search },
    imprint: {
      heading: words.imprint,
      lines: [
        words.publishedBy([publisher.name, publisher.place].filter(Boolean).join(commaOf(language))),
        ...(licence ? [licenceSentence(licence, language)] : []),
      ],
      email: publisher.email,
      display: comfort.settings,
      groups: [
        {
          label: words.groups.paper,
          links: [
            { label: words.frontPage, href: addresses.front },
            ...ownPages
              .filter(({ id }) => !isPolicy(id))
              .map(({ id, title }) => ({ label: typesetText(title, publication), href: addresses.page(id) })),
            { label: lists.contributors, href: addresses.contributors },
          ],
        },
        {
          label: words.groups.read,
          links: [
            { label: lists.editions, href: addresses.editions },
            { label: lists.archive, href: addresses.archive },
            { label: words.topics, href: addresses.topics },
            { label: comfort.savedStories, href: addresses.saved },
          ],
        },
        {
          label: words.groups.follow,
          links: [
            ...(articles.size > 0 ? [{ label: words.feeds.label, href: feedOf(addresses.front, 'rss') }] : []),
            ...[publication.channel, publication.subscription].flatMap((promo) =>
              promo ? [{ label: typesetText(promo.label, publication), href: promo.url }] : [],
            ),
          ],
        },
        {
          label: words.groups.policies,
          links: [
            ...ownPages
              .filter(({ id }) => isPolicy(id))
              .map(({ id, title }) => ({ label: typesetText(title, publication), href: addresses.page(id) })),
            { label: words.corrections, href: addresses.corrections },
            ...policies.map(({ label, url }) => ({ label, href: url })),
          ],
        },
      ].filter(({ links }) => links.length > 0),
    },
    paper: {
      url: publication.url,
      publisher,
      principles: policyOf('principles', { publication, pages }),
      correctionsPolicy: policyOf('corrections', { publication, pages }),
    },
  };
}

/** Names of static pages that say what they hold, the plainest first. */
const policyPages = {
  principles: ['principles', 'publishing-principles', 'editorial-principles', 'editorial-policy', 'about'],
  corrections: ['corrections-policy'],
};

/** Whether a page of its own says what the paper holds to, by its name. */
function isPolicy(id: string): boolean {
  return /polic|privacy|principles|standards|terms|legal|cookies|datenschutz|impressum/.test(id);
}

/** Where a policy stands: what an editor has said of a link decides, then the name of a page. */
function policyOf(
  subject: keyof typeof policyPages,
  { publication, pages }: Pick<SiteFacts, 'publication' | 'pages'>,
): string | undefined {
  const linked = publication.policies.find((policy) => policy.on === subject);
  const page = policyPages[subject].find((id) => pages.has(id));
  return linked?.url ?? (page && addresses.page(page));
}
