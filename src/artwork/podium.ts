import { piece, unitedStates } from './flag.ts';
import type { Cloth } from './flag.ts';
import { area, box, hatch, ink, line, oval, path, random, sheet, stroke } from './style.ts';
import type { Point } from './style.ts';

const width = 1600;
const height = 900;
const stage = 700;

/**
 * An empty lectern with two microphones before a curtain and two American flags, over the chairs of
 * a press room that nobody sits in, 1600 x 900 px.
 */
export function podium(): string {
  return sheet(width, height, curtain() + floor() + flag(365, 1) + flag(1235, -1) + lectern() + chairs());
}

function curtain(): string {
  const next = random(5);
  let drawing = area(box(-10, -10, width + 20, stage + 10), ink.mid);
  let x = -30;
  for (let fold = 0; x < width + 20; fold++) {
    const wide = 52 + 34 * next();
    const lean = 8 * (next() - 0.5);
    const strip = (from: number, to: number): Point[] => [
      [x + wide * from, -10],
      [x + wide * to, -10],
      [x + wide * to + lean, stage],
      [x + wide * from + lean, stage],
    ];
    drawing += area(strip(0.04, 0.3), ink.light);
    drawing += hatch(strip(0.5, 1), { angle: 90, gap: 6.5, width: 3.6, seed: fold + 1 });
    drawing += area(strip(0.88, 1), ink.black);
    drawing += line(
      [
        [x + wide, -10],
        [x + wide + lean, stage],
      ],
      stroke.line,
    );
    x += wide;
  }
  return drawing;
}

function floor(): string {
  const front = 762;
  return (
    area(box(-10, stage, width + 20, front - stage), ink.light, stroke.line) +
    hatch(box(-10, stage, width + 20, 22), { angle: 0, gap: 6, width: 3, seed: 8 }) +
    area(box(-10, front, width + 20, height - front), ink.mid, stroke.bold) +
    hatch(box(-10, front + 4, width + 20, height - front), { angle: 0, gap: 7, width: 3.6, seed: 9 })
  );
}

/** A flag falling in folds from its staff; `side` 1 falls to the right of it, -1 to the left. */
function flag(x: number, side: 1 | -1): string {
  const top = 112;
  const fall: Cloth = (fly, drop) => {
    const spread = 178 * (1 - drop) * Math.sin((Math.PI / 2) * Math.min(1, fly * 1.35)) ** 0.8;
    const ripple = 5 * fly * Math.sin(drop * 16 + fly * 2);
    return [
      x + side * (6 + spread * (1 - 0.2 * fly) + 44 * drop * fly + ripple),
      top + 300 * drop + fly * (470 - 215 * drop) - 44 * fly * (1 - fly) + 4 * fly * Math.sin(drop * 19),
    ];
  };
  let folds = '';
  for (const drop of [0.2, 0.44, 0.7, 0.9]) {
    folds += hatch(piece(fall, [0.06, 0.98], [drop, drop + 0.085]), { angle: side * 58, gap: 6, width: 2.4, seed: 3 });
  }
  const foot = stage + 26;
  return (
    area(oval(x, foot + 6, 84, 13), ink.black) +
    area(
      [
        [x - 60, foot],
        [x + 60, foot],
        [x + 26, foot - 24],
        [x - 26, foot - 24],
      ],
      ink.mid,
      stroke.line,
    ) +
    line(
      [
        [x, foot - 20],
        [x, 84],
      ],
      12,
    ) +
    line(
      [
        [x - 2, foot - 26],
        [x - 2, 90],
      ],
      stroke.fine,
      ink.light,
    ) +
    area(
      [
        [x, 38],
        [x + 14, 66],
        [x, 90],
        [x - 14, 66],
      ],
      ink.light,
      stroke.line,
    ) +
    unitedStates(fall) +
    folds
  );
}

