import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PaperReading } from '../checks/paper.ts';
import { keepPassages } from '../filing/keep-passages.ts';
import { readLedger } from '../filing/ledger.ts';
import { currentInstant } from '../filing/now.ts';
import { recordAddresses } from '../filing/record-addresses.ts';
import { changedSince } from '../filing/stamps.ts';
import { instantInZone } from '../newsroom/calendar.ts';
import { mistakesIn, problemCount, problemReport } from '../newsroom/problem.ts';
import { indexFile, PressIndex } from '../press/press-index.ts';
import { buildPaper } from './build.ts';
import { readAgain } from '../press/reading-again.ts';
import type { Outcome } from './outcome.ts';
import { refuse } from './refuse.ts';
import { feedsOf, kindsOfNews, toCome, type ToCome } from './to-come.ts';

export interface Wanted {
  /** No question is asked. */
  yes?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

/** Asks a question that is answered by yes or no; `undefined` where nobody is there to answer. */
type Asks = ((question: string) => Promise<boolean>) | undefined;

function onTerminal(): Asks {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  return async (message) => {
    const { confirm, isCancel } = await import('@clack/prompts');
    const answer = await confirm({ message });
    return !isCancel(answer) && answer;
  };
}

/**
 * `npm run desk publish`: tells what readers will see, checks and builds a paper as of one instant, and puts down beside it what has to outlast it.
 * On a terminal it asks first, where readers will see anything. A paper with mistakes is left as it is.
 * @returns whether it was published
 */
export async function publish(root: string, wanted: Wanted = {}, asks: Asks = onTerminal()): Promise<Outcome> {
  const asOf = currentInstant();
  // Astro loads the paper again: it has to be as of the same instant.
  process.env['BROADSHEET_NOW'] = asOf;
  const paper = await readAgain(root);
  const wrong = mistakesIn(paper.problems).length > 0;
  if (wrong && wanted.dryRun) return refuse(`${problemReport(paper.problems)}\n\n${problemCount(paper.problems)}`);
  const forReaders = wrong ? undefined : comingIn(root, paper, asOf);
  if (forReaders) console.log(inWords(forReaders, paper));
  if (wanted.dryRun) {
    console.log('Nothing was published.');
    return { isDone: true, facts: { done: true, published: false, ...forReaders } };
  }
  const isNews = forReaders && kindsOfNews.some((kind) => kind !== 'scheduled' && forReaders[kind].length > 0);
  const isAsked = asks && isNews && !wanted.yes && !wanted.json;
  if (isAsked && !(await asks('Publish it?'))) return refuse('Nothing was published.');
  // Before the build, which reads them: after it, the next one would have every page to make again.
  const kept = await keepIds({ root, asOf, paper });
  if (!(await buildPaper(root))) return false;
  for (const done of [...kept, ...recordAddresses({ root, asOf })]) console.log(done);
  return { isDone: true, facts: { done: true, published: true, ...forReaders } };
}

/**
 * Keeps the ids of the paragraphs of a paper's articles. While there is something to mend nothing is written: the build tells it.
 * @param asOf RFC 3339
 * @param paper as it was read just now, where it was
 * @returns what was done, in a line; nothing when all was kept before
 */
export async function keepIds({
  root,
  asOf,
  paper,
}: {
  root: string;
  asOf: string;
  paper?: PaperReading;
}): Promise<string[]> {
  const bodies = path.join(root, '.astro/bodies');
  const { articles, problems } = paper ?? (await readAgain(root));
  return mistakesIn(problems).length > 0 ? [] : keepPassages(articles.copies, { root, bodies, asOf });
}

interface ForReaders extends ToCome {
  /** Pages that are known to show any of it. */
  pages: string[];
  /** Lists whose feeds tell of it. */
  feeds: string[];
  /** Other files of the paper that have changed since it was last published. */
  files: string[];
}

function comingIn(root: string, { articles }: PaperReading, asOf: string): ForReaders {
  const known = new Set(readLedger(root).entries.map(({ permalink }) => permalink));
  const index = existsSync(path.join(root, indexFile)) ? new PressIndex(root) : undefined;
  try {
    const before = index?.articles() ?? new Map<string, never>();
    const coming = toCome(articles.copies, asOf, { before, since: index?.standing.asOf ?? asOf, known });
    const pages = new Set<string>();
    for (const kind of kindsOfNews)
      for (const { path: place, from = place } of kind === 'scheduled' ? [] : coming[kind]) {
        pages.add(`/${place}`);
        const id = before.get(from)?.copy.filed.id;
        if (id) for (const address of index?.showing({ path: from, id }) ?? []) pages.add(address);
      }
    const isPage = (address: string) => !/\.\w+$/.test(address) && !address.startsWith('/a/');
    const seen = index?.seen() ?? new Map<string, string>();
    const { changed, comeOrGone } = changedSince(root, seen, (place) => seen.has(place));
    const files = [...changed.keys(), ...comeOrGone].filter(
      (file) => /\.\w+$/.test(file) && !/^content\/(?:articles\/|ledger\.jsonl|imports\.jsonl)/.test(file),
    );
    return { ...coming, pages: [...pages].filter(isPage), feeds: feedsOf(coming, [articles.copies, before]), files };
  } finally {
    index?.close();
  }
}

/** A list of each kind that a screen holds. */
const most = 12;

function inWords(coming: ForReaders, { data }: PaperReading): string {
  const timeZone = data.publication?.timeZone ?? 'UTC';
  const lines = kindsOfNews.flatMap((kind) => {
    const all = coming[kind];
    const shown = all.slice(0, most).map(({ path: place, headline, from, at }) => {
      const what = from ? `${from} -> ${place}` : at ? `${place}, from ${instantInZone(at, timeZone)}` : place;
      return `  ${kind.padEnd(9)}  ${what}  ${headline}`;
    });
    return all.length > most ? [...shown, `  ${kind.padEnd(9)}  and ${all.length - most} more`] : shown;
  });
  const { pages, feeds, files } = coming;
  if (feeds.length > 0)
    lines.push(
      `  Pages that show it: ${pages.length}, and the lists that it comes into.`,
      `  Feeds that tell of it: ${feeds.slice(0, most).join(', ')}${feeds.length > most ? ` and ${feeds.length - most} more` : ''}.`,
    );
  if (files.length > 0)
    lines.push(`  Changed besides: ${files.slice(0, most).join(', ')}${files.length > most ? ' …' : ''}`);
  if (lines.length === 0) return 'Readers will see no story otherwise than before.';
  return `Readers will see:\n${lines.join('\n')}`;
}
