// Makes ready what the other commands need, in plain JavaScript for the Node.js that is there (20 or later):
// the packages of the lockfile and, with --tests, Chromium and Java for the tests.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const mark = 'node_modules/.broadsheet';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  console.log('Installing packages, which takes a minute the first time …');
  // Not `npm ci`: it refuses a lockfile that leaves out packages of other platforms.
  run('npm', ['install', '--no-audit', '--no-fund', '--no-save', '--loglevel=error']);
  writeFileSync(mark, wanted);
}

if (process.argv.includes('--tests')) {
  const missing = [
    ['chromium', ['chromium', 'chromium-browser', 'google-chrome']],
    ['default-jre-headless', ['java']],
  ]
    .filter(([, commands]) => !commands.some(found))
    .map(([name]) => name);
  if (missing.length > 0) installSystem(missing);
}

function installSystem(packages) {
  if (!found('apt-get') || process.getuid?.() !== 0) {
    console.error(`The tests need ${packages.join(' and ')}. Install them: sudo apt-get install ${packages.join(' ')}`);
    process.exit(1);
  }
  console.log(`Installing ${packages.join(' and ')} …`);
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  run('apt-get', ['update', '-qq'], quiet);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    ...quiet,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function found(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;
}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
