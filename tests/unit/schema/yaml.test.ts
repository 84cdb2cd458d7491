import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/schema/yaml.ts';

const parsed = (text: string, firstLine = 5) => parseYaml(text, { file: 'a.yaml', firstLine });

/** What is told of a text that begins on line 5: code, line, and how the words for it begin. */
function told(text: string): string[] {
  const read = parsed(text);
  const problems = 'problems' in read ? read.problems : read.warnings;
  return problems.map(({ code, line, found }) => `${code} ${line} ${found}`);
}

function valueOf(text: string): unknown {
  const read = parsed(text);
  return 'value' in read ? read.value : told(text);
}

describe('A text that is no YAML is told', () => {
  test.each([
    ['a: "x', 'Y-001 5 A quotation mark or bracket is opened here'],
    ['b: y\na: [x', 'Y-001 6 A quotation mark or bracket is opened here'],
    ['- [', 'Y-001 5 A quotation mark or bracket is opened here'],
    ['a: "x #y\nb: z', 'Y-001 5 A quotation mark or bracket is opened here'],
    ['a: "x” ', 'Y-005 5 A quotation mark that is not straight stands here, ”,'],
    ["a: 'x’\nb: y", 'Y-005 5 A quotation mark that is not straight stands here, ’,'],
    ['“a: [', 'Y-005 5 A quotation mark that is not straight stands here, “,'],
    ['a: "x\n“b”: y', 'Y-005 6 A quotation mark that is not straight stands here, “,'],
    ['a: [x\n\u00a0b: y', 'Y-008 6 U+00A0 (non-breaking space) stands where a plain space belongs'],
    ['a: - x', 'Y-001 5 A list begins on the line of its field.'],
    ['a:\n\tb: x', 'Y-001 6 A line is indented with a tab.'],
    ['a: "\\q"', 'Y-001 5 A backslash stands between double quotation marks.'],
    ['a: x: y', 'Y-001 5 A value holds a colon followed by a space, or fields'],
    ['a: x\n  b: y', 'Y-001 5 A value holds a colon followed by a space, or fields'],
    ['a: [x: y: z]', 'Y-001 5 A value between brackets holds a colon'],
    ['a: 1\na: 2', 'Y-001 6 Two fields have the same name.'],
    ['a: x\ny', 'Y-001 6 A line is neither a field nor an item of the list above it.'],
    ['a: x\n---\nb: y', 'Y-001 6 The file holds a line of --- or ... among its fields.'],
    ['[a]: x', 'Y-001 5 The name of a field is not text.'],
    ['a: @x', 'Y-001 5 A value begins with a character that has a meaning'],
    ['a: "x" y', 'Y-001 5 A value goes on after its closing quotation mark'],
    ['a: [x] y', 'Y-001 5 A value goes on after its closing bracket.'],
    ['a: [x]]', 'Y-001 5 A bracket is closed here that was not opened.'],
    ['a: [x] y]', 'Y-001 5 A value goes on after its closing bracket.'],
    ['a: {x: y}}', 'Y-001 5 A bracket is closed here that was not opened.'],
    ['- [x] y', 'Y-001 5 A value goes on after its closing bracket.'],
    ['a:\n  - {b: c} d', 'Y-001 6 A value goes on after its closing bracket.'],
    ['[x] y', 'Y-001 5 A value goes on after its closing quotation mark or bracket.'],
    ["a: 'x\n\nb: y’", 'Y-005 5 A quotation mark that is not straight stands here, ’,'],
    ['a: !<tag:yaml.org,2002:strange> 5', 'Y-003 5 A value begins with "!",'],
    ['a: !<my-tag:yaml.org,2002:str> 5', 'Y-003 5 A value begins with "!",'],
    ['a: }', 'Y-003 5 A value begins with "}",'],
    ['a:\n  - ] x', 'Y-003 6 A value begins with "]",'],
    ['a: >x', 'Y-003 5 A value begins with ">",'],
    ['a: |2x y', 'Y-003 5 A value begins with "|",'],
    ['a:\n   b: x\n  c: y', 'Y-001 7 A line is indented in a way that fits nothing above it.'],
    ['a: *b', 'Y-003 5 A value begins with "*",'],
    ['a: &b x', 'Y-003 5 A value begins with "&",'],
    ['a: !c x', 'Y-003 5 A value begins with "!",'],
    ['a: !!set x', 'Y-003 5 A value begins with "!",'],
    ['a: [x, #y]', 'Y-004 5 The words from "#y]" on would not be published'],
    ['a: [x #y\nb: z', 'Y-004 5 The words from "#y" on would not be published'],
    ['a: "x"#y', 'Y-004 5 The words from "#y" on would not be published'],
    ['a: x #y and so on and so on and on', 'Y-004 5 The words from "#y and so on and so o" on would'],
  ])('by the first that is to be mended in its line: %j', (text, begins) => {
    const [first = '', ...more] = told(text);
    expect(first.slice(0, begins.length)).toBe(begins);
    expect(more).toEqual([]);
  });

  test('line by line, mistakes before what is only to be looked at', () => {
    expect(told('a: “x”\nb: “y"\nc: &d z').map((each) => each.slice(0, 7))).toEqual(['Y-003 7', 'Y-006 5', 'Y-006 6']);
    expect(told('a: "b\n  c"d\ne: "f').map((each) => each.slice(0, 7))).toEqual(['Y-001 6', 'Y-001 7']);
  });

  test('once where nothing that follows can be read', () =>
    expect(told(`a: ${'['.repeat(200)}\nb: ]\nc: ]`)).toHaveLength(1));
});

