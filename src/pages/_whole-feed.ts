import { bodyOf } from '../archive/archive.ts';
import { htmlOf } from '../body/html.ts';
import { readerPictures } from '../components/photo/reader-pictures.ts';
import sheet from '../styles/feed.css?url&no-inline';
import { bodyView } from '../views/body.ts';
import type { FeedDocument, FeedEntry } from '../views/feeds/feed.ts';
import type { WholeDocument, WholeEntry } from '../views/feeds/feed-files.ts';
import { readerText } from '../views/feeds/reader-text.ts';

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
  const pictureAt = await readerPictures(story.pictures);
  const body = bodyView({ body: bodyOf(story), view: story });
  return {
    ...entry,
    html: htmlOf(readerText({ view: story, body, origin, pictureAt })),
    image: picture && whole(pictureAt(picture.file), origin),
  };
}

function whole<T extends { src: string }>(picture: T, origin: string): T {
  return { ...picture, src: new URL(picture.src, origin).href };
}
