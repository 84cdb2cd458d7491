import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { attribute, elementsOf, movedPagesOf, parsed } from '../support/dist.ts';

describe('The pages that lead on', () => {
  const papers = [inject('edition'), inject('fixture')];
  const pages = papers.flatMap((paper) => movedPagesOf(paper).map((each) => ({ ...each, dist: paper.dist })));

  test('are one for each article, and one for a former address', () => {
    expect(pages.filter((each) => /^\/a\/[a-z2-9]{6,12}\/$/.test(each.at)).length).toBeGreaterThan(15);
    expect(pages.filter((each) => !each.at.startsWith('/a/')).map((each) => each.at)).toEqual([
      '/2025/05/05/swing-bridge-to-close/',
    ]);
  });

  test('name their article as canonical, ask to be left out, link to it and go there at once', () => {
    for (const { html, dist } of pages) {
      const tree = parsed(html);
      const of = (tag: string, name: string, value: string, wanted: string) =>
        elementsOf(tree, (each) => each.tagName === tag && attribute(each, name) === value).map((each) =>
          attribute(each, wanted),
        );
      const [href = ''] = elementsOf(tree, 'a').map((link) => attribute(link, 'href'));
      expect(existsSync(path.join(dist, href, 'index.html'))).toBe(true);
      expect(of('link', 'rel', 'canonical', 'href').map((each) => new URL(each ?? '').pathname)).toEqual([href]);
      expect(of('meta', 'httpEquiv', 'refresh', 'content')).toEqual([`0; url=${href}`]);
      expect(of('meta', 'name', 'robots', 'content')).toEqual(['noindex']);
    }
  });

  test('weigh little and load nothing', () => {
    for (const { html } of pages) {
      expect(Buffer.byteLength(html)).toBeLessThan(4096);
      expect(elementsOf(parsed(html), (each) => attribute(each, 'src') !== undefined)).toEqual([]);
      expect(html).not.toMatch(/\.(woff2|css|js)\b/);
    }
  });
});

test('An article names its short link.', () => {
  const html = readFileSync(
    path.join(inject('edition').dist, '2019/03/01/trump-kim-talks-break-down-after-dispute-over-sanctions/index.html'),
    'utf8',
  );
  expect(html).toContain('<link rel="shortlink" href="https://broadsheet.example/a/k7m2xq/">');
});
