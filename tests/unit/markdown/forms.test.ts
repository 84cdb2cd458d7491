import { describe, expect, test } from 'vitest';
import { htmlOf } from '../../../src/body/html.ts';
import { anchorOf, anchorRemedy } from '../../../src/markdown/anchors.ts';
import { renderBody } from '../../../src/markdown/pipeline.ts';
import { markdownOf } from '../../../src/markdown/to-markdown.ts';
import { nodesOf } from '../nodes.ts';

describe('The end of a line', () => {
  test.each([
    ['ja', '日本\n語', '<p>日本語</p>'],
    ['ja', '日本\nrain', '<p>日本\nrain</p>'],
    ['ja', '*日本*\n[語](/about/)', '<p><em>日本</em><a href="/about/">語</a></p>'],
    ['ja', '日本`a`\n語', '<p>日本<code>a</code>\n語</p>'],
    ['ja', '`a`\n語', '<p><code>a</code>\n語</p>'],
    ['ja', '日本\\\n語', '<p>日本<br>\n語</p>'],
    ['ja', '日本  \n語', '<p>日本<br>\n語</p>'],
    ['ja', '# 日本\n語', '<h1 id="text-日本">日本</h1>\n<p>語</p>'],
    ['ja', '## 日本 語', '<h2 id="text-日本-語">日本 語</h2>'],
    ['ja', '![日本\n語](./a.jpg)と', '<p><img src="./a.jpg" alt="日本語">と</p>'],
    ['ja', '[日本](/about/ "日本\n語")', '<p><a href="/about/" title="日本語">日本</a></p>'],
    ['ja', '- 日本\n  語', '<ul>\n<li>日本語</li>\n</ul>'],
    ['ja', '> 日本\n> 語', '<blockquote>\n<p>日本語</p>\n</blockquote>'],
    ['ja', '<div>日本\n語</div>', '<div>日本語</div>'],
    ['ja', '<div><code>日本\n語</code></div>', '<div><code>日本\n語</code></div>'],
    ['ja', '<pre>日本\n語</pre>', '<pre tabindex="0">日本\n語</pre>'],
    ['ja', '    日本\n    語', '<pre tabindex="0"><code>日本\n語\n</code></pre>'],
    [
      'ja',
      '日本[^1]\n語\n\n[^1]: 日本\n    語',
      '<p>日本<sup><a href="#fn-1" id="fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup>語</p>\n<section data-footnotes class="footnotes"><h2 id="footnote-label">注</h2>\n<ol>\n<li id="fn-1">\n<p>日本語 <a href="#fnref-1" data-footnote-backref="" aria-label="注1から本文へ戻る" class="data-footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>',
    ],
    ['ko', '한국의\n수도', '<p>한국의\n수도</p>'],
    ['en-GB', 'a\nb', '<p>a\nb</p>'],
    ['en-GB', ':lang[日本\n語]{tag=ja} in Tokyo\nand on', '<p><span lang="ja">日本語</span> in Tokyo\nand on</p>'],
    ['en-GB', ':lang[mot\nmot]{tag=fr}', '<p><span lang="fr">mot\nmot</span></p>'],
    ['th', 'ไทย\nไทย', '<p>ไทยไทย</p>'],
    ['zh', '中文\n“中文”\n中文', '<p>中文“中文”中文</p>'],
    ['ja', '<p>日本\n語</p>\n\n日本\n語', '<p>日本語</p>\n<p>日本語</p>'],
    ['ja', '日本<br>\n語', '<p>日本<br>語</p>'],
    ['ja', '日本 \n 語', '<p>日本語</p>'],
  ])('is a space where the script has one, in %s: %j', (language, text, html) => {
    const file = 'content/articles/2019/03/01/harbour-vote/index.md';
    const { text: nodes } = renderBody({ file, text, language, origin: 'https://broadsheet.example' });
    expect(htmlOf(nodes)).toBe(html);
  });
});

const ids = new Set(['text-noon', 'text-the-harbour', 'text-café', 'fn-1', 'text-text-a', 'p-1']);

