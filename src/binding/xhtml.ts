import type { Element, ElementContent, Nodes, Properties, Root } from 'hast';
import { xmlText, xmlValue } from '../newsroom/escaping.ts';

/** An attribute's name for hast's name of the property. */
function attributeOf(property: string): string {
  if (property === 'className') return 'class';
  if (property === 'htmlFor') return 'for';
  if (property === 'epubType') return 'epub:type';
  return property.replace(/^(aria|data)([A-Z])/, '$1-$2').toLowerCase();
}

/** A tree of HTML as XML, as EPUB wants it: every element closed, every attribute with a value, no entity but XML's own. */
export function xhtmlOf(node: Nodes | readonly ElementContent[]): string {
  if ('length' in node) return node.map(xhtmlOf).join('');
  switch (node.type) {
    case 'text':
      return xmlText(node.value);
    case 'root':
      return node.children.map((child) => xhtmlOf(child)).join('');
    case 'element': {
      const { tagName, properties, children } = node;
      const start = `<${tagName}${attributesOf(properties)}`;
      return children.length > 0 || !voids.has(tagName)
        ? `${start}>${children.map((child) => xhtmlOf(child)).join('')}</${tagName}>`
        : `${start}/>`;
    }
    default:
      return '';
  }
}

const voids = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'wbr']);

function attributesOf(properties: Properties): string {
  return Object.entries(properties)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([property, value]) => {
      const name = attributeOf(property);
      const text = value === true ? name : Array.isArray(value) ? value.join(' ') : String(value);
      return ` ${name}="${xmlValue(text)}"`;
    })
    .join('');
}

export { xmlText as escaped } from '../newsroom/escaping.ts';

/** The elements below a node that a test holds for, in document order; none below one that was found. */
export function found(node: Root | Element, holds: (element: Element) => boolean): Element[] {
  return node.children.flatMap((child) =>
    child.type !== 'element' ? [] : holds(child) ? [child] : found(child, holds),
  );
}

export function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.properties.dataWords !== undefined) return String(node.properties.dataWords);
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

/** The text of a line of a page: breaks of its source are spaces, and there are none at its ends. */
export function lineOf(node: Nodes): string {
  return textOf(node)
    .replace(/[ \t\n]+/g, ' ')
    .trim();
}

export function elementOf(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
