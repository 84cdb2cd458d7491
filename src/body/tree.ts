import type { Element, ElementContent, Nodes, Properties, Text } from 'hast';
import type { BodyPhoto, BodyText } from './body.ts';
import { changedPart } from './parts.ts';

export function elementOf(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

export function textNode(value: string): Text {
  return { type: 'text', value };
}

export function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

/** What stands in a text for one of its parts. */
export function placeholder(part: number): Element {
  return elementOf('bs-part', { n: part }, []);
}

/** The number of the part that a node stands for; `undefined` for every other node. */
export function placeOf(node: Nodes): number | undefined {
  return node.type === 'element' && node.tagName === 'bs-part' ? Number(node.properties.n) : undefined;
}

/** The numbers of the parts at or below some nodes, in reading order. */
export function placesIn(nodes: readonly ElementContent[]): number[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    return placeOf(node) ?? placesIn(node.children);
  });
}

/** The elements at or below some nodes that a test holds for, in reading order. */
export function elementsIn(nodes: readonly ElementContent[], holds: (element: Element) => boolean): Element[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    return [...(holds(node) ? [node] : []), ...elementsIn(node.children, holds)];
  });
}

/**
 * Copies of nodes in which every element is what `change` has in its place, be it several nodes or none. It is given what
 * stands in an element before the element itself.
 */
export function changed(
  nodes: readonly ElementContent[],
  change: (element: Element) => ElementContent | readonly ElementContent[],
): ElementContent[] {
  return united(
    nodes.flatMap((node) =>
      node.type === 'element' ? change({ ...node, children: changed(node.children, change) }) : node,
    ),
  );
}

/** Texts that stand side by side as one, as a parser of HTML would have them. */
export function united(nodes: readonly ElementContent[]): ElementContent[] {
  const whole: ElementContent[] = [];
  for (const node of nodes) {
    const before = whole.at(-1);
    if (before?.type === 'text' && node.type === 'text') whole[whole.length - 1] = textNode(before.value + node.value);
    else whole.push(node);
  }
  return whole;
}

/** Nodes of several lines, with a line feed between two. */
export function lines(all: readonly (readonly ElementContent[])[]): ElementContent[] {
  return all.flatMap((line, index) => (index === 0 ? line : [textNode('\n'), ...line]));
}

/** A body of which the text and every caption is changed. */
export function changedThroughout(
  { text, parts }: BodyText,
  change: (nodes: readonly ElementContent[]) => ElementContent[],
): BodyText {
  const photo = (each: BodyPhoto): BodyPhoto => ({ ...each, caption: each.caption && change(each.caption) });
  return {
    text: change(text),
    parts: parts.map((part) => part && changedPart(part, { photo, caption: (words) => words && change(words) })),
  };
}
