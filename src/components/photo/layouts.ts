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

/** All of it follows styles/layout.css and styles/front.css. */
export const layouts: Record<Place, Layout> = {
  lead: { widths: [480, 800, 1200, 1800], sizes: '(min-width: 70rem) 62rem, 92vw', first: true },
  front: {
    widths: [480, 800, 1200, 1800],
    sizes: '(min-width: 80rem) 37rem, (min-width: 72rem) 46vw, (min-width: 60rem) 53vw, 92vw',
    first: true,
  },
  upright: {
    widths: [320, 480, 800, 1200],
    sizes: '(min-width: 60rem) 20rem, (min-width: 40rem) 36vw, 92vw',
    first: true,
  },
  column: {
    widths: [320, 480, 800],
    sizes: '(min-width: 80rem) 17rem, (min-width: 60rem) 29vw, (min-width: 40rem) 45vw, 92vw',
  },
  card: { widths: [160, 320, 480], sizes: '8rem' },
  text: { widths: [480, 800, 1280], sizes: '(min-width: 45rem) 39rem, 92vw' },
  wide: { widths: [480, 800, 1280, 1800], sizes: '(min-width: 70rem) 62rem, 92vw' },
  inset: { widths: [320, 480, 800], sizes: '(min-width: 106.25rem) 24rem, (min-width: 45rem) 18rem, 92vw' },
  gallery: { widths: [320, 480, 800, 1280], sizes: '(min-width: 45rem) 19rem, 80vw' },
};

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
