import type { Element, Nodes } from 'hast';

/**
 * The texts at or below some nodes, in reading order.
 * @param instead what an element says in place of the text below it; `undefined` where it says that
 */
export function textsIn(nodes: readonly Nodes[], instead?: (element: Element) => string | undefined): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node.value];
    const other = node.type === 'element' ? instead?.(node) : undefined;
    if (other !== undefined) return [other];
    return 'children' in node ? textsIn(node.children, instead) : [];
  });
}

export function textOf(nodes: readonly Nodes[], instead?: (element: Element) => string | undefined): string {
  return textsIn(nodes, instead).join('');
}

/** The text of some nodes as a line: its white space is one space, and there is none at its ends. */
export function lineOf(nodes: readonly Nodes[], instead?: (element: Element) => string | undefined): string {
  return textOf(nodes, instead)
    .replace(/[ \t\n\r]+/g, ' ')
    .trim();
}
