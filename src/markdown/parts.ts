import type { ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { BodyPart, BodyText } from '../body/body.ts';
import { caption as captionPart } from '../body/parts.ts';
import { elementOf, placeholder, placeOf, textNode, united } from '../body/tree.ts';

/** The words that directives hold (captions) beside their facts; what stays in the tree marks the place. */
export function rehypeParts() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'element', (node) => {
      const place = placeOf(node);
      if (place === undefined) return;
      const part = file.data.parts?.[place];
      const caption = trimmed(plainNodes(inline(node.children)));
      node.children = [];
      if (!part || caption.length === 0) return;
      captionPart(part, caption);
    });
  };
}

/** Paragraphs run on, as a caption is one. */
function inline(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] =>
    child.type === 'element' && child.tagName === 'p' ? [...child.children, textNode(' ')] : [child],
  );
}

/** More than browsers keep apart, and less than any step has no stack for. */
const deepest = 500;

/**
 * A tree as the text of a body, with nothing of the file that it was made of, and its parts in the order of the text.
 * @throws RangeError where it is nested too deep
 */
export function settled(tree: Root, known: readonly BodyPart[]): BodyText & { parts: BodyPart[] } {
  const parts: BodyPart[] = [];
  const settle = (nodes: readonly ElementContent[]): ElementContent[] => {
    const runs: ElementContent[][] = [[]];
    for (const node of nodes) {
      const place = placeOf(node);
      const part = place === undefined ? undefined : known[place];
      if (part) runs.push([placeholder(parts.push(part) - 1)], []);
      else if (place === undefined)
        runs.at(-1)?.push(node.type === 'element' ? { ...node, children: settle(node.children) } : node);
    }
    return runs.flatMap((run, index) => trimmed(run, { start: index > 0, end: index < runs.length - 1 }));
  };
  const plain = plainNodes(tree.children as ElementContent[]);
  return { text: trimmed(known.length > 0 ? settle(plain) : plain), parts };
}

/** Copies of nodes with nothing but what they say. */
function plainNodes(nodes: readonly ElementContent[], depth = 0): ElementContent[] {
  if (depth > deepest) throw new RangeError('The text is nested too deep.');
  return united(
    nodes.flatMap((node) => {
      if (node.type === 'text') return textNode(node.value);
      if (node.type !== 'element') return [];
      return elementOf(node.tagName, node.properties, plainNodes(node.children, depth + 1));
    }),
  );
}

/** Nodes without white space at their ends. */
function trimmed(nodes: readonly ElementContent[], { start = true, end = true } = {}): ElementContent[] {
  const last = nodes.length - 1;
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type !== 'text') return [node];
    let { value } = node;
    if (start && index === 0) value = value.trimStart();
    if (end && index === last) value = value.trimEnd();
    return value ? [textNode(value)] : [];
  });
}
