import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  absolute,
  addresses,
  articleNamed,
  belowPath,
  feedOf,
  layAt,
  ownPath,
  pathOf,
  permalinkOf,
  placeOfAddress,
  recordedPath,
} from '../../../src/newsroom/permalink.ts';
import { formerPath } from '../../../src/schema/fields.ts';

const article = { path: '2019/03/01/harbour-vote' };

describe.each([
  ['https://name.github.io/Paper', '/Paper'],
  ['https://name.github.io/papers/the.news', '/papers/the.news'],
  ['https://example.org/zeitung/k%C3%BCste', '/zeitung/k%C3%BCste'],
  ['https://example.org/sections', '/sections'],
  ['https://example.org/2019/a', '/2019/a'],
])('Of a paper at %s', (home, below) => {
  beforeAll(() => layAt(home));
  afterAll(() => layAt('https://paper.example'));

  test('pages name addresses with what it lies below', () => {
    expect([permalinkOf(article), addresses.front, addresses.topic('tides'), feedOf(addresses.front, 'rss')]).toEqual(
      ['/2019/03/01/harbour-vote/', '/', '/topics/tides/', '/feed.xml'].map((path) => below + path),
    );
    expect(absolute(addresses.page('about'), home)).toBe(`${home}/about/`);
  });

  test('what is recorded is without it', () => {
    expect(recordedPath(article)).toBe('/2019/03/01/harbour-vote/');
    expect(pathOf(permalinkOf(article))).toBe('/2019/03/01/harbour-vote/');
  });

  test.each(['/2019/03/01/harbour-vote/', '/sections/world/', '/topics/', '/about/'])(
    'a link to %s is own as it is written, as it was copied, and with its host',
    (path) => {
      const place = placeOfAddress(path, home);
      expect(place).toBeDefined();
      expect(ownPath(path, home)).toBe(path);
      expect(placeOfAddress(home + path, home)).toEqual(place);
      expect(ownPath(home + path, home)).toBe(path);
      // Where it could be both, it is what is written without.
      expect(ownPath(below + path, home)).toBe(below === '/sections' && /^\/\w+\/$/.test(path) ? below + path : path);
    },
  );

  test('another address of its host is of another site', () => {
    const { origin } = new URL(home);
    for (const other of ['/', '/other/', '/other/2019/03/01/harbour-vote/', `${below}er/about/`])
      expect(ownPath(origin + other, home)).toBeUndefined();
    expect(ownPath('https://elsewhere.example/about/', home)).toBeUndefined();
  });

  test('an article is named by its path, with what it lies below or without, and by its address', () => {
    const names = [
      article.path,
      `/${article.path}/`,
      `${below}/${article.path}/`,
      `${home}/${article.path}/index.html`,
    ];
    expect(names.map((name) => articleNamed(name, home))).toEqual(names.map(() => article.path));
  });

  test('a former address may be filed with it', () => {
    for (const address of [`${below}/2019/03/01/old/`, `${home}/2019/03/01/old/`, '/2019/03/01/old/'])
      expect(formerPath().parse(address)).toBe('2019/03/01/old');
  });

  test('rules in JSON are for it alone', () => {
    expect(belowPath('{ "a": ["/", "/search/*"], "b": "/*/" }')).toBe(
      `{ "a": ["${below}/", "${below}/search/*"], "b": "${below}/*/" }`,
    );
  });
});
