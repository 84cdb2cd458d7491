import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { attribute, elementsOf, filesIn, pagesOf, parsed, textOf } from '../support/dist.ts';

const fixture = inject('fixture');
const pages = pagesOf(fixture);
const files = filesIn(fixture.dist).map((name) => ({
  name,
  text: readFileSync(path.join(fixture.dist, name), 'latin1'),
}));

/** Files that hold a word in their name or among their bytes. */
function filesWith(word: RegExp): string[] {
  return files.filter(({ name, text }) => word.test(name) || word.test(text)).map(({ name }) => name);
}

describe('of a draft', () => {
  test('no word, address, id or picture is published', () => {
    expect(filesWith(/secretdraft/i)).toEqual([]);
  });
});

describe('of a story under embargo', () => {
  test('no word, address, id or picture is published', () => {
    expect(filesWith(/secretembarg/i)).toEqual([]);
  });
});

describe('an article that was withdrawn', () => {
  const at = '/2025/05/06/a-number-too-many/';
  const html = pages.find((page) => page.at === at)?.html ?? '';

  test('keeps its permalink', () => {
    expect(html).not.toBe('');
  });

  test('says that it was withdrawn, why and when', () => {
    const main = elementsOf(parsed(html), 'main').map(textOf).join(' ').replace(/\s+/g, ' ');
    expect(main).toContain(
      'This article has been withdrawn The count of the gulls was made on the wrong island. Withdrawn 6 May 2025, 12:00 UTC+02:00',
    );
  });

  test('asks search engines to leave it out', () => {
    const robots = elementsOf(
      parsed(html),
      (element) => element.tagName === 'meta' && element.properties['name'] === 'robots',
    );
    expect(robots.map((meta) => attribute(meta, 'content'))).toEqual(['noindex']);
  });

  test('leaves nothing of its text, headline or picture', () => {
    expect(filesWith(/WITHDRAWN(HEADLINE|STANDFIRST|BODY)|withdrawn\.\w+\.(avif|webp|jpeg|png)/)).toEqual([]);
  });

  test('is in no list and beside no story', () => {
    expect(pages.filter((page) => page.html.includes(`href="${at}"`)).map((page) => page.at)).toEqual([]);
  });

  test('is the only story that search engines are to leave out', () => {
    expect(
      pages
        .filter((page) => page.html.includes('noindex'))
        .map((page) => page.at)
        .sort(),
      // A newspaper has the stories once more, for paper: they are to be found at their own addresses.
    ).toEqual([at, '/404.html', '/saved/', '/editions/2025-05-06/print/'].sort());
  });
});
