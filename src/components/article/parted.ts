import type { ElementContent } from 'hast';
import { htmlText } from '../../newsroom/escaping.ts';
import { partingOf } from '../../newsroom/hyphenation.ts';

/** A text as HTML in which a style sheet has the hyphens of long words: they are in no text that is copied, searched or read out. */
export async function partedHtml(text: string, language: string): Promise<string> {
  const parting = await partingOf(language);
  return (parting?.(text) ?? [text]).map(htmlText).join('<span class="soft"></span>');
}

/** Nodes whose text is so, but for code and what is in another language. */
export async function partedNodes(nodes: readonly ElementContent[], language: string): Promise<ElementContent[]> {
  const parting = await partingOf(language);
  const part = (node: ElementContent): ElementContent[] => {
    if (node.type === 'element' && !/^(code|kbd|pre|samp)$/.test(node.tagName) && node.properties.lang === undefined)
      return [{ ...node, children: node.children.flatMap(part) }];
    if (node.type !== 'text') return [node];
    const [first = '', ...others] = parting?.(node.value) ?? [];
    return [textNode(first), ...others.flatMap((piece) => [soft, textNode(piece)])];
  };
  return parting ? nodes.flatMap(part) : [...nodes];
}

const soft: ElementContent = { type: 'element', tagName: 'span', properties: { className: ['soft'] }, children: [] };

function textNode(value: string): ElementContent {
  return { type: 'text', value };
}
