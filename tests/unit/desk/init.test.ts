import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { parse } from 'yaml';
import { checkPaper } from '../../../src/desk/check.ts';
import { init } from '../../../src/desk/init.ts';
import { languages } from '../../../src/newsroom/languages.ts';
import { makeContent, removePaper } from '../../support/paper.ts';

let root: string;
let refused: string[];
beforeEach(() => {
  root = makeContent({});
  refused = [];
  vi.stubEnv('BROADSHEET_NOW', '2026-11-29T23:30:00Z');
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation((line) => void refused.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  removePaper(root);
});

const frame = { yes: true, install: false, git: false, engine: 'file:engine.tgz' };
const make = (folder: string, wanted: object = {}) => init(root, folder, { ...frame, ...wanted });
const file = (...place: string[]) => readFileSync(path.join(root, ...place), 'utf8');

describe('A new paper', () => {
  test.each(languages.map(({ tag }) => tag))('has nothing to mend in it, in %s', async (language) => {
    expect(await make('new', { name: 'Küsten*blatt_ & [Co]: #1', language, timeZone: 'Asia/Tokyo' })).toBe(true);
    // Names the engine, which is not installed.
    rmSync(path.join(root, 'new/src'), { recursive: true });
    expect(await checkPaper(path.join(root, 'new'))).toEqual([]);
  });

  it('begins with a story of today in its own zone, and what it was told', async () => {
    await make('new', { name: 'Küstenblatt', language: 'de-DE', place: 'Kiel', timeZone: 'Europe/Berlin' });
    expect(readdirSync(path.join(root, 'new/content/articles/2026/11/30'))).toEqual(['kuestenblatt-erscheint']);
    expect(file('new/content/publication.yaml')).toBe(
      'name: Küstenblatt\nurl: https://kuestenblatt.example\nlanguage: de-DE\ntimeZone: Europe/Berlin\nsections:\n  - news\npages:\n  - about\n  - contact\npublisher:\n  name: Küstenblatt\n  place: Kiel\n',
    );
    expect(JSON.parse(file('new/package.json'))).toMatchObject({
      name: 'kuestenblatt',
      dependencies: { broadsheet: 'file:engine.tgz' },
    });
  });

  it('is called as its folder where nothing is said', async () => {
    await make('harbour-news');
    expect(file('harbour-news/content/publication.yaml')).toContain('name: Harbour News\n');
  });

  test.each<[object, string]>([
    [
      { language: 'English' },
      '"English" cannot be the language of a paper. The language of the paper: a tag such as en-GB.',
    ],
    [
      { timeZone: 'Europe/Berlinn' },
      '"Europe/Berlinn" cannot be the time zone of a paper. Did you mean Europe/Berlin?',
    ],
    [
      { url: 'paper.example' },
      '"paper.example" cannot be the url of a paper. The address that readers know: https://broadsheet.example, or with the path that the paper lies below, https://example.org/paper/.',
    ],
    [{ name: ' ' }, '" " cannot be the name of a paper. The name on the nameplate.'],
  ])('is not made where it cannot be: %j', async (wanted, said) => {
    expect([await make('new', wanted), refused]).toEqual([false, [said]]);
    expect(existsSync(path.join(root, 'new'))).toBe(false);
  });

  it('takes the place of nothing', async () => {
    mkdirSync(path.join(root, 'full'));
    writeFileSync(path.join(root, 'full/letter.txt'), 'Dear desk');
    expect(await make('full')).toBe(false);
    expect(refused[0]).toMatch(/^There is something in .* already\. Name a folder/);
    expect(readdirSync(path.join(root, 'full'))).toEqual(['letter.txt']);
  });

  it('may come into an empty folder, or one that Git knows', async () => {
    mkdirSync(path.join(root, 'empty/.git'), { recursive: true });
    expect(await make('empty')).toBe(true);
    expect(readdirSync(root).filter((name) => name.startsWith('.broadsheet'))).toEqual([]);
    rmSync(path.join(root, 'empty'), { recursive: true });
  });
});

describe('A paper whose changes are checked', () => {
  it('has Git check what a commit changes, and all where something is taken away; a mistake stops it', async () => {
    await make('new', { git: true, guard: ['hook'] });
    const home = path.join(root, 'new');
    const bin = path.join(root, 'bin');
    mkdirSync(bin);
    const npx = `#!/bin/sh\necho "$@" >> "${root}/asked"\ntest ! -e "${root}/wrong"\n`;
    writeFileSync(path.join(bin, 'npx'), npx, { mode: 0o755 });
    const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}` };
    const git = (...words: string[]) =>
      spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...words], { cwd: home, env }).status;
    const commit = () => {
      rmSync(path.join(root, 'asked'), { force: true });
      git('add', '--all');
      return [git('commit', '--quiet', '--message', 'x'), existsSync(path.join(root, 'asked')) ? file('asked') : ''];
    };
    const [, first] = commit();
    expect(first).toMatch(/^--no-install broadsheet check content\/articles\//);
    writeFileSync(path.join(home, 'content/pages/about us.md'), 'x');
    expect(commit()).toEqual([0, '--no-install broadsheet check content/pages/about us.md\n']);
    rmSync(path.join(home, 'content/pages/about us.md'));
    expect(commit()).toEqual([0, '--no-install broadsheet check\n']);
    writeFileSync(path.join(home, 'note.txt'), 'x');
    expect(commit()).toEqual([0, '']);
    writeFileSync(path.join(root, 'wrong'), '');
    writeFileSync(path.join(home, 'content/pages/about.md'), 'x');
    expect(commit()[0]).not.toBe(0);
  });

  it('has a step of CI beside that which publishes', async () => {
    await make('new', { deploy: 'gitlab', guard: ['gitlab', 'github'] });
    expect(Object.keys(parse(file('new/.gitlab-ci.yml')) as object)).toEqual(['image', 'pages', 'check']);
    expect(file('new/.github/workflows/check.yml')).toContain('npx broadsheet check --github');
    expect(parse(file('new/.github/workflows/check.yml'))).toMatchObject({ on: 'pull_request' });
    expect(file('new/README.md')).toMatch(/Each pull request on GitHub.*\n\nEach merge request on GitLab/);
    expect(existsSync(path.join(root, 'new/.githooks'))).toBe(false);
  });
});
