import { describe, expect, it } from 'vitest';
import { opened } from '../../../src/body/for-newspaper.ts';
import type { BodyPartView } from '../../../src/views/body.ts';
import {
  castOff,
  imprintHeight,
  inOrder,
  labelLines,
  plateHeight,
  platePiece,
  rowsOf,
  stacked,
  type Piece,
} from '../../../src/views/paper/cast-off.ts';
import { nodesOf } from '../nodes.ts';

// Lengths are points.

/** Words of so many ems, with an em between two. */
const words = (...widths: number[]) => ({ widths, spaces: widths.map(() => 1) });
/** Five lines in the column of these tests, which is 170 wide, and one. */
const long = Array.from({ length: 30 }, () => 'quay').join(' ');
const photo = { file: { path: 'a', width: 300, height: 200, format: 'png', hash: '' }, alt: '' };
const said = {
  section: 'town',
  headline: 'Council votes',
  shortHeadline: 'Votes',
  byline: ['By Ada'],
  times: '1 March',
  short: { text: 'a.example/a' },
  language: 'en',
};
const cast = (html: string, more: Partial<Parameters<typeof castOff>[0]> = {}, parts: BodyPartView[] = []) =>
  castOff({ ...said, ...more }, opened(nodesOf(html)), parts, 'en');

/** Lines of text as their number, and what is never parted as its height in brackets; with the room before and after it. */
const inShort = (pieces: readonly Piece[]) =>
  pieces.map((piece) => {
    const { lines, height, before, after } = piece(170, 11.5);
    const room = before || after ? ` ${before}/${after}` : '';
    return `${lines > 0 ? lines : `[${Math.round(height * 10) / 10}]`}${room}`;
  });
const restOf = (html: string, parts: BodyPartView[] = []) =>
  inShort(cast(html, {}, parts).rest.flatMap(({ pieces }) => pieces));

describe('Labels', () => {
  it.each([
    [[], 75, 0],
    [[words(4, 5)], 75, 1],
    [[words(5, 5)], 75, 2],
    [[words(5), words(5)], 75, 2],
    [[words(25)], 75, 3],
  ])('take lines of their own size: %j in %i', (labels, width, lines) => expect(labelLines(labels, width)).toBe(lines));

  it.each([
    [[], 100, 0],
    [[40], 100, 1],
    [[40, 54], 100, 1],
    [[40, 55], 100, 2],
    [[60, 60, 60], 100, 3],
    [[100], 100, 1],
    [[101], 100, 2],
    [[250, 40], 100, 4],
  ])('that stand one behind the other take rows with a gap between two: %j in %i', (widths, width, rows) =>
    expect(rowsOf(widths, width)).toBe(rows),
  );
});

describe('A picture', () => {
  it.each([
    ['as wide as its column', { ratio: 0.5, words: [] }, 200, 100],
    ['with its words below it', { ratio: 0.5, words: [words(5)] }, 200, 113],
    ['with two lines of them', { ratio: 0.5, words: [words(5), words(6)] }, 200, 123],
    ['no taller than it may be', { ratio: 1.5, words: [] }, 200, 205],
    ['square, its words below it', { ratio: 1, words: [words(5)] }, 100, 113],
    ['upright, its words beside it', { ratio: 1.5, words: [words(5)] }, 206, 150],
    [
      'upright, with more words than picture',
      { ratio: 1.1, words: Array.from({ length: 12 }, () => words(5)) },
      206,
      123,
    ],
  ])('is as high as it is set: %s', (_, plate, width, height) => expect(plateHeight(plate, width)).toBe(height));

  it('is never parted, and has room around it', () =>
    expect(platePiece({ ratio: 0.5, words: [] })(200, 11.5)).toEqual({ lines: 0, height: 100, before: 6, after: 6 }));
});

describe('Pieces below each other', () => {
  const piece = (lines: number, height: number, before: number, after: number): Piece => {
    return () => ({ lines, height, before, after });
  };

  it('have the larger room of two between them, and none at the ends', () => {
    expect(stacked([], 170, 11.5)).toBe(0);
    expect(stacked([piece(2, 10, 7, 2)], 170, 11.5)).toBe(20);
    expect(stacked([piece(2, 10, 7, 2), piece(0, 30, 6, 6), piece(1, 10, 8, 0)], 170, 11.5)).toBe(20 + 6 + 30 + 8 + 10);
    expect(stacked([piece(1, 10, 0, 9), piece(1, 10, 0, 0)], 170, 11.5)).toBe(29);
  });
});

