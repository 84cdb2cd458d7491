import type { Element, ElementContent } from 'hast';
import { lineOf } from '../../body/text.ts';
import { changed, elementsIn, hasClass, placeOf, placesIn } from '../../body/tree.ts';
import { lettersOf } from '../../newsroom/letters.ts';
import type { BodyPartView, BodyView } from '../body.ts';
import type { ArticleView } from './article.ts';

/** What stands in the margin of a wide screen, each thing beside its place in the text. */
export interface MarginView {
  /** The text, in which that is marked. */
  body: BodyView;
  /**
   * Where the related stories stand: beside the text only where nothing else comes near them there, and staying beside it while it
   * is read where the margin holds nothing else, and nothing wide reaches into it.
   */
  related: 'below' | 'beside' | 'staying';
  /** Whether anything stands in the margin. */
  used: boolean;
}

// In lines of the text, near enough to make up a page by; most screens need less.
const letters = { text: 64, box: 36, quote: 24, note: 40, story: 32 };
const heights = {
  gap: 0.5,
  heading: 3,
  caption: 2.5,
  row: 1.3,
  picture: 21,
  small: 10,
  box: 3,
  story: 1.2,
  detail: 0.6,
};
/** How much longer than estimated the related stories may become by a reader's settings. */
const leeway = 1.6;
/** Of what is longer, a screen shows a part. */
const longest = 26;

interface Furniture {
  node: Element;
  /** Where it belongs, and how high it is there. */
  at: number;
  height: number;
  /** Of a note, which stands at the end of the text as well. */
  words?: string;
}

/** Makes up the margin: boxes, quotations, further stories, small pictures and notes, as long as they reach into nothing else. */
export function marginView(body: BodyView, related: ArticleView['related']): MarginView {
  const rail = railHeight(related) * leeway;
  const { furniture, barriers } = measured(body);
  const wide = barriers.slice(0, -1);
  const beside =
    rail > 0 && !furniture.some(({ at, words }) => words === undefined && at < rail) && !wide.some((at) => at < rail);
  let free = beside ? rail : 0;
  const placed = furniture.filter(({ at, height, words }) => {
    const end = Math.max(at, free) + height * 1.15;
    const fits = height <= longest && end <= (barriers.find((each) => each > at) ?? 0);
    // The style sheet knows nothing of the height of the related stories.
    if (!fits || (beside && words !== undefined && at < rail)) return false;
    free = end;
    return true;
  });
  const stays = placed.length === 0 && wide.length === 0 && rail < longest;
  return {
    body: marked(body, new Map(placed.map(({ node, words }) => [node, words]))),
    related: beside ? (stays ? 'staying' : 'beside') : 'below',
    used: beside || placed.length > 0,
  };
}

function railHeight({ groups }: ArticleView['related']): number {
  return sum(
    groups.flatMap(({ stories }) => [
      heights.gap * 3,
      ...stories.map(
        (story) =>
          set(story.headline, letters.story) * 0.75 +
          heights.story +
          heights.detail * [story.date, story.note, 'kind' in story && story.kind].filter(Boolean).length,
      ),
    ]),
  );
}

/** What can stand in the margin, and the lines that nothing there may pass: those of wide blocks, and the last. */
function measured({ text, parts }: BodyView): { furniture: Furniture[]; barriers: number[] } {
  const notes = notesIn(text);
  const furniture: Furniture[] = [];
  const barriers: number[] = [];
  let at = 0;
  for (const node of text) {
    if (node.type !== 'element' || 'dataFootnotes' in node.properties) continue;
    const part = parts[placeOf(node) ?? -1];
    if (isWide(node, part)) barriers.push(at);
    const height = part ? marginHeightOfPart(part) : marginHeight(node);
    if (height !== undefined) {
      furniture.push({ node, at, height });
      continue;
    }
    for (const sign of elementsIn([node], ({ properties }) => 'dataFootnoteRef' in properties)) {
      const words = notes.get(String(sign.properties.href));
      notes.delete(String(sign.properties.href));
      if (words)
        furniture.push({
          node: sign,
          at,
          height: set(words, letters.note) * 0.65 + heights.gap,
          words: `${lineOf([sign])}\u2002${words}`,
        });
    }
    at += (part ? heightOfPart(part) : flowHeight(node)) + heights.gap;
  }
  return { furniture, barriers: [...barriers, at] };
}

