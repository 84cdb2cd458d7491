import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit, EXIT } from 'unist-util-visit';
import { textOfHtml } from './words.ts';

/** Parts of a page by the names that microformats and fields of an export give them. */
export function pageParts(tree: Root): {
  title: string;
  text: (name: string) => string;
  link: (name: string) => string;
  time: (name: string) => string;
  field: (name: string) => string;
  html: (name: string) => string;
} {
  const find = (test: (element: Element) => boolean) => firstElement(tree, test);
  const byClass = (name: string) => find(({ properties }) => [properties.className].flat().includes(name));
  const byField = (name: string) => find(({ properties }) => properties.dataField === name);
  const line = (element: Element | undefined) => (element ? textOfHtml(element).replace(/\s+/g, ' ').trim() : '');
  const title = find(({ tagName }) => tagName === 'title');
  return {
    title: (title?.children ?? [])
      .map((child) => (child.type === 'text' ? child.value : ''))
      .join('')
      .trim(),
    text: (name) => line(byClass(name)),
    link: (name) => String(byClass(name)?.properties.href ?? ''),
    time: (name) => String(byClass(name)?.properties.dateTime ?? ''),
    field: (name) => line(byField(name)),
    html: (name) => {
      const element = byField(name) ?? byClass(name);
      return element ? toHtml(element.children) : '';
    },
  };
}

/** The first element of a page, in reading order, that passes a test. */
export function firstElement(tree: Root | Element, test: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (!test(element)) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}

/** The lines of a block, which are parted by breaks. */
export function linesOf(element: Element): string[] {
  const lines: Element[] = [{ ...element, children: [] }];
  for (const child of element.children)
    if (child.type === 'element' && child.tagName === 'br') lines.push({ ...element, children: [] });
    else lines.at(-1)?.children.push(child);
  return lines.map((line) => textOfHtml(line).replace(/\s+/g, ' ').trim()).filter(Boolean);
}
