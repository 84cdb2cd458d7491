import { describe, expect, it } from 'vitest';
import { makeUp, type Lengths, type Row } from '../../../src/views/paper/make-up.ts';

const none = { briefs: new Set<number>() };

/** A story of as many paragraphs of 350 letters. */
function copy(paragraphs: number, more: Partial<Lengths> = {}): Lengths {
  const opening = Array.from({ length: paragraphs }, () => ({ letters: 350, heading: false }));
  return {
    headline: 'Council votes for a second quay',
    standfirst: 'The decision was put off twice.',
    section: 'town',
    kicker: false,
    caption: 60,
    opening,
    letters: 350 * paragraphs,
    paragraphs,
    blocks: 0,
    line: 11.5,
    ...more,
  };
}

const storiesOf = (row: Row) => ('wide' in row ? [row.wide] : row.beside);

describe('The make-up of a newspaper', () => {
  it.each([1, 2, 3, 7, 20, 60])('places each of %i stories inside once, in its section', (count) => {
    const stories = Array.from({ length: count }, (_, number) =>
      copy(1 + ((number * 3) % 8), { section: ['town', 'harbour', 'sport'][Math.floor((number * 3) / count)] ?? '' }),
    );
    const { sections } = makeUp(stories, none);
    const inside = sections.flatMap(({ section, rows }) =>
      rows.flatMap(storiesOf).map((story) => [section, story] as const),
    );
    expect(inside.map(([, story]) => story).sort((a, b) => a - b)).toEqual(stories.map((_, number) => number));
    expect(inside.filter(([section, story]) => stories[story]?.section !== section)).toEqual([]);
  });

  it('keeps the end of every story for the pages inside, and no heading for the end of what stands in front', () => {
    const opening = [
      { letters: 300, heading: false },
      { letters: 20, heading: true },
      { letters: 300, heading: false },
    ];
    const { lead, rail } = makeUp([copy(3, { opening, letters: 620 }), copy(3, { opening, letters: 620 })], none);
    expect([lead.opening, ...rail.map((each) => each.opening)]).toEqual([1, 1]);
    expect(makeUp([copy(1)], none).lead.opening).toBe(0);
  });

  it('shows no story twice beside the lead, nor one that the index has not room for', () => {
    const { rail, index } = makeUp(
      Array.from({ length: 40 }, () => copy(3)),
      none,
    );
    expect(new Set(rail.map(({ story }) => story)).size).toBe(rail.length);
    expect(rail.map(({ story }) => story)).not.toContain(0);
    expect(index).toHaveLength(9);
    expect(index).toEqual([...index].sort((a, b) => a - b));
  });

  it('sets stories side by side only where they end at about the same height', () => {
    const long = Array.from({ length: 12 }, () => copy(8));
    const besideOf = (short: Lengths[]) =>
      makeUp([...long, ...short], none).sections.flatMap(({ rows }) => rows.filter((row) => 'beside' in row));
    expect(besideOf([copy(1), copy(1), copy(1)])).toMatchObject([{ beside: [12, 13, 14] }]);
    expect(besideOf([copy(1), copy(1, { picture: 0.66 })])).toEqual([]);
    expect(besideOf([copy(1)])).toEqual([]);
  });

  it('sets the text of a lead without a picture larger where little of it fits, and never beside one', () => {
    const long = Array.from({ length: 4 }, () => ({ letters: 900, heading: false }));
    const lead = copy(4, { opening: long, letters: 3600 });
    expect(makeUp([lead, copy(3)], none).lead.type).toBeGreaterThan(9);
    expect(makeUp([{ ...lead, picture: 0.66 }, copy(3)], none).lead.type).toBe(9);
  });

  it('puts less of a lead in front where its script needs more room between lines', () => {
    const opening = (line: number) => makeUp([copy(12, { line }), copy(3)], none).lead.opening;
    expect(opening(13.5)).toBeLessThan(opening(11.5));
  });

  it('has a notice where few stories stand beside the lead', () => {
    const many = Array.from({ length: 8 }, () => copy(2));
    expect([makeUp(many.slice(0, 3), none).notice, makeUp(many, none).notice]).toEqual([true, false]);
  });

  it('puts briefs last beside the lead', () => {
    const { rail } = makeUp([copy(9), copy(2), copy(2), copy(2)], { briefs: new Set([1]) });
    expect(rail.at(-1)?.story).toBe(1);
  });
});
