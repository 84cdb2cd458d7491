import type { PieceKind } from '../../body/for-newspaper.ts';

/**
 * The pieces of a story with its boxes, quotations and pictures behind as many more pieces of text, or fewer. None comes to stand before
 * or behind all text, nor between a heading and its text.
 */
export function moved<Piece extends { kind: PieceKind }>(pieces: readonly Piece[], by: number): readonly Piece[] {
  if (by === 0) return pieces;
  const text = pieces.filter(({ kind }) => kind !== 'furniture');
  const behind = new Map<number, Piece[]>();
  let before = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'furniture') {
      before += 1;
      continue;
    }
    let place = Math.min(Math.max(before + by, Math.min(before, 1)), Math.max(before, text.length - 1));
    while (place !== before && text[place - 1]?.kind === 'heading') place += Math.sign(before - place);
    behind.set(place, [...(behind.get(place) ?? []), piece]);
  }
  return [undefined, ...text].flatMap((piece, place) => [...(piece ? [piece] : []), ...(behind.get(place) ?? [])]);
}
