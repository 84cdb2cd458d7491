import { expect, test } from 'vitest';
import { digestOf, digestOfAll } from '../../../src/newsroom/digest.ts';

test('Contents are parted, so that none goes on in the next', () => {
  expect(digestOf('ab', 'c')).not.toBe(digestOf('a', 'bc'));
  expect(digestOf('ab', 'c')).toBe(digestOfAll(['ab', 'c']));
});

test('More contents have a digest than a function takes arguments', () => {
  const many = Array.from({ length: 300_000 }, String);
  expect(digestOfAll(many)).not.toBe(digestOfAll(many.slice(1)));
});
