import { northKorea, piece, unitedStates } from './flag.ts';
import type { Cloth } from './flag.ts';
import { area, box, hatch, ink, line, oval, path, random, sheet, stroke } from './style.ts';
import type { Point } from './style.ts';

const width = 2400;
const height = 1350;

/** The eye: every line into the depth runs to this point, the hotel's open door. */
const centre: Point = [1200, 890];
const distance = 1300;
const ground = 1090;

/** Upper edges of the three floors and of the roof, on the wall. */
const floors = { roof: 262, cornice: 392, second: 424, first: 612, ground: 850 } as const;
const pavilion = { left: 860, right: 1540 } as const;

/** Places a point of the street: z px before the hotel's wall. */
function at(x: number, y: number, z: number): Point {
  const scale = distance / (distance - z);
  return [centre[0] + (x - centre[0]) * scale, centre[1] + (y - centre[1]) * scale];
}

/**
 * The white front of a grand hotel in Hanoi, 2400 x 1350 px: two flags over an open, empty door, two
 * empty chairs on the carpet, and cars leaving to the left and to the right.
 */
export function hotel(): string {
  return sheet(
    width,
    height,
    sky() +
      wall() +
      roof() +
      wings() +
      middle() +
      pavement() +
      entrance() +
      flags() +
      chair(1128, 1) +
      chair(1272, -1) +
      tree(300, 235, 41) +
      tree(2120, 250, 77) +
      car({ front: 168, axle: 1218, size: 1.02, facing: -1, roofline: 186, glass: 3 }) +
      car({ front: -600, axle: 1218, size: 1.02, facing: -1, roofline: 178, glass: 3 }) +
      car({ front: 2270, axle: 1290, size: 1.08, facing: 1, roofline: 166, glass: 4 }),
  );
}

function sky(): string {
  const cloud = (x: number, y: number, size: number): string =>
    path(
      `M${x} ${y}q${30 * size} ${-34 * size} ${80 * size} ${-26 * size}q${40 * size} ${-50 * size} ${110 * size} ${-20 * size}` +
        `q${70 * size} ${-20 * size} ${90 * size} ${24 * size}q${60 * size} ${-6 * size} ${80 * size} ${22 * size}Z`,
      ink.paper,
    );
  return (
    area(box(0, 0, width, 420), ink.light) +
    hatch(box(-20, -10, width + 40, 200), { angle: 0, gap: 17, width: 3.2, colour: ink.mid, seed: 3 }) +
    hatch(box(-20, 190, width + 40, 220), { angle: 0, gap: 21, width: 2.4, colour: ink.mid, seed: 4 }) +
    cloud(640, 120, 0.9) +
    cloud(1580, 170, 1.2)
  );
}

function wall(): string {
  const { left, right } = pavilion;
  let drawing = area(box(-20, floors.cornice, width + 40, ground - floors.cornice), ink.paper);
  for (let y = floors.ground + 46; y < ground; y += 36) {
    drawing += line(
      [
        [-20, y],
        [width + 20, y],
      ],
      stroke.hair,
      ink.mid,
    );
  }
  drawing += ledge(-20, left, floors.first - 6, 14) + ledge(right, width + 20, floors.first - 6, 14);
  drawing += ledge(-20, left, floors.ground, 22) + ledge(right, width + 20, floors.ground, 22);
  drawing += area(box(-20, ground - 26, width + 40, 26), ink.light, stroke.fine);
  // The middle stands forward and throws its shadow on the right wing.
  const shadow = box(right, floors.cornice, 46, ground - floors.cornice);
  return drawing + area(shadow, ink.light) + hatch(shadow, { angle: 45, gap: 8, width: 3.4 });
}

/** A moulding along the wall with the shadow under it. */
function ledge(left: number, right: number, y: number, deep: number): string {
  const below = box(left, y + deep, right - left, deep * 0.8);
  return (
    hatch(below, { angle: 45, gap: 7, width: 2.6, seed: y }) +
    area(box(left, y, right - left, deep), ink.paper, stroke.fine) +
    line(
      [
        [left, y + deep * 0.55],
        [right, y + deep * 0.55],
      ],
      stroke.hair,
    )
  );
}

