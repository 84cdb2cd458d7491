import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { treeOf } from '../support/dist.ts';
import { byFeedsmith, feedFilesOf, type FeedFile } from '../support/feeds.ts';
import { listPaper, listedAt, storyOf } from '../support/list-paper.ts';
import { makePaper, removePaper, runBuild, writeContent } from '../support/paper.ts';
import { builtPaper, quickBuild } from '../support/quick-build.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';

const fileOf = (dist: string, name: string): FeedFile => {
  const file = feedFilesOf(dist).find((each) => each.name === name);
  if (!file) throw new Error(`There is no feed ${name}`);
  return file;
};

describe('the feeds of a paper that goes on', () => {
  const roots: string[] = [];
  afterAll(() => roots.forEach(removePaper));

  /** A paper of 70 stories, which two tests go on with. */
  let list: string;
  beforeAll(async () => {
    list = await builtPaper(listPaper(70), { BROADSHEET_SEARCH: 'off' });
    roots.push(list);
  });

  async function built(root: string, env: NodeJS.ProcessEnv = {}, build = quickBuild): Promise<string> {
    const { code, output } = await build(root, { BROADSHEET_SEARCH: 'off', ...env });
    expect(output).toContain('Published');
    expect(code).toBe(0);
    return path.join(root, 'dist');
  }

  test('keep ids and dates through an edit of the headline and an update, and are the same elsewhere', async () => {
    const content = await smallPaper();
    const here = makePaper(content);
    const there = makePaper(content);
    roots.push(here, there);
    const now = { BROADSHEET_NOW: '2025-05-08T00:00:00Z' };
    const first = await built(here, now);
    const second = await built(there, { ...now, TZ: 'America/Los_Angeles', LANG: 'ar_EG.UTF-8' }, runBuild);
    const feedsIn = (dist: string) =>
      Object.fromEntries(
        Object.entries(treeOf(dist)).filter(([name]) => /\.(xml|json|opml|txt|webmanifest)$/.test(name)),
      );
    expect(feedsIn(second)).toEqual(feedsIn(first));

    const facts = (dist: string) =>
      byFeedsmith(fileOf(dist, 'atom.xml')).map(({ id, published }) => ({ id, published }));
    const before = facts(first);
    const filed = articleOf('second', { headline: 'Another headline', related: ['third'] });
    writeContent(
      here,
      'articles/2025/05/06/second/index.md',
      filed.replace(
        'published: 2025-05-06T05:00:00Z',
        'published: 2025-05-06T05:00:00Z\nupdated: 2025-05-07T09:00:00Z',
      ),
    );
    await built(here, now);
    expect(facts(first)).toEqual(before);
    const atom = parseAtomFeed(fileOf(first, 'atom.xml').text);
    const entry = atom.entries?.find(({ title }) => title?.value === 'Another headline');
    expect(entry).toMatchObject({ published: '2025-05-06T05:00:00.000Z', updated: '2025-05-07T09:00:00.000Z' });
    expect(atom.updated).toBe('2025-05-07T09:00:00.000Z');
  });

  test('are rendered again only where they hold the story', async () => {
    const dist = path.join(list, 'dist');
    const before = treeOf(dist);
    writeContent(
      list,
      `articles/${listedAt(30)}/index.md`,
      storyOf(30).replace('The body of story 30.', 'The body of story 30, mended.'),
    );
    await built(list);
    const after = treeOf(dist);
    const changed = Object.keys(after).filter(
      (name) => /(^|\/)feed.*\.(xml|json)$/.test(name) && after[name] !== before[name],
    );
    expect(changed.sort()).toEqual(['feed/2.json', 'feed/2.xml', 'sections/town/feed/2.xml']);
  });

  test('lead from the newest to the oldest in documents that a new story leaves as they are', async () => {
    const dist = path.join(list, 'dist');
    const kept = mkdtempSync(path.join(tmpdir(), 'broadsheet-feeds-'));
    roots.push(kept);
    cpSync(dist, kept, { recursive: true });
    expect(
      feedFilesOf(dist)
        .filter(({ name }) => name.startsWith('feed/'))
        .map(({ name }) => name),
    ).toEqual(['feed/1.json', 'feed/1.xml', 'feed/2.json', 'feed/2.xml']);

    const ids = new Set<string>();
    const links = (name: string) => {
      const file = fileOf(dist, name);
      for (const { id } of byFeedsmith(file)) ids.add(id);
      return Object.fromEntries(
        (parseAtomFeed(file.text).links ?? []).map(({ rel, href }) => [rel, new URL(href ?? '').pathname]),
      );
    };
    expect(links('atom.xml')['prev-archive']).toBe('/feed/2.xml');
    expect(links('feed/2.xml')).toMatchObject({
      self: '/feed/2.xml',
      current: '/atom.xml',
      'prev-archive': '/feed/1.xml',
    });
    expect(links('feed/1.xml')['prev-archive']).toBeUndefined();
    // Story 3 was withdrawn.
    expect(ids.size).toBe(69);
    expect(fileOf(dist, 'feed/1.xml').text).toContain('<fh:archive ');
    expect(fileOf(dist, 'feed/1.xml').text).toContain('<at:deleted-entry ');
    expect(fileOf(dist, 'atom.xml').text).not.toContain('<fh:archive ');
    expect(parseRssFeed(fileOf(dist, 'feed.xml').text).atom?.links?.map(({ rel }) => rel)).toEqual([
      'self',
      'prev-archive',
    ]);

    const next = (name: string) => parseJsonFeed(fileOf(dist, name).text).next_url;
    expect(next('feed.json')).toBe('https://small.example/feed/2.json');
    expect(next('feed/2.json')).toBe('https://small.example/feed/1.json');
    expect(next('feed/1.json')).toBeUndefined();

    writeContent(list, `articles/${listedAt(71)}/index.md`, storyOf(71));
    writeContent(list, `articles/${listedAt(72)}/index.md`, storyOf(72));
    await built(list);
    const archives = feedFilesOf(kept).filter(({ name }) => /(^|\/)feed\/\d+\./.test(name));
    expect(archives.length).toBeGreaterThan(6);
    for (const { name, text } of archives) expect(fileOf(dist, name).text, name).toBe(text);
    expect(links('atom.xml')['prev-archive']).toBe('/feed/3.xml');
    expect(byFeedsmith(fileOf(dist, 'atom.xml')).length).toBe(25);
  });
});
