import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each(['abc', '', '-1', '70000'])('A port "%s" is refused before anything is built, with the remedy', (PORT) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/desk/desk.ts', 'start'], {
    env: { ...process.env, PORT },
    encoding: 'utf8',
  });
  expect([status, stdout, stderr]).toEqual([
    1,
    '',
    `PORT is "${PORT}", which is no port. Give a number from 1024 to 65535, or leave it out.\n`,
  ]);
});
