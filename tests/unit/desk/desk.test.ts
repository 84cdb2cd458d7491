import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { makePaper, removePaper } from '../../support/paper.ts';

// A paper without a word: whatever a verb did in it would be told, or stay.
const root = makePaper({});
const desk = path.join(root, 'src/desk/desk.ts');
mkdirSync(path.join(root, 'content'), { recursive: true });
/** Its files, without those that a program keeps compiled. */
const standing = () => readdirSync(root).filter((name) => name !== '.astro');
const files = standing();
const { argv } = process;
afterAll(() => removePaper(root));
afterEach(() => {
  process.argv = argv;
  process.exitCode = undefined;
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

class Ended extends Error {
  readonly status: number;
  constructor(status: unknown) {
    super('The command has ended.');
    this.status = Number(status);
  }
}

/** What `npm run desk …` and the other commands come to: the program of the desk, in this process. */
async function run(words: string, env: Record<string, string> = {}, folder = root) {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  let [told, refused] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((told += String(text))));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((refused += String(text))));
  vi.spyOn(console, 'log').mockImplementation((text) => void (told += `${text}\n`));
  vi.spyOn(console, 'error').mockImplementation((text) => void (refused += `${text}\n`));
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  vi.spyOn(process, 'exit').mockImplementation((status) => {
    throw new Ended(status);
  });
  process.argv = [process.execPath, desk, ...words.split(' ').filter(Boolean)];
  vi.resetModules();
  const status = await import(desk).then(
    () => Number(process.exitCode),
    (error: unknown) => {
      if (error instanceof Ended) return error.status;
      throw error;
    },
  );
  vi.restoreAllMocks();
  return { status, told, refused };
}

const verbs = [
  'editor',
  'proof',
  'correct',
  'withdraw',
  'embargo',
  'release',
  'move',
  'init',
  'new',
  'import',
  'publish',
  'edition',
  'next',
  'preview',
  'update',
  'start',
  'dev',
  'check',
  'completion',
  'explain',
  'build',
  'press',
];

describe('Help', () => {
  test.each(verbs)('on %s says how it is typed, with an example, and does nothing', async (verb) => {
    const { status, told, refused } = await run(`${verb} --help`);
    expect([status, refused]).toEqual([0, '']);
    expect(told).toMatch(/^Usage: npm (start|run ).*\n\n\w[^]*\n\nFor example: .*npm .*\n( {13}.*npm .*\n)*$/);
    expect(standing()).toEqual(files);
  });

  test.each([
    'publish -h',
    'publish help',
    'help publish',
    'publish -- --help',
    'edition 2019-03-01 --help',
    'start --port --help',
  ])('is given to "%s"', async (words) => {
    const { status, told } = await run(words);
    expect([status, told]).toEqual([0, expect.stringContaining('For example: ') as string]);
  });

  test.each(['--help', '-h', 'help'])('without a verb, "%s", lists them all', async (words) => {
    const { status, told } = await run(words);
    expect(status).toBe(0);
    expect(told.match(/^ {2}npm (?!run desk help).*$/gm)).toHaveLength(verbs.length);
  });
});

test.each(verbs)('%s tells programs, too: with --json, on the standard output alone.', async (verb) => {
  const { told } = await run(`help ${verb}`);
  expect(told).toMatch(/^ {2}--json +tells it for programs/m);
});

test.each([
  ['explain P-003 --json', 0, { code: 'P-003', level: 'mistake' }],
  ['explain P-999 --json', 2, { done: false, refused: ['There is no code "P-999". Did you mean P-009?'] }],
  ['release 2019/03/01/none --json', 2, { done: false }],
  ['check none.md --json', 2, { done: false, refused: ['There is no "none.md" in this paper.'] }],
  ['completion bash --json', 0, { shell: 'bash' }],
])('"%s" ends with %i and one object.', async (words, ends, object) => {
  const { log, error, warn } = console;
  const { status, told } = await run(words);
  Object.assign(console, { log, error, warn });
  expect([status, JSON.parse(told)]).toEqual([ends, expect.objectContaining(object)]);
});

