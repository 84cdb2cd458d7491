import { describe, expect, it } from 'vitest';
import { isOut, openFrom, opening } from '../../../src/newsroom/release.ts';
import { article } from '../articles.ts';

const published = '2019-03-01T05:00:00Z';
const embargoed = (until: string) => article({ published, status: { state: 'embargoed', until } });

describe('Readers can first open an article', () => {
  it('when it is published', () => expect(opening(article({ published }))).toBe(published));

  it('when its embargo ends, if that is later', () =>
    expect(opening(embargoed('2019-03-01T06:00:00Z'))).toBe('2019-03-01T06:00:00Z'));

  it('when it is published, if its embargo has ended by then', () =>
    expect(opening(embargoed('2019-03-01T12:00:00+08:00'))).toBe(published));

  it('never while it is a draft', () => {
    const draft = article({ published, status: { state: 'draft' } });
    expect([opening(draft), openFrom(draft)]).toEqual([undefined, Infinity]);
  });

  it('as a notice where it was withdrawn, from its publication on', () =>
    expect(
      openFrom(article({ published, status: { state: 'withdrawn', at: '2019-03-02T00:00:00Z', reason: 'No.' } })),
    ).toBe(Date.UTC(2019, 2, 1, 5)));

  it('from the very instant on', () => {
    const held = embargoed('2019-03-01T06:00:00Z');
    expect(['2019-03-01T05:59:59Z', '2019-03-01T06:00:00Z'].map((at) => isOut(held, at))).toEqual([false, true]);
  });
});
