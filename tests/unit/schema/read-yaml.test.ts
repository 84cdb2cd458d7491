import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { nearest } from '../../../src/newsroom/nearest.ts';
import { readYaml } from '../../../src/schema/front-matter.ts';

const schema = z.strictObject({
  title: z.string().min(1, 'is empty').describe('The title.'),
  note: z.string().optional().describe('A note.'),
  pages: z
    .array(z.strictObject({ number: z.string().describe('In quotes.') }))
    .default([])
    .describe('A list of pages.'),
  size: z.enum(['small', 'large']).default('small').describe('small or large.'),
  shown: z.boolean().default(true).describe('true or false.'),
  place: z
    .union([z.strictObject({ town: z.string() }), z.strictObject({ sea: z.string() })], { error: 'is nowhere' })
    .optional()
    .describe('`town` or `sea`.'),
});

const read = (text: string) => readYaml(text, { file: 'book.yaml', firstLine: 10, schema });

function told(text: string): string[] {
  const reading = read(text);
  return 'problems' in reading
    ? reading.problems.map(({ code, line, found, remedy }) => `${code} ${line} ${found} ${remedy}`)
    : [];
}

describe('A YAML text is told', () => {
  test.each([
    ['a missing field', 'note: x', 'S-001 10 The field "title" is missing. The title.'],
    ['an empty field', 'title:', 'S-001 10 The field "title" is empty. The title.'],
    [
      'an empty field that may be left out',
      'title: x\nnote:',
      'S-001 11 The field "note" is empty. Fill it in, or delete the line. A note.',
    ],
    ['an empty text', 'title: ""', 'S-004 10 The field "title" is empty. The title.'],
    [
      'a field that is none',
      'title: x\nweather: rain',
      'S-002 11 There is no field "weather". The fields here are title, note, pages, size, shown, place.',
    ],
    ['a mistyped field', 'title: x\nNotes: y', 'S-002 11 There is no field "Notes". Did you mean "note"?'],
    [
      'a number for a text',
      'title: 1984',
      'Y-007 10 The field "title" has to be text, and YAML takes 1984 for a number. Put it in quotation marks: `title: "1984"`.',
    ],
    ['a list for a text', 'title: [x]', 'S-003 10 The field "title" is a list; it has to be text. The title.'],
    [
      'a text for a list',
      'title: x\npages: y',
      'S-003 11 The field "pages" is text; it has to be a list. A list of pages.',
    ],
    [
      'a number for fields',
      'title: x\npages:\n  - 1',
      'S-003 12 The field "pages › 1" is a number; it has to be a group of fields. A list of pages.',
    ],
    [
      'a field in a list',
      'title: x\npages:\n  - number: "1"\n  - number: 2',
      'Y-007 13 The field "pages › 2 › number" has to be text, and YAML takes 2 for a number. Put it in quotation marks: `number: "2"`.',
    ],
    [
      'a missing field in a list',
      'title: x\npages:\n  - {}',
      'S-001 12 The field "pages › 1 › number" is missing. In quotes.',
    ],
    [
      'a word that is none',
      'title: x\nsize: Large',
      'S-003 11 The field "size" is none of its words: "Large". Did you mean "large"? small or large.',
    ],
    [
      'a text for yes or no',
      'title: x\nshown: yes',
      'S-003 11 The field "shown" is text; it has to be true or false. true or false.',
    ],
    [
      'none of several forms',
      'title: x\nplace: here',
      'S-003 11 The field "place" is nowhere: "here". `town` or `sea`.',
    ],
    [
      'a fault in one of several forms',
      'title: x\nplace:\n  town: 5',
      'Y-007 12 The field "place › town" has to be text, and YAML takes 5 for a number. Put it in quotation marks: `town: "5"`.',
    ],
    ['no fields', '# nothing', 'Y-002 10 There are no fields here. Write one field a line, as "name: value".'],
    [
      'what is no YAML',
      'title: "x',
      'Y-001 10 A quotation mark or bracket is opened here and not closed. Close it at the end of the value.',
    ],
    [
      'a value that begins with an ampersand',
      'title: x\nnote: &b c',
      'Y-003 11 A value begins with "&", which has a meaning of its own in YAML. Put the whole value in quotation marks.',
    ],
  ])('%s', (_, text, problem) => expect(told(text)).toEqual([problem]));

  it('every fault of its fields at once', () => expect(told('title: 5\nsize: x\ncolour: red')).toHaveLength(3));
  it('one fault of a line, where it is no YAML', () => expect(told('title: A\n  b: c')).toHaveLength(1));
});

