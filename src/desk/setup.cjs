// Makes ready what the other commands need, and runs the one that is named behind it: the packages of the lockfile and, with
// --tests, the programs that the tests run. In JavaScript that every Node.js reads, in every folder, to tell where it is no good.
const { spawn, spawnSync } = require('child_process');
const { createHash } = require('crypto');
const { enableCompileCache } = require('module');
const { existsSync, readFileSync, rmSync, writeFileSync } = require('fs');
const { resolve, sep } = require('path');
const { pathToFileURL } = require('url');

const mark = 'node_modules/.broadsheet';
const install = ['install', '-y', '-qq', '--no-install-recommends'];
const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
const isForTests = process.argv[2] === '--tests';
const [script, ...words] = process.argv.slice(isForTests ? 3 : 2);

if (Number(process.versions.node.split('.')[0]) < 20)
  stop(`Broadsheet needs Node.js 20 or later, and this is ${process.version}. Install a newer one from nodejs.org.`);
process.chdir(resolve(__dirname, '../..'));
// Of the first two Node.js makes something else in names of modules, and it runs no TypeScript below the last.
const sign = ['*', '\\', 'node_modules'].find((each) =>
  process
    .cwd()
    .split(sep)
    .some((name) => name === each || (each.length === 1 && name.includes(each))),
);
if (sign) stop(`Node.js cannot work below a folder with "${sign}" in its name. Give another name: ${process.cwd()}`);

if (!isInstalled()) {
  if (words.some((word) => /^(--help|-h|help|--version|-v)$/.test(word)))
    stop('This is told once the packages are there: npm start installs them, and shows the paper.');
  console.log('Installing packages, which takes a minute the first time …');
  // One that was broken off leaves no mark of an earlier one.
  rmSync(mark, { force: true });
  // Not `npm ci`: it refuses a lockfile that leaves out packages of other platforms.
  const npm = spawnSync(
    'npm',
    ['install', '--include=dev', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'],
    {
      stdio: 'inherit',
    },
  );
  if (npm.error) stop(`The packages cannot be installed, since npm does not run (${npm.error.message}). Install npm.`);
  if (npm.status !== 0)
    stop('The packages could not be installed; npm says above why. With a network, the same command tries again.');
  writeFileSync(mark, wanted());
}

if (isForTests) {
  const missing = [
    ['chromium', ['chromium', 'chromium-browser', 'google-chrome']],
    ['default-jre-headless', ['java']],
    ['nginx-light', ['nginx']],
    ['libnginx-mod-http-brotli-static', ['/usr/lib/nginx/modules/ngx_http_brotli_static_module.so']],
    ['caddy', ['caddy']],
    ['libxml2-utils', ['xmllint']],
    ['zbar-tools', ['zbarimg']],
    ['poppler-utils', ['pdftoppm']],
    ['qpdf', ['qpdf']],
    ['epubcheck', ['/usr/bin/epubcheck']],
    ['lynx', ['lynx']],
    ['w3m', ['w3m']],
    ['elinks', ['elinks']],
    ['fonts-noto-core', ['/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf']],
    ['fonts-noto-cjk', ['/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc']],
  ]
    .filter(([, commands]) => !commands.some(found))
    .map(([name]) => name);
  const isRoot = found('apt-get') && process.getuid() === 0;
  if (missing.length > 0 && !isRoot)
    stop(`The tests need ${missing.join(' and ')}. Install them: sudo apt-get install ${missing.join(' ')}`);
  if (missing.length > 0) installSystem(missing);
  if (isRoot)
    installIfThere(
      ['chromium-headless-shell', 'firefox-esr'].filter((name) => !found(name)),
      missing.length === 0,
    );
}

if (script) run(script);

/** Whether what the lockfile names is there; one that npm was kept from finishing lacks packages, or the mark. */
function isInstalled() {
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted()) return false;
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  return Object.keys(dependencies).every((name) => existsSync(`node_modules/${name}/package.json`));
}

function wanted() {
  return createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
}

/**
 * Runs a script of the project with the Node.js of the packages, in this process where that is at work already. What Node.js
 * compiles is kept for the next command.
 */
function run(script) {
  const compiled = resolve('node_modules/.cache/compiled');
  const { version } = JSON.parse(readFileSync('node_modules/node/package.json', 'utf8'));
  const node = ['node', 'node.exe'].map((name) => resolve('node_modules/node/bin', name)).find(existsSync);
  if (process.versions.node === version || (!node && process.features.typescript)) {
    process.argv.splice(1, Infinity, script, ...words);
    if (enableCompileCache) enableCompileCache(compiled);
    return import(pathToFileURL(resolve(script)).href);
  }
  if (!node)
    stop(
      'The package "node" lacks its program, which its install script fetches: npm rebuild node --ignore-scripts=false',
    );
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
  const child = spawn(node, [...process.execArgv, script, ...words], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', ({ message }) => stop(`The Node.js of the packages does not run on this machine (${message}).`));
  child.on('exit', (code) => process.exit(code === null ? 1 : code));
}

function stop(reason) {
  console.error(reason);
  process.exit(1);
}

// The one makes the tests faster, the other prints too; not every release has both, so each is asked for by itself.
function installIfThere(packages, isOutdated) {
  const once = { env: quiet, stdio: 'ignore', timeout: 400_000 };
  if (packages.length > 0 && isOutdated) spawnSync('apt-get', ['update', '-qq'], once);
  for (const name of packages) {
    console.log(`Installing ${name}, if there is one …`);
    spawnSync('apt-get', [...install, name], once);
  }
}

function installSystem(packages) {
  console.log(`Installing ${packages.join(' and ')} …`);
  holdServices();
  must('apt-get', ['update', '-qq'], { env: quiet });
  must('apt-get', [...install, ...packages], { env: quiet, stdio: ['ignore', 'ignore', 'inherit'] });
  const services = packages.flatMap((name) => ({ 'nginx-light': ['nginx'], caddy: ['caddy'] })[name] || []);
  if (services.length > 0 && found('systemctl')) spawnSync('systemctl', ['disable', ...services], { stdio: 'ignore' });
}

// The tests start the web servers themselves: none is to run on this machine because it was installed. Debian asks this
// file before it starts a service.
function holdServices() {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return;
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  process.on('exit', () => rmSync(policy, { force: true }));
  process.on('SIGINT', () => process.exit(130));
}

/** Of a command by its name, or of a file. */
function found(name) {
  return name.startsWith('/') ? existsSync(name) : spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}

function must(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status || 1);
}
