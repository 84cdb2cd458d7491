import { encode } from 'uqr';

/** A QR code by its dark modules. */
export interface QrCode {
  /** Modules that a side has. */
  size: number;
  /** Dark modules beside each other, row by row: where they begin, and how many they are. */
  runs: { x: number; y: number; length: number }[];
}

/** @param mask one of the eight; all are tried where none is given, which takes twenty times as long */
export function qrCode(text: string, mask?: number): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: 0, maskPattern: mask });
  return { size, runs: data.flatMap(runsOf) };
}

function runsOf(row: readonly boolean[], y: number): QrCode['runs'] {
  const runs: QrCode['runs'] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x]) x += 1;
    runs.push({ x: start, y, length: x - start });
  }
  return runs;
}
