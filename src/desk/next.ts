import path from 'node:path';
import { placeProblem } from '../filing/article-file.ts';
import { filesBelow, readText } from '../filing/files.ts';
import { readMarkdownFile } from '../filing/markdown-file.ts';
import { currentInstant } from '../filing/now.ts';
import { readPaperData } from '../filing/paper-data.ts';
import { changedSince } from '../filing/stamps.ts';
import { epoch, instantInWords, instantInZone } from '../newsroom/calendar.ts';
import { opening } from '../newsroom/release.ts';
import { lastRead } from '../press/press-index.ts';
import { article, type ArticleSchema, type FiledArticle } from '../schema/article.ts';
import type { Outcome } from './outcome.ts';
import { refuse } from './refuse.ts';

/** A story that comes out by itself with the first publication after its time. */
interface Due {
  /** As it is filed, in RFC 3339. */
  at: string;
  path: string;
  headline: string;
}

type Clock = { timeZone: string; timeZoneName?: string | undefined };

/**
 * `npm run desk next`: tells which story comes out next, for people or, with `--json`, for a timer: `null` where none does.
 * @returns whether it could be found out
 */
export async function next(root: string, { json = false }: { json?: boolean }): Promise<Outcome> {
  const { publication } = readPaperData(root);
  if (!publication) return refuse('content/publication.yaml cannot be read.');
  const filed = await filedIn(root);
  const due = nextDue(filed, currentInstant());
  if (json) return { isDone: true, facts: due ? { ...due, at: instantInZone(due.at, publication.timeZone) } : null };
  console.log(due ? `${dueInWords(due, publication, currentInstant())}: ${due.headline}` : 'No story is due.');
  return true;
}

/**
 * Front matter of all articles that can be read: what is wrong in others is for the check. What is as it was when the paper was last
 * published is not read again.
 */
async function filedIn(root: string): Promise<{ path: string; filed: FiledArticle }[]> {
  let own: Promise<ArticleSchema | undefined> | undefined;
  const found: { path: string; filed: FiledArticle }[] = [];
  const { articles, seen } = lastRead(root);
  const texts = [...seen].filter(([file]) => file.endsWith('/index.md'));
  const { changed } = changedSince(root, texts, () => true);
  for (const name of filesBelow(path.join(root, 'content/articles'), /^index\.md$/)) {
    const file = `content/articles/${name}`;
    const known = articles.get(path.posix.dirname(name))?.copy.filed;
    if (known && seen.has(file) && !changed.has(file)) {
      if (!known.review) found.push({ path: path.posix.dirname(name), filed: known });
      continue;
    }
    const source = placeProblem(file) ? undefined : readText(root, file);
    if (!source || !('text' in source)) continue;
    let reading = readMarkdownFile<ArticleSchema>(file, source.text, article);
    // A paper's own fields ask for all of the engine.
    if (!('taken' in reading)) {
      own ??= import('../press/filed-by.ts').then(async ({ filedBy }) => (await filedBy(root)).article);
      const schema = await own;
      if (schema) reading = readMarkdownFile(file, source.text, schema);
    }
    if ('taken' in reading && !reading.taken.filed.review)
      found.push({ path: path.posix.dirname(name), filed: reading.taken.filed });
  }
  return found;
}

/** The story that comes out next; `undefined` where none does by itself. */
export function nextDue(
  articles: Iterable<{ path: string; filed: Pick<FiledArticle, 'status' | 'published'> & { headline?: string } }>,
  now: string,
): Due | undefined {
  let first: Due | undefined;
  for (const { path: name, filed } of articles) {
    const at = opening(filed);
    if (at === undefined || epoch(at) <= epoch(now) || (first && epoch(first.at) <= epoch(at))) continue;
    first = { at, path: name, headline: filed.headline ?? '' };
  }
  return first;
}

/** "Next story due Saturday 05:00 (SGT)"; with its date where that is a week away or more. */
export function dueInWords({ at: filed }: Due, clock: Clock, now: string): string {
  const at = instantInZone(filed, clock.timeZone);
  const { timeZone, timeZoneName = `UTC${/[+-]\d{2}:\d{2}$/.exec(at)?.[0] ?? ''}` } = clock;
  const isNear = epoch(at) - epoch(now) < 6 * 86_400_000;
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone }).format(epoch(at));
  const when = isNear
    ? `${weekday} ${at.slice(11, 16)} (${timeZoneName})`
    : instantInWords(at, { ...clock, language: 'en-GB' });
  return `Next story due ${when}`;
}
