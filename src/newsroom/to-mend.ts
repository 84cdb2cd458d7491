import type { Problem } from './problem.ts';

// What reads the paper and what shows it have the global object in common, where the paper is written.
const shared = globalThis as { broadsheetToMend?: ToMend };

interface ToMend {
  problems: readonly Problem[];
  hear: (problems: readonly Problem[]) => void;
  held: readonly string[];
}

function current(): ToMend {
  return (shared.broadsheetToMend ??= { problems: [], hear: () => undefined, held: [] });
}

/** Tells whoever shows the paper what was found when it was last read. */
export function tellToMend(problems: readonly Problem[]): void {
  current().problems = problems;
  current().hear(problems);
}

/** What was found when the paper was last read. */
export function toMend(): readonly Problem[] {
  return current().problems;
}

/** Has something be told of what is found from now on. */
export function hearToMend(hear: ToMend['hear']): void {
  current().hear = hear;
}

/** Says which stories, by path, are filed and not out. */
export function tellHeld(paths: readonly string[]): void {
  current().held = paths;
}

/** Paths of stories that are filed and not out. */
export function heldPaths(): readonly string[] {
  return current().held;
}
