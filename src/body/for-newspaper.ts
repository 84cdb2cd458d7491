import type { Element, ElementContent, Properties } from 'hast';
import { changed, elementOf, hasClass, placeOf } from './tree.ts';

/** A text with the paragraphs and headings that it opens with apart, and what stands between and after them. */
export interface OpenedText {
  blocks: Element[];
  /** `before` is the number of blocks that come before it. A part stands by itself unless something else is around it. */
  rest: { nodes: ElementContent[]; before: number }[];
}

export function opened(text: readonly ElementContent[]): OpenedText {
  const blocks: Element[] = [];
  const rest: OpenedText['rest'] = [];
  let open = true;
  let stretch: ElementContent[] | undefined;
  for (const node of text) {
    const isBlock = node.type === 'element' && /^(p|h[2-6])$/.test(node.tagName);
    if (placeOf(node) !== undefined) {
      rest.push({ nodes: [node], before: blocks.length });
      stretch = undefined;
    } else if (open && isBlock) blocks.push(node);
    else if (stretch) stretch.push(node);
    else if (!isSpace(node)) {
      open = false;
      stretch = [node];
      rest.push({ nodes: stretch, before: blocks.length });
    }
  }
  return { blocks, rest: rest.map(({ nodes, before }) => ({ nodes: withoutLastSpace(nodes), before })) };
}

function withoutLastSpace(nodes: ElementContent[]): ElementContent[] {
  const last = nodes.at(-1);
  return last && isSpace(last) ? nodes.slice(0, -1) : nodes;
}

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
