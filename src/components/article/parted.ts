import type { Element, ElementContent } from 'hast';
import { htmlText } from '../../newsroom/escaping.ts';
import { partingOf } from '../../newsroom/hyphenation.ts';

/** A text as HTML in which a style sheet has the hyphens of long words: they are in no text that is copied, searched or read out. */
export async function partedHtml(text: string, language: string): Promise<string> {
  const parting = await partingOf(language);
  return (parting?.(text) ?? [text]).map(htmlText).join('<span class="soft"></span>');
}

/** Nodes whose text is so, each passage by its own language, but for code. */
export async function partedNodes(nodes: readonly ElementContent[], language: string): Promise<ElementContent[]> {
  const partings = new Map<string, Awaited<ReturnType<typeof partingOf>>>();
  for (const each of new Set([language, ...languagesIn(nodes)])) partings.set(each, await partingOf(each));
  const part = (node: ElementContent, language: string): ElementContent[] => {
    if (node.type === 'element' && !/^(code|kbd|pre|samp)$/.test(node.tagName)) {
      const own = languageOf(node) ?? language;
      return [{ ...node, children: node.children.flatMap((child) => part(child, own)) }];
    }
    const parting = partings.get(language);
    if (node.type !== 'text' || !parting) return [node];
    const [first = '', ...others] = parting(node.value);
    return [textNode(first), ...others.flatMap((piece) => [soft, textNode(piece)])];
  };
  return [...partings.values()].some(Boolean) ? nodes.flatMap((node) => part(node, language)) : [...nodes];
}

function languagesIn(nodes: readonly ElementContent[]): string[] {
  return nodes.flatMap((node) =>
    node.type === 'element' ? [languageOf(node) ?? [], languagesIn(node.children)].flat() : [],
  );
}

function languageOf({ properties: { lang } }: Element): string | undefined {
  return typeof lang === 'string' ? lang : undefined;
}

const soft: ElementContent = { type: 'element', tagName: 'span', properties: { className: ['soft'] }, children: [] };

function textNode(value: string): ElementContent {
  return { type: 'text', value };
}
