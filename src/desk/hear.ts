/** All that a verb says on the way, for programs that ask for no more. */
export interface Heard {
  all: (isDone: boolean) => object;
}

/** Has what is said go to the output of errors from now on, so that the standard output is a program's alone, and keeps it. */
export function hear(): Heard {
  const told: string[] = [];
  const refused: string[] = [];
  const into = (lines: string[]) => (text: unknown) => {
    lines.push(String(text));
    process.stderr.write(`${String(text)}\n`);
  };
  console.log = into(told);
  console.error = into(refused);
  console.warn = into(refused);
  return { all: (isDone) => ({ done: isDone, told, ...(refused.length > 0 ? { refused } : {}) }) };
}
