import type { ElementContent } from 'hast';
import { changed } from './tree.ts';

/** Nodes in which links that are held back are plain words. */
export function withoutLinks(nodes: readonly ElementContent[], isHeld: (href: string) => boolean): ElementContent[] {
  return changed(nodes, (element) => {
    const { href } = element.properties;
    return element.tagName === 'a' && typeof href === 'string' && isHeld(href) ? element.children : element;
  });
}
