import { describe, expect, it } from 'vitest';
import { balanced, filled, start, type Slug } from '../../../src/views/paper/columns.ts';
import { linesOf, wordsIn } from '../../../src/views/paper/letter-widths.ts';

const text = (lines: number, more: Partial<Slug> = {}): Slug => ({ lines, height: 10, before: 0, after: 0, ...more });
const box = (height: number): Slug => ({ lines: 0, height, before: 7, after: 7 });

describe('Columns', () => {
  it('are as high as their text needs, and no higher', () => {
    expect(balanced([text(12)], start, 3).ends).toEqual([40, 40, 40]);
  });

  it('leave no line of a paragraph alone', () => {
    expect(filled([text(5), text(4)], start, 2, 60).ends).toEqual([50, 40]);
    expect(filled([text(7)], start, 2, 60).ends).toEqual([50, 20]);
  });

  it('end with two lines of a paragraph that is too short to leave as many as it should for the next', () => {
    expect(balanced([text(3)], start, 3).ends).toEqual([20, 10, 0]);
    expect(balanced([text(7, { widows: 3 })], start, 3).ends).toEqual([30, 20, 20]);
    expect(balanced([text(6, { widows: 3 })], start, 3).ends).toEqual([30, 30, 0]);
  });

  it('are no lower than equal parts of all they hold, with the room below the last box', () => {
    expect(balanced([text(12), box(110)], start, 2)).toMatchObject({ ends: [120, 110], height: 122 });
  });

  it('begin with a heading rather than end with one', () => {
    expect(filled([text(4), text(1, { keep: true, before: 7 }), text(6)], start, 2, 60).ends).toEqual([40, 50]);
    expect(filled([text(1, { keep: true }), text(6)], start, 2, 20).forced).toBe(true);
  });

  it('part no box', () => {
    expect(filled([text(4), box(30)], start, 2, 60).ends).toEqual([40, 30]);
    expect(filled([box(90)], start, 2, 60)).toMatchObject({ ends: [0, 0], rest: start });
  });

  it('tell where what does not fit goes on', () => {
    expect(filled([text(30)], start, 2, 100).rest).toEqual({ slug: 0, line: 20 });
  });
});

describe('Lines', () => {
  it('end at spaces and behind hyphens, not at spaces that keep words together', () => {
    const narrow = 4;
    expect(linesOf(wordsIn('harbour vote', 'text'), narrow)).toBe(linesOf(wordsIn('harbour', 'text'), narrow) + 1);
    expect(wordsIn('well-known at 05:00\u00a0SGT', 'text').widths).toHaveLength(4);
  });

  it('count letters that stand nearer than others', () => {
    const width = (text: string) => wordsIn(text, 'text').widths[0] ?? 0;
    expect(width('r.') - width('r') - width('.')).toBeCloseTo(-0.09, 5);
    expect(width('on') - width('o') - width('n')).toBe(0);
  });

  it('are as many for letters with accents as for those without', () => {
    const words = (each: string) => wordsIn(each, 'text').widths[0];
    expect(words('éàô')).toBe(words('eao'));
  });
});
