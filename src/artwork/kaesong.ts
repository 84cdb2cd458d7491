import { area, box, clip, hatch, ink, line, oval, path, random, sheet, stroke } from './style.ts';
import type { Point } from './style.ts';

const width = 1600;
const height = 1067;

/** Where the road meets the hills. */
const horizon = 560;
const vanishing: Point = [860, horizon];

/** Places a point that lies `depth` px below the horizon on the ground, `aside` half-widths off the road's middle. */
function ground(aside: number, depth: number): Point {
  return [vanishing[0] + aside * depth * 1.06 - depth * 0.12, horizon + depth];
}

/**
 * A closed barrier across an empty road into an industrial park; long low factory sheds and bare
 * hills behind a fence, 1600 x 1067 px.
 */
export function kaesong(): string {
  return sheet(width, height, sky() + hills() + land() + sheds() + fence() + road() + weeds() + booth() + barrier());
}

function sky(): string {
  return (
    area(box(-10, -10, width + 20, horizon + 20), ink.light) +
    hatch(box(-20, -10, width + 40, 190), { angle: 0, gap: 12, width: 3.2, colour: ink.mid, seed: 2 }) +
    hatch(box(-20, 175, width + 40, 150), { angle: 0, gap: 19, width: 2.6, colour: ink.mid, seed: 3 })
  );
}

function hills(): string {
  const far = [120, 150, 205, 188, 240, 300, 268, 284, 226, 190, 214, 262, 322, 296, 310, 250, 206, 176];
  const near = [172, 214, 190, 148, 120, 138, 104, 82, 76, 92, 84, 110, 132, 120, 158, 196, 226, 210];
  return (
    range('far', far, ink.paper, 13) +
    range('near', near, ink.mid, 9) +
    hatch(box(-20, horizon - 40, width + 40, 44), { angle: 0, gap: 8, width: 2.6, seed: 70 })
  );
}

/** A range of hills from heights in px at even steps; light comes from the left, so falls to the right lie in shade. */
function range(name: string, heights: readonly number[], fill: string, gap: number): string {
  const step = (width + 40) / (heights.length - 1);
  const crest = Array.from({ length: (heights.length - 1) * 6 + 1 }, (_, i): Point => {
    const from = Math.floor(i / 6);
    const part = (1 - Math.cos((Math.PI * (i % 6)) / 6)) / 2;
    const up =
      heights[from]! + ((heights[from + 1] ?? heights[from]!) - heights[from]!) * (0.4 * part + (0.6 * (i % 6)) / 6);
    return [-20 + (i * step) / 6, horizon - up];
  });
  const outline: Point[] = [...crest, [width + 20, horizon + 20], [-20, horizon + 20]];
  let shade = '';
  for (let i = 0; i + 1 < heights.length; i++) {
    const fall = heights[i]! - heights[i + 1]!;
    if (fall <= 0) continue;
    const [x, y] = [-20 + i * step, horizon - heights[i]!];
    const down = 60 + 2.6 * fall;
    const face: Point[] = [
      [x, y - 8],
      [x + step, y + fall - 8],
      [x + step + 12, y + fall + down * 0.7],
      [x + 24, y + down * 1.3],
      [x - 26, y + down * 0.6],
    ];
    shade += hatch(face, { angle: 58, gap, width: 3.2, seed: i + 20 });
  }
  return area(outline, fill) + clip(name, outline, shade) + area(outline, 'none', stroke.line);
}

function land(): string {
  const field = box(-20, horizon, width + 40, height - horizon + 20);
  return (
    area(field, ink.light, stroke.line) +
    hatch(box(-20, horizon + 90, width + 40, 180), { angle: 0, gap: 17, width: 2.4, colour: ink.mid, seed: 11 }) +
    hatch(box(-20, horizon + 270, width + 40, 260), { angle: 0, gap: 26, width: 3.4, colour: ink.mid, seed: 12 })
  );
}

function sheds(): string {
  return (
    shed({ x: 30, base: 622, wide: 560, high: 116, teeth: 5 }) +
    shed({ x: 560, base: 592, wide: 240, high: 62, teeth: 3 }) +
    shed({ x: 1010, base: 608, wide: 640, high: 92, teeth: 6 }) +
    chimney(636, 540, 150) +
    chimney(1090, 530, 118)
  );
}

