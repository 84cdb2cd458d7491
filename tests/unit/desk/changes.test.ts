import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { replace } from '../../../src/desk/change.ts';
import { checkPaper } from '../../../src/desk/check.ts';
import { correct } from '../../../src/desk/correct.ts';
import { embargo } from '../../../src/desk/embargo.ts';
import { move } from '../../../src/desk/move.ts';
import { statusOf, type Outcome } from '../../../src/desk/outcome.ts';
import { release } from '../../../src/desk/release.ts';
import { withdraw } from '../../../src/desk/withdraw.ts';
import { recordAddresses } from '../../../src/filing/record-addresses.ts';
import { makeContent, project, removePaper } from '../../support/paper.ts';
import { articleOf, smallPaper } from '../../support/small-paper.ts';

let root: string;
let refused: string[];
const now = '2025-06-01T08:00:00Z';
const fileOf = (name: string) => path.join(root, `content/articles/2025/05/06/${name}/index.md`);
const text = (name: string) => readFileSync(fileOf(name), 'utf8');

beforeEach(async () => {
  root = makeContent(await smallPaper());
  refused = [];
  vi.stubEnv('BROADSHEET_NOW', now);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation((line) => void refused.push(String(line)));
  recordAddresses({ root, asOf: now });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  removePaper(root);
});

const ends = async (outcome: Promise<Outcome>) => statusOf(await outcome);
const first = '2025/05/06/first';
const draft = () => writeFileSync(fileOf('first'), text('first').replace('status: published', 'status: draft'));
const forget = () => writeFileSync(path.join(root, 'content/ledger.jsonl'), '');

describe('A correction', () => {
  it('is added to the end, with the present time of the paper, and passes the check', async () => {
    const before = text('first');
    expect(await ends(correct(root, first, ' It was "Monday": not Tuesday. ', { kind: 'correction' }))).toBe(0);
    expect(text('first')).toBe(
      before.replace(
        '\n---\n\nThe body',
        `\ncorrections:\n  - { at: 2025-06-01T10:00:00+02:00, text: 'It was "Monday": not Tuesday.' }\n---\n\nThe body`,
      ),
    );
    expect(await ends(correct(root, first, 'And more.', { kind: 'clarification' }))).toBe(0);
    expect(text('first')).toContain('kind: clarification, text: And more. }\n---');
    expect(await checkPaper(root)).toEqual([]);
  });

  it('is refused where no reader has seen the article', async () => {
    draft();
    expect(await ends(correct(root, first, 'x', { kind: 'correction' }))).toBe(1);
    expect(refused[0]).toBe(`content/articles/${first}/index.md: it is not out, so there is nothing to tell readers.`);
  });

  it('is only told with --dry-run', async () => {
    const before = text('first');
    expect(await ends(correct(root, first, 'x', { kind: 'correction', dryRun: true }))).toBe(0);
    expect(text('first')).toBe(before);
  });
});

test('An article is withdrawn with a reason, once.', async () => {
  expect(await ends(withdraw(root, `https://small.example/${first}/`, 'Wrong figures.', {}))).toBe(0);
  expect(text('first')).toContain('\nstatus: { withdrawn: 2025-06-01T10:00:00+02:00, reason: Wrong figures. }\n');
  expect(await checkPaper(root)).toEqual([]);
  expect(await ends(withdraw(root, first, 'x', {}))).toBe(1);
});

describe('An embargo', () => {
  it('takes a time on the paper’s clock', async () => {
    forget();
    expect(await ends(embargo(root, first, '2025-12-05 05:00', {}))).toBe(0);
    expect(text('first')).toContain('\nstatus: { embargoedUntil: 2025-12-05T05:00:00+01:00 }\n');
  });

  test.each([
    ['tomorrow', /^content\/articles\/2025\/05\/06\/first\/index\.md: "tomorrow" is no time\./, 2],
    ['2025-03-30 02:30', /is no time/, 2],
    ['2025-05-30 02:30', /has gone by/, 1],
  ])('of "%s" is refused', async (time, said, status) => {
    forget();
    expect(await ends(embargo(root, first, time, {}))).toBe(status);
    expect(refused[0]).toMatch(said);
  });

  it('is refused where readers have seen the article', async () => {
    expect(await ends(embargo(root, first, '2025-12-05 05:00', {}))).toBe(1);
    expect(refused[0]).toContain('Withdraw it.');
  });

  it('ends with a release, at the time of which the article is published', async () => {
    forget();
    await embargo(root, first, '2025-12-05 05:00', {});
    expect(await ends(release(root, first, {}))).toBe(0);
    expect(text('first')).toContain('\npublished: 2025-06-01T10:00:00+02:00\nstatus: published\n');
    expect(await ends(release(root, first, {}))).toBe(1);
  });
});

