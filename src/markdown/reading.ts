import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { textOf } from '../body/text.ts';
import { openingOf } from '../newsroom/opening.ts';
import { minutesToRead, type Reading } from '../newsroom/reading.ts';

/** Measures a text, and takes its opening: pictures and their captions do not count, nor do headings inside boxes. */
export function rehypeReading({ language }: { language: string }) {
  return (tree: Root, file: VFile) => {
    const subheadings = tree.children.filter((node) => node.type === 'element' && node.tagName === 'h2') as Element[];
    file.data.reading = {
      minutes: minutesToRead(textOf([tree]), language),
      contents: subheadings.map((heading) => ({
        id: String(heading.properties.id),
        title: textOf([heading]).replace(/\s+/g, ' ').trim(),
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
function wordsOf(node: Element | undefined): string {
  return textOf(node ? [node] : [], ({ tagName, properties }) => {
    if (/^(rt|rp)$/.test(tagName) || 'dataFootnoteRef' in properties) return '';
    return tagName === 'br' ? ' ' : undefined;
  });
}

declare module 'vfile' {
  interface DataMap {
    reading?: Reading;
    opening?: string;
  }
}
