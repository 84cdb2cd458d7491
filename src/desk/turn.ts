import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { finishPublication } from '../press/publication.ts';

const lockOf = (root: string) => path.join(root, '.astro/build.lock');

/**
 * Does something that publishes, when no other process does: publications of one paper follow each other. One that a process has begun
 * that died is completed first.
 */
export async function inTurn<T>(root: string, work: () => Promise<T>): Promise<T> {
  for (let told = false; ; await pause(100)) {
    const other = takeTurn(root);
    if (other === undefined) break;
    if (!told) console.log(`Another build is at work (process ${other}). Waiting until it has ended …`);
    told = true;
  }
  try {
    finishPublication(root);
    return await work();
  } finally {
    rmSync(lockOf(root), { force: true });
  }
}

/** Completes a publication that a process has begun that died; one that is at work is left to it. */
export function completePublication(root: string): void {
  if (takeTurn(root) !== undefined) return;
  try {
    finishPublication(root);
  } finally {
    rmSync(lockOf(root), { force: true });
  }
}

/** Takes the lock for this process, where nobody alive has it. @returns who has it otherwise */
function takeTurn(root: string): number | undefined {
  const lock = lockOf(root);
  const own = `${lock}.${process.pid}`;
  mkdirSync(path.dirname(lock), { recursive: true });
  writeFileSync(own, String(process.pid));
  try {
    for (;;) {
      try {
        // Whoever reads the lock finds a number in it: it has its name when it is complete.
        linkSync(own, lock);
        return undefined;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = holderOf(lock);
      if (holder !== undefined && isAlive(holder)) return holder;
      const aside = `${lock}.left-to-${process.pid}`;
      moveAside(lock, aside);
      const moved = holderOf(aside);
      // Another has taken the turn since the lock was read.
      if (moved !== undefined && isAlive(moved)) renameSync(aside, lock);
      else rmSync(aside, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

function moveAside(lock: string, aside: string): void {
  try {
    renameSync(lock, aside);
  } catch {
    // It was given back.
  }
}

function holderOf(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(holder: number): boolean {
  try {
    return holder !== process.pid && holder > 0 && process.kill(holder, 0);
  } catch (error) {
    // It is another account's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
