import { expect, it } from 'vitest';
import { goneAddresses, movedAddresses } from '../../../src/newsroom/moved.ts';
import { isFormerPath } from '../../../src/newsroom/permalink.ts';
import { movedViews } from '../../../src/views/pages/moved.ts';
import { article, edition } from '../articles.ts';

const vote = article({ aliases: ['2019/02/28/harbor-vote', 'a/rpl222'], headline: 'The "vote"' });
const gulls = article({
  path: '2019/03/01/gulls',
  id: 'gvttz2',
  headline: 'Forty gulls',
  status: { state: 'withdrawn', at: '2019-03-02T00:00:00Z', reason: 'There were fewer.' },
});
const paper = edition([vote, gulls]);

it('Former addresses and short links lead to the permalink.', () => {
  expect(movedAddresses(paper)).toEqual([
    { from: '/2019/02/28/harbor-vote/', to: '/2019/03/01/harbour-vote/' },
    { from: '/a/rpl222/', to: '/2019/03/01/harbour-vote/' },
    { from: '/a/k7m2xq/', to: '/2019/03/01/harbour-vote/' },
    { from: '/a/gvttz2/', to: '/2019/03/01/gulls/' },
  ]);
});

it('Only withdrawn stories are gone.', () => expect(goneAddresses(paper)).toEqual(['/2019/03/01/gulls/']));

it('The page of a short link names the headline as it is set.', () => {
  expect(movedViews(paper)[2]?.view()).toEqual({
    address: '/a/k7m2xq/',
    href: '/2019/03/01/harbour-vote/',
    canonical: 'https://paper.example/2019/03/01/harbour-vote/',
    language: 'en-GB',
    direction: 'ltr',
    title: 'The “vote” – The Paper',
    headline: 'The “vote”',
  });
});

it('The short link of a withdrawn story does not name it.', () =>
  expect(JSON.stringify(movedViews(paper)[3]?.view())).not.toContain('Forty'));

it.each([
  ['2019/03/01/old-slug', true],
  ['a/k7m2xq', true],
  ['2019/02/30/old-slug', false],
  ['2019/03/01', false],
  ['about', false],
  ['a/lo10', false],
  ['2019/03/01/Old', false],
])('Whether %s may be a former address: %s.', (path, may) => expect(isFormerPath(path)).toBe(may));
