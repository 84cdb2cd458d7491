import { describe, expect, it } from 'vitest';
import { htmlOf } from '../../../src/body/html.ts';
import type { Body } from '../../../src/body/body.ts';
import { newspaperPages, newspapers, type NewspaperView } from '../../../src/views/paper/newspaper.ts';
import { article, edition } from '../articles.ts';
import { fullBody, fullEdition } from '../full-story.ts';

// Made in each test: in one place for all, it would be made before any of them.
function paper(): NewspaperView {
  const articles = [...fullEdition.articles].map(([path, each]) => [path, { ...each }] as const);
  const view = newspapers({ ...fullEdition, articles: new Map(articles) })[0]?.view();
  if (!view) throw new Error('There is no newspaper of the day.');
  return view;
}
const story = () => paper().stories.find(({ id }) => id === 'k7m2xq');

describe('A printed edition as a newspaper', () => {
  it('tells what its head, its corrections and its imprint say', () =>
    expect({ ...paper(), stories: undefined }).toEqual({
      date: '2019-03-01',
      address: '/editions/2019-03-01/print/',
      language: 'en-GB',
      direction: 'ltr',
      title: 'The Paper, Friday 1 March 2019',
      canonical: 'https://paper.example/editions/2019-03-01/print/',
      skip: 'Skip to the text',
      name: 'The Paper',
      ears: ['What’s on', 'paper.example'],
      folio: ['Singapore, Friday 1 March 2019', '2 stories', 'Page 1'],
      day: { iso: '2019-03-01', text: 'Friday 1 March 2019' },
      publisher: 'The Press',
      modified: '2019-03-01T11:00:00+08:00',
      sections: { world: 'World' },
      corrections: {
        heading: 'Corrections',
        items: [
          {
            story: 'k7m2xq',
            headline: 'Ferries win',
            text: 'It was “four” boats.',
            when: 'Correction, 1 March 2019, 10:00 SGT',
            language: 'en-GB',
            direction: 'ltr',
          },
          {
            story: 'k7m2xq',
            headline: 'Ferries win',
            text: 'Each way.',
            when: 'Clarification, 1 March 2019, 10:00 SGT',
            language: 'en-GB',
            direction: 'ltr',
          },
          {
            story: 'k7m2xq',
            headline: 'Ferries win',
            text: 'With the count.',
            when: 'Update, 1 March 2019, 11:00 SGT',
            language: 'en-GB',
            direction: 'ltr',
          },
        ],
      },
      imprint: {
        heading: 'Imprint',
        lines: [
          'Published by The Press, Singapore',
          'Text licensed under CC BY 4.0',
          'desk@paper.example',
          'https://paper.example/editions/2019-03-01/',
          'Print edition of The Daily, Friday 1 March 2019',
        ],
        back: 'Print edition of Friday 1 March 2019',
      },
      words: {
        briefs: 'In brief',
        continuedOn: 'Continued on page 2',
        continuedFrom: 'From page 1',
        inside: 'Inside',
        page: 'Page {page}',
        accessible:
          'The text is complete and in reading order, with headings, a table of contents and descriptions of the pictures.',
        print: 'Print',
      },
    }));

  it('tells of a story all that its place shows', () =>
    expect(story()).toMatchObject({
      id: 'k7m2xq',
      path: '2019/03/01/harbour-vote',
      section: 'world',
      brief: false,
      headline: 'Harbour votes for “ferries”',
      shortHeadline: 'Ferries win',
      standfirst: 'The vote is over – at last.',
      kicker: 'Harbour vote',
      kind: 'Analysis',
      byline: ['By Wren Quay', 'Edited by Otto Pier', 'Translated by The Desk', 'With reporting by The Wire'],
      dateline: 'Hanoi, 28 February',
      times: 'Updated 1 March 2019, 09:30 SGT',
      language: 'en-GB',
      direction: 'ltr',
      short: { href: 'https://paper.example/a/k7m2xq/', text: 'paper.example/a/k7m2xq/' },
      licence: 'Text licensed under CC0-1.0',
      bodyKey: 'body',
    }));

  it('knows the stories that a text names, as links', () =>
    expect(story()?.mentioned).toEqual({
      '2019/03/01/other': { href: '/2019/03/01/other/', headline: 'Other boats', language: 'en-GB', direction: 'ltr' },
    }));

  it.each([
    ['The Paper', undefined],
    ['The Morning Paper', 'long'],
    ['The Morning Paper of the Isles', 'very-long'],
  ])('has the name "%s" in letters that fit: %s', (name, length) => {
    const print = { publication: name, edition: '2019-03-01' };
    const made = edition([article({ print })]);
    expect(newspapers({ ...made, publication: { ...made.publication, name } })[0]?.view().nameLength).toBe(length);
  });

  it('is none of a day of which nothing is shown', () => {
    const print = { publication: 'The Daily', edition: '2019-03-01' };
    const status = { state: 'withdrawn' as const, at: '2019-03-02T00:00:00Z', reason: 'No.' };
    expect(newspapers(edition([article({ print, status })]))).toEqual([]);
  });
});

