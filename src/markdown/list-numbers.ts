import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A class on lists whose numbers need more room than most: `numbers-4` where the longest has four digits. */
export function rehypeListNumbers() {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'ol') return;
      const items = node.children.filter((child) => child.type === 'element' && child.tagName === 'li').length;
      const start = Number(node.properties.start ?? 1);
      const longest = Math.max(...[start, start + items - 1].map((number) => String(number).length));
      if (longest > 2) node.properties.className = [`numbers-${Math.min(longest, 9)}`];
    });
  };
}
