import { describe, expect, it } from 'vitest';
import { articleView } from '../../../src/views/article.ts';
import { bodyView } from '../../../src/views/body.ts';
import { frontView } from '../../../src/views/front.ts';
import { siteView } from '../../../src/views/site.ts';
import { headlineLengthOf, storyView } from '../../../src/views/story.ts';
import { article, edition } from '../articles.ts';

const file = { path: 'content/a/quay.jpg', width: 1200, height: 800, format: 'jpg', hash: 'abc' };
const viewOf = (facts: Parameters<typeof article>[0], asOf?: string) => {
  const made = article(facts);
  return articleView({ article: made, edition: edition([made], asOf) });
};

describe('the view of an article', () => {
  it('has its words typeset', () => expect(viewOf({ headline: 'It\'s "over"' }).headline).toBe('It’s “over”'));
  it('names paper and headline in the title', () =>
    expect(viewOf({}).title).toBe('Harbour votes for ferries – The Paper'));
  it('has its permalink with the origin', () =>
    expect(viewOf({}).canonical).toBe('https://paper.example/2019/03/01/harbour-vote/'));

  it('tells when it was published and updated, with the zone', () => {
    const { published, updated } = viewOf({ updated: '2019-03-01T09:30:00+08:00' });
    expect(published).toEqual({
      label: 'Published',
      iso: '2019-03-01T05:00:00+08:00',
      text: '1 March 2019, 05:00 SGT',
    });
    expect(updated?.text).toBe('1 March 2019, 09:30 SGT');
    expect(viewOf({}).updated).toBeUndefined();
  });

  it('says so when it is over a year old', () => {
    expect(viewOf({}, '2020-02-28T00:00:00Z').notice).toBeUndefined();
    expect(viewOf({}, '2020-03-02T00:00:00Z').notice).toBe('This article is more than a year old.');
    expect(viewOf({}, '2026-03-02T00:00:00Z').notice).toBe('This article is more than 7 years old.');
  });

  it('says where it was printed', () => {
    const print = {
      publication: 'The Straits Times',
      edition: '2019-03-01',
      headline: 'Ferries win',
      section: 'World',
      page: 'A1',
    };
    expect(viewOf({ print }).provenance).toBe(
      'A version of this article appeared in the print edition of The Straits Times on 1\u00a0March 2019 (World, page A1), with the headline “Ferries win”.',
    );
    expect(viewOf({ print: { publication: 'The Day', edition: '2019-03-01' } }).provenance).toBe(
      'A version of this article appeared in the print edition of The Day on 1\u00a0March 2019.',
    );
    expect(viewOf({ print, language: 'ja' }).provenance).toContain('「Ferries win」');
  });

  it('escapes what stands in a caption', () => {
    const picture = { file, alt: 'Quay', caption: 'Quay <b onclick=x>&', credit: 'Photo: A' };
    expect(viewOf({ picture }).lead?.captionHtml).toBe('Quay &lt;b onclick=x&gt;&amp;');
  });

  it('holds nothing but the notice of a withdrawn article, and keeps it from search engines', () => {
    const view = viewOf({ status: { state: 'withdrawn', at: '2019-03-02T00:00:00Z', reason: 'It was wrong.' } });
    expect(view.withdrawn).toMatchObject({ heading: 'This article has been withdrawn', reason: 'It was wrong.' });
    expect(view.robots).toBe('noindex');
    expect(view.description).toBeUndefined();
  });

  it('shows the calls that the article allows', () => {
    expect(viewOf({}).promos.items.map((item) => item.label)).toEqual(['Follow', 'Subscribe']);
    expect(viewOf({ promos: { follow: false, subscribe: true } }).promos.items.map((item) => item.label)).toEqual([
      'Subscribe',
    ]);
  });

  it('links related stories of the paper, and names others with their source', () => {
    const other = article({ path: '2019/03/01/other', headline: 'Other' });
    const { related } = viewOf({
      related: [
        {
          heading: 'More',
          stories: [
            { article: other, note: 'Then' },
            { elsewhere: { title: 'Far', publication: 'The Day', date: '2019-02-27' } },
          ],
        },
      ],
    });
    expect(related.groups[0]?.stories).toMatchObject([
      { href: '/2019/03/01/other/', headline: 'Other', note: 'Then' },
      { headline: 'Far', source: 'The Day, 27 February 2019', href: undefined },
    ]);
  });

  it('is the same for the same facts, and another for any other', () => {
    expect(JSON.stringify(viewOf({}))).toBe(JSON.stringify(viewOf({})));
    for (const facts of [
      { headline: 'New' },
      { bodyKey: 'new' },
      { pictures: [file] },
      { section: { id: 'world', name: 'Welt' } },
    ]) {
      expect(JSON.stringify(viewOf(facts))).not.toBe(JSON.stringify(viewOf({})));
    }
  });
});

