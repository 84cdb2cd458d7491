import { describe, expect, it } from 'vitest';
import { numberedLinks } from '../../../src/views/paper/links.ts';
import { versionOf } from '../../../src/views/paper/on-paper.ts';
import { article } from '../articles.ts';

const origin = 'https://paper.example';
const linked = (html: string) => numberedLinks({ parts: [{ kind: 'html', html }], origin });

describe('The links of a printed article', () => {
  it('have one number for an address, and are listed in the order of their first mention', () => {
    const { parts, links } = linked(
      '<p><a href="https://b.example/">B</a> <a href="/2019/03/01/a/">A</a> <a rel="external" href="https://b.example/">B</a></p>',
    );
    expect(links).toEqual(['https://b.example/', 'https://paper.example/2019/03/01/a/']);
    expect(parts).toEqual([
      {
        kind: 'html',
        html: '<p><a href="https://b.example/" data-n="1">B</a> <a href="/2019/03/01/a/" data-n="2">A</a> <a rel="external" href="https://b.example/" data-n="1">B</a></p>',
      },
    ]);
  });

  it('are written as one would write them down', () => {
    expect(linked('<a href="mailto:a@b.example">M</a><a href="tel:+491">T</a>').links).toEqual(['a@b.example', '+491']);
    expect(linked('<a title="a > b" href="https://c.example/?a=1&#x26;b=2">C</a>').links).toEqual([
      'https://c.example/?a=1&b=2',
    ]);
  });

  it('leave out those that stay on the page', () => {
    expect(linked('<a href="#part-one">One</a>')).toEqual({
      lead: undefined,
      parts: [{ kind: 'html', html: '<a href="#part-one">One</a>' }],
      links: [],
    });
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
