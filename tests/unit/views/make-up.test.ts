import { describe, expect, it } from 'vitest';
import type { Copy, Piece } from '../../../src/views/paper/cast-off.ts';
import type { RailStory } from '../../../src/views/paper/front-page.ts';
import { storiesIn, type Row } from '../../../src/views/paper/inside-pages.ts';
import { wordsIn } from '../../../src/views/paper/letter-widths.ts';
import { makeUp, type MakeUp } from '../../../src/views/paper/make-up.ts';

const none = { briefs: new Set<number>(), imprint: 60 };

/** A paragraph of as many letters. */
function paragraph(letters: number): Piece {
  return (width, line) => ({ lines: Math.ceil((letters * 4.3) / width), height: line, before: 0, after: 0, widows: 2 });
}

/** A story of as many paragraphs of 350 letters. */
function copy(paragraphs: number, more: Partial<Copy> = {}): Copy {
  return {
    section: 'town',
    headline: wordsIn('Council votes for a second quay', 'headline'),
    shortHeadline: wordsIn('A second quay', 'headline'),
    standfirst: wordsIn('The decision was put off twice.', 'text'),
    kicker: false,
    means: [40, 120, 90],
    meansOfRest: [120, 90],
    opening: Array.from({ length: paragraphs }, () => paragraph(350)),
    headings: Array.from({ length: paragraphs }, () => false),
    rest: [],
    line: 11.5,
    ...more,
  };
}

const rowsOf = (stories: Copy[]) => makeUp(stories, none).inside.sections.flatMap(({ rows }) => rows);
const besideIn = (rows: Row[]) => rows.flatMap((row) => ('beside' in row ? [row.beside] : []));

