import type { Element, ElementContent } from 'hast';
import { describe, expect, it, test } from 'vitest';
import { htmlOf } from '../../../src/body/html.ts';
import { faultsInBlocks, type OwnBlock, type OwnBlocks } from '../../../src/body/own-blocks.ts';
import { elementOf, textNode } from '../../../src/body/tree.ts';
import { renderBody } from '../../../src/markdown/pipeline.ts';

const bodyOf = (text: string, blocks: OwnBlocks) =>
  renderBody({
    file: 'content/articles/2019/03/01/soup/index.md',
    text,
    language: 'en-GB',
    origin: 'https://paper.example',
    kept: { passages: {}, retired: {} },
    blocks,
  });

/** The HTML of a block as a function makes it, without the ids of passages. */
const made = (text: string, blocks: OwnBlocks) => {
  const { text: nodes, problems } = bodyOf(text, blocks);
  return [htmlOf(nodes).replace(/ id="[^"]*"/g, ''), ...problems.map(({ found }) => found)];
};

const recipe = ({ attributes, label, children, rank }: OwnBlock) =>
  elementOf('div', { className: ['recipe'] }, [
    elementOf(`h${rank}`, {}, label),
    elementOf('p', {}, [textNode(`For ${attributes.for ?? 'all'}`)]),
    ...children,
  ]);

/** Makes a box of what stands in a block. */
const box = ({ children }: OwnBlock) => elementOf('div', {}, children);

describe('A block of the paper’s own', () => {
  it('is made of its attributes, its label and its content', () =>
    expect(made(':::recipe[The *soup*]{for=four}\nIt\'s "hot".\n:::', { recipe })).toEqual([
      '<div class="recipe"><h2>The <em>soup</em></h2><p>For four</p><p>It’s “hot”.</p></div>',
    ]));

  it.each([
    ['in a block of every paper', '::::fact-box[Box]\n:::recipe[Soup]\nHot.\n:::\n::::', '<h3>Soup</h3>'],
    [
      'around such a block',
      '::::box\n:::fact-box[Box]\nText.\n:::\n::::',
      'aria-label="Box"><h3 class="box-title">Box',
    ],
    ['within another', '::::box\n:::recipe[Soup]\nHot.\n:::\n::::', '<div><div class="recipe"><h3>Soup</h3>'],
    ['in a list', '- One\n\n  :::recipe[Soup]\n  Hot.\n  :::', '<div class="recipe"><h2>Soup</h2>'],
    ['beside raw HTML', ':::recipe[Soup]\nH<sub>2</sub>O\n:::', '<p>H<sub>2</sub>O</p>'],
    ['around a table', ':::box\n| a | b |\n| - | - |\n| 1 | 2 |\n:::', '<div class="table-scroll" role="group"'],
    ['without content', ':::recipe[Soup]\n:::', '<h2>Soup</h2><p>For all</p></div>'],
  ])('may stand %s', (_, text, html) => {
    const [all, ...problems] = made(text, { recipe, box });
    expect([problems, all]).toEqual([[], expect.stringContaining(html)]);
  });

  it('keeps pictures that stand in it', () => {
    const { parts, pictures, problems } = bodyOf(':::box\n![Soup](./soup.jpg)\n:::', { box });
    expect([parts.length, pictures.length, problems]).toEqual([1, 1, []]);
  });

  it('has a passage’s id', () => {
    const { passages } = bodyOf(':::recipe[Soup]\nHot.\n:::', { recipe });
    expect(Object.values(passages?.passages ?? {})).toEqual(['soupfor allhot']);
  });

  it('has a link that it makes looked at, on its line', () => {
    const link = () => elementOf('p', {}, [elementOf('a', { href: 'javascript:void 0' }, [textNode('Link')])]);
    expect(bodyOf('Words.\n\n:::more\n:::', { more: link }).problems).toMatchObject([{ code: 'B-107', line: 3 }]);
  });

  it('is told with what its function says where that fails', () => {
    const stars = ({ attributes }: OwnBlock): Element => {
      throw new Error(`a rating has from 1 to 5 stars, and not ${attributes.stars}.`);
    };
    expect(bodyOf('Words.\n\n:::rating{stars=9}\n:::', { rating: stars }).problems).toEqual([
      {
        code: 'B-222',
        file: 'content/articles/2019/03/01/soup/index.md',
        line: 3,
        column: 1,
        found: 'The block ":::rating" cannot be made: a rating has from 1 to 5 stars, and not 9.',
        remedy: 'Mend what is written in it, or the function that makes it.',
      },
    ]);
  });

  it('is not told where something else in it is wrong', () => {
    const broken = () => {
      throw new Error('it has no picture.');
    };
    const { problems } = bodyOf(':::broken\n<marquee>Words</marquee>\n:::', { broken });
    expect(problems.map(({ code }) => code)).toEqual(['B-301']);
  });

  it.each<[string, unknown]>([
    ['the element <script> is not allowed in a body.', elementOf('script', {}, [textNode('1')])],
    ['the element <style> is not allowed in a body.', elementOf('div', {}, [elementOf('style', {}, [])])],
    ['the element <img> is not allowed in a body.', elementOf('img', { src: 'x.png' }, [])],
    ['the element <bs-own> is not allowed in a body.', elementOf('bs-own', { n: 0 }, [])],
    ['the attribute "style" is not allowed on <p>', elementOf('p', { style: 'color: red' }, [])],
    ['the attribute "onClick" is not allowed on <p>', [elementOf('p', { onClick: 'x()' }, [])]],
    ['the attribute "onclick" is not allowed on <p>', elementOf('div', {}, [elementOf('p', { onclick: 'x()' }, [])])],
    ['its function gives text that stands in no element.', [textNode('Words')]],
    ['its function gives something that is no element.', { type: 'raw', value: '<script></script>' }],
    ['its function gives something that is no element.', '<b>Words</b>'],
    ['its function gives something that is no element.', undefined],
    ['its function gives something that is no element.', Promise.resolve(elementOf('p', {}, []))],
  ])('is refused: %s', (found, elements) => {
    const { text, problems } = bodyOf(':::odd\n:::', { odd: () => elements as ElementContent[] });
    expect([problems.map(({ code }) => code), problems[0]?.found, htmlOf(text)]).toEqual([
      ['B-222'],
      expect.stringContaining(`The block ":::odd" cannot be made: ${found}`),
      '',
    ]);
  });

  it('has three colons', () =>
    expect(bodyOf('::recipe[Soup]', { recipe }).problems.map(({ code }) => code)).toEqual(['B-205']));

  it('is named among those that there are', () =>
    expect(bodyOf(':::recipes\nHot.\n:::', { recipe }).problems[0]?.remedy).toBe(
      'The blocks are figure, gallery, video, related, pull-quote, fact-box, timeline, table, recipe.',
    ));
});

test('Blocks of a paper’s own are told that cannot be', () =>
  expect(
    faultsInBlocks({ figure: box, Recipe: box, 'a b': box, recipe: {}, good: box } as unknown as OwnBlocks),
  ).toEqual([
    { found: 'The name "figure" of a block is taken.', remedy: 'Give yours another: every paper has one.' },
    { found: 'A block cannot have the name "Recipe".', remedy: 'Write lower-case letters, digits and hyphens.' },
    { found: 'A block cannot have the name "a b".', remedy: 'Write lower-case letters, digits and hyphens.' },
    { found: 'The block "recipe" is no function.', remedy: 'Write one that makes elements.' },
  ]));
