/** Where a picture stands on a page. */
export type Place = 'lead' | 'front' | 'text' | 'inset' | 'gallery' | 'card';

/** Widths that are made of a picture, in CSS pixels, and the `sizes` by which browsers choose; both follow styles/layout.css. */
export const layouts: Record<Place, { widths: number[]; sizes: string }> = {
  lead: { widths: [480, 800, 1200, 1800], sizes: '(min-width: 70rem) 62rem, 92vw' },
  front: { widths: [480, 800, 1200, 1800], sizes: '(min-width: 78rem) 49rem, (min-width: 60rem) 62vw, 92vw' },
  text: { widths: [480, 800, 1280], sizes: '(min-width: 45rem) 39rem, 92vw' },
  inset: { widths: [320, 480, 800], sizes: '(min-width: 45rem) 18rem, 92vw' },
  gallery: { widths: [320, 480, 800], sizes: '(min-width: 45rem) 19rem, 92vw' },
  card: { widths: [160, 320, 480], sizes: '(min-width: 60rem) 8rem, (min-width: 40rem) 16vw, 32vw' },
};

/** The widths that a picture is large enough for; its own when it is smaller than all. */
export function widthsUpTo(width: number, widths: readonly number[]): number[] {
  const fitting = widths.filter((each) => each <= width);
  return fitting.length > 0 ? fitting : [width];
}
