import type { Element } from 'hast';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { base, edition, fixture, homes } from '../support/below.ts';
import { attribute, elementsOf, filesIn, pagesOf, parsed, shownIn } from '../support/dist.ts';

const papers = [
  { name: 'the edition', home: homes.edition, ...edition },
  { name: 'the fixture paper', home: homes.fixture, ...fixture },
];

/** Addresses in an element, the candidates of a `srcset` each by itself. */
function addressesIn(element: Element): string[] {
  const plain = ['href', 'src', 'poster']
    .map((name) => attribute(element, name))
    .filter((value) => value !== undefined);
  const candidates =
    attribute(element, 'srcSet')
      ?.split(/,\s+/)
      .map((candidate) => candidate.split(' ')[0] ?? '') ?? [];
  return [...plain, ...candidates];
}

describe.each(papers)('in $name', ({ home, dist, address }) => {
  const pages = pagesOf({ dist, address }).map((page) => {
    const tree = parsed(page.html);
    const ids = elementsOf(tree, (element) => element.properties['id'] !== undefined).map((element) =>
      String(element.properties['id']),
    );
    const targets = elementsOf(tree, (element) => addressesIn(element).length > 0).flatMap((element) =>
      addressesIn(element).map((each) => new URL(each, home + page.at)),
    );
    return { ...page, tree, ids, targets: targets.filter((target) => target.origin === new URL(home).origin) };
  });
  // What does not begin with what the paper lies below leads out of it.
  const placeOf = ({ pathname }: URL) => (pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : '/outside');
  const fileOf = (target: URL) =>
    path.join(dist, decodeURI(placeOf(target)), target.pathname.endsWith('/') ? 'index.html' : '');

  test('every address inside the paper leads to a file', () => {
    const dead = pages.flatMap(({ at, targets }) =>
      targets
        .filter((target) => !existsSync(fileOf(target)) || !statSync(fileOf(target)).isFile())
        .map((target) => `${at} -> ${target.href}`),
    );
    expect(pages.flatMap(({ targets }) => targets).length).toBeGreaterThan(20);
    expect(dead).toEqual([]);
  });

  test('every address of a place in a page leads to it', () => {
    const dead = pages.flatMap(({ at, targets }) =>
      targets
        .filter(({ hash }) => hash !== '')
        .flatMap((target) => {
          const there = pages.find((page) => page.at === placeOf(target));
          return there?.ids.includes(decodeURIComponent(target.hash.slice(1))) ? [] : [`${at} -> ${target.href}`];
        }),
    );
    expect(dead).toEqual([]);
  });

  test('no page has one id twice', () => {
    expect(
      pages.flatMap(({ at, ids }) => ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${at}#${id}`)),
    ).toEqual([]);
  });

  test('the canonical address of every page is its permalink', () => {
    const wrong = pages
      .filter(({ at }) => at !== '/404.html')
      .flatMap(({ at, tree }) => {
        const canonical = elementsOf(
          tree,
          (element) => element.tagName === 'link' && String(element.properties['rel']) === 'canonical',
        ).map((link) => link.properties['href']);
        return canonical.length === 1 && canonical[0] === `${home}${at}` ? [] : [`${at}: ${canonical.join(', ')}`];
      });
    expect(wrong).toEqual([]);
  });

  test('every page can be reached from the front page', () => {
    const reached = new Set(['/']);
    for (const at of reached)
      for (const target of pages.find((page) => page.at === at)?.targets ?? [])
        if (target.pathname.endsWith('/')) reached.add(placeOf(target));
    const apart = pages
      .filter(({ at, html }) => !reached.has(at) && !html.includes('content="noindex"'))
      .map(({ at }) => at);
    expect(apart).toEqual([]);
  });

  test('every picture and font is used by a page or a result of the search', () => {
    const used = shownIn(dist);
    const named = (file: string) => path.basename(file).replace(/\.(br|gz)$/, '');
    expect(filesIn(dist).filter((file) => file.startsWith('_astro/') && !used.includes(named(file)))).toEqual([]);
  });

  test('a link that leaves the paper says so, and no other does', () => {
    const wrong = pages.flatMap(({ at, tree }) =>
      elementsOf(tree, 'a').flatMap((link) => {
        const target = new URL(attribute(link, 'href') ?? '', home + at);
        const leaves = /^https?:$/.test(target.protocol) && !target.href.startsWith(`${home}/`);
        return leaves === (attribute(link, 'rel') === 'external') ? [] : [`${at} -> ${target.href}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
