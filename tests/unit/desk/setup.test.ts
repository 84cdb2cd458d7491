import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makePaper, project, removePaper } from '../../support/paper.ts';
import { smallPaper } from '../../support/small-paper.ts';

let root: string;
beforeEach(async () => {
  root = makePaper(await smallPaper());
  rmSync(path.join(root, 'node_modules'));
  mkdirSync(path.join(root, 'bin'));
});
afterEach(() => removePaper(root));

const at = (file: string) => path.join(root, file);

/** What `npm run …` runs, with an npm that does what is given, in a project without packages. */
function run(words: string[], npm?: string, { cwd = root, node = [] as string[] } = {}) {
  if (npm !== undefined)
    writeFileSync(at('bin/npm'), `#!/bin/sh\necho "$@" >> ${at('asked')}\n${npm}`, { mode: 0o755 });
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, at('src/desk/setup.cjs'), ...words], {
    cwd,
    env: { PATH: `${at('bin')}${npm === undefined ? '' : ':/usr/bin:/bin'}`, BROADSHEET_NOW: '2025-05-07T00:00:00Z' },
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

const check = ['src/desk/desk.ts', 'check', 'content/publication.yaml'];
/** A command that ends as soon as it has begun. */
const unknown = ['src/desk/desk.ts', 'chekc'];
// Node.js is that of the packages, and goes by another number than the one that the tests run on.
const installs = `mkdir node_modules
ln -s ${project}/node_modules/* ${project}/node_modules/.bin node_modules
rm node_modules/node
mkdir -p node_modules/node/bin
echo '{ "version": "0.0.0" }' > node_modules/node/package.json
ln -s ${process.execPath} node_modules/node/bin/node`;
const asked = () => (existsSync(at('asked')) ? readFileSync(at('asked'), 'utf8').trim().split('\n').length : 0);

describe('A command in a project without packages', () => {
  test('installs them and then does what it does, from whatever folder', () => {
    const { status, output } = run(check, installs, { cwd: path.dirname(root) });
    expect([status, output]).toEqual([
      0,
      'Installing packages, which takes a minute the first time …\nNothing to mend.\n',
    ]);
    expect(run(check, 'exit 1')).toEqual({ status: 0, output: 'Nothing to mend.\n' });
    expect(asked()).toBe(1);
  });

  test('passes on what it is asked for and how it ends', () => {
    run(unknown, installs);
    expect(run(unknown)).toMatchObject({
      status: 2,
      output: expect.stringContaining('Did you mean "check"?') as string,
    });
  });

  test('keeps what Node.js compiles for the next command', () => {
    run(unknown, installs);
    expect(readdirSync(at('node_modules/.cache/compiled'))).toHaveLength(1);
  });

  test('says what to do where npm fails, below what npm says', () => {
    const { status, output } = run(check, 'echo npm error network >&2; mkdir node_modules; exit 1');
    expect(status).toBe(1);
    expect(output).toMatch(
      /npm error network\nThe packages could not be installed; .*the same command tries again\.\n$/,
    );
    run(check, 'exit 1');
    expect(asked()).toBe(2);
  });

  test('says so where there is no npm', () => {
    const { status, output } = run(check);
    expect([status, output]).toEqual([1, expect.stringContaining('npm does not run') as string]);
  });

  test('installs nothing to tell what it takes', () => {
    const { status, output } = run([...check, '--help'], installs);
    expect([status, asked()]).toEqual([1, 0]);
    expect(output).toContain('npm start installs them');
  });
});

test.each<[string, () => void]>([
  ['the lockfile has changed', () => writeFileSync(at('package-lock.json'), '{}')],
  ['a package is missing', () => renameSync(at('node_modules/dayjs'), at('node_modules/moved'))],
  ['an installation was broken off', () => rmSync(at('node_modules/.broadsheet'))],
])('Packages are installed again where %s.', (_, change) => {
  run(unknown, installs);
  change();
  run(unknown, 'exit 1');
  expect(asked()).toBe(2);
});

test('Which Node.js is needed is told to one that is too old.', () => {
  const old = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.0"})';
  const { status, output } = run(check, installs, { node: ['--import', old] });
  expect([status, output, asked()]).toEqual([1, expect.stringMatching(/^Broadsheet needs Node.js 20 or later/), 0]);
});

test('What to do is told where the packages lack the program of Node.js.', () => {
  run(unknown, `${installs}\nrm node_modules/node/bin/node`);
  const { status, output } = run(check, undefined, { node: ['--no-experimental-strip-types'] });
  expect([status, output]).toEqual([1, expect.stringContaining('npm rebuild node') as string]);
});

test.each(['a*b', 'a\\b', 'node_modules'])('A folder named "%s" is refused in words.', (name) => {
  const inside = path.join(root, name, 'paper');
  mkdirSync(path.join(inside, 'src/desk'), { recursive: true });
  writeFileSync(path.join(inside, 'src/desk/setup.cjs'), readFileSync(path.join(project, 'src/desk/setup.cjs')));
  const { status, stderr } = spawnSync(process.execPath, ['src/desk/setup.cjs', ...check], {
    cwd: inside,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^Node\.js cannot work below a folder with/)]);
});
