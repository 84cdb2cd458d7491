import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { withField, withItem, withPart } from '../../../src/filing/field-edits.ts';
import { filesBelow } from '../../../src/filing/files.ts';
import { project } from '../../support/paper.ts';

const file = (fields: string) => `---\n${fields}\n---\n\nText.\nstatus: draft\n`;

describe('A field of the front matter is changed by itself:', () => {
  test.each([
    ['a word', 'status: draft # soon', 'status: published # soon'],
    ['one in quotation marks', "status: 'draft'", 'status: published'],
    [
      'one on several lines',
      'status:\n  embargoedUntil: 2026-12-01T05:00:00Z  # then\n# next\nkind: news',
      'status: published  # then\n# next\nkind: news',
    ],
    [
      'one in braces',
      'status: { withdrawn: 2026-12-01T05:00:00Z,\n  reason: "x # y" }\nkind: news',
      'status: published\nkind: news',
    ],
    ['one without a value', 'status:\nkind: news', 'status: published\nkind: news'],
    ['a block of text', 'status: >\n  draft\n  it\n\nkind: news', 'status: published\nkind: news'],
    ['one that is not there', 'kind: news', 'kind: news\nstatus: published'],
    ['the last of all', 'kind: news\nstatus: draft', 'kind: news\nstatus: published'],
    ['one whose name is in quotation marks', '"status": draft', 'status: published'],
  ])('%s', (_, before, after) => expect(withField(file(before), 'status', 'published')).toBe(file(after)));

  it('any text is written so that it reads the same', () => {
    const texts = [
      'yes',
      '1.0',
      '# no',
      'a: b',
      '- a',
      '“x” "y" \'z\'',
      'x\ty',
      'two\nlines',
      '{ a }',
      '[b',
      '',
      ' ',
      '\u2028',
      '👩‍👩‍👧',
    ];
    for (const text of texts) expect(withField(file('a: 1'), 'note', text)).toContain('a: 1\nnote: ');
  });
});

describe('A list of the front matter gets one item more:', () => {
  test.each([
    ['in brackets', 'aliases: [/a/] # one', 'aliases: [/a/, /b/] # one'],
    ['empty', 'aliases: []', 'aliases:\n  - /b/'],
    ['without a value', 'aliases:\nkind: news', 'aliases:\n  - /b/\nkind: news'],
    [
      'of lines',
      'aliases:\n  - /a/ # one\n  # two\nkind: news',
      'aliases:\n  - /a/ # one\n  - /b/\n  # two\nkind: news',
    ],
    ['of lines that are not indented', 'aliases:\n- /a/\n\nkind: news', 'aliases:\n- /a/\n- /b/\n\nkind: news'],
    [
      'of things with fields',
      'aliases:\n  - x: 1\n    y: >\n      long\n      text\nkind: news',
      'aliases:\n  - x: 1\n    y: >\n      long\n      text\n  - /b/\nkind: news',
    ],
    ['that is not there', 'kind: news', 'kind: news\naliases:\n  - /b/'],
  ])('%s', (_, before, after) => expect(withItem(file(before), 'aliases', '/b/')).toBe(file(after)));
});

it('Ends of lines stay, and a mark of order at the beginning.', () => {
  const windows = `\uFEFF${file('kind: news\nstatus: draft\ncorrections:\n  - { at: x }')}`.replaceAll('\n', '\r\n');
  const both = withItem(withField(windows, 'status', 'published'), 'corrections', { at: 'y' });
  expect(both).toBe(
    `\uFEFF${file('kind: news\nstatus: published\ncorrections:\n  - { at: x }\n  - { at: y }')}`.replaceAll(
      '\n',
      '\r\n',
    ),
  );
});

it('What cannot be changed by itself is left.', () => {
  for (const fields of [
    'a: &b draft\nstatus: *b',
    'status: draft\nstatus: draft',
    'status: [',
    '- a',
    'x: &s { state: 1 }\ny: *s\nstatus: *s',
  ])
    expect(() => withField(file(fields), 'status', 'published')).toThrow(/only you can change/);
  expect(() => withField('No fields.', 'status', 'published')).toThrow(/only you can change/);
});

it('Of each article of the two papers that we have, nothing else is changed.', () => {
  for (const paper of ['content/articles', 'tests/fixtures/paper/articles'])
    for (const name of filesBelow(path.join(project, paper), /\.md$/)) {
      const text = readFileSync(path.join(project, paper, name), 'utf8');
      const lines = new Set(text.split('\n'));
      const more = withItem(text, 'corrections', { at: '2026-01-01T00:00:00Z', text: 'x' }).split('\n');
      expect(more.filter((line) => !lines.has(line)).length).toBeLessThanOrEqual(2);
      expect(
        withField(text, 'headline', 'New')
          .split('\n')
          .filter((line) => !lines.has(line)),
      ).toEqual(['headline: New']);
    }
});

