import path from 'node:path';

/**
 * Has what this process sets from now on set in the paper's own faces, then in the machine's: cards, covers and drawings are then
 * the same on every machine that has the same faces. To be called before sharp sets its first letter, when fontconfig reads its
 * settings, once a process; programs that it starts get them too.
 */
export function ownFaces(): void {
  process.env.FONTCONFIG_FILE = path.resolve(import.meta.dirname, '../fonts/cards/fonts.conf');
}
