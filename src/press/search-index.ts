import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { BodyCache } from '../body/body-cache.ts';
import type { BodyText } from '../body/body.ts';
import { forSearch } from '../body/for-search.ts';
import { htmlOf } from '../body/html.ts';
import { htmlText, htmlValue } from '../newsroom/escaping.ts';
import type { IndexRecord } from '../newsroom/index-parts.ts';
import { languageOf } from '../newsroom/languages.ts';

/** What of the engine an index is made by: it is made again when one of these changes. */
export const indexSources = ['press/search-index.ts', 'press/broadsheet.ts', 'body', 'components/photo'];

interface Work {
  /** Of the part: `en-x-0`. */
  name: string;
  records: readonly IndexRecord[];
  bodies: BodyCache;
  /** A new one. */
  folder: string;
}

/**
 * Writes one part of the search index into a folder: the same files for the same records.
 * @returns the names of the files
 */
export async function writeIndex({ name, records, bodies, folder }: Work): Promise<string[]> {
  const { createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: name });
  if (!index) throw new Error(`The search index could not be begun: ${errors.join(' ')}`);
  for (const record of records) {
    const body = bodies.read(record.bodyKey);
    if (!body) throw new Error(`The rendered body ${record.bodyKey} is gone from the cache. Build again.`);
    // One after the other: the order decides the bytes.
    const added = await index.addHTMLFile({ url: record.url, content: documentOf(record, body) });
    if (added.errors.length > 0) throw new Error(`${record.url} could not be indexed: ${added.errors.join(' ')}`);
  }
  const { files, errors: failed } = await index.getFiles();
  if (failed.length > 0) throw new Error(`The search index could not be made: ${failed.join(' ')}`);
  await index.deleteIndex();
  const stemmed = files.some((file) => file.path === `wasm.${name}.pagefind`);
  const written = files.filter((file) => isUsed(file, { name, program: stemmed ? name : 'unknown' }));
  for (const folderOfFile of new Set(written.map((file) => path.dirname(file.path))))
    mkdirSync(path.join(folder, folderOfFile), { recursive: true });
  for (const { path: file, content } of written) writeFileSync(path.join(folder, file), content);
  return written.map((file) => file.path);
}

/** Whether a browser ever asks for a file: Pagefind writes its own interface beside the index, and each filter's stories. */
function isUsed(
  { path: file, content }: { path: string; content: Uint8Array },
  { name, program }: { name: string; program: string },
): boolean {
  if (/^(index|fragment)\/|\.pf_meta$|^pagefind-entry\.json$/.test(file)) return true;
  // What a result shows is kept with the result; no search is narrowed by it.
  if (file.startsWith('filter/')) return !gunzipSync(content).subarray(0, 32).includes(cardFilter);
  // The program is loaded from a language's first part and reads the others.
  return /-x-0$/.test(name) && ['pagefind.js', 'pagefind-worker.js', `wasm.${program}.pagefind`].includes(file);
}

const cardFilter = 'result-card';

/**
 * A page with what is to be found of a story, marked in Pagefind's way. Every word of its `meta` is searched,
 * so what a result shows beside its text goes in as a filter.
 */
function documentOf({ headline, kicker, standfirst, names, filters, card }: IndexRecord, body: BodyText): string {
  const fact = (kind: 'meta' | 'filter' | 'sort', name: string, value: string) =>
    `<meta data-pagefind-${kind}="${name}[content]" content="${htmlValue(value)}">`;
  const words = (text: string) => spaced(text, card.language);
  return [
    '<!doctype html><html><head>',
    fact('meta', 'title', words(headline)),
    kicker ? fact('meta', 'kicker', words(kicker)) : '',
    names.length > 0 ? fact('meta', 'names', words(names.join(', '))) : '',
    fact('sort', 'date', String(card.at)),
    fact('filter', cardFilter, JSON.stringify(card)),
    ...Object.entries(filters).flatMap(([name, values]) => values.map((value) => fact('filter', name, value))),
    '</head><body>',
    standfirst ? `<p data-pagefind-weight="5">${htmlText(standfirst)}</p>` : '',
    htmlOf(forSearch(body)),
    '</body></html>',
  ].join('\n');
}

/** Pagefind finds the words of a text that is written without spaces, but not those of its `meta`. */
function spaced(text: string, language: string): string {
  if (!languageOf(language).unspaced) return text;
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map((word) => word.segment).join(' ');
}