describe('A story is cast off', () => {
  it('by the paragraphs and headings that it opens with', () => {
    const { opening, headings } = cast(`<p>${long}</p><p>${long}</p><h2>Quay</h2><p>Quay</p>`);
    expect(inShort(opening)).toEqual(['5', '5', '1 7/2', '1']);
    expect(headings).toEqual([false, false, true, false]);
    expect(opening.map((piece) => piece(170, 11.5)).map(({ keep, widows }) => [keep, widows])).toEqual([
      [false, 2],
      [false, 2],
      [true, 2],
      [false, 2],
    ]);
  });

  it('with an indent in a paragraph that follows another', () => {
    const lineful = Array.from({ length: 7 }, () => 'quay').join(' ');
    const linesIn = (html: string) => inOrder(cast(html).opening).map((piece) => piece(154, 11.5).lines);
    expect(linesIn(`<p>${lineful}</p><p>${lineful}</p><h2>a</h2><p>${lineful}</p>`)).toEqual([1, 2, 1, 1]);
  });

  it('with strong words of a box in the grotesque', () => {
    const box = (text: string) => cast(`<div class="fact-box"><ul><li>${text}</li></ul></div>`).rest[0]?.pieces[0];
    const linesIn = (text: string) => box(text)?.within?.[0]?.(114, 11.5).lines;
    // Between its bullet and the edge are 100 points; in letters of the text it takes 102.
    const words = 'The United States wanted';
    expect([words, `<strong>${words}</strong>`].map(linesIn)).toEqual([2, 1]);
  });

  it('with what stands between them where it stands', () => {
    const { opening, rest } = cast('<p>a</p><bs-part n="0"></bs-part><p>b</p><hr><p>c</p>', {}, [
      { kind: 'photo', photo, placement: 'text' },
    ]);
    expect(inShort(opening)).toEqual(['1', '1']);
    expect(rest.map(({ pieces, before }) => [before, ...inShort(pieces)])).toEqual([
      [1, '[113.3] 6/6'],
      [2, '[10]'],
      [2, '1'],
    ]);
  });

  it.each<[string, string, string[]]>([
    ['a list', `<ul><li>${long}</li><li>Quay</li></ul>`, ['5', '1']],
    ['a list of paragraphs', `<ol><li><p>Quay</p><p>${long}</p></li></ol>`, ['1', '5']],
    ['a list in a list', '<ul><li>Quay <em>or</em> pier<ul><li>Ferry</li></ul></li></ul>', ['1', '1']],
    ['terms', `<dl><dt>Quay</dt><dd>${long}</dd></dl>`, ['1', '5']],
    ['a quotation', `<blockquote><p>${long}</p></blockquote>`, ['5']],
    ['a line', '<hr>', ['[10]']],
    ['code', `<pre>${'quay '.repeat(20)}</pre>`, ['3 4/4']],
    ['a box', `<div class="fact-box"><p class="box-title">Quay</p><p>${long}</p></div>`, ['[77.7] 7/7']],
    ['a box of a line', '<div class="timeline"><p>Quay</p></div>', ['[21.7] 7/7']],
    ['a quotation set apart', '<div class="pull-quote"><blockquote><p>Quay</p></blockquote></div>', ['[25] 7/7']],
    [
      'one with its speaker',
      '<div class="pull-quote"><blockquote><p>Quay</p></blockquote><div class="plate-words">Ada</div></div>',
      ['[43] 7/7'],
    ],
    ['a table of one row', '<div class="table-scroll"><table><tr><td>a</td></tr></table></div>', ['[13.7] 5/5']],
    [
      'a table with a caption',
      '<table><caption>Quay</caption><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>',
      ['[37.4] 5/5'],
    ],
    ['what only holds others', '<div><p>Quay</p><section><p>Pier</p></section></div>', ['1', '1']],
  ])('with %s', (_, html, pieces) => expect(restOf(html)).toEqual(pieces));

  it.each<[string, BodyPartView, string[]]>([
    ['a picture', { kind: 'photo', photo, placement: 'text' }, ['[113.3] 6/6']],
    [
      'a picture with words',
      { kind: 'photo', photo: { ...photo, caption: nodesOf('Quay'), credit: 'Ada' }, placement: 'text' },
      ['[136.3] 6/6'],
    ],
    [
      'a picture of a size that nobody knows',
      { kind: 'photo', photo: { ...photo, file: { ...photo.file, width: 0 } }, placement: 'text' },
      ['[112.2] 6/6'],
    ],
    [
      'stories named in the text',
      {
        kind: 'related',
        heading: 'Read on',
        stories: ['Quay', long].map((headline) => ({
          href: '/a/',
          headline,
          language: 'en',
          direction: 'ltr' as const,
        })),
      },
      ['[88] 7/7'],
    ],
  ])('with %s', (_, part, pieces) => expect(restOf('<bs-part n="0"></bs-part>', [part])).toEqual(pieces));

  it('with what is known of it', () => {
    const plain = cast('');
    expect(plain).toMatchObject({
      section: 'town',
      kicker: false,
      standfirst: undefined,
      picture: undefined,
      line: 11.5,
    });
    expect([plain.means.length, plain.meansOfRest.length]).toEqual([3, 2]);
    expect(plain.meansOfRest).toEqual(plain.means.slice(1));
    const full = cast('', {
      kind: 'Opinion',
      standfirst: 'Quay.',
      dateline: 'Hanoi',
      licence: 'CC BY 4.0',
      lead: { ...photo, caption: nodesOf('Quay'), credit: 'Ada' },
    });
    expect([full.kicker, full.means.length, full.meansOfRest.length]).toEqual([true, 5, 3]);
    expect(full.standfirst?.widths).toHaveLength(1);
    expect([full.picture?.ratio, full.picture?.words.length]).toEqual([2 / 3, 2]);
    expect(cast('', { kicker: 'Tides' }).kicker).toBe(true);
    expect([cast('', { language: 'ar' }).line, cast('', { language: 'de' }).line]).toEqual([13.5, 11.5]);
  });
});

describe('What stands below the last story', () => {
  const of = (lines: number, corrections = 0) =>
    imprintHeight({
      corrections: {
        items: Array.from({ length: corrections }, () => ({ when: 'May', headline: 'Quay', text: 'Two.' })),
      },
      imprint: { lines: Array.from({ length: lines }, () => 'Line') },
    });

  it('is as high as its lines in two columns, and as its code at the least', () =>
    expect([of(0), of(2), of(7), of(12)]).toEqual([59, 59, 59, 85]));

  it('is higher by corrections, which stand in three columns', () =>
    expect([of(2, 1), of(2, 3), of(2, 4)].map((height) => height - of(2))).toEqual([52, 52, 86]));
});
