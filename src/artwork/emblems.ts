import type { Letterer } from './lettering.ts';
import { area, box, clip, hatch, ink, line, oval, path, sheet, stroke } from './style.ts';
import type { Point } from './style.ts';

const size = 800;

/** A drawing pen that has just drawn a line of coast, on a round ground: the graphics desk, 800 x 800 px. */
export function pen(): string {
  const tip: Point = [268, 574];
  const lean = -0.72;
  // A spot by its distance from the tip along the pen, and aside from its middle.
  const spot = (along: number, aside: number): Point => [
    tip[0] + along * Math.cos(lean) - aside * Math.sin(lean),
    tip[1] + along * Math.sin(lean) + aside * Math.cos(lean),
  ];
  const outline = (half: readonly Point[]): Point[] => [
    ...half.map(([along, aside]) => spot(along, -aside)),
    ...half.toReversed().map(([along, aside]) => spot(along, aside)),
  ];
  const nib = outline([
    [0, 1],
    [34, 8],
    [80, 26],
    [118, 50],
    [146, 57],
    [186, 48],
    [226, 42],
  ]);
  const shade = [spot(6, 0), spot(80, 26), spot(118, 50), spot(146, 57), spot(186, 48), spot(226, 42), spot(226, 8)];
  const ferrule = outline([
    [214, 44],
    [282, 48],
  ]);
  const holder = outline([
    [282, 46],
    [330, 44],
    [420, 30],
    [620, 22],
  ]);
  const holderShade = [spot(282, 12), spot(282, 46), spot(330, 44), spot(420, 30), spot(620, 22), spot(620, 6)];
  const shore = Array.from({ length: 60 }, (_, i): Point => {
    const back = (59 - i) * 3.4;
    return [tip[0] - back, tip[1] + 0.2 * back * Math.sin(back / 17) - 0.1 * back];
  });
  const sea: Point[] = [...shore, [300, 640], [250, 740], [40, 740], [40, tip[1]]];
  return sheet(
    size,
    size,
    ground(
      clip('sea', oval(400, 400, 328), hatch(sea, { angle: 0, gap: 12, width: 5, seed: 2 })) +
        clip('shore', oval(400, 400, 328), path(`M${shore.map(([x, y]) => `${x} ${y}`).join('L')}`, 'none', 9)),
    ) +
      area(holder, ink.accent, stroke.bold) +
      hatch(holderShade, { angle: 40, gap: 9, width: 3.4, seed: 4 }) +
      area(ferrule, ink.mid, stroke.bold) +
      hatch(ferrule, { angle: -41, gap: 10, width: 3, seed: 5 }) +
      area(nib, ink.paper, stroke.bold) +
      hatch(shade, { angle: 49, gap: 9, width: 3.4, seed: 6 }) +
      area(oval(...spot(132, 0), 11), ink.black) +
      line([spot(2, 0), spot(132, 0)], stroke.line),
  );
}

/** A composing stick that holds a word in type, on a round ground: the newsdesk, 800 x 800 px. */
export function composingStick(set: Letterer): string {
  const top = 318;
  const face = 132;
  const foot = 512;
  const widths = [106, 158, 112, 126];
  let left = 146;
  let sorts = '';
  // Type is the mirror image of what it prints.
  for (const [i, letter] of [...'SWEN'].entries()) {
    const wide = widths[i]!;
    const middle = left + wide / 2;
    const front = box(left, top + face, wide, foot - top - face);
    sorts +=
      area(box(left, top, wide, face), ink.paper, stroke.bold) +
      area(front, ink.mid, stroke.bold) +
      hatch(front, { angle: 90, gap: 11, width: 3.4, seed: i + 1 }) +
      area(box(left, 478, wide, 11), ink.black) +
      `<g transform="translate(${2 * middle} 0) scale(-1 1)">` +
      set(letter, middle, top + face - 24, { size: 116, anchor: 'middle', colour: ink.accent }) +
      '</g>';
    left += wide;
  }
  const ledge = box(70, foot, 660, 62);
  const head = box(70, 268, 76, 306);
  const knee: Point[] = [
    [left, 300],
    [left + 52, 300],
    [left + 52, 546],
    [left, 546],
  ];
  return sheet(
    size,
    size,
    ground('') +
      area(box(70, 268, 660, 244), ink.light, stroke.bold) +
      hatch(box(146, 272, 580, 42), { angle: 0, gap: 9, width: 3.2, seed: 7 }) +
      sorts +
      area(knee, ink.black, stroke.bold) +
      line(
        [
          [left + 16, 318],
          [left + 16, 528],
        ],
        stroke.line,
        ink.mid,
      ) +
      area(head, ink.mid, stroke.bold) +
      hatch(box(112, 272, 34, 300), { angle: 45, gap: 9, width: 3.2, seed: 8 }) +
      area(ledge, ink.paper, stroke.bold) +
      hatch(box(70, foot + 34, 660, 26), { angle: 0, gap: 8, width: 3.4, seed: 9 }) +
      area(oval(left + 26, 543, 20), ink.light, stroke.bold) +
      line(
        [
          [left + 14, 551],
          [left + 38, 535],
        ],
        stroke.line,
      ),
  );
}

/** The round ground that both stand on, with something drawn in it. */
function ground(drawing: string): string {
  return (
    path(circle(330), ink.light) +
    drawing +
    path(circle(330), 'none', stroke.bold) +
    path(circle(346), 'none', stroke.fine)
  );
}

function circle(radius: number): string {
  return `M${400 - radius} 400a${radius} ${radius} 0 1 1 ${2 * radius} 0a${radius} ${radius} 0 1 1 ${-2 * radius} 0Z`;
}
