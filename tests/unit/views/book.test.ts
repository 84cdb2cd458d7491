import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/newsroom/article.ts';
import { articleView } from '../../../src/views/pages/article.ts';
import { bookOfArticle, bookOfEdition } from '../../../src/views/paper/book.ts';
import { newspapers } from '../../../src/views/paper/newspaper.ts';
import { article, edition, publication } from '../articles.ts';

const at = (path: string, facts: Partial<Article> = {}) => article({ path: `2019/03/01/${path}`, ...facts });
const print = { publication: 'The Paper', edition: '2019-03-01' };

function bookOf(facts: Partial<Article>, paper: Partial<typeof publication> = {}) {
  const story = article(facts);
  const whole = { ...edition([story]), publication: { ...publication, ...paper } };
  return bookOfArticle(articleView({ article: story, edition: whole }), 'key');
}

function bookOfDay(stories: readonly Article[]) {
  const whole = edition(stories);
  const newspaper = newspapers(whole)[0]?.view();
  return newspaper && bookOfEdition({ newspaper, edition: whole, key: 'key' });
}

describe('The book of an article', () => {
  test('bears the key of the page that offers it.', () => {
    expect(bookOf({})).toMatchObject({ key: 'key', address: 'https://paper.example/2019/03/01/harbour-vote/' });
  });

  test('is under its own licence, or its paper’s, or none.', () => {
    const own = { licence: 'All rights reserved' };
    expect(bookOf(own)?.rights).toBe('All rights reserved');
    expect(bookOf({ licence: 'CC BY 4.0' })?.rights).toBe('Text licensed under CC BY 4.0');
    expect(bookOf({}, { licence: undefined })?.rights).toBeUndefined();
  });

  test('has the licence in its imprint once.', () => {
    const licences = (book: ReturnType<typeof bookOf>) =>
      book?.imprint.lines.flatMap(({ words }) => (words && /licensed|rights/.test(words) ? [words] : []));
    expect(licences(bookOf({ licence: 'CC BY 4.0' }))).toEqual(['Text licensed under CC BY 4.0']);
    expect(licences(bookOf({ licence: 'All rights reserved' }))).toEqual(['All rights reserved']);
  });

  test('was changed when it was corrected last.', () => {
    const correction = { at: '2019-03-02T00:00:00Z', kind: 'correction' as const, text: 'It was two.' };
    expect(bookOf({ corrections: [correction] })?.modified).toBe('2019-03-02T00:00:00Z');
  });

  test('has no file where the article was withdrawn.', () => {
    expect(bookOf({ status: { state: 'withdrawn', at: '2019-03-02T00:00:00Z', reason: 'No.' } })).toBeUndefined();
  });

  test('tells the language of what is in the paper’s.', () => {
    const lines = bookOf({ language: 'ar', direction: 'rtl' })?.imprint.lines;
    expect(lines?.[0]).toEqual({ words: 'Published by The Press, Singapore', language: 'en-GB', direction: 'ltr' });
  });

  test.each([
    [{ correctionsPolicy: 'page' }, { words: 'How we mend' }],
    [{ correctionsPolicy: 'link' }, { words: 'Elsewhere' }],
  ] as const)('says where the policy on corrections stands: %j', ({ correctionsPolicy: where }, said) => {
    const story = article({});
    const page = { id: 'corrections-policy', title: 'How we mend', language: 'en-GB', direction: 'ltr' as const };
    const pages = new Map([[page.id, { ...page, bodyKey: '', pictures: [], mentions: [] }]]);
    const policies = [{ label: 'Elsewhere', url: 'https://policy.example/', on: 'corrections' as const }];
    const whole = {
      ...edition([story]),
      ...(where === 'page' ? { pages } : { publication: { ...publication, policies } }),
    };
    const book = bookOfArticle(articleView({ article: story, edition: whole }), 'key');
    expect(book?.imprint.lines.at(-1)).toMatchObject(said);
  });
});

