import { describe, expect, it } from 'vitest';
import type { BodyPart } from '../../../src/body/body.ts';
import { htmlOf } from '../../../src/body/html.ts';
import { bodyView } from '../../../src/views/body.ts';
import { articleLabels } from '../../../src/views/pages/article.ts';
import { numberedLinks } from '../../../src/views/paper/links.ts';
import { versionOf } from '../../../src/views/paper/on-paper.ts';
import { article } from '../articles.ts';
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
