import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const project = path.resolve(import.meta.dirname, '../..');

/** A folder with the whole program in it and a paper of its own, to be built beside the project. */
export function makePaper(content: string | Record<string, string | Buffer>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-'));
  for (const each of ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(path.join(project, each), path.join(root, each), { recursive: true });
  symlinkSync(path.join(project, 'node_modules'), path.join(root, 'node_modules'));
  if (typeof content === 'string') cpSync(content, path.join(root, 'content'), { recursive: true });
  else for (const [file, text] of Object.entries(content)) writeContent(root, file, text);
  return root;
}

/** What a paper says and nothing else, for commands that look at no more. */
export function makeContent(content: Record<string, string | Buffer>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-'));
  for (const [file, text] of Object.entries(content)) writeContent(root, file, text);
  return root;
}

/** A folder like that of a paper, with all that was built in it: the next build there takes it for its own. */
export function copyPaper(root: string, copy = mkdtempSync(path.join(tmpdir(), 'broadsheet-'))): string {
  // Builds look at the times of files to the microsecond, which Node.js does not keep.
  execFileSync('cp', ['-a', `${root}/.`, copy]);
  return copy;
}

/** Writes a file of a paper, with the folders above it. */
export function writeContent(root: string, file: string, content: string | Buffer): void {
  const place = path.join(root, 'content', file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
}

export function removePaper(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

export interface BuildResult {
  /** `null` for a build that was killed. */
  code: number | null;
  output: string;
}

/** The parts of a build that only tests about them ask for: cards, and compressed files. */
export const whole = { BROADSHEET_CARDS: undefined, BROADSHEET_COMPRESS: undefined };

/** Runs the build command of a paper as an editor does, but for cards and compressed files: `whole` brings these. */
export function runBuild(root: string, env: NodeJS.ProcessEnv = {}): Promise<BuildResult> {
  return startBuild(root, env).ended;
}

/** Runs Astro's own command in the folder of a paper. */
export function runAstro(root: string, env: NodeJS.ProcessEnv = {}): Promise<BuildResult> {
  return start(root, ['node_modules/astro/bin/astro.mjs', 'build'], env).ended;
}

/** Runs a verb of the desk as an editor does. */
export function runDesk(root: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<BuildResult> {
  return start(root, ['src/desk/desk.ts', ...words], env).ended;
}

/** Starts the build command of a paper, so that it can be stopped on the way. */
export function startBuild(root: string, env: NodeJS.ProcessEnv = {}): Running {
  return start(root, ['src/desk/desk.ts', 'build'], env);
}

/** Starts the press that stays. */
export function startPress(root: string, env: NodeJS.ProcessEnv = {}): Running {
  return start(root, ['src/desk/desk.ts', 'press'], env);
}

/** A command of a paper to run: what is given to the desk, or nothing for a build, and what its environment has besides. */
export interface Job {
  root: string;
  words?: readonly string[];
  /** What all jobs have in common whose papers are the same: the second of them gets what the first has built. */
  key?: string;
  /** Whether only the site is asked for, and the folder holds no more than what the paper says. */
  isForSite?: boolean;
  /** Whether Astro bundles its templates, though it has bundled the same for another paper. */
  isAnew?: boolean;
  /** Whether nothing is to be built: the folder is a copy of another, whose bundle has to know that it is here. */
  isCopy?: boolean;
  env: NodeJS.ProcessEnv;
}

export function jobOf(root: string, words: readonly string[] | undefined, env: NodeJS.ProcessEnv): Job {
  return {
    root,
    words,
    env: { NODE_ENV: 'production', BROADSHEET_CARDS: 'off', BROADSHEET_COMPRESS: 'off', ...env },
  };
}

/** What the editors' commands say to Node.js. */
export const asEditors = ['--max-semi-space-size=16'];

interface Running {
  child: ChildProcess;
  /** What it has written up to now. */
  told: () => string;
  ended: Promise<BuildResult>;
}

function start(root: string, command: readonly string[], env: NodeJS.ProcessEnv): Running {
  const child = spawn(process.execPath, [...asEditors, ...command], {
    cwd: root,
    env: { ...environment(), ...jobOf(root, undefined, env).env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<BuildResult>((resolve) => {
    child.stdout.on('data', (data) => (output += String(data)));
    child.stderr.on('data', (data) => (output += String(data)));
    child.on('close', (code) => resolve({ code, output }));
  });
  return { child, ended, told: () => output };
}

/** Without what Vitest sets in its workers for Vite's `import.meta.env`: Astro would take it for the editor's wish. */
export function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(DEV|PROD|SSR|MODE|BASE_URL|TEST|VITEST.*)$/.test(name)),
  );
}
