import type { Element, Root, RootContent } from 'hast';
import type { VFile } from 'vfile';
import type { Anchor, BodyPart, BodyPhoto } from '../body/body.ts';
import { captionIn, photosIn } from '../body/parts.ts';
import { textOf, textsIn } from '../body/text.ts';
import { placeOf } from '../body/tree.ts';
import { identified, openingOf, type KeptPassages } from '../newsroom/passages.ts';

/**
 * An id on each passage of a text: on paragraphs, lists, quotations, tables and figures that stand in it by themselves.
 * Ids of passages that are gone stand at the beginning of the nearest one. Nothing is done where none are to be kept.
 */
export function rehypePassageIds() {
  return (tree: Root, file: VFile) => {
    if (!file.data.kept) return;
    const passages = tree.children.flatMap((node) => {
      const opening = isPassage(node) ? openingOf(wordsOf(node, file)) : '';
      return node.type === 'element' && opening ? [{ node, opening }] : [];
    });
    const { ids, kept } = identified(
      passages.map(({ opening }) => opening),
      file.data.kept,
    );
    file.data.passages = kept;
    const retired = Map.groupBy(Object.entries(kept.retired), ([, nearest]) => nearest);
    for (const [place, { node }] of passages.entries()) {
      const id = ids[place] ?? '';
      const gone = (retired.get(id) ?? []).map(([each]) => each);
      const part = partOf(node, file);
      if (part) part.anchor = { id, retired: gone };
      else {
        node.properties.id = id;
        beginningOf(node).children.unshift(...gone.map(anchor));
      }
    }
  };
}

function isPassage(node: RootContent): node is Element {
  return node.type === 'element' && node.properties.id === undefined && !/^(h[1-6]|hr|section)$/.test(node.tagName);
}

type Part = Extract<BodyPart, { anchor?: Anchor }>;

/** What a node stands for that is more than words; stories named in the text are no passage. */
function partOf(node: Element, file: VFile): Part | undefined {
  const part = file.data.parts?.[placeOf(node) ?? -1];
  return part?.kind === 'related' ? undefined : part;
}

/** What tells a passage from others: its text, or what is said of its pictures. */
function wordsOf(node: Element, file: VFile): string {
  const part = partOf(node, file);
  if (!part) return textOf([node]);
  return `${captionOf({ caption: captionIn(part) })} ${wordsOfPhotos(photosIn(part))}`;
}

function wordsOfPhotos(photos: readonly BodyPhoto[]): string {
  const words = photos
    .map((photo) => `${captionOf(photo)} ${photo.alt}`)
    .join(' ')
    .trim();
  return words || photos.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)).join(' ');
}

function captionOf({ caption = [] }: Pick<BodyPhoto, 'caption'>): string {
  return textsIn(caption).join(' ');
}

/** The first line of text in a passage, where an anchor may stand. */
function beginningOf(node: Element): Element {
  const first = node.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  return first?.type === 'element' && /^(p|li|dt|summary|blockquote|figcaption)$/.test(first.tagName)
    ? beginningOf(first)
    : node;
}

function anchor(id: string): Element {
  return { type: 'element', tagName: 'span', properties: { id, className: ['retired'] }, children: [] };
}

declare module 'vfile' {
  interface DataMap {
    /** What is known of the passages; absent where they need no ids. */
    kept?: KeptPassages;
    /** What is to be remembered of them. */
    passages?: KeptPassages;
  }
}
