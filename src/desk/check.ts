import path from 'node:path';
import { problemReport, type Problem } from '../newsroom/problem.ts';
import { readPaper } from './paper.ts';

/** Everything that has to be mended in the paper below a folder, without building it. */
export async function checkPaper(root: string): Promise<Problem[]> {
  const { problems } = await readPaper({ root, bodies: path.join(root, '.astro/bodies') });
  return problems;
}

if (import.meta.main) {
  const problems = await checkPaper(process.cwd());
  if (problems.length > 0) {
    console.error(
      `${problemReport(problems)}\n\n${problems.length === 1 ? 'One thing' : `${problems.length} things`} to mend.`,
    );
    process.exitCode = 1;
  } else console.log('Nothing to mend.');
}
