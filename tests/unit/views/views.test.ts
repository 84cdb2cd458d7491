import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/newsroom/article.ts';
import { articleView } from '../../../src/views/pages/article.ts';
import { bodyView } from '../../../src/views/body.ts';
import { frontView } from '../../../src/views/pages/front.ts';
import { siteView } from '../../../src/views/site.ts';
import { creditLine, headlineLengthOf, storyView } from '../../../src/views/story.ts';
import { article, edition } from '../articles.ts';
import { bodyOf } from '../nodes.ts';

const file = { path: 'content/a/quay.jpg', width: 1200, height: 800, format: 'jpg', hash: 'abc' };
const viewOf = (facts: Parameters<typeof article>[0], asOf?: string) => {
  const made = article(facts);
  return articleView({ article: made, edition: edition([made], asOf) });
};

describe('the view of an article', () => {
  it('has its words typeset', () => expect(viewOf({ headline: 'It\'s "over"' }).headline).toBe('It’s “over”'));
  it('has the dashes of its paper', () => {
    const typography = { dashes: 'closed' as const };
    const { headline, standfirst } = viewOf({ headline: 'Yes--no', standfirst: 'Ships -- few', typography });
    expect([headline, standfirst]).toEqual(['Yes—no', 'Ships—few']);
  });
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
      told: '1 March 2019, 05:00 SGT',
    });
    expect(viewOf({ language: 'de' }).published).toMatchObject({
      label: 'Veröffentlicht',
      text: '1. März 2019, 05:00 Uhr SGT',
      told: 'am 1. März 2019, 05:00 Uhr SGT',
    });
    expect(updated).toMatchObject({ text: '1 March 2019, 09:30 SGT', hour: '09:30' });
    expect(viewOf({ updated: '2019-03-02T09:30:00+08:00' }).updated?.hour).toBeUndefined();
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

  it('keeps what stands in a caption as text', () => {
    const picture = { file, alt: 'Quay', caption: 'Quay <b onclick=x>&', credit: 'Photo: A' };
    expect(viewOf({ picture }).lead?.caption).toEqual([{ type: 'text', value: 'Quay <b onclick=x>&' }]);
  });

  it('holds nothing but the notice of a withdrawn article, and keeps it from search engines', () => {
    const view = viewOf({ status: { state: 'withdrawn', at: '2019-03-02T00:00:00Z', reason: 'It was wrong.' } });
    expect(view.withdrawn).toMatchObject({ heading: 'This article has been withdrawn', reason: 'It was wrong.' });
    expect(view.robots).toBe('noindex');
    expect(view.description).toBeUndefined();
    expect([...view.related.groups, ...view.neighbours.items]).toEqual([]);
  });

  it('leads to the stories before and after it in its section, in their own language', () => {
    const made = ['a', 'b', 'c'].map((name, hour) =>
      article({ path: `2019/03/01/${name}`, published: `2019-03-01T0${hour}:00:00Z`, headline: `Story ${name}` }),
    );
    const paper = edition(
      made.map((each, index) => (index === 2 ? { ...each, language: 'ar', direction: 'rtl' } : each)),
    );
    const middle = paper.articles.get('2019/03/01/b') as Article;
    expect(articleView({ article: middle, edition: paper }).neighbours).toEqual({
      label: 'World',
      items: [
        {
          rel: 'prev',
          place: 'Before this in World',
          story: { href: '/2019/03/01/a/', headline: 'Story a', language: 'en-GB', direction: 'ltr' },
        },
        {
          rel: 'next',
          place: 'After this in World',
          story: { href: '/2019/03/01/c/', headline: 'Story c', language: 'ar', direction: 'rtl' },
        },
      ],
    });
  });

  it('names more on its topic after what the editor chose, with their dates, and has no such group for none', () => {
    const topics = [{ id: 'ferries', name: 'Ferries' }];
    const beside = article({ path: '2019/02/26/beside', headline: 'Beside', topics });
    const about = article({ topics, related: [{ heading: 'Chosen', stories: [{ article: beside }] }] });
    const more = article({ path: '2019/02/27/more', headline: 'More', topics, section: { id: 'home', name: 'Home' } });
    const groupsIn = (...all: Article[]) =>
      articleView({ article: about, edition: edition([about, ...all]) }).related.groups;
    expect(groupsIn(beside, more).map(({ heading }) => heading)).toEqual(['Chosen', 'More on this topic']);
    expect(groupsIn(beside, more)[1]?.stories).toMatchObject([
      { href: '/2019/02/27/more/', headline: 'More', date: { iso: '2019-02-27', text: '27 February 2019' } },
    ]);
    expect(groupsIn(beside)).toHaveLength(1);
  });

  it('is the same when something is edited that no link to it shows', () => {
    const other = article({ path: '2019/03/01/other', headline: 'Other' });
    const viewBeside = (facts: Partial<Article>) => {
      const edited = { ...other, ...facts };
      const about = article({ mentions: [other.path], related: [{ heading: 'More', stories: [{ article: edited }] }] });
      return articleView({ article: about, edition: edition([about, edited]) });
    };
    expect(viewBeside({ standfirst: 'Edited.', picture: { file, alt: 'Quay' } })).toEqual(viewBeside({}));
    expect(viewBeside({ headline: 'Edited' })).not.toEqual(viewBeside({}));
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
  const labels = {
    ...{ skip: '', picture: 'Picture', pictures: 'Pictures' },
    ...{ video: 'Video', play: 'Play', related: 'Related', watchAt: 'Watch at {host}' },
  };

  it('finds pictures and stories, and leaves out those that are not there', () => {
    const photo = { path: file.path, alt: 'Quay' };
    const story = storyView(article({}));
    const { parts } = bodyView({
      body: bodyOf(
        '',
        { kind: 'photo', photo, placement: 'text' },
        { kind: 'photo', photo: { ...photo, path: 'content/gone.jpg' }, placement: 'text' },
        { kind: 'video', poster: photo, href: 'https://www.video.example/1' },
        { kind: 'related', stories: ['2019/03/01/harbour-vote', '2019/03/01/draft'] },
        { kind: 'related', stories: ['2019/03/01/draft'] },
      ),
      view: { pictures: [file], mentioned: { '2019/03/01/harbour-vote': story }, labels },
    });
    expect(parts.map((part) => part?.kind)).toEqual(['photo', undefined, 'video', 'related', undefined]);
    expect(parts[2]).toMatchObject({ link: { watch: 'Watch at video.example' }, label: 'Video' });
    expect(parts[3]).toMatchObject({ heading: 'Related', stories: [{ href: '/2019/03/01/harbour-vote/' }] });
  });

  it("plays a film of the paper's own, and names no other place for it", () => {
    const clip = { ...file, path: 'content/a/quay.mp4', format: 'mp4' };
    const {
      parts: [video],
    } = bodyView({
      body: bodyOf('', { kind: 'video', poster: { path: file.path, alt: 'Quay' }, file: clip.path }),
      view: { pictures: [file, clip], mentioned: {}, labels },
    });
    expect(video).toMatchObject({ film: { file: clip, play: 'Play' } });
    expect(video).not.toHaveProperty('link.href');
  });
});

