// Makes ready what the other commands need, in plain JavaScript for the Node.js that is there (20 or later):
// the packages of the lockfile and, with --tests, the programs that the tests run.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const mark = 'node_modules/.broadsheet';
const install = ['install', '-y', '-qq', '--no-install-recommends'];
const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
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
  const isRoot = found('apt-get') && process.getuid?.() === 0;
  if (missing.length > 0 && !isRoot) {
    console.error(`The tests need ${missing.join(' and ')}. Install them: sudo apt-get install ${missing.join(' ')}`);
    process.exit(1);
  }
  if (missing.length > 0) installSystem(missing);
  if (isRoot)
    installIfThere(
      ['chromium-headless-shell', 'firefox-esr'].filter((name) => !found(name)),
      missing.length === 0,
    );
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
  run('apt-get', ['update', '-qq'], { env: quiet });
  run('apt-get', [...install, ...packages], { env: quiet, stdio: ['ignore', 'ignore', 'inherit'] });
  const services = packages.flatMap((name) => ({ 'nginx-light': ['nginx'], caddy: ['caddy'] })[name] ?? []);
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

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
