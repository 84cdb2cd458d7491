import type { Element, ElementContent, Properties } from 'hast';
import type { BodyPart } from '../newsroom/article.ts';
import { bodyView, type BodyPartView, type VideoView } from '../views/body.ts';
import type { Book, Chapter } from '../views/paper/book.ts';
import type { PhotoView } from '../views/story.ts';
import { forReaders } from './for-readers.ts';
import { elementOf, textOf, treeOf } from './xhtml.ts';

interface Parts {
  parts: readonly BodyPart[];
  files: Book['files'];
  /** The name in the book of a picture, by where it lies in the site. */
  nameOf: (source: string) => string;
}

/** A story as readers of books show it: heading, lead picture, text, corrections, provenance. Its links are still those of its page. */
export function chapterTree(chapter: Chapter, { parts, ...places }: Parts): Element {
  const { lead } = chapter;
  const show = pictured(chapter, places);
  return elementOf('article', {}, [
    heading(chapter),
    ...(lead ? [show.photo(lead)] : []),
    ...bodyView({ parts, view: chapter }).flatMap(show.part),
    ...corrections(chapter),
    ...provenance(chapter),
  ]);
}

function heading({ kicker, kind, headline, standfirst, byline, dateline }: Chapter): Element {
  const over = [...(kind ? [elementOf('span', { className: ['kind'] }, textOf(kind))] : []), ...textOf(kicker)];
  return elementOf('header', {}, [
    ...(over.length > 0 ? [line('kicker', spaced(over))] : []),
    elementOf('h1', {}, textOf(headline)),
    ...(standfirst ? [line('standfirst', textOf(standfirst))] : []),
    ...byline.map((names, index) =>
      line(
        index === 0 ? 'names byline' : 'names',
        names.flatMap(({ text, href }) =>
          href ? [elementOf('a', { href, dir: 'auto' }, textOf(text))] : textOf(text),
        ),
      ),
    ),
    ...(dateline ? [line('dateline', textOf(dateline))] : []),
  ]);
}

/** Ways to show what is not words: pictures, films, other stories. */
function pictured({ labels }: Chapter, { files, nameOf }: Omit<Parts, 'parts'>) {
  const image = ({ file, alt }: PhotoView) =>
    elementOf('img', { src: nameOf(files[file.path] ?? ''), alt, width: file.width, height: file.height }, []);
  const figure = (photo: PhotoView, properties: Properties, between: ElementContent[] = []) =>
    elementOf('figure', properties, [image(photo), ...between, ...caption(photo)]);
  // A figure without a name of its own is named by its caption.
  const photo = (each: PhotoView, id?: string) =>
    figure(each, { id, ariaLabel: caption(each).length > 0 || each.alt ? labels.picture : undefined });
  const film = ({ label, duration, film: own, link }: VideoView) => {
    const name = elementOf('b', {}, textOf(label));
    const ways = [
      ...(own ? [{ href: files[own.file.path], words: [name, ...textOf(own.play)] }] : []),
      ...(link ? [{ href: link.href, words: [...(own ? [] : [name]), ...textOf(link.watch)] }] : []),
    ];
    return line(
      'video-link',
      spaced([
        ...ways.map(({ href, words }) => elementOf('a', { href }, spaced(words))),
        ...(duration ? [elementOf('span', { className: ['duration'] }, textOf(duration))] : []),
      ]),
    );
  };
  const part = (each: BodyPartView): ElementContent[] => {
    switch (each.kind) {
      case 'html':
        return forReaders(treeOf(each.html));
      case 'photo':
        return [anchored(photo(each.photo, each.anchor?.id), each.anchor)];
      case 'gallery': {
        const words = each.captionHtml ? [elementOf('figcaption', {}, forReaders(treeOf(each.captionHtml)))] : [];
        const photos = each.photos.map((one) => photo(one));
        const properties = { id: each.anchor?.id, ariaLabel: labels.pictures };
        return [anchored(elementOf('figure', properties, [...photos, ...words]), each.anchor)];
      }
      case 'video': {
        const properties = { id: each.anchor?.id, ariaLabel: labels.picture };
        return [anchored(figure(each.poster, properties, [film(each)]), each.anchor)];
      }
      case 'related':
        return [related(each)];
    }
  };
  return { photo, part };
}

/** A block to which links to passages that are gone lead as well. */
function anchored(element: Element, anchor: { retired: string[] } | undefined): Element {
  const retired = (anchor?.retired ?? []).map((id) => elementOf('span', { id }, []));
  return { ...element, children: [...retired, ...element.children] };
}

function caption({ captionHtml, credit, licence, source }: PhotoView): Element[] {
  const words = textOf([credit, licence].filter(Boolean).join('. '));
  const linked = source ? [elementOf('a', { href: source }, words)] : words;
  const parts = [
    ...(captionHtml ? [elementOf('span', {}, forReaders(treeOf(captionHtml)))] : []),
    ...(words.length > 0 ? [elementOf('small', {}, linked)] : []),
  ];
  return parts.length > 0 ? [elementOf('figcaption', {}, spaced(parts))] : [];
}

function related({ heading: title, rank = 2, stories }: Extract<BodyPartView, { kind: 'related' }>): Element {
  const items = stories.map(({ kind, headline, href, language, direction }) =>
    elementOf(
      'li',
      {},
      spaced([
        ...(kind ? [elementOf('span', { className: ['kind'] }, textOf(kind))] : []),
        elementOf('a', { href, lang: language, dir: direction }, textOf(headline)),
      ]),
    ),
  );
  return elementOf('aside', { className: ['related-block'], role: 'none' }, [
    elementOf(`h${rank}`, { className: ['box-title'] }, textOf(title)),
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
        spaced([elementOf('b', {}, textOf(kind)), elementOf('time', { dateTime: when.iso }, textOf(when.text))]),
      ),
      elementOf('p', {}, textOf(text)),
    ]),
  );
  const name = elementOf('h2', { id: 'corrections' }, textOf(title));
  return [elementOf('section', { ariaLabelledBy: ['corrections'] }, [name, elementOf('ol', {}, list)])];
}

function provenance({ provenance: printed, licence }: Chapter): Element[] {
  const lines = [printed, licence].flatMap((each) => (each ? [elementOf('p', {}, textOf(each))] : []));
  return lines.length > 0 ? [elementOf('div', { className: ['provenance'] }, lines)] : [];
}

/** What closes a story: its short link, which stays one, since it is what is passed on, and its times. */
export function endOf({ short, times }: Chapter): Element {
  return elementOf('footer', { className: ['story-end'] }, [
    elementOf('p', {}, [elementOf('a', { href: short.href, dir: 'ltr' }, textOf(short.text))]),
    ...times.map((time) => elementOf('p', {}, textOf(time))),
  ]);
}

function line(className: string, children: ElementContent[]): Element {
  return elementOf('p', { className: className.split(' ') }, children);
}

function spaced(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child, index) => (index === 0 ? [child] : [...textOf(' '), child]));
}