describe('Whatever else stands in the front matter', () => {
  const word = fc.stringMatching(/^[a-zé市][a-zé市 ,.!-]{0,8}[a-z]$/);
  const comment = fc.constantFrom('', ' # soon', ' #', '   # "x": [y');
  const odd = fc.constantFrom(
    '"a: b # c"',
    "'it''s'",
    '“walk”',
    '2019-03-01',
    '1e3',
    '~',
    'yes',
    '"\\u00e9"',
    '[a, "b, c", { d: e }]',
    '{ a: 1, b: [2,\n  3] }',
    '>\n  folded\n  text\n\n  more',
    '|-\n  kept\n    as it is',
    '"over\n  lines"',
    'plain\n  over lines',
    '&x a',
    '!!str 5',
  );
  const list = fc.array(fc.oneof(word, fc.constant('{ a: b }'), fc.constant('a: b\n    c: >\n      d')), {
    minLength: 1,
    maxLength: 3,
  });
  const value = fc.oneof(
    fc.tuple(fc.oneof(word, odd), comment).map(([text, note]) => ` ${text}${/[>|]/.test(text[0] ?? '') ? '' : note}`),
    list.map((items) => `\n${items.map((item) => `  - ${item}`).join('\n')}`),
    list.map((items) => `\n${items.map((item) => `- ${item.replace(/\n {2}/g, '\n')}`).join('\n')}`),
    fc.constant(''),
  );
  const between = fc.constantFrom('', '# a line\n', '\n', '#\n\n# two\n');
  const fields = fc.uniqueArray(
    fc
      .tuple(fc.stringMatching(/^[a-z]{1,6}$/), value, between)
      .map(([name, text, before]) => ({ name, before, text: `${name}:${text}\n` })),
    { selector: ({ name }) => name, minLength: 1, maxLength: 5 },
  );
  const ends = fc.constantFrom('\n', '\r\n');

  /** Tries an edit of one field: all around it stays, to the byte, and YAML reads what was meant; or it is refused. */
  function tried(edit: (text: string, name: string) => string, meant: (before: unknown) => unknown) {
    let [written, all] = [0, 0];
    fc.assert(
      fc.property(fields, fc.nat(), ends, fc.boolean(), (some, at, end, hasMark) => {
        const chosen = some[at % some.length];
        const mark = hasMark ? '\uFEFF' : '';
        const lines = (these: typeof some) =>
          these
            .map(({ before, text }) => before + text)
            .join('')
            .replaceAll('\n', end);
        const index = some.indexOf(chosen ?? some[0] ?? { name: '', before: '', text: '' });
        const head = `${mark}---${end}${lines(some.slice(0, index))}${chosen?.before.replaceAll('\n', end)}`;
        const tail = `${lines(some.slice(index + 1))}---${end}${end}Text.${end}name: x${end}`;
        const text = `${head}${chosen?.text.replaceAll('\n', end)}${tail}`;
        let after: string;
        all += 1;
        try {
          after = edit(text, chosen?.name ?? '');
        } catch (error) {
          expect(String(error)).toContain('only you can change');
          return;
        }
        written += 1;
        expect(after.startsWith(head)).toBe(true);
        expect(after.endsWith(tail)).toBe(true);
        const yaml = (whole: string) =>
          parse(/^\uFEFF?---\r?\n([^]*?)---\r?\n\r?\nText/.exec(whole)?.[1] ?? '') as Record<string, unknown>;
        const [was, is] = [yaml(text), yaml(after)];
        expect(is).toEqual({ ...was, [chosen?.name ?? '']: meant(was[chosen?.name ?? '']) });
        // No comment is lost, and no end of a line is another.
        if (end === '\r\n') expect(/(?<!\r)\n/.test(after)).toBe(false);
      }),
      { numRuns: 400 },
    );
    expect(written).toBeGreaterThan(all / 2);
  }

  it('a field gets another value alone', () =>
    tried(
      (text, name) => withField(text, name, { embargoedUntil: 'a: # "b"' }),
      () => ({ embargoedUntil: 'a: # "b"' }),
    ));

  it('a list gets an item alone', () =>
    tried(
      (text, name) => withItem(text, name, { at: 'x', text: 'y # "z"' }),
      (before) => [...(Array.isArray(before) ? (before as unknown[]) : []), { at: 'x', text: 'y # "z"' }],
    ));

  it('a part of a field is added alone', () => {
    const text = '---\na: 1 # one\npicture:\n  file: x # file\n  # why\n  alt: y\n# b\nb: 2\n---\n';
    expect(withPart(text, ['picture', 'credit'], 'z')).toBe(text.replace('  alt: y\n', '  alt: y\n  credit: z\n'));
    expect(withPart(text, ['picture', 'file'], 'z')).toBe(text.replace('file: x', 'file: z'));
  });
});
