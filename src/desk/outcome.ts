import { refuse } from './refuse.ts';

/**
 * How a verb has ended: `true` where it is done, `false` where it is not, for what the paper says; or with more to tell. The program ends with
 * 0, 1, and 2 where it was called wrongly.
 */
export type Outcome = boolean | { isDone: boolean; isMisused?: boolean; facts?: object | null };

/** Tells why a verb cannot be called so. @returns its outcome then */
export function misuse(text: string): Outcome {
  refuse(text);
  return { isDone: false, isMisused: true };
}

export function statusOf(outcome: Outcome): 0 | 1 | 2 {
  if (typeof outcome === 'boolean') return outcome ? 0 : 1;
  return outcome.isMisused ? 2 : outcome.isDone ? 0 : 1;
}
