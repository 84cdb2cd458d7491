import { generateOpml } from 'feedsmith';
import type { Edition } from '../../newsroom/edition.ts';
import { wordsOf } from '../../newsroom/words.ts';
import { feedsOf } from './feed.ts';

/** Every feed of the paper in one file, which feed readers take in at once (OPML 2.0). */
export function opmlFile(edition: Edition): string {
  const { publication } = edition;
  const words = wordsOf(publication.language);
  const outlines = (kind: ReturnType<typeof feedsOf>[number]['kind']) =>
    feedsOf(edition)
      .filter((feed) => feed.kind === kind)
      .map(({ title, description, home, rss }) => ({
        type: 'rss',
        version: 'RSS2',
        text: title,
        title,
        description,
        xmlUrl: rss,
        htmlUrl: home,
        language: publication.language,
      }));
  const group = (text: string, kind: Parameters<typeof outlines>[0]) => {
    const feeds = outlines(kind);
    return feeds.length > 0 ? [{ text, outlines: feeds }] : [];
  };
  return generateOpml({
    head: {
      title: `${words.feeds.label} – ${publication.name}`,
      ownerName: publication.publisher.name,
      ownerEmail: publication.publisher.email,
    },
    body: {
      outlines: [
        ...outlines('paper'),
        ...group(words.lists.sections, 'section'),
        ...group(words.topics, 'topic'),
        ...group(words.lists.contributors, 'contributor'),
        ...outlines('corrections'),
      ],
    },
  });
}
