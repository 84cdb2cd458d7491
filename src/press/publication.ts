import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { EditorialError } from '../newsroom/problem.ts';

/**
 * What makes the next publication of the last: files that lie ready, and are put in their places by renaming, and files that are
 * taken away afterwards. All are named from the paper's folder.
 */
export interface Publication {
  /** A whole site that takes the place of the published one, once the files are in their places. */
  whole?: { next: string; dist: string; previous: string } | undefined;
  /** In the order in which they are put in their places. */
  moves: readonly (readonly [from: string, to: string])[];
  /** Files, in the order in which they are taken away. */
  removals: readonly string[];
}

const journal = '.astro/journal.json';

/**
 * Publishes. Up to the moment when the journal has its name nothing that is published is touched; from then on the publication is
 * carried to its end by this process, or by the next that calls `finishPublication`.
 * @param root the paper's folder
 * @throws EditorialError X-005 where files cannot be written
 */
export function publish(root: string, publication: Publication): void {
  const at = (file: string) => path.join(root, file);
  writing(root, () => {
    const [[first] = [''], ...more] = publication.moves;
    if (more.length > many) syncAll(path.dirname(at(first)));
    else for (const [from] of publication.moves) sync(at(from));
    for (const folder of foldersOf(publication.moves.map(([, to]) => to))) makeFolder(at(folder));
    // What a folder would refuse later is refused while nothing is changed.
    for (const folder of foldersOf(publication.removals))
      if (existsSync(at(folder))) accessSync(at(folder), constants.W_OK);
    const unfinished = `${at(journal)}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify(publication));
    sync(unfinished);
    renameSync(unfinished, at(journal));
    sync(path.dirname(at(journal)));
  });
  finishPublication(root);
}

/**
 * Carries a publication to its end that was begun, by this process or by one that died; does nothing where there is none.
 * Each act may have been done before.
 * @throws EditorialError X-005 where files cannot be written
 */
export function finishPublication(root: string): void {
  const begun = begunIn(root);
  if (!begun) return;
  const { whole, moves, removals } = begun;
  const at = (file: string) => path.join(root, file);
  writing(root, () => {
    for (const [from, to] of moves) if (existsSync(at(from))) put(at(from), at(to));
    if (whole && existsSync(at(whole.next))) {
      if (existsSync(at(whole.dist))) renameSync(at(whole.dist), at(whole.previous));
      renameSync(at(whole.next), at(whole.dist));
    }
    for (const file of removals) {
      // A folder of that name has come in the place of the file.
      if (!statSync(at(file), { throwIfNoEntry: false })?.isFile()) continue;
      rmSync(at(file));
      removeEmptyFolders(root, path.dirname(file));
    }
    rmSync(at(journal));
  });
  if (whole) rmSync(at(whole.previous), { recursive: true, force: true });
}

/** Whether a publication was begun and has not come to its end. */
export function isPublicationBegun(root: string): boolean {
  return existsSync(path.join(root, journal));
}

function begunIn(root: string): Publication | undefined {
  try {
    return JSON.parse(readFileSync(path.join(root, journal), 'utf8')) as Publication;
  } catch {
    return undefined;
  }
}

function put(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // A file stands where a folder is to be, or a folder where a file is.
    if (statSync(to, { throwIfNoEntry: false })?.isDirectory()) rmSync(to, { recursive: true });
    for (
      let above = path.dirname(to);
      !existsSync(above) || !statSync(above).isDirectory();
      above = path.dirname(above)
    )
      rmSync(above, { force: true });
    mkdirSync(path.dirname(to), { recursive: true });
    renameSync(from, to);
  }
  // Two names of one file stay both.
  rmSync(from, { force: true });
}

function foldersOf(files: readonly string[]): Set<string> {
  return new Set(files.map((file) => path.dirname(file)));
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    // Where a file stands in the way it goes when the folder is needed.
    if (!/^(EEXIST|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

// Renames come to the disk in their order: where the journal is gone from it, all before it are there.
function sync(place: string): void {
  let opened: number;
  try {
    opened = openSync(place, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(opened);
  } catch (error) {
    // Not every system does that for folders.
    if (/^(EIO|ENOSPC|EDQUOT)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    closeSync(opened);
  }
}

/** Of more files than these the disk is told once. */
const many = 200;

/** The same for all files on the disk of a folder, where the system has a program for that. */
function syncAll(folder: string): void {
  spawnSync('sync', ['-f', folder], { stdio: 'ignore' });
}

function removeEmptyFolders(root: string, folder: string): void {
  // The site itself stays.
  for (let each = folder; each.includes(path.sep) || each.includes('/'); each = path.dirname(each))
    try {
      rmdirSync(path.join(root, each));
    } catch {
      return;
    }
}

/** Does something that writes files, and tells what a full disk or a folder without permission says to it as a mistake. */
function writing(root: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    throw unwritable(root, error) ?? error;
  }
}

const reasons: Record<string, [found: string, remedy: string]> = {
  ENOSPC: ['The disk is full', 'Make room on it, then try again.'],
  EDQUOT: ['This account may not have more on the disk', 'Make room in it, then try again.'],
  EROFS: ['The disk can only be read', 'Make it writable, or copy the paper to one that is, then try again.'],
  EACCES: ['This account may not write there', 'Give it the permission to write there, then try again.'],
  EPERM: ['This account may not write there', 'Give it the permission to write there, then try again.'],
};

/** A mistake for the editor where files cannot be written; `undefined` for every other fault. */
export function unwritable(root: string, error: unknown): EditorialError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', dest, path: from, cause } = error as NodeJS.ErrnoException & { dest?: string; cause?: unknown };
  const [found, remedy] = reasons[code] ?? [];
  if (!found || !remedy) return cause === undefined ? undefined : unwritable(root, cause);
  const place = dest ?? from;
  const file = place ? path.relative(root, place).split(path.sep).join('/') || '.' : 'dist';
  const whatNext = isPublicationBegun(root) ? ' What is half published is completed then.' : '';
  return new EditorialError([{ code: 'X-005', file, found: `${found} (${code}).`, remedy: remedy + whatNext }]);
}
