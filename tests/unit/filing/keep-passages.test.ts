import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BodyCache } from '../../../src/body/body-cache.ts';
import type { Copies } from '../../../src/filing/copies.ts';
import { keepPassages } from '../../../src/filing/keep-passages.ts';
import type { Status } from '../../../src/newsroom/article.ts';
import type { FiledArticle } from '../../../src/schema/article.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'broadsheet-passages-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const asOf = '2019-03-01T12:00:00Z';
const passages = { passages: { 'p-abcd': 'the ferries came back' }, retired: { 'p-wxyz': 'p-abcd' } };

/** Keeps the ids of stories, and gives what was told and the names of those that have them now. */
function kept(stories: Record<string, { status?: Status; published?: string; idless?: true }>) {
  const bodies = path.join(root, 'bodies');
  const cache = new BodyCache(bodies);
  const copies: Copies<FiledArticle>['copies'] = new Map();
  for (const [name, { status = { state: 'published' }, published = asOf, idless }] of Object.entries(stories)) {
    mkdirSync(path.join(root, 'content/articles', name), { recursive: true });
    const bodyKey = `key-of-${name}`;
    cache.write(bodyKey, {
      text: [],
      parts: [],
      reading: { minutes: 0, contents: [] },
      opening: '',
      references: [],
      places: [],
      pictures: [],
      passages: idless ? undefined : passages,
      problems: [],
    });
    const filed = { id: 'k7m2xq', status, published } as FiledArticle;
    const copy = { filed, bodyKey, pictures: [], references: [], places: [], keywords: '' };
    copies.set(name, { copy, digest: '' });
  }
  const told = keepPassages(copies, { root, bodies, asOf });
  const names = Object.keys(stories).filter(
    (name) => readdirSync(path.join(root, 'content/articles', name)).length > 0,
  );
  return { told, names };
}
const fileOf = (name: string) => path.join(root, 'content/articles', name, 'passages.json');

describe('The ids of paragraphs', () => {
  it('are kept beside each article that is out, with its id', () => {
    expect(kept({ one: {}, two: { status: { state: 'embargoed', until: asOf } } })).toEqual({
      told: ['Kept the ids of the paragraphs of 2 articles.'],
      names: ['one', 'two'],
    });
    expect(JSON.parse(readFileSync(fileOf('one'), 'utf8'))).toEqual({ article: 'k7m2xq', ...passages });
  });

  it.each<[string, { status?: Status; published?: string; idless?: true }]>([
    ['is under embargo', { status: { state: 'embargoed', until: '2019-03-01T12:00:01Z' } }],
    ['is to come', { published: '2019-03-01T12:00:01Z' }],
    ['is a draft', { status: { state: 'draft' } }],
    ['was withdrawn', { status: { state: 'withdrawn', at: asOf, reason: 'No.' } }],
    ['has none', { idless: true }],
  ])('are not kept of an article that %s', (_, story) =>
    expect(kept({ held: story, out: {} })).toEqual({
      told: ['Kept the ids of the paragraphs of one article.'],
      names: ['out'],
    }),
  );

  it('are written once: what says the same already is left, and nothing is told', () => {
    kept({ one: {} });
    expect(kept({ one: {} }).told).toEqual([]);
  });

  it('are written again where the file says something else', () => {
    kept({ one: {} });
    writeFileSync(fileOf('one'), '{}');
    expect(kept({ one: {} }).told).toHaveLength(1);
    expect(readFileSync(fileOf('one'), 'utf8')).toContain('p-abcd');
  });
});
