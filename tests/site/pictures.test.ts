import type { Element, ElementContent } from 'hast';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { attribute, elementsOf, pagesOf, parsed } from '../support/dist.ts';
import { fixtureLead } from '../support/landmarks.ts';

const papers = [inject('edition'), inject('fixture')];
const pictures = papers.flatMap((paper) =>
  pagesOf(paper).flatMap(({ at, html }) =>
    elementsOf(parsed(html), 'picture').map((picture) => ({
      at,
      dist: paper.dist,
      sources: elementsOf(picture, 'source'),
      img: elementsOf(picture, 'img')[0] as Element,
    })),
  ),
);

/** The files of a `srcset` with the widths that it promises. */
function candidatesOf(element: Element): { file: string; width: number }[] {
  return (attribute(element, 'srcSet') ?? '')
    .split(/,\s+/)
    .filter(Boolean)
    .map((candidate) => {
      const [file = '', width = ''] = candidate.split(' ');
      return { file, width: parseInt(width) };
    });
}

const name = ({ at, img }: (typeof pictures)[number]) => `${at} ${attribute(img, 'alt') ?? ''}`;

describe('every picture', () => {
  test('is there in AVIF, WebP and JPEG, in this order', () => {
    const wrong = pictures.filter(
      ({ sources, img }) =>
        sources.map((source) => attribute(source, 'type')).join() !== 'image/avif,image/webp' ||
        candidatesOf(img).some(({ file }) => !/\.jpe?g$/.test(file)),
    );
    expect(pictures.length).toBeGreaterThan(20);
    expect(wrong.map(name)).toEqual([]);
  });

  test('is offered in more than its address', () => {
    expect(
      pictures
        .filter(({ sources, img }) => [...sources, img].some((each) => candidatesOf(each).length === 0))
        .map(name),
    ).toEqual([]);
  });

  test('has files as wide as its candidates say, in the format that they say', async () => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const { dist, sources, img } of pictures) {
      for (const element of [...sources, img]) {
        for (const { file, width } of candidatesOf(element)) {
          if (seen.has(dist + file)) continue;
          seen.add(dist + file);
          const facts = await sharp(path.join(dist, file)).metadata();
          const format = facts.format === 'heif' ? 'avif' : facts.format;
          if (facts.width !== width || !(attribute(element, 'type') ?? 'image/jpeg').endsWith(format))
            wrong.push(`${file}: ${facts.width} wide instead of ${width}, ${format}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('has files of the shape that its width and height keep free', async () => {
    const wrong: string[] = [];
    for (const { dist, img, at } of pictures) {
      const kept = Number(attribute(img, 'width')) / Number(attribute(img, 'height'));
      for (const { file } of candidatesOf(img)) {
        const { width, height } = await sharp(path.join(dist, file)).metadata();
        // A pixel of rounding counts most in small files.
        if (!(Math.abs(width / kept - height) <= 1))
          wrong.push(`${at} ${file}: ${width} × ${height} instead of ${kept}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('has an alternative text, if an empty one', () => {
    expect(pictures.filter(({ img }) => attribute(img, 'alt') === undefined).map(({ at }) => at)).toEqual([]);
  });

  test('tells the browser how wide it will stand', () => {
    expect(
      pictures.filter(({ sources, img }) => [...sources, img].some((each) => !attribute(each, 'sizes'))).map(name),
    ).toEqual([]);
  });
});

describe('the pictures of a page', () => {
  const pages = papers.flatMap(pagesOf).map(({ at, html }) => ({ at, images: elementsOf(parsed(html), 'img') }));
  const withLead = pages.filter(({ images }) => images[0] && attribute(images[0], 'loading') !== 'lazy');

  test('that come first are loaded at once and before all others', () => {
    expect(withLead.length).toBeGreaterThan(5);
    expect(
      withLead.filter(({ images }) => attribute(images[0] as Element, 'fetchPriority') !== 'high').map(({ at }) => at),
    ).toEqual([]);
  });

  test('that come later wait until they are needed, but on paper', () => {
    // A newspaper is there to be printed, with all of its pictures, and a reader may print it at once.
    const isNewspaper = (at: string) => /^\/editions\/[^/]+\/print\/$/.test(at);
    expect(pages.some(({ at }) => isNewspaper(at))).toBe(true);
    expect(
      pages
        .filter(({ at, images }) =>
          images
            .slice(1)
            .some(
              (image) =>
                (attribute(image, 'loading') === 'lazy') === isNewspaper(at) ||
                attribute(image, 'fetchPriority') === 'high',
            ),
        )
        .map(({ at }) => at),
    ).toEqual([]);
  });

  test.each([fixtureLead, '/2025/05/06/ebb/', '/2025/05/06/jisr-al-mina/'])('begin with a lead picture on %s', (at) => {
    expect(withLead.map((page) => page.at)).toContain(at);
  });
});

describe('a caption', () => {
  const tree = parsed(pagesOf(inject('fixture')).find(({ at }) => at === fixtureLead)?.html ?? '');
  const captionUnder = (alt: string) => {
    const figure = elementsOf(
      tree,
      (element) =>
        element.tagName === 'figure' &&
        elementsOf(element, 'figure').length === 1 &&
        elementsOf(element, (each) => attribute(each, 'alt') === alt).length > 0,
    )[0];
    return figure && elementsOf(figure, 'figcaption')[0];
  };
  const shape = (node: ElementContent): unknown =>
    node.type === 'element'
      ? { tag: node.tagName, attributes: node.properties, children: node.children.map(shape).filter(Boolean) }
      : undefined;

  test("of a picture in the body has the markup of the lead picture's", () => {
    const lead = captionUnder('Drawing of a red ferry on flat blue water below a pale sky.');
    const body = captionUnder('The same red ferry, drawn from the same pier.');
    expect(lead).toBeDefined();
    expect(body && shape(body)).toEqual(lead && shape(lead));
  });

  test('of a picture written as an image has the markup of one written as a figure', () => {
    const image = captionUnder('Drawing of a yellow buoy, leaning to the left.');
    const poster = captionUnder('Drawing of a round tub, with a wake.');
    expect(image).toBeDefined();
    expect(image && shape(image)).toEqual(poster && shape(poster));
  });

  test('leads to the source of its picture', () => {
    const caption = captionUnder('Drawing of a red ferry on flat blue water below a pale sky.');
    expect(caption && elementsOf(caption, 'a').map((link) => attribute(link, 'href'))).toEqual([
      'https://pictures.fixture.example/ferry',
    ]);
  });
});