/** A factory hall with a saw-tooth roof: glass to the right, slate to the left. */
function shed({ x, base, wide, high, teeth }: Record<'x' | 'base' | 'wide' | 'high' | 'teeth', number>): string {
  const eave = base - high;
  const step = wide / teeth;
  let drawing = '';
  for (let i = 0; i < teeth; i++) {
    const left = x + i * step;
    const peak = left + step * 0.72;
    const slate: Point[] = [
      [left, eave],
      [peak, eave - high * 0.46],
      [peak, eave],
    ];
    const glass: Point[] = [
      [peak, eave - high * 0.46],
      [left + step, eave],
      [peak, eave],
    ];
    drawing += area(slate, ink.paper, stroke.line) + area(glass, ink.black, stroke.line);
  }
  const wall = box(x, eave, wide, high);
  drawing += area(wall, ink.paper, stroke.line);
  drawing += hatch(box(x, eave + 2, wide, high * 0.2), { angle: 45, gap: 7, width: 2.6, seed: wide });
  for (let i = 0; i < teeth; i++) {
    const left = x + i * step + step * 0.16;
    const pane = box(left, eave + high * 0.32, step * 0.68, high * 0.27);
    drawing += area(pane, ink.mid, stroke.fine);
    for (const part of [0.25, 0.5, 0.75]) {
      drawing += line(
        [
          [left + step * 0.68 * part, eave + high * 0.32],
          [left + step * 0.68 * part, eave + high * 0.59],
        ],
        stroke.hair,
      );
    }
  }
  return drawing + hatch(box(x, base - high * 0.2, wide, high * 0.2), { angle: 0, gap: 6, width: 2.2, seed: wide + 1 });
}

function chimney(x: number, base: number, high: number): string {
  const stack: Point[] = [
    [x - 13, base],
    [x - 9, base - high],
    [x + 9, base - high],
    [x + 13, base],
  ];
  const shade: Point[] = [
    [x + 1, base],
    [x + 1, base - high],
    [x + 9, base - high],
    [x + 13, base],
  ];
  return (
    area(stack, ink.paper, stroke.line) +
    hatch(shade, { angle: 0, gap: 5, width: 3.4, seed: x }) +
    area(box(x - 13, base - high, 26, 9), ink.black)
  );
}

/** Posts and wire on both sides of the gate. */
function fence(): string {
  let drawing = '';
  const foot = 716;
  const top = 622;
  for (const [from, to] of [
    [-40, 420],
    [1236, 1660],
  ] as const) {
    const mesh = box(from, top, to - from, foot - top);
    drawing +=
      hatch(mesh, { angle: 45, gap: 17, width: 1.9, seed: 5 }) +
      hatch(mesh, { angle: -45, gap: 17, width: 1.9, seed: 6 });
    drawing +=
      line(
        [
          [from, top],
          [to, top],
        ],
        stroke.line,
      ) +
      line(
        [
          [from, foot - 8],
          [to, foot - 8],
        ],
        stroke.line,
      );
    for (const wire of [10, 20])
      drawing += line(
        [
          [from, top - wire],
          [to, top - wire],
        ],
        stroke.hair,
      );
    for (let x = from; x <= to; x += (to - from) / 5) {
      drawing += line(
        [
          [x, foot + 6],
          [x, top],
          [x - 15, top - 26],
        ],
        8,
      );
    }
    drawing += hatch(box(from, foot + 4, to - from, 16), { angle: 0, gap: 6, width: 3, seed: 7 });
  }
  return drawing;
}

function road(): string {
  const lane = [ground(-1, 3), ground(1, 3), ground(1, 560), ground(-1, 560)];
  let drawing = area(lane, ink.paper, stroke.line);
  drawing += hatch([ground(0.62, 20), ground(1, 20), ground(1, 560), ground(0.8, 560)], {
    angle: 0,
    gap: 12,
    width: 2.6,
    seed: 15,
  });
  for (const aside of [-0.9, 0.9]) drawing += line([ground(aside, 12), ground(aside, 560)], stroke.fine);
  for (let depth = 24; depth < 560; depth *= 1.5) {
    drawing += area(
      [ground(-0.022, depth), ground(0.022, depth), ground(0.022, depth * 1.24), ground(-0.022, depth * 1.24)],
      ink.mid,
      stroke.fine,
    );
  }
  for (const [aside, depth, turn] of [
    [-0.55, 250, 1],
    [0.34, 330, -1],
    [-0.3, 420, -1],
    [0.5, 210, 1],
  ] as const) {
    const [x, y] = ground(aside, depth);
    drawing += line(
      [
        [x, y],
        [x + 26 * turn, y + 12],
        [x + 18 * turn, y + 26],
        [x + 50 * turn, y + 44],
      ],
      stroke.fine,
    );
  }
  return drawing;
}

