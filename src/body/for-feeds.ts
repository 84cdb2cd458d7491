import type { Element, ElementContent, Properties } from 'hast';
import { absolute } from '../newsroom/permalink.ts';
import { changed, elementOf, hasClass, lines, placeOf, textNode } from './tree.ts';

const kept = new Set(
  'href src alt width height lang dir title cite dateTime colSpan rowSpan scope start reversed open value'.split(' '),
);

/**
 * Nodes for readers elsewhere, without what means something on this paper's pages alone; addresses are made whole.
 * @param canonical address of the page
 */
export function forFeeds(nodes: readonly ElementContent[], canonical: string): ElementContent[] {
  return changed(nodes, (element) => {
    const { tagName, properties, children } = element;
    if (placeOf(element) !== undefined) return element;
    if (properties.dataFootnoteBackref !== undefined) return [];
    // Where links to passages that are gone arrive.
    if (hasClass(element, 'retired')) return [];
    if (hasClass(element, 'box-title')) return elementOf('p', {}, [elementOf('strong', {}, children)]);
    if (tagName === 'label') return children;
    if (tagName === 'input') return textNode(properties.checked ? '☑' : '☐');
    return { ...element, properties: keptOf(properties, canonical) };
  });
}

function keptOf(properties: Properties, canonical: string): Properties {
  const list = Object.entries(properties).flatMap(([name, value]): [string, Properties[string]][] => {
    const [, align] = (name === 'className' && /^align-(\w+)$/.exec(String(value))) || [];
    if (align) return [['align', align]];
    if (name === 'id') return /^fn(ref)?-/.test(String(value)) ? [[name, value]] : [];
    if (!kept.has(name)) return [];
    const isAddress = /^(href|src|cite)$/.test(name) && /^[/#]/.test(String(value));
    return [[name, isAddress ? absolute(String(value), canonical) : value]];
  });
  return Object.fromEntries(list);
}

/** A text with its parts in their places, each on lines of its own; a part of which nothing is made is left out. */
export function withParts(
  text: readonly ElementContent[],
  make: (place: number) => readonly ElementContent[],
  within?: Element,
): ElementContent[] {
  const runs: ElementContent[][] = [[]];
  for (const node of text) {
    const place = placeOf(node);
    if (place !== undefined) runs.push([...make(place)], []);
    else
      runs.at(-1)?.push(node.type === 'element' ? { ...node, children: withParts(node.children, make, node) } : node);
  }
  return lines(runs.filter((run, index) => run.length > 0 || (within && (index === 0 || index === runs.length - 1))));
}
