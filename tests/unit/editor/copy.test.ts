import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { editorSettings } from '../../../src/editor/configuration.ts';
import { copyOf, filedCopy } from '../../../src/editor/copy.ts';
import { filesBelow } from '../../../src/filing/files.ts';
import { article } from '../../../src/schema/article.ts';
import { project } from '../../support/paper.ts';

const { known } = editorSettings({ timeZone: 'Asia/Singapore', backend: {} });
const papers = ['content', 'tests/fixtures/paper', 'tests/fixtures/tabloid'];
const files = papers.flatMap((paper) =>
  filesBelow(path.join(project, paper), /\.(md|ya?ml)$/).map((file) => path.join(project, paper, file)),
);

const story = `---
# A note.
id: k7m2xq
headline: "One: 'two'"   # for now
kicker: Old # a series
topics: [a, b]
dateline: { place: Hanoi, date: 2019-02-28 }
status: { withdrawn: 2019-03-01T06:30:00+09:00, reason: "It was wrong." }
picture:
  file: ./hotel.png
  alt: A hotel. # seen from the street
related:
  - heading: More
    stories: [2019/03/01/one, { article: 2019/03/01/two, note: Then }]
unknown: { to: the editor }
---

First *words*,  H~2~O.

:::fact-box[Title]
1) one
:::

`;

describe('A file that the editor has opened', () => {
  it('comes back as it was where nothing is changed, whichever file of a paper it is', () => {
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect(filedCopy(copyOf(text), text, known)).toBe(text);
    }
  });

  it('comes back as it was where the editor has filled in what holds anyway', () => {
    const text = story.replace('topics:', 'contributors: [{ who: a }]\npromos: { subscribe: false }\ntopics:');
    const held = {
      ...copyOf(text),
      kind: 'news',
      contributors: [{ who: 'a', role: 'writer' }],
      promos: { follow: true, subscribe: false },
    };
    expect(filedCopy(held, text, known)).toBe(text);
  });

  it('comes back as it was where the editor has added what is empty, and taken away spaces', () => {
    const copy = copyOf(story);
    const held = {
      ...copy,
      body: String(copy.body).trim(),
      updated: '',
      agencies: [],
      promos: { follow: true, subscribe: true },
    };
    expect(filedCopy(held, story, known)).toBe(story);
  });

  test.each([
    ['a field', { kicker: 'New' }, 'kicker: Old', 'kicker: New'],
    ['a part of a field', { picture: { file: './hotel.png', alt: 'An inn.' } }, 'alt: A hotel.', 'alt: An inn.'],
    ['a list', { topics: ['b'] }, 'topics: [a, b]', 'topics: [ b ]'],
    ['a field that is taken away', { dateline: undefined }, 'dateline: { place: Hanoi, date: 2019-02-28 }\n', ''],
    [
      'a state with a time',
      { status: { state: 'draft', time: '2019-03-01T06:30:00+09:00', reason: 'It was wrong.' } },
      /status: .*/,
      'status: draft',
    ],
    [
      'a state without one',
      { status: { state: 'embargoed', time: '2019-03-02T05:00:00+08:00' } },
      /status: .*/,
      'status: { embargoedUntil: 2019-03-02T05:00:00+08:00 }',
    ],
    ['the text', { body: 'Other words.' }, /First[^]*$/, 'Other words.\n'],
  ])('is changed in that alone: %s', (_, change, before, after) => {
    const copy = Object.fromEntries(
      Object.entries({ ...copyOf(story), ...change }).filter(([, value]) => value !== undefined),
    );
    expect(filedCopy(copy, story, known)).toBe(story.replace(before, after));
  });

  it('keeps all values where its fields are written so that none can be changed by itself', () => {
    const anchored = story.replace('kicker: Old # a series', 'kicker: &series Old\nstandfirst: *series');
    const filed = filedCopy({ ...copyOf(anchored), standfirst: 'New' }, anchored, known);
    expect(copyOf(filed)).toEqual({ ...copyOf(anchored), standfirst: 'New' });
  });
});

describe('A file that the editor makes', () => {
  it('has the fields in the order of the schema, without those that are empty or as they are anyway', () => {
    const copy = {
      body: 'Words.',
      status: { state: 'published', time: '', reason: '' },
      headline: 'One',
      id: 'k7m2xq',
      kind: 'news',
      picture: { file: './a.png', alt: '', credit: '' },
      pairs: [],
    };
    expect(filedCopy(copy, undefined, known)).toBe(
      '---\nid: k7m2xq\nheadline: One\nstatus: published\npicture:\n  file: ./a.png\n  alt: ""\n---\n\nWords.\n',
    );
  });

  it('has no front matter where it has no text', () => {
    expect(filedCopy({ pairs: [{ left: 'a', right: 'b' }], lead: 'c' }, undefined, known)).toBe(
      'lead: c\npairs:\n  - - a\n    - b\n',
    );
  });
});

test('The editor knows every field of an article by which one is checked, and each in a form that the schema takes.', () => {
  const { config } = editorSettings({ timeZone: 'Asia/Singapore', backend: {} });
  const { collections } = config as { collections: { name: string; fields: { name: string; widget: string }[] }[] };
  const names = collections.find(({ name }) => name === 'articles')?.fields.map(({ name }) => name) ?? [];
  expect(names.toSorted()).toEqual([...Object.keys(article.shape), 'body'].toSorted());
});
