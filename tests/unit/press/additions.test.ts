import { describe, expect, it } from 'vitest';
import { EditorialError } from '../../../src/newsroom/problem.ts';
import { broadsheetCollections } from '../../../src/press/collections.ts';
import { faultsInReplacements } from '../../../src/press/replacements.ts';

const root = import.meta.dirname;

describe('What a paper puts in the place of the engine’s', () => {
  const faults = (components: object, customCss: string[] = []) =>
    faultsInReplacements(root, { components, customCss }).map(({ found, remedy }) => `${found} ${remedy}`);

  it('may be a file that is there', () => expect(faults({ Head: './additions.test.ts' })).toEqual([]));

  it('is told where there is no such component, or no such file', () =>
    expect(
      faults({ Mastheed: './additions.test.ts', Footer: './additions.test.ts', Head: './none.astro' }, ['.']),
    ).toEqual([
      'There is no component "Mastheed" to put another in the place of. Did you mean "Masthead"?',
      'There is no component "Footer" to put another in the place of. There are Head, Masthead, Heading, Ending, Imprint.',
      'There is no file "./none.astro". Name one that is there, from the folder of the paper.',
      'There is no file ".". Name one that is there, from the folder of the paper.',
    ]));
});

it('What a paper adds and cannot be is a mistake of its file, all of it at once.', () => {
  const wrong = { words: { xx: {} }, blocks: { figure: () => [] }, extend: { headline: 1 } };
  let told: unknown;
  try {
    broadsheetCollections(wrong as never);
  } catch (error) {
    told = error;
  }
  expect(told).toBeInstanceOf(EditorialError);
  expect((told as EditorialError).problems.map(({ code, file, found }) => [code, file, found])).toEqual([
    ['X-004', 'src/content.config.ts', 'Every article has a field "headline".'],
    ['X-004', 'src/content.config.ts', 'There is no language "xx" of words.'],
    ['X-004', 'src/content.config.ts', 'The name "figure" of a block is taken.'],
  ]);
});