/** Its pages with the texts as HTML; the other story has no text. */
function pagesOf(view: NewspaperView) {
  const bodies = view.stories.map(
    ({ id }) => (id === 'k7m2xq' ? fullBody : { text: [], parts: [] }) as unknown as Body,
  );
  const { front, sections, sheets } = newspaperPages(view, bodies)!;
  return {
    front: [front.story.id, front.size, front.type, front.picture?.alt ?? '', htmlOf(front.opening)],
    rail: front.rail.map((each) => [
      each.story.id,
      each.label,
      each.standfirst ?? '',
      each.picture?.alt ?? '',
      htmlOf(each.opening),
    ]),
    notice: front.notice,
    index: front.index.map(({ story, section }) => [story.id, section]),
    sections: sections.map(({ id, name, rows }) => [
      id,
      name,
      ...rows.flatMap((row) =>
        row.stories.map((placed) => [
          placed.story.id,
          row.kind === 'wide' ? row.picture : row.kind,
          placed.continued,
          ...placed.stretches.map(({ text }) => htmlOf(text)),
        ]),
      ),
    ]),
    sheets,
  };
}

describe('The pages of a newspaper', () => {
  it('have a story beside the lead, with what it opens with, and the rest inside', () =>
    expect(pagesOf(paper())).toEqual({
      front: ['thrstr', 'poster', 9, '', ''],
      rail: [
        [
          'k7m2xq',
          'World',
          'The vote is over – at last.',
          'A quay',
          '<p id="k7m2xq-p-1">Ships <a href="/about/">came</a> in.</p>',
        ],
      ],
      notice: true,
      index: [],
      sections: [
        [
          'world',
          'World',
          ['thrstr', 'low', false],
          [
            'k7m2xq',
            0,
            true,
            '<bs-part n="0"></bs-part>',
            '<h4 id="k7m2xq-text-noon">Noon</h4>',
            '<p id="k7m2xq-p-2">They left.</p>',
            '<bs-part n="1"></bs-part>',
            '<bs-part n="2"></bs-part>',
            '<ul><li>One</li></ul>',
            '<bs-part n="3"></bs-part>',
            '<p id="k7m2xq-p-3">The end.</p>',
          ],
        ],
      ],
      sheets: 2,
    }));

  it('have the lead over all, and its rest inside', () =>
    expect(pagesOf({ ...paper(), stories: paper().stories.toReversed() })).toEqual({
      front: ['k7m2xq', 'banner', 9, 'A quay', '<p id="k7m2xq-p-1">Ships <a href="/about/">came</a> in.</p>'],
      rail: [['thrstr', 'World', '', '', '']],
      notice: true,
      index: [],
      sections: [
        [
          'world',
          'World',
          [
            'k7m2xq',
            0,
            true,
            '<bs-part n="0"></bs-part>',
            '<h4 id="k7m2xq-text-noon">Noon</h4>',
            '<p id="k7m2xq-p-2">They left.</p>',
            '<bs-part n="1"></bs-part>',
            '<bs-part n="2"></bs-part>',
            '<ul><li>One</li></ul>',
            '<bs-part n="3"></bs-part>',
            '<p id="k7m2xq-p-3">The end.</p>',
          ],
          ['thrstr', 'low', false],
        ],
      ],
      sheets: 2,
    }));

  it('are none without a story', () => expect(newspaperPages({ ...paper(), stories: [] }, [])).toBeUndefined());
});