/** The words of each note by the address that its sign leads to. */
function notesIn(text: readonly ElementContent[]): Map<string, string> {
  const sections = elementsIn(text, ({ properties }) => 'dataFootnotes' in properties);
  const notes = elementsIn(sections, ({ tagName, properties }) => tagName === 'li' && properties.id !== undefined);
  return new Map(
    notes.map(({ properties, children }) => [
      `#${encodeURI(String(properties.id))}`,
      lineOf(changed(children, (each) => ('dataFootnoteBackref' in each.properties ? [] : each))),
    ]),
  );
}

function isWide(node: Element, part: BodyPartView | undefined): boolean {
  return hasClass(node, 'wide') || (part !== undefined && 'placement' in part && part.placement === 'wide');
}

/** `undefined` for what does not belong into the margin, or needs the width of the text. */
function marginHeight(node: Element): number | undefined {
  const words = lineOf([node]);
  if (hasClass(node, 'pull-quote')) return set(words, letters.quote) + heights.box;
  const needsWidth = elementsIn([node], ({ tagName }) => /^(table|pre|details)$/.test(tagName)).length > 0;
  if (!hasClass(node, 'fact-box') || needsWidth || placesIn([node]).length > 0) return undefined;
  return set(words, letters.box) * 0.75 + blocksIn(node) * heights.gap * 2 + heights.box;
}

function marginHeightOfPart(part: BodyPartView): number | undefined {
  if (part.kind === 'photo' && part.placement === 'inset')
    return heights.small * heightToWidth(part.photo) + heights.caption;
  if (part.kind !== 'related') return undefined;
  const stories = part.stories.map(({ headline }) => set(headline, letters.story) * 0.75 + heights.story);
  return sum(stories) + heights.box;
}

function heightOfPart(part: BodyPartView): number {
  if (part.kind === 'related') return 0;
  const ratio = part.kind === 'gallery' ? 1 : heightToWidth(part.kind === 'photo' ? part.photo : part.poster);
  return heights.picture * Math.min(1, ratio) + heights.caption;
}

function heightToWidth({ file }: { file: { width: number; height: number } }): number {
  return file.height / file.width;
}

function flowHeight(node: Element): number {
  if (/^h\d$/.test(node.tagName)) return heights.heading;
  const rows = elementsIn([node], ({ tagName }) => tagName === 'tr').length;
  return rows > 0 ? rows * heights.row : set(lineOf([node]), letters.text) + blocksIn(node) * heights.gap;
}

function blocksIn({ children }: Element): number {
  return elementsIn(children, ({ tagName }) => /^(p|li|h\d)$/.test(tagName)).length;
}

function set(text: string, width: number): number {
  return Math.ceil(lettersOf(text) / width);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Blocks get a class, parts a mark, and the signs of notes their words, which the style sheet sets where there is room. */
function marked({ text, parts }: BodyView, placed: ReadonlyMap<Element, string | undefined>): BodyView {
  const places = new Set([...placed.keys()].map((node) => placeOf(node)));
  const mark = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.map((node) => {
      if (node.type !== 'element') return node;
      const { properties } = node;
      const children = mark(node.children);
      if (!placed.has(node) || placeOf(node) !== undefined) return { ...node, children };
      const words = placed.get(node);
      return words === undefined
        ? { ...node, children, properties: { ...properties, className: [...classesOf(node), 'margin'] } }
        : { ...node, children, properties: { ...properties, dataNote: words } };
    });
  return {
    text: placed.size > 0 ? mark(text) : text,
    parts: parts.map((part, place) => (part && places.has(place) ? { ...part, inMargin: true } : part)),
  };
}

function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}
