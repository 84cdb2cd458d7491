import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Tables in a box that scrolls sideways by pointer and keyboard where the screen is narrow.
 * @param options.label what a table without a caption is called
 */
export function rehypeTables({ label }: { label: string }) {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || !parent || index === undefined) return;
      const box: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel: captionOf(node) ?? label },
        children: [node],
      };
      for (const cell of cellsOf(node)) {
        if (cell.tagName === 'th' && cell.properties.scope === undefined) cell.properties.scope = 'col';
        if (cell.properties.align) cell.properties.className = [`align-${String(cell.properties.align)}`];
        delete cell.properties.align;
      }
      parent.children[index] = box;
      return SKIP;
    });
  };
}

function captionOf(table: Element): string | undefined {
  const caption = table.children.find((child) => child.type === 'element' && child.tagName === 'caption');
  return caption && textOf(caption);
}

function textOf(node: Root | Element | Element['children'][number]): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Element)).join('') : '';
}

function cellsOf(table: Element): Element[] {
  const cells: Element[] = [];
  visit(table, 'element', (node) => {
    if (node.tagName === 'th' || node.tagName === 'td') cells.push(node);
  });
  return cells;
}
