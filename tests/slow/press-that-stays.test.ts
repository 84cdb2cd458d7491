import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { treeOf } from '../support/dist.ts';
import { EditedPaper } from '../support/edited-paper.ts';
import { makePaper, removePaper, startPress, whole, writeContent } from '../support/paper.ts';
import { patience } from '../support/patience.ts';
import { buildAnew, quickBuild } from '../support/quick-build.ts';

const roots: string[] = [];
const kept = (root: string) => (roots.push(root), root);
afterAll(() => roots.forEach(removePaper));

const distOf = (root: string) => treeOf(path.join(root, 'dist'));

describe('The press that stays', () => {
  let root: string;
  let paper: EditedPaper;
  let running: ReturnType<typeof startPress>;
  const env = { ...whole, BROADSHEET_NOW: '2025-07-01T00:00:00Z' };
  const count = () => running.told().match(/That took/g)?.length ?? 0;

  /** Waits until what was saved is published. */
  async function published(before: number): Promise<void> {
    await vi.waitUntil(() => count() > before, { timeout: patience });
    for (let seen = before; seen !== count(); await pause(1000)) seen = count();
  }

  beforeAll(async () => {
    root = kept(makePaper({}));
    paper = new EditedPaper(root, 31);
    await paper.fill();
    running = startPress(root, env);
    await published(0);
  });
  afterAll(() => running.child.kill());

  async function isAsClean(): Promise<void> {
    const elsewhere = kept(makePaper(path.join(root, 'content')));
    expect(await buildAnew(elsewhere, env)).toMatchObject({ code: 0 });
    expect(distOf(root)).toEqual(distOf(elsewhere));
    const [books, all] = [root, elsewhere].map((each) => treeOf(path.join(each, '.astro/books')));
    expect(all).not.toEqual({});
    expect(books).toEqual(all);
  }

  const edits: string[] = [];
  /** Edits, and goes on when it is published; what is saved while the press is at work it publishes as well. */
  async function edit(...names: string[]): Promise<void> {
    const before = count();
    const name = await paper.edit(...names);
    edits.push(name);
    if (name !== 'nothing') await vi.waitUntil(() => count() > before, { timeout: patience, interval: 20 });
  }

  async function isAsCleanAfter(many: number): Promise<void> {
    while (edits.length < many - 1) await edit();
    const before = count();
    await edit('word');
    await published(before);
    expect(running.told(), edits.join(', ')).not.toMatch(/Nothing was published|not published to its end|by Astro/);
    await isAsClean();
  }

  test('has after 100 edits what a clean build has', () => isAsCleanAfter(100));

  test('never lets a reader find a page without what it needs, nor a link from the front page without its page', async () => {
    const dist = (file: string) => path.join(root, 'dist', file);
    const asked = (html: string) =>
      [...html.matchAll(/(?:href|src)="\/((?:_astro|\d{4})\/[^"#?]+)"/g)].map(([, place = '']) => place);
    let isReading = true;
    let read = 0;
    const missed: string[] = [];
    const reader = (async () => {
      while (isReading) {
        for (const place of asked(readFileSync(dist('index.html'), 'utf8'))) {
          const file = dist(place.endsWith('/') ? `${place}index.html` : place);
          if (!existsSync(file)) missed.push(place);
          else if (file.endsWith('.html'))
            for (const needed of asked(readFileSync(file, 'utf8')))
              if (needed.startsWith('_astro/') && !existsSync(dist(needed))) missed.push(needed);
          read += 1;
        }
        await pause(5);
      }
    })();
    for (let published = 0; published < 50; published += 1) await edit('word', 'headline', 'topic', 'a new story');
    isReading = false;
    await reader;
    expect(missed).toEqual([]);
    expect(read).toBeGreaterThan(500);
  });

  test('has after 200 edits what a clean build has', () => isAsCleanAfter(200));

  test('goes on from what another command has published meanwhile', async () => {
    writeContent(root, 'topics/tides.yaml', 'name: Tides and more\n');
    await quickBuild(root, env);
    const before = count();
    writeContent(root, 'topics/ferries.yaml', 'name: Ferries and more\n');
    await published(before);
  });

  test('publishes nothing while there is something to mend, and all of it when it is mended', async () => {
    const file = 'contributors/ann.yaml';
    writeContent(root, file, 'nme: Ann\n');
    writeContent(root, 'contributors/bob.yaml', 'name: Robert\n');
    await expect.poll(running.told).toContain('Nothing was published; the last good build stays.');
    const before = count();
    writeContent(root, file, 'name: Ann\n');
    await published(before);
    await isAsClean();
  });
});
