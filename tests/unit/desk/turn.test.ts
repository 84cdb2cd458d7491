import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { completePublication, inTurn } from '../../../src/desk/turn.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'broadsheet-turn-'));
  mkdirSync(path.join(root, '.astro'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

const lock = () => path.join(root, '.astro/build.lock');

/** A publication that a process has begun that died: one file has still to be put in its place. */
function begin(): void {
  mkdirSync(path.join(root, '.astro/next'));
  mkdirSync(path.join(root, 'dist'));
  writeFileSync(path.join(root, '.astro/next/page.html'), 'new');
  writeFileSync(
    path.join(root, '.astro/journal.json'),
    JSON.stringify({ moves: [['.astro/next/page.html', 'dist/page.html']], removals: [] }),
  );
}

const isCompleted = () => existsSync(path.join(root, 'dist/page.html'));

describe('What publishes', () => {
  test('has the lock while it is at work, and gives it back, also when it fails', async () => {
    await inTurn(root, () => {
      expect(readFileSync(lock(), 'utf8')).toBe(String(process.pid));
      return Promise.resolve();
    });
    expect(existsSync(lock())).toBe(false);
    await expect(inTurn(root, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(existsSync(lock())).toBe(false);
  });

  test('waits for another process that is at work, and says so once', async () => {
    const other = spawn('sleep', ['600']);
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    writeFileSync(lock(), String(other.pid));
    const done: string[] = [];
    const turn = inTurn(root, () => Promise.resolve(done.push('second')));
    await vi.waitUntil(() => said.mock.calls.length > 0);
    expect(said.mock.calls.flat()).toEqual([
      `Another build is at work (process ${other.pid}). Waiting until it has ended …`,
    ]);
    expect(done).toEqual([]);
    other.kill();
    await turn;
    expect(done).toEqual(['second']);
  });

  test.each(['999999999', '', 'nobody'])('does not wait for a process that is none: "%s"', async (holder) => {
    writeFileSync(lock(), holder);
    expect(await inTurn(root, () => Promise.resolve('done'))).toBe('done');
  });

  test('completes first what a process has begun that died', async () => {
    begin();
    expect(await inTurn(root, () => Promise.resolve(isCompleted()))).toBe(true);
  });
});

describe('A publication that is begun', () => {
  test('is completed by any command', () => {
    begin();
    completePublication(root);
    expect([isCompleted(), existsSync(lock())]).toEqual([true, false]);
  });

  test('is left to the process that is at work on it', () => {
    begin();
    const other = spawn('sleep', ['600']);
    writeFileSync(lock(), String(other.pid));
    completePublication(root);
    expect([isCompleted(), readFileSync(lock(), 'utf8')]).toEqual([false, String(other.pid)]);
    other.kill();
  });
});
