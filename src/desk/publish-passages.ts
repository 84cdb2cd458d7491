import { mistakesIn } from '../newsroom/problem.ts';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { BodyCache } from '../markdown/body-cache.ts';
import { epoch } from '../newsroom/calendar.ts';
import type { FiledArticle } from '../schema/article.ts';
import { readText } from './files.ts';
import { readPaper } from './paper.ts';
import { passagesFile, passagesText } from './passages-file.ts';

/**
 * Keeps the ids of the paragraphs of every article that is out, each in a file beside its article. Files that say the same
 * already stay untouched, and so does what is kept of an article that was withdrawn. While there is something to mend
 * nothing is written: the build tells it.
 * @param asOf RFC 3339
 * @returns what was done, in a line; nothing when all was kept before
 */
export async function keepPassages({ root, asOf }: { root: string; asOf: string }): Promise<string[]> {
  const bodies = path.join(root, '.astro/bodies');
  const { articles, problems } = await readPaper({ root, bodies });
  if (mistakesIn(problems).length > 0) return [];
  const cache = new BodyCache(bodies);
  let written = 0;
  for (const [name, { copy }] of articles.copies) {
    const kept = isOut(copy.filed, asOf) ? cache.read(copy.bodyKey)?.passages : undefined;
    if (!kept) continue;
    const file = `content/articles/${name}/${passagesFile}`;
    const text = passagesText(copy.filed.id, kept);
    const before = readText(root, file);
    if ('text' in before && before.text === text) continue;
    writeFileSync(path.join(root, file), text);
    written += 1;
  }
  if (written === 0) return [];
  return [`Kept the ids of the paragraphs of ${written === 1 ? 'one article' : `${written} articles`}.`];
}

function isOut({ status, published }: FiledArticle, asOf: string): boolean {
  const isHeld = typeof status === 'object' && 'embargoedUntil' in status && epoch(status.embargoedUntil) > epoch(asOf);
  const isShown = status === 'published' || (typeof status === 'object' && 'embargoedUntil' in status);
  return isShown && !isHeld && epoch(published) <= epoch(asOf);
}
