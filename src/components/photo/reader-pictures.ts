import type { PictureFile } from '../../views/story.ts';
import type { SizedPicture } from './crops.ts';
import { encoded } from './image.ts';
import { widthsUpTo } from './layouts.ts';

const made = new Map<string, Promise<SizedPicture>>();

/**
 * One JPEG of each picture for programs that take one alone: feeds, Markdown, other sites. The widths are those of
 * a lead picture, so that none is made twice.
 * @param files those of an article or a page; films and captions among them are passed over
 */
export async function readerPictures(files: readonly PictureFile[]): Promise<(file: PictureFile) => SizedPicture> {
  const pictures = new Map<string, SizedPicture>();
  for (const file of files) if (file.width > 0) pictures.set(file.path, await readerPicture(file));
  return (file) => pictures.get(file.path) ?? { src: '', width: file.width, height: file.height };
}

/** The same for one picture. */
export function readerPicture(file: PictureFile): Promise<SizedPicture> {
  const key = `${file.path} ${file.hash}`;
  const picture = made.get(key) ?? newPicture(file);
  made.set(key, picture);
  return picture;
}

async function newPicture(file: PictureFile): Promise<SizedPicture> {
  const width = widthsUpTo(file.width, [480, 800, 1200]).at(-1) ?? file.width;
  // The one width alone: each that is asked for becomes a file.
  const { srcSet } = await encoded(file, { format: 'jpeg', widths: [width] });
  return { src: srcSet.values[0]?.url ?? '', width, height: Math.round((width * file.height) / file.width) };
}