function roof(): string {
  const { left, right } = pavilion;
  const slates = (outline: Point[], seed: number): string =>
    area(outline, ink.mid, stroke.line) +
    hatch(outline, { angle: 0, gap: 13, width: 3.8, seed }) +
    line([outline[0]!, outline[1]!], stroke.bold);
  let drawing = slates(box(-20, floors.roof, width + 40, floors.cornice - floors.roof), 11);
  for (const x of bays) drawing += dormer(x, floors.roof + 34, 66, 92);
  const tall: Point[] = [
    [left + 46, 168],
    [right - 46, 168],
    [right + 8, floors.cornice],
    [left - 8, floors.cornice],
  ];
  const shade: Point[] = [
    [right - 46, 168],
    [right + 8, floors.cornice],
    [right + 78, floors.cornice],
    [right + 20, 262],
  ];
  drawing += hatch(shade, { angle: 50, gap: 6, width: 4, seed: 12 });
  drawing += slates(tall, 13);
  for (let x = left + 60; x <= right - 60; x += 20) {
    drawing +=
      line(
        [
          [x, 166],
          [x, 142],
        ],
        stroke.fine,
      ) + area(oval(x, 138, 4), ink.black);
  }
  drawing += line(
    [
      [left + 46, 152],
      [right - 46, 152],
    ],
    stroke.fine,
  );
  drawing += dormer(985, 250, 78, 118) + dormer(1415, 250, 78, 118) + dormer(1200, 214, 122, 156);
  return drawing + cornice(-20, left, 34) + cornice(right, width + 20, 34) + cornice(left - 6, right + 6, 52);
}

/** The eaves, seen from below: a shadowed soffit with brackets. */
function cornice(left: number, right: number, z: number): string {
  const y = floors.cornice;
  const soffit = [at(left, y, z), at(right, y, z), [right, y + 30] as Point, [left, y + 30] as Point];
  let drawing = area(soffit, ink.mid, stroke.fine) + hatch(soffit, { angle: 0, gap: 5, width: 3 });
  for (let x = left + 14; x < right; x += 34) {
    drawing += area([[x, y + 34], at(x, y, z), at(x + 11, y, z), [x + 11, y + 34]], ink.paper, stroke.hair);
  }
  const [x1, y1] = at(left, y, z);
  const [x2] = at(right, y, z);
  return (
    drawing +
    hatch(box(left, y + 32, right - left, 20), { angle: 45, gap: 7, width: 3, seed: 9 }) +
    area(box(x1, y1 - 22, x2 - x1, 22), ink.paper, stroke.line) +
    line(
      [
        [x1, y1 - 9],
        [x2, y1 - 9],
      ],
      stroke.hair,
    )
  );
}

function dormer(x: number, y: number, wide: number, high: number): string {
  const half = wide / 2;
  const gable: Point[] = [
    [x - half - 12, y + 8],
    [x, y - wide * 0.34],
    [x + half + 12, y + 8],
  ];
  const shadow: Point[] = [
    [x + half, y],
    [x + half + 26, y + 26],
    [x + half + 26, y + high],
    [x + half, y + high],
  ];
  return (
    area(shadow, ink.black) +
    area(box(x - half, y, wide, high), ink.paper, stroke.fine) +
    shutters(x, y + 16, wide * 0.62, high - 22) +
    area(gable, ink.paper, stroke.line)
  );
}

/** A pair of closed shutters with their slats. */
function shutters(x: number, y: number, wide: number, high: number): string {
  return leaf(x - wide / 2, y, wide / 2, high) + leaf(x, y, wide / 2, high);
}

function leaf(x: number, y: number, wide: number, high: number): string {
  let drawing = area(box(x, y, wide, high), ink.mid, stroke.fine);
  for (let row = y + 9; row < y + high - 5; row += 9) {
    drawing += line(
      [
        [x + 5, row],
        [x + wide - 5, row],
      ],
      stroke.fine,
    );
  }
  return drawing;
}

