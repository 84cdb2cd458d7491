import type { PictureFile } from '../../views/story.ts';
import { encoded } from './image.ts';
import { layouts, widthsUpTo, type Place } from './layouts.ts';

/** The files that are made of a picture for a place, by their addresses in the site. */
export interface Variants {
  sources: { type: string; srcset: string }[];
  /** For browsers that know none of the sources. */
  src: string;
  srcset: string;
  /** The JPEG of the most pixels. */
  largest: string;
  /** A JPEG for paper, which programs write into a PDF as it is. */
  print: string;
}

// 86 mm, a column of a sheet of A4 or Letter, at 236 dots an inch.
const printWidth = 800;

const made = new Map<string, Promise<Variants>>();

/** One picture stands on many pages, and to name its files takes longer than to write the page: it is done once. */
export function variantsOf(file: PictureFile, place: Place): Promise<Variants> {
  const key = `${file.path} ${file.hash} ${place}`;
  const variants = made.get(key) ?? newVariants(file, place);
  made.set(key, variants);
  return variants;
}

async function newVariants(file: PictureFile, place: Place): Promise<Variants> {
  const widths = widthsUpTo(file.width, layouts[place].widths);
  const [avif, webp, jpeg] = await Promise.all([
    encoded(file, { widths, format: 'avif' }),
    encoded(file, { widths, format: 'webp' }),
    encoded(file, { widths, format: 'jpeg' }),
  ]);
  return {
    sources: [
      { type: 'image/avif', srcset: avif.srcSet.attribute },
      { type: 'image/webp', srcset: webp.srcSet.attribute },
    ],
    src: jpeg.src,
    srcset: jpeg.srcSet.attribute,
    largest: jpeg.srcSet.values.at(-1)?.url ?? jpeg.src,
    print:
      (jpeg.srcSet.values.find(({ transform }) => Number(transform.width) >= printWidth) ?? jpeg.srcSet.values.at(-1))
        ?.url ?? jpeg.src,
  };
}