describe('An article that moves', () => {
  it('leaves its address leading to it, and is named anew where it was named', async () => {
    expect(await ends(move(root, '2025/05/06/second', 'later', {}))).toBe(0);
    expect(existsSync(fileOf('second'))).toBe(false);
    expect(text('later')).toContain('\naliases:\n  - /2025/05/06/second/\n---\n');
    expect(text('first')).toContain('- article: 2025/05/06/later\n');
    expect(await checkPaper(root)).toEqual([]);
  });

  it('stays with all that names it where one of these cannot be written', async () => {
    const before = [text('first'), text('second')];
    // In place of the file that is written beside the one that names the story.
    mkdirSync(`${fileOf('first')}.${process.pid}.tmp`);
    expect(await ends(move(root, '2025/05/06/second', 'later', {}))).toBe(1);
    expect([text('first'), text('second')]).toEqual(before);
    expect(existsSync(fileOf('later'))).toBe(false);
  });

  it('has no former address where it was never out', async () => {
    forget();
    expect(await ends(move(root, '2025/05/06/second', 'later', {}))).toBe(0);
    expect(text('later')).not.toContain('aliases');
  });

  test.each([
    ['third', 1],
    ['A b', 2],
    ['../x', 2],
    ['', 2],
  ])('is not moved to "%s"', async (slug, status) => {
    expect(await ends(move(root, first, slug, {}))).toBe(status);
    expect(existsSync(fileOf('first'))).toBe(true);
  });
});

test('An article is found by its path, address, folder, file and short link.', async () => {
  const names = [
    first,
    `/${first}/`,
    `content/articles/${first}`,
    `content/articles/${first}/index.md`,
    'a/frst22',
    'https://small.example/a/frst22/',
  ];
  for (const name of names) expect(await ends(correct(root, name, 'x', { kind: 'update', dryRun: true }))).toBe(0);
  expect(await ends(correct(root, '2025/05/06/frist', 'x', { kind: 'update' }))).toBe(2);
  expect(refused).toEqual(['There is no article "2025/05/06/frist". Did you mean 2025/05/06/first?']);
});

test('Commands that write into one article at once lose nothing, and tell a program what they did.', async () => {
  const desk = path.join(project, 'src/desk/desk.ts');
  const notes = ['One.', 'Two.', 'Three.', 'Four.'];
  const told = await Promise.all(
    notes.map(
      (note) =>
        new Promise<string>((resolve) => {
          const words = ['correct', first, note, '--clarification', '--json'];
          const child = spawn(process.execPath, [desk, ...words], { cwd: root });
          let output = '';
          child.stdout.on('data', (data) => (output += String(data)));
          child.on('close', (status) => resolve(`${status} ${output}`));
        }),
    ),
  );
  for (const each of told) {
    expect(each.slice(0, 2)).toBe('0 ');
    expect(JSON.parse(each.slice(2))).toMatchObject({
      done: true,
      written: true,
      file: `content/articles/${first}/index.md`,
    });
  }
  for (const note of notes) expect(text('first')).toContain(`kind: clarification, text: ${note} }`);
});

test('What somebody else has written meanwhile is not lost.', () => {
  const before = text('first');
  writeFileSync(fileOf('first'), articleOf('first', { headline: 'Other' }));
  expect(() => replace(fileOf('first'), { from: before, by: 'x' })).toThrow(
    'somebody has changed it at the same moment',
  );
  expect(text('first')).toContain('headline: Other');
});
