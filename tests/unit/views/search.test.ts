import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/newsroom/edition.ts';
import { searchIndexView } from '../../../src/views/machines/search-index.ts';
import { searchView } from '../../../src/views/pages/search.ts';
import { article, edition } from '../articles.ts';

const world = { id: 'world', name: 'World' };
const town = { id: 'town', name: 'Town' };
const ada = { id: 'ada', name: 'Ada', kind: 'person', links: [] } as const;
const stories = [
  article({ path: '2018/12/31/one', published: '2018-12-31T05:00:00Z', topics: [{ id: 'tides', name: 'Tides' }] }),
  article({
    path: '2019/03/01/two',
    section: town,
    contributors: [{ contributor: { ...ada, links: [] }, role: 'writer' }],
  }),
  article({ path: '2019/03/01/gone', status: { state: 'withdrawn', at: '2019-03-01T06:00:00Z', reason: 'Wrong.' } }),
];
const paper: Edition = {
  ...edition(stories),
  sections: new Map([
    ['world', world],
    ['town', town],
  ]),
};

describe('the view of the search page', () => {
  const view = searchView(paper);

  it('narrows by what has stories, with their number, and by nothing that has but one', () => {
    expect(view.filters.fields.map(({ name, options }) => [name, ...options.map(({ label }) => label)])).toEqual([
      ['section', 'World (1)', 'Town (1)'],
      ['year', '2019 (1)', '2018 (1)'],
    ]);
  });

  it('leads to the archive of each year, the newest first, without stories that were withdrawn', () => {
    expect(view.years.items).toEqual([
      { label: '2019', href: '/2019/', count: '1 story' },
      { label: '2018', href: '/2018/', count: '1 story' },
    ]);
  });

  it('has a sentence for each form that the language has for a count', () => {
    expect(view.script.found).toEqual({ one: '{count} story found', other: '{count} stories found' });
    expect(view.script.nothing).toBe('No story has “{query}” in it.');
  });

  it('names the parts of the index', () => expect(view.script.parts).toEqual(['en-x-0']));
});

describe('the search index', () => {
  const records = searchIndexView(paper).flatMap((part) => part.records());

  it('holds what may be shown', () => {
    expect(records.map(({ url }) => url)).toEqual(['/2018/12/31/one/', '/2019/03/01/two/']);
  });

  it('knows what a search is narrowed by', () => {
    expect(records[0]?.filters).toEqual({ section: ['world'], topic: ['tides'], contributor: [], year: ['2018'] });
    expect(records[1]?.filters.contributor).toEqual(['ada']);
  });

  it('shows the date in the language of the paper', () => {
    const [record] = searchIndexView(edition([article({ language: 'ja' })])).flatMap((part) => part.records());
    expect(record?.card.date).toEqual({ iso: '2019-03-01', text: '1 March 2019' });
  });
});
