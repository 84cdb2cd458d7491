import type { Element, ElementContent, Properties } from 'hast';
import { lineOf } from './text.ts';
import { changed, elementOf, hasClass, placeOf } from './tree.ts';

/** What a piece of a text is to who sets it: furniture may stand a paragraph earlier or later. */
export type PieceKind = 'text' | 'heading' | 'furniture';

/** A text with the paragraphs and headings that it opens with apart, and what stands between and after them, piece by piece. */
export interface OpenedText {
  blocks: Element[];
  /** `before` is the number of blocks that come before it. */
  rest: { node: ElementContent; before: number; kind: PieceKind }[];
}

export function opened(text: readonly ElementContent[]): OpenedText {
  const blocks: Element[] = [];
  const rest: OpenedText['rest'] = [];
  let open = true;
  let last: ElementContent | undefined;
  for (const node of text) {
    if (isSpace(node)) continue;
    const isBlock = node.type === 'element' && /^(p|h[2-6])$/.test(node.tagName);
    open &&= isBlock || placeOf(node) !== undefined;
    if (open && isBlock) blocks.push(node);
    else rest.push({ node, before: blocks.length, kind: kindOf(node, last) });
    last = node;
  }
  return { blocks, rest };
}

function kindOf(node: ElementContent, last: ElementContent | undefined): PieceKind {
  if (node.type !== 'element') return 'text';
  if (/^h\d$/.test(node.tagName)) return 'heading';
  const isFurniture = placeOf(node) !== undefined || furniture.some((name) => hasClass(node, name));
  // What a colon announces stays below it.
  return isFurniture && !(last && /[:：]\s*$/.test(lineOf([last]))) ? 'furniture' : 'text';
}

const furniture = ['fact-box', 'timeline', 'related-block', 'pull-quote'];

function isSpace(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/**
 * A text below a story's headline: headings two ranks lower, but for titles of boxes, names that no other story has,
 * and no figures, which a PDF would have described.
 * @param id of the story
 */
export function forNewspaper(text: readonly ElementContent[], id: string): ElementContent[] {
  return changed(text, (element) => {
    const { tagName, children } = element;
    const properties = named(element.properties, id);
    if (/^h[2-6]$/.test(tagName))
      return elementOf(
        hasClass(element, 'box-title') ? 'p' : `h${Math.min(6, Number(tagName[1]) + 2)}`,
        properties,
        children,
      );
    if (tagName === 'figcaption') return elementOf('div', { className: ['plate-words'], ...properties }, children);
    if (tagName !== 'figure') return elementOf(tagName, properties, children);
    // A plain box cannot have a name of its own, a group can.
    return elementOf('div', properties.ariaLabel ? { role: 'group', ...properties } : properties, children);
  });
}

function named(properties: Properties, id: string): Properties {
  const own = (name: unknown) => `${id}-${String(name)}`;
  const renamed = Object.entries(properties).map(([name, value]): [string, Properties[string]] => {
    if (name === 'id') return [name, own(value)];
    if (/^aria(LabelledBy|DescribedBy)$/.test(name)) return [name, [value].flat().map(own)];
    if (name === 'href' && String(value).startsWith('#')) return [name, `#${own(String(value).slice(1))}`];
    return [name, value];
  });
  return Object.fromEntries(renamed);
}
