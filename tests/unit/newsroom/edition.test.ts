import { describe, expect, it } from 'vitest';
import { lastChange, relatedArticles } from '../../../src/newsroom/edition.ts';
import { article } from '../articles.ts';

const correction = (at: string) => ({ at, kind: 'correction' as const, text: 'Four, not three.' });

describe('The last change of an article', () => {
  const published = '2019-03-01T05:00:00+08:00';
  const last = (updated?: string, ...corrected: string[]) =>
    lastChange(article({ published, updated, corrections: corrected.map(correction) }));

  it('is its publication where nothing came after it', () => expect(last()).toBe(published));

  it('is its update where nothing was corrected', () =>
    expect(last('2019-03-01T09:30:00+08:00')).toBe('2019-03-01T09:30:00+08:00'));

  it('is a correction where nothing was updated', () =>
    expect(last(undefined, '2019-03-02T09:30:00+08:00')).toBe('2019-03-02T09:30:00+08:00'));

  it('is the latest of update and corrections, in whatever order they are filed', () => {
    const [early, middle, late] = ['2019-03-02T00:00:00Z', '2019-03-03T00:00:00Z', '2019-03-04T00:00:00Z'] as const;
    expect(last(late, early, middle)).toBe(late);
    expect(last(early, late, middle)).toBe(late);
    expect(last(early, middle, late)).toBe(late);
  });

  it('goes by the instant, not by what the clock of its place shows', () =>
    expect(last('2019-03-01T23:00:00Z', '2019-03-02T06:00:00+08:00')).toBe('2019-03-01T23:00:00Z'));

  it('is never before its publication', () => expect(last('2019-02-28T05:00:00+08:00')).toBe(published));
});

describe('The stories of this paper beside an article', () => {
  it('are those of all its groups, in their order, without what is only named', () => {
    const [one, two] = [article({ path: '2019/03/01/one' }), article({ path: '2019/03/01/two' })];
    const elsewhere = { title: 'Elsewhere', publication: 'The Other', date: '2019-03-01' };
    const related = [
      { heading: 'First', stories: [{ article: two }, { elsewhere }] },
      { heading: 'Second', stories: [{ article: one }] },
    ];
    expect(relatedArticles(article({ related }))).toEqual([two, one]);
  });
});
