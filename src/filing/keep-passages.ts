import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { BodyCache } from '../body/body-cache.ts';
import { isOut } from '../newsroom/release.ts';
import type { FiledArticle } from '../schema/article.ts';
import type { Copies } from './copies.ts';
import { readText } from './files.ts';
import { passagesFile, passagesText } from './passages-file.ts';

/**
 * Keeps the ids of the paragraphs of every article that is out, each in a file beside its article. Files that say the same
 * already stay untouched, and so does what is kept of an article that was withdrawn.
 * @param bodies the folder of rendered bodies
 * @param asOf RFC 3339
 * @returns what was done, in a line; nothing when all was kept before
 */
export function keepPassages(
  articles: Copies<FiledArticle>['copies'],
  { root, bodies, asOf }: { root: string; bodies: string; asOf: string },
): string[] {
  const cache = new BodyCache(bodies);
  let written = 0;
  for (const [name, { copy }] of articles) {
    const isThere = isOut(copy.filed, asOf) && copy.filed.status.state !== 'withdrawn';
    const kept = isThere ? cache.read(copy.bodyKey)?.passages : undefined;
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
