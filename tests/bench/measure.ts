import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a command cost, the processes that it started included. */
export interface Cost {
  /** Seconds of processor time, in programs and in the system for them. */
  cpu: number;
  /** Seconds that went by. */
  wall: number;
  /** Megabytes of memory at the highest; `undefined` where the system has no `/proc`. */
  memory?: number;
  /** All that it wrote. */
  printed: string;
}

/**
 * Runs a command and measures it.
 * @throws when it fails, with all that it printed
 */
export function costOf(
  command: readonly [string, ...string[]],
  { cwd, env }: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    // `times` of POSIX: the second line is the time of all processes that have ended below this shell.
    const shell = spawn('/bin/sh', ['-c', '"$@" >&2; code=$?; times; exit $code', 'sh', ...command], {
      cwd,
      env: { ...process.env, ...env },
    });
    let times = '';
    let printed = '';
    let memory: number | undefined;
    shell.stdout.on('data', (data) => (times += String(data)));
    shell.stderr.on('data', (data) => (printed += String(data)));
    const sampling = setInterval(() => {
      const now = shell.pid && memoryBelow(shell.pid);
      if (now) memory = Math.max(memory ?? 0, now);
    }, 100);
    shell.on('error', reject);
    shell.on('close', (code) => {
      clearInterval(sampling);
      if (code !== 0) return reject(new Error(`${command.join(' ')} failed:\n${printed}`));
      const seconds = [...(times.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.,]+)s/g)].map(
        ([, minutes, rest]) => Number(minutes) * 60 + Number(rest?.replace(',', '.')),
      );
      resolve({
        cpu: seconds.reduce((sum, each) => sum + each, 0),
        wall: (performance.now() - start) / 1000,
        memory,
        printed,
      });
    });
  });
}

/**
 * Measures what a program that stays does when it is asked for something.
 * @param ended what it prints when it has done so
 */
export async function costsOfStaying(
  [program, ...words]: readonly [string, ...string[]],
  { cwd, env, ended }: { cwd: string; env?: NodeJS.ProcessEnv; ended: RegExp },
  askings: readonly (() => void)[],
): Promise<Cost[]> {
  const child = spawn(program, words, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (data) => (printed += String(data)));
  const count = () => printed.split(ended).length;
  const until = async (number: number) => {
    while (count() <= number) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const costs: Cost[] = [];
  await until(1);
  for (const ask of askings) {
    // What it clears away after the last time is none of this one.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const [before, start, from] = [secondsOf(child.pid ?? 0), performance.now(), printed.length];
    const number = count();
    ask();
    await until(number);
    const wall = (performance.now() - start) / 1000;
    const memory = peakOf(child.pid ?? 0) / 1024;
    costs.push({ cpu: secondsOf(child.pid ?? 0) - before, wall, memory, printed: printed.slice(from) });
  }
  child.kill();
  return costs;
}

/** Seconds of processor time of a living process. */
function secondsOf(process: number): number {
  const [, facts = ''] = readFileSync(`/proc/${process}/stat`, 'utf8').split(') ');
  const [user = 0, system = 0] = facts.split(' ').slice(11, 13).map(Number);
  return (user + system) / 100;
}

/** Megabytes that the living processes below one have held at most, in sum. */
function memoryBelow(parent: number): number | undefined {
  try {
    return childrenOf(parent).reduce((sum, child) => sum + peakOf(child) / 1024 + (memoryBelow(child) ?? 0), 0);
  } catch {
    return undefined;
  }
}

// Not by looking at all processes: that costs as much as what is measured.
function childrenOf(process: number): number[] {
  return (readFileSync(`/proc/${process}/task/${process}/children`, 'utf8').match(/\d+/g) ?? []).map(Number);
}

/** Kilobytes. */
function peakOf(process: number): number {
  return Number(/^VmHWM:\s*(\d+)/m.exec(statusOf(process))?.[1] ?? 0);
}

function statusOf(process: string | number): string {
  try {
    return readFileSync(`/proc/${process}/status`, 'utf8');
  } catch {
    // It ended between two looks.
    return '';
  }
}
