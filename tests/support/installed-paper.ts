import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asEditors, environment, jobOf, project, removePaper, type BuildResult } from './paper.ts';

/**
 * A folder with a paper and nothing else, in which the engine is installed from the package that `npm pack` makes of it. What npm would
 * fetch besides is linked from the project, so that no network is needed.
 * @param files by their names from the folder
 */
export function installPaper(files: Record<string, string | Buffer>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-installed-'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', root], { cwd: project, stdio: 'pipe' });
  const [packed = ''] = readdirSync(root).filter((name) => name.endsWith('.tgz'));
  installEngine(root, path.join(root, packed));
  removePaper(path.join(root, packed));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
  return root;
}

/** Does what `npm install` would do in a paper's folder, of the engine's package and what is there of others. */
export function installEngine(root: string, packed: string): void {
  const packages = path.join(root, 'node_modules');
  mkdirSync(path.join(packages, '.bin'), { recursive: true });
  for (const name of readdirSync(path.join(project, 'node_modules')).filter((each) => !each.startsWith('.')))
    symlinkSync(path.join(project, 'node_modules', name), path.join(packages, name));
  execFileSync('tar', ['-xzf', packed, '-C', packages]);
  renameSync(path.join(packages, 'package'), path.join(packages, 'broadsheet'));
  chmodSync(path.join(packages, 'broadsheet/lib/desk/desk.js'), 0o755);
  symlinkSync('../broadsheet/lib/desk/desk.js', path.join(packages, '.bin/broadsheet'));
  symlinkSync(process.execPath, path.join(packages, '.bin/node'));
}

/** Runs `npx broadsheet …` in the folder of a paper. */
export function runInstalled(root: string, words: readonly string[], env?: NodeJS.ProcessEnv): Promise<BuildResult> {
  return run(root, ['npx', '--no-install', 'broadsheet', ...words], env);
}

/** Runs the program that npx runs, without npm's own start. */
export function runProgram(root: string, words: readonly string[], env?: NodeJS.ProcessEnv): Promise<BuildResult> {
  return run(root, [process.execPath, ...asEditors, 'node_modules/.bin/broadsheet', ...words], env);
}

function run(root: string, [command = '', ...words]: string[], env: NodeJS.ProcessEnv = {}): Promise<BuildResult> {
  const child = spawn(command, words, {
    cwd: root,
    env: { ...environment(), ...jobOf(root, words, env).env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve) => {
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    child.stderr.on('data', (data) => (output += String(data)));
    child.on('close', (code) => resolve({ code, output }));
  });
}
