import type { ElementContent, Nodes, Properties } from 'hast';
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
