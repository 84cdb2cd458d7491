import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { finishPublication } from '../press/publication.ts';

const buildLock = (root: string) => path.join(root, '.astro/build.lock');
const deskLock = (root: string) => path.join(root, '.astro/desk.lock');

/**
 * Does something that publishes, when no other process does: publications of one paper follow each other. One that a process has begun
 * that died is completed first.
 */
export async function inTurn<T>(root: string, work: () => Promise<T>): Promise<T> {
  return inTurnFor(buildLock(root), 'Another build', () => {
    finishPublication(root);
    return work();
  });
}

/** Writes into articles when no other command of the desk does: each sees what the one before it has written. */
export async function inWriting<T>(root: string, work: () => T | Promise<T>): Promise<T> {
  // Where there is no paper nothing is left behind.
  if (!existsSync(path.join(root, 'content'))) return work();
  return inTurnFor(deskLock(root), 'Another command', work);
}

async function inTurnFor<T>(lock: string, who: string, work: () => T | Promise<T>): Promise<T> {
  const begun = Date.now();
  for (let told = false; ; await pause(Date.now() - begun < 1000 ? 10 : 100)) {
    const other = takeTurn(lock);
    if (other === undefined) break;
    // What is done in a moment is not worth a word.
    if (!told && (who === 'Another build' || Date.now() - begun > 500)) {
      console.log(`${who} is at work (process ${other}). Waiting until it has ended …`);
      told = true;
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Completes a publication that a process has begun that died; one that is at work is left to it. */
export function completePublication(root: string): void {
  const lock = buildLock(root);
  if (takeTurn(lock) !== undefined) return;
  try {
    finishPublication(root);
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Takes the lock for this process, where nobody alive has it. @returns who has it otherwise */
function takeTurn(lock: string): number | undefined {
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
