import type { Placement } from '../../body/body.ts';
import type { PhotoView } from '../story.ts';

/** How wide a row is against its height, where it is most pleasant to look at. */
const pleasant: Record<'text' | 'wide', number> = { text: 2.6, wide: 3.6 };

/**
 * The pictures of a gallery in rows, in their order. Pictures of a row are equally high and fill its width together: of all ways to part
 * them the one whose rows come nearest to a pleasant height.
 */
export function rowsOf<Photo extends Pick<PhotoView, 'file'>>(
  photos: readonly Photo[],
  placement: Placement,
): Photo[][] {
  const wanted = pleasant[placement === 'wide' ? 'wide' : 'text'];
  // The best way to part the pictures up to each of them.
  const best: { cost: number; rows: Photo[][] }[] = [{ cost: 0, rows: [] }];
  photos.forEach((_, last) => {
    const ways = best.map(({ cost, rows }, from) => {
      const row = photos.slice(from, last + 1);
      return { cost: cost + Math.log(widthOf(row) / wanted) ** 2, rows: [...rows, row] };
    });
    best.push(ways.reduce((a, b) => (b.cost < a.cost ? b : a)));
  });
  return best.at(-1)?.rows ?? [];
}

/** In heights of the row. */
function widthOf(row: readonly Pick<PhotoView, 'file'>[]): number {
  return row.reduce((sum, { file }) => sum + file.width / file.height, 0);
}
