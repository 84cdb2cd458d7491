import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { publish } from '../../../src/desk/publish.ts';
import { feedsOf, toCome } from '../../../src/desk/to-come.ts';
import type { Kept } from '../../../src/filing/copies.ts';
import type { FiledArticle } from '../../../src/schema/article.ts';
import { makeContent, removePaper } from '../../support/paper.ts';
import { articleOf, smallPaper } from '../../support/small-paper.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const since = '2026-11-28T08:00:00Z';
const asOf = '2026-11-29T08:00:00Z';
let count = 0;
/** A story that was out long ago, with what is otherwise. */
const story = (changes: Partial<FiledArticle> & { digest?: string } = {}): Kept<FiledArticle> => {
  const { digest = 'v same', ...fields } = changes;
  const filed = {
    id: `id${(count += 1)}`,
    headline: 'Ferry',
    section: 'town',
    topics: ['harbour'],
    contributors: [{ who: 'ann', role: 'writer' }],
    published: '2026-11-01T05:00:00Z',
    status: { state: 'published' },
    corrections: [],
    ...fields,
  } as unknown as FiledArticle;
  return { digest, copy: { filed, pictures: [] } as unknown as Kept<FiledArticle>['copy'] };
};
const withdrawn = { state: 'withdrawn' as const, at: asOf, reason: 'x' };
const note = (kind: 'correction' | 'update') => ({ at: asOf, kind, text: 'x' });

/** What readers will see otherwise, by the names of the stories. */
function told(
  before: Record<string, Kept<FiledArticle>>,
  now: Record<string, Kept<FiledArticle>>,
  known: string[] = [],
) {
  const maps = [before, now].map((all) => new Map(Object.entries(all))) as [never, never];
  const coming = toCome(maps[1], asOf, { before: maps[0], since, known: new Set(known) });
  return Object.fromEntries(
    Object.entries(coming).flatMap(([kind, all]) =>
      all.length > 0 ? [[kind, all.map(({ path: place, from }) => (from ? `${from}>${place}` : place))]] : [],
    ),
  );
}

describe('Readers will see', () => {
  const id = 'same';
  test.each<
    [
      what: string,
      before: Parameters<typeof story>[0] | undefined,
      now: Parameters<typeof story>[0] | undefined,
      seen: object,
    ]
  >([
    ['a story that was not there as new', undefined, {}, { new: ['a'] }],
    ['a draft that is released as new', { status: { state: 'draft' } }, {}, { new: ['a'] }],
    [
      'an embargo that has ended as new',
      { status: { state: 'embargoed', until: '2026-11-29T05:00:00Z' } },
      { status: { state: 'embargoed', until: '2026-11-29T05:00:00Z' } },
      { new: ['a'] },
    ],
    [
      'an embargo that has not as scheduled',
      undefined,
      { status: { state: 'embargoed', until: '2026-11-30T05:00:00Z' } },
      { scheduled: ['a'] },
    ],
    ['nothing of a draft', undefined, { status: { state: 'draft' } }, {}],
    ['nothing of a story that is the same, whatever engine reads it', { digest: 'v same' }, { digest: 'w same' }, {}],
    ['another text as updated', {}, { digest: 'v other' }, { updated: ['a'] }],
    ['a correction as corrected', {}, { digest: 'v other', corrections: [note('correction')] }, { corrected: ['a'] }],
    ['a note of what is new as updated', {}, { digest: 'v other', corrections: [note('update')] }, { updated: ['a'] }],
    ['a withdrawal', {}, { digest: 'v other', status: withdrawn }, { withdrawn: ['a'] }],
    ['a story that is back', { status: withdrawn }, { digest: 'v other' }, { back: ['a'] }],
    ['a story that was taken away', {}, undefined, { gone: ['a'] }],
    ['nothing of a draft that was taken away', { status: { state: 'draft' } }, undefined, {}],
  ])('%s', (_, before, now, seen) =>
    expect(
      told(before ? { a: story({ id, ...before }) } : { z: story({ id: 'z' }) }, {
        ...(now ? { a: story({ id, ...now }) } : {}),
        ...(before ? {} : { z: story({ id: 'z' }) }),
      }),
    ).toEqual(seen),
  );

  it('a story at another address as moved, and as corrected where it is', () => {
    expect(told({ a: story({ id }) }, { b: story({ id, digest: 'v other' }) })).toEqual({ moved: ['a>b'] });
    expect(told({ a: story({ id }) }, { b: story({ id, corrections: [note('correction')] }) })).toEqual({
      moved: ['a>b'],
      corrected: ['b'],
    });
  });

  it('as new what the ledger does not know, where nothing else is left of what was published', () =>
    expect(told({}, { a: story(), b: story() }, ['/a/'])).toEqual({ new: ['b'] }));

  it('it in the feeds of the lists that it is in', () => {
    const now = new Map([['a', story({ id, corrections: [note('correction')] })]]);
    const coming = toCome(now, asOf, { before: new Map([['a', story({ id })]]), since, known: new Set() });
    expect(feedsOf(coming, [now])).toEqual(['the paper', 'town', 'harbour', 'ann', 'corrections']);
  });
});

