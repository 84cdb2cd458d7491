import type { PictureFile } from '../../views/story.ts';
import { encoded } from './image.ts';
import { layouts, widthsUpTo } from './layouts.ts';

/**
 * The small variant of a picture, by its address in the site: one of the files that a list shows,
 * so that none is made for this alone where a list shows the picture.
 */
export async function thumbnailOf(file: PictureFile): Promise<{ src: string; width: number; height: number }> {
  const width = widthsUpTo(file.width, layouts.card.widths).slice(0, 2).at(-1) ?? file.width;
  // The one width alone: each that is asked for becomes a file.
  const { srcSet } = await encoded(file, { format: 'webp', widths: [width] });
  return {
    src: srcSet.values[0]?.url ?? '',
    width,
    height: Math.round((width * file.height) / file.width),
  };
}
