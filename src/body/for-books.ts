import type { ElementContent, Properties } from 'hast';
import { changed, elementOf, placeOf, textNode } from './tree.ts';

const kept =
  /^(id|className|lang|dir|href|dateTime|title|colSpan|rowSpan|scope|start|reversed|value|cite|role|aria.*)$/;

/**
 * Nodes as readers of books can show them: what is folded is unfolded, tasks are signs, notes are named as notes, and nothing is
 * left that only the site's pages use.
 */
export function forBooks(nodes: readonly ElementContent[]): ElementContent[] {
  return changed(nodes, (element) => {
    const { tagName, properties, children } = element;
    if (placeOf(element) !== undefined) return element;
    switch (tagName) {
      case 'input':
        return textNode(properties.checked ? '☑' : '☐');
      case 'label':
        return elementOf('span', keptOf(properties), children);
      // Few readers open what is folded.
      case 'details':
        return elementOf('div', { ...keptOf(properties), className: ['fact-box'] }, children);
      case 'summary':
        return elementOf('div', { ...keptOf(properties), className: ['box-title'] }, children);
      default:
        return elementOf(tagName, keptOf(properties), children);
    }
  });
}

function keptOf(properties: Properties): Properties {
  return {
    ...Object.fromEntries(Object.entries(properties).filter(([name]) => kept.test(name))),
    ...noteOf(properties),
  };
}

/** What a part of a note is to readers that show it where it is called. */
function noteOf({ dataFootnoteRef, dataFootnoteBackref, dataFootnotes }: Properties): Properties {
  if (dataFootnoteRef !== undefined) return { role: 'doc-noteref', epubType: 'noteref' };
  if (dataFootnoteBackref !== undefined) return { role: 'doc-backlink' };
  if (dataFootnotes !== undefined) return { role: 'doc-endnotes', epubType: 'endnotes' };
  return {};
}