describe('The make-up of a newspaper', () => {
  it.each([1, 2, 3, 7, 20, 60])('places each of %i stories inside once, in its section', (count) => {
    const stories = Array.from({ length: count }, (_, number) =>
      copy(1 + ((number * 3) % 8), { section: ['town', 'harbour', 'sport'][Math.floor((number * 3) / count)] ?? '' }),
    );
    const inside = makeUp(stories, none).inside.sections.flatMap(({ section, rows }) =>
      rows.flatMap(storiesIn).map((story) => [section, story] as const),
    );
    expect(inside.map(([, story]) => story).sort((a, b) => a - b)).toEqual(stories.map((_, number) => number));
    expect(inside.filter(([section, story]) => stories[story]?.section !== section)).toEqual([]);
  });

  it('is the same each time', () => {
    const stories = Array.from({ length: 20 }, (_, number) => copy(1 + ((number * 5) % 7)));
    expect(makeUp(stories, none)).toEqual(makeUp(stories, none));
  });

  it('begins a section with its first story', () => {
    const rows = rowsOf(Array.from({ length: 20 }, (_, number) => copy(1 + ((number * 5) % 7))));
    expect(rows.slice(0, 1).flatMap(storiesIn)).toContain(0);
  });

  it('keeps the end of every story for the pages inside, and no heading for the end of what stands in front', () => {
    const more = {
      opening: [paragraph(300), paragraph(20), paragraph(300)],
      headings: [false, true, false],
    };
    const { lead, rail } = makeUp([copy(3, more), copy(3, more)], none).front;
    expect([lead.opening, ...rail.map((each) => each.opening)]).toEqual([1, 1]);
    expect(makeUp([copy(1)], none).front.lead.opening).toBe(0);
  });

  it('names in its index what does not stand in front, and shows no story there twice', () => {
    const { rail, index } = makeUp(
      Array.from({ length: 40 }, () => copy(3)),
      none,
    ).front;
    const shown = rail.map(({ story }) => story);
    expect(new Set(shown).size).toBe(rail.length);
    expect(shown).not.toContain(0);
    expect(index).toHaveLength(9);
    expect(index.filter((story) => shown.includes(story))).toEqual([]);
    expect(index).toEqual([...index].sort((a, b) => a - b));
    expect(makeUp([copy(6), copy(4), copy(4)], none).front.index).toEqual([]);
  });

  it('sets stories side by side only where they end at about the same height', () => {
    const long = Array.from({ length: 3 }, () => copy(20));
    const tall = copy(1, { opening: [paragraph(1300)] });
    expect(besideIn(rowsOf([...long, copy(1), tall])).filter((row) => row.length > 1 && row.includes(4))).toEqual([]);
    expect(besideIn(rowsOf([...long, copy(1), copy(1), copy(1)])).length).toBeGreaterThan(0);
  });

  it('sets no story across the page that is too short for five lines in each column', () => {
    const rows = rowsOf([copy(20), ...Array.from({ length: 9 }, () => copy(1))]);
    expect(rows.filter((row) => 'wide' in row && row.wide > 0)).toEqual([]);
  });

  it('sets the text of a lead without a picture larger where little of it fits, and never beside one', () => {
    const lead = copy(4, { opening: Array.from({ length: 4 }, () => paragraph(900)) });
    const typeOf = (first: Copy) => makeUp([first, copy(3)], none).front.lead.type;
    expect(typeOf(lead)).toBeGreaterThan(9);
    expect(typeOf({ ...lead, picture: { ratio: 0.66, words: [] } })).toBe(9);
  });

  it('puts less of a lead in front where its script needs more room between lines', () => {
    const opening = (line: number) => makeUp([copy(16, { line }), copy(3)], none).front.lead.opening;
    expect(opening(13.5)).toBeLessThan(opening(11.5));
  });

  it('sets a text beside its box where a column with that would leave the others empty, and else around it', () => {
    const box = (entries: number): Piece => {
      const within = [paragraph(20), ...Array.from({ length: entries }, () => paragraph(220))];
      return Object.assign(
        (width: number, line: number) => ({
          lines: 0,
          height: within.reduce((sum, piece) => sum + piece(width, line).lines * line, 0),
          before: 7,
          after: 7,
        }),
        { within },
      );
    };
    const boxedIn = (paragraphs: number) =>
      rowsOf([copy(20), copy(paragraphs, { rest: [{ pieces: [box(6)], before: 1, kind: 'furniture' }] })]).some(
        (row) => 'wide' in row && row.wide === 1 && row.picture === 'boxed',
      );
    expect([2, 3, 30].map(boxedIn)).toEqual([true, true, false]);
  });

  it('begins a short text beside its box with the standfirst, where both then end at about the same height', () => {
    const within = [paragraph(20), ...Array.from({ length: 6 }, () => paragraph(220))];
    const box: Piece = Object.assign(
      (width: number, line: number) => ({
        lines: 0,
        height: within.reduce((sum, piece) => sum + piece(width, line).lines * line, 0),
        before: 7,
        after: 7,
      }),
      { within },
    );
    const begins = (letters: number, standfirst: string) =>
      rowsOf([
        copy(20),
        copy(1, {
          opening: [paragraph(letters)],
          standfirst: wordsIn(standfirst, 'text'),
          rest: [{ pieces: [box], before: 1, kind: 'furniture' }],
        }),
      ]).some((row) => 'wide' in row && row.wide === 1 && row.within === 'standfirst');
    const long = 'It was put off twice, and nobody in the room wished to say what it will cost, or who is to pay.';
    expect([begins(260, long), begins(800, long)]).toEqual([true, false]);
  });

  it('has a notice where few stories stand beside the lead', () => {
    const many = Array.from({ length: 8 }, () => copy(2));
    expect([makeUp(many.slice(0, 3), none).front.notice, makeUp(many, none).front.notice]).toEqual([true, false]);
  });

  it('puts briefs last beside the lead', () => {
    const { rail } = makeUp([copy(9), copy(2), copy(2), copy(2)], { ...none, briefs: new Set([1]) }).front;
    expect(rail.at(-1)?.story).toBe(1);
  });
});

