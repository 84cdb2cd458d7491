import type { Element, ElementContent, Properties } from 'hast';
import { elementOf, textOf } from './xhtml.ts';

const kept =
  /^(id|className|lang|dir|href|src|alt|width|height|dateTime|title|colSpan|rowSpan|scope|start|reversed|value|cite|role|aria.*)$/;

/**
 * A stretch of a text as readers of books can show it: what is folded is unfolded, tasks are signs, notes are named as notes, and
 * nothing is left that only the site's pages use.
 */
export function forReaders(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') return [];
    if (node.tagName === 'input') return textOf(node.properties.checked ? '☑' : '☐');
    return [changed(node)];
  });
}

function changed({ tagName, properties: given, children }: Element): Element {
  const properties: Properties = Object.fromEntries(Object.entries(given).filter(([name]) => kept.test(name)));
  // As readers know them, which show a note where it is called.
  if (given.dataFootnoteRef !== undefined) Object.assign(properties, { role: 'doc-noteref', epubType: 'noteref' });
  if (given.dataFootnoteBackref !== undefined) properties.role = 'doc-backlink';
  if (given.dataFootnotes !== undefined) Object.assign(properties, { role: 'doc-endnotes', epubType: 'endnotes' });
  const inside = forReaders(children);
  switch (tagName) {
    case 'label':
      return elementOf('span', properties, inside);
    // Few readers open what is folded.
    case 'details':
      return elementOf('div', { ...properties, className: ['fact-box'] }, inside);
    case 'summary':
      return elementOf('div', { ...properties, className: ['box-title'] }, inside);
    default:
      return elementOf(tagName, properties, inside);
  }
}
