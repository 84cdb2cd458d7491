import { encode } from 'uqr';

/** A QR code as one path of strokes, a unit for each module, and how many modules a side has. */
export function qrPath(text: string): { size: number; path: string } {
  // With a mask given, no eight are tried: readers take any, and it is twenty times as fast.
  const { size, data } = encode(text, { ecc: 'M', border: 0, maskPattern: 2 });
  return { size, path: data.map(rowPath).join('') };
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  let end = 0;
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x]) x += 1;
    path += `${path === '' ? `M${start} ${y}.5` : `m${start - end} 0`}h${x - start}`;
    end = x;
  }
  return path;
}
