import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/newsroom/article.ts';
import type { Placed } from '../../../src/newsroom/front.ts';
import { measureOf } from '../../../src/views/pages/copyfit.ts';
import { article } from '../articles.ts';

const file = { path: 'content/a/quay.jpg', width: 1200, height: 800, format: 'jpg', hash: 'abc' };
const placed = (facts: Partial<Article> = {}, shown: Partial<Placed> = {}): Placed => ({
  article: article({ standfirst: 'The decision was put off twice, and now it goes to the citizens.', ...facts }),
  picture: facts.picture !== undefined,
  standfirst: true,
  ...shown,
});
const heightOf = (story: Placed, lead: Parameters<typeof measureOf>[0] = {}) =>
  measureOf({ date: '2019-03-01', ...lead }).stack([story], false);

describe('the height of a story on the front page', () => {
  it('follows the widths of letters, not their number', () => {
    const headline = 'council votes to close the fish market after all';
    const capitals = headline.toUpperCase();
    expect(heightOf(placed({ headline: capitals }))).toBeGreaterThan(heightOf(placed({ headline })));
  });

  it('is more by a kicker, unless the lead has said it', () => {
    const kicker = 'Summit';
    const plain = heightOf(placed());
    expect(heightOf(placed({ kicker }))).toBeGreaterThan(plain);
    expect(heightOf(placed({ kicker }), { kicker })).toBe(plain);
  });

  it('is more by the day of another edition', () =>
    expect(heightOf(placed({}), { date: '2019-03-02' })).toBeGreaterThan(heightOf(placed())));

  it('is more in scripts that stand taller', () => {
    const headline = 'one two';
    expect(heightOf(placed({ headline, language: 'hi' }))).toBeGreaterThan(heightOf(placed({ headline })));
  });

  it('has a small picture beside the words, as long as they are higher', () => {
    const measure = measureOf({ date: '2019-03-01' });
    const picture = { file, alt: 'Quay' };
    const standfirst = 'Nobody spoke against it, but the money has still to be found. '.repeat(8);
    const small = (facts: Partial<Article>) => measure.stack([placed({ standfirst, ...facts })], true);
    expect(small({ picture }) - small({})).toBeLessThan((8 * 2) / 3);
    expect(measure.stack([placed({ standfirst, picture })], false) - small({})).toBeGreaterThan(17 * (2 / 3));
  });
});

describe('columns side by side', () => {
  const short = placed({ headline: 'Short', standfirst: undefined });
  const long = placed({ headline: 'A headline that takes three or four lines of a column that is as narrow as these' });
  const { rowFault, bandFault, beside, below } = measureOf({ date: '2019-03-01' });

  it('are the worse the farther one ends above the other', () => {
    const faults = [1, 2, 4].map((count) => rowFault([[short], Array.from({ length: count }, () => long)]));
    expect(faults).toEqual([...faults].sort((a, b) => a - b));
    expect(new Set(faults).size).toBe(3);
  });

  it('are better where the lower one has gaps to share what it has less', () =>
    expect(
      rowFault([
        [long, long, long],
        [short, short, short, short],
      ]),
    ).toBeLessThan(rowFault([[long, long, long], [{ ...long, standfirst: false }]])));

  it('have a large picture sooner beside four stories than beside one', () => {
    const first = placed({ picture: { file, alt: 'Quay' } });
    expect(bandFault([first, short, short, short, short], 4)).toBeLessThan(bandFault([first, short, short], 2));
  });

  it('part beside a lead where they come out even', () => {
    const next = { second: [long, short, short, short, short], analysis: [], briefs: [] };
    const { cut } = beside(placed(), false, next);
    expect(cut).toBeLessThan(4);
  });

  it('are as many below a lead as come out even: a row of like stories, else two or three columns', () => {
    const none = { analysis: [], briefs: [] };
    expect(below({ second: [long, long, long], ...none }).form).toBe('row');
    expect(below({ second: [long, short, short], ...none }).form).not.toBe('row');
  });
});
