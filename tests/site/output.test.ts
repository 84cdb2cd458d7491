import type { Element } from 'hast';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { attribute, elementsOf, filesIn, foreignScriptsOf, pagesOf, parsed, shownIn, textOf } from '../support/dist.ts';

const edition = inject('edition');
const fixture = inject('fixture');
const papers = [edition, fixture];
const pages = papers.flatMap((paper) => pagesOf(paper).map((page) => ({ ...page, dist: paper.dist })));
const pageAt = (part: string) => {
  const page = pages.find(({ at }) => at.includes(part));
  if (!page) throw new Error(`There is no page ${part}`);
  return page;
};
const lead = pageAt('trump-kim-talks');

describe('the built site', () => {
  it('has no link or file of its own that leads nowhere', () => {
    const dead = pages.flatMap(({ at, html, dist }) => {
      const tree = parsed(html);
      const ids = new Set(
        elementsOf(tree, (element) => 'id' in element.properties).map((element) => attribute(element, 'id')),
      );
      const targets = elementsOf(tree, () => true).flatMap((element) => [
        ...['href', 'src'].map((name) => attribute(element, name)),
        ...(attribute(element, 'srcSet') ?? '').split(/,\s+/).map((candidate) => candidate.split(' ')[0]),
      ]);
      return targets
        .filter((target) => target !== undefined && target !== '' && !/^(https?|mailto|tel):/.test(target))
        .filter((target) => {
          if (target?.startsWith('#')) return !ids.has(decodeURIComponent(target.slice(1)));
          const file = path.join(dist, decodeURIComponent((target ?? '').split(/[?#]/)[0] ?? ''));
          return !existsSync(file.endsWith('/') ? `${file}index.html` : file);
        })
        .map((target) => `${at} -> ${target}`);
    });
    expect(dead).toEqual([]);
  });

  it('says of each article where it is for good', () => {
    for (const { at, html } of pages.filter((page) => /^\/\d{4}\//.test(page.at))) {
      expect(new URL(/<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? 'x:').pathname).toBe(at);
    }
  });

  it('holds no byte of a draft or of a story under embargo', () => {
    const held = /secretdraft|secretembargo/i;
    for (const name of filesIn(fixture.dist)) {
      expect(name).not.toMatch(held);
      expect(readFileSync(path.join(fixture.dist, name), 'latin1'), name).not.toMatch(held);
    }
  });

  it('leaves a notice of a withdrawn article, and names it nowhere else', () => {
    const page = pages.find(({ html }) => html.includes('This article has been withdrawn'));
    expect(page?.html).toContain('<meta name="robots" content="noindex">');
    const others = pages.filter((other) => other !== page && other.html.includes(page?.at ?? 'x'));
    expect(others.map(({ at }) => at)).toEqual([]);
  });

  it('shows script that is filed as text as text', () => {
    const { html } = pageAt('angle-brackets');
    const tree = parsed(html);
    expect(foreignScriptsOf(tree)).toEqual([]);
    expect(elementsOf(tree, 'main').flatMap((main) => elementsOf(main, 'script'))).toEqual([]);
    const shown = textOf(tree).split('<script>alert(1)</script>').length - 1;
    expect(shown).toBeGreaterThanOrEqual(8);
    expect(elementsOf(tree, 'img').map((image) => attribute(image, 'alt'))[0]).toContain('<script>alert(1)</script>');
  });

  it('has no original picture left in it, and no file that nothing shows', () => {
    for (const { dist } of papers) {
      const all = shownIn(dist);
      const named = (name: string) => path.basename(name).replace(/\.(br|gz)$/, '');
      expect(filesIn(dist).filter((name) => name.startsWith('_astro/') && !all.includes(named(name)))).toEqual([]);
    }
  });
});

describe('a picture', () => {
  it('comes as AVIF, WebP and JPEG, each as wide as it says', async () => {
    const wrong: string[] = [];
    for (const { at, html, dist } of [lead, pageAt('ferries-return'), pageAt('minato')]) {
      for (const picture of elementsOf(parsed(html), 'picture')) {
        const sources = elementsOf(picture, 'source');
        expect(sources.map((source) => attribute(source, 'type'))).toEqual(['image/avif', 'image/webp']);
        const image = elementsOf(picture, 'img')[0];
        if (!image) throw new Error(`A picture without an image at ${at}`);
        expect(attribute(image, 'src')).toMatch(/\.jpeg$/);
        const ratio = Number(attribute(image, 'width')) / Number(attribute(image, 'height'));
        for (const candidate of [...sources, image].flatMap((element) =>
          (attribute(element, 'srcSet') ?? '').split(/,\s+/),
        )) {
          const [file = '', width = ''] = candidate.split(' ');
          const facts = await sharp(path.join(dist, file)).metadata();
          if (`${facts.width}w` !== width || Math.abs(facts.width / facts.height - ratio) > 0.02)
            wrong.push(`${at} ${candidate}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is fetched at once at the head of an article, and later in its text', () => {
    const images = elementsOf(parsed(lead.html), 'img')
      .filter((image) => attribute(image, 'hidden') === undefined)
      .map((image) => [attribute(image, 'loading'), attribute(image, 'fetchPriority')]);
    expect(images).toEqual([
      ['eager', 'high'],
      ['lazy', undefined],
      ['lazy', undefined],
    ]);
  });

  it('has the same markup at the head of an article and in its text', () => {
    const shape = (element: ReturnType<typeof elementsOf>[number]): string =>
      `${element.tagName}(${element.children.flatMap((child) => (child.type === 'element' && child.tagName !== 'source' ? [shape(child)] : [])).join(' ')})`;
    const figures = elementsOf(
      parsed(pageAt('ferries-return').html),
      (element) => element.tagName === 'figure' && textOf(element).trim() !== '',
    );
    const [head, ...inText] = figures.filter(
      (figure) => elementsOf(figure, 'picture').length === 1 && elementsOf(figure, 'p').length === 0,
    );
    if (!head) throw new Error('There is no lead picture');
    const plain = inText.filter(
      (figure) =>
        !/<em>|<a /.test(JSON.stringify(figure)) &&
        elementsOf(figure, 'em').length === 0 &&
        elementsOf(figure, 'a').length === elementsOf(head, 'a').length,
    );
    expect(plain.length).toBeGreaterThan(0);
    for (const figure of plain) expect(shape(figure)).toBe(shape(head));
  });
});

describe('the weight of the lead article', () => {
  const brotli = (content: string | Buffer) =>
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

  it('is at most 14,336 bytes of HTML with its styles, in Brotli', () =>
    expect(brotli(lead.html)).toBeLessThanOrEqual(14_336));

  it('is at most 60 KB of fonts', () => {
    const fonts = filesIn(edition.dist).filter((name) => name.endsWith('.woff2') && !name.includes('-ext'));
    const bytes = fonts.map((name) => readFileSync(path.join(edition.dist, name)).length);
    expect(fonts.length).toBe(5);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(60_000);
  });

  it('is at most 6,144 bytes of script, each in Brotli, and none of it in the way of the page but a few lines', () => {
    const data = (script: Element) => attribute(script, 'type') === 'application/ld+json';
    const all = elementsOf(parsed(lead.html), 'script').filter((script) => !data(script));
    const scripts = all.map((script) => {
      const source = attribute(script, 'src');
      const text = source ? readFileSync(path.join(edition.dist, source), 'utf8') : textOf(script);
      return { type: attribute(script, 'type'), weight: brotli(text) };
    });
    expect(scripts.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThanOrEqual(6144);
    const first = scripts.filter(({ type }) => type === undefined);
    expect(first.map(({ weight }) => weight < 300)).toEqual([true]);
    expect(scripts.map(({ type }) => type).sort()).toEqual(['module', 'speculationrules', undefined]);
  });
});
