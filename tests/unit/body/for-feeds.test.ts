import { describe, expect, it, test } from 'vitest';
import { forFeeds, withParts } from '../../../src/body/for-feeds.ts';
import { htmlOf } from '../../../src/body/html.ts';
import { nodesOf } from '../nodes.ts';

const canonical = 'https://paper.example/2019/03/01/vote/';
const shown = (html: string) => htmlOf(forFeeds(nodesOf(html), canonical));

describe('A text for readers elsewhere', () => {
  test.each([
    [
      'has no anchors of passages that are gone',
      '<p id="p-2"><span id="p-1" class="retired"></span><span id="p-0" class="retired"></span>The <em>vote</em>.</p>',
      '<p>The <em>vote</em>.</p>',
    ],
    [
      'keeps a word in another language',
      '<p id="p-1">By <span lang="de">Realpolitik</span>.</p>',
      '<p>By <span lang="de">Realpolitik</span>.</p>',
    ],
    [
      'has whole addresses',
      '<a href="/about/?a=1&#x26;b=2" rel="external">us</a><a href="#text-noon">noon</a><a href="mailto:a@b.example">a</a>',
      `<a href="https://paper.example/about/?a=1&#x26;b=2">us</a><a href="${canonical}#text-noon">noon</a><a href="mailto:a@b.example">a</a>`,
    ],
    [
      'leads to its notes, and from none of them back',
      '<sup><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup><li id="fn-1">Note. <a href="#fnref-1" data-footnote-backref class="x">↩</a></li>',
      `<sup><a href="${canonical}#fn-1" id="fnref-1">1</a></sup><li id="fn-1">Note. </li>`,
    ],
    [
      'has no headings that are titles of boxes',
      '<div class="fact-box" role="group"><h3 class="box-title" id="fact-box-1">In <em>brief</em></h3><h4 id="a">A</h4></div>',
      '<div><p><strong>In <em>brief</em></strong></p><h4>A</h4></div>',
    ],
    [
      'has boxes of tasks as signs',
      '<ul class="x"><li><label><input type="checkbox" checked disabled> done</label></li><li><label><input type="checkbox" disabled> not</label></li></ul>',
      '<ul><li>☑ done</li><li>☐ not</li></ul>',
    ],
    [
      'says how cells are aligned',
      '<table><tbody><tr><td class="align-right" colspan="2">1</td></tr></tbody></table>',
      '<table><tbody><tr><td align="right" colspan="2">1</td></tr></tbody></table>',
    ],
    [
      'counts lists as they are counted',
      '<ol start="1000" reversed class="numbers-4"><li>a</li></ol>',
      '<ol start="1000" reversed><li>a</li></ol>',
    ],
    [
      'knows when',
      '<time datetime="2019-03-01" class="x" title="a > b">today</time>',
      '<time datetime="2019-03-01" title="a > b">today</time>',
    ],
  ])('%s', (_, html, expected) => expect(shown(html)).toBe(expected));
});

describe('Parts in a text for readers elsewhere', () => {
  const placed = (html: string, make: (place: number) => string) =>
    htmlOf(withParts(nodesOf(html), (place) => nodesOf(make(place))));
  const place = (number: number) => `<bs-part n="${number}"></bs-part>`;

  it('stand on lines of their own', () =>
    expect(placed(`<p>a</p>${place(0)}${place(1)}<p>b</p>`, (number) => `<hr id="${number}">`)).toBe(
      '<p>a</p>\n<hr id="0">\n<hr id="1">\n<p>b</p>',
    ));
  it('stand where they are in a box', () =>
    expect(placed(`<div><p>a</p>${place(0)}</div>`, () => '<hr>')).toBe('<div><p>a</p>\n<hr>\n</div>'));
  it('leave nothing where nothing is made of them', () =>
    expect(placed(`<p>a</p>${place(0)}<p>b</p>${place(1)}`, () => '')).toBe('<p>a</p>\n<p>b</p>'));
});
