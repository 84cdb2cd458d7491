import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { obeyed } from '../../../src/desk/verbs.ts';
import { project, removePaper } from '../../support/paper.ts';

// A paper without a word: whatever a verb did in it would be told, or stay.
const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-'));
const files = readdirSync(root);
afterAll(() => removePaper(root));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** What `npm run desk …` and the other commands come to. */
async function run(words: string, env: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const [log, error] = (['log', 'error'] as const).map((name) => vi.spyOn(console, name).mockReturnValue());
  const status = (await obeyed(words.split(' ').filter(Boolean), root)) ? 0 : 1;
  const [told = '', refused = ''] = [log, error].map((spy) => spy?.mock.calls.map(([text]) => `${text}\n`).join(''));
  return { status, told, refused };
}

const verbs = ['publish', 'edition', 'start', 'dev', 'check', 'build'];

describe('Help', () => {
  test.each(verbs)('on %s says how it is typed, with an example, and does nothing', async (verb) => {
    const { status, told, refused } = await run(`${verb} --help`);
    expect([status, refused]).toEqual([0, '']);
    expect(told).toMatch(/^npm (start|run ).*\n {2}\w[^]*\n\nFor example: .*npm .*\n$/);
    expect(readdirSync(root)).toEqual(files);
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
    expect(told.match(/^ {2}npm .*$/gm)).toHaveLength(verbs.length);
  });
});

describe('Nothing is done, with the reason and the way to help,', () => {
  test.each([
    ['publish --dry-run', 'There is no option "--dry-run".'],
    ['publish --hlep', 'There is no option "--hlep". Did you mean "--help"?'],
    ['publish now', 'npm run desk publish takes no "now".'],
    ['check content', 'npm run check takes no "content".'],
    ['build -n', 'There is no option "-n".'],
    ['build --constructor', 'There is no option "--constructor".'],
    ['edition 2019-03-01 --pdf', 'There is no option "--pdf".'],
    ['start --prot 8080', 'There is no option "--prot". Did you mean "--port"?'],
    ['start --port', '--port needs a value: --port <value>.'],
    ['dev --host=yes', '--host takes no value.'],
  ])('for "%s"', async (words, fault) => {
    const { status, told, refused } = await run(words);
    expect([status, told, refused.split('\n')[0]]).toEqual([1, '', fault]);
    expect(refused).toMatch(/\nnpm .* -- --help tells what it takes\.\n$/);
    expect(readdirSync(root)).toEqual(files);
  });

  test('for an option that npm took for its own', async () => {
    const { status, refused } = await run('publish', { npm_config_dry_run: 'true' });
    expect([status, refused]).toEqual([1, expect.stringContaining('There is no option "--dry-run".') as string]);
  });

  test.each([
    ['publsh', 'There is no "publsh". Did you mean "publish"? There is:'],
    ['PUBLISH', 'There is no "PUBLISH". Did you mean "publish"? There is:'],
    ['help bild', 'There is no "bild". Did you mean "build"? There is:'],
    ['toString', 'There is no "toString". There is:'],
    ['', 'There is:'],
  ])('for the verb "%s", with those that there are', async (words, said) => {
    const { status, refused } = await run(words);
    expect([status, refused.split('\n')[0]]).toEqual([1, said]);
  });
});

test.each([...verbs.filter((verb) => verb !== 'edition'), 'edition 2019-03-01'])(
  'With an instant that is none, %s tells so and does nothing.',
  async (words) => {
    const { status, told, refused } = await run(words, { BROADSHEET_NOW: 'yesterday' });
    expect([status, told, refused]).toEqual([1, '', expect.stringMatching(/^X-002 /)]);
    expect(readdirSync(root)).toEqual(files);
  },
);

test.each([
  ['check --help', 0, 'stdout', /^npm run check\n/],
  ['chekc', 1, 'stderr', /^There is no "chekc"/],
] as const)('The command line "%s" ends with %i, and tells it on %s.', (words, status, stream, told) => {
  const desk = path.join(project, 'src/desk/desk.ts');
  const ended = spawnSync(process.execPath, [desk, ...words.split(' ')], { cwd: project, encoding: 'utf8' });
  expect([ended.status, ended[stream]]).toEqual([status, expect.stringMatching(told)]);
  expect(ended.stdout + ended.stderr).toBe(ended[stream]);
});
