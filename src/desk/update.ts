import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { refuse } from './refuse.ts';

/**
 * `broadsheet update <file>`: brings another engine into a paper, and changes nothing else of it. Where it cannot be installed the one
 * that was there stays.
 * @param given a package of the engine, or what npm knows it by
 * @returns whether it was brought
 */
export function update(root: string, given: string): boolean {
  const file = path.join(root, 'package.json');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { dependencies = {} } = (before ? JSON.parse(before) : {}) as { dependencies?: Record<string, string> };
  const former = dependencies.broadsheet;
  if (former === undefined) return refuse('This is no folder of a paper that has the engine as a package.');
  const isFile = /\.tgz$/.test(given);
  const source = path.resolve(root, given);
  if (isFile && !existsSync(source)) return refuse(`There is no file ${given}.`);
  const home = path.join(root, 'engine');
  const place = path.join(home, path.basename(given));
  const isOther = isFile && source !== place;
  // One of the same name is put back where the other cannot be installed.
  const kept = `${place}.before`;
  if (isOther) {
    mkdirSync(home, { recursive: true });
    if (existsSync(place)) renameSync(place, kept);
    copyFileSync(source, place);
  }
  const wanted = isFile ? `file:engine/${path.basename(given)}` : given;
  const versionBefore = versionIn(root);
  // Named, so that it is installed although it may be called as the one before.
  const { status } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--loglevel=error', `broadsheet@${wanted}`],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) {
    writeFileSync(file, before);
    if (isOther) rmSync(place, { force: true });
    if (existsSync(kept)) renameSync(kept, place);
    return refuse('npm could not install it. The engine that was there stays.');
  }
  // As it is written: nothing else of the file changes.
  writeFileSync(file, before.replace(JSON.stringify(former), JSON.stringify(wanted)));
  rmSync(kept, { force: true });
  if (isFile)
    for (const other of readdirSync(home))
      if (/\.tgz$/.test(other) && other !== path.basename(place)) rmSync(path.join(home, other));
  console.log(`The engine was ${versionBefore}, and is ${versionIn(root)}. What is in content/ is as it was.`);
  console.log('The next build tells how many files of the site are others than before.');
  return true;
}

function versionIn(root: string): string {
  const file = path.join(root, 'node_modules/broadsheet/package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : 'none';
}
