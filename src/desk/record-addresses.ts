import path from 'node:path';
import { epoch } from '../newsroom/calendar.ts';
import { digestOf } from '../newsroom/digest.ts';
import { permalinkOf } from '../newsroom/permalink.ts';
import { placeProblem, readableFrom, readArticleFile } from './article-file.ts';
import { filesBelow, readText } from './files.ts';
import { addToLedger, ledgerFile, readLedger, type LedgerEntry } from './ledger.ts';

/**
 * Adds to the ledger the addresses that it lacks of a paper without mistakes: those that readers can open at an instant.
 * Only articles that it lacks are read.
 * @returns what was added, in words
 */
export function recordAddresses({ root, asOf }: { root: string; asOf: string }): string[] {
  const recorded = new Set(readLedger(root).entries.map(({ permalink }) => permalink));
  const added = filesBelow(path.join(root, 'content/articles'), /^index\.md$/)
    .map((file) => file.slice(0, -'/index.md'.length))
    .filter((place) => !recorded.has(permalinkOf({ path: place })))
    .flatMap((place) => entryOf(root, place, asOf) ?? []);
  addToLedger(root, added);
  if (added.length === 0) return [`Nothing new for ${ledgerFile}.`];
  return [`Added to ${ledgerFile}; commit it:`, ...added.map(({ permalink }) => `  ${permalink}`)];
}

function entryOf(root: string, place: string, asOf: string): LedgerEntry | undefined {
  const file = `content/articles/${place}/index.md`;
  const source = placeProblem(file) ? undefined : readText(root, file);
  const reading = source && 'text' in source ? readArticleFile(file, source.text) : undefined;
  if (!reading || !('taken' in reading)) return undefined;
  const { filed, body } = reading.taken;
  if (readableFrom(filed) > epoch(asOf)) return undefined;
  const { id, status, published, headline, standfirst = '' } = filed;
  const embargoedUntil = typeof status === 'object' && 'embargoedUntil' in status ? status.embargoedUntil : undefined;
  const digest = digestOf(headline, standfirst, body.trim());
  return { id, permalink: permalinkOf({ path: place }), published, embargoedUntil, digest };
}
