import type { PhotoView } from '../story.ts';

/** A part of a picture as one file, in pixels. */
export interface Crop {
  width: number;
  height: number;
  /** Which part it keeps, as sharp names it: `left top`, `centre`. */
  position: string;
}

/** The shapes that Google asks of an article's picture. */
const ratios = [16 / 9, 4 / 3, 1];
const widest = 1200;
/** Google shows nothing smaller. */
const leastPixels = 50_000;

/** A picture in those shapes, the widest first; none that it is too small for. */
export function cropsOf({ file, focus }: Pick<PhotoView, 'file' | 'focus'>): Crop[] {
  const position = positionOf(focus);
  return ratios
    .map((ratio) => {
      const width = Math.floor(Math.min(widest, file.width, file.height * ratio));
      return { width, height: Math.round(width / ratio), position };
    })
    .filter(({ width, height }) => width * height >= leastPixels);
}

// Astro's encoder crops to the ninths of a picture. A part at least a third as long as the whole has the point in it.
function positionOf(focus = '50% 50%'): string {
  const [x = 50, y = 50] = focus.split(' ').map(parseFloat);
  const third = (at: number, first: string, last: string) => (at < 100 / 3 ? first : at > 200 / 3 ? last : '');
  return [third(x, 'left', 'right'), third(y, 'top', 'bottom')].filter(Boolean).join(' ') || 'centre';
}
