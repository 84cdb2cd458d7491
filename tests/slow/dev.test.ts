import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environment, makePaper, removePaper } from '../support/paper.ts';
import { articleOf, smallPaper } from '../support/small-paper.ts';

// What whoever writes the paper sees of it.

let root: string;
let dev: ChildProcess;
let address: string;

beforeAll(async () => {
  root = makePaper({
    ...(await smallPaper()),
    'articles/2025/05/06/fourth/index.md': articleOf('fourth', { status: 'draft' }),
    'articles/2025/05/06/fifth/index.md': articleOf('fourth', {
      headline: 'Fifth headline',
      status: '{ embargoedUntil: 2099-12-05T05:00:00Z }',
    }).replace('id: frth22', 'id: ffth22'),
  });
  dev = spawn(process.execPath, ['src/desk/desk.ts', 'dev', '--port', '4390'], {
    cwd: root,
    env: { ...environment(), NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  address = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (data: Buffer) => {
      output += String(data);
      const [, found] = /Local\s+[^h]*(http:\/\/localhost:\d+\/)/.exec(output) ?? [];
      if (found) resolve(found);
    };
    dev.stdout?.on('data', read);
    dev.stderr?.on('data', read);
    dev.on('close', () => reject(new Error(output)));
  });
});
afterAll(() => {
  dev.kill();
  removePaper(root);
});

const pageAt = async (path: string) => {
  const response = await fetch(new URL(path, address));
  return { status: response.status, html: await response.text() };
};

test('A draft has its page, which says that readers do not see it.', async () => {
  const { status, html } = await pageAt('/2025/05/06/fourth/');
  expect([status, html]).toEqual([200, expect.stringContaining('A draft, which readers do not see.')]);
  expect(html).toContain('The body of the fourth.');
});

test('What is held back says until when, on the clock of the paper.', async () => {
  expect((await pageAt('/2025/05/06/fifth/')).html).toContain('Readers see it from 5 December 2099, 06:00 UTC+01:00.');
});

test('The front page names what is filed and not out, and no list has it.', async () => {
  const front = (await pageAt('/')).html;
  const held = /<aside class="held"[^]*?<\/aside>/.exec(front)?.[0] ?? '';
  expect([...held.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    '/2025/05/06/fifth/',
    '/2025/05/06/fourth/',
  ]);
  for (const list of [
    front.replace(held, ''),
    (await pageAt('/sections/town/')).html,
    (await pageAt('/feed.xml')).html,
  ])
    expect(list).not.toMatch(/F(ourth|ifth) headline/);
});

test('What is out says nothing of it.', async () => {
  expect((await pageAt('/2025/05/06/first/')).html).not.toContain('class="held"');
});

test('Pictures are shown.', async () => {
  const { html } = await pageAt('/2025/05/06/first/');
  const [, picture = ''] = /<img[^>]* src="([^"]*_image[^"]*)"/.exec(html) ?? [];
  const response = await fetch(new URL(picture.replaceAll('&amp;', '&').replaceAll('&#38;', '&'), address));
  expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^image\//)]);
});