describe('What is right', () => {
  test.each([
    ['a: !!str 1', { a: '1' }],
    ['a: 2019-03-01', { a: '2019-03-01' }],
    ['a: |\n  x #y', { a: 'x #y\n' }],
    ['a: x # y', { a: 'x' }],
    ["a: 'x #y'", { a: 'x #y' }],
    ['a: x\n  y', { a: 'x y' }],
    ['a: [x,\n  y]', { a: ['x', 'y'] }],
    ['- x\n- y', ['x', 'y']],
  ])('is read, and nothing is told of it: %j', (text, value) => {
    expect(valueOf(text)).toEqual(value);
    expect(told(text)).toEqual([]);
  });
});

describe('The end of a line in a value', () => {
  test.each([
    ['a: 今日は\n  雨だ', '今日は雨だ'],
    ['a: "今日は\n  雨だ"', '今日は雨だ'],
    ["a: '今日は\n  雨だ'", '今日は雨だ'],
    ['a: >-\n  今日は\n  雨だ', '今日は雨だ'],
    ['a: 今日は\n  雨で\n  寒い', '今日は雨で寒い'],
    ['a: 今日は\n  rain', '今日は rain'],
    ['a: 오늘은\n  비가', '오늘은 비가'],
    ['a: 今日 は\n  雨 だ', '今日 は雨 だ'],
    ['a: |-\n  今日は\n  雨だ', '今日は\n雨だ'],
  ])('is a space where its script has one: %j', (text, value) => expect(valueOf(text)).toEqual({ a: value }));
});

describe('A field', () => {
  const read = parsed('a: 1e6\nb:\n  - c: x\n    d: 0x1F\n  - e\nf: {g: 1_0}\n', 10);
  if (!('lineOf' in read)) throw new Error('It is right.');

  test.each<[PropertyKey[], number]>([
    [['a'], 10],
    [['b'], 11],
    [['b', 0], 12],
    [['b', 0, 'd'], 13],
    [['b', 1], 14],
    [['f', 'g'], 15],
    [['b', 0, 'none'], 12],
    [['b', 7, 'none'], 11],
    [['none'], 10],
    [['none', 'none'], 10],
    [[], 10],
  ])('is on its line, and one that is missing on that of the field around it: %j', (path, line) =>
    expect(read.lineOf(path)).toBe(line),
  );

  test.each<[PropertyKey[], string | undefined]>([
    [['a'], '1e6'],
    [['b', 0, 'd'], '0x1F'],
    [['f', 'g'], '1_0'],
    [['b'], undefined],
    [['none'], undefined],
  ])('is known as it was typed: %j', (path, typed) => expect(read.typedAt(path)).toBe(typed));
});
