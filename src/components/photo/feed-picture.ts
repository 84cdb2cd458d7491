import { getImage } from 'astro:assets';
import type { PictureFile } from '../../views/story.ts';
import { imageOf } from './image.ts';
import { layouts, widthsUpTo } from './layouts.ts';

const made = new Map<string, Promise<{ src: string; width: number; height: number }>>();

/**
 * A picture as others show it, by its address in the site: a JPEG of about 1,200 pixels, one of the files that the article
 * itself has where the picture is its first or stands in its text.
 */
export function feedPictureOf(
  file: PictureFile,
  place: 'lead' | 'text',
): Promise<{ src: string; width: number; height: number }> {
  const key = `${file.path} ${file.hash} ${place}`;
  const picture = made.get(key) ?? newFeedPicture(file, place);
  made.set(key, picture);
  return picture;
}

async function newFeedPicture(file: PictureFile, place: 'lead' | 'text') {
  const widths = layouts[place].widths.filter((width) => width <= 1280);
  const width = widthsUpTo(file.width, widths).at(-1) ?? file.width;
  const { srcSet } = await getImage({ src: imageOf(file), format: 'jpeg', widths: [width] });
  return { src: srcSet.values[0]?.url ?? '', width, height: Math.round((width * file.height) / file.width) };
}
