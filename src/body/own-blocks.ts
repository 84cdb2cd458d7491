import type { Element, ElementContent } from 'hast';
import type { Fault } from '../newsroom/problem.ts';

/** Blocks of Markdown that every paper has. */
export const blockNames = [
  'figure',
  'gallery',
  'video',
  'related',
  'pull-quote',
  'fact-box',
  'timeline',
  'table',
] as const;

/** A block of a paper's own as an editor has written it, `:::name[label]{attributes}`. */
export interface OwnBlock {
  /** As they are written; one without a value is an empty text. */
  attributes: Readonly<Record<string, string>>;
  /** What stands in its brackets; nothing where it has none. */
  label: ElementContent[];
  /** What stands between its lines; pictures are elements without content, to be kept as they are. */
  children: ElementContent[];
  /** Of a heading that is its title, from 1; headings among its children are below that. */
  rank: number;
  /** BCP 47. */
  language: string;
}

/**
 * Blocks of a paper's own by their names, each with what makes elements (hast) of one: the HTML that editors may write, and what
 * Markdown makes.
 * @throws a sentence that tells an editor what is wrong with the block
 */
export type OwnBlocks = Readonly<Record<string, (block: OwnBlock) => Element | readonly ElementContent[]>>;

/** What is wrong with a paper's blocks: one that cannot have its name, or has nothing that makes it. */
export function faultsInBlocks(blocks: OwnBlocks): Fault[] {
  return Object.entries(blocks as Record<string, unknown>).flatMap(([name, make]): Fault[] => {
    if ((blockNames as readonly string[]).includes(name))
      return [{ found: `The name "${name}" of a block is taken.`, remedy: 'Give yours another: every paper has one.' }];
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
      return [
        { found: `A block cannot have the name "${name}".`, remedy: 'Write lower-case letters, digits and hyphens.' },
      ];
    if (typeof make !== 'function')
      return [{ found: `The block "${name}" is no function.`, remedy: 'Write one that makes elements.' }];
    return [];
  });
}
