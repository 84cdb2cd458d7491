import { describe, expect, it, test } from 'vitest';
import { shownPlan } from '../../../src/newsroom/front-plan.ts';
import { addresses, articleNamed, isPageName, placeOfAddress } from '../../../src/newsroom/permalink.ts';

const placeOf = (href: string) => placeOfAddress(href, 'https://paper.example');

describe('An address of the paper', () => {
  test.each<[string, ReturnType<typeof placeOfAddress>]>([
    ['/2019/03/01/harbour-vote/', { article: '2019/03/01/harbour-vote' }],
    ['https://paper.example/2019/03/01/harbour-vote', { article: '2019/03/01/harbour-vote' }],
    [addresses.section('world'), { folder: 'sections', name: 'world' }],
    [addresses.topic('tides'), { folder: 'topics', name: 'tides' }],
    [addresses.contributor('newsdesk'), { folder: 'contributors', name: 'newsdesk' }],
    [addresses.page('about'), { folder: 'pages', name: 'about' }],
    [addresses.front, 'other'],
    [addresses.topics, 'other'],
    [addresses.contributors, 'other'],
    [addresses.archive, 'other'],
    [addresses.editions, 'other'],
    [addresses.edition('2019-03-01'), 'other'],
    [addresses.corrections, 'other'],
    [addresses.search, 'other'],
    ['/search/?q=ferry', 'other'],
    ['/year2019/', { folder: 'pages', name: 'year2019' }],
    ['/editions/2019-03-01/print/', 'other'],
    [addresses.saved, 'other'],
    [addresses.period('2019'), 'other'],
    [addresses.period('2019-03'), 'other'],
    [addresses.period('2019-03-01'), 'other'],
  ])('%s stands for what it was made of', (href, place) => expect(placeOf(href)).toEqual(place));

  test.each([
    '/sections/',
    '/sections/world/today/',
    '/2019/13/',
    '/2019/02/30/',
    '/12019/',
    '/20190/',
    '/2019/3/',
    '/sections/world/x/',
    '/editions/2019-03-01/printed/',
    '/editions/2019-02-30/print/',
    '/editions/friday/',
    '/404/',
    '/pagefind/',
    '/About/',
    '/favicon.svg',
    'https://elsewhere.example/about/',
    'mailto:desk@paper.example',
    'https://',
  ])('%s is none of a page', (href) => expect(placeOf(href)).toBeUndefined());
});

it.each(['2019', 'search', 'About', 'a b', 'a--b', '-a', ''])('No static page is named "%s".', (name) =>
  expect(isPageName(name)).toBe(false),
);

it.each(['about', 'corrections-policy', '2019-in-pictures'])('A static page may be named "%s".', (name) =>
  expect(isPageName(name)).toBe(true),
);

describe('An article is named by', () => {
  it.each([
    '2019/03/01/vote',
    ' /2019/03/01/vote/ ',
    'https://paper.example/2019/03/01/vote/',
    'http://www.paper.example/2019/03/01/vote/?from=mail#quay',
    'PAPER.example/2019/03/01/vote',
    '//paper.example/2019/03/01/vote/',
    '<https://paper.example/2019/03/01/vote/>',
    'content/articles/2019/03/01/vote/index.md',
    './content/articles/2019/03/01/vote',
    '/content/articles/2019/03/01/vote/',
    'https://paper.example/2019/03/01/vote/index.html',
    'https://paper.example/2019/03/01/vote/index.json',
  ])('%j', (name) => expect(articleNamed(name, 'https://paper.example')).toBe('2019/03/01/vote'));

  it('its short link', () => {
    for (const name of ['a/k7m2xq', '/a/k7m2xq/', 'https://paper.example/a/k7m2xq/'])
      for (const origin of ['https://paper.example', 'https://www.paper.example'])
        expect(articleNamed(name, origin)).toBe('a/k7m2xq');
  });

  it.each([
    'vote',
    '/about/',
    '/2019/03/01/Vote/',
    'https://other.example/2019/03/01/vote/',
    '2019/03/01/vote/index.xml',
    'my-content/articles/2019/03/01/vote',
    'https://',
    'a/k7m2x',
  ])('nothing else, which stays as it was typed: %j', (name) =>
    expect(articleNamed(name, 'https://paper.example')).toBe(name),
  );
});

describe('The plan of a front page', () => {
  const plan = {
    lead: 'lead',
    second: ['a', 'held'],
    pairs: [['b', 'c'] as [string, string], ['d', 'held-too'] as [string, string]],
    briefs: ['held-three', 'e'],
    inside: ['f'],
  };

  it('leaves out what cannot be shown, and what it leaves of a pair stands beside the lead', () =>
    expect(shownPlan(plan, (path) => !path.startsWith('held'))).toEqual({
      lead: 'lead',
      second: ['a', 'd'],
      pairs: [['b', 'c']],
      briefs: ['e'],
      inside: ['f'],
    }));

  it('has no lead when that cannot be shown', () => expect(shownPlan(plan, () => false).lead).toBeUndefined());

  it('breaks with the lead that it names, or with whatever leads, and not with what leads in its place', () => {
    const breaks = (lead: string | undefined, isShown: boolean) =>
      shownPlan({ ...plan, lead, breaking: true }, () => isShown).breaking;
    expect([breaks('a', true), breaks(undefined, false), breaks('a', false)]).toEqual([true, true, false]);
  });

  it('stays as it is when all of it can be shown', () => expect(shownPlan(plan, () => true)).toEqual(plan));
});
