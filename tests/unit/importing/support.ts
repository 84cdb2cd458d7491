import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkPaper } from '../../../src/desk/check.ts';
import { readPaperData } from '../../../src/filing/paper-data.ts';
import { importAll, type Wanted } from '../../../src/importing/importing.ts';
import { Intake } from '../../../src/importing/intake.ts';
import { readMapping } from '../../../src/importing/mapping.ts';
import type { StoryReport } from '../../../src/importing/report.ts';
import { isWarning } from '../../../src/newsroom/codes.ts';

/** A paper with one section and nothing in it, in a folder of its own. */
export function emptyPaper(files: Record<string, string | Uint8Array> = {}): string {
  const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-import-'));
  put(root, {
    'content/publication.yaml':
      'name: The Small Paper\nurl: https://small.example\nlanguage: en-GB\ntimeZone: Asia/Singapore\nsections: [town]\npublisher: { name: Nobody }\n',
    'content/sections/town.yaml': 'name: Town\n',
    ...files,
  });
  return root;
}

export function put(root: string, files: Record<string, string | Uint8Array>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
}

export function remove(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

/** Imports sources that lie in a paper's folder, as `desk import` does. */
export async function imported(
  root: string,
  sources: Parameters<typeof importAll>[0],
  wanted: Wanted & { dryRun?: boolean; fetched?: (address: string) => Promise<Uint8Array | undefined> } = {},
): Promise<StoryReport[]> {
  const reports: StoryReport[] = [];
  const data = readPaperData(root);
  if (!data.publication) throw new Error('There is no paper.');
  const { mapping, problems } = readMapping(root);
  if (problems.length > 0) throw new Error(problems.map(({ found }) => found).join(' '));
  const intake = new Intake({
    root,
    data,
    publication: data.publication,
    mapping,
    now: '2026-11-29T18:00:00+08:00',
    isDry: wanted.dryRun ?? false,
    ...(wanted.fetched ? { fetched: wanted.fetched } : {}),
  });
  await importAll(sources, intake, { ...wanted, told: (report) => void reports.push(report) });
  return reports;
}

/** The text of an article's file, by its path; of the only one where none is named. */
export function articleIn(root: string, named = articlesIn(root)[0] ?? ''): string {
  return readFileSync(path.join(root, 'content/articles', named, 'index.md'), 'utf8');
}

/** Paths of all articles. */
export function articlesIn(root: string): string[] {
  const folder = path.join(root, 'content/articles');
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('index.md'))
      .map((file) => path.dirname(file))
      .sort();
  } catch {
    return [];
  }
}

/** What the paper's own checks find to mend. */
export async function mistakesAt(root: string): Promise<string[]> {
  return (await checkPaper(root))
    .filter((problem) => !isWarning(problem))
    .map(({ code, file, found }) => `${code} ${file}: ${found}`);
}

/** Words of a source that are nowhere, and words of its article that the source does not have. */
export function unaccounted({ leftovers }: StoryReport): string[] {
  return leftovers
    .filter(({ kind }) => /^words that (found no place|the source does not have)$/.test(kind))
    .map(({ kind, text }) => `${kind}: ${text}`);
}

/**
 * Where properties begin to draw: the same seeds every time, so that what fails was changed and did not only come up.
 * `PROPERTY_SEEDS=1-40` tries others.
 */
export function seeds(...usual: number[]): number[] {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(process.env.PROPERTY_SEEDS ?? '') ?? [];
  return first ? Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index) : usual;
}
