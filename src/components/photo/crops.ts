import { cropsOf } from '../../views/pages/crops.ts';
import type { PhotoView } from '../../views/story.ts';
import { encoded } from './image.ts';

/** A picture of its own size, by its address in the site. */
export interface SizedPicture {
  src: string;
  width: number;
  height: number;
}

const made = new Map<string, Promise<SizedPicture[]>>();

/** A picture in the shapes that search engines ask for. */
export function shapesOf(photo: Pick<PhotoView, 'file' | 'focus'>): Promise<SizedPicture[]> {
  const key = `${photo.file.path} ${photo.file.hash} ${photo.focus ?? ''}`;
  const shapes = made.get(key) ?? newShapes(photo);
  made.set(key, shapes);
  return shapes;
}

function newShapes(photo: Pick<PhotoView, 'file' | 'focus'>): Promise<SizedPicture[]> {
  return Promise.all(
    cropsOf(photo).map(async (crop) => {
      const { src } = await encoded(photo.file, { format: 'jpeg', fit: 'cover', ...crop });
      return { src, width: crop.width, height: crop.height };
    }),
  );
}