function lectern(): string {
  const middle = 800;
  const across = (half: number, y: number): [Point, Point] => [
    [middle - half, y],
    [middle + half, y],
  ];
  const panel = [...across(168, 446), ...across(132, 716).reverse()];
  const side: Point[] = [
    [968, 446],
    [990, 440],
    [956, 706],
    [932, 716],
  ];
  const desk = [...across(176, 352), ...across(216, 412).reverse()];
  const lip = [...across(216, 412), ...across(210, 446).reverse()];
  const cast: Point[] = [
    [932, 716],
    [956, 706],
    [1140, 738],
    [1060, 758],
    [900, 758],
  ];
  const panelShade: Point[] = [
    [848, 452],
    [964, 452],
    [930, 714],
    [848, 714],
  ];
  const inset = [...across(134, 478), ...across(108, 676).reverse()];
  return (
    hatch(cast, { angle: 0, gap: 5, width: 4 }) +
    area([...across(160, 716), ...across(168, 744).reverse()], ink.black, stroke.line) +
    area(side, ink.black, stroke.line) +
    area(panel, ink.light, stroke.bold) +
    hatch(panelShade, { angle: 45, gap: 9, width: 2.8, seed: 4 }) +
    area(inset, 'none', stroke.fine) +
    area(oval(middle, 572, 66), ink.paper, stroke.line) +
    area(oval(middle, 572, 54), 'none', stroke.fine) +
    hatch(oval(middle, 572, 50), { angle: 45, gap: 8, width: 2.4 }) +
    area(desk, ink.mid, stroke.line) +
    hatch(desk, { angle: 0, gap: 7, width: 2.8, seed: 6 }) +
    area(
      [
        [742, 370],
        [862, 370],
        [872, 400],
        [734, 400],
      ],
      ink.paper,
      stroke.fine,
    ) +
    area(lip, ink.paper, stroke.bold) +
    line(
      [
        [592, 430],
        [1008, 430],
      ],
      stroke.hair,
    ) +
    hatch(box(632, 450, 336, 22), { angle: 45, gap: 6, width: 2.8, seed: 7 }) +
    microphone(706, -1) +
    microphone(894, 1)
  );
}

/** A microphone on a bent neck, leaning in from its side to where a speaker would stand. */
function microphone(x: number, side: 1 | -1): string {
  const headX = x - 38 * side;
  const turn = 0.5 * side;
  const spot = (along: number, aside: number): Point => [
    headX + along * Math.sin(-turn) + aside * Math.cos(turn),
    236 - along * Math.cos(turn) - aside * Math.sin(turn),
  ];
  const neck = `M${x} 384C${x + 14 * side} 320 ${x - 2 * side} 270 ${headX} 236`;
  const head = [
    spot(0, -12),
    spot(0, 12),
    spot(14, 16),
    spot(46, 18),
    spot(60, 14),
    spot(67, 0),
    spot(60, -14),
    spot(46, -18),
    spot(14, -16),
  ];
  return (
    area(oval(x, 386, 26, 9), ink.black) +
    path(neck, 'none', 14, ink.light) +
    path(neck, 'none', 9) +
    area(head, ink.black, 10, ink.light) +
    area(head, ink.black, stroke.fine) +
    line([spot(20, -14), spot(20, 14)], stroke.line, ink.mid) +
    line([spot(32, -8), spot(56, -7)], stroke.line, ink.mid)
  );
}

/** Backs of the empty chairs in the front row. */
function chairs(): string {
  let drawing = '';
  for (let i = 0; i < 7; i++) {
    const x = 80 + i * 240;
    for (const post of [-66, 66])
      drawing +=
        line(
          [
            [x + post, 826],
            [x + post, 920],
          ],
          20,
          ink.light,
        ) +
        line(
          [
            [x + post, 826],
            [x + post, 920],
          ],
          12,
        );
    const rail = `M${x - 84} 850Q${x} 872 ${x + 84} 850L${x + 80} 806Q${x} 826 ${x - 80} 806Z`;
    drawing += path(rail, ink.black, 8, ink.light) + path(rail, ink.black, stroke.fine);
    drawing += path(`M${x - 66} 817Q${x} 834 ${x + 50} 821`, 'none', stroke.fine, ink.mid);
    drawing +=
      path(`M${x - 58} 886Q${x} 900 ${x + 58} 886`, 'none', 14, ink.light) +
      path(`M${x - 58} 886Q${x} 900 ${x + 58} 886`, 'none', 9);
  }
  return drawing;
}
