import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Items of a task list with their words as the label of their box. */
export function rehypeTasks() {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      const box = node.children.findIndex((child) => child.type === 'element' && child.tagName === 'input');
      if (box < 0) return;
      const end = node.children.findIndex((child, index) => index > box && isBlock(child));
      const words = node.children.slice(box, end < 0 ? undefined : end);
      const label: Element = { type: 'element', tagName: 'label', properties: {}, children: words };
      node.children.splice(box, words.length, label);
      return 'skip';
    });
  };
}

const blocks = [
  'aside',
  'blockquote',
  'bs-part',
  'details',
  'div',
  'dl',
  'figure',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'ol',
  'p',
  'pre',
  'table',
  'ul',
];

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && blocks.includes(node.tagName);
}
