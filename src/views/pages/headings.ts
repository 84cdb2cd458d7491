import type { Article, Heading } from '../../newsroom/article.ts';
import { isShown, type Edition } from '../../newsroom/edition.ts';
import { listsOf } from '../../newsroom/lists.ts';
import { addresses } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';
import type { Listed } from '../listed.ts';
import type { DirectoryView } from './directory.ts';
import { headlinesOf, listHead, listPages, shownCount, storiesByDay, type ListHead, type StoriesView } from './list.ts';

/** The pages of every section. */
export function sectionPages(edition: Edition): Listed<StoriesView>[] {
  return sectionsOf(edition).flatMap(({ heading, stories }) => {
    const address = addresses.section(heading.id);
    return pagesUnder({ edition, heading, stories, address, within: { label: heading.name, href: address } });
  });
}

/** A section or a topic with its stories, the oldest first; stories that were withdrawn are among them. */
export interface HeadingStories {
  heading: Heading;
  stories: readonly Article[];
}

/** Every section that the paper names, in its order, and those that only stories name. */
export function sectionsOf(edition: Edition): HeadingStories[] {
  const { publication, sections } = edition;
  const { bySection } = listsOf(edition);
  const named = [...bySection].filter(([, stories]) => stories.some(isShown)).map(([id]) => id);
  return [...new Set([...publication.sections, ...named])].map((id) => {
    const stories = bySection.get(id) ?? [];
    return { heading: stories[0]?.section ?? sections.get(id) ?? { id, name: id }, stories };
  });
}

/** The pages of every topic that has stories. */
export function topicPages(edition: Edition): Listed<StoriesView>[] {
  const words = wordsOf(edition.publication.language);
  const all = { label: words.topics, href: addresses.topics };
  const trail = { label: words.lists.trail, links: [all] };
  return topicsOf(edition).flatMap(({ heading, stories }) =>
    pagesUnder({ edition, heading, stories, address: addresses.topic(heading.id), within: all, trail }),
  );
}

/** The index of topics, by name. */
export function topicsView(edition: Edition): DirectoryView {
  const { publication } = edition;
  const { language } = publication;
  const words = wordsOf(language);
  const entries = topicsOf(edition).map(({ heading: { id, name, description }, stories }) => ({
    label: typesetText(name, publication),
    href: addresses.topic(id),
    count: words.lists.storyCount(shownCount(stories)),
    detail: description ? { text: typesetText(description, publication) } : undefined,
  }));
  const { compare } = new Intl.Collator(language);
  entries.sort((a, b) => compare(a.label, b.label));
  const contents = entries.map(({ label }) => label);
  return {
    ...listHead({
      edition,
      page: { address: addresses.topics },
      heading: words.topics,
      empty: words.lists.nothingListed,
      contents,
    }),
    groups: entries.length > 0 ? [{ entries }] : [],
  };
}

/** Every topic that has stories. */
export function topicsOf(edition: Edition): HeadingStories[] {
  return [...listsOf(edition).byTopic].flatMap(([id, stories]) => {
    const heading = stories[0]?.topics.find((topic) => topic.id === id);
    return heading && stories.some(isShown) ? [{ heading, stories }] : [];
  });
}

function pagesUnder({
  edition,
  heading: { name, description },
  stories,
  address,
  ...head
}: {
  edition: Edition;
  heading: Heading;
  stories: readonly Article[];
  address: string;
} & Pick<ListHead, 'within' | 'trail'>): Listed<StoriesView>[] {
  const count = shownCount(stories);
  return listPages(stories, address).map((page) => ({
    address: page.address,
    view: () => ({
      ...listHead({
        edition,
        page,
        heading: name,
        standfirst: description,
        count,
        contents: headlinesOf(page.items),
        feeds: stories.length > 0 ? address : undefined,
        ...head,
      }),
      groups: storiesByDay(page.items, edition),
    }),
  }));
}
