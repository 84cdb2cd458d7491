import { describe, expect, it } from 'vitest';
import type { PieceKind } from '../../../src/body/for-newspaper.ts';
import { moved } from '../../../src/views/paper/furniture.ts';

/** A story in letters: small ones are text, capitals furniture, and headings begin with a number. */
function set(story: string, by: number): string {
  const kindOf = (name: string): PieceKind =>
    /\d/.test(name) ? 'heading' : name === name.toLowerCase() ? 'text' : 'furniture';
  const pieces = story.split(' ').map((name) => ({ name, kind: kindOf(name) }));
  return moved(pieces, by)
    .map(({ name }) => name)
    .join(' ');
}

describe('The furniture of a story', () => {
  it.each([
    ['stays', 'a B c d', 0, 'a B c d'],
    ['stands a piece of text later', 'a B c d e', 1, 'a c B d e'],
    ['stands one earlier', 'a b C d', -1, 'a C b d'],
    ['comes in its order', 'a B C d E f g', 1, 'a d B C f E g'],
    ['never ends a text', 'a B c', 2, 'a B c'],
    ['never begins one', 'a B c', -3, 'a B c'],
    ['stays where it begins or ends one', 'A b c D', -1, 'A b D c'],
    ['never parts a heading from its text', 'a B 1 c d', 1, 'a B 1 c d'],
    ['passes a heading with its text', 'a B 1 c d', 2, 'a 1 c B d'],
  ])('%s: %s by %i', (_, story, by, expected) => expect(set(story, by)).toBe(expected));
});
