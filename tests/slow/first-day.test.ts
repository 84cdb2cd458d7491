import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { init } from '../../src/desk/init.ts';
import { installEngine, runInstalled } from '../support/installed-paper.ts';
import { removePaper } from '../support/paper.ts';

// What somebody does who begins a paper, one command after the other.

let place: string;
let home: string;
const env = { BROADSHEET_NOW: '2026-11-29T08:00:00Z' };
const ledger = () => readFileSync(path.join(home, 'content/ledger.jsonl'), 'utf8').trim().split('\n');

beforeAll(async () => {
  place = mkdtempSync(path.join(tmpdir(), 'broadsheet first day '));
  vi.stubEnv('BROADSHEET_NOW', env.BROADSHEET_NOW);
  const paper = { name: 'Küstenblatt', language: 'de-DE', place: 'Kiel', timeZone: 'Europe/Berlin' };
  expect(await init(place, 'Küsten blatt', { ...paper, yes: true, install: false, git: false })).toBe(true);
  vi.unstubAllEnvs();
  home = path.join(place, 'Küsten blatt');
  const [engine = ''] = readdirSync(path.join(home, 'engine'));
  installEngine(home, path.join(home, 'engine', engine));
});
afterAll(() => removePaper(place));

test('From a folder that is not there to a published story, with a mistake that is told on the way.', async () => {
  const day = path.join(home, 'content/articles/2026/11/29');
  const filed = await runInstalled(home, ['new', 'Fähre: „pünktlich“'], env);
  expect(filed).toEqual({ code: 0, output: 'content/articles/2026/11/29/faehre-puenktlich/index.md\n' });

  const story = path.join(day, 'faehre-puenktlich/index.md');
  const text = readFileSync(story, 'utf8');
  writeFileSync(story, `${text.replace('status: draft', 'status: pulished')}Die Fähre kam um acht.\n`);
  const checked = await runInstalled(home, ['check'], env);
  expect([checked.code, checked.output]).toEqual([
    1,
    expect.stringMatching(/content\/articles\/2026\/11\/29\/faehre-puenktlich\/index\.md:\d+\n +.*"pulished"/),
  ]);

  writeFileSync(story, `${text.replace('status: draft', 'status: published')}Die Fähre kam um acht.\n`);
  const published = await runInstalled(home, ['publish'], env);
  expect([published.code, published.output]).toEqual([0, expect.stringContaining('Published in dist/.')]);
  expect(ledger().map((line) => (JSON.parse(line) as { permalink: string }).permalink)).toEqual([
    '/2026/11/29/faehre-puenktlich/',
    '/2026/11/29/kuestenblatt-erscheint/',
  ]);
  const page = readFileSync(path.join(home, 'dist/2026/11/29/faehre-puenktlich/index.html'), 'utf8');
  expect(page).toContain('Die Fähre kam um acht.');
  expect(page).toContain('<html lang="de-DE"');
});

test('Nothing of the paper of demonstration is in it.', () => {
  const dist = path.join(home, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(html|json|xml|txt|md|webmanifest)$/.test(name),
  );
  const strange = files.filter((name) =>
    /The Broadsheet|broadsheet\.example|Singapore|Hanoi/.test(readFileSync(path.join(dist, name), 'utf8')),
  );
  expect([files.length > 30, strange]).toEqual([true, []]);
});