/** A tall window in its frame; open, it shows a dark room between folded shutters. */
function window(x: number, y: number, wide: number, high: number, open: boolean): string {
  const half = wide / 2;
  let drawing =
    area(box(x - half - 13, y - 12, wide + 26, high + 12), ink.paper, stroke.fine) +
    area(box(x - half - 22, y - 28, wide + 44, 16), ink.paper, stroke.fine) +
    hatch(box(x - half - 16, y - 11, wide + 38, 10), { angle: 45, gap: 6, width: 2.2, seed: x });
  if (!open) return drawing + shutters(x, y, wide, high) + area(box(x - half, y, wide, 9), ink.black);
  drawing += area(box(x - half, y, wide, high), ink.black);
  for (const pane of [0.34, 0.68]) {
    drawing += line(
      [
        [x - half, y + high * pane],
        [x + half, y + high * pane],
      ],
      stroke.fine,
      ink.light,
    );
  }
  drawing += line(
    [
      [x, y],
      [x, y + high],
    ],
    stroke.line,
    ink.light,
  );
  const shade = box(x + half + 36, y + 8, 12, high - 4);
  return (
    drawing +
    hatch(shade, { angle: 45, gap: 6, width: 2.6, seed: x }) +
    leaf(x - half - 36, y, 36, high) +
    leaf(x + half, y, 36, high)
  );
}

/** A balcony before a window: slab, brackets' shadow and ironwork. */
function balcony(x: number, y: number, half: number, z: number): string {
  const [left, slab] = at(x - half, y, z);
  const [right, top] = at(x + half, y - 60, z);
  const under: Point[] = [
    [left, slab + 14],
    [right, slab + 14],
    [x + half, y + 20],
    [x - half, y + 20],
  ];
  const shadow: Point[] = [
    [x - half + 10, y + 18],
    [x + half, y + 18],
    [x + half + 30, y + 52],
    [x - half + 34, y + 52],
  ];
  let drawing = hatch(shadow, { angle: 45, gap: 7, width: 3, seed: x + y });
  drawing += area(under, ink.black) + area(box(left, slab, right - left, 15), ink.paper, stroke.fine);
  drawing += line(
    [
      [x - half, y - 60],
      [left, top],
      [right, top],
      [x + half, y - 60],
    ],
    stroke.line,
  );
  drawing += line(
    [
      [left, slab - 8],
      [right, slab - 8],
    ],
    stroke.fine,
  );
  const count = Math.round((right - left) / 30);
  for (let i = 0; i <= count; i++) {
    const bar = left + ((right - left) * i) / count;
    drawing += line(
      [
        [bar, top],
        [bar, slab],
      ],
      i % count === 0 ? stroke.line : stroke.fine,
    );
    if (i === count) continue;
    const middle = bar + (right - left) / count / 2;
    drawing += area(oval(middle, (top + slab) / 2 - 4, 9, 15), 'none', stroke.fine);
  }
  return drawing;
}

/** Middles of the windows in the two wings. */
const bays = [-10, 180, 370, 560, 750, 1655, 1840, 2030, 2220, 2410];

function wings(): string {
  const next = random(19);
  let drawing = '';
  for (const x of bays) {
    drawing += window(x, floors.second + 58, 74, 122, next() < 0.35);
    drawing += balcony(x, floors.first - 4, 74, 24);
    drawing += window(x, floors.first + 62, 78, 172, next() < 0.45);
    drawing += balcony(x, floors.ground, 82, 40);
    drawing += arcade(x);
  }
  return drawing;
}

/** An arched window of the ground floor, with its fanlight and keystone. */
function arcade(x: number): string {
  const top = floors.ground + 104;
  const arch = (reach: number): Point[] => [
    [x - reach, ground - 26],
    ...Array.from({ length: 25 }, (_, i): Point => {
      const turn = Math.PI * (1 + i / 24);
      return [x + reach * Math.cos(turn), top + reach * Math.sin(turn)];
    }),
    [x + reach, ground - 26],
  ];
  let drawing = area(arch(62), ink.paper, stroke.fine) + area(arch(47), ink.black);
  for (const turn of [0, 0.25, 0.5, 0.75, 1]) {
    const end: Point = [x - 46 * Math.cos(turn * Math.PI), top - 46 * Math.sin(turn * Math.PI)];
    drawing += line([[x, top], end], stroke.fine, ink.light);
  }
  for (const pane of [-16, 16])
    drawing += line(
      [
        [x + pane, top],
        [x + pane, ground - 26],
      ],
      stroke.fine,
      ink.light,
    );
  drawing += line(
    [
      [x - 46, top + 62],
      [x + 46, top + 62],
    ],
    stroke.fine,
    ink.light,
  );
  return (
    drawing +
    area(
      [
        [x - 11, top - 72],
        [x + 11, top - 72],
        [x + 7, top - 42],
        [x - 7, top - 42],
      ],
      ink.paper,
      stroke.fine,
    )
  );
}

