import { describe, expect, it } from 'vitest';
import { htmlOf } from '../../../src/body/html.ts';
import { articleView } from '../../../src/views/pages/article.ts';
import { openedWith } from '../../../src/views/pages/opening.ts';
import { article, edition, publication } from '../articles.ts';
import { nodesOf } from '../nodes.ts';

const opened = (html: string, dateline?: string) =>
  htmlOf(openedWith(dateline, { text: nodesOf(html), parts: [] }).text);

describe('A text opens with the place where it was filed', () => {
  it.each([
    ['<p>One.</p><p>Two.</p>', '<p><span class="dateline">HANOI</span> One.</p><p>Two.</p>'],
    ['<h2>A</h2><p><em>One</em>.</p>', '<h2>A</h2><p><span class="dateline">HANOI</span> <em>One</em>.</p>'],
    ['Words <p id="p-a">One.</p>', 'Words <p id="p-a"><span class="dateline">HANOI</span> One.</p>'],
  ])('in its first paragraph: %s', (html, opening) => expect(opened(html, 'HANOI')).toBe(opening));

  it.each(['<ul><li>One.</li></ul>', ''])('and not where it has none: %j', (html) =>
    expect(opened(html, 'HANOI')).toBe(html),
  );

  it('and not where nobody knows it', () => expect(opened('<p>One.</p>')).toBe('<p>One.</p>'));
});

describe('The place and the day of filing', () => {
  const view = (manner?: 'text') => {
    const story = article({ dateline: { place: 'Hanoi', date: '2019-02-28' } });
    const paper = { ...edition([story]), publication: { ...publication, dateline: manner } };
    const { dateline, opening } = articleView({ article: story, edition: paper });
    return { dateline, opening };
  };

  it('stand over the text', () => expect(view()).toEqual({ dateline: 'Hanoi, 28 February', opening: undefined }));

  it('stand in it, the place alone, where the paper wants it so', () =>
    expect(view('text')).toEqual({ dateline: undefined, opening: 'Hanoi\u00a0–' }));
});
