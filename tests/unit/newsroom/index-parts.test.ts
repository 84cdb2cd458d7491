import { describe, expect, it } from 'vitest';
import { indexParts } from '../../../src/newsroom/index-parts.ts';
import { article, edition } from '../articles.ts';

const story = (day: number, facts: Parameters<typeof article>[0] = {}) => {
  const date = String(day).padStart(2, '0');
  return article({ path: `2019/02/${date}/story`, published: `2019-02-${date}T05:00:00Z`, ...facts });
};
const withdrawn = { status: { state: 'withdrawn', at: '2019-02-20T00:00:00Z', reason: 'Wrong.' } } as const;
const partsOf = (articles: ReturnType<typeof article>[]) =>
  indexParts(edition(articles), 2).map(({ name, articles: stories }) => [
    name,
    ...stories.map(({ path }) => path.slice(8, 10)),
  ]);

describe('the parts of the search index', () => {
  it('hold so many stories each, the oldest first', () =>
    expect(partsOf([story(3), story(1), story(2)])).toEqual([
      ['en-x-0', '01', '02'],
      ['en-x-1', '03'],
    ]));

  it('stay as they are when a story is added', () =>
    expect(partsOf([story(1), story(2), story(3), story(4)])[0]).toEqual(partsOf([story(1), story(2)])[0]));

  it('keep the place of a story that was withdrawn, and not the story', () =>
    expect(partsOf([story(1, withdrawn), story(2), story(3)])).toEqual([
      ['en-x-0', '02'],
      ['en-x-1', '03'],
    ]));

  it('are none where nothing can be shown', () => expect(partsOf([story(1, withdrawn)])).toEqual([]));

  it("are of one language each, the paper's own first and its dialects together", () =>
    expect(
      partsOf([story(1, { language: 'ar' }), story(2, { language: 'en-US' }), story(3), story(4, { language: 'ja' })]),
    ).toEqual([
      ['en-x-0', '02', '03'],
      ['ar-x-0', '01'],
      ['ja-x-0', '04'],
    ]));
});
