import type { Element, Root } from 'hast';
import type { Paragraph, Table } from 'mdast';
import type { Placement } from '../body/body.ts';
import { hasClass } from '../body/tree.ts';
import { defaultHandlers, type Options } from 'remark-rehype';
import { SKIP, visit } from 'unist-util-visit';

type Handler = NonNullable<NonNullable<Options['handlers']>['table']>;

declare module 'mdast' {
  interface TableData {
    caption?: PhrasingContent[];
    placement?: Placement;
  }
}

/** Makes HTML of a Markdown table; its caption comes first in it, as HTML wants it. */
export const tableWithCaption: Handler = (state, node: Table): Element => {
  const table = defaultHandlers.table(state, node);
  if (node.data?.placement === 'wide') table.properties.className = ['wide'];
  const caption: Paragraph = { type: 'paragraph', children: node.data?.caption ?? [] };
  if (caption.children.length > 0)
    table.children.unshift(
      { type: 'text', value: '\n' },
      { type: 'element', tagName: 'caption', properties: {}, children: state.all(caption) },
    );
  return table;
};

/**
 * Tables in a box that scrolls sideways by pointer and keyboard where the screen is narrow.
 * @param options.label what such a box is called; a table has the name of its caption by itself
 */
export function rehypeTables({ label }: { label: string }) {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      // Code scrolls by itself.
      if (node.tagName === 'pre') node.properties.tabIndex = 0;
      if (node.tagName !== 'table' || !parent || index === undefined) return;
      const wide = hasClass(node, 'wide') ? ['wide'] : [];
      delete node.properties.className;
      // A group and not a region: a page of many tables would be a page of many landmarks.
      const box: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-scroll', ...wide], role: 'group', tabIndex: 0, ariaLabel: label },
        children: [node],
      };
      for (const cell of cellsOf(node)) {
        if (cell.properties.align) cell.properties.className = [`align-${String(cell.properties.align)}`];
        delete cell.properties.align;
      }
      visit(node, 'element', (head) => {
        if (head.tagName !== 'thead') return;
        for (const cell of cellsOf(head)) if (cell.tagName === 'th') cell.properties.scope ??= 'col';
      });
      parent.children[index] = box;
      return SKIP;
    });
  };
}

function cellsOf(table: Element): Element[] {
  const cells: Element[] = [];
  visit(table, 'element', (node) => {
    if (node.tagName === 'th' || node.tagName === 'td') cells.push(node);
  });
  return cells;
}
