import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { withField, withItem } from '../../../src/filing/field-edits.ts';
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
      'aliases:\n  - /a/\n  - /b/ # one\n  # two\nkind: news',
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
