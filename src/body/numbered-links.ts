import type { ElementContent, Properties } from 'hast';
import { changed, placeOf } from './tree.ts';

/**
 * Nodes in which each link that leads off the page has its number, behind its address.
 * @param numberOf is asked in reading order
 * @param part is told of each part where it stands
 */
export function withNumbers(
  nodes: readonly ElementContent[],
  numberOf: (href: string) => number,
  part?: (place: number) => void,
): ElementContent[] {
  return changed(nodes, (element) => {
    const place = placeOf(element);
    if (place !== undefined) part?.(place);
    const { href } = element.properties;
    if (element.tagName !== 'a' || typeof href !== 'string' || href.startsWith('#')) return element;
    const dataN = numberOf(href);
    const properties = Object.entries(element.properties).flatMap((property): [string, Properties[string]][] =>
      property[0] === 'href' ? [property, ['dataN', dataN]] : [property],
    );
    return { ...element, properties: Object.fromEntries(properties) };
  });
}
