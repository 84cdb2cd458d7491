import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { epoch } from '../newsroom/calendar.ts';
import { articleId, articlePath } from '../newsroom/permalink.ts';
import type { Problem } from '../newsroom/problem.ts';
import { readText } from './files.ts';

/** Every address ever published, a JSON object a line, and where the paper was then; lines are added at the end, and none is changed. */
export const ledgerFile = 'content/ledger.jsonl';

// Whether the day exists was asked when the article was checked; here it would be asked of each that ever was.
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/);

const ledgerEntry = z.strictObject({
  id: z.string().regex(articleId),
  permalink: z
    .string()
    .startsWith('/')
    .endsWith('/')
    .refine((address) => articlePath.test(address.slice(1, -1))),
  published: instant,
  embargoedUntil: instant.optional(),
  digest: z.string().min(1),
});

const paperEntry = z.strictObject({ paper: z.url() });

/** An address as it was first published. */
export interface LedgerEntry {
  id: string;
  /** From the root of the paper: `/2019/03/01/slug/`. */
  permalink: string;
  /** RFC 3339, as filed. */
  published: string;
  /** RFC 3339; where an embargo held it back until later. */
  embargoedUntil?: string | undefined;
  /** Of headline, standfirst and body as they were then. */
  digest: string;
}

export interface Ledger {
  /** In the order of the file, each with its line counted from 1. */
  entries: (LedgerEntry & { line: number })[];
  problems: Problem[];
}

/** Reads the ledger of a paper; a paper that has published nothing yet has none. A-001: a line that is damaged. */
export function readLedger(root: string): Ledger {
  if (!existsSync(path.join(root, ledgerFile))) return { entries: [], problems: [] };
  const source = readText(root, ledgerFile);
  if ('problem' in source) return { entries: [], problems: [source.problem] };
  const entries: Ledger['entries'] = [];
  const problems: Problem[] = [];
  source.text.split('\n').forEach((text, index) => {
    if (text.trim() === '') return;
    const entry = entryOf(text);
    if (entry) entries.push({ ...entry, line: index + 1 });
    else if (!paperOf(text)) problems.push(damaged(index + 1));
  });
  return { entries, problems };
}

/** The address that a paper was first published at, by the ledger, without a slash at its end. */
export function firstAddress(root: string): string | undefined {
  const source = existsSync(path.join(root, ledgerFile)) ? readText(root, ledgerFile) : { text: '' };
  const [line] = 'text' in source ? (/^\{"paper":.*$/m.exec(source.text) ?? []) : [];
  return line && paperOf(line);
}

/** Adds lines at the end of the ledger, and makes one where there is none. */
export function addToLedger(root: string, entries: readonly (LedgerEntry | { paper: string })[]): void {
  if (entries.length === 0) return;
  const file = path.join(root, ledgerFile);
  const unended = existsSync(file) && /[^\n]$/.test(readFileSync(file, 'utf8'));
  appendFileSync(file, `${unended ? '\n' : ''}${entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')}`);
}

/** Milliseconds since 1970 from which readers could open an address. */
export function openSince({ published, embargoedUntil = published }: LedgerEntry): number {
  return Math.max(epoch(published), epoch(embargoedUntil));
}

function entryOf(text: string): LedgerEntry | undefined {
  try {
    return ledgerEntry.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function paperOf(text: string): string | undefined {
  try {
    return paperEntry.safeParse(JSON.parse(text)).data?.paper;
  } catch {
    return undefined;
  }
}

function damaged(line: number): Problem {
  return {
    code: 'A-001',
    file: ledgerFile,
    line,
    found: 'The line is not one that the desk has written in publishing.',
    remedy: 'Put it back as it was committed: lines are only ever added at the end.',
  };
}