function middle(): string {
  const { left, right } = pavilion;
  let drawing = area(box(left, floors.second + 18, right - left, ground - floors.second - 18), ink.paper, stroke.line);
  for (let y = floors.ground + 46; y < ground; y += 36)
    drawing += line(
      [
        [left, y],
        [right, y],
      ],
      stroke.hair,
      ink.mid,
    );
  for (let y = floors.second + 30, i = 0; y < floors.ground - 34; y += 34, i++) {
    const wide = i % 2 === 0 ? 44 : 30;
    drawing +=
      area(box(left, y, wide, 31), ink.paper, stroke.hair) +
      area(box(right - wide, y, wide, 31), ink.light, stroke.hair);
  }
  drawing += ledge(left - 6, right + 6, floors.first - 6, 16) + ledge(left - 6, right + 6, floors.ground - 4, 24);
  for (const x of [985, 1200, 1415]) {
    drawing += window(x, floors.second + 58, 86, 122, x !== 1200);
    drawing += window(x, floors.first + 56, 96, 180, x === 1200);
    drawing += balcony(x, floors.first - 4, 84, 30);
  }
  return drawing;
}

function pavement(): string {
  const kerb = 360;
  const walk = [at(-1200, ground, 0), at(3600, ground, 0), at(3600, ground, kerb), at(-1200, ground, kerb)];
  let drawing = area(walk, ink.paper, stroke.line);
  for (let x = -1200; x <= 3600; x += 80) {
    drawing += line([at(x, ground, 0), at(x, ground, kerb)], stroke.hair, ink.mid);
  }
  for (const z of [95, 180, 255, 320])
    drawing += line([at(-1200, ground, z), at(3600, ground, z)], stroke.hair, ink.mid);
  const [, edge] = at(0, ground, kerb);
  const road = box(-20, edge + 18, width + 40, height - edge);
  return (
    drawing +
    area(box(-20, edge, width + 40, 18), ink.light, stroke.line) +
    area(road, ink.mid) +
    hatch(road, { angle: 0, gap: 12, width: 3, seed: 31 }) +
    line(
      [
        [-20, edge + 18],
        [width + 20, edge + 18],
      ],
      stroke.bold,
    )
  );
}

function entrance(): string {
  const door = box(1112, 884, 176, 176);
  let drawing = area(box(1080, 868, 240, 200), ink.paper, stroke.line) + area(door, ink.black);
  // The floor of the hall and the two leaves of the door, swung inwards.
  drawing += area(
    [
      [1150, 1030],
      [1250, 1030],
      [1288, 1060],
      [1112, 1060],
    ],
    ink.accent,
  );
  drawing += area(
    [
      [1112, 884],
      [1146, 900],
      [1146, 1034],
      [1112, 1060],
    ],
    ink.light,
    stroke.fine,
  );
  drawing += area(
    [
      [1288, 884],
      [1254, 900],
      [1254, 1034],
      [1288, 1060],
    ],
    ink.mid,
    stroke.fine,
  );
  drawing +=
    area(
      [
        [1190, 912],
        [1210, 912],
        [1204, 934],
        [1196, 934],
      ],
      ink.light,
    ) +
    line(
      [
        [1200, 886],
        [1200, 912],
      ],
      stroke.fine,
      ink.light,
    );
  for (const x of [985, 1415]) drawing += arcade(x);
  for (const x of [1056, 1344]) {
    drawing +=
      line(
        [
          [x, 930],
          [x, 944],
        ],
        stroke.line,
      ) +
      area(
        [
          [x - 11, 944],
          [x + 11, 944],
          [x + 7, 976],
          [x - 7, 976],
        ],
        ink.paper,
        stroke.fine,
      );
  }
  for (const [z, y] of [
    [26, 1060],
    [52, 1075],
  ] as const) {
    const reach = 150 + z;
    const near = [
      at(1200 - reach, y, z),
      at(1200 + reach, y, z),
      at(1200 + reach, y + 15, z),
      at(1200 - reach, y + 15, z),
    ];
    const tread = [at(1200 - reach, y, z - 26), at(1200 + reach, y, z - 26), near[1]!, near[0]!];
    drawing += area(tread, ink.paper, stroke.fine) + area(near, ink.light, stroke.fine);
  }
  const carpet = [
    [1112, 1060] as Point,
    [1288, 1060] as Point,
    at(1292, 1060, 26),
    at(1292, 1075, 26),
    at(1294, 1075, 52),
    at(1294, 1090, 52),
    at(1310, 1090, 352),
    at(1090, 1090, 352),
    at(1106, 1090, 52),
    at(1106, 1075, 52),
    at(1108, 1075, 26),
    at(1108, 1060, 26),
  ];
  drawing += area(carpet, ink.accent, stroke.line);
  drawing += line([at(1108, 1075, 52), at(1292, 1075, 52)], stroke.hair);
  for (const x of [1102, 1298]) drawing += line([at(x, 1090, 60), at(x, 1090, 350)], stroke.hair, ink.light);
  return drawing + canopy();
}

