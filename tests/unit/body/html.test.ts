import { describe, expect, it } from 'vitest';
import type { BodyPart } from '../../../src/body/body.ts';
import { htmlOf, piecesOf } from '../../../src/body/html.ts';
import { bodyOf, nodesOf } from '../nodes.ts';

const part: BodyPart = { kind: 'related', stories: [] };
const place = (number: number) => `<bs-part n="${number}"></bs-part>`;

describe('The HTML of a body', () => {
  it('says what its nodes say', () => {
    const html = '<p id="a">A &#x26; B &#x3C;b> <code class="x y">c</code><br>\n<input type="checkbox" checked></p>';
    expect(htmlOf(nodesOf(html))).toBe(html);
  });
  it('is one piece where it has no parts', () =>
    expect(piecesOf(bodyOf('<p>a</p>\n<p>b</p>'))).toEqual(['<p>a</p>\n<p>b</p>']));
  it('is nothing where it has nothing', () => expect(piecesOf(bodyOf(''))).toEqual([]));
  it('is broken off where a part stands', () =>
    expect(piecesOf(bodyOf(`${place(0)}<p>a</p>${place(1)}`, part, part))).toEqual([part, '<p>a</p>', part]));
  it('is broken off within elements', () =>
    expect(piecesOf(bodyOf(`<p>a</p><ul class="x"><li>b${place(0)}<br>c</li></ul><p>d</p>`, part))).toEqual([
      '<p>a</p><ul class="x"><li>b',
      part,
      '<br>c</li></ul><p>d</p>',
    ]));
  it('goes on where a part is not shown', () =>
    expect(piecesOf({ text: nodesOf(`<p>a</p>${place(0)}<p>b</p>`), parts: [undefined] })).toEqual([
      '<p>a</p><p>b</p>',
    ]));
});
