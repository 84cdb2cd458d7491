import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readPaper } from '../../../src/checks/paper.ts';
import { dueInWords, next, nextDue } from '../../../src/desk/next.ts';
import { stampsOf } from '../../../src/filing/stamps.ts';
import { changesFile, PressIndex } from '../../../src/press/press-index.ts';
import { article, tried, withPaper } from '../checks/wrong-inputs/input.ts';

const clock = { timeZone: 'Asia/Singapore', timeZoneName: 'SGT' };
const now = '2026-12-01T12:00:00Z';
const story = (path: string, published: string, status: object = { state: 'published' }) => ({
  path,
  filed: { headline: path, published, status: status as { state: 'published' } },
});
const stories = [
  story('out', '2026-11-30T05:00:00+08:00'),
  story('later', '2026-12-06T05:00:00+08:00'),
  story('draft', '2026-12-02T05:00:00+08:00', { state: 'draft' }),
  story('embargo', '2026-12-01T05:00:00+08:00', { state: 'embargoed', until: '2026-12-04T21:00:00Z' }),
];

it('The next story is the first that is held back by its time or an embargo, and no draft.', () => {
  expect(nextDue(stories, now)).toEqual({
    at: '2026-12-04T21:00:00Z',
    path: 'embargo',
    headline: 'embargo',
  });
});

it('No story is next where all are out.', () => {
  expect(nextDue(stories.slice(0, 1), now)).toBeUndefined();
});

it.each([
  ['2026-12-04T21:00:00Z', clock, 'Next story due Saturday 05:00 (SGT)'],
  ['2026-12-05T05:00:00+08:00', { timeZone: 'Asia/Singapore' }, 'Next story due Saturday 05:00 (UTC+08:00)'],
  ['2027-01-05T05:00:00+08:00', clock, 'Next story due 5 January 2027, 05:00 SGT'],
])('A story of %s is told with its day, or its date where that is a week away.', (at, zone, told) => {
  expect(dueInWords({ at, path: '', headline: '' }, zone, now)).toBe(told);
});

it('The next story is looked for among articles as they were read for what is published, until they are changed.', () =>
  withPaper({ [tried]: article({ published: '2999-03-01T05:00:00+08:00' }) }, async (root) => {
    const { articles } = await readPaper({ root, bodies: path.join(root, '.astro/bodies') });
    // What was changed just now counts as changed.
    await pause(100);
    const index = new PressIndex(root);
    index.putDown(path.join(root, changesFile), {
      standing: { asOf: '2025-05-06T06:00:00Z', backNumbers: {}, books: {}, others: [] },
      rendered: [],
      gone: [],
      articles: [...articles.copies].map(([name, { copy, digest }]) => [
        name,
        { digest, copy: { ...copy, filed: { ...copy.filed, headline: 'As it was read then' } } },
      ]),
      withoutArticles: [],
      seen: [...stampsOf(root)],
    });
    index.take();
    index.close();
    const told = async () => await next(root, { json: true });
    expect(await told()).toMatchObject({ facts: { headline: 'As it was read then' } });
    writeFileSync(path.join(root, tried), article({ published: '2999-03-01T06:00:00+08:00' }));
    expect(await told()).toMatchObject({ facts: { headline: 'Harbour vote', at: '2999-03-01T06:00:00+08:00' } });
  }));
