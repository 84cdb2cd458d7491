import { readFile } from 'node:fs/promises';
import { geoAzimuthalEqualArea, geoPath } from 'd3-geo';
import type { Position, Projection } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { Atlas } from 'topojson-client';
import { letterer } from './lettering.ts';
import { area, box, clip, ink, line, oval, path, sheet, stroke } from './style.ts';
import type { Point } from './style.ts';

const width = 2400;
const height = 1800;
const places = {
  hanoi: [105.85, 21.03],
  singapore: [103.82, 1.35],
  pyongyang: [125.75, 39.03],
  yongbyon: [125.75, 39.8],
  seoul: [126.98, 37.57],
} satisfies Record<string, Position>;

/** Numbers of the countries in Natural Earth (ISO 3166-1) that the map sets off from their neighbours. */
const concerned = ['704', '408', '702'];

/** Names of countries: darker than the tones, lighter than the names of cities. */
const quiet = '#4d4438';

/** Radius of the Earth in km; a projection's scale is the number of px to one such radius. */
const earth = 6371;

/**
 * Locator map, 2400 x 1800 px: Singapore and Hanoi, where the two summits were held, and in an inset
 * the Korean peninsula with Yongbyon, Pyongyang and Seoul.
 */
export async function map(): Promise<string> {
  const file = new URL(import.meta.resolve('world-atlas/countries-50m.json'));
  const atlas = JSON.parse(await readFile(file, 'utf8')) as Atlas;
  const bold = await letterer(600);
  const plain = await letterer(400);

  const asiaScale = 1980;
  const asia = geoAzimuthalEqualArea().rotate([-113, -21]).scale(asiaScale).translate([900, 890]);
  asia.clipExtent([
    [-60, -60],
    [width + 60, height + 60],
  ]);
  const on = (projection: Projection, position: Position): [number, number] => projection(position)!;

  const inset = { x: 1400, y: 780, width: 950, height: 970 };
  const right = inset.x + inset.width;
  const bottom = inset.y + inset.height;
  const frame = box(inset.x, inset.y, inset.width, inset.height);
  const koreaScale = 6450;
  const korea = geoAzimuthalEqualArea().rotate([-127, -38.65]).scale(koreaScale);
  korea.translate([inset.x + inset.width / 2, inset.y + inset.height / 2]);
  korea.clipExtent([
    [inset.x - 60, inset.y - 60],
    [right + 60, bottom + 60],
  ]);
  // The frame of the inset where it stands on the large map.
  const [topLeft, topRight, lowRight, lowLeft] = frame.map(([x, y]) => on(asia, korea.invert([x, y])!));

  const country = (text: string, [x, y]: Point, spacing = 14): string =>
    plain(text, x, y, { size: 60, spacing, anchor: 'middle', colour: quiet });
  const city = (name: string, [x, y]: Point): string => bold(name, x, y, { size: 80, rim: 12 });
  const note = (words: string, [x, y]: Point): string => plain(words, x, y, { size: 62, colour: ink.accent, rim: 12 });
  const beside = ([x, y]: Point, across: number, down: number): Point => [x + across, y + down];

  const hanoi = on(asia, places.hanoi);
  const singapore = on(asia, places.singapore);
  const yongbyon = on(korea, places.yongbyon);
  const pyongyang = on(korea, places.pyongyang);
  const seoul = on(korea, places.seoul);

  return sheet(
    width,
    height,
    terrain(atlas, asia) +
      country('CHINA', on(asia, [108.5, 32])) +
      country('JAPAN', [1960, 350]) +
      country('VIETNAM', on(asia, [114.6, 14.4]), 3) +
      line([lowLeft!, [inset.x, inset.y]], stroke.fine) +
      line([lowRight!, [right, inset.y]], stroke.fine) +
      area([topLeft!, topRight!, lowRight!, lowLeft!], 'none', stroke.line) +
      summit(hanoi) +
      city('Hanoi', beside(hanoi, 44, -20)) +
      note('Second summit', beside(hanoi, 44, 52)) +
      note('February 2019', beside(hanoi, 44, 122)) +
      summit(singapore) +
      city('Singapore', beside(singapore, 44, -20)) +
      note('First summit', beside(singapore, 44, 52)) +
      note('June 2018', beside(singapore, 44, 122)) +
      scaleBar([70, 1735], (1000 / earth) * asiaScale) +
      plain('1,000 km', 70, 1705, { size: 60, rim: 10 }) +
      clip(
        'inset',
        frame,
        area(frame, ink.paper) +
          terrain(atlas, korea) +
          country('NORTH', on(korea, [127.95, 41.02]), 3) +
          country('KOREA', on(korea, [127.5, 40.45]), 3) +
          country('SOUTH', on(korea, [128, 36.45]), 3) +
          country('KOREA', on(korea, [128, 35.86]), 3) +
          square(yongbyon) +
          city('Yongbyon', beside(yongbyon, 34, 14)) +
          dot(pyongyang) +
          city('Pyongyang', beside(pyongyang, 34, 46)) +
          dot(seoul) +
          city('Seoul', beside(seoul, 34, 28)) +
          scaleBar([inset.x + 50, bottom - 50], (100 / earth) * koreaScale) +
          plain('100 km', inset.x + 50, bottom - 80, { size: 60, rim: 10 }),
      ) +
      area(frame, 'none', stroke.bold),
  );
}

/** Land, borders, coasts, and a rim of shallow-water lines along the shore. */
function terrain(atlas: Atlas, projection: Projection): string {
  const draw = geoPath(projection);
  const { countries, land } = atlas.objects;
  const coast = draw(feature(atlas, land)) ?? '';
  const borders = draw(mesh(atlas, countries, (a, b) => a !== b)) ?? '';
  let drawing = '';
  // Each wider line lies under the narrower one: what is left of it is a contour off the coast.
  for (const [reach, colour] of [
    [44, ink.light],
    [41, ink.paper],
    [28, ink.light],
    [24.5, ink.paper],
    [14, ink.mid],
    [10.5, ink.paper],
  ] as const) {
    drawing += path(coast, 'none', reach, colour);
  }
  drawing += path(coast, ink.light);
  for (const country of countries.geometries) {
    if (concerned.includes(country.id ?? '')) drawing += path(draw(feature(atlas, country)) ?? '', ink.mid);
  }
  return drawing + path(borders, 'none', stroke.hair) + path(coast, 'none', stroke.fine);
}

function dot([x, y]: Point): string {
  return area(oval(x, y, 15), ink.black, 5, ink.paper);
}

/** The mark of a place that is not a capital. */
function square([x, y]: Point): string {
  return area(box(x - 13, y - 13, 26, 26), ink.black, 5, ink.paper);
}

/** A city where the two leaders met: a dot in an accent ring. */
function summit([x, y]: Point): string {
  return area(oval(x, y, 29), ink.paper, 7, ink.accent) + area(oval(x, y, 15), ink.accent);
}

function scaleBar([x, y]: Point, long: number): string {
  return line(
    [
      [x, y - 16],
      [x, y],
      [x + long, y],
      [x + long, y - 16],
    ],
    5,
  );
}
