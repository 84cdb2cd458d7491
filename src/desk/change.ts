import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readLedger } from '../filing/ledger.ts';
import { readMarkdownFile } from '../filing/markdown-file.ts';
import { currentInstant } from '../filing/now.ts';
import { readPaperData } from '../filing/paper-data.ts';
import { instantInZone } from '../newsroom/calendar.ts';
import { nearest } from '../newsroom/nearest.ts';
import { articleNamed, articlePath, recordedPath } from '../newsroom/permalink.ts';
import { article, type FiledArticle } from '../schema/article.ts';
import { misuse, type Outcome } from './outcome.ts';
import { refuse } from './refuse.ts';
import { inWriting } from './turn.ts';
import { typed } from './typed.ts';

/** An article that a command is to change, as it lies there. */
export interface Filed {
  /** `2019/03/01/slug`. */
  path: string;
  /** From the paper's folder. */
  file: string;
  text: string;
  filed: FiledArticle;
  /** Whether it has ever been out: the ledger names it. */
  isKnown: boolean;
  /** The present time as the paper's editors write it. */
  now: string;
  /** IANA. */
  timeZone: string;
}

/** What a command puts into a file, and says of it; or why it does not: the article is not such that it can, or what was typed is. */
export type Change = { text: string; said: string } | { refused: string; isMisused?: boolean };

/**
 * Changes one article. The file is replaced as a whole, or not at all.
 * @param named the article by its path, its address, its folder, its file or its short link
 * @param dryRun to be told only
 * @returns how that ended
 */
export async function change(
  root: string,
  named: string,
  { dryRun = false }: { dryRun?: boolean | undefined },
  changed: (story: Filed) => Change,
): Promise<Outcome> {
  return inWriting(root, async () => {
    const story = await storyNamed(root, named);
    if (typeof story === 'string') return misuse(story);
    try {
      const result = changed(story);
      if ('refused' in result) return (result.isMisused ? misuse : refuse)(`${story.file}: ${result.refused}`);
      const file = path.join(root, story.file);
      if (!dryRun) replace(file, { from: story.text, by: result.text });
      const difference = differenceOf(story.text, result.text);
      console.log(`${story.file}: ${result.said}`);
      for (const line of difference) console.log(line);
      return { isDone: true, facts: { done: true, file: story.file, written: !dryRun, said: result.said, difference } };
    } catch (error) {
      return refuse(`${story.file} was left as it is: ${(error as Error).message}.`);
    }
  });
}

/** An article by what an editor calls it, or what is in the way. */
export async function storyNamed(root: string, named: string): Promise<Filed | string> {
  const { publication } = readPaperData(root);
  if (!publication) return `content/publication.yaml cannot be read. ${typed(root, 'check')} tells why.`;
  const ledger = readLedger(root).entries;
  const called = articleNamed(named, publication.url);
  const short = /^(?:a\/)?([a-z0-9]{6,12})$/.exec(called)?.[1];
  const path = ledger.find(({ id }) => id === short)?.permalink.slice(1, -1) ?? called;
  const file = `content/articles/${path}/index.md`;
  if (!articlePath.test(path) || !existsSync(`${root}/${file}`)) {
    const near = nearest(
      path,
      ledger.map(({ permalink }) => permalink.slice(1, -1)),
    );
    return `There is no article "${named}". ${near ? `Did you mean ${near}?` : 'Name it by its path, such as 2019/03/01/harbour-vote, its address or its short link.'}`;
  }
  const text = readFileSync(`${root}/${file}`, 'utf8');
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const known = readMarkdownFile(file, plain, article);
  // A paper's own fields ask for all of the engine.
  const own = 'taken' in known ? undefined : (await (await import('../press/filed-by.ts')).filedBy(root)).article;
  const reading = own ? readMarkdownFile(file, plain, own) : known;
  if (!('taken' in reading)) return `${file} has to be mended before it is changed. ${typed(root, 'check')} tells how.`;
  const { filed } = reading.taken;
  const isKnown = ledger.some(({ id, permalink }) => id === filed.id || permalink === recordedPath({ path }));
  const { timeZone } = publication;
  return { path, file, text, filed, isKnown, now: instantInZone(currentInstant(), timeZone), timeZone };
}

/** Puts another text in the place of one that is still there. @throws Error where somebody has changed it meanwhile */
export function replace(file: string, { from, by }: { from: string; by: string }): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, by);
    if (readFileSync(file, 'utf8') !== from) throw new Error('somebody has changed it at the same moment; try again');
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

function differenceOf(before: string, after: string): string[] {
  const [old, young] = [before, after].map((text) => text.split(/\r?\n/));
  const count = Math.min(old?.length ?? 0, young?.length ?? 0);
  let first = 0;
  while (first < count && old?.[first] === young?.[first]) first += 1;
  let last = 0;
  while (last < count - first && old?.at(-1 - last) === young?.at(-1 - last)) last += 1;
  const lines = (all: string[] = [], sign: string) =>
    all.slice(first, all.length - last).map((line) => `  ${sign} ${line}`);
  return [...lines(old, '-'), ...lines(young, '+')];
}