describe('What is bound', () => {
  const file = { path: 'content/a/quay.jpg', width: 1200, height: 800, format: 'jpg', hash: 'abc' };
  const ada = { id: 'ada', name: 'Ada', kind: 'person' as const, links: [] };
  const facts: Partial<Article> = {
    print,
    standfirst: 'It did.',
    kicker: 'Tides',
    kind: 'analysis',
    contributors: [{ role: 'writer', contributor: ada }],
    topics: [{ id: 'tides', name: 'Tides' }],
    updated: '2019-03-01T06:00:00+08:00',
    picture: { file, alt: 'Quay' },
    dateline: { place: 'Hanoi', date: '2019-02-28' },
    corrections: [{ at: '2019-03-02T00:00:00Z', kind: 'correction', text: 'Four.' }],
  };
  const published = { text: 'Published 1 March 2019, 05:00 SGT', iso: '2019-03-01T05:00:00+08:00' };
  const updated = { text: 'Updated 1 March 2019, 06:00 SGT', iso: '2019-03-01T06:00:00+08:00' };
  const english = { language: 'en-GB', direction: 'ltr' as const };

  test('of an article says what its page says.', () => {
    const publisher = { ...publication.publisher, email: 'desk@paper.example' };
    const { chapters, imprint, ...book } = bookOf(facts, { publisher }) ?? {};
    expect(book).toEqual({
      key: 'key',
      page: {
        address: 'https://paper.example/2019/03/01/harbour-vote/',
        title: 'Harbour votes for ferries – The Paper',
      },
      name: 'harbour-vote',
      title: 'Harbour votes for ferries',
      ...english,
      creators: ['Ada'],
      publisher: 'The Press',
      paper: 'The Paper',
      rights: 'Text licensed under CC BY 4.0',
      description: 'It did.',
      subjects: ['World', 'Tides'],
      address: 'https://paper.example/2019/03/01/harbour-vote/',
      date: '2019-03-01T05:00:00+08:00',
      modified: '2019-03-02T00:00:00Z',
      contents: 'Inside',
      accessible:
        'The text is complete and in reading order, with headings, a table of contents and descriptions of the pictures.',
      cover: {
        headline: { text: 'Harbour votes for ferries', ...english },
        note: { text: 'By Ada', ...english },
        picture: file,
        nameplate: { text: 'The Paper', ...english },
        day: { text: '1 March 2019', ...english },
      },
    });
    expect(chapters).toMatchObject([
      {
        id: 'story',
        section: 'World',
        address: '/2019/03/01/harbour-vote/',
        short: { text: 'paper.example/a/k7m2xq', href: 'https://paper.example/a/k7m2xq/' },
        times: [published, updated],
        ...english,
        kicker: 'Tides',
        kind: 'Analysis',
        headline: 'Harbour votes for ferries',
        standfirst: 'It did.',
        byline: [[{ text: 'By ' }, { text: 'Ada', href: '/contributors/ada/' }]],
        dateline: 'Hanoi, 28 February',
        lead: { file, alt: 'Quay' },
        bodyKey: 'body',
        corrections: { heading: 'Corrections', items: [{ kind: 'Correction', text: 'Four.' }] },
        provenance: 'A version of this article appeared in the print edition of The Paper on 1\u00a0March 2019.',
      },
    ]);
    expect(imprint).toEqual({
      heading: 'Imprint',
      lines: [
        { words: 'Published by The Press, Singapore', ...english },
        { words: 'Text licensed under CC BY 4.0', ...english },
        { link: { href: 'mailto:desk@paper.example', text: 'desk@paper.example' }, ...english },
        ...['2019/03/01/harbour-vote', 'a/k7m2xq'].map((path) => {
          const href = `https://paper.example/${path}/`;
          return { link: { href, text: href } };
        }),
        { words: `${published.text} · ${updated.text} · Version 3` },
      ],
    });
  });

  test('of an article has its standfirst on the cover where nobody signs, else nothing.', () => {
    expect(bookOf({ standfirst: 'It did.' })?.cover.note?.text).toBe('It did.');
    expect(bookOf({})?.cover.note).toBeUndefined();
    expect(bookOf({})?.cover.picture).toBeUndefined();
  });

  test('of a day says what its newspaper says.', () => {
    const { chapters, imprint, accessible, ...book } = bookOfDay([article(facts)]) ?? {};
    expect(book).toEqual({
      key: 'key',
      page: { address: 'https://paper.example/editions/2019-03-01/print/', title: 'The Paper, Friday 1 March 2019' },
      name: 'the-paper-2019-03-01',
      title: 'The Paper, Friday 1 March 2019',
      ...english,
      creators: ['The Paper'],
      publisher: 'The Press',
      paper: 'The Paper',
      rights: 'Text licensed under CC BY 4.0',
      subjects: ['World'],
      address: 'https://paper.example/editions/2019-03-01/',
      date: '2019-03-01',
      modified: '2019-03-02T00:00:00Z',
      contents: 'Inside',
      cover: {
        headline: { text: 'Harbour votes for ferries', ...english },
        note: { text: 'It did.', ...english },
        picture: file,
        nameplate: { text: 'The Paper', ...english },
        day: { text: 'Friday 1 March 2019', ...english },
      },
    });
    expect(accessible).toMatch(/^The text is complete and in reading order/);
    expect(chapters).toMatchObject([{ id: 'k7m2xq', section: 'World', times: [published, updated] }]);
    expect(imprint?.lines).toEqual([
      { words: 'Published by The Press, Singapore' },
      { words: 'Text licensed under CC BY 4.0' },
      {
        link: {
          href: 'https://paper.example/editions/2019-03-01/',
          text: 'https://paper.example/editions/2019-03-01/',
        },
      },
      { words: 'Print edition of The Paper, Friday 1\u00a0March 2019' },
      { words: 'Correction 2 March 2019, 08:00 SGT', ...english },
    ]);
  });
});

