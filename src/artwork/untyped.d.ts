/** The parts that the map uses of packages that come without types. */

declare module 'd3-geo' {
  export type Position = [longitude: number, latitude: number];
  export interface Projection {
    (position: Position): [x: number, y: number] | null;
    rotate(angles: [number, number]): this;
    scale(factor: number): this;
    translate(point: [number, number]): this;
    clipExtent(corners: [[number, number], [number, number]]): this;
    invert(point: [number, number]): Position | null;
  }
  export function geoAzimuthalEqualArea(): Projection;
  export function geoPath(projection: Projection): (shape: object) => string | null;
}

declare module 'topojson-client' {
  export interface Geometry {
    id?: string;
  }
  export interface Atlas {
    objects: { countries: { geometries: Geometry[] }; land: object };
  }
  export function feature(atlas: Atlas, shape: object): object;
  export function mesh(atlas: Atlas, shape: object, keep: (a: Geometry, b: Geometry) => boolean): object;
}

declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'sfnt' },
  ): Promise<Uint8Array>;
}
