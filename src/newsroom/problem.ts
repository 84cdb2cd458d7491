/** Something an editor has to mend before the paper can be built. */
export interface Problem {
  /** Stable, documented in the README: a letter for the kind, three digits. */
  code: string;
  /** Path from the project's folder, with forward slashes. */
  file: string;
  /** Counted from 1; absent when the whole file is meant. */
  line?: number;
  /** Counted from 1. */
  column?: number;
  /** One sentence: what was found. */
  found: string;
  /** One sentence: what to do. */
  remedy: string;
}

/** Every problem in the order of file and line, each as code, place, finding and remedy. */
export function problemReport(problems: readonly Problem[]): string {
  return [...problems]
    .sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.code, b.code))
    .map(problemText)
    .join('\n\n');
}

function problemText({ code, file, line, column, found, remedy }: Problem): string {
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
  return `${code}  ${place}\n       ${found}\n       ${remedy}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
