import type { BodyPartView } from '../../views/body.ts';

/** Where a picture stands on a page. An `upright` one has the words of the front page's lead beside it. */
export type Place = 'lead' | 'front' | 'upright' | 'column' | 'card' | 'text' | 'wide' | 'inset' | 'gallery';

interface Layout {
  /** Made of a picture, in CSS pixels. */
  widths: number[];
  /** By which browsers choose. */
  sizes: string;
  /** Whether it is the page's first, seen without scrolling. */
  first?: true;
}

/**
 * Of a picture as wide as the column of a telephone, which is 92vw: beyond 1.8 pixels in a CSS pixel nobody sees a difference, and a
 * file of all the pixels that such a screen has is twice as large.
 */
const telephone = '(min-resolution: 2.5x) 54vw, 84vw';

/** All of it follows styles/layout.css and styles/front.css. */
export const layouts: Record<Place, Layout> = {
  lead: { widths: [480, 640, 800, 1200, 1800], sizes: `(min-width: 70rem) 62rem, ${telephone}`, first: true },
  front: {
    widths: [480, 640, 800, 1200, 1800],
    sizes: `(min-width: 80rem) 37rem, (min-width: 72rem) 46vw, (min-width: 60rem) 53vw, ${telephone}`,
    first: true,
  },
  upright: {
    widths: [320, 480, 800, 1200],
    sizes: `(min-width: 60rem) 20rem, (min-width: 40rem) 36vw, ${telephone}`,
    first: true,
  },
  column: {
    widths: [320, 480, 800],
    sizes: `(min-width: 80rem) 17rem, (min-width: 60rem) 29vw, (min-width: 40rem) 45vw, ${telephone}`,
  },
  card: { widths: [160, 320, 480], sizes: '8rem' },
  text: { widths: [480, 800, 1280], sizes: `(min-width: 45rem) 39rem, ${telephone}` },
  wide: { widths: [480, 800, 1280, 1800], sizes: `(min-width: 70rem) 62rem, ${telephone}` },
  inset: { widths: [320, 480, 800], sizes: `(min-width: 106.25rem) 24rem, (min-width: 45rem) 18rem, ${telephone}` },
  gallery: { widths: [320, 480, 800, 1280], sizes: '(min-width: 45rem) 19rem, 80vw' },
};

/** Whether a lead stands beside the headline, since it would push the text off the screen, or be blurred where it were enlarged. */
export function isUpright({ file: { width, height } }: Shape, place: Place): boolean {
  return place === 'lead' && (width < height * 1.25 || width < 480);
}

/** By which browsers choose a file of a picture. */
export function sizesOf(picture: Shape, place: Place): string {
  return layouts[isUpright(picture, place) ? 'upright' : place].sizes;
}

/** Of a picture in a row of a gallery, which has the part of its width that is due to its shape; on a telephone they are equally high. */
export function sizesInRow(picture: Shape, row: readonly Shape[], placement: Row['placement']): string {
  const part = ratioOf(picture) / row.reduce((sum, each) => sum + ratioOf(each), 0);
  const page = placement === 'wide' ? 62 : 39;
  return `(min-width: 45rem) ${Math.ceil(part * page)}rem, ${Math.min(80, Math.ceil(50 * ratioOf(picture)))}vw`;
}

type Row = Extract<BodyPartView, { kind: 'gallery' }>;

interface Shape {
  file: { width: number; height: number };
}

function ratioOf({ file }: Shape): number {
  return file.width / file.height;
}

/** The widths that a picture is large enough for; its own when it is smaller than all. */
export function widthsUpTo(width: number, widths: readonly number[]): number[] {
  const fitting = widths.filter((each) => each <= width);
  return fitting.length > 0 ? fitting : [width];
}
