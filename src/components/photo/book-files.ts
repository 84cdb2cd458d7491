import type { Book, BookView } from '../../views/paper/book.ts';
import { addressOfFilm } from './film.ts';
import { readerPicture } from './reader-pictures.ts';
import { variantsOf } from './variants.ts';

/** A book with the addresses of its pictures and films. All of them are files that the stories' pages and other forms have. */
export async function bookWithFiles({ cover: { picture, ...cover }, ...book }: BookView): Promise<Book> {
  const files: Book['files'] = {};
  for (const file of book.chapters.flatMap(({ pictures }) => pictures))
    files[file.path] ??= file.width > 0 ? (await readerPicture(file)).src : addressOfFilm(file);
  return {
    ...book,
    cover: { ...cover, picture: picture && (await variantsOf(picture, 'lead')).largest },
    files,
  };
}