describe('A link within a text', () => {
  test.each([
    ['noon', 'text-noon'],
    ['text-noon', 'text-noon'],
    ['Noon', 'text-noon'],
    ['NOON!', 'text-noon'],
    ['user-content-noon', 'text-noon'],
    ['my-user-content-noon', undefined],
    ['the-harbour', 'text-the-harbour'],
    ['the_harbour', 'text-the-harbour'],
    ['the harbour', 'text-the-harbour'],
    ['the%20harbour', 'text-the-harbour'],
    ['caf%C3%A9', 'text-caf%C3%A9'],
    ['café', 'text-caf%C3%A9'],
    ['cafe', undefined],
    ['fn-1', 'fn-1'],
    ['text-fn-1', undefined],
    ['p-1', 'p-1'],
    ['P-1', undefined],
    ['', undefined],
    ['-', undefined],
    ['%', undefined],
    ['%E0%A4%A', undefined],
    ['text-a', 'text-text-a'],
    ['a', undefined],
    ['nowhere', undefined],
    ['text-text-noon', undefined],
  ])('to #%s is meant for #%s', (anchor, meant) => expect(anchorOf(anchor, ids)).toBe(meant));

  test.each<[string, string[], string]>([
    ['non', [...ids], 'Did you mean #noon?'],
    ['text-nooon', [...ids], 'Did you mean #noon?'],
    ['zzz', [...ids], 'The headings are #noon, #the-harbour, #café, #text-a.'],
    ['x', [], 'Write an address instead: the text has no headings.'],
    ['x', ['p-1'], 'Write an address instead: the text has no headings.'],
    [
      'x',
      [
        'text-h0y',
        'text-h1y',
        'text-h2y',
        'text-h3y',
        'text-h4y',
        'text-h5y',
        'text-h6y',
        'text-h7y',
        'text-h8y',
        'text-h9y',
        'text-h10y',
        'text-h11y',
      ],
      'The headings are #h0y, #h1y, #h2y, #h3y, #h4y, #h5y, #h6y, #h7y, #h8y, #h9y, #h10y, #h11y.',
    ],
    [
      'x',
      [
        'text-h0y',
        'text-h1y',
        'text-h2y',
        'text-h3y',
        'text-h4y',
        'text-h5y',
        'text-h6y',
        'text-h7y',
        'text-h8y',
        'text-h9y',
        'text-h10y',
        'text-h11y',
        'text-h12y',
      ],
      'The headings are #h0y, #h1y, #h2y, #h3y, #h4y, #h5y, #h6y, #h7y, #h8y, #h9y, #h10y, #h11y …',
    ],
    ['the%2Dharbou', [...ids], 'Did you mean #the-harbour?'],
  ])('to #%s, which is none, is told what there is: %j', (anchor, there, remedy) =>
    expect(anchorRemedy(anchor, new Set(there))).toBe(remedy),
  );
});

describe('A text as Markdown', () => {
  test.each([
    [
      '<p>a<sup><a href="#fn-1" id="fnref-1">1</a></sup> b</p><section><ol><li id="fn-1"><p>Note.</p></li></ol></section>',
      'a[^1] b\n\n[^1]: Note.\n',
    ],
    ['<p>x<sup>2</sup></p>', 'x2\n'],
    ['<p>x<sup><a href="/about/">2</a></sup></p>', 'x[2](/about/)\n'],
    ['<p><em>a</em><em>b</em><strong>c</strong><strong>d</strong></p>', '*ab*__cd__\n'],
    ['<p><code>a</code><code>b</code></p>', '`ab`\n'],
    ['<p><em>a</em> <em>b</em></p>', '*a* *b*\n'],
    ['<p><del>a</del><del>b</del></p>', '~~ab~~\n'],
    ['<p><em><code>a</code><code>b</code></em></p>', '*`ab`*\n'],
    [
      '<table><caption>A <em>b</em></caption><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c | d</td><td>e</td></tr></tbody></table><p>After</p>',
      '**A _b_**\n\n| a | b |\n| - | - |\n| c \\| d | e |\n\nAfter\n',
    ],
    ['<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>', '| a |\n| - |\n| b |\n'],
    ['<ul><li>a</li><li>b</li></ul><hr>', '- a\n- b\n\n---\n'],
    ['<section><ol><li id="x">Note.</li></ol></section>', ''],
    [
      '<p>a<sup><a href="https://a.example/#fn-%C3%A9">1</a></sup></p><section><ol><li id="fn-%C3%A9"><p>N</p><p>M</p></li></ol></section>',
      'a[^é]\n\n[^é]: N\n\n    M\n',
    ],
    ['<ol start="3"><li>a</li></ol>', '3. a\n'],
    [
      '<figure><img src="/a.jpg" alt="Quay"><figcaption> Ferries <em>at</em> it. <small>Ada Holm</small></figcaption></figure>',
      '![Quay](/a.jpg)\\\nFerries *at* it.\\\n*Ada Holm*\n',
    ],
    [
      '<figure><img src="/a.jpg" alt="Quay"><figcaption>Ferries.</figcaption><p>More.</p></figure>',
      '![Quay](/a.jpg)\\\nFerries.\n\nMore.\n',
    ],
    [
      '<figure><img src="/a.jpg" alt="Quay"><figcaption><small>Ada Holm</small></figcaption></figure>',
      '![Quay](/a.jpg)\\\n*Ada Holm*\n',
    ],
    ['<figure><img src="/a.jpg" alt="Quay"></figure>', '![Quay](/a.jpg)\n'],
    ['<figure><p>a</p><figcaption>b</figcaption></figure>', 'a\n\nb\n'],
    [
      '<div><table><caption>A</caption><tr><th>a</th></tr></table><table><caption>B</caption><tr><th>b</th></tr></table></div>',
      '**A**\n\n| a |\n| - |\n\n**B**\n\n| b |\n| - |\n',
    ],
    ['<h2>A</h2><blockquote><p>b</p></blockquote>', '## A\n\n> b\n'],
    ['<p><a href="/x">a</a><a href="/y">b</a></p>', '[a](/x)[b](/y)\n'],
  ])('has what Markdown can say, and words for the rest: %j', (html, markdown) =>
    expect(markdownOf(nodesOf(html))).toBe(markdown),
  );
});
