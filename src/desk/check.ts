import path from 'node:path';
import { mistakesIn, problemCount, problemReport, type Problem } from '../newsroom/problem.ts';
import { readPaper } from '../checks/paper.ts';
import { filedBy } from './filed-by.ts';

/** Everything that has to be mended or looked at in the paper below a folder, without building it. */
export async function checkPaper(root: string): Promise<Problem[]> {
  const { problems } = await readPaper({ root, bodies: path.join(root, '.astro/bodies'), ...(await filedBy(root)) });
  return problems;
}

/**
 * `npm run check`: tells all of it.
 * @returns whether the paper can be published
 */
export async function check(root: string): Promise<boolean> {
  const problems = await checkPaper(root);
  if (problems.length > 0) console.error(`${problemReport(problems)}\n\n${problemCount(problems)}`);
  else console.log('Nothing to mend.');
  return mistakesIn(problems).length === 0;
}
