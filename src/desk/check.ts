import path from 'node:path';
import { mistakesIn, problemCount, problemReport, type Problem } from '../newsroom/problem.ts';
import { readPaper } from './paper.ts';

/** Everything that has to be mended or looked at in the paper below a folder, without building it. */
export async function checkPaper(root: string): Promise<Problem[]> {
  const { problems } = await readPaper({ root, bodies: path.join(root, '.astro/bodies') });
  return problems;
}

if (import.meta.main) {
  const problems = await checkPaper(process.cwd());
  if (problems.length > 0) console.error(`${problemReport(problems)}\n\n${problemCount(problems)}`);
  else console.log('Nothing to mend.');
  if (mistakesIn(problems).length > 0) process.exitCode = 1;
}
