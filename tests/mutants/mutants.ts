import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { filesBelow } from '../../src/filing/files.ts';
import { keepPapersInMemory } from '../support/memory.ts';
import { project } from '../support/paper.ts';
import type { MutantRun } from './mutant-runner.ts';
import { ShortestFirst } from './shortest-first.ts';

// npm run mutants -- [room …] [--sample <number>] [--seed <word>]
//
// Breaks the rooms in one place after another, and tells which breaks no unit test sees: all of them, or of each room as many as
// the sample says, the same for the same seed.

/** The mutators of StrykerJS without its runner, which loads all tests anew for each break. Nothing else needs them, so they are no package of the project's. */
const mutators = '@stryker-mutator/instrumenter@10.1.1';
const all = ['newsroom', 'schema', 'markdown', 'body', 'views'];
const tests = 'tests/unit/{newsroom,schema,markdown,views,filing,checks,body,binding}/**/*.test.ts';

interface Mutant {
  id: string;
  fileName: string;
  location: { start: Position; end: Position };
  replacement: string;
}

interface Position {
  line: number;
  column: number;
}

/** What is used of the mutators. */
interface Mutators {
  Instrumenter: new (logger: Record<string, unknown>) => {
    instrument(
      files: { name: string; mutate: true; content: string }[],
      options: { plugins: null; excludedMutations: string[]; ignorers: [] },
    ): Promise<{ files: { name: string; content: string }[]; mutants: Mutant[] }>;
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string', default: 'Infinity' }, seed: { type: 'string', default: 'Broadsheet' } },
});
const rooms = positionals.length > 0 ? positionals : all;
const strange = rooms.find((room) => !existsSync(path.join(project, 'src', room)));
if (strange) throw new Error(`There is no room "${strange}" in src.`);

const sources = new Map(
  rooms.flatMap((room) =>
    filesBelow(path.join(project, 'src', room), /\.ts$/).map((name) => {
      const file = path.join(project, 'src', room, name);
      return [file, readFileSync(file, 'utf8')] as const;
    }),
  ),
);
const { files, mutants } = await mutated();
const broken = new Map(files.map(({ name, content }) => [name, content]));
const roomOf = ({ fileName }: Mutant) => path.relative(path.join(project, 'src'), fileName).split(path.sep)[0] ?? '';
const tried = rooms.flatMap((room) => sample(mutants.filter((mutant) => roomOf(mutant) === room)));

keepPapersInMemory();
const vitest = await startVitest(
  [],
  {
    config: false,
    root: project,
    watch: false,
    include: [tests],
    runner: path.join(import.meta.dirname, 'mutant-runner.ts'),
    reporters: ['dot'],
    silent: true,
    update: 'none',
    sequence: { sequencer: ShortestFirst },
    isolate: false,
    maxWorkers: 1,
    // It would give what was broken for what is not, in the next run of other tests too.
    fsModuleCache: false,
    // Milliseconds after which a break is seen because the program stands still.
    testTimeout: 60_000,
    provide: { mutants: tried.map(({ id }) => id) },
  },
  {
    plugins: [
      {
        name: 'mutants',
        enforce: 'pre',
        transform: (code, id) => {
          const [file = ''] = id.split('?');
          return file.startsWith(path.join(project, 'src/')) ? forgetful(broken.get(file) ?? code) : undefined;
        },
      },
    ],
  },
);
const run: MutantRun = { seen: [], unseen: [], loaded: [] };
for (const { meta, result } of vitest.state.getFiles()) {
  // Such a test is tried with no break; Vitest has said which it is, and sets the exit code.
  if (result?.state === 'fail') console.log('A test fails while nothing is broken: less is seen than could be.');
  const { mutants: some } = meta as { mutants?: MutantRun };
  for (const key of ['seen', 'unseen', 'loaded'] as const) run[key].push(...(some?.[key] ?? []));
}
await vitest.close();

const seen = new Set(run.seen);
const reached = new Set([...run.seen, ...run.unseen]);
// Tables and the like, which are made once: no test makes them anew.
const loaded = new Set(run.loaded.filter((id) => !reached.has(id)));
for (const room of rooms) {
  const some = tried.filter((mutant) => roomOf(mutant) === room && !loaded.has(mutant.id));
  const missed = some.filter(({ id }) => !seen.has(id));
  for (const mutant of missed) console.log(told(mutant));
  const share = ((1 - missed.length / some.length) * 100).toFixed(1);
  const of = mutants.filter((mutant) => roomOf(mutant) === room).length;
  console.log(`${room}: ${share} % of ${some.length} breaks are seen, tried of ${of}\n`);
}

/** The sources with all breaks in them, each behind a switch. */
async function mutated() {
  const folder = path.join(project, 'node_modules/.cache/mutants');
  const { resolve } = createRequire(path.join(folder, 'package.json'));
  const [, name = '', version = ''] = /^(.+)@(.+)$/.exec(mutators) ?? [];
  const manifest = path.join(folder, 'node_modules', name, 'package.json');
  if (!existsSync(manifest) || !readFileSync(manifest, 'utf8').includes(`"version": "${version}"`)) {
    console.log('Installing the mutators …');
    const flags = ['--no-save', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
    const { status } = spawnSync('npm', ['install', '--prefix', folder, ...flags, mutators], { stdio: 'inherit' });
    if (status !== 0) throw new Error('The mutators could not be installed; npm says above why.');
  }
  const { Instrumenter } = (await import(pathToFileURL(resolve(name)).href)) as Mutators;
  const quiet = () => undefined;
  return new Instrumenter({ debug: quiet, info: quiet, warn: quiet, isDebugEnabled: () => false }).instrument(
    [...sources].map(([file, content]) => ({ name: file, mutate: true, content })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
}

function sample(some: Mutant[]): Mutant[] {
  const placeOf = ({ fileName, location, replacement }: Mutant) =>
    createHash('sha256')
      .update(JSON.stringify([values.seed, path.relative(project, fileName), location, replacement]))
      .digest('hex');
  const places = new Map(some.map((mutant) => [mutant, placeOf(mutant)]));
  const drawn = some.toSorted((one, other) => ((places.get(one) ?? '') < (places.get(other) ?? '') ? -1 : 1));
  return drawn.slice(0, Number(values.sample));
}

/** A module whose memories are emptied between two runs of a test: what was made with a break is not met without it. */
function forgetful(code: string): string {
  return code.replace(
    /^(const \w+ = )(new (?:Weak)?Map(<.*>)?\(\));$/gm,
    (_, start: string, made: string) => `${start}globalThis.memory(${made.replace('WeakMap', 'Map')});`,
  );
}

function told({ fileName, location: { start, end }, replacement }: Mutant): string {
  // Counted from nought, as is what is cut out of a line.
  const lines = (sources.get(fileName) ?? '').split('\n').slice(start.line, end.line + 1);
  const last = lines.pop() ?? '';
  const original = [...lines, last.slice(0, end.column)].join('\n').slice(start.column);
  const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 100);
  return `${path.relative(project, fileName)}:${start.line + 1}:${start.column + 1}  ${short(original)}  →  ${short(replacement)}`;
}
