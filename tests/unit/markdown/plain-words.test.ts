import fc from 'fast-check';
import type { ElementContent } from 'hast';
import { describe, expect, test } from 'vitest';
import { elementOf, textNode } from '../../../src/body/tree.ts';
import { markdownOf } from '../../../src/markdown/to-markdown.ts';
import { seeds } from '../importing/support.ts';

const words = fc
  .array(
    fc.constantFrom(
      ...['The', 'harbour', 'Zoë', '日本', 'www', 'www.a', 'https://a', '12', 'a', '“Yes,”', 'no.', 'said:', 'x'],
      ...' |  |\n|.|:|-|–|(|)|1.|1)|!|[|]|*|_|`|~|#|&|&amp;|<|>|@|/|//|"|+|=|\\|%|^|$|{|}|;|\u00a0|\t'.split('|'),
      '|',
    ),
    { maxLength: 9 },
  )
  .map((all) => all.join(''));
const spaced = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));

const blocks: fc.Arbitrary<ElementContent> = fc.oneof(
  { weight: 6, arbitrary: spaced.map((text) => elementOf('p', {}, [textNode(text)])) },
  { weight: 3, arbitrary: fc.constant(textNode('\n')) },
  spaced.map((text) => elementOf('p', {}, [elementOf('em', {}, [textNode(text)]), textNode(text)])),
  fc
    .tuple(fc.constantFrom('h2', 'h3', 'blockquote', 'pre', 'figure', 'div', 'em', 'hr'), spaced)
    .map(([name, text]) => elementOf(name, {}, [textNode(text)])),
  fc.tuple(fc.constantFrom('ul', 'ol'), fc.array(spaced, { minLength: 1, maxLength: 3 })).map(([name, items]) =>
    elementOf(
      name,
      {},
      items.map((item) => elementOf('li', {}, [textNode(item)])),
    ),
  ),
  spaced.map(textNode),
);

/** The same with a mark on each paragraph that says nothing in Markdown. */
const marked = (text: readonly ElementContent[]) =>
  text.map((node) =>
    node.type === 'element' && node.tagName === 'p' ? { ...node, properties: { dir: 'ltr' } } : node,
  );

describe('A text as Markdown', () => {
  test.each(seeds(3, 11))('is the same whether its paragraphs are looked at for signs or printed (seed %i)', (seed) => {
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 7 }), (text) => {
        expect(markdownOf(structuredClone(text))).toBe(markdownOf(structuredClone(marked(text))));
      }),
      { seed, numRuns: 1000 },
    );
  });
});
