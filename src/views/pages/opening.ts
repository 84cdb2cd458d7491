import { elementOf, textNode } from '../../body/tree.ts';
import type { BodyView } from '../body.ts';

/** A text whose first paragraph opens with the place where the story was filed. */
export function openedWith(dateline: string | undefined, { text, parts }: BodyView): BodyView {
  const first = text.find((node) => node.type === 'element' && node.tagName === 'p');
  if (!dateline || !first) return { text, parts };
  return {
    text: text.map((node) =>
      node === first && node.type === 'element'
        ? {
            ...node,
            children: [
              elementOf('span', { className: ['dateline'] }, [textNode(dateline)]),
              textNode(' '),
              ...node.children,
            ],
          }
        : node,
    ),
    parts,
  };
}
