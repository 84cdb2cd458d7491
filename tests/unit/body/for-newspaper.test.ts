import { describe, expect, it, test } from 'vitest';
import { forNewspaper, opened } from '../../../src/body/for-newspaper.ts';
import { htmlOf } from '../../../src/body/html.ts';
import { nodesOf } from '../nodes.ts';

describe('A text in a newspaper', () => {
  test.each([
    ['has headings two ranks lower', '<h2>A</h2><h3>B</h3><h5>C</h5>', '<h4>A</h4><h5>B</h5><h6>C</h6>'],
    [
      'has titles of boxes that are no headings',
      '<h3 class="box-title" id="fact-box-1">In <em>brief</em></h3>',
      '<p class="box-title" id="k7m2xq-fact-box-1">In <em>brief</em></p>',
    ],
    [
      'has names of its own',
      '<p id="p-1"><a href="#fn-1" id="fnref-1" aria-describedby="footnote-label b">1</a><a href="/a/#b">a</a></p>',
      '<p id="k7m2xq-p-1"><a href="#k7m2xq-fn-1" id="k7m2xq-fnref-1" aria-describedby="k7m2xq-footnote-label k7m2xq-b">1</a><a href="/a/#b">a</a></p>',
    ],
    [
      'has boxes in place of figures',
      '<figure class="pull-quote" aria-label="Quotation"><blockquote>a</blockquote><figcaption>A</figcaption></figure>',
      '<div role="group" class="pull-quote" aria-label="Quotation"><blockquote>a</blockquote><div class="plate-words">A</div></div>',
    ],
    [
      'leaves a box that has a role and a link that has a name as they are',
      '<div role="group" aria-label="Table">a</div><a href="/a/" aria-label="Back">↩</a>',
      '<div role="group" aria-label="Table">a</div><a href="/a/" aria-label="Back">↩</a>',
    ],
  ])('%s', (_, html, expected) => expect(htmlOf(forNewspaper(nodesOf(html), 'k7m2xq'))).toBe(expected));
});

describe('The opening of a text', () => {
  const parted = (html: string) => {
    const { blocks, rest } = opened(nodesOf(html));
    return {
      blocks: blocks.map((block) => htmlOf([block])),
      rest: rest.map(({ node, before }) => [before, htmlOf([node])]),
    };
  };
  const part = '<bs-part n="0"></bs-part>';

  it('is its paragraphs and headings up to what is set apart', () =>
    expect(parted('<p>a</p>\n<h4 id="b">b</h4>\n<ul><li>c</li></ul>\n<p>d</p>')).toEqual({
      blocks: ['<p>a</p>', '<h4 id="b">b</h4>'],
      rest: [
        [2, '<ul><li>c</li></ul>'],
        [2, '<p>d</p>'],
      ],
    }));
  it('goes on after a picture', () =>
    expect(parted(`<p>a</p>${part}<p>b</p>`)).toEqual({ blocks: ['<p>a</p>', '<p>b</p>'], rest: [[1, part]] }));
  it('leaves pictures after its end by themselves', () =>
    expect(parted(`<p>a</p><ul></ul>\n${part}<p>b</p>`)).toEqual({
      blocks: ['<p>a</p>'],
      rest: [
        [1, '<ul></ul>'],
        [1, part],
        [1, '<p>b</p>'],
      ],
    }));
  it('ends at a box, whose pictures stay in it', () =>
    expect(parted(`<p>a</p><div>${part}</div>`)).toEqual({ blocks: ['<p>a</p>'], rest: [[1, `<div>${part}</div>`]] }));
  it('knows what is furniture, unless a colon announces it', () => {
    const box = '<div class="fact-box"><p>a</p></div>';
    const kindsOf = (html: string) => opened(nodesOf(html)).rest.map(({ kind }) => kind);
    expect(kindsOf(`<p>a</p>${box}<h4>b</h4><p>c</p>${part}<div class="pull-quote">d</div><table></table>`)).toEqual([
      'furniture',
      'heading',
      'text',
      'furniture',
      'furniture',
      'text',
    ]);
    expect([`<p>a:</p>${box}`, `<p>a：</p>${part}`, `<p>a</p>${part}`].flatMap(kindsOf)).toEqual([
      'text',
      'text',
      'furniture',
    ]);
  });
  it('may be nothing', () => expect(parted('')).toEqual({ blocks: [], rest: [] }));
});
