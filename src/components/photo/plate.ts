import type { PictureFile } from '../../views/story.ts';
import { encoded } from './image.ts';

/** Pixels across, so that a picture has 150 an inch or more on paper. */
const widths = { front: 1200, wide: 800, rail: 480, column: 480 };

/**
 * A picture for paper, by its address in the site. It is JPEG whatever the original is: browsers put that into a PDF as it is,
 * and anything else as a stream many times its size.
 */
export async function plateOf(
  file: PictureFile,
  place: keyof typeof widths,
): Promise<{ src: string; width: number; height: number }> {
  const width = Math.min(widths[place], file.width);
  // By its list, as elsewhere: each width that is asked for becomes a file.
  const { srcSet } = await encoded(file, { format: 'jpeg', widths: [width] });
  return { src: srcSet.values[0]?.url ?? '', width, height: Math.round((width * file.height) / file.width) };
}