describe('The book of an edition', () => {
  test('has its stories in the order of the edition.', () => {
    const stories = [at('a', { id: 'aaaaaa', print }), at('b', { id: 'bbbbbb', print })];
    const newspaper = newspapers(edition(stories))[0]?.view();
    expect(bookOfDay(stories)?.chapters.map(({ id }) => id)).toEqual(newspaper?.stories.map(({ id }) => id));
  });

  test('has a licence only where all of its stories are under it.', () => {
    expect(bookOfDay([at('a', { print, licence: 'CC BY 4.0' })])?.rights).toBe('Text licensed under CC BY 4.0');
    const other = at('b', { id: 'bbbbbb', print, licence: 'All rights reserved' });
    expect(bookOfDay([at('a', { print, licence: 'CC BY 4.0' }), other])?.rights).toBeUndefined();
  });

  test('says its newest change in the words and the language of the story.', () => {
    const german = at('b', { id: 'bbbbbb', print, language: 'de', updated: '2019-03-01T06:00:00+08:00' });
    expect(bookOfDay([at('a', { print }), german])?.imprint.lines).toContainEqual(
      expect.objectContaining({ words: expect.stringContaining('Aktualisiert') as string, language: 'de' }),
    );
  });

  test.each([
    ['The Paper', 'the-paper-2019-03-01'],
    ['Le Café', 'le-cafe-2019-03-01'],
    ['港の新聞', 'newspaper-2019-03-01'],
  ])('of %s has files that every system can name.', (name, file) => {
    const story = at('a', { print: { ...print, publication: name } });
    const whole = { ...edition([story]), publication: { ...publication, name } };
    const newspaper = newspapers(whole)[0]?.view();
    expect(newspaper && bookOfEdition({ newspaper, edition: whole, key: '' })?.name).toBe(file);
  });
});
