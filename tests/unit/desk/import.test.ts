import { expect, test } from 'vitest';
import { progressInWords } from '../../../src/desk/import.ts';

test.each([
  [20, 0.5, 500, '20 stories, 20 a second'],
  [400, 0.005, 4000, '400 stories, 100 a second'],
  [400, 0.25, 4000, '400 stories, 100 a second, 25 %, about 12 s left'],
  [6000, 0.1, 60_000, '6000 stories, 100 a second, 10 %, about 9 min left'],
])('After %i stories, %d of all and %i milliseconds a bar says "%s".', (count, part, time, said) =>
  expect(progressInWords(count, part, time)).toBe(said),
);
