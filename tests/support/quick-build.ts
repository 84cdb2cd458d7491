import { createHash } from 'node:crypto';
import { inject } from 'vitest';
import { jobOf, makeContent, makePaper, type BuildResult, type Job } from './paper.ts';

/**
 * Builds a paper as `runBuild` does, in less than half the time, since the process has built others before. For tests that look at
 * what is built: those of how one build follows another run the command itself. It is not for cards, nor for pictures that change
 * under their name: faces and pictures stay in such a process.
 */
export function quickBuild(root: string, env: NodeJS.ProcessEnv = {}): Promise<BuildResult> {
  return ask(jobOf(root, undefined, env));
}

/** The same of a paper of which nothing is built, by Astro's own build, where a paper that is alike may have left the bundle that takes it less. */
export function buildAnew(root: string, env: NodeJS.ProcessEnv = {}): Promise<BuildResult> {
  return ask({ ...jobOf(root, undefined, env), isAnew: true });
}

/**
 * A folder with a paper that `quickBuild` has built, as a test begins that then changes it. A paper that another test has begun with
 * is not built again. Throws when it does not build.
 */
export async function builtPaper(
  content: Record<string, string | Buffer>,
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const root = makePaper(content);
  const job = jobOf(root, undefined, env);
  // The environment of the job: one that takes a variable away is not that which leaves it.
  const key = createHash('sha256')
    .update(JSON.stringify([content, job.env]))
    .digest('hex');
  const { code, output } = await ask({ ...job, key });
  if (code !== 0) throw new Error(output);
  return root;
}

/**
 * A folder with the site of a paper, for tests that look at it and build no more. It is built where another paper was, as after an edit
 * of all its files, which gives the same in a fifth of the time. Throws when it does not build.
 */
export async function builtSite(
  content: Record<string, string | Buffer>,
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const root = makeContent(content);
  const { code, output } = await ask({ ...jobOf(root, undefined, env), isForSite: true });
  if (code !== 0) throw new Error(output);
  return root;
}

/** Runs a verb of the desk as `runDesk` does, likewise. */
export function quickDesk(root: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<BuildResult> {
  return ask(jobOf(root, words, env));
}

async function ask(job: Job): Promise<BuildResult> {
  const response = await fetch(inject('builders'), { method: 'POST', body: JSON.stringify(job) });
  return (await response.json()) as BuildResult;
}