/** The iron canopy over the door, on two slender posts, with a cut valance. */
function canopy(): string {
  const reach = 236;
  const z = 150;
  const [left, top] = at(1200 - reach, 826, z);
  const [right] = at(1200 + reach, 826, z);
  const lid: Point[] = [
    [1200 - reach, 830],
    [1200 + reach, 830],
    [right, top],
    [left, top],
  ];
  let drawing = hatch(box(980, 866, 440, 20), { angle: 45, gap: 6, width: 3.4 });
  for (const x of [left + 16, right - 16]) {
    const [, foot] = at(0, ground, z);
    drawing +=
      line(
        [
          [x, top],
          [x, foot],
        ],
        9,
      ) +
      line(
        [
          [x - 1, top + 40],
          [x - 1, foot - 8],
        ],
        stroke.fine,
        ink.light,
      );
    drawing += area(box(x - 11, foot - 12, 22, 12), ink.black);
  }
  drawing += area(lid, ink.light, stroke.line);
  drawing += area(box(left, top, right - left, 26), ink.paper, stroke.line);
  const count = 24;
  const step = (right - left) / count;
  let valance = `M${left} ${top + 26}`;
  for (let i = 0; i < count; i++) valance += `v14q${step / 2} 20 ${step} 0v-14`;
  drawing += path(valance + 'Z', ink.mid, stroke.fine);
  for (let i = 1; i < count; i++)
    drawing += line(
      [
        [left + i * step, top + 26],
        [left + i * step, top + 40],
      ],
      stroke.hair,
    );
  return (
    drawing +
    line(
      [
        [left, top + 26],
        [right, top + 26],
      ],
      stroke.line,
    )
  );
}

/** The two national flags, slack on their poles, side by side over the canopy. */
function flags(): string {
  const cloth =
    (x: number, y: number, phase: number): Cloth =>
    (fly, drop) => [
      x + 236 * fly + 9 * fly * Math.sin(2 * drop + phase),
      y + 158 * drop + 34 * fly ** 1.4 + 13 * Math.sqrt(fly) * Math.sin(fly * 7.5 + phase),
    ];
  const pole = (x: number): string =>
    line(
      [
        [x, 838],
        [x, 566],
      ],
      11,
    ) +
    line(
      [
        [x - 1, 834],
        [x - 1, 574],
      ],
      stroke.fine,
      ink.light,
    ) +
    area(oval(x, 560, 10), ink.paper, stroke.line);
  const fold = (one: Cloth, from: number, to: number, colour: string): string =>
    hatch(piece(one, [from, to], [0.02, 0.98]), { angle: 78, gap: 7, width: 2.6, colour, seed: 5 });
  const first = cloth(952, 584, 0.4);
  const second = cloth(1232, 584, 0.9);
  const shadow = (one: Cloth): string =>
    hatch(
      piece(
        (fly, drop) => {
          const [x, y] = one(fly, drop);
          return [x + 26, y + 22];
        },
        [0, 1],
        [0, 1],
      ),
      { angle: 45, gap: 7, width: 3.4, seed: 6 },
    );
  return (
    shadow(first) +
    shadow(second) +
    pole(946) +
    pole(1226) +
    unitedStates(first) +
    northKorea(second) +
    fold(first, 0.42, 0.56, ink.black) +
    fold(first, 0.86, 0.96, ink.black) +
    fold(second, 0.55, 0.68, ink.black) +
    fold(second, 0.88, 0.97, ink.black)
  );
}

