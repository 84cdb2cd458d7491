import { afterEach, describe, expect, test } from 'vitest';
import { bodyOf } from '../../../src/importing/body.ts';
import { htmlTree } from '../../../src/importing/html.ts';
import { printedBody } from '../../../src/importing/print-body.ts';
import { articleIn, emptyPaper, imported, remove, unaccounted } from './support.ts';

/** A text as an editor would have typed it. */
function typed(html: string): string {
  const root = bodyOf({ body: htmlTree(html), leftovers: [] });
  return printedBody(root, {
    file: 'content/articles/2019/03/01/a/index.md',
    language: 'en',
    origin: 'https://a.example',
    leftovers: [],
  }).trim();
}

describe('HTML in which things stand where they may not', () => {
  test.each([
    [
      'blocks in a heading are its words',
      '<h2><div>Gates</div><div>shut</div></h2><p>Text.</p>',
      '## Gates shut\n\nText.',
    ],
    [
      'a heading that nothing closes ends where its text begins',
      `<h2>Gates<p>${'Word '.repeat(80)}</p>`,
      `## Gates\n\n${'Word '.repeat(80).trim()}`,
    ],
    [
      'blocks in a cell are its words',
      '<table><tr><th>A<tr><td><p>b</p><ul><li>c</ul></table>',
      '| A |\n| - |\n| b c |',
    ],
    [
      'a table in a table is words of its cell',
      '<table><tr><th>A<tr><td><table><tr><td>b<td>c</table></table>',
      '| A |\n| - |\n| b c |',
    ],
    [
      'an empty line of two breaks parts paragraphs, and one break does not',
      '<p>Gates<br>shut<br/>\n<br>Boats wait<br><br></p><div>Crowds<br><br><b>Queues</b> grow</div>',
      'Gates\\\nshut\n\nBoats wait\n\nCrowds\n\n**Queues** grow',
    ],
    ['items without a list have one', '<div><li>a</li> <li>b</li></div>', '- a\n- b'],
    ['words in a list are an item', '<ul>a <b>b</b> c<li>d</li></ul>', '- a **b** c\n- d'],
    ['words in a list of terms are escaped as any', '<dl>:leaf[a] b</dl>', '- \\:leaf\\[a] b'],
    ['cells without a table are blocks', '<td>a</td><td>b</td>', 'a\n\nb'],
    ['a summary of nothing is a paragraph', '<p>a</p><summary>b</summary>', 'a\n\nb'],
    ['marks in an item stay in its line', '<ul><li>H<sub>2</sub>O</li></ul>', '- H<sub>2</sub>O'],
    ['a mark within the same mark is one', '<s><s>a</s> b</s>', '~~a b~~'],
    ['a mark around nothing is none', '<p>a<kbd><code></code></kbd> <sup></sup>b</p>', 'a b'],
    [
      'a link around a table is around the words of its cells',
      '<a href="https://x.example/"><table><tr><th>A</table></a>',
      '| [A](https://x.example/) |\n| - |',
    ],
    [
      'a link around a list is around the words of its items',
      '<a href="https://x.example/"><ul><li>a<li><p>b<p>c</ul></a>',
      '- [a](https://x.example/)\n\n- [b](https://x.example/)\n\n  [c](https://x.example/)',
    ],
    [
      'a link around code stands below it',
      '<a href="https://x.example/"><pre>a</pre></a>',
      '```\na\n```\n\n<https://x.example/>',
    ],
    [
      'a link that is all of a block of code stands below it',
      '<pre><a href="https://x.example/">a</a></pre>',
      '```\na\n```\n\n<https://x.example/>',
    ],
    [
      'a link around code and words is around the words',
      '<a href="https://x.example/"><pre>a</pre><p>b</p></a>',
      '```\na\n```\n\n[b](https://x.example/)',
    ],
    [
      'a link around what can be folded up is around what is in it',
      '<a href="https://x.example/"><details><summary>a</summary>b</details></a>',
      ':::fact-box[a]\n[b](https://x.example/)\n:::',
    ],
    [
      'code with blocks in it is apart from the words behind it',
      '<h2><pre>a <address></address></pre> <b>b</b></h2><p>Text.</p>',
      '## `a` **b**\n\nText.',
    ],
    ['the end of a line in a link parts words', '<p>a<a href="/x"><br></a>b</p>', 'a b'],
    ['an address ends where a mark begins', '<p>https://x.example/a<b>b</b></p>', '<https://x.example/a>**b**'],
    ['a picture in a mark parts words', '<p><b>a<img src="/x.png" alt="y">b</b></p>', '**a b**\n\ny'],
    ['a button parts words', '<p>a<button>x</button>b</p>', 'a b'],
    [
      'an address that is a link is one',
      '<p>a <a href="https://x.example/a">https://x.example/a</a>, b</p>',
      'a <https://x.example/a>, b',
    ],
    ['code has the words that browsers hide', '<p><code>a <rp>b</rp></code></p>', '`a b`'],
    ['what only scripts show is not there', '<p>a</p><template><p>b</p></template>', 'a'],
    ['what is shown without them is', '<x-y><template shadowrootmode="open"><p>b</p></template></x-y>', 'b'],
    ['a heading of invisible characters is none', '<h2>\u200b \u00ad</h2><p>a</p>', 'a'],
  ])('%s', (_, html, markdown) => expect(typed(html)).toBe(markdown));
});

