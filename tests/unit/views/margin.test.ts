import type { ElementContent } from 'hast';
import { describe, expect, it } from 'vitest';
import { elementOf, elementsIn, hasClass, placeholder, textNode } from '../../../src/body/tree.ts';
import type { BodyPartView } from '../../../src/views/body.ts';
import { marginView } from '../../../src/views/pages/margin.ts';

const story = {
  href: '/a/',
  headline: 'A headline of usual length for a story',
  language: 'en',
  direction: 'ltr' as const,
};
const related = (count: number) => ({
  heading: 'Related',
  groups:
    count > 0
      ? [{ heading: 'More', stories: Array.from({ length: count }, () => ({ ...story, kind: undefined })) }]
      : [],
});
const paragraph = (...children: ElementContent[]) =>
  elementOf('p', {}, children.length > 0 ? children : [textNode('Words of a paragraph. '.repeat(20))]);
const paragraphs = (count: number) => Array.from({ length: count }, () => paragraph());
const box = (words = 'What is known.') => elementOf('div', { className: ['fact-box'] }, [paragraph(textNode(words))]);
const sign = (id: string) =>
  elementOf('sup', {}, [elementOf('a', { href: '#fn-a', id, dataFootnoteRef: '' }, [textNode('1')])]);
const notes = elementOf('section', { dataFootnotes: '' }, [
  elementOf('ol', {}, [
    elementOf('li', { id: 'fn-a' }, [
      paragraph(textNode('A note. '), elementOf('a', { dataFootnoteBackref: '' }, [textNode('↩')])),
    ]),
  ]),
]);
const view = (text: ElementContent[], { stories = 0, parts = [] as BodyPartView[] } = {}) =>
  marginView({ text, parts }, related(stories));
const boxesIn = ({ body }: ReturnType<typeof view>) => elementsIn(body.text, (each) => hasClass(each, 'margin')).length;
const notesIn = ({ body }: ReturnType<typeof view>) =>
  elementsIn(body.text, ({ properties }) => 'dataNote' in properties).map(({ properties }) => properties['dataNote']);

