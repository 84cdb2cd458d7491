import path from 'node:path';
import { epoch } from '../newsroom/calendar.ts';
import { digestOf } from '../newsroom/digest.ts';
import { articlePath, recordedPath } from '../newsroom/permalink.ts';
import { openFrom } from '../newsroom/release.ts';
import { article } from '../schema/article.ts';
import { placeProblem } from './article-file.ts';
import { filesBelow, readText } from './files.ts';
import { addToLedger, firstAddress, ledgerFile, readLedger, type LedgerEntry } from './ledger.ts';
import { readMarkdownFile } from './markdown-file.ts';
import { readPaperData } from './paper-data.ts';

/**
 * Adds to the ledger the addresses that it lacks of a paper without mistakes, and with the first where the paper is read: those that readers can open at an instant, former
 * ones among them. Only articles that it lacks, and those with former addresses, are taken apart.
 * @returns what was added, in words
 */
export function recordAddresses({ root, asOf }: { root: string; asOf: string }): string[] {
  const recorded = new Set(readLedger(root).entries.map(({ permalink }) => permalink));
  const added = filesBelow(path.join(root, 'content/articles'), /^index\.md$/)
    .map((file) => file.slice(0, -'/index.md'.length))
    .flatMap((place) => entriesOf(root, place, recorded, asOf));
  const paper = added.length > 0 && !firstAddress(root) ? readPaperData(root).publication?.url : undefined;
  addToLedger(root, [...added, ...(paper ? [{ paper }] : [])]);
  if (added.length === 0) return [`Nothing new for ${ledgerFile}.`];
  return [`Added to ${ledgerFile}; commit it:`, ...added.map(({ permalink }) => `  ${permalink}`)];
}

function entriesOf(root: string, place: string, recorded: ReadonlySet<string>, asOf: string): LedgerEntry[] {
  const file = `content/articles/${place}/index.md`;
  const source = placeProblem(file) ? undefined : readText(root, file);
  if (!source || !('text' in source)) return [];
  if (recorded.has(recordedPath({ path: place })) && !/^aliases:/m.test(source.text)) return [];
  const reading = readMarkdownFile(file, source.text, article);
  if (!('taken' in reading)) return [];
  const { filed, body } = reading.taken;
  if (openFrom(filed) > epoch(asOf)) return [];
  const { id, status, published, headline, standfirst = '', aliases = [] } = filed;
  const embargoedUntil = status.state === 'embargoed' ? status.until : undefined;
  const digest = digestOf(headline, standfirst, body.trim());
  return [place, ...aliases.map((alias) => alias.replace(/^\/|\/$/g, ''))]
    .filter((path) => articlePath.test(path))
    .map((path) => recordedPath({ path }))
    .filter((permalink) => !recorded.has(permalink))
    .map((permalink) => ({ id, permalink, published, embargoedUntil, digest }));
}