describe('the view of a body', () => {
  const labels = { skip: '', video: 'Video', play: 'Play', related: 'Related', watchAt: 'Watch at {host}' };

  it('finds pictures and stories, and leaves out those that are not there', () => {
    const photo = { path: file.path, alt: 'Quay' };
    const story = storyView(article({}));
    const parts = bodyView({
      parts: [
        { kind: 'html', html: '<p>A</p>' },
        { kind: 'photo', photo, placement: 'text' },
        { kind: 'photo', photo: { ...photo, path: 'content/gone.jpg' }, placement: 'text' },
        { kind: 'video', poster: photo, href: 'https://www.video.example/1' },
        { kind: 'related', stories: ['2019/03/01/harbour-vote', '2019/03/01/draft'] },
        { kind: 'related', stories: ['2019/03/01/draft'] },
      ],
      view: { pictures: [file], mentioned: { '2019/03/01/harbour-vote': story }, labels },
    });
    expect(parts.map((part) => part.kind)).toEqual(['html', 'photo', 'video', 'related']);
    expect(parts[2]).toMatchObject({ link: { watch: 'Watch at video.example' }, label: 'Video' });
    expect(parts[3]).toMatchObject({ heading: 'Related', stories: [{ href: '/2019/03/01/harbour-vote/' }] });
  });

  it("plays a film of the paper's own, and names no other place for it", () => {
    const clip = { ...file, path: 'content/a/quay.mp4', format: 'mp4' };
    const [video] = bodyView({
      parts: [{ kind: 'video', poster: { path: file.path, alt: 'Quay' }, file: clip.path }],
      view: { pictures: [file, clip], mentioned: {}, labels },
    });
    expect(video).toMatchObject({ film: { file: clip, play: 'Play' } });
    expect(video).not.toHaveProperty('link.href');
  });
});

describe('the front page', () => {
  it('shows the stories of the newest day, and its date', () => {
    const view = frontView(
      edition([article({ path: '2019/02/28/old' }), article({}), article({ path: '2019/03/01/second' })]),
    );
    expect(view.date).toEqual({ iso: '2019-03-01', text: 'Friday 1 March 2019' });
    expect([view.lead, ...view.stories].map((story) => story?.href)).toEqual([
      '/2019/03/01/harbour-vote/',
      '/2019/03/01/second/',
    ]);
  });

  it('does not say the lead’s kicker again over each story', () => {
    const view = frontView(
      edition([
        article({ kicker: 'Harbour' }),
        article({ path: '2019/03/01/second', kicker: 'Harbour' }),
        article({ path: '2019/03/01/third', kicker: 'Port' }),
      ]),
    );
    expect(view.lead?.kicker).toBe('Harbour');
    expect(view.stories.map((story) => story.kicker)).toEqual([undefined, 'Port']);
  });

  it('says so when nothing is published', () => {
    const view = frontView(edition([]));
    expect(view.lead).toBeUndefined();
    expect(view.empty).toBe('No stories have been published yet.');
  });
});

describe('the furniture', () => {
  it('names publisher and licence', () => {
    expect(siteView(edition([])).imprint.lines).toEqual([
      'Published by The Press, Singapore',
      'Text licensed under CC BY 4.0',
    ]);
  });

  it('sets long headlines smaller, and counts wide characters twice', () => {
    expect(headlineLengthOf('A'.repeat(90))).toBeUndefined();
    expect(headlineLengthOf('A'.repeat(91))).toBe('long');
    expect(headlineLengthOf('A'.repeat(181))).toBe('very-long');
    expect(headlineLengthOf('港'.repeat(50))).toBe('long');
  });
});
