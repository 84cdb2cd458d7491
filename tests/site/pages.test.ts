import type { Element } from 'hast';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { attribute, elementsOf, filesIn, foreignScriptsOf, pagesOf, parsed, textOf } from '../support/dist.ts';

const pages = [inject('edition'), inject('fixture')].flatMap(pagesOf);

describe('every page', () => {
  it('has one heading of the first rank, and leaves no rank out', () => {
    const wrong = pages.flatMap(({ at, html }) => {
      const ranks = elementsOf(parsed(html), ({ tagName }) => /^h[1-6]$/.test(tagName)).map(({ tagName }) =>
        Number(tagName[1]),
      );
      // The front page's stories come after its nameplate, as an article's subheadings after its headline.
      const gaps = ranks.filter((rank, index) => rank > (ranks[index - 1] ?? 0) + 1);
      return ranks.filter((rank) => rank === 1).length === 1 && gaps.length === 0 ? [] : [`${at} ${ranks.join(' ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('has one masthead, one main part, a footer, and a way past the masthead', () => {
    const wrong = pages.flatMap(({ at, html }) => {
      const tree = parsed(html);
      const footers = elementsOf(tree, ({ properties }) => String(properties['className']) === 'imprint');
      const skips = elementsOf(tree, ({ properties }) => String(properties['className']) === 'skip');
      const banners = elementsOf(tree, 'body')
        .flatMap(({ children }) => children)
        .filter((child) => child.type === 'element' && child.tagName === 'header');
      const counts = [banners, elementsOf(tree, 'main'), footers, skips].map(({ length }) => length);
      return counts.every((count) => count === 1) ? [] : [`${at} ${counts.join(' ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('allows no inline style or script but those whose hash it names', () => {
    for (const { at, html } of pages) {
      const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1];
      expect(policy, at).toMatch(/^default-src 'none';/);
      expect(policy, at).toMatch(/style-src[^;]*'sha256-/);
      expect(policy, at).not.toMatch(/unsafe-|\*/);
      const tree = parsed(html);
      expect(foreignScriptsOf(tree), at).toEqual([]);
      const isCode = (each: Element) =>
        attribute(each, 'src') === undefined && attribute(each, 'type') !== 'application/ld+json';
      for (const script of elementsOf(tree, 'script').filter(isCode))
        expect(policy, at).toContain(`'sha256-${createHash('sha256').update(textOf(script)).digest('base64')}'`);
      const inline = elementsOf(tree, ({ properties }) =>
        Object.keys(properties).some((name) => /^(style|on[A-Z].*)$/.test(name)),
      );
      expect(inline, at).toEqual([]);
    }
  });

  it('names the styles that it has, and no others, where it leads on or is a newspaper too', () => {
    const wrong = [inject('edition'), inject('fixture')].flatMap(({ dist }) =>
      filesIn(dist)
        .filter((name) => name.endsWith('.html'))
        .filter((name) => {
          const html = readFileSync(path.join(dist, name), 'utf8');
          const [, named = ''] = /style-src 'self' ?([^;"]*)/.exec(html) ?? [];
          const styles = elementsOf(parsed(html), 'style').map(
            (style) => `'sha256-${createHash('sha256').update(textOf(style)).digest('base64')}'`,
          );
          return [...new Set(styles)].sort().join(' ') !== named.split(' ').sort().join(' ');
        }),
    );
    expect(wrong).toEqual([]);
  });

  it('has its policy before all that it governs', () => {
    const late = pages.filter(({ html }) => {
      const governed = elementsOf(
        parsed(html),
        ({ tagName, properties }) => /^(style|script|img)$/.test(tagName) || properties['httpEquiv'] !== undefined,
        // Data is not run.
      ).filter(({ properties }) => properties['type'] !== 'application/ld+json');
      return governed[0]?.properties['httpEquiv'] === undefined;
    });
    expect(late.map(({ at }) => at)).toEqual([]);
  });
});
