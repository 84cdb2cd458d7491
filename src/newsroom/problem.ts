import { isWarning, type Code } from './codes.ts';

/** Something an editor has to mend before the paper can be built, or, by its code, only has to look at. */
export interface Problem {
  code: Code;
  /** Path from the project's folder, with forward slashes; or the name of a variable of the environment. */
  file: string;
  /** Counted from 1; absent when the whole file is meant. */
  line?: number;
  /** Counted from 1. */
  column?: number;
  /** One sentence: what was found. */
  found: string;
  /** One sentence: what to do. */
  remedy: string;
  /** What stands in the line, and what has to stand there, where that is certain. */
  mend?: { is: string; by: string };
}

/** What is wrong with something that is named elsewhere. */
export type Fault = Pick<Problem, 'found' | 'remedy'>;

/**
 * Thrown when the paper cannot be built as it is; its message is the whole report, warnings among it. One that comes from another
 * copy of this module, such as Astro loads for itself, is one as well (`instanceof`).
 */
export class EditorialError extends Error {
  readonly problems: readonly Problem[];

  static override [Symbol.hasInstance](value: unknown): value is EditorialError {
    return value instanceof Error && value.name === 'EditorialError' && 'problems' in value;
  }

  constructor(problems: readonly Problem[]) {
    super(problemReport(problems));
    this.name = 'EditorialError';
    this.problems = problems;
  }
}

/** Those that stop publishing. */
export function mistakesIn(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => !isWarning(problem));
}

/** How many things there are to mend and to look at, as sentences; nothing where there are none. */
export function problemCount(problems: readonly Problem[]): string {
  const mistakes = mistakesIn(problems).length;
  return [
    counted(mistakes, 'to mend.'),
    counted(problems.length - mistakes, 'to look at, which can be published as it is.'),
  ]
    .filter(Boolean)
    .join(' ');
}

function counted(count: number, what: string): string {
  if (count === 0) return '';
  return `${count === 1 ? 'One thing' : `${count} things`} ${count === 1 ? what : what.replace('as it is', 'as they are')}`;
}

/** Every problem in the order of file and line, each as code, place, finding and remedy. */
export function problemReport(problems: readonly Problem[]): string {
  return [...problems]
    .sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.code, b.code))
    .map(problemText)
    .join('\n\n');
}

function problemText(problem: Problem): string {
  const { code, file, line, column, found, remedy } = problem;
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  return `${code}  ${place}${isWarning(problem) ? '  (a warning)' : ''}\n       ${found}\n       ${remedy}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
