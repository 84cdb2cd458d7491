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

  it('leaves the text as it is where nothing is put there', () => {
    const text = paragraphs(2);
    expect(view(text).body.text).toBe(text);
  });
});