describe('In a folder without a paper', () => {
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'broadsheet-elsewhere-'));
  afterAll(() => removePaper(elsewhere));

  test.each(['check', 'next', 'build', 'publish --yes', 'start', 'press', 'import -', 'new Vote', 'update engine.tgz'])(
    '"%s" says where one is, or how to make one, and writes nothing.',
    async (words) => {
      const { status, told, refused } = await run(words, {}, elsewhere);
      expect([status, told]).toEqual([1, '']);
      expect(refused).toMatch(/^There is no paper in this folder: .* make one: npx broadsheet init <folder>\n$/);
      expect(readdirSync(elsewhere)).toEqual([]);
    },
  );

  test('below one it is named.', async () => {
    writeFileSync(path.join(root, 'content/publication.yaml'), '');
    const { refused } = await run('check', {}, path.join(root, 'content'));
    rmSync(path.join(root, 'content/publication.yaml'));
    expect(refused).toContain(`The paper is in ${root}: go there first.`);
  });

  test('what brings templates and collections is told as it has to be.', async () => {
    mkdirSync(path.join(elsewhere, 'content'));
    const { status, refused } = await run('build', {}, elsewhere);
    rmSync(path.join(elsewhere, 'content'), { recursive: true });
    expect(status).toBe(1);
    expect(refused).toMatch(
      /^astro\.config\.mjs is missing\. Write it:\n\n {4}import [^]*\nsrc\/content\.config\.ts is missing\. Write it:\n\n {4}import /,
    );
  });
});

test('An example has two dashes before its options, wherever these stand.', async () => {
  const { told } = await run('help init');
  expect(told).toContain('\nFor example: npm run desk init -- ../kuestenblatt --name ');
});

describe('Nothing is done, with the reason and the way to help,', () => {
  test.each([
    ['build --dry-run', "Unknown option '--dry-run'."],
    ['publish --hlep', "Unknown option '--hlep'.\n(Did you mean --help?)"],
    ['publish now', "Too many arguments for 'publish'. Expected 0 arguments but got 1: now."],
    ['check --fxi', "Unknown option '--fxi'.\n(Did you mean --fix?)"],
    ['build -n', "Unknown option '-n'."],
    ['build --constructor', "Unknown option '--constructor'."],
    ['edition', "Missing required argument 'date or article'."],
    ['edition 2019-03-01 --pdf', "Unknown option '--pdf'."],
    [
      'edition 2019-03-01 2019-03-02',
      "Too many arguments for 'edition'. Expected 1 argument but got 2: 2019-03-01, 2019-03-02.",
    ],
    ['start --prot 8080', "Unknown option '--prot'.\n(Did you mean --port?)"],
    ['start --port', "Option '--port <port>' argument missing."],
    ['dev --host=yes', "Unknown option '--host=yes'."],
  ])('for "%s"', async (words, fault) => {
    const { status, told, refused } = await run(words);
    expect([status, told, refused.replace(/\n.*\n$/, '')]).toEqual([2, '', fault]);
    expect(refused).toMatch(/\nnpm .* -- --help tells what it takes\.\n$/);
    expect(standing()).toEqual(files);
  });

  test('for an option that npm took for its own', async () => {
    const { status, refused } = await run('build', { npm_config_dry_run: 'true' });
    expect([status, refused]).toEqual([2, expect.stringContaining("Unknown option '--dry-run'.") as string]);
  });

  test.each([
    ['publsh', 'There is no "publsh". Did you mean "publish"?'],
    ['PUBLISH', 'There is no "PUBLISH". Did you mean "publish"?'],
    ['help bild', 'There is no "bild". Did you mean "build"?'],
    ['toString', 'There is no "toString".'],
    ['', 'Usage: npm run desk <verb>'],
  ])('for the verb "%s", with those that there are', async (words, said) => {
    const { status, refused } = await run(words);
    expect([status, refused.split('\n')[0]]).toEqual([2, said]);
    expect(refused).toContain('\n  npm run desk publish  ');
  });
});

const given: Record<string, string> = {
  correct: 'article text',
  withdraw: 'article reason',
  embargo: 'article time',
  release: 'article',
  move: 'article slug',
  init: 'there --yes',
  new: 'Ferry',
  import: 'story.txt',
  completion: 'fish',
  explain: 'P-003',
  edition: '2019-03-01',
  editor: 'there owner/name',
  preview: 'article',
  update: 'engine.tgz',
};

test.each(verbs.map((verb) => `${verb} ${given[verb] ?? ''}`.trim()))(
  'With an instant that is none, %s tells so and does nothing.',
  async (words) => {
    const { status, told, refused } = await run(words, { BROADSHEET_NOW: 'yesterday' });
    expect([status, told, refused]).toEqual([1, '', expect.stringMatching(/^X-002 /)]);
    expect(standing()).toEqual(files);
  },
);

test.each([
  ['check --help', 0, 'stdout', /^Usage: npm run check/],
  ['chekc', 2, 'stderr', /^There is no "chekc"/],
] as const)('The command line "%s" ends with %i, and tells it on %s.', (words, status, stream, told) => {
  const ended = spawnSync(process.execPath, [desk, ...words.split(' ')], { cwd: root, encoding: 'utf8' });
  expect([ended.status, ended[stream]]).toEqual([status, expect.stringMatching(told)]);
  expect(ended.stdout + ended.stderr).toBe(ended[stream]);
});
