import { describe, expect, test } from 'vitest';
import { hashedWords, slipIn, slipInValue } from '../../../src/schema/yaml-slips.ts';
import { parseYaml } from '../../../src/schema/yaml.ts';

const codeOf = (line: string) => slipIn(line)?.code;

describe('In a line', () => {
  test.each([
    ['\u00a0name: x', 'U+00A0 (non-breaking space)'],
    ['name:\u202fx', 'U+202F (narrow non-breaking space)'],
    ['  -\u3000x', 'U+3000 (full-width space)'],
    ['- name:\u00a0x', 'U+00A0 (non-breaking space)'],
    ['name: x\ufeff', 'U+FEFF (byte order mark)'],
    ['name: x\u2003', 'U+2003 (a space of another width)'],
  ])('a space that is none for YAML is told: %j', (line, name) =>
    expect(slipIn(line)).toEqual({
      code: 'Y-008',
      found: `${name} stands where a plain space belongs: YAML takes it for a letter.`,
      remedy: 'Delete it, and type plain spaces.',
    }),
  );

  test('a space within words is not', () => expect(slipIn('name: 10\u00a0km away')).toBeUndefined());

  test.each(['：', '﹕', '︰', '∶', '꞉'])('a colon that is none is told: %s', (colon) => {
    for (const line of [`name${colon} x`, `  - "name" ${colon}x`, `“name”${colon}`])
      expect(slipIn(line)).toEqual({
        code: 'Y-009',
        found: `The name "name" is followed by "${colon}", which is no colon for YAML.`,
        remedy: 'Write "name: " with a plain colon and a space.',
      });
    expect(codeOf(`name: x${colon} y`)).toBeUndefined();
  });

  test.each([...'–—−‐‑－•·●▪◦‣'])('a bullet that is no hyphen is told: %s', (bullet) => {
    for (const line of [`${bullet} x`, `  ${bullet}x`])
      expect(slipIn(line)).toEqual({
        code: 'Y-011',
        found: `A line begins with "${bullet}", which is no hyphen for YAML.`,
        remedy: 'Begin each item on a line of its own with a hyphen and a space: "- ".',
      });
    expect([codeOf(`a ${bullet} b`), codeOf(bullet)]).toEqual([undefined, undefined]);
  });

  test.each([...'“”„‟‘’‚‛«»‹›「」『』＂＇'])(
    'a quotation mark that is not straight is told before a value: %s',
    (mark) => {
      for (const line of [`${mark}x`, `name: ${mark}x`, `  - ${mark}x`, `- name: [${mark}x`, `{ ${mark}x`])
        expect(slipIn(line)).toMatchObject({ code: 'Y-005', found: expect.stringContaining(`, ${mark},`) as string });
      expect(codeOf(`name: it${mark}s`)).toBeUndefined();
    },
  );

  test('nothing is told of what is right', () => {
    for (const line of ['name: x', '- x', '  - name: "x"', '', 'name: [a, b]'])
      expect(slipIn(line), line).toBeUndefined();
  });
});

describe('A value that is not what it has to be', () => {
  test.each([
    ['“a', 'string', 'Y-005'],
    ['a\u200bb', 'string', 'S-004'],
    ['– a', 'array', 'Y-011'],
    ['［a］', 'array', 'Y-009'],
    ['【a】', 'object', 'Y-009'],
    ['name： x', 'object', 'Y-009'],
    ['– a', 'string', undefined],
    ['［a］', 'string', undefined],
    ['a［b］', 'array', undefined],
    ['a – b', 'array', undefined],
  ])('is told by what stands in it: %j for a %s', (value, wanted, code) =>
    expect(slipInValue(value, 'topics', wanted)?.code).toBe(code),
  );

  test('is told by the name of its field', () => {
    expect(slipInValue('• a', 'topics', 'array')).toEqual({
      code: 'Y-011',
      found: 'The items of "topics" begin with "•", which is no hyphen for YAML.',
      remedy: 'Begin each on a line of its own with a hyphen and a space: "- ".',
    });
    expect(slipInValue('〔a〕', 'topics', 'array')).toEqual({
      code: 'Y-009',
      found: 'The value of "topics" begins with "〔", which is no bracket for YAML.',
      remedy: 'Write plain brackets and commas: [a, b] or { name: value }.',
    });
    expect(slipInValue('a\u00ad', 'topics', 'string')?.found).toMatch(
      /^The field "topics" holds the invisible character U\+00AD/,
    );
  });
});

