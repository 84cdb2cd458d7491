import path from 'node:path';
import { buildPaper } from './build.ts';
import { filedBy } from './filed-by.ts';
import { currentInstant } from '../filing/now.ts';
import { keepPassages } from '../filing/keep-passages.ts';
import { readPaper } from '../checks/paper.ts';
import { mistakesIn } from '../newsroom/problem.ts';
import { recordAddresses } from '../filing/record-addresses.ts';

/**
 * `npm run desk publish`: checks and builds a paper as of one instant, and puts down beside it what has to outlast it.
 * A paper with mistakes is left as it is.
 * @returns whether it was published
 */
export async function publish(root: string): Promise<boolean> {
  const asOf = currentInstant();
  // Astro loads the paper again: it has to be as of the same instant.
  process.env['BROADSHEET_NOW'] = asOf;
  // Before the build, which reads them: after it, the next one would have every page to make again.
  const kept = await keepIds({ root, asOf });
  if (!(await buildPaper(root))) return false;
  for (const done of [...kept, ...recordAddresses({ root, asOf })]) console.log(done);
  return true;
}

/**
 * Keeps the ids of the paragraphs of a paper's articles. While there is something to mend nothing is written: the build tells it.
 * @param asOf RFC 3339
 * @returns what was done, in a line; nothing when all was kept before
 */
export async function keepIds({ root, asOf }: { root: string; asOf: string }): Promise<string[]> {
  const bodies = path.join(root, '.astro/bodies');
  const { articles, problems } = await readPaper({ root, bodies, ...(await filedBy(root)) });
  return mistakesIn(problems).length > 0 ? [] : keepPassages(articles.copies, { root, bodies, asOf });
}
