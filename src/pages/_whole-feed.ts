import { bodyOf } from '../archive/archive.ts';
import { feedPictureOf } from '../components/photo/feed-picture.ts';
import sheet from '../styles/feed.css?url&no-inline';
import type { ArticleView } from '../views/article.ts';
import { bodyView } from '../views/body.ts';
import type { FeedDocument, FeedEntry } from '../views/feed.ts';
import type { WholeDocument, WholeEntry } from '../views/feed-files.ts';
import { readerHtml } from '../views/reader-html.ts';

/** A file of a feed with the text of its entries. */
export async function wholeDocument(document: FeedDocument): Promise<WholeDocument> {
  return { ...document, entries: await Promise.all(document.entries.map(wholeEntry)), style: sheet };
}

const made = new WeakMap<FeedEntry, Promise<WholeEntry>>();

/** A story is in several feeds, and its text is made once. */
function wholeEntry(entry: FeedEntry): Promise<WholeEntry> {
  const whole = made.get(entry) ?? newWholeEntry(entry);
  made.set(entry, whole);
  return whole;
}

async function newWholeEntry(entry: FeedEntry): Promise<WholeEntry> {
  const { text, picture } = entry;
  if ('html' in text) return { ...entry, html: text.html };
  const { story } = text;
  const origin = new URL(story.canonical).origin;
  const pictures = await picturesOf(story, origin);
  const pictureAt = ({ path }: { path: string }) => {
    const found = pictures.get(path);
    if (!found) throw new Error(`The picture ${path} of ${story.canonical} is not among its pictures.`);
    return found;
  };
  const body = bodyView({ parts: bodyOf(story).parts, view: story });
  return {
    ...entry,
    html: readerHtml({ view: story, body, origin, pictureAt }),
    image: picture && pictureAt(picture.file),
  };
}

/** Where each picture of a story is, with its origin, by its path; films have no size, and are none. */
async function picturesOf({ pictures, lead }: ArticleView, origin: string) {
  const placed = pictures
    .filter(({ width }) => width > 0)
    .map(async (file) => {
      const picture = await feedPictureOf(file, file.path === lead?.file.path ? 'lead' : 'text');
      return [file.path, { ...picture, src: new URL(picture.src, origin).href }] as const;
    });
  return new Map(await Promise.all(placed));
}
