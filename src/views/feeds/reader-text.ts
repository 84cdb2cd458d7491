import type { ElementContent } from 'hast';
import { forFeeds, withParts } from '../../body/for-feeds.ts';
import { captionIn, photosIn } from '../../body/parts.ts';
import { elementOf, lines, textNode } from '../../body/tree.ts';
import { absolute } from '../../newsroom/permalink.ts';
import type { BodyPartView, BodyView, VideoView } from '../body.ts';
import type { ArticleView } from '../pages/article.ts';
import { creditLine, type PhotoView, type PictureFile } from '../story.ts';

/** One file of a picture for readers elsewhere: its address, with its origin or without, and its size in pixels. */
export type PictureAt = (file: PictureFile) => { src: string; width: number; height: number };

/** As much of an article as its text needs. */
export type ReaderView = Pick<
  ArticleView,
  'canonical' | 'lead' | 'corrections' | 'provenance' | 'licence' | 'language' | 'direction'
>;

/**
 * An article for readers that are not this paper's pages: lead picture, text, corrections, provenance. Every
 * address is absolute, captions and credits are kept; no script, class, id or attribute that means something here alone.
 * The headline and what stands with it are left to the reader, ways to other stories are left out.
 */
export function readerText({
  view,
  body,
  origin,
  pictureAt,
}: {
  view: ReaderView;
  body: BodyView;
  origin: string;
  pictureAt: PictureAt;
}): ElementContent[] {
  const { canonical, lead, corrections, provenance, licence } = view;
  const image = ({ file, alt }: PhotoView) => {
    const { src, width, height } = pictureAt(file);
    return elementOf('img', { src: absolute(src, origin), alt, width, height }, []);
  };
  const photo = (each: PhotoView) => figure([image(each)], captionOf(each, canonical));
  const video = ({ poster, label, duration, film, link }: VideoView) => {
    // A film of the paper's own is played on the article's page.
    const ways = [film && { href: canonical, words: film.play }, link && { href: link.href, words: link.watch }]
      .filter((way) => way !== undefined)
      .map(({ href, words }) => elementOf('a', { href }, [textNode(words)]));
    const words = spaced([elementOf('b', {}, [textNode(label)]), ...ways, ...(duration ? [textNode(duration)] : [])]);
    return figure([image(poster), elementOf('p', {}, words)], captionOf(poster, canonical));
  };
  const partText = (part: BodyPartView | undefined): ElementContent[] => {
    switch (part?.kind) {
      case 'photo':
        return [photo(part.photo)];
      case 'video':
        return [video(part)];
      default: {
        const photos = photosIn(part);
        if (photos.length === 0) return [];
        return [figure(lines(photos.map((each) => [photo(each)])), forFeeds(captionIn(part) ?? [], canonical))];
      }
    }
  };
  const notes = corrections.items.map(({ kind, text, when }) => {
    const time = elementOf('time', { dateTime: when.iso }, [textNode(when.text)]);
    const head = spaced([elementOf('b', {}, [textNode(kind)]), time]);
    return elementOf('li', {}, [elementOf('p', {}, head), paragraph(text)]);
  });
  return lines(
    [
      lead ? [photo(lead)] : [],
      withParts(forFeeds(body.text, canonical), (place) => partText(body.parts[place])),
      notes.length > 0 ? [elementOf('h2', {}, [textNode(corrections.heading)])] : [],
      notes.length > 0 ? [elementOf('ol', {}, lines(notes.map((note) => [note])))] : [],
      ...[provenance, licence].map((line) => (line ? [paragraph(line)] : [])),
    ].filter((line) => line.length > 0),
  );
}

function figure(inside: ElementContent[], caption: ElementContent[]): ElementContent {
  return elementOf('figure', {}, caption.length > 0 ? [...inside, elementOf('figcaption', {}, caption)] : inside);
}

function captionOf(photo: PhotoView, canonical: string): ElementContent[] {
  const { caption, source } = photo;
  const line = textNode(creditLine(photo));
  const small = elementOf('small', {}, [source ? elementOf('a', { href: source }, [line]) : line]);
  const words = forFeeds(caption ?? [], canonical);
  if (!line.value) return words;
  return words.length > 0 ? [...words, textNode(' '), small] : [small];
}

function paragraph(text: string): ElementContent {
  return elementOf('p', {}, [textNode(text)]);
}

/** Nodes with a space between two. */
function spaced(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [textNode(' '), node]));
}
