import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { project } from '../../support/paper.ts';
import { body, withPaper, type Files } from '../checks/wrong-inputs/input.ts';

const check = (files: Files) =>
  withPaper(files, (cwd) =>
    Promise.resolve(
      spawnSync(process.execPath, [path.join(project, 'src/desk/desk.ts'), 'check'], { cwd, encoding: 'utf8' }),
    ),
  );

test('Checking a paper with warnings alone tells them, and succeeds', async () => {
  const { status, stderr } = await check(body('2019. It was a good year.'));
  expect(stderr).toMatch(/^B-133 {2}\S+:9:1 {2}\(a warning\)\n/);
  expect(stderr).toMatch(/\n\nOne thing to look at, which can be published as it is\.\n$/);
  expect(status).toBe(0);
});

test('Checking a paper with a mistake and a warning tells both, and fails', async () => {
  const { status, stderr } = await check(body('2019. It was a good year.\n\n##'));
  expect(stderr).toMatch(/\n\nOne thing to mend\. One thing to look at, which can be published as it is\.\n$/);
  expect(status).toBe(1);
});
