/** Where a picture stands on a page. An `upright` one has the words of the front page's lead beside it. */
export type Place = 'lead' | 'front' | 'upright' | 'column' | 'card' | 'text' | 'inset' | 'gallery';

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
  inset: { widths: [320, 480, 800], sizes: '(min-width: 45rem) 18rem, 92vw' },
  gallery: { widths: [320, 480, 800], sizes: '(min-width: 45rem) 19rem, 92vw' },
};

/** The widths that a picture is large enough for; its own when it is smaller than all. */
export function widthsUpTo(width: number, widths: readonly number[]): number[] {
  const fitting = widths.filter((each) => each <= width);
  return fitting.length > 0 ? fitting : [width];
}
