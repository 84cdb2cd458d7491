import type { Element, ElementContent, Root } from 'hast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { OwnBlock, OwnBlocks } from '../body/own-blocks.ts';
import { changed, elementOf, textNode } from '../body/tree.ts';
import { bodyHtml } from './raw-html.ts';
import { isWrongWithin, report } from './report.ts';

/** What is known of a block of the paper's own beyond what stands in it. */
export type BegunBlock = Pick<OwnBlock, 'attributes' | 'rank'> & { name: string; position: Position | undefined };

/** Blocks of the paper's own, made by its functions; those within others first. */
export function rehypeOwnBlocks({ language }: { language: string }) {
  return (tree: Root, file: VFile) => {
    const { begun, blocks = {} } = file.data;
    if (!begun) return;
    const make = (node: Element): ElementContent[] => {
      const block = node.tagName === 'bs-own' ? begun[Number(node.properties.n)] : undefined;
      if (!block) return [node];
      const { name, attributes, rank, position } = block;
      const isLabel = (child: ElementContent) => child.type === 'element' && child.tagName === 'bs-label';
      const label = node.children.flatMap((child) => (isLabel(child) && 'children' in child ? child.children : []));
      const children = node.children.filter((child) => !isLabel(child));
      try {
        const made = blocks[name]?.({ attributes, label, children, rank, language });
        const elements = allowed([made].flat(), position);
        if (elements.some((each) => each.type === 'text' && each.value.trim() !== ''))
          throw new Error('its function gives text that stands in no element.');
        return elements;
      } catch (error) {
        // What is wrong in a block may be why it cannot be made.
        if (!isWrongWithin(file, block))
          report(
            file,
            block,
            'B-222',
            `The block ":::${name}" cannot be made: ${error instanceof Error ? error.message : String(error)}`,
            'Mend what is written in it, or the function that makes it.',
          );
        return [];
      }
    };
    tree.children = changed(tree.children as ElementContent[], make);
  };
}

/**
 * Copies of what a function has made, each in its place in the file.
 * @throws where it is not what a body may hold
 */
function allowed(nodes: readonly unknown[], position: Position | undefined): ElementContent[] {
  return nodes.map((node) => {
    const {
      type,
      value,
      tagName,
      properties = {},
      children = [],
      ...rest
    } = (node ?? {}) as Partial<Element> & { value?: unknown };
    if ((type as string) === 'text' && typeof value === 'string') return textNode(value);
    if (type !== 'element' || typeof tagName !== 'string' || !Array.isArray(children))
      throw new Error('its function gives something that is no element.');
    if (!bodyHtml.tagNames.includes(tagName)) throw new Error(`the element <${tagName}> is not allowed in a body.`);
    const names = [...everywhere, ...(bodyHtml.attributes[tagName] ?? [])];
    const foreign = Object.keys(properties).find((name) => !names.includes(name));
    if (foreign !== undefined)
      throw new Error(
        `the attribute "${foreign}" is not allowed on <${tagName}>, but ${[...new Set(names)].join(', ')}.`,
      );
    return { position, ...rest, ...elementOf(tagName, properties, allowed(children, position)) };
  });
}

const everywhere = [...(bodyHtml.attributes['*'] ?? []), 'className', 'role', 'ariaLabel'];

declare module 'vfile' {
  interface DataMap {
    /** Blocks that the paper adds to those that every paper has. */
    blocks?: OwnBlocks;
    /** Such blocks of a text, in the order in which they begin. */
    begun?: BegunBlock[];
  }
}
