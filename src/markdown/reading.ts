import type { Element, Nodes, Root } from 'hast';
import type { VFile } from 'vfile';
import { minutesToRead, type Reading } from '../newsroom/reading.ts';

/** Measures a text: pictures and their captions do not count, nor do headings inside boxes. */
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
  };
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

declare module 'vfile' {
  interface DataMap {
    reading?: Reading;
  }
}
