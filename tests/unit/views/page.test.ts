import { describe, expect, it } from 'vitest';
import type { BodyPart } from '../../../src/body/body.ts';
import type { StaticPage } from '../../../src/newsroom/article.ts';
import { pageView, withoutHeldLinks } from '../../../src/views/pages/page.ts';
import { article, edition } from '../articles.ts';
import { bodyOf, nodesOf } from '../nodes.ts';

const page: StaticPage = {
  id: 'about',
  title: 'About "us"',
  description: "What it's for.",
  language: 'en-GB',
  direction: 'ltr',
  bodyKey: 'body',
  pictures: [],
  mentions: ['2019/03/01/harbour-vote', '2019/03/01/withdrawn', '2019/03/01/to-come'],
};
const withdrawn = article({
  path: '2019/03/01/withdrawn',
  status: { state: 'withdrawn', at: '2019-03-02T00:00:00Z', reason: 'It was wrong.' },
});
const view = pageView({ page, edition: edition([article({}), withdrawn]) });

describe('A static page', () => {
  it('has its title set by the typographer', () => expect(view.heading).toBe('About “us”'));
  it('names the paper in the title of its window', () => expect(view.title).toBe('About “us” – The Paper'));
  it('has an address under its name', () => expect(view.canonical).toBe('https://paper.example/about/'));
  it('tells search engines what it is', () => expect(view.description).toBe('What it’s for.'));
  it('tells them its first sentence where nobody has said it', () => {
    const untold = { ...page, description: undefined, opening: 'It is ours.' };
    expect(pageView({ page: untold, edition: edition([]) }).description).toBe('It is ours.');
  });
  it('shows stories in blocks, but none that was withdrawn or is to come', () =>
    expect(Object.keys(view.mentioned)).toEqual(['2019/03/01/harbour-vote']));
  it('speaks its own language around its text', () => {
    const { labels, site } = pageView({ page: { ...page, language: 'ja' }, edition: edition([]) });
    expect([labels.video, site.language]).toEqual(['動画', 'en-GB']);
  });
});

describe('The body of a static page', () => {
  const link = (path: string, words: string) => `<a href="/2019/03/01/${path}/">${words}</a>`;
  const photo = (caption: string): BodyPart => ({
    kind: 'photo',
    photo: { path: 'content/pages/quay.png', alt: '', caption: nodesOf(caption) },
    placement: 'text',
  });
  const place = '<bs-part n="0"></bs-part>';
  const body = bodyOf(
    `<p>${link('harbour-vote', 'Vote')}, ${link('withdrawn', 'gone')}, ${link('to-come', 'soon')}</p>${place}<p><a title="x" href="https://paper.example/2019/03/01/to-come">soon</a></p>`,
    photo(`See ${link('to-come', '<em>it</em>')}.`),
  );

  it('has words in place of links to stories that are not out yet', () =>
    expect(withoutHeldLinks(body, view)).toEqual(
      bodyOf(
        `<p>${link('harbour-vote', 'Vote')}, ${link('withdrawn', 'gone')}, soon</p>${place}<p>soon</p>`,
        photo('See <em>it</em>.'),
      ),
    ));

  it('links to all of them once they are out', () => expect(withoutHeldLinks(body, { ...view, held: [] })).toBe(body));
});
