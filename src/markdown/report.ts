import type { Position } from 'unist';
import type { VFile } from 'vfile';

/** Notes a mistake on a file, so that one reading finds them all. */
export function report(file: VFile, node: { position?: Position | undefined }, code: string, found: string, remedy: string): void {
  const message = file.message(found, { place: node.position, ruleId: code, source: 'broadsheet' });
  message.note = remedy;
}
