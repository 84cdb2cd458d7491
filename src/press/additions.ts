import { EditorialError, type Fault } from '../newsroom/problem.ts';

/**
 * Refuses what a paper adds to the engine and cannot be.
 * @param file that it stands in, from the paper's folder
 * @throws EditorialError with all of it
 */
export function assertAdditions(file: string, faults: readonly Fault[]): void {
  if (faults.length > 0) throw new EditorialError(faults.map((fault) => ({ code: 'X-004', file, ...fault })));
}