/** An empty armchair on the carpet, turned away from the other one: `side` 1 looks left, -1 right. */
function chair(x: number, side: 1 | -1): string {
  const turn = 0.62 * side;
  const foot = (across: number, ahead: number, up: number): Point =>
    at(
      x + across * Math.cos(turn) - ahead * Math.sin(turn),
      ground - up,
      262 + ahead * Math.cos(turn) + across * Math.sin(turn),
    );
  const leg = (across: number, ahead: number): string => line([foot(across, ahead, 0), foot(across, ahead, 34)], 6);
  const back = [foot(-29, -27, 34), foot(29, -27, 34), foot(29, -33, 96), foot(-29, -33, 96)];
  const seat = [foot(-31, -28, 38), foot(31, -28, 38), foot(31, 30, 38), foot(-31, 30, 38)];
  const front = [foot(-31, 30, 38), foot(31, 30, 38), foot(31, 30, 28), foot(-31, 30, 28)];
  const arm = (across: number): string =>
    line([foot(across, 28, 36), foot(across, 24, 62), foot(across, -30, 66)], 5.5);
  const [nearX, nearY] = foot(0, 0, 0);
  return (
    hatch(oval(nearX + 22, nearY, 62, 17), { angle: 0, gap: 5, width: 4 }) +
    leg(-28, -26) +
    leg(28, -26) +
    area(back, ink.paper, stroke.line) +
    hatch(back, { angle: 45, gap: 7, width: 1.6 }) +
    hatch(back, { angle: -45, gap: 7, width: 1.6 }) +
    arm(31 * side) +
    area(seat, ink.light, stroke.line) +
    area(front, ink.mid, stroke.fine) +
    leg(-29, 28) +
    leg(29, 28) +
    arm(-31 * side)
  );
}

/** A street tree at the kerb with a limewashed foot, its crown leaving the picture at the top. */
function tree(x: number, z: number, seed: number): string {
  const next = random(seed);
  const [footX, footY] = at(x, ground, z);
  const trunk: Point[] = [
    [footX - 44, footY + 6],
    [footX - 27, footY - 60],
    [footX - 22, footY - 330],
    [footX - 70, footY - 620],
    [footX - 34, footY - 630],
    [footX - 2, footY - 450],
    [footX + 52, footY - 640],
    [footX + 84, footY - 630],
    [footX + 30, footY - 330],
    [footX + 31, footY - 60],
    [footX + 50, footY + 6],
  ];
  const wash: Point[] = [
    [footX - 44, footY + 6],
    [footX - 27, footY - 60],
    [footX - 26, footY - 118],
    [footX + 30, footY - 112],
    [footX + 31, footY - 60],
    [footX + 50, footY + 6],
  ];
  const dark: Point[] = [
    [footX + 6, footY + 6],
    [footX + 8, footY - 330],
    [footX + 30, footY - 330],
    [footX + 31, footY - 60],
    [footX + 50, footY + 6],
  ];
  let drawing =
    area(oval(footX + 60, footY + 6, 130, 11), ink.black) +
    area(trunk, ink.mid, stroke.line) +
    hatch(trunk, { angle: 84, gap: 8, width: 3.4, seed }) +
    area(wash, ink.paper, stroke.fine) +
    hatch(dark, { angle: 12, gap: 6, width: 3, seed });
  const sprigs = Array.from({ length: 250 }, () => {
    const turn = next() * 2 * Math.PI;
    const reach = Math.sqrt(next());
    return { x: footX + 20 + 400 * reach * Math.cos(turn), y: 215 + 330 * reach * Math.sin(turn), tone: next() };
  });
  // From the shaded lower right to the lit upper left, so that the lit leaves lie on top.
  sprigs.sort((a, b) => b.x + 1.4 * b.y - a.x - 1.4 * a.y);
  for (const sprig of sprigs) {
    const lit = (footX - sprig.x) / 800 + (215 - sprig.y) / 500 + (sprig.tone - 0.5) * 0.7;
    const fill = lit > 0.2 ? ink.light : lit > -0.35 ? ink.mid : ink.black;
    for (let i = 0; i < 7; i++) {
      const x = sprig.x + 60 * (next() - 0.5);
      const y = sprig.y + 44 * (next() - 0.5);
      drawing += blade(x, y, Math.PI * (0.1 + 0.8 * next()), 30 + 16 * next(), fill);
    }
  }
  return drawing;
}