describe('A field that may have several forms is told', () => {
  const several = z.strictObject({
    place: z
      .union(
        [
          z.strictObject({ town: z.string(), size: z.string() }),
          z.strictObject({ sea: z.string() }),
          z.enum(['here', 'there']),
        ],
        { error: 'is nowhere' },
      )
      .describe('`town` or `sea`.'),
  });
  const toldOf = (text: string) => {
    const reading = readYaml(text, { file: 'book.yaml', firstLine: 1, schema: several });
    return 'problems' in reading ? reading.problems.map(({ found, remedy }) => `${found} ${remedy}`) : [];
  };

  test.each([
    ['', ['There are no fields here. Write one field a line, as "name: value".']],
    ['- here', ['There are no fields here. Write one field a line, as "name: value".']],
    ['{}', ['The field "place" is missing. `town` or `sea`.']],
    [
      'place: {sea: 5}',
      ['The field "place › sea" has to be text, and YAML takes 5 for a number. Put it in quotation marks: `sea: "5"`.'],
    ],
    [
      'place: {town: 5}',
      [
        'The field "place › town" has to be text, and YAML takes 5 for a number. Put it in quotation marks: `town: "5"`.',
        'The field "place › size" is missing. `town` or `sea`.',
      ],
    ],
    ['place: herre', ['The field "place" is nowhere: "herre". Did you mean "here"? `town` or `sea`.']],
    [`place: ${'a'.repeat(58)}`, [`The field "place" is nowhere: "${'a'.repeat(58)}". \`town\` or \`sea\`.`]],
    [`place: ${'a'.repeat(59)}`, [`The field "place" is nowhere: "${'a'.repeat(56)}…. \`town\` or \`sea\`.`]],
  ])('by the form that was meant: %j', (text, words) => expect(toldOf(text)).toEqual(words));
});

describe('A value that YAML takes for something else is told', () => {
  const schema = z.strictObject({
    name: z.string().max(3, 'is long').optional().describe('A name.'),
    count: z.number().optional().describe('A number.'),
    status: z
      .string()
      .regex(/^(draft|published)$/, 'is none')
      .optional()
      .describe('A status.'),
    draft: z.string().max(2, 'is long').optional(),
    group: z.strictObject({ draft: z.string().max(2, 'is long').optional() }).optional(),
  });
  const toldOf = (text: string) => {
    const reading = readYaml(text, { file: 'book.yaml', firstLine: 1, schema });
    return 'problems' in reading ? reading.problems.map(({ found, remedy }) => `${found} ${remedy}`) : [];
  };

  test.each([
    [
      'name: 123',
      'The field "name" has to be text, and YAML takes 123 for a number. Put it in quotation marks: `name: "123"`.',
    ],
    ['name: 12345', 'The field "name" is long, which YAML takes for a number. A name.'],
    ['name: [a]', 'The field "name" is a list; it has to be text. A name.'],
    ['name: {a: b}', 'The field "name" is a group of fields; it has to be text. A name.'],
    ['name: ~', 'The field "name" is empty: YAML takes ~ for nothing. Fill it in, or delete the line. A name.'],
    ['count: abc', 'The field "count" is text; it has to be a number. A number.'],
    ['count: true', 'The field "count" is true or false; it has to be a number. A number.'],
    ['count: null', 'The field "count" is empty. Fill it in, or delete the line. A number.'],
    [
      'draft: true',
      'The field "draft" is true or false; it has to be text. Write `status: draft` for that. See "What an editor may type" in the README.',
    ],
    [
      'group: {draft: true}',
      'The field "group › draft" is long, which YAML takes for true or false. See "What an editor may type" in the README.',
    ],
  ])('%s', (text, words) => expect(toldOf(text)).toEqual([words]));
});

describe('A YAML text that is right', () => {
  const reading = read('title: x\nnote: 2019-03-01\npages:\n  - number: "1"\n');

  it('keeps dates as text', () => expect(reading).toMatchObject({ data: { note: '2019-03-01' } }));
  it('has what was left out filled in', () => expect(reading).toMatchObject({ data: { size: 'small', shown: true } }));
  it('takes "no" for text', () => expect(read('title: no')).toMatchObject({ data: { title: 'no' } }));

  test.each([
    ['a field', ['note'], 11],
    ['an item', ['pages', 0], 13],
    ['a field of an item', ['pages', 0, 'number'], 13],
    ['a field that is left out', ['size'], 10],
  ])('knows the line of %s', (_, path, line) => expect('lineOf' in reading && reading.lineOf(path)).toBe(line));
});

describe('The nearest word', () => {
  test.each([
    ['headlne', 'headline'],
    ['HEADLINE', 'headline'],
    ['kicker', undefined],
    ['<<', undefined],
    ['', undefined],
  ])('to "%s" is %s', (word, near) => expect(nearest(word, ['id', 'headline'])).toBe(near));
});

describe('A value over several lines', () => {
  test.each([
    ['folded', 'title: >\n  日本の\n  首都は、\n  Tokyoと\n  いう。', '日本の首都は、Tokyoという。\n'],
    ['folded and cut', 'title: >-\n  日本の\n  首都', '日本の首都'],
    ['plain', 'title: 日本の\n  首都', '日本の首都'],
    ['in quotation marks', 'title: "日本「の」\n  首都"', '日本「の」首都'],
    ['with the signs of a replacement', "title: '$&の\n  首都$1'", '$&の首都$1'],
    ['in Korean', 'title: 한국의\n  수도', '한국의 수도'],
    ['in English', 'title: >-\n  The capital\n  of Japan', 'The capital of Japan'],
    ['with a space of its own', 'title: 日本 の\n  首都', '日本 の首都'],
    ['with an empty line', 'title: >-\n  日本\n\n  首都', '日本\n首都'],
  ])('%s has a space where its script has one', (_, text, title) => {
    expect(read(text)).toMatchObject({ data: { title } });
  });
});
