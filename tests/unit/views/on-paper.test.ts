import { describe, expect, it } from 'vitest';
import type { BodyPart } from '../../../src/body/body.ts';
import { htmlOf } from '../../../src/body/html.ts';
import { bodyView } from '../../../src/views/body.ts';
import { articleLabels } from '../../../src/views/pages/article.ts';
import { numberedLinks } from '../../../src/views/paper/links.ts';
import { paperView, versionOf } from '../../../src/views/paper/on-paper.ts';
import { article, edition } from '../articles.ts';
import { bodyOf, nodesOf } from '../nodes.ts';

const file = { path: 'content/a/quay.jpg', width: 1200, height: 800, format: 'jpg', hash: 'abc' };
const labels = articleLabels('en-GB');
const origin = 'https://paper.example';
const linked = (html: string, ...parts: BodyPart[]) =>
  numberedLinks({
    body: bodyView({ body: bodyOf(html, ...parts), view: { pictures: [file], mentioned: {}, labels } }),
    origin,
  });

describe('The links of a printed article', () => {
  it('have one number for an address, and are listed in the order of their first mention', () => {
    const { body, links } = linked(
      '<p><a href="https://b.example/">B</a> <a href="/2019/03/01/a/">A</a> <a rel="external" href="https://b.example/">B</a></p>',
    );
    expect(links).toEqual(['https://b.example/', 'https://paper.example/2019/03/01/a/']);
    expect(htmlOf(body.text)).toBe(
      '<p><a href="https://b.example/" data-n="1">B</a> <a href="/2019/03/01/a/" data-n="2">A</a> <a rel="external" href="https://b.example/" data-n="1">B</a></p>',
    );
  });

  it('are counted where a picture stands in the text, be it in a box', () => {
    const { body, links } = linked(
      '<p><a href="/a/">A</a></p><div><bs-part n="0"></bs-part></div><p><a href="/d/">D</a></p>',
      {
        kind: 'photo',
        photo: {
          path: file.path,
          alt: '',
          caption: nodesOf('By <a href="/b/">B</a>'),
          credit: 'C',
          source: 'https://c.example/',
        },
        placement: 'text',
      },
    );
    expect(links).toEqual(['/a/', '/b/', 'https://c.example/', '/d/'].map((each) => new URL(each, origin).href));
    expect(body.parts[0]).toMatchObject({ photo: { sourceNumber: 3 } });
  });

  it('begin with those of the lead’s caption, and its source', () => {
    const view = { pictures: [file], mentioned: {}, labels };
    const lead = {
      file,
      alt: '',
      caption: nodesOf('By <a href="/b/">B</a>'),
      credit: 'C',
      source: 'https://c.example/',
    };
    const { lead: numbered, links } = numberedLinks({
      lead,
      body: bodyView({ body: bodyOf('<p><a href="/a/">A</a></p>'), view }),
      origin,
    });
    expect(links).toEqual(['https://paper.example/b/', 'https://c.example/', 'https://paper.example/a/']);
    expect(numbered?.sourceNumber).toBe(2);
    expect(htmlOf(numbered?.caption ?? [])).toBe('By <a href="/b/" data-n="1">B</a>');
    expect(linked('<p>A</p>').lead).toBeUndefined();
  });

  it('are written as one would write them down', () => {
    expect(linked('<a href="mailto:a@b.example">M</a><a href="tel:+491">T</a>').links).toEqual(['a@b.example', '+491']);
  });

  it('leave out those that stay on the page', () => {
    const { body, links } = linked('<a href="#part-one">One</a>');
    expect([htmlOf(body.text), links]).toEqual(['<a href="#part-one">One</a>', []]);
  });
});

describe('The version of an article', () => {
  const published = '2019-03-01T05:00:00+08:00';

  it('is the first as it was published', () => {
    expect(versionOf(article({ published, corrections: [] }))).toBe(1);
  });

  it('counts each instant of a change once', () => {
    const at = '2019-03-01T02:00:00Z';
    const correction = { at, kind: 'correction' as const, text: 'It was two.' };
    expect(versionOf(article({ published, updated: '2019-03-01T10:00:00+08:00', corrections: [correction] }))).toBe(2);
    expect(
      versionOf(article({ published, corrections: [correction, { ...correction, at: '2019-03-02T00:00:00Z' }] })),
    ).toBe(3);
  });
});

describe('What an article says on paper alone', () => {
  const of = (facts: Parameters<typeof article>[0]) => {
    const story = article(facts);
    return paperView({ article: story, edition: edition([story]) });
  };
  const ada = { role: 'writer' as const, contributor: { id: 'ada', name: 'Ada', kind: 'person' as const, links: [] } };

  it('is its short link, its version, who made it, and what runs over its pages', () =>
    expect(of({ contributors: [ada], agencies: ['dpa'], language: 'de' })).toEqual({
      links: 'Links',
      running: {
        headline: 'Harbour votes for ferries',
        day: '1. März 2019',
        paperDay: '1 March 2019',
        folio: ['Seite ', ' von ', ''],
      },
      colophon: {
        short: { text: 'paper.example/a/k7m2xq', href: 'https://paper.example/a/k7m2xq/' },
        qr: 'QR-Code für paper.example/a/k7m2xq',
        version: 'Fassung 1',
        credits: ['Von Ada', 'Mit Material von dpa'],
      },
    }));

  it.each([
    [90, `${'quay '.repeat(17)}piers`, `${'quay '.repeat(17)}piers`],
    [91, `${'quay '.repeat(17)}pierss`, `${'quay '.repeat(16)}quay …`],
    [94, `${'quay '.repeat(18)}pier`, `${'quay '.repeat(17)}quay …`],
  ])('has a headline of two lines at most over its pages, cut between words: of %i letters', (_, headline, shown) =>
    expect(of({ headline }).running.headline).toBe(shown),
  );

  it('has the short headline there where there is one', () =>
    expect(of({ shortHeadline: 'Ferries it is' }).running.headline).toBe('Ferries it is'));
});
