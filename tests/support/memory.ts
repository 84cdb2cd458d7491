import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const home = '/dev/shm';
const name = /^broadsheet-tests-(\d+)$/;
/** Bytes: more than the papers of a run need. */
const enough = 4e9;

/**
 * Has the papers of a run in memory, for they are tens of thousands of small files that nobody reads afterwards: a disk takes longer
 * to write and delete them than a build to make them. They lie where temporary files do where there is no memory for files, or too
 * little, or where no program in it may be run.
 */
export function keepPapersInMemory(): void {
  const folder = folderInMemory();
  if (folder) process.env['TMPDIR'] = folder;
}

function folderInMemory(): string | undefined {
  if (!existsSync(home)) return undefined;
  removeLeft();
  const { bavail, bsize } = statfsSync(home);
  if (bavail * bsize < enough) return undefined;
  const folder = path.join(home, `broadsheet-tests-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    const program = path.join(folder, 'program');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    execFileSync(program);
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    return folder;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
}

/** Removes what runs have left that were killed. */
function removeLeft(): void {
  for (const each of readdirSync(home)) {
    const [, id] = name.exec(each) ?? [];
    if (id && !isAlive(Number(id))) rmSync(path.join(home, each), { recursive: true, force: true });
  }
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
