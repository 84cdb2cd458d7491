import { isCancel, multiselect, select, text } from '@clack/prompts';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { engineHome } from '../filing/engine.ts';
import { publication } from '../schema/paper.ts';
import { nearest } from '../newsroom/nearest.ts';
import { currentInstant } from '../filing/now.ts';
import { deploymentOf, deployments, type Deployment } from './deployments.ts';
import { editorFiles } from './editor-files.ts';
import { firstContent, type Paper } from './first-edition.ts';
import { guardFiles, guards, hookCommand, isProgram, type Guard } from './guards.ts';
import { settings } from './paper-settings.ts';
import { refuse } from './refuse.ts';
import { slugOf } from '../filing/slug.ts';

export interface Wanted extends Partial<Paper> {
  /** No questions: what is not said is taken from this machine and the folder's name. */
  yes?: boolean;
  /** Where the engine comes from, as npm takes it; by default the one that runs, as a file beside the paper. */
  engine?: string;
  install?: boolean;
  git?: boolean;
  /** Where it is to be put out. */
  deploy?: Deployment;
  /** Where its changes are to be checked. */
  guard?: Guard[];
}

/**
 * `broadsheet init <folder>`: a paper of its own, with a first story dated today: what is in it is all that it needs. A folder that has
 * anything in it is left as it is, and nothing is left of a paper that could not be made.
 * @returns whether it was made
 */
export async function init(root: string, folder: string, wanted: Wanted): Promise<boolean> {
  const home = path.resolve(root, folder);
  if (existsSync(home) && readdirSync(home).some((name) => name !== '.git'))
    return refuse(`There is something in ${home} already. Name a folder that is empty, or not there yet.`);
  const offered = offer(home, wanted);
  const paper = wanted.yes || !process.stdin.isTTY ? offered : await asked(offered, wanted);
  if (!paper) return refuse('Nothing was made.');
  const faults = Object.entries(paper).flatMap(([fact, value]) => faultOf(fact as keyof Paper, value as string) ?? []);
  if (faults.length > 0) return refuse(faults.join('\n'));
  const deploy = wanted.deploy ?? (wanted.yes || !process.stdin.isTTY ? 'none' : await askedWhere());
  if (!deploy) return refuse('Nothing was made.');
  const guard = wanted.guard ?? (wanted.yes || !process.stdin.isTTY ? [] : await askedForGuards());
  if (!guard) return refuse('Nothing was made.');

  mkdirSync(path.dirname(home), { recursive: true });
  const making = mkdtempSync(path.join(path.dirname(home), '.broadsheet-'));
  try {
    const engine = wanted.engine ?? packed(making);
    for (const [file, content] of Object.entries({
      ...frameOf(paper, engine, { deploy, guard }),
      ...firstContent(paper, currentInstant()),
    })) {
      mkdirSync(path.dirname(path.join(making, file)), { recursive: true });
      writeFileSync(path.join(making, file), content);
      if (isProgram(file)) chmodSync(path.join(making, file), 0o755);
    }
    mkdirSync(home, { recursive: true });
    for (const name of readdirSync(making)) renameSync(path.join(making, name), path.join(home, name));
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  console.log(`${paper.name} is in ${home}.`);
  const isInstalled = wanted.install === false || npm(['install', '--no-audit', '--no-fund', '--loglevel=error'], home);
  if (!isInstalled) console.error('The packages could not be installed. In that folder, npm install tries again.');
  if (wanted.git !== false && !existsSync(path.join(home, '.git')))
    spawnSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: home, stdio: 'ignore' });
  const [git, ...config] = hookCommand;
  if (guard.includes('hook') && existsSync(path.join(home, '.git')))
    spawnSync(git, config, { cwd: home, stdio: 'ignore' });
  console.log(`\n  cd ${folder}\n  npm start\n\nThat shows it, and README.md there says how to go on.`);
  return isInstalled;
}

