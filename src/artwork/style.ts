/** The hand that every drawing of the edition shares: five inks, four strokes, engraved hatching. */

/** A place on the sheet: x to the right, y down, in px of the finished picture. */
export type Point = readonly [x: number, y: number];

/** Warm paper, two tones, ink, and one accent. Nothing is drawn in any other colour. */
export const ink = {
  paper: '#faf6ee',
  light: '#e7ddcc',
  mid: '#b5a78f',
  black: '#221d1a',
  accent: '#7d1f23',
} as const;

/** Stroke widths in px of a 2400 px picture. */
export const stroke = { hair: 1.6, fine: 2.6, line: 4, bold: 7 } as const;

/** A repeatable source of numbers from 0 up to 1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

const number = (value: number): string => String(Math.round(value * 10) / 10);

/** Where the knife comes out when aimed at a point: never more than about 2 px beside it. */
function cut([x, y]: Point): string {
  const aside = Math.sin(y / 37 + 1.7 * Math.sin(x / 83)) + 0.6 * Math.sin(x / 23 + y / 51);
  const along = Math.sin(x / 41 + 1.9 * Math.sin(y / 71)) + 0.6 * Math.sin(y / 19 - x / 57);
  return `${number(x + 1.3 * aside)} ${number(y + 1.3 * along)}`;
}

/** Path data through the given points, in px; long runs waver a little, as they do when cut by hand. */
export function through(points: readonly Point[]): string {
  return 'M' + points.map((point, i) => (i === 0 ? cut(point) : run(points[i - 1]!, point))).join('L');
}

function run([x1, y1]: Point, [x2, y2]: Point): string {
  const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 30) || 1;
  return Array.from({ length: steps }, (_, i) => {
    const part = (i + 1) / steps;
    return cut([x1 + (x2 - x1) * part, y1 + (y2 - y1) * part]);
  }).join('L');
}

/** A path from its data, filled or stroked or both; a width of 0 leaves the outline away. */
export function path(data: string, fill: string, width = 0, colour: string = ink.black): string {
  const outline =
    width > 0 ? ` stroke="${colour}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"` : '';
  return `<path d="${data}" fill="${fill}"${outline}/>`;
}

/** A closed area with straight sides. */
export function area(points: readonly Point[], fill: string, width = 0, colour?: string): string {
  return path(through([...points, points[0]!]) + 'Z', fill, width, colour);
}

/** An open line through points. */
export function line(points: readonly Point[], width: number, colour?: string): string {
  return path(through(points), 'none', width, colour);
}

/** The corners of an upright rectangle. */
export function box(x: number, y: number, width: number, height: number): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

/** The corners of a many-sided figure close enough to an ellipse. */
export function oval(x: number, y: number, radiusX: number, radiusY = radiusX): Point[] {
  return Array.from({ length: 48 }, (_, i) => {
    const turn = (i / 48) * 2 * Math.PI;
    return [x + radiusX * Math.cos(turn), y + radiusY * Math.sin(turn)];
  });
}

interface Hatching {
  /** Direction of the cuts in degrees: 0 runs level, 45 falls to the right. */
  angle: number;
  /** Distance between neighbouring cuts in px. */
  gap: number;
  /** Thickness of a cut at its middle in px. */
  width: number;
  seed?: number;
  colour?: string;
}

/** Fills an area with engraver's cuts that swell in the middle and run out thin at both ends. */
export function hatch(
  outline: readonly Point[],
  { angle, gap, width, seed = 1, colour = ink.black }: Hatching,
): string {
  const next = random(seed);
  const cos = Math.cos((angle * Math.PI) / 180);
  const sin = Math.sin((angle * Math.PI) / 180);
  const turned = outline.map(([x, y]): Point => [x * cos + y * sin, y * cos - x * sin]);
  const back = (x: number, y: number): Point => [x * cos - y * sin, x * sin + y * cos];
  const rows = turned.map(([, y]) => y);
  const last = Math.max(...rows);
  let cuts = '';
  for (let y = Math.min(...rows) + gap * 0.6; y < last; y += gap * (0.9 + 0.2 * next())) {
    const edges = crossings(turned, y);
    for (let i = 0; i + 1 < edges.length; i += 2) {
      const from = edges[i]! + next() * gap * 0.3;
      const to = edges[i + 1]! - next() * gap * 0.5;
      if (to - from < 2) continue;
      const half = width * (0.4 + 0.2 * next());
      const steps = Math.ceil((to - from) / 40) + 1;
      const upper: Point[] = [];
      const lower: Point[] = [];
      for (let step = 0; step <= steps; step++) {
        const x = from + ((to - from) * step) / steps;
        const swell = half * Math.sin((Math.PI * step) / steps) ** 0.6;
        upper.push(back(x, y - swell));
        lower.push(back(x, y + swell));
      }
      cuts += 'M' + [...upper, ...lower.reverse().slice(1, -1)].map(cut).join('L') + 'Z';
    }
  }
  return path(cuts, colour);
}

function crossings(outline: readonly Point[], y: number): number[] {
  const found: number[] = [];
  outline.forEach(([x1, y1], i) => {
    const [x2, y2] = outline[(i + 1) % outline.length]!;
    if (y1 <= y !== y2 <= y) found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  });
  return found.sort((a, b) => a - b);
}

/** Draws something only where the outline is. The name must be unique within the drawing. */
export function clip(name: string, outline: readonly Point[], drawing: string): string {
  return (
    `<clipPath id="${name}"><path d="${through(outline)}Z"/></clipPath>` + `<g clip-path="url(#${name})">${drawing}</g>`
  );
}

/** A finished sheet of the given size in px. */
export function sheet(width: number, height: number, drawing: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${ink.paper}"/>${drawing}</svg>`
  );
}
