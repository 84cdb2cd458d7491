import { describe, expect, test } from 'vitest';
import { forBooks } from '../../../src/body/for-books.ts';
import { htmlOf } from '../../../src/body/html.ts';
import { nodesOf } from '../nodes.ts';

const shown = (html: string) => htmlOf(forBooks(nodesOf(html)));

describe('A book', () => {
  test.each([
    [
      'unfolds what is folded',
      '<details><summary>More</summary><p>a</p></details>',
      '<div class="fact-box"><div class="box-title">More</div><p>a</p></div>',
    ],
    [
      'tells which tasks are done',
      '<li><label><input type="checkbox" checked disabled> a</label></li><li><label><input type="checkbox" disabled> b</label></li>',
      '<li><span>☑ a</span></li><li><span>☐ b</span></li>',
    ],
    ['leaves to browsers what they alone do', '<p translate="no" data-words="a" id="p-1">a</p>', '<p id="p-1">a</p>'],
    [
      'keeps the language of words',
      '<p><span lang="ar" dir="rtl">ب</span></p>',
      '<p><span lang="ar" dir="rtl">ب</span></p>',
    ],
    ['keeps the place of a part', '<div><bs-part n="0"></bs-part></div>', '<div><bs-part n="0"></bs-part></div>'],
  ])('%s.', (_, filed, html) => {
    expect(shown(filed)).toBe(html);
  });

  test('names notes as its readers know them.', () => {
    const html = shown(
      '<a href="#fn-1" data-footnote-ref>1</a><section data-footnotes><a href="#fnref-1" data-footnote-backref>↩</a></section>',
    );
    expect(html.replaceAll('epubType', 'epub:type')).toBe(
      '<a href="#fn-1" role="doc-noteref" epub:type="noteref">1</a><section role="doc-endnotes" epub:type="endnotes">' +
        '<a href="#fnref-1" role="doc-backlink">↩</a></section>',
    );
  });
});
