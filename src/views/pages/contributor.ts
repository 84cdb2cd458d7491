import type { Article, Contributor } from '../../newsroom/article.ts';
import { isShown, type Edition } from '../../newsroom/edition.ts';
import { listsOf } from '../../newsroom/lists.ts';
import { addresses } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { wordsOf } from '../../newsroom/words.ts';
import type { Listed } from '../listed.ts';
import type { DirectoryView } from './directory.ts';
import { listHead, listPages, shownCount, storiesByDay, type StoriesView } from './list.ts';
import type { LinkView } from '../site.ts';
import { leadPhotoView, type PhotoView } from '../story.ts';

/** A contributor's stories, and on the first page who that is. */
export interface ContributorView extends StoriesView {
  role?: string;
  portrait?: PhotoView;
  links?: { label: string; items: LinkView[] };
}

/** The pages of everybody who has made a story. */
export function contributorPages(edition: Edition): Listed<ContributorView>[] {
  const { publication } = edition;
  const { language, typography } = publication;
  const { lists } = wordsOf(language);
  const trail = { label: lists.trail, links: [{ label: lists.contributors, href: addresses.contributors }] };
  return contributorsOf(edition).flatMap(({ contributor, stories }) => {
    const { id, name, role, bio, portrait, links } = contributor;
    const count = shownCount(stories);
    const description = lists.storiesBy(typesetText(name, publication));
    const who = {
      role: role && typesetText(role, publication),
      portrait: leadPhotoView({ picture: portrait, language, typography }),
      links: links.length > 0 ? { label: lists.links, items: links.map(linkView) } : undefined,
    };
    return listPages(stories, addresses.contributor(id)).map((page) => ({
      address: page.address,
      view: () => ({
        ...listHead({
          edition,
          page,
          heading: name,
          standfirst: bio,
          description,
          count,
          trail,
          contents: [],
          feeds: addresses.contributor(id),
        }),
        ...(page.number === undefined ? who : {}),
        groups: storiesByDay(page.items, edition),
      }),
    }));
  });
}

/** The index of contributors, by name. */
export function contributorsView(edition: Edition): DirectoryView {
  const { publication } = edition;
  const { language } = publication;
  const { lists } = wordsOf(language);
  const entries = contributorsOf(edition).map(({ contributor: { id, name, role }, stories }) => ({
    label: typesetText(name, publication),
    href: addresses.contributor(id),
    count: lists.storyCount(shownCount(stories)),
    detail: role ? { text: typesetText(role, publication) } : undefined,
  }));
  const { compare } = new Intl.Collator(language);
  entries.sort((a, b) => compare(a.label, b.label));
  const contents = entries.map(({ label }) => label);
  return {
    ...listHead({
      edition,
      page: { address: addresses.contributors },
      heading: lists.contributors,
      empty: lists.nothingListed,
      contents,
    }),
    groups: entries.length > 0 ? [{ entries }] : [],
  };
}

/** Everybody who has made a story, with their stories, the oldest first. */
export function contributorsOf(edition: Edition): { contributor: Contributor; stories: readonly Article[] }[] {
  return [...listsOf(edition).byContributor].flatMap(([id, stories]) => {
    const found = stories[0]?.contributors.find(({ contributor }) => contributor.id === id);
    return found && stories.some(isShown) ? [{ contributor: found.contributor, stories }] : [];
  });
}

function linkView({ label, url }: Contributor['links'][number]): LinkView {
  return { label, href: url };
}
