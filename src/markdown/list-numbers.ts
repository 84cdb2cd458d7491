import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A class on lists whose numbers have more than two digits: the room that they need, for four of them or for nine. */
export function rehypeListNumbers() {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'ol') return;
      const items = node.children.filter((child) => child.type === 'element' && child.tagName === 'li').length;
      const start = Number(node.properties.start ?? 1);
      const longest = Math.max(...[start, start + items - 1].map((number) => String(number).length));
      if (longest > 2) node.properties.className = [longest > 4 ? 'numbers-9' : 'numbers-4'];
    });
  };
}