describe('The margin', () => {
  it('is not used where there is nothing for it', () =>
    expect(view(paragraphs(4))).toMatchObject({ used: false, related: 'below' }));

  it('has a box with enough text beside it', () => {
    expect(boxesIn(view([...paragraphs(2), box(), ...paragraphs(4)]))).toBe(1);
    expect(boxesIn(view([...paragraphs(4), box()]))).toBe(0);
  });

  it.each(['table', 'pre', 'details'])('has no box that needs the width of the text, for its %s', (tag) => {
    const wide = elementOf('div', { className: ['fact-box'] }, [elementOf(tag, {}, [])]);
    expect(boxesIn(view([wide, ...paragraphs(6)]))).toBe(0);
  });

  it('has none that would be a column of its own', () =>
    expect(boxesIn(view([box('Words of a long box. '.repeat(80)), ...paragraphs(30)]))).toBe(0));

  it('has none that would reach into something wide', () => {
    const wide = elementOf('div', { className: ['table-scroll', 'wide'] }, []);
    expect(boxesIn(view([box(), paragraph(), ...paragraphs(3), wide, ...paragraphs(3)]))).toBe(1);
    expect(boxesIn(view([box('Words of a box. '.repeat(20)), paragraph(), wide, ...paragraphs(9)]))).toBe(0);
  });

  it('has related stories that stay where nothing else is in it', () => {
    expect(view(paragraphs(9), { stories: 3 }).related).toBe('staying');
    expect(view(paragraphs(9), { stories: 40 }).related).toBe('beside');
  });

  it('has them above a box that comes late, and below the text where one comes early', () => {
    expect(view([...paragraphs(9), box(), ...paragraphs(4)], { stories: 3 })).toMatchObject({ related: 'beside' });
    const early = view([box(), ...paragraphs(9)], { stories: 3 });
    expect([early.related, boxesIn(early)]).toEqual(['below', 1]);
  });

  it('has them neither where something wide comes near, nor staying where it comes later', () => {
    const wide = elementOf('div', { className: ['table-scroll', 'wide'] }, []);
    expect(view([paragraph(), wide, ...paragraphs(9)], { stories: 3 }).related).toBe('below');
    expect(view([...paragraphs(9), wide, ...paragraphs(3)], { stories: 3 }).related).toBe('beside');
  });

  it('has the words of a note beside its first sign, but not over the related stories', () => {
    const text = [
      paragraph(textNode('Words. '), sign('fnref-a')),
      ...paragraphs(4),
      paragraph(sign('fnref-a-2')),
      notes,
    ];
    expect(notesIn(view(text))).toEqual(['1\u2002A note.']);
    expect(notesIn(view(text, { stories: 3 }))).toEqual([]);
  });

  it('has a small picture and further stories', () => {
    const photo = { file: { path: 'a', width: 3, height: 2, format: 'png', hash: '' }, alt: '' };
    const parts: BodyPartView[] = [
      { kind: 'photo', photo, placement: 'inset' },
      { kind: 'related', heading: 'Read also', stories: [story] },
      { kind: 'photo', photo, placement: 'text' },
    ];
    const { body } = view([placeholder(0), ...paragraphs(6), placeholder(1), ...paragraphs(6), placeholder(2)], {
      parts,
    });
    expect(body.parts.map((part) => part && 'inMargin' in part)).toEqual([true, true, false]);
  });

  const lines = (count: number) => paragraph(textNode('x'.repeat(64 * count)));

  it.each([
    // A box of a line is nearly five lines high with its frame, and a quotation four, and both need a little more.
    [box(), 4, 0],
    [box(), 5, 1],
    [elementOf('div', { className: ['pull-quote'] }, [paragraph(textNode('x'.repeat(24)))]), 4, 0],
    [elementOf('div', { className: ['pull-quote'] }, [paragraph(textNode('x'.repeat(24)))]), 5, 1],
    [elementOf('div', { className: ['pull-quote'] }, [paragraph(textNode('x'.repeat(25)))]), 5, 0],
  ])('has what is no higher than the text beside it: %#', (furniture, beside, shown) =>
    expect(boxesIn(view([furniture, lines(beside)]))).toBe(shown),
  );

  it('has one thing below another', () => {
    expect(boxesIn(view([box(), box(), lines(8)]))).toBe(1);
    expect(boxesIn(view([box(), box(), lines(11)]))).toBe(2);
  });

  it('has no box with a picture or a film in it', () => {
    const withPart = elementOf('div', { className: ['fact-box'] }, [placeholder(0)]);
    expect(boxesIn(view([withPart, ...paragraphs(6)]))).toBe(0);
  });

  it('ends at a wide picture, and at no other', () => {
    const photo = { file: { path: 'a', width: 3, height: 2, format: 'png', hash: '' }, alt: '' };
    const beside = (placement: 'wide' | 'text') =>
      boxesIn(
        view([box(), lines(3), placeholder(0), ...paragraphs(3)], { parts: [{ kind: 'photo', photo, placement }] }),
      );
    expect([beside('wide'), beside('text')]).toEqual([0, 1]);
  });

  it('keeps the classes of a box, and everything around it', () => {
    const { body } = view([...paragraphs(2), box(), ...paragraphs(4)]);
    const [marked] = elementsIn(body.text, (each) => hasClass(each, 'margin'));
    expect(marked).toMatchObject({ tagName: 'div', properties: { className: ['fact-box', 'margin'] } });
    expect(marked?.children).toEqual(box().children);
    expect(body.text).toHaveLength(7);
  });

  it('leaves the text as it is where nothing is put there', () => {
    const text = paragraphs(2);
    expect(view(text).body.text).toBe(text);
  });
});
