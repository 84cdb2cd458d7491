import { describe, expect, it } from 'vitest';
import { newspaperOrder, printedOrder } from '../../../src/newsroom/print.ts';
import { article, edition } from '../articles.ts';

/** Slugs in the printed order of 1 March 2019. */
function orderOf(facts: Record<string, { publication?: string; section?: string; page?: string; at?: string }>) {
  const stories = Object.entries(facts).map(([slug, { publication = 'The Paper', section, page, at = '05:00' }]) =>
    article({
      path: `2019/03/01/${slug}`,
      published: `2019-03-01T${at}:00+08:00`,
      print: { publication, edition: '2019-03-01', section, page },
    }),
  );
  return printedOrder(edition(stories), '2019-03-01').map(({ path }) => path.slice(11));
}

describe('the printed order', () => {
  it('is that of the pages, their numbers read as numbers', () =>
    expect(orderOf({ a: { page: 'B1' }, b: { page: 'A10' }, c: { page: 'A2' }, d: { page: 'A1' } })).toEqual([
      'd',
      'c',
      'b',
      'a',
    ]));

  it('is that of the sections on one page', () =>
    expect(orderOf({ a: { page: '1', section: 'World' }, b: { page: '1', section: 'Home' } })).toEqual(['b', 'a']));

  it('is that of the front in one section of a page', () =>
    expect(orderOf({ a: { page: '1' }, b: { page: '1', at: '06:00' } })).toEqual(['b', 'a']));

  it('ends with the stories without a page', () => expect(orderOf({ a: {}, b: { page: 'Z9' } })).toEqual(['b', 'a']));

  it('keeps the pages of a publication together, its own first', () =>
    expect(
      orderOf({
        a: { page: '1', publication: 'Another' },
        b: { page: '2', publication: 'Another' },
        c: { page: '9' },
      }),
    ).toEqual(['c', 'a', 'b']));

  it('leaves out a story that was withdrawn', () => {
    const print = { publication: 'The Paper', edition: '2019-03-01' };
    const withdrawn = article({ print, status: { state: 'withdrawn', at: '2019-03-01T06:00:00Z', reason: 'Wrong.' } });
    expect(printedOrder(edition([withdrawn]), '2019-03-01')).toEqual([]);
  });

  it('of a day that was not printed is empty', () => expect(printedOrder(edition([]), '2019-03-01')).toEqual([]));
});

describe('The newspaper of a day', () => {
  const day = '2019-03-01';
  const at = (slug: string, facts: Parameters<typeof article>[0] = {}) =>
    article({ path: `2019/03/01/${slug}`, print: { publication: 'The Paper', edition: day }, ...facts });
  const section = (id: string) => ({ section: { id, name: id } });
  const orderOf = (stories: ReturnType<typeof article>[], lead?: string) => {
    const whole = edition(stories);
    const fronts = new Map(
      lead ? [[day, { lead: `2019/03/01/${lead}`, second: [], pairs: [], briefs: [], inside: [] }]] : [],
    );
    const publication = { ...whole.publication, sections: ['world', 'town'] };
    return newspaperOrder({ ...whole, fronts, publication }, day).map(({ path }) => path.slice(11));
  };

  it('begins with its lead and the lead’s section, and goes on in the order of the paper’s sections', () => {
    const stories = [
      at('far', section('world')),
      at('tenth', section('part 10')),
      at('second', section('part 2')),
      at('near', section('town')),
      at('lead', section('town')),
    ];
    expect(orderOf(stories, 'lead')).toEqual(['lead', 'near', 'far', 'second', 'tenth']);
    expect(orderOf(stories, 'far')).toEqual(['far', 'lead', 'near', 'second', 'tenth']);
  });

  it('has the stories of a section as on the front', () => {
    const named = at('z');
    const related = [{ heading: 'More', stories: [{ article: named }] }];
    expect(orderOf([at('a', { related }), at('b'), named])).toEqual(['z', 'a', 'b']);
  });

  it('is what the paper itself has printed, where it has printed anything', () =>
    expect(
      orderOf([
        at('own'),
        at('others', { print: { publication: 'Another', edition: day } }),
        at('filed', { print: undefined }),
      ]),
    ).toEqual(['own']));

  it('is else what was filed for the day, and what others printed of it, each once', () => {
    const print = { publication: 'Another', edition: day };
    const stories = [
      at('a', { print }),
      at('b', { print: undefined }),
      article({ path: '2019/02/28/early', print, ...section('town') }),
      at('gone', { print: undefined, status: { state: 'withdrawn', at: '2019-03-01T06:00:00Z', reason: 'No.' } }),
    ];
    expect(orderOf(stories)).toEqual(['a', 'b', 'early']);
  });

  it('of a day without stories is empty', () => expect(orderOf([])).toEqual([]));
});
