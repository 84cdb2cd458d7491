import { describe, expect, inject, test } from 'vitest';
import { attribute, elementsOf, pagesOf, parsed, textOf } from '../support/dist.ts';

const edition = pagesOf(inject('edition'));
const fixture = pagesOf(inject('fixture'));
const treeOf = (at: string) => parsed(fixture.find((page) => page.at === at)?.html ?? '');
const visiting = treeOf('/visiting/');
const about = treeOf('/about/');

describe('a static page', () => {
  test('stands at the root of the site under its name', () => {
    expect(edition.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['/about/', '/corrections-policy/', '/contact/']),
    );
    expect(fixture.map(({ at }) => at)).toEqual(expect.arrayContaining(['/about/', '/visiting/']));
  });

  test('has its title as its only heading of the first rank', () =>
    expect(elementsOf(about, 'h1').map(textOf)).toEqual(['About “The Fixture”']));

  test('shows pictures with caption and credit', () => {
    const [figure] = elementsOf(visiting, 'figcaption').map((caption) => textOf(caption).replace(/\s+/g, ' ').trim());
    expect(figure).toBe('The printing house at high water Drawing: The Fixture');
  });

  test('shows tables and boxes', () => {
    expect(elementsOf(visiting, 'caption').map(textOf)).toEqual(['Hours by the tide']);
    const box = elementsOf(visiting, (element) => attribute(element, 'className') === 'fact-box');
    expect(box.map(textOf)).toEqual([expect.stringContaining('Bring boots.')]);
    expect(
      elementsOf(visiting, 'aside')
        .flatMap((aside) => elementsOf(aside, ({ tagName }) => tagName === 'h3'))
        .map(textOf),
    ).toEqual(['Read on the way']);
  });

  test('names stories in a block, but none that was withdrawn', () => {
    const [block] = elementsOf(visiting, (element) => attribute(element, 'className') === 'related-block');
    expect(elementsOf(block ?? visiting, 'a').map((link) => attribute(link, 'href'))).toEqual([
      '/2025/05/06/the-harbour-handbook/',
    ]);
  });

  test('has words where a story is to be linked that is not out yet', () => {
    const paragraph = elementsOf(about, 'p').find((each) => textOf(each).startsWith('A story that is still to come'));
    expect(paragraph && textOf(paragraph)).toBe('A story that is still to come has no address yet.');
    expect(paragraph && elementsOf(paragraph, 'a')).toEqual([]);
  });
});

test('The imprint names the static pages in the order of publication.yaml.', () => {
  const imprint = elementsOf(visiting, 'footer')[0];
  const pages = elementsOf(imprint ?? visiting, 'a')
    .map((link) => attribute(link, 'href'))
    .filter((href) => href === '/about/' || href === '/visiting/');
  expect(pages).toEqual(['/visiting/', '/about/']);
});
