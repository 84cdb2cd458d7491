import type { Element } from 'hast';
import { describe, expect, inject, test } from 'vitest';
import { articlesOf, headlineOf, spaced, withClass } from '../support/articles.ts';
import { attribute, elementsOf, textOf } from '../support/dist.ts';

const papers = [
  { name: 'the edition', origin: 'https://broadsheet.example', ...inject('edition') },
  { name: 'the fixture paper', origin: 'https://fixture.example', ...inject('fixture') },
];

/** A property of an entry, read as microformats2 says: by its prefix and by the element that bears it. */
function valueOf(element: Element, property: string): string | undefined {
  const prefix = property.split('-')[0];
  if (prefix === 'u') return attribute(element, { a: 'href', img: 'src', data: 'value' }[element.tagName] ?? 'href');
  return (prefix === 'dt' ? attribute(element, 'dateTime') : undefined) ?? textOf(element).trim();
}

function valuesOf(entry: Element, property: string): (string | undefined)[] {
  return withClass(entry, property).map((element) => valueOf(element, property));
}

describe.each(papers)('every article of $name is an h-entry', ({ origin, ...paper }) => {
  const shown = articlesOf(paper).filter(({ withdrawn }) => !withdrawn);
  const entries = shown.flatMap(({ at, tree }) =>
    withClass(tree, 'h-entry').map((entry) => ({ at, tree, entry, of: (name: string) => valuesOf(entry, name) })),
  );

  test('and one alone', () => expect(entries.map(({ at }) => at)).toEqual(shown.map(({ at }) => at)));

  test('with its headline', () => {
    for (const { tree, of } of entries) expect(of('p-name')).toEqual([headlineOf(tree)]);
  });

  test('with its permalink', () => {
    // The first is the entry's own; links of authors are in their cards.
    for (const { at, of } of entries) expect(of('u-url')).toEqual([`${origin}${at}`]);
  });

  test('with its standfirst as the summary', () => {
    for (const { tree, of } of entries)
      expect(of('p-summary')).toEqual(withClass(tree, 'standfirst').map((each) => textOf(each).trim()));
  });

  test('with its times', () => {
    for (const { of } of entries) {
      expect(of('dt-published')).toHaveLength(1);
      for (const time of [...of('dt-published'), ...of('dt-updated')])
        expect(time).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/);
    }
  });

  test('with its text and nothing else in it', () => {
    for (const { entry } of entries) {
      const [content, ...more] = withClass(entry, 'e-content');
      expect(more).toEqual([]);
      expect(spaced(textOf(content ?? entry)).length).toBeGreaterThan(20);
      expect(content && elementsOf(content, 'h1')).toEqual([]);
    }
  });

  test('with each topic as a category', () => {
    for (const { tree, of } of entries) {
      const topics = withClass(tree, 'topics').flatMap((list) => elementsOf(list, 'a').map(textOf));
      expect(of('p-category')).toEqual(topics);
    }
    expect(entries.some(({ of }) => of('p-category').length > 1)).toBe(true);
  });
});

test('an h-entry names its authors with their cards, and those of other roles not', () => {
  const ferries = articlesOf(inject('fixture')).find(({ at }) => at.includes('/ferries-return'));
  const cards = withClass(ferries?.tree ?? { type: 'root', children: [] }, 'p-author');
  expect(cards.every((card) => attribute(card, 'className') === 'p-author h-card')).toBe(true);
  expect(cards.map((card) => [textOf(card), attribute(card, 'href')])).toEqual([
    ['Wren Quayside', '/contributors/wren-quayside/'],
    ['Otto Pierhead', '/contributors/otto-pierhead/'],
  ]);
});

test('an h-entry has its lead picture and no other', () => {
  const ferries = articlesOf(inject('fixture')).find(({ at }) => at.includes('/ferries-return'));
  const photos = withClass(ferries?.tree ?? { type: 'root', children: [] }, 'u-photo');
  expect(photos.map((photo) => attribute(photo, 'alt'))).toEqual([
    'Drawing of a red ferry on flat blue water below a pale sky.',
  ]);
});