/** The guard's box beside the barrier, its window dark. */
function booth(): string {
  const left = 206;
  const base = 800;
  const top = 540;
  const front = box(left, top, 128, base - top);
  const side: Point[] = [
    [left + 128, top],
    [left + 196, top + 12],
    [left + 196, base - 20],
    [left + 128, base],
  ];
  const cast: Point[] = [
    [left + 128, base],
    [left + 196, base - 20],
    [left + 330, base - 4],
    [left + 250, base + 12],
  ];
  return (
    hatch(cast, { angle: 0, gap: 6, width: 4, seed: 2 }) +
    area(front, ink.paper, stroke.line) +
    area(side, ink.mid, stroke.line) +
    hatch(side, { angle: 60, gap: 8, width: 3.2, seed: 3 }) +
    area(box(left + 20, top + 50, 88, 78), ink.black, stroke.line) +
    line(
      [
        [left + 64, top + 50],
        [left + 64, top + 128],
      ],
      stroke.line,
      ink.light,
    ) +
    hatch(box(left + 26, top + 54, 34, 70), { angle: -58, gap: 15, width: 4, colour: ink.mid, seed: 4 }) +
    area(
      [
        [left + 144, top + 56],
        [left + 182, top + 62],
        [left + 182, top + 134],
        [left + 144, top + 130],
      ],
      ink.black,
    ) +
    line(
      [
        [left, top + 160],
        [left + 128, top + 160],
        [left + 196, top + 158],
      ],
      stroke.fine,
    ) +
    hatch(box(left + 4, base - 44, 120, 40), { angle: 45, gap: 9, width: 2.6, seed: 5 }) +
    area(
      [
        [left - 26, top],
        [left + 140, top],
        [left + 222, top + 14],
        [left + 214, top - 14],
        [left + 128, top - 34],
        [left - 10, top - 34],
      ],
      ink.black,
      stroke.line,
    ) +
    line(
      [
        [left - 16, top - 8],
        [left + 140, top - 8],
        [left + 214, top + 5],
      ],
      stroke.fine,
      ink.light,
    )
  );
}

function barrier(): string {
  const left = 556;
  const right = 1290;
  const y = 730;
  const thick = 30;
  const foot = 836;
  let drawing = hatch(
    [
      [left + 60, foot + 8],
      [right + 70, foot + 8],
      [right + 80, foot + 22],
      [left + 70, foot + 22],
    ],
    { angle: 0, gap: 5, width: 4, seed: 8 },
  );
  drawing += area(oval(left + 8, foot, 66, 12), ink.black) + area(oval(right - 14, foot, 44, 10), ink.black);
  drawing +=
    line(
      [
        [right - 22, foot],
        [right - 22, y + thick],
      ],
      12,
    ) +
    line(
      [
        [right - 4, foot],
        [right - 4, y - 6],
      ],
      12,
    );
  drawing += area(box(left - 60, y, right - left + 60, thick), ink.paper);
  const stripe = 74;
  for (let x = left + 30; x < right - 10; x += 2 * stripe) {
    const end = Math.min(x + stripe, right);
    drawing += area(
      [
        [x, y + thick],
        [x + 16, y],
        [Math.min(end + 16, right), y],
        [end, y + thick],
      ],
      ink.accent,
    );
  }
  drawing += hatch(box(left, y + thick * 0.66, right - left, thick * 0.34), { angle: 0, gap: 4, width: 2.4, seed: 9 });
  drawing += area(box(left - 60, y, right - left + 60, thick), 'none', stroke.bold);
  for (let x = left + 66; x < right - 40; x += 44)
    drawing += line(
      [
        [x, y + thick + 4],
        [x, y + 82],
      ],
      stroke.line,
    );
  drawing += line(
    [
      [left + 50, y + 84],
      [right - 30, y + 84],
    ],
    stroke.line,
  );
  const middle = (left + right) / 2 + 20;
  drawing +=
    area(oval(middle, y + thick / 2, 46), ink.paper, stroke.bold) +
    area(oval(middle, y + thick / 2, 37), ink.accent, stroke.fine);
  drawing += area(box(middle - 25, y + thick / 2 - 7, 50, 14), ink.paper);
  // The post that the pole turns on, with its counterweight.
  drawing += area(box(left - 26, y - 34, 68, foot - y + 34), ink.light, stroke.bold);
  drawing += hatch(box(left + 12, y - 30, 28, foot - y + 28), { angle: 45, gap: 7, width: 3, seed: 10 });
  drawing += area(box(left - 34, y - 46, 84, 16), ink.black) + area(oval(left + 8, y + thick / 2, 12), ink.black);
  return (
    drawing +
    area(box(left - 112, y - 20, 62, 70), ink.black, stroke.line) +
    line(
      [
        [left - 102, y - 10],
        [left - 62, y - 10],
      ],
      stroke.fine,
      ink.light,
    )
  );
}

/** Grass growing through the verge and the cracks of the road. */
function weeds(): string {
  const next = random(23);
  let blades = '';
  for (let tuft = 0; tuft < 80; tuft++) {
    const depth = 170 + 350 * next();
    const aside = tuft % 7 === 0 ? 1.2 * next() - 0.6 : (tuft % 2 === 0 ? 1 : -1) * (1 + 0.7 * next() ** 2);
    const [x, y] = ground(aside, depth);
    const tall = depth * (0.05 + 0.06 * next());
    for (let i = -3; i <= 3; i++) {
      const lean = i * tall * 0.2 * (0.6 + 0.6 * next());
      blades += `M${x - 3 + i * 2} ${y}Q${x + i * 2 + lean * 0.2} ${y - tall * 0.7} ${x + i * 2 + lean} ${y - tall * (1 - Math.abs(i) * 0.12)}Q${x + 2 + i * 2 + lean * 0.3} ${y - tall * 0.5} ${x + 3 + i * 2} ${y}Z`;
    }
  }
  return path(
    blades.replace(/\d+\.\d+/g, (value) => Number(value).toFixed(1)),
    ink.black,
  );
}
