import { area, ink, stroke } from './style.ts';
import type { Point } from './style.ts';

/**
 * How a cloth hangs: gives the place in px of a spot on the flag.
 * @param fly 0 at the pole, 1 at the loose end
 * @param drop 0 at the upper edge, 1 at the lower
 */
export type Cloth = (fly: number, drop: number) => Point;

/** The flag of the United States on a hanging cloth: thirteen stripes, and fifty stars as dots. */
export function unitedStates(cloth: Cloth): string {
  let drawing = '';
  for (let stripe = 0; stripe < 13; stripe++) {
    const colour = stripe % 2 === 0 ? ink.accent : ink.paper;
    drawing += area(piece(cloth, [0, 1], [stripe / 13, (stripe + 1) / 13]), colour);
  }
  drawing += area(piece(cloth, [0, 0.4], [0, 7 / 13]), ink.black);
  for (let row = 0; row < 9; row++) {
    for (let star = 0; star < (row % 2 === 0 ? 6 : 5); star++) {
      const fly = 0.0333 * (2 * star + 1 + (row % 2));
      const drop = 0.0538 * (row + 1);
      drawing += area(round(cloth, fly, drop, 0.0085, 0.016), ink.paper);
    }
  }
  return drawing + edge(cloth);
}

/** The flag of North Korea on a hanging cloth: blue bands (in ink), a red field, a star on a disc. */
export function northKorea(cloth: Cloth): string {
  const star = Array.from({ length: 10 }, (_, i): Point => {
    const turn = ((i - 2.5) / 5) * Math.PI;
    const reach = i % 2 === 0 ? 1 : 0.382;
    return cloth(1 / 3 + 0.105 * reach * Math.cos(turn), 0.5 + 0.21 * reach * Math.sin(turn));
  });
  return (
    area(piece(cloth, [0, 1], [0, 1]), ink.black) +
    area(piece(cloth, [0, 1], [3 / 18, 15 / 18]), ink.paper) +
    area(piece(cloth, [0, 1], [4 / 18, 14 / 18]), ink.accent) +
    area(round(cloth, 1 / 3, 0.5, 0.111, 0.222), ink.paper) +
    area(star, ink.accent) +
    edge(cloth)
  );
}

/** The outline of a part of a cloth. */
export function piece(cloth: Cloth, fly: [number, number], drop: [number, number]): Point[] {
  const steps = Array.from({ length: 41 }, (_, i) => fly[0] + ((fly[1] - fly[0]) * i) / 40);
  return [...steps.map((at) => cloth(at, drop[0])), ...steps.toReversed().map((at) => cloth(at, drop[1]))];
}

function round(cloth: Cloth, fly: number, drop: number, across: number, down: number): Point[] {
  return Array.from({ length: 24 }, (_, i) => {
    const turn = (i / 12) * Math.PI;
    return cloth(fly + across * Math.cos(turn), drop + down * Math.sin(turn));
  });
}

function edge(cloth: Cloth): string {
  return area(piece(cloth, [0, 1], [0, 1]), 'none', stroke.line);
}
