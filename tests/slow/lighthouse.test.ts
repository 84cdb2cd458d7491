import { expect, inject, test } from 'vitest';
import { editionLead } from '../support/landmarks.ts';
import { scoresOf } from '../support/lighthouse.ts';

// How fast a page is depends on the machine: `npm run bench` has Lighthouse judge that.
test('Lighthouse finds nothing to mend in access, practice and finding on front page, article and section', async () => {
  const scores = await scoresOf(
    inject('edition').dist,
    ['/', editionLead, '/sections/world/'],
    ['accessibility', 'best-practices', 'seo'],
  );
  expect(scores.map(({ at, scores: found, lost }) => [at, found, lost])).toEqual(
    ['/', editionLead, '/sections/world/'].map((at) => [
      at,
      { accessibility: 100, 'best-practices': 100, seo: 100 },
      [],
    ]),
  );
});
