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
    expect(bookOf(own)?.rights).toBe('Text licensed under All rights reserved');
    expect(bookOf({ licence: 'CC BY 4.0' })?.rights).toBe('Text licensed under CC BY 4.0');
    expect(bookOf({}, { licence: undefined })?.rights).toBeUndefined();
  });

  test('has the licence in its imprint once.', () => {
    const licences = (book: ReturnType<typeof bookOf>) =>
      book?.imprint.lines.flatMap(({ words }) => (words?.startsWith('Text licensed') ? [words] : []));
    expect(licences(bookOf({ licence: 'CC BY 4.0' }))).toEqual(['Text licensed under CC BY 4.0']);
    expect(licences(bookOf({ licence: 'All rights reserved' }))).toEqual(['Text licensed under All rights reserved']);
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