/** One leaf, drawn from its stalk in the direction of `turn`. */
function blade(x: number, y: number, turn: number, long: number, fill: string): string {
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const spot = (ahead: number, aside: number): string =>
    `${(x + ahead * cos - aside * sin).toFixed(1)} ${(y + ahead * sin + aside * cos).toFixed(1)}`;
  const half = long * 0.46;
  return path(
    `M${spot(0, 0)}Q${spot(long * 0.45, half)} ${spot(long, 0)}Q${spot(long * 0.45, -half)} ${spot(0, 0)}Z`,
    fill,
    fill === ink.black ? 1.2 : 2,
    fill === ink.black ? ink.mid : ink.black,
  );
}

interface Car {
  /** Place of the front bumper and of the road under the wheels in px. */
  front: number;
  axle: number;
  size: number;
  facing: 1 | -1;
  /** Height of the roof before scaling. */
  roofline: number;
  /** Number of side windows. */
  glass: number;
}

/** A black saloon from the side, with a pennant on its wing. */
function car({ front, axle, size, facing, roofline, glass }: Car): string {
  const spot = (back: number, up: number): Point => [front - facing * back * size, axle - up * size];
  const curve = (points: [number, number][]): Point[] => points.map(([back, up]) => spot(back, up));
  const body = curve([
    [6, 34],
    [0, 60],
    [4, 92],
    [24, 106],
    [90, 116],
    [176, 122],
    [238, roofline - 14],
    [262, roofline - 3],
    [330, roofline],
    [480, roofline - 1],
    [522, roofline - 6],
    [546, roofline - 16],
    [604, 128],
    [650, 122],
    [664, 112],
    [668, 60],
    [662, 34],
  ]);
  const shadow = oval(spot(334, 0)[0], axle + 10 * size, 370 * size, 16 * size);
  let drawing = area(shadow, ink.black) + area(body, ink.black, stroke.line);
  const from = 206;
  const wide = (556 - from) / glass;
  for (let i = 0; i < glass; i++) {
    const low = from + i * wide + 5;
    const high = low + wide - 12;
    const lean = i === 0 ? 40 : 0;
    const tail = i === glass - 1 ? 36 : 0;
    const pane = curve([
      [low, 126],
      [low + lean, roofline - 13],
      [high - tail, roofline - 13],
      [high, 126],
    ]);
    drawing +=
      area(pane, ink.mid) + hatch(pane, { angle: -62 * facing, gap: 13, width: 6, colour: ink.light, seed: i + 2 });
  }
  drawing += line(
    curve([
      [30, 102],
      [176, 113],
      [600, 116],
      [656, 110],
    ]),
    stroke.fine,
    ink.light,
  );
  drawing += line(
    curve([
      [150, 52],
      [520, 52],
    ]),
    stroke.line,
    ink.mid,
  );
  for (let i = 1; i < glass; i++)
    drawing += line(
      curve([
        [from + i * wide, 120],
        [from + i * wide, 56],
      ]),
      stroke.hair,
      ink.mid,
    );
  drawing += area(
    curve([
      [3, 78],
      [26, 84],
      [24, 96],
      [6, 94],
    ]),
    ink.paper,
  );
  drawing += area(
    curve([
      [666, 88],
      [648, 88],
      [648, 108],
      [663, 108],
    ]),
    ink.accent,
  );
  for (const back of [112, 558]) {
    const [x, y] = spot(back, 38);
    drawing += area(oval(x, y, 47 * size), ink.black, stroke.line, ink.mid);
    drawing += area(oval(x, y, 25 * size), ink.light, stroke.fine) + area(oval(x, y, 8 * size), ink.black);
    for (let i = 0; i < 5; i++) {
      const turn = (i / 5) * 2 * Math.PI + 0.3;
      drawing += line(
        [
          [x, y],
          [x + 24 * size * Math.cos(turn), y + 24 * size * Math.sin(turn)],
        ],
        stroke.line,
      );
    }
  }
  const mast = curve([
    [66, 108],
    [66, 176],
  ]);
  const pennant = curve([
    [66, 174],
    [112, 162],
    [110, 146],
    [66, 144],
  ]);
  return drawing + line(mast, stroke.line) + area(pennant, ink.accent, stroke.fine);
}
