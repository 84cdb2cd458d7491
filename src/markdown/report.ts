import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { isWarning, type Code } from '../newsroom/codes.ts';

/**
 * Notes a mistake or a warning on a file, so that one reading finds them all. A slip is told once: what begins where
 * `reportCause` has told one follows from it.
 */
export function report(
  file: VFile,
  node: { position?: Position | undefined },
  code: Code,
  found: string,
  remedy: string,
): void {
  const offset = node.position?.start.offset;
  const isTold = file.data.told?.some(({ from, to }) => offset !== undefined && from <= offset && offset < to);
  if (isTold) return;
  const message = file.message(found, { place: node.position, ruleId: code, source: 'broadsheet' });
  message.note = remedy;
}

/** A stretch of the file, by characters counted from 0; its end is not in it. */
export interface Span {
  from: number;
  to: number;
}

/** Notes a mistake from which others follow, and with it all that `follows`. */
export function reportCause(file: VFile, at: number, follows: Span, ...words: [Code, string, string]): void {
  report(file, placeAt(file, at), ...words);
  (file.data.told ??= []).push(follows);
}

interface Placed {
  position?: Position | undefined;
}

/** Whether anything is told already of what stands within a node. */
export function isToldWithin(file: VFile, node: Placed): boolean {
  return toldWithin(file, node).length > 0;
}

/** Whether any of it is a mistake. */
export function isWrongWithin(file: VFile, node: Placed): boolean {
  return toldWithin(file, node).some(({ ruleId }) => !isWarning({ code: ruleId as Code }));
}

function toldWithin(file: VFile, { position }: Placed) {
  const { from, to } = spanOf(position);
  return file.messages.filter(({ place }) => {
    const offset = place && ('start' in place ? place.start : place).offset;
    return offset !== undefined && from <= offset && offset < to;
  });
}

export function spanOf(position: Position | undefined): Span {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 };
}

/** A node as it was typed. */
export function writtenAs(file: VFile, { position }: Placed): string {
  const { from, to } = spanOf(position);
  return String(file).slice(from, to);
}

/** The place of a character of the file, counted from 0, as a node has it. */
export function placeAt(file: VFile, offset: number): { position: Position } {
  const before = String(file).slice(0, offset).split('\n');
  const point: Point = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
  return { position: { start: point, end: point } };
}

declare module 'vfile' {
  interface DataMap {
    /** Where a mistake is told from which others would follow. */
    told?: Span[];
  }
}
