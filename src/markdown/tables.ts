import type { Element, Root } from 'hast';
import type { Paragraph, Table } from 'mdast';
import type { Placement } from '../body/body.ts';
import { lineOf } from '../body/text.ts';
import { elementsIn, hasClass } from '../body/tree.ts';
import { lettersOf } from '../newsroom/letters.ts';
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
  const { placement } = node.data ?? {};
  if (placement) table.properties.className = [placement];
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
      const isWide = hasClass(node, 'wide') || (!hasClass(node, 'text') && isBroad(node));
      delete node.properties.className;
      // A group and not a region: a page of many tables would be a page of many landmarks.
      const box: Element = {
        type: 'element',
        tagName: 'div',
        properties: {
          className: isWide ? ['table-scroll', 'wide'] : ['table-scroll'],
          role: 'group',
          tabIndex: 0,
          ariaLabel: label,
        },
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

/** Letters of the type of tables in the width of the text, and how many of them stand between two columns. */
const line = 80;
const between = 2;

/** Whether a table is wider than the text, wherever its cells are broken. */
function isBroad(table: Element): boolean {
  const widths: number[] = [];
  for (const row of elementsIn([table], ({ tagName }) => tagName === 'tr'))
    for (const [column, cell] of cellsOf(row).entries())
      widths[column] = Math.max(widths[column] ?? 0, ...lineOf([cell]).split(' ').map(lettersOf));
  return widths.reduce((sum, width) => sum + width + between, 0) > line;
}

function cellsOf(table: Element): Element[] {
  const cells: Element[] = [];
  visit(table, 'element', (node) => {
    if (node.tagName === 'th' || node.tagName === 'td') cells.push(node);
  });
  return cells;
}