/** What is told of a text, by code and line. */
function told(text: string): string[] {
  const read = parseYaml(text, { file: 'a.yaml', firstLine: 1 });
  return ('problems' in read ? read.problems : read.warnings).map(({ code, line }) => `${code} ${line}`);
}

describe('Quotation marks around a whole value', () => {
  test.each([
    '“a”',
    '„a“',
    '„a”',
    '”a”',
    '‘a’',
    '‚a‘',
    '‚a’',
    '«a»',
    '»a«',
    '‹a›',
    '›a‹',
    '＂a＂',
    '“a"',
    '„a"',
    "‘a'",
    "‚a'",
    '“a b c”',
  ])('are told, since readers would see them: %s', (value) => {
    expect(told(`title: ${value}`)).toEqual(['Y-006 1']);
    expect(told(`title: ${value} or more`)).toEqual([]);
    expect(told(`title: It is ${value}`)).toEqual([]);
    expect(told(`title: '${value}'`)).toEqual([]);
  });

  test.each([
    '“a” and “b”',
    '«a», «b»',
    '‹a› ‹b›',
    '„a“ … „b“',
    '”a” ”b”',
    '‘a’ ‘b’',
    '»a« »b«',
    '＂a＂ ＂b＂',
    '“a" "b"',
  ])('are not where each stands around a part: %s', (value) => expect(told(`title: ${value}`)).toEqual([]));
});

describe('The name of a field', () => {
  test.each([
    ['name”: x', ['Y-005 1']],
    ['na\u200bme: x', ['Y-008 1']],
    ['name\u00a0: x', ['Y-008 1']],
    ['"name”": x', []],
    ['1: x', []],
  ])('is looked at where it is not in quotation marks: %j', (text, finds) => expect(told(text)).toEqual(finds));

  test('is told with what is in it', () => {
    const read = parseYaml('na\u200bme: x', { file: 'a.yaml', firstLine: 1 });
    expect('problems' in read && read.problems).toMatchObject([
      {
        found: expect.stringMatching(
          /^The name of a field holds U\+200B.*, which YAML takes for a letter\.$/,
        ) as string,
        remedy: 'Delete it, or type the name again.',
      },
    ]);
  });
});

describe('A value', () => {
  test('loses what cannot be seen at its ends, but for one in quotation marks', () => {
    const read = parseYaml('title: a\u00a0\nnote: "b\u00a0"', { file: 'a.yaml', firstLine: 1 });
    expect('value' in read && read.value).toEqual({ title: 'a', note: 'b\u00a0' });
  });

  test('that begins with a hyphen and another space is told', () =>
    expect(told('title: -\u00a0a')).toEqual(['Y-008 1']));
});

describe('Words behind a hash', () => {
  const words = (text: string) => hashedWords(text).map((each) => [each.offset, each.words]);
  test.each<[string, [number, string][]]>([
    ['a: x #words', [[5, '#words']]],
    ['a: x\n  #words\nb: y', [[7, '#words']]],
    ['a: "x" #words', [[7, '#words']]],
    ['#a: x\nb: y #z', [[11, '#z']]],
    ['a: x #b: y', [[5, '#b: y']]],
    ['  #"a": x', []],
    ['#a:', []],
    ['a: x # words', []],
    ['a: x #', []],
    ['a: "x #words"', []],
    ['a: x#words', []],
    ['a: x ##words', []],
    ['a: x #!words', []],
    ['#--- a', []],
    ['#=== a', []],
    ['#*** a', []],
    ['#~~~ a', []],
  ])('are found that nobody set off with a space: %j', (text, found) => expect(words(text)).toEqual(found));
});
