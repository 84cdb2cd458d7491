import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readArticleFile } from '../../../src/filing/article-file.ts';
import { articleWith, faultsInFields } from '../../../src/schema/article.ts';

const schema = articleWith({
  difficulty: z.number().int().max(5).describe('How hard it is to cook, from 1 to 5: `3`.'),
  diet: z
    .array(z.enum(['vegan', 'fish']))
    .default([])
    .describe('What it is without: `[vegan]`.'),
});

/** What is made of the fields of a paper's own in an article that is right but for them. */
function reading(...fields: string[]) {
  const text = [
    '---',
    ...['id: abcdef', 'headline: Soup', 'section: kitchen', 'published: 2025-05-06T05:00:00Z', 'status: published'],
    ...fields,
    '---',
    'Boil water.',
  ].join('\n');
  return readArticleFile('content/articles/2025/05/06/soup/index.md', text, 'https://example.com', schema);
}

const problem = (...fields: string[]) => {
  const [{ code, line, found, remedy } = {}, ...more] = reading(...fields).problems;
  return { code, line, found, remedy, more: more.length };
};
const remedy = 'How hard it is to cook, from 1 to 5: `3`.';

describe('Fields that a paper adds to its articles', () => {
  test('come with what stands in them, and what they are where they are left out', () => {
    const read = reading('difficulty: 3');
    expect('taken' in read && read.taken.filed).toMatchObject({ difficulty: 3, diet: [], headline: 'Soup' });
  });

  test.each([
    [[], 'S-001', 2, 'The field "difficulty" is missing.'],
    [['difficulty: hard'], 'S-003', 7, 'The field "difficulty" is text; it has to be a number.'],
    [['difficulty: 9'], 'S-004', 7, 'The field "difficulty" cannot be 9 (too big: expected number to be <=5).'],
    [['difficulty:'], 'S-001', 7, 'The field "difficulty" is empty.'],
  ])('are told where they are wrong, in our form: %j', (fields, code, line, found) => {
    expect(problem(...fields)).toEqual({ code, line, found, remedy, more: 0 });
  });

  test('are what a misspelt one is taken for', () => {
    expect(problem('difficulty: 3', 'dificulty: 3')).toMatchObject({
      code: 'S-002',
      remedy: expect.stringMatching(/^Did you mean "difficulty"\?/) as string,
    });
  });

  test('leave the fields of every article as strict as they are', () => {
    expect(problem('difficulty: 3', 'updated: 2024-05-06T05:00:00Z')).toMatchObject({ code: 'S-004', line: 8 });
    expect(problem('difficulty: 3', 'colour: red')).toMatchObject({ code: 'S-002', line: 8 });
  });

  test('cannot be those that every article has', () => {
    expect(faultsInFields({ headline: z.string().describe('It.') })).toEqual([
      { found: 'Every article has a field "headline".', remedy: 'Give yours another name.' },
    ]);
  });

  test('have to say what an editor is to write in them', () => {
    expect(faultsInFields({ servings: z.number(), serves: 4 as never }).map(({ found }) => found)).toEqual([
      'The field "servings" does not say what to write in it.',
      'The field "serves" is no schema of zod.',
    ]);
  });
});
