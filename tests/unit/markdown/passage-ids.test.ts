import { describe, expect, it } from 'vitest';
import { htmlOf } from '../../../src/body/html.ts';
import { renderBody } from '../../../src/markdown/pipeline.ts';
import type { KeptPassages } from '../../../src/newsroom/passages.ts';

const bodyOf = (text: string, kept: KeptPassages | undefined = { passages: {}, retired: {} }) =>
  renderBody({
    file: 'content/articles/2019/03/01/harbour-vote/index.md',
    text,
    language: 'en-GB',
    origin: 'https://broadsheet.example',
    ...(kept ? { kept } : {}),
  });
const openingsOf = (text: string) => Object.values(bodyOf(text).passages?.passages ?? {});

describe('The passages of a text', () => {
  it('are its paragraphs, lists, quotations and tables, and neither its headings nor its notes', () =>
    expect(
      openingsOf('One.\n\n## Two\n\n- a\n- b\n\n---\n\n> Said[^1].\n\n| c |\n| --- |\n| d |\n\n[^1]: Noted.'),
    ).toEqual(['one', 'a b', 'said1', 'c d']));

  it('are its pictures by what is said of them, else by their files', () =>
    expect(
      openingsOf(
        [
          '![Alt words](./a.jpg)',
          '![](./b.jpg "A caption")',
          '![](./quay.jpg)',
          ':::gallery[All]\n![x](./c.jpg)\n![y](./d.jpg "Yes")\n:::',
          ':::video{poster="./e.jpg" alt="z" href="https://a.example/"}\nFilm\n:::',
        ].join('\n\n'),
      ),
    ).toEqual(['alt words', 'a caption', 'quay jpg', 'all x yes y', 'film z']));

  it('are not the stories that it names', () =>
    expect(openingsOf('One.\n\n::related[Read on]{stories="2019/03/01/b"}')).toEqual(['one']));

  it('have their ids on them', () => {
    const { text, parts, passages } = bodyOf('One.\n\n![Alt](./a.jpg)');
    const [paragraph, picture] = Object.keys(passages?.passages ?? {});
    expect(htmlOf(text)).toBe(`<p id="${paragraph}">One.</p><bs-part n="0"></bs-part>`);
    expect(parts).toMatchObject([{ anchor: { id: picture, retired: [] } }]);
  });

  it('have none where none are kept', () => {
    const { text } = renderBody({ file: 'a.md', text: 'One.', language: 'en', origin: 'https://broadsheet.example' });
    expect(htmlOf(text)).toBe('<p>One.</p>');
  });
});

describe('The id of a passage that is gone', () => {
  const retired = (...ids: string[]) => ids.map((id) => `<span id="${id}" class="retired"></span>`).join('');

  it.each([
    ['a paragraph', 'One.', 'one', `<p id="p-aaaa">${retired('p-bbbb')}One.</p>`],
    ['a list', '- One\n- two', 'one two', `<ul id="p-aaaa">\n<li>${retired('p-bbbb')}One</li>\n<li>two</li>\n</ul>`],
    ['a quotation', '> One.', 'one', `<blockquote id="p-aaaa">\n<p>${retired('p-bbbb')}One.</p>\n</blockquote>`],
    [
      'a box of its own',
      '<div>\n\nOne.\n\n</div>',
      'one',
      `<div id="p-aaaa">\n<p>${retired('p-bbbb')}One.</p>\n</div>`,
    ],
  ])('stands at the beginning of the nearest, be it %s', (_, text, opening, html) => {
    const kept = { passages: { 'p-aaaa': opening, 'p-bbbb': 'nothing like it' }, retired: {} };
    expect(htmlOf(bodyOf(text, kept).text)).toBe(html);
  });

  it('stands beside others that are gone, on a picture too', () => {
    const kept = {
      passages: { 'p-aaaa': 'one', 'p-bbbb': 'nothing like it', 'p-cccc': 'alt', 'p-dddd': 'nor like this' },
      retired: { 'p-eeee': 'p-dddd' },
    };
    const { text, parts } = bodyOf('One.\n\n![Alt](./a.jpg)', kept);
    expect(htmlOf(text)).toContain(`<p id="p-aaaa">${retired('p-bbbb')}One.</p>`);
    expect(parts).toMatchObject([{ anchor: { id: 'p-cccc', retired: ['p-dddd', 'p-eeee'] } }]);
  });
});
