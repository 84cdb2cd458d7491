import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesIn } from '../support/dist.ts';
import { feedFilesOf } from '../support/feeds.ts';
import { project, removePaper } from '../support/paper.ts';
import { builtSite } from '../support/quick-build.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';

const story = 'articles/2025/05/06/first/index.md';
const withdrawn = '{ withdrawn: 2025-05-07T05:00:00Z, reason: It was not so. }';
const papers: [name: string, stories: Record<string, string>, feeds: string[]][] = [
  ['without a story', {}, []],
  ['of one story', { [story]: articleOf('first') }, ['', 'contributors/writer/', 'sections/town/']],
  ['whose one story was withdrawn', { [story]: articleOf('first', { status: withdrawn }) }, ['', 'sections/town/']],
];

describe.each(papers)('A paper %s', (_, stories, lists) => {
  let root = '';
  let dist = '';
  beforeAll(async () => {
    const content = await smallPaper();
    for (const name of Object.keys(content)) if (name.startsWith('articles/')) delete content[name];
    content['publication.yaml'] = String(content['publication.yaml']).replace('[town]', '[town, harbour]');
    root = await builtSite(
      { ...content, 'sections/harbour.yaml': 'name: Harbour\n', ...stories },
      { BROADSHEET_SEARCH: 'off', BROADSHEET_NOW: '2025-06-01T00:00:00Z' },
    );
    dist = path.join(root, 'dist');
  });
  afterAll(() => removePaper(root));
  const textOf = (name: string) => readFileSync(path.join(dist, name), 'utf8');

  test('has feeds of the lists that have ever had an entry', () => {
    const wanted = lists.flatMap((list) => ['atom.xml', 'feed.json', 'feed.xml'].map((name) => list + name));
    expect(feedFilesOf(dist).map(({ name }) => name)).toEqual(wanted.sort());
    expect(existsSync(path.join(dist, 'feeds.opml'))).toBe(wanted.length > 0);
  });

  test('dates none of them by the beginning of time', () => {
    for (const { name, text } of feedFilesOf(dist)) expect(text, name).not.toMatch(/197\d/);
  });

  test('links to nothing that is not there', () => {
    const names = filesIn(dist).filter((name) => /\.(html|xml|json|txt|opml)$/.test(name));
    const isThere = (address: string) =>
      existsSync(path.join(dist, address.replace(/[#?].*/, '').replace(/\/$/, '/index.html')));
    const dead = names.flatMap((name) =>
      Array.from(
        // Cards and the index of the search were not asked for.
        textOf(name).matchAll(
          /(?:(?:href|src|Url|_url)="|\]\(|<loc>|"url":")(?:https:\/\/small\.example)?(\/[^"<)]*)/g,
        ),
        ([, address = '']) => address,
      )
        .filter((address) => !isThere(address))
        .map((address) => `${name} -> ${address}`),
    );
    expect(dead).toEqual([]);
  });

  test('has sitemaps that are valid', () => {
    const maps = filesIn(dist).filter((name) => name.startsWith('sitemap'));
    expect(maps).not.toContain('sitemaps/news.xml');
    for (const name of maps) {
      const schema = path.join(project, 'tests/fixtures/xsd', name === 'sitemap.xml' ? 'siteindex.xsd' : 'sitemap.xsd');
      const { stderr, status } = spawnSync('xmllint', [
        '--noout',
        '--nonet',
        '--schema',
        schema,
        path.join(dist, name),
      ]);
      expect(String(stderr)).toContain('validates');
      expect(status).toBe(0);
    }
  });
});
