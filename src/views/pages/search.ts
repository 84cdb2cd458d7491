import type { Article } from '../../newsroom/article.ts';
import type { Edition } from '../../newsroom/edition.ts';
import { indexParts } from '../../newsroom/index-parts.ts';
import { languageOf } from '../../newsroom/languages.ts';
import { listsOf } from '../../newsroom/lists.ts';
import { absolute, addresses } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';
import { newestView, shownCount, type NewestView } from './list.ts';
import { siteView, type LinkView, type SiteView } from '../site.ts';

/** The page that searches the archive; without scripts, a way into it by year. */
export interface SearchView {
  site: SiteView;
  title: string;
  description: string;
  canonical: string;
  skip: string;
  heading: string;
  button: string;
  filters: { heading: string; fields: FilterView[] };
  order: { label: string; options: { value: string; label: string }[] };
  more: string;
  newest: NewestView;
  years: { heading: string; items: (LinkView & { count: string })[] };
  withoutScript: string;
  /** What the script needs: parts of the index, and sentences with `{count}` and `{query}` where those go. */
  script: {
    parts: string[];
    /** Those of them whose language puts no space between words; absent where there are none. */
    unspaced?: string[];
    language: string;
    /** By plural category of the count. */
    found: Partial<Record<Intl.LDMLPluralRule, string>>;
    nothing: string;
    /** Over words that lead somewhere, where those of the reader do not. */
    near: string;
    busy: string;
    failed: string;
  };
}

/** A way to narrow a search; those that narrow nothing are left out. */
export interface FilterView {
  /** In the address: `section`, `topic`, `contributor` or `year`. */
  name: string;
  label: string;
  all: string;
  options: { value: string; label: string }[];
}

export function searchView(edition: Edition): SearchView {
  const { publication, sections, topics, contributors } = edition;
  const { language } = publication;
  const words = wordsOf(language);
  const { lists, searching } = words;
  const number = new Intl.NumberFormat(language);
  const filter = (
    name: string,
    label: string,
    ids: Iterable<string>,
    groups: Groups,
    nameOf: (id: string) => string,
  ) => ({
    name,
    label,
    all: searching.all,
    options: [...ids].flatMap((id) => {
      const count = shownCount(groups.get(id) ?? []);
      return count > 0 ? [{ value: id, label: `${nameOf(id)} (${number.format(count)})` }] : [];
    }),
  });
  const { all, bySection, byTopic, byContributor } = listsOf(edition);
  const named = (groups: Groups, headings: ReadonlyMap<string, { name: string }>) => {
    const name = (id: string) => headings.get(id)?.name ?? id;
    return [[...groups.keys()].sort((a, b) => name(a).localeCompare(name(b), language)), groups, name] as const;
  };
  const parts = indexParts(edition).map(({ name: part }) => part);
  const unspaced = parts.filter((part) => languageOf(part).unspaced);
  const byYear = Map.groupBy(all, ({ path }) => path.slice(0, 4));
  const years = [...byYear.keys()].sort().reverse();
  const ownOrder = new Set([...publication.sections, ...bySection.keys()]);
  return {
    site: siteView(edition),
    title: `${searching.label} – ${publication.name}`,
    description: typesetText(searching.description(publication.name), words.language),
    canonical: absolute(addresses.search, publication.url),
    skip: words.skipToText,
    heading: searching.label,
    button: searching.button,
    filters: {
      heading: searching.filters,
      fields: [
        filter('section', searching.section, ownOrder, bySection, (id) => sections.get(id)?.name ?? id),
        filter('topic', searching.topic, ...named(byTopic, topics)),
        filter('contributor', searching.contributor, ...named(byContributor, contributors)),
        filter('year', searching.year, years, byYear, (year) => year),
      ].filter(({ options }) => options.length > 1),
    },
    order: {
      label: searching.order,
      options: [
        { value: '', label: searching.byRelevance },
        { value: 'newest', label: searching.byNewest },
        { value: 'oldest', label: searching.byOldest },
      ],
    },
    more: searching.more,
    newest: newestView(edition),
    years: {
      heading: lists.archive,
      items: years.flatMap((year) => {
        const count = shownCount(byYear.get(year) ?? []);
        return count > 0 ? [{ label: year, href: addresses.period(year), count: lists.storyCount(count) }] : [];
      }),
    },
    withoutScript: searching.withoutScript,
    script: {
      parts,
      unspaced: unspaced.length > 0 ? unspaced : undefined,
      language,
      found: byPlural(searching.resultCount, words.language),
      nothing: typesetText(searching.nothing('{query}'), words.language),
      near: searching.near,
      busy: searching.busy,
      failed: searching.failed,
    },
  };
}

type Groups = ReadonlyMap<string, readonly Article[]>;

/** A sentence about a count in each of the forms that a language has for it, with `{count}` in place of the figure. */
function byPlural(sentence: (count: number) => string, language: string): SearchView['script']['found'] {
  const rules = new Intl.PluralRules(language);
  // Every category of every language has one of these.
  const samples = [...Array(200).keys(), 1_000_000].reverse();
  return Object.fromEntries(
    samples.map((count) => [
      rules.select(count),
      sentence(count).replace(/\p{Nd}[\p{Nd}.,٬\u00a0\u202f]*/u, '{count}'),
    ]),
  );
}
