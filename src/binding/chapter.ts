import type { Element, ElementContent, Properties } from 'hast';
import type { BodyText } from '../body/body.ts';
import { forBooks } from '../body/for-books.ts';
import { captionIn, photosIn } from '../body/parts.ts';
import { changed, elementOf, placeOf, textNode } from '../body/tree.ts';
import { bodyView, type BodyPartView, type VideoView } from '../views/body.ts';
import type { Book, Chapter } from '../views/paper/book.ts';
import type { PhotoView } from '../views/story.ts';

interface Parts {
  body: BodyText;
  files: Book['files'];
  /** The name in the book of a picture, by where it lies in the site. */
  nameOf: (source: string) => string;
}

/** A story as readers of books show it: heading, lead picture, text, corrections, provenance. Its links are still those of its page. */
export function chapterTree(chapter: Chapter, { body, ...places }: Parts): Element {
  const { lead } = chapter;
  const show = pictured(chapter, places);
  const { text, parts } = bodyView({ body, view: chapter });
  return elementOf('article', {}, [
    heading(chapter),
    ...(lead ? [show.photo(lead)] : []),
    ...changed(forBooks(text), (element) => {
      const part = parts[placeOf(element) ?? -1];
      return placeOf(element) === undefined ? element : part ? show.part(part) : [];
    }),
    ...corrections(chapter),
    ...provenance(chapter),
  ]);
}

function heading({ kicker, kind, headline, standfirst, byline, dateline }: Chapter): Element {
  const over = [...(kind ? [elementOf('span', { className: ['kind'] }, words(kind))] : []), ...words(kicker)];
  return elementOf('header', {}, [
    ...(over.length > 0 ? [line('kicker', spaced(over))] : []),
    elementOf('h1', {}, words(headline)),
    ...(standfirst ? [line('standfirst', words(standfirst))] : []),
    ...byline.map((names, index) =>
      line(
        index === 0 ? 'names byline' : 'names',
        names.flatMap(({ text, href }) => (href ? [elementOf('a', { href, dir: 'auto' }, words(text))] : words(text))),
      ),
    ),
    ...(dateline ? [line('dateline', words(dateline))] : []),
  ]);
}

/** Ways to show what is not words: pictures, films, other stories. */
function pictured({ labels }: Chapter, { files, nameOf }: Omit<Parts, 'body'>) {
  const image = ({ file, alt }: PhotoView) =>
    elementOf('img', { src: nameOf(files[file.path] ?? ''), alt, width: file.width, height: file.height }, []);
  const figure = (photo: PhotoView, properties: Properties, between: ElementContent[] = []) =>
    elementOf('figure', properties, [image(photo), ...between, ...caption(photo)]);
  // A figure without a name of its own is named by its caption.
  const photo = (each: PhotoView, id?: string) =>
    figure(each, { id, ariaLabel: caption(each).length > 0 || each.alt ? labels.picture : undefined });
  const film = ({ label, duration, film: own, link }: VideoView) => {
    const name = elementOf('b', {}, words(label));
    const ways = [
      ...(own ? [{ href: files[own.file.path], inside: [name, ...words(own.play)] }] : []),
      ...(link ? [{ href: link.href, inside: [...(own ? [] : [name]), ...words(link.watch)] }] : []),
    ];
    return line(
      'video-link',
      spaced([
        ...ways.map(({ href, inside }) => elementOf('a', { href }, spaced(inside))),
        ...(duration ? [elementOf('span', { className: ['duration'] }, words(duration))] : []),
      ]),
    );
  };
  const part = (each: BodyPartView): Element => {
    switch (each.kind) {
      case 'photo':
        return anchored(photo(each.photo, each.anchor?.id), each.anchor);
      case 'video': {
        const properties = { id: each.anchor?.id, ariaLabel: labels.picture };
        return anchored(figure(each.poster, properties, [film(each)]), each.anchor);
      }
      case 'related':
        return related(each);
      default: {
        const below = captionIn(each);
        const photos = photosIn(each).map((one) => photo(one));
        const properties = { id: each.anchor?.id, ariaLabel: labels.pictures };
        const words = below ? [elementOf('figcaption', {}, forBooks(below))] : [];
        return anchored(elementOf('figure', properties, [...photos, ...words]), each.anchor);
      }
    }
  };
  return { photo, part };
}

/** A block to which links to passages that are gone lead as well. */
function anchored(element: Element, anchor: { retired: string[] } | undefined): Element {
  const retired = (anchor?.retired ?? []).map((id) => elementOf('span', { id }, []));
  return { ...element, children: [...retired, ...element.children] };
}

function caption({ caption: said, credit, licence, source }: PhotoView): Element[] {
  const line = words([credit, licence].filter(Boolean).join('. '));
  const linked = source ? [elementOf('a', { href: source }, line)] : line;
  const parts = [
    ...(said ? [elementOf('span', {}, forBooks(said))] : []),
    ...(line.length > 0 ? [elementOf('small', {}, linked)] : []),
  ];
  return parts.length > 0 ? [elementOf('figcaption', {}, spaced(parts))] : [];
}

function related({ heading: title, rank = 2, stories }: Extract<BodyPartView, { kind: 'related' }>): Element {
  const items = stories.map(({ kind, headline, href, language, direction }) =>
    elementOf(
      'li',
      {},
      spaced([
        ...(kind ? [elementOf('span', { className: ['kind'] }, words(kind))] : []),
        elementOf('a', { href, lang: language, dir: direction }, words(headline)),
      ]),
    ),
  );
  return elementOf('aside', { className: ['related-block'], role: 'none' }, [
    elementOf(`h${rank}`, { className: ['box-title'] }, words(title)),
    elementOf('ul', {}, items),
  ]);
}

function corrections({ corrections: { heading: title, items } }: Chapter): Element[] {
  if (items.length === 0) return [];
  const list = items.map(({ kind, text, when }) =>
    elementOf('li', {}, [
      elementOf(
        'p',
        {},
        spaced([elementOf('b', {}, words(kind)), elementOf('time', { dateTime: when.iso }, words(when.text))]),
      ),
      elementOf('p', {}, words(text)),
    ]),
  );
  const name = elementOf('h2', { id: 'corrections' }, words(title));
  return [elementOf('section', { ariaLabelledBy: ['corrections'] }, [name, elementOf('ol', {}, list)])];
}

function provenance({ provenance: printed, licence }: Chapter): Element[] {
  const lines = [printed, licence].flatMap((each) => (each ? [elementOf('p', {}, words(each))] : []));
  return lines.length > 0 ? [elementOf('div', { className: ['provenance'] }, lines)] : [];
}

/** What closes a story: its short link, which stays one, since it is what is passed on, and its times. */
export function endOf({ short, times }: Chapter): Element {
  return elementOf('footer', { className: ['story-end'] }, [
    elementOf('p', {}, [elementOf('a', { href: short.href, dir: 'ltr' }, words(short.text))]),
    ...times.map(({ text, iso }) => elementOf('p', {}, [elementOf('time', { dateTime: iso }, words(text))])),
  ]);
}

function line(className: string, children: ElementContent[]): Element {
  return elementOf('p', { className: className.split(' ') }, children);
}

function spaced(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child, index) => (index === 0 ? [child] : [...words(' '), child]));
}

function words(value: string | undefined): ElementContent[] {
  return value ? [textNode(value)] : [];
}
