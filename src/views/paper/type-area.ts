/** A sheet within its margins, in points. */
export interface TypeArea {
  width: number;
  height: number;
}

export const millimetre = 72 / 25.4;

/** A4 and Letter, as `@page` in styles/edition-print.css leaves them. */
export const sheets: readonly TypeArea[] = [
  { width: 180 * millimetre, height: 266 * millimetre },
  { width: 185.9 * millimetre, height: 248.4 * millimetre },
];

/** Between two columns. */
export const gap = 17;

export function columnOf({ width }: TypeArea, count = 3): number {
  return (width - (count - 1) * gap) / count;
}