describe('the front page', () => {
  const file = { path: 'content/a/quay.jpg', width: 1200, height: 800, format: 'jpg', hash: 'abc' };
  const picture = { file, alt: 'Quay', caption: 'The quay.', credit: 'Photo: A' };

  it('has place and day of the newest edition over it', () =>
    expect(frontView(edition([article({ path: '2019/02/28/old' }), article({})])).dateline).toEqual({
      place: 'Singapore, ',
      day: { iso: '2019-03-01', text: 'Friday 1 March 2019' },
    }));

  it('tells the day of a story that is not of the newest', () => {
    const { page } = frontView(edition([article({ path: '2019/02/28/old' }), article({})]));
    expect(page?.lead.day).toBeUndefined();
    expect(page?.rows[0]).toMatchObject([
      { heading: 'From earlier days', all: { href: '/archive/' }, stories: [{ day: { text: '28 February 2019' } }] },
    ]);
  });

  it('does not say the lead’s kicker again over each story', () => {
    const { page } = frontView(
      edition([
        article({ kicker: 'Harbour' }),
        article({ path: '2019/03/01/second', kicker: 'Harbour' }),
        article({ path: '2019/03/01/third', kicker: 'Port' }),
      ]),
    );
    expect(page?.lead.kicker).toBe('Harbour');
    expect(page?.second.map((story) => story.kicker)).toEqual([undefined, 'Port']);
  });

  it('shows the credit of the lead’s picture, and no words under others', () => {
    const { page } = frontView(edition([article({ picture }), article({ path: '2019/03/01/second', picture })]));
    expect(page?.lead.picture).toEqual({ file, alt: 'Quay', credit: 'Photo: A' });
    expect(page?.second[0]?.picture).toEqual({ file, alt: 'Quay' });
  });

  it.each([
    ['an upright picture', 600, 'upright'],
    ['a square one', 800, 'upright'],
    ['a wide one', 1200, 'front'],
  ])('stands %s of the lead in its place', (_, width, place) => {
    const shown = { ...picture, file: { ...file, width } };
    expect(frontView(edition([article({ picture: shown })])).page?.leadPlace).toBe(place);
  });

  it('names stories of one kind once, over all of them', () => {
    const apart = (...kinds: ('analysis' | 'opinion')[]) => {
      const stories = kinds.map((kind, index) => article({ path: `2019/03/01/c${index}`, kind, standfirst: 'Why.' }));
      return frontView(edition([article({ standfirst: 'What.' }), ...stories])).page?.apart.map(
        ({ heading, stories: shown }) => [heading, ...shown.map(({ kind }) => kind)],
      );
    };
    expect(apart('opinion')).toEqual([['Opinion', undefined]]);
    expect(apart('analysis', 'opinion')).toEqual([['Analysis and opinion', 'Analysis', 'Opinion']]);
  });

  it('has comment and briefs apart, each under a name of its own', () => {
    const { page } = frontView(
      edition([
        article({ standfirst: 'What.' }),
        article({ path: '2019/03/01/b', kind: 'briefs', standfirst: 'What.' }),
        article({ path: '2019/03/01/a', kind: 'analysis', standfirst: 'Why.' }),
      ]),
    );
    expect(page?.apart.map(({ id, heading }) => [id, heading])).toEqual([
      ['analysis', 'Analysis'],
      ['briefs', 'In brief'],
    ]);
    expect(frontView(edition([article({ standfirst: 'What.' })])).page?.apart).toEqual([]);
  });

  it('leads from a section to its page, and to the day’s page when there is more', () => {
    const stories = Array.from({ length: 60 }, (_, index) =>
      article({ path: `2019/03/01/s${index}`, standfirst: 'What.' }),
    );
    const { page } = frontView(edition(stories));
    expect(page?.rows[0]?.[0]?.all).toEqual({ label: 'All of World', href: '/sections/world/' });
    expect(page?.more).toEqual({ label: 'All of Friday 1 March 2019', href: '/2019/03/01/' });
    expect(frontView(edition(stories.slice(0, 3))).page?.more).toBeUndefined();
  });

  it('says so when nothing is published', () => {
    const view = frontView(edition([]));
    expect(view.page).toBeUndefined();
    expect(view.dateline.day).toBeUndefined();
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

describe('The line that credits a picture', () => {
  it('does not part the name of a licence', () =>
    expect(creditLine({ credit: 'Photo: A B', licence: 'CC BY-SA 4.0' })).toBe('Photo: A B. CC\u00A0BY-SA\u00A04.0'));

  it('parts the words of others', () =>
    expect(creditLine({ credit: 'Photo: A', licence: 'Used by courtesy of the harbour' })).toBe(
      'Photo: A. Used by courtesy of the harbour',
    ));
});
