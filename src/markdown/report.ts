import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { Code } from '../newsroom/codes.ts';

/** Notes a mistake or a warning on a file, so that one reading finds them all. */
export function report(
  file: VFile,
  node: { position?: Position | undefined },
  code: Code,
  found: string,
  remedy: string,
): void {
  const message = file.message(found, { place: node.position, ruleId: code, source: 'broadsheet' });
  message.note = remedy;
}

/** The place of a character of the file, counted from 0, as a node has it. */
export function placeAt(file: VFile, offset: number): { position: Position } {
  const before = String(file).slice(0, offset).split('\n');
  const point: Point = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
  return { position: { start: point, end: point } };
}
