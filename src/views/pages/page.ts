import type { BodyText } from '../../body/body.ts';
import { withoutLinks } from '../../body/held-links.ts';
import { changedThroughout } from '../../body/tree.ts';
import type { PictureFile, StaticPage } from '../../newsroom/article.ts';
import { isShown, type Edition } from '../../newsroom/edition.ts';
import type { Direction } from '../../newsroom/language.ts';
import { absolute, addresses, pathOfPermalink } from '../../newsroom/permalink.ts';
import { typesetText } from '../../newsroom/typography.ts';
import { articleLabels, type ArticleLabels } from './article.ts';
import { siteView, type SiteView } from '../site.ts';
import { storyView, type StoryView } from '../story.ts';

/** Everything that a static page says but its body. */
export interface PageView {
  site: SiteView;
  language: string;
  direction: Direction;
  /** Of the window and of bookmarks. */
  title: string;
  description?: string;
  /** With its origin. */
  canonical: string;
  heading: string;
  bodyKey: string;
  pictures: PictureFile[];
  /** Stories that the body names in blocks of its own, by path. */
  mentioned: Record<string, StoryView>;
  /** Paths of stories that the body links to and that are not out yet. */
  held: string[];
  labels: ArticleLabels;
}

export function pageView({ page, edition }: { page: StaticPage; edition: Edition }): PageView {
  const { publication, articles } = edition;
  const { id, language, direction, bodyKey, pictures, mentions } = page;
  const heading = typesetText(page.title, page);
  return {
    site: siteView(edition),
    language,
    direction,
    title: `${heading} – ${publication.name}`,
    description: page.description ? typesetText(page.description, page) : page.opening,
    canonical: absolute(addresses.page(id), publication.url),
    heading,
    bodyKey,
    pictures,
    mentioned: Object.fromEntries(
      mentions.flatMap((path) => {
        const mentioned = articles.get(path);
        return mentioned && isShown(mentioned) ? [[path, storyView(mentioned)]] : [];
      }),
    ),
    held: mentions.filter((path) => !articles.has(path)),
    labels: articleLabels(language),
  };
}

/** A body whose links to stories that are not out yet are plain words: an article waits for what it links to, a page does not. */
export function withoutHeldLinks(body: BodyText, { held, canonical }: Pick<PageView, 'held' | 'canonical'>): BodyText {
  if (held.length === 0) return body;
  const isHeld = (href: string) => held.includes(pathOfPermalink(href, canonical) ?? '');
  return changedThroughout(body, (nodes) => withoutLinks(nodes, isHeld));
}