/** A page in a few words: `1sp2` is story 1 in the rail with its standfirst, its picture and two pieces of its opening. */
function inShort({ front: { lead, rail, notice, index }, inside }: MakeUp): string[] {
  const ofRow = (row: Row) =>
    `${'wide' in row ? `${row.wide} ${row.picture}` : 'low' in row ? `${row.low} low` : row.beside.join('+')}${row.whole ? '!' : ''}`;
  const ofRail = (each: RailStory) =>
    `${each.story}${each.standfirst ? 's' : ''}${each.picture ? 'p' : ''}${each.opening || ''}`;
  return [
    `${lead.size} of ${lead.type} pt, ${lead.opening}${lead.picture ? ' and a picture' : ''}`,
    `${rail.map(ofRail).join(' ')}${notice ? ' and a notice' : ''}`,
    index.join(' '),
    ...inside.sections.map(({ section, rows }) => `${section}: ${rows.map(ofRow).join(', ')}`),
    `${inside.pages} pages`,
  ];
}

/** A story of paragraphs of so many letters; those of twenty are headings. */
const copyOf = (letters: number[], more: Partial<Copy> = {}) =>
  copy(letters.length, {
    opening: letters.map(paragraph),
    headings: letters.map((each) => each === 20),
    ...more,
  });
const long = (letters: number, more: Partial<Copy> = {}) =>
  copyOf(
    Array.from({ length: 12 }, () => letters),
    more,
  );
const plate = (ratio: number, captions = 'A caption below it.') => ({
  picture: { ratio, words: [wordsIn(captions, 'label')] },
});
const headline = (letters: number) => ({ headline: wordsIn('quay '.repeat(letters / 5), 'headline') });
const four = (more: Partial<Copy>) => [copy(3), ...Array.from({ length: 4 }, () => copy(4, more))];
const eight = (more: Partial<Copy>) => [copy(3), ...Array.from({ length: 8 }, () => copy(4, more))];
const railIn = ({ front: { rail } }: MakeUp) =>
  rail.map((each) => `${each.story}${each.standfirst ? 's' : ''}${each.opening || ''}`).join(' ');

describe('A newspaper is made up', () => {
  it.each<[string, Copy[], string[]]>([
    ['one story', [copy(9)], ['poster of 9.25 pt, 6', ' and a notice', '', 'town: 0 0', '1 pages']],
    ['one of a paragraph', [copy(1)], ['poster of 9 pt, 0', ' and a notice', '', 'town: 0 low!', '1 pages']],
    [
      'two with pictures',
      [copy(9, plate(0.66)), copy(3, plate(0.66))],
      ['banner of 9 pt, 4 and a picture', '1sp2 and a notice', '', 'town: 0 0, 1 0!', '1 pages'],
    ],
    [
      'portraits',
      [9, 3, 2].map((count) => copy(count, plate(1.4))),
      ['banner of 9 pt, 3 and a picture', '1s2 2s1 and a notice', '', 'town: 0 0, 1 0!, 2 0!', '1 pages'],
    ],
    [
      'headings between the paragraphs',
      [copyOf([300, 20, 300, 20, 300, 300]), copyOf([400, 20, 200, 300], plate(0.5))],
      ['poster of 11.5 pt, 5', '1sp3 and a notice', '', 'town: 0+1!', '1 pages'],
    ],
    [
      'twenty stories, some with pictures',
      Array.from({ length: 20 }, (_, number) =>
        copy(1 + ((number * 3) % 8), {
          section: ['town', 'harbour', 'sport'][Math.floor((number * 3) / 20)] ?? '',
          ...(number % 4 === 0 ? plate(number % 8 === 4 ? 1.33 : 0.66) : {}),
        }),
      ),
      [
        'banner of 9 pt, 0 and a picture',
        '1s 7s 14s 2s 8s 15s 3s',
        '4 5 6 9 10 11 16 17 18',
        'town: 0 low!, 1 0, 3 0!, 2 0, 6 0, 4 broad, 5 0',
        'harbour: 7 0, 8 broad!, 9 0, 10 0, 12 broad, 13 0, 11 0!',
        'sport: 14 0, 15 0, 19 0!, 16 broad!, 17 0, 18 0',
        '9 pages',
      ],
    ],
  ])('of %s', (_, stories, made) => expect(inShort(makeUp(stories, none))).toEqual(made));

  it('of no story as an empty sheet', () =>
    expect(makeUp([], none).front).toMatchObject({ lead: { size: 'large', opening: 0 }, rail: [], index: [] }));
});

