import { Argument, Command, Option } from 'commander';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { completionFor, type Shell } from '../../../src/desk/completion.ts';

const desk = new Command('broadsheet');
desk
  .command('init')
  .description("makes a [new] paper: it's yours")
  .argument('<folder>', 'where')
  .addOption(new Option('--deploy <where>', 'where to').choices(['netlify', 'none']))
  .option('--name <name>', 'its name')
  .option('--yes', 'asks nothing')
  .addOption(new Option('--secret').hideHelp());
desk.command('explain').argument('<code>', 'a code');
desk.command('completion').addArgument(new Argument('<shell>').choices(['bash', 'fish']));

const runs = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

/** What a shell offers behind words that were typed; the last of them is being typed. */
function offered(shell: 'bash' | 'fish', ...typed: string[]): string[] {
  const script = completionFor(shell, desk);
  const ask =
    shell === 'bash'
      ? `COMP_WORDS=(broadsheet ${typed.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${typed.length}; _broadsheet; printf '%s\\n' "\${COMPREPLY[@]}"`
      : `complete -C 'broadsheet ${typed.join(' ')}'`;
  const { stdout } = spawnSync(shell, ['-c', `${script}\n${ask}`], { encoding: 'utf8', cwd: import.meta.dirname });
  return stdout.split('\n').flatMap((line) => line.split('\t')[0] || []);
}

describe.each((['bash', 'fish'] as const).filter(runs))('In %s', (shell) => {
  test.each([
    [['i'], ['init']],
    [['help', 'ex'], ['explain']],
    [['init', '--dep'], ['--deploy']],
    [
      ['init', '--deploy', 'n'],
      ['netlify', 'none'],
    ],
    [['init', '--s'], []],
    [
      ['explain', 'P-00'],
      ['P-001', 'P-002', 'P-003', 'P-004', 'P-005', 'P-006', 'P-008', 'P-009'],
    ],
    [['completion', 'b'], ['bash']],
    [['init', 'completion.t'], ['completion.test.ts']],
  ])('%j goes on with %j', (typed, words) => expect(offered(shell, ...typed).sort()).toEqual(words));
});

describe('A script for a shell', () => {
  it.each(['bash', 'zsh', 'fish'].filter(runs) as Shell[])('is one that %s reads', (shell) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-completion-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(path.join(folder, 'script'), completionFor(shell, desk));
    const { status, stderr } = spawnSync(shell, ['-n', path.join(folder, 'script')], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it('tells of each verb in zsh, with its options and their words', () => {
    const script = completionFor('zsh', desk);
    expect(script).toMatch(/^#compdef broadsheet\n/);
    expect(script).toContain("'init:makes a \\[new\\] paper\\: it'\\''s yours'");
    expect(script).toContain("'--deploy[where to]: :(netlify none)'");
    expect(script).toContain("'--name[its name]: :'");
    expect(script).not.toContain('--secret');
  });
});