describe('Before it publishes', () => {
  const paper = async (use: (root: string, said: () => string) => Promise<void>, files = {}) => {
    const root = makeContent({ ...(await smallPaper()), ...files });
    vi.stubEnv('BROADSHEET_NOW', asOf);
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    vi.spyOn(console, 'error').mockImplementation((line) => void console.log(line));
    try {
      await use(root, () => said.mock.calls.flat().join('\n'));
    } finally {
      removePaper(root);
    }
  };
  const isTouched = (root: string) =>
    existsSync(path.join(root, 'content/ledger.jsonl')) ||
    existsSync(path.join(root, 'content/articles/2025/05/06/first/passages.json'));

  it('the desk tells what readers will see, and with --dry-run no more', () =>
    paper(async (root, said) => {
      const outcome = await publish(root, { dryRun: true });
      expect(outcome).toMatchObject({
        isDone: true,
        facts: { published: false, new: { length: 3 }, feeds: ['the paper', 'town', 'writer'] },
      });
      expect(said()).toMatch(/^Readers will see:\n {2}new {8}2025\/05\/06\/first {2}First headline\n/);
      expect(said()).toMatch(/Nothing was published\.$/);
      expect(isTouched(root)).toBe(false);
    }));

  it('the desk asks where somebody is there, and leaves all as it is at a no', () =>
    paper(async (root, said) => {
      const asked: string[] = [];
      expect(await publish(root, {}, (question) => Promise.resolve(asked.push(question) > 1))).toBe(false);
      expect(asked).toEqual(['Publish it?']);
      expect(said()).toMatch(/Nothing was published\.$/);
      expect(isTouched(root)).toBe(false);
    }));

  it('the desk tells what is to be mended instead', () =>
    paper(
      async (root, said) => {
        expect(await publish(root, { dryRun: true })).toBe(false);
        expect(said()).toMatch(/^B-103 /);
      },
      { 'articles/2025/05/06/third/index.md': articleOf('third', { body: '##' }) },
    ));

  it('a story of a time to come is told with it', () =>
    paper(
      async (root, said) => {
        await publish(root, { dryRun: true });
        expect(said()).toContain('  scheduled  2025/05/06/third, from 2026-12-01T06:00:00+01:00  Third headline');
        expect(readFileSync(path.join(root, 'content/articles/2025/05/06/third/index.md'), 'utf8')).toContain(
          'embargoedUntil',
        );
      },
      {
        'articles/2025/05/06/third/index.md': articleOf('third', {
          status: '{ embargoedUntil: 2026-12-01T05:00:00Z }',
        }),
      },
    ));
});
