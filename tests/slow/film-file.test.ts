import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { filesIn } from '../support/dist.ts';
import { makePaper, project, removePaper, writeContent } from '../support/paper.ts';
import { quickBuild } from '../support/quick-build.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';

const clip = readFileSync(path.join(project, 'tests/fixtures/paper/articles/2025/05/06/ebb/tide.webm'));

describe('the file of a film', () => {
  test('is published with the page that shows it, stays while the page does, and goes with it', async () => {
    const body = 'Ships.\n\n:::video{poster="./quay.png" alt="" file="./tide.webm"}\nThe tide.\n:::';
    const paper = await smallPaper();
    const first = 'articles/2025/05/06/first';
    const root = makePaper({
      ...paper,
      [`${first}/index.md`]: articleOf('first', { body, picture: true }),
      [`${first}/tide.webm`]: clip,
      'articles/2025/05/06/second/index.md': articleOf('second'),
    });
    onTestFinished(() => removePaper(root));
    const films = () => filesIn(path.join(root, 'dist')).filter((name) => name.endsWith('.webm'));
    const build = async () =>
      expect((await quickBuild(root, { BROADSHEET_SEARCH: 'off' })).output).toContain('Published');
    await build();
    const [film = ''] = films();
    expect(film).toMatch(/^_astro\/tide\.[\w-]{10}\.webm$/);
    writeContent(root, 'articles/2025/05/06/second/index.md', articleOf('second', { body: 'Other words.' }));
    await build();
    expect(films()).toEqual([film]);
    writeContent(root, `${first}/index.md`, articleOf('first', { picture: true }));
    await build();
    expect(films()).toEqual([]);
    expect(existsSync(path.join(root, 'content', first, 'tide.webm'))).toBe(true);
  });
});
