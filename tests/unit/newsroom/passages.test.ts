import { describe, expect, test } from 'vitest';
import { identified, openingOf, type KeptPassages } from '../../../src/newsroom/passages.ts';

const texts = [
  'The ferries came back to the inner harbour on Tuesday, for the first time since the autumn storms.',
  'Nobody had told the gulls, who had taken the quay for theirs and would not leave it.',
  'A ticket costs two crowns, as it did before, and children under six travel for nothing.',
  'The harbour master, Ada Brandt, said that the channel had been dredged to four metres.',
  'Next week the night boat follows, if the weather holds and the lamps are mended in time.',
];
const nothing: KeptPassages = { passages: {}, retired: {} };
const idsOf = (given: readonly string[], kept = nothing) => identified(given.map(openingOf), kept);
const first = idsOf(texts);
const [a, b, c, d, e] = first.ids;

describe('the id of a passage', () => {
  test('is p- and four characters that nobody mistakes for others', () => {
    for (const id of first.ids) expect(id).toMatch(/^p-[23456789abcdefghjkmnpqrstuvwxyz]{4}$/);
  });

  test('comes from the words alone: not from marks, capitals and spaces', () => {
    expect(idsOf(['“Sometimes  you have to WALK’—he said.']).ids).toEqual(
      idsOf(['"sometimes you have to walk" he said']).ids,
    );
  });

  test('is another for each of two passages of the same words, in their order', () => {
    const twice = idsOf(['No comment.', 'No comment.']).ids;
    expect(new Set(twice).size).toBe(2);
    expect(twice[0]).toBe(idsOf(['No comment.']).ids[0]);
  });

  test('is there for text in any script', () => {
    const ids = idsOf(['اليوم أعيد فتح الجسر', '橋は今日再び開かれた', 'वही पुल आज फिर खुला']).ids;
    expect(new Set(ids).size).toBe(3);
  });

  test.each([
    ['a passage comes before it', ['Something new happened at dawn.', ...texts], [undefined, a, b, c, d, e]],
    ['two change places', [texts[0], texts[3], texts[2], texts[1], texts[4]], [a, d, c, b, e]],
    ['one before it goes', texts.slice(1), [b, c, d, e]],
    [
      'a sentence of it is edited',
      texts.with(2, 'A ticket costs three crowns, not two, and children travel for nothing.'),
      [a, b, c, d, e],
    ],
    ['a sentence is put before it', texts.with(3, `There was doubt until the end. ${texts[3]}`), [a, b, c, d, e]],
    [
      'all is turned round and one of them edited',
      [...texts.with(1, 'Nobody had warned the gulls, who took the quay for theirs and would not leave.')].reverse(),
      [e, d, c, b, a],
    ],
  ])('stays when %s', (_what, given, ids) => {
    const now = idsOf(given as string[], first.kept).ids;
    expect(now.map((id, place) => (ids[place] === undefined ? undefined : id))).toEqual(ids);
  });

  test('stays through edits that leave no word of the first text', () => {
    const steps = [
      'A ticket costs two crowns, as it did before, and pupils and pensioners travel free of charge.',
      'Tickets are two crowns, as they were before; pupils and pensioners travel free of charge.',
      'Tickets are two crowns, as they were; pupils and pensioners will go free of charge until May.',
    ];
    let { kept } = first;
    for (const step of steps) ({ kept } = idsOf(texts.with(2, step), kept));
    expect(Object.keys(kept.passages)[2]).toBe(c);
  });

  test('goes to the passage that is most like it, of two that are', () => {
    const near = `${texts[2]} Dogs pay half of it.`;
    const far = 'A ticket costs three crowns, not two, and children travel for nothing.';
    for (const both of [
      [near, far],
      [far, near],
    ]) {
      const { ids } = idsOf([texts[0], texts[1], ...both, texts[3], texts[4]] as string[], first.kept);
      expect(ids[2 + both.indexOf(near)]).toBe(c);
    }
  });

  test('stays with the one between its neighbours, where another is as like it', () => {
    const again = texts[2]?.replace('two', 'three') ?? '';
    const { ids } = idsOf([again, texts[0], texts[1], again, texts[3], texts[4]] as string[], first.kept);
    expect(ids.indexOf(c as string)).toBe(3);
  });

  test('is not given to a passage that has nothing to do with it', () => {
    const { ids } = idsOf(texts.with(2, 'Rain is expected, and more rain after that.'), first.kept);
    expect(ids[2]).not.toBe(c);
  });
});

describe('the id of a passage that is gone', () => {
  const without = idsOf(texts.toSpliced(2, 1), first.kept);

  test('leads to the one that came before it', () => {
    expect(without.kept.retired).toEqual({ [c as string]: b });
  });

  test('leads to the one that holds its words now', () => {
    const joined = idsOf([texts[0], texts[1], `${texts[2]} ${texts[3]}`, texts[4]] as string[], first.kept);
    expect(joined.kept.retired).toEqual({ [d as string]: c });
  });

  test('leads to the one that followed where none came before it', () => {
    expect(idsOf(texts.slice(1), first.kept).kept.retired).toEqual({ [a as string]: b });
    expect(idsOf(texts.slice(3), first.kept).kept.retired).toEqual({
      [a as string]: d,
      [b as string]: d,
      [c as string]: d,
    });
  });

  test('leads to what stands in its place where all is new', () => {
    const { ids, kept } = idsOf(['Rain is expected.', 'More rain after that.'], idsOf(texts.slice(0, 3)).kept);
    expect(kept.retired).toEqual({ [a as string]: ids[0], [b as string]: ids[1], [c as string]: ids[1] });
  });

  test('leads on when that one is gone, too', () => {
    const less = idsOf([texts[0], texts[3], texts[4]] as string[], without.kept);
    expect(less.kept.retired).toEqual({ [b as string]: a, [c as string]: a });
  });

  test('is its own again when the passage comes back', () => {
    const back = idsOf(texts, without.kept);
    expect(back).toEqual(first);
  });
});

test('what is kept does not change when nothing has', () => {
  expect(idsOf(texts, first.kept).kept).toEqual(first.kept);
});

test('in a text of a thousand passages twenty that changed keep their ids', () => {
  const long = Array.from({ length: 1000 }, (_, n) => `${n} ${texts[n % 5]} ${n * 7}`);
  const { ids, kept } = idsOf(long);
  const edited = long.map((text, n) => (n % 50 === 0 ? `${text} Edited.`.replace('the', 'a') : text));
  expect(idsOf(edited, kept).ids).toEqual(ids);
});