test.each([
  ['around nothing', '<a href="https://x.example/y"></a>'],
  ['in code', '<pre>a <a href="https://x.example/y">b</a></pre>'],
  ['in a title', '<details><summary><a href="https://x.example/y">a</a></summary>b</details>'],
  ['of what is hidden', '<p hidden><a href="https://x.example/y">a</a></p>'],
  ['of a map', '<map><area href="https://x.example/y"></map>'],
  ['of a program', '<object data="https://x.example/y"></object>'],
])('the address of a link %s is told', async (_, html) => {
  const root = emptyPaper({ 'in/a.md': `---\ntitle: Gates shut\ndate: 2019-03-01\n---\n\nWords.\n\n${html}\n` });
  const [report] = await imported(root, ['in/a.md']);
  expect(report?.leftovers).toContainEqual({ kind: 'address that no words lead to', text: 'https://x.example/y' });
  remove(root);
});

test('a link that stays, a place in the text and a picture that leads to itself are not told', async () => {
  const html =
    '[a](https://x.example/y) <a href="#b">b</a> <a href="/c?d=(e)">c</a>\n\n<a href="q.png"><img src="q.png" alt="Q"></a>';
  const root = emptyPaper({ 'in/a.md': `---\ntitle: Gates shut\ndate: 2019-03-01\n---\n\n${html}\n` });
  const [report] = await imported(root, ['in/a.md']);
  expect(report?.leftovers.map(({ kind }) => kind)).not.toContain('address that no words lead to');
  remove(root);
});

describe('a page', () => {
  const long =
    'The council of Asha voted on Monday to close the fish market after 140 years, ending a dispute that had divided the town since the flood of last spring, when the quay was under water for nine days.';
  const roots: string[] = [];
  afterEach(() => roots.splice(0).forEach(remove));

  async function page(head: string, body: string) {
    const root = emptyPaper({ 'in/a.html': `<html lang="en"><head>${head}</head><body>${body}</body></html>` });
    roots.push(root);
    const [report] = await imported(root, ['in/a.html']);
    expect(unaccounted(report!)).toEqual([]);
    return { text: articleIn(root), kinds: report!.leftovers.map(({ kind }) => kind) };
  }

  test('whose description is the beginning of its text has no standfirst', async () => {
    const { text, kinds } = await page(
      `<meta name="description" content="${long.slice(0, 70)}…">`,
      `<article><h1>Gates shut</h1><p>${long}</p><p>${long}</p></article>`,
    );
    expect(text).not.toContain('standfirst:');
    expect(kinds).toContain('description that the text begins with');
  });

  test('keeps a time and a name that stand in a sentence', async () => {
    const { text } = await page(
      '',
      `<article><h1>Gates shut</h1><p>It met on <time>5 March 2019</time>, in a hall <span>by Otto Pierhead</span>.</p><p>${long}</p></article>`,
    );
    expect(text).toContain('It met on 5 March 2019, in a hall by Otto Pierhead.');
  });

  test('has a headline of two lines as two words', async () => {
    const { text } = await page('', `<article><h1>Gates<br>shut</h1><p>${long}</p><p>${long}</p></article>`);
    expect(text).toContain('headline: Gates shut');
  });

  test('has the name beside a picture as its byline, and the picture', async () => {
    const { text } = await page(
      '',
      `<article><h1>Gates shut</h1><p>${long}</p><p><img src="https://x.example/a.jpg" alt="A face"> By Wren Quayside</p><p>${long}</p><p>${long}</p></article>`,
    );
    expect(text).toContain('who: wren-quayside');
    expect(text).toContain('[A face](https://x.example/a.jpg)');
    expect(text).not.toContain('By Wren');
  });

  test('says its title twice where the text has the same words', async () => {
    const { text } = await page('<title>Nine days</title>', `<div><p>${long}</p><p>${long}</p></div>`);
    expect(text).toContain('headline: Nine days');
  });
});
