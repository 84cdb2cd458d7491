import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { serve, servePaper } from '../../../src/desk/serve.ts';
import { project } from '../../support/paper.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test.each(['abc', '', '-1', '70000'])(
  'A port "%s" is refused before anything is built, with the remedy',
  async (PORT) => {
    vi.stubEnv('PORT', PORT);
    const told = vi.spyOn(console, 'log').mockReturnValue();
    const refused = vi.spyOn(console, 'error').mockReturnValue();
    expect(await serve(project)).toBe(false);
    expect([told.mock.calls, refused.mock.calls]).toEqual([
      [],
      [[`PORT is "${PORT}", which is no port. Give a number from 1024 to 65535, or leave it out.`]],
    ]);
  },
);

test('A file that is found and cannot be read ends its own request alone.', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-serve-'));
  writeFileSync(path.join(folder, 'index.html'), 'Front');
  // A socket stands in a folder as a file does, and cannot be opened.
  const socket = createServer().listen(path.join(folder, 'gone.txt'));
  const { server, address } = await servePaper(folder, 0);
  onTestFinished(() => {
    socket.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await expect(fetch(`${address}gone.txt`)).rejects.toThrow('fetch failed');
  expect(await (await fetch(address)).text()).toBe('Front');
});
