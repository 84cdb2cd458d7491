import type { Element, ElementContent } from 'hast';
import { changed } from './tree.ts';
import { textOf } from './text.ts';

/** Nodes in which browsers that translate leave code and addresses as they are. */
export function withoutTranslation(nodes: readonly ElementContent[]): ElementContent[] {
  return changed(nodes, (element) =>
    isAsTyped(element) ? { ...element, properties: { translate: 'no', ...element.properties } } : element,
  );
}

/** Whether an element's words are no words of a language: code, or a link that is called by its own address. */
function isAsTyped({ tagName, children }: Element): boolean {
  if (tagName !== 'a') return /^(code|kbd|samp|var)$/.test(tagName);
  return children.every(({ type }) => type === 'text') && /^(https?:\/\/|www\.|[^\s@]+@)\S+$/.test(textOf(children));
}