/** What is not said, from the folder's name and this machine. */
function offer(home: string, { name, language, place, timeZone, url }: Wanted): Paper {
  const known = Intl.DateTimeFormat().resolvedOptions();
  const called =
    name ??
    path
      .basename(home)
      .replace(/[-_]+/g, ' ')
      .replace(/(?<!\S)\p{Ll}/gu, (letter) => letter.toUpperCase());
  return {
    name: called,
    language: language ?? (known.locale === 'en-US-posix' ? 'en' : known.locale),
    place:
      place ??
      known.timeZone
        .replace(/^.*\//, '')
        .replaceAll('_', ' ')
        .replace(/^(UTC|GMT)$/, ''),
    timeZone: timeZone ?? known.timeZone,
    url: url ?? `https://${slugOf(called, 'en') || 'paper'}.example`,
  };
}

const questions: Record<keyof Paper, string> = {
  name: 'What is the paper called?',
  language: 'In which language is it written? A tag such as en-GB, de, ar or ja.',
  place: 'Where is it published? It may be left empty.',
  timeZone: 'In which time zone?',
  url: 'At which address will readers find it?',
};

/** Asks for what was not said; `undefined` when the editor breaks off. */
async function asked(offered: Paper, wanted: Wanted): Promise<Paper | undefined> {
  const paper = { ...offered };
  for (const [fact, message] of Object.entries(questions) as [keyof Paper, string][]) {
    if (wanted[fact] !== undefined) continue;
    const { [fact]: initialValue } = offer('', {
      ...offered,
      ...paper,
      ...(fact === 'url' && !wanted.url ? { url: undefined } : {}),
    });
    const answer = await text({ message, initialValue, validate: (given) => faultOf(fact, given ?? '') });
    if (isCancel(answer)) return undefined;
    paper[fact] = answer.trim();
  }
  return paper;
}

/** Asks where the paper is to be put out; `undefined` when the editor breaks off. */
async function askedWhere(): Promise<Deployment | undefined> {
  const options = Object.entries(deployments).map(([value, label]) => ({ value: value as Deployment, label }));
  const answer = await select<Deployment>({ message: 'Where is it to be put out?', options, initialValue: 'none' });
  return isCancel(answer) ? undefined : answer;
}

/** Asks where changes are to be checked; `undefined` when the editor breaks off. */
async function askedForGuards(): Promise<Guard[] | undefined> {
  const options = Object.entries(guards).map(([value, label]) => ({ value: value as Guard, label }));
  const message = 'Where are changes to be checked? (Space chooses; none is an answer, too.)';
  const answer = await multiselect<Guard>({ message, options, required: false });
  return isCancel(answer) ? undefined : answer;
}

/** What is wrong with a fact of a paper, by the schema of `content/publication.yaml`. */
function faultOf(fact: keyof Paper, value: string): string | undefined {
  if (fact === 'place') return undefined;
  const schema = publication.shape[fact];
  const { error } = schema.safeParse(value);
  if (!error) return undefined;
  const near = fact === 'timeZone' ? nearest(value, Intl.supportedValuesOf('timeZone')) : undefined;
  const remedy = near ? `Did you mean ${near}?` : (schema.description ?? '').replaceAll('`', '');
  return `"${value}" cannot be the ${fact === 'timeZone' ? 'time zone' : fact} of a paper. ${remedy}`;
}

/** The engine that runs, packed into a folder: what npm is told of it. */
function packed(folder: string): string {
  const engine = path.join(folder, 'engine');
  mkdirSync(engine);
  // What was installed is packed as it is; in the repository it is compiled first.
  const asItIs = existsSync(path.join(engineHome, 'src')) ? [] : ['--ignore-scripts'];
  execFileSync('npm', ['pack', '--silent', '--pack-destination', engine, ...asItIs], {
    cwd: engineHome,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const [file = ''] = readdirSync(engine);
  return `file:engine/${file}`;
}

/** All of a paper but what it says. */
function frameOf(
  { name, url }: Paper,
  engine: string,
  { deploy, guard }: { deploy: Deployment; guard: readonly Guard[] },
): Record<string, string> {
  const { allowScripts } = JSON.parse(readFileSync(path.join(engineHome, 'package.json'), 'utf8')) as {
    allowScripts: Record<string, boolean>;
  };
  const slug = slugOf(name, 'en') || 'paper';
  const { files, todo } = deploymentOf(deploy, { url, slug, hasEngineFile: engine.startsWith('file:engine/') });
  const checked = guardFiles(guard, files);
  const own = {
    name: slug,
    private: true,
    type: 'module',
    scripts: {
      start: 'broadsheet start',
      dev: 'broadsheet dev',
      check: 'broadsheet check',
      build: 'broadsheet build',
      test: 'broadsheet check && broadsheet build && broadsheet proof',
      desk: 'broadsheet',
    },
    dependencies: { broadsheet: engine },
    allowScripts,
  };
  return {
    'package.json': json(own),
    ...settings,
    'tsconfig.json': json({
      extends: 'astro/tsconfigs/strict',
      include: ['.astro/types.d.ts', '**/*'],
      exclude: ['dist', 'node_modules'],
    }),
    '.gitignore': `node_modules/\ndist/\n.astro/\n*.preview.html\n${'deploy/site.mjs' in files ? 'site/\n' : ''}`,
    ...editorFiles(),
    ...files,
    ...checked.files,
    'README.md': readme(name, url, [todo, ...checked.todo].filter((line) => line !== undefined).join('\n\n')),
  };
}

function readme(name: string, url: string, todo: string): string {
  return `# ${name}

What the paper says is in \`content/\`: \`publication.yaml\` says what paper it is, and each folder below \`articles/\` is a story.

| command | does |
| --- | --- |
| \`npm start\` | builds the paper and shows it |
| \`npm run dev\` | shows it, and each change as it is saved |
| \`npm run desk new "Headline"\` | files a story of today |
| \`npm run check\` | tells what is to be mended |
| \`npm run desk publish\` | builds it into \`dist/\`, and puts down the addresses that are to last: commit them |
| \`npm run desk help\` | lists all commands |

\`dist/\` is the site: any web server can serve it at ${url}. If that is not its address, change \`url\` in
\`content/publication.yaml\` before you publish it: that is all that a move takes, since links in \`content/\` begin with \`/\` wherever the paper
lies, and ids in feeds stay.
${todo ? `\n${todo}\n` : ''}
The engine is \`engine/*.tgz\`. \`npm run desk update <file>\` puts a new one in its place; what is in \`content/\` stays as it is. Colours, faces and components of the paper's own go into \`astro.config.mjs\`; the engine's README
(\`node_modules/broadsheet/README.md\`) says how, and what may stand in a story.
`;
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function npm(words: readonly string[], cwd: string): boolean {
  const { status } = spawnSync('npm', words, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return status === 0;
}
