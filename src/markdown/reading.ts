import type { Element, Nodes, Root } from 'hast';
import type { VFile } from 'vfile';
import { openingOf } from '../newsroom/opening.ts';
import { minutesToRead, type Reading } from '../newsroom/reading.ts';

/** Measures a text, and takes its opening: pictures and their captions do not count, nor do headings inside boxes. */
export function rehypeReading({ language }: { language: string }) {
  return (tree: Root, file: VFile) => {
    const subheadings = tree.children.filter((node) => node.type === 'element' && node.tagName === 'h2') as Element[];
    file.data.reading = {
      minutes: minutesToRead(textOf(tree), language),
      contents: subheadings.map((heading) => ({
        id: String(heading.properties.id),
        title: textOf(heading).replace(/\s+/g, ' ').trim(),
      })),
    };
    file.data.opening = openingOf(wordsOf(beginningOf(tree)), language);
  };
}

/** The first paragraph of the text, be it in a list or a quotation; headings, boxes, tables and footnotes are passed over. */
function beginningOf(tree: Root): Element | undefined {
  const running = /^(p|ul|ol|dl|blockquote)$/;
  for (const node of tree.children) {
    if (node.type !== 'element' || !running.test(node.tagName) || wordsOf(node).trim() === '') continue;
    const inside = (element: Element): Element => {
      const [block] = element.children.filter(
        (child): child is Element => child.type === 'element' && /^(p|ul|ol|li|dl|dt|blockquote)$/.test(child.tagName),
      );
      return block ? inside(block) : element;
    };
    return inside(node);
  }
  return undefined;
}

/** The words of a text without marks of footnotes and the reading of characters. */
function wordsOf(node: Nodes | undefined): string {
  if (!node) return '';
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && (/^(rt|rp)$/.test(node.tagName) || 'dataFootnoteRef' in node.properties)) return '';
  if (node.type === 'element' && node.tagName === 'br') return ' ';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

declare module 'vfile' {
  interface DataMap {
    reading?: Reading;
    opening?: string;
  }
}