describe('What goes into a newspaper', () => {
  const sizes = [60, 120, 240, 400, 650, 1000];
  it.each<
    [what: string, values: number[], stories: (value: number) => Copy[], seen: (made: MakeUp) => unknown, unknown[]]
  >([
    [
      'of a lead goes by the letters of its paragraphs',
      sizes,
      (letters) => [long(letters), copy(3)],
      ({ front: { lead } }) => `${lead.opening} at ${lead.type}`,
      ['11 at 11.5', '11 at 11', '9 at 9.25', '6 at 9', '2 at 11.5', '2 at 9.75'],
    ],
    [
      'of a lead beside its picture goes by them too',
      sizes,
      (letters) => [long(letters, plate(0.66)), copy(3)],
      ({ front: { lead } }) => lead.opening,
      [11, 11, 6, 4, 2, 1],
    ],
    [
      'of a lead goes by the shape of its picture',
      [0.2, 0.6, 0.7, 0.8, 1.5],
      (ratio) => [long(120, plate(ratio)), copy(3)],
      ({ front: { lead } }) => lead.opening,
      [11, 11, 11, 9, 9],
    ],
    [
      'of a lead goes by the length of its headline',
      [10, 30, 60, 80, 140],
      (letters) => [copy(12, headline(letters)), copy(3)],
      ({ front: { lead } }) => `${lead.size} ${lead.opening} ${lead.type}`,
      ['poster 8 9.25', 'poster 7 9.25', 'banner 7 9.25', 'middle 8 9', 'small 8 9'],
    ],
    [
      'of the stories beside the lead goes by the letters of their paragraphs',
      sizes,
      (letters) => four(copyOf([letters, letters, letters, letters])),
      ({ front: { rail } }) => rail.map(({ opening }) => opening).join(' '),
      ['3 3 3 3', '3 3 1 0', '3 1 0 0', '2 0 0 0', '1 0 0 0', '1 0 0 0'],
    ],
    [
      'of them goes by their headlines',
      [10, 40, 80, 160],
      (letters) => eight(headline(letters)),
      railIn,
      ['1s1 2s 3s 4s 5s 6s 7s', '1s 2s 3s 4s 5s 6s 7s', '1s 2s 3s 4s 5s 6', '1s 2s 3s'],
    ],
    [
      'of them goes by their standfirsts',
      [60, 160, 500],
      (letters) => eight({ standfirst: wordsIn('quay '.repeat(letters / 5), 'text') }),
      railIn,
      ['1s 2s 3s 4s 5s 6s 7s', '1s 2s 3s 4s 5 6', '1s 2s'],
    ],
    [
      'of them has the picture of the first, where it is broad',
      [0.3, 0.89, 0.9],
      (ratio) => four(plate(ratio)),
      ({ front: { rail } }) => rail.map(({ picture }) => (picture ? 'p' : '-')).join(''),
      ['p---', 'p---', '----'],
    ],
    [
      'takes as many pages as there are stories for',
      [1, 3, 6, 15],
      (count) => Array.from({ length: count }, () => copy(6)),
      ({ inside }) => inside.pages,
      [1, 1, 3, 8],
    ],
  ])('%s', (_, values, stories, seen, expected) =>
    expect(values.map((value) => seen(makeUp(stories(value), none)))).toEqual(expected),
  );
});
